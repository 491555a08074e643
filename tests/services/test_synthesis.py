"""What the synthesis of all forums knows: what became of what, how often something is named, what is alike."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.domain.synthesis import Became
from forumtool.services import action_fields, joining, measures, proposals, weighing
from forumtool.services.decisions import decide
from forumtool.services.synthesis import build_synthesis, with_similar
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.became import became, became_sorted_by, proposal_keys, with_outcome
from forumtool.storage.queries.frequency import frequencies, naming_cards
from forumtool.storage.queries.process import theme_fields
from tests.builders import capture, dot_round, example, forum_for, group


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def lines(file: ForumFile) -> dict[str, Became]:
    return {row.number: row for row in became(file)}


def test_a_joined_card_shares_what_its_lead_became_and_keeps_its_own_group(file):
    lead, own = capture(file, "Sprachcafé", "Chor")
    (other,) = capture(file, "Sprachcafé im Park", number="2.1")
    group(file, "Begegnung", [other.id], "2.1")
    joining.join(file, [other.id], lead.id)
    step = measures.sketch(file, "Cafés in jedem Viertel", forum_id=forum_for(file).id)
    (measure,) = step.changes["measure"]
    measures.add_cards(file, measure, [lead.id])
    decide(file, lead.id, verdict="adopt")
    row = lines(file)["A-3"]
    assert (row.joined_to, row.joined_forum) == ("A-1", forum_for(file).title)
    assert (row.forum_title, row.goal_number, row.cluster_title) == (forum_for(file, "2.1").title, "2.1", "Begegnung")
    assert (row.measures, row.verdict) == ((measure,), "adopt")
    assert (lines(file)["A-2"].measures, lines(file)["A-2"].verdict) == ((), "")
    assert own.id not in with_outcome(file) and {lead.id, other.id} <= with_outcome(file)


def test_groups_are_ranked_on_their_own_board_and_equals_share_a_place(file):
    cards = capture(file, "eins", "zwei", "drei")
    elsewhere = capture(file, "vier", number="2.1")
    round_ids = {number: dot_round(file, number) for number in ("3.2", "2.1")}
    for at, (card, dots) in enumerate(zip(cards, (7, 7, 3), strict=True)):
        weighing.count(file, round_ids["3.2"], group(file, f"G{at}", [card.id]), dots)
    weighing.count(file, round_ids["2.1"], group(file, "Amt", [elsewhere[0].id], "2.1"), 1)
    assert [lines(file)[f"A-{at}"].rank for at in range(1, 5)] == [1, 1, 3, 1]


def test_a_measure_goes_where_its_goal_goes_until_it_is_put_somewhere(file):
    (card,) = capture(file, "Sprachcafé")
    goal_field = next(row for row in theme_fields(file) if row.number == "3")
    (first,) = action_fields.add_action_field(file, "Wohnen").changes["action_field"]
    (second,) = action_fields.add_action_field(file, "Sprache").changes["action_field"]
    for row in file.plain("SELECT id FROM action_field WHERE id NOT IN (?, ?)", first, second):
        action_fields.remove_action_field(file, row[0])
    action_fields.map_field(file, first, goal_field.id, on=True)
    step = measures.sketch(file, "Cafés", forum_id=forum_for(file).id, goal_id=file.one(
        "SELECT goal_id FROM proposal WHERE id = ?", card.id)[0])  # fmt: skip
    (measure,) = step.changes["measure"]
    measures.add_cards(file, measure, [card.id])
    assert lines(file)["A-1"].action_fields == (first,)
    measures.change_measure(file, measure, action_field_id=second)
    assert lines(file)["A-1"].action_fields == (second,)


def test_a_card_whose_lead_is_taken_away_is_open_again(file):
    lead, other = capture(file, "Sprachcafé", "Sprachcafé im Park")
    joining.join(file, [other.id], lead.id)
    proposals.remove(file, [lead.id])
    assert lines(file)["A-2"].joined_to == ""
    assert with_outcome(file) == set()
    assert became_sorted_by(file, "became") == []


def test_obstacles_are_counted_by_theme_field_also_behind_others(file):
    cards = capture(file, 'Chor !"Fehlende Räume"', 'Café !"Fehlende Räume"', "Fest !Haftung")
    capture(file, 'Amt öffnen !"Fehlende Räume"', number="2.1")
    joining.join(file, [cards[1].id], cards[0].id)
    first, second = (row for row in frequencies(file, "obstacle") if row.total)
    fields = {row.id: row.number for row in theme_fields(file)}
    assert (first.title, {fields[key]: count for key, count in first.by_field.items()}) == (
        "Fehlende Räume", {"3": 2, "2": 1})  # fmt: skip
    assert (second.title, second.total) == ("Haftung", 1)
    assert [card.number for card in naming_cards(file, "obstacle", first.id)] == ["A-1", "A-2", "A-4"]


def test_only_pairs_of_different_forums_are_similar_and_joined_ones_no_more(file):
    capture(file, "Sprachcafé im Park", "Ein Sprachcafé im Park")
    (other,) = capture(file, "Sprachcafé im Park am Abend", number="2.1")
    pairs = with_similar(build_synthesis(file)).synthesis.similar
    assert pairs and all(other.id in (pair.first, pair.second) for pair in pairs)
    for pair in pairs:
        joining.join(file, [other.id], pair.first)
    assert with_similar(build_synthesis(file)).synthesis.similar == ()


_acts = st.lists(
    st.tuples(st.sampled_from(("join", "separate", "split", "decide", "undo")), st.integers(0, 5), st.integers(0, 5)),
    max_size=8,
)


@given(_acts)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_proposal_stands_once_in_the_list_whatever_was_done(tmp_path, acts):
    source = tmp_path / "aachen.forum"
    if not source.exists():
        example(tmp_path)
    path = tmp_path / "case.forum"
    shutil.copy(source, path)
    with ForumFile.open(path) as file:
        keys = [one.id for number in ("3.2", "2.1", "1.1") for one in capture(file, "eins", "zwei", number=number)]
        for act, one, other in acts:
            _do(file, act, keys[one], keys[other])
        rows = became(file)
        assert [row.id for row in rows] == proposal_keys(file)
        came_to_something = {row.id for row in rows if row.joined_to or row.parts or row.measures or row.verdict}
        assert with_outcome(file) == came_to_something
        for column in ("number", "forum", "goal", "group", "became", "verdict"):
            found = became_sorted_by(file, column)
            assert len(found) == len(set(found)) and set(found) <= {row.id for row in rows}


def _do(file: ForumFile, act: str, one: str, other: str) -> None:
    standing = {key for (key,) in file.plain("SELECT id FROM card")}
    if act == "join" and one != other and {one, other} <= standing:
        joining.join(file, [one], other)
    elif act == "separate":
        joining.separate(file, [one])
    elif act == "split" and one in standing:
        joining.split(file, one, ["links", "rechts"])
    elif act == "decide":
        decide(file, one, verdict="defer")
    elif act == "undo":
        file.undo()
