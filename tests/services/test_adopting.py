"""What was adopted becomes measures: once, with its origin, and undone as one step."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.domain.models import Decision
from forumtool.services import action_fields as fields
from forumtool.services.adopting import adopt_measures, plan_adoption
from forumtool.services.decisions import decide
from forumtool.services.measures import change_measure, remove_measure, sketch_from_cluster
from forumtool.services.progress import change_progress, record_progress, remove_progress
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.concept import progress
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields, theme_fields
from tests.builders import capture, example, group


@pytest.fixture
def file(tmp_path: Path):
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


def field(file: ForumFile, at: int = 0) -> str:
    return action_fields(file)[at].id


def test_an_adopted_proposal_becomes_a_measure_with_what_was_decided(file):
    card, other = capture(file, "Patenschaften in jedem Quartier aufbauen", "Paten gewinnen")
    decide(file, card.id, verdict="adopt", measure_number="1.3", action_field_id=field(file),
           responsible="Kommunales Integrationszentrum", due="2027-12-31")  # fmt: skip
    decide(file, other.id, verdict="merge", merged_with_id=card.id)
    assert adopt_measures(file) is not None
    (made,) = measures(file)
    assert (made.number, made.title, made.text) == ("1.3", "Patenschaften in jedem Quartier aufbauen", "")
    assert (made.lead, made.horizon) == ("Kommunales Integrationszentrum", "31.12.2027")
    assert made.action_field_id == field(file)
    assert set(made.proposals) == {card.number, other.number}
    assert made.goal_number == "3.2"


def test_a_sketch_takes_the_number_over_instead_of_a_second_measure(file):
    cards = capture(file, "Schulhöfe öffnen", "Spielplätze öffnen")
    sketch_from_cluster(file, group(file, "Höfe auf", [card.id for card in cards]), lead="Schulamt")
    for card in cards:
        decide(file, card.id, verdict="adopt", measure_number="2.1", action_field_id=field(file, 1), responsible="Amt")
    adopt_measures(file)
    (made,) = measures(file)
    assert (made.title, made.number, made.lead, made.action_field_id) == ("Höfe auf", "2.1", "Schulamt", field(file, 1))


def test_numbers_are_proposed_behind_those_of_the_field(file):
    one, two, three = capture(file, "Erstens", "Zweitens", "Drittens")
    own = action_fields(file)[0].number
    decide(file, one.id, verdict="adopt", action_field_id=field(file))
    decide(file, two.id, verdict="adopt", action_field_id=field(file), measure_number=f"{own}.4")
    decide(file, three.id, verdict="adopt")
    plan = plan_adoption(file)
    assert [(row.number, row.is_proposed) for row in plan.adoptions] == [
        (f"{own}.5", True), (f"{own}.4", False), ("", False)]  # fmt: skip


def test_a_theme_field_that_goes_into_one_field_of_action_decides_where_a_measure_stands(file):
    (card,) = capture(file, "Ohne Handlungsfeld entschieden")
    for theme in theme_fields(file):
        for one in action_fields(file):
            fields.map_field(file, one.id, theme.id, on=False)
    fields.map_field(file, field(file, 2), theme_fields(file)[2].id, on=True)
    decide(file, card.id, verdict="adopt")
    adopt_measures(file)
    assert measures(file)[0].action_field_id == field(file, 2)


def test_a_number_given_twice_is_told(file):
    for card in capture(file, "Eins", "Zwei"):
        decide(file, card.id, verdict="adopt", measure_number="7.1")
    assert plan_adoption(file).remarks == ("Die Nummer 7.1 steht an 2 Maßnahmen.",)


def test_a_number_decided_otherwise_than_the_measure_has_it_is_told_and_changes_nothing(file):
    (card,) = capture(file, "Eins")
    decide(file, card.id, verdict="adopt", measure_number="7.1")
    adopt_measures(file)
    change_measure(file, measures(file)[0].id, number="8.1")
    assert adopt_measures(file) is None
    assert "7.1" in plan_adoption(file).remarks[0] and "8.1" in plan_adoption(file).remarks[0]


def test_proposals_merged_in_a_circle_by_two_laptops_become_nothing(file):
    one, two = capture(file, "Eins", "Zwei")
    decide(file, one.id, verdict="merge", merged_with_id=two.id)
    with file.step("Vom anderen Laptop") as edit:
        edit.add(Decision(proposal_id=two.id, verdict="merge", merged_with_id=one.id))
    assert adopt_measures(file) is None and measures(file) == []


def test_a_measure_that_was_deleted_is_made_again_only_by_adopting_again(file):
    (card,) = capture(file, "Eins")
    decide(file, card.id, verdict="adopt")
    adopt_measures(file)
    remove_measure(file, measures(file)[0].id)
    assert measures(file) == []
    adopt_measures(file)
    assert [row.title for row in measures(file)] == ["Eins"]


def test_a_long_wording_is_cut_between_words_for_the_title_and_stays_whole_as_text(file):
    said = "Nachbarschaft " * 12
    (card,) = capture(file, said)
    decide(file, card.id, verdict="adopt")
    adopt_measures(file)
    made = measures(file)[0]
    assert made.title.endswith("Nachbarschaft …") and len(made.title) < 95
    assert made.text == said.strip()


verdicts = st.sampled_from(("adopt", "merge", "defer", "reject", ""))
decided = st.lists(
    st.tuples(verdicts, st.integers(0, 4), st.sampled_from(("", "1.1", "9")), st.none() | st.integers(0, 8)),
    min_size=5, max_size=5,
)  # fmt: skip


@settings(max_examples=12)
@given(decided)
def test_whatever_was_decided_adopting_twice_changes_nothing_more_and_undo_takes_all_back(tmp_path_factory, rows):
    with ForumFile.open(example(tmp_path_factory.mktemp("adopting"))) as file:
        cards = capture(file, *(f"Vorschlag {at}" for at in range(5)))
        sketch_from_cluster(file, group(file, "Gruppe", [card.id for card in cards[:2]]))
        for at, (verdict, other, number, place) in enumerate(rows):
            merging = verdict == "merge" and other != at
            decide(
                file, cards[at].id, verdict="" if verdict == "merge" and not merging else verdict,
                merged_with_id=cards[other].id if merging else None, measure_number=number,
                action_field_id=None if place is None else field(file, place),
            )  # fmt: skip
        before = digest(file)
        step = adopt_measures(file)
        after = digest(file)
        assert adopt_measures(file) is None
        assert not plan_adoption(file).changes
        adopting = {card.number for card, row in zip(cards, rows, strict=True) if row[0] == "adopt"}
        assert adopting <= {number for row in measures(file) for number in row.proposals}
        if step is not None:
            file.undo()
            assert digest(file) == before
            file.redo()
            assert digest(file) == after


def test_progress_over_the_years_is_told_in_the_order_of_its_days(file):
    (card,) = capture(file, "Eins")
    decide(file, card.id, verdict="adopt")
    adopt_measures(file)
    key = measures(file)[0].id
    record_progress(file, key, "2028-03-01", "done", 100, "Abgeschlossen")
    record_progress(file, key, "2027-03-01", "running", 40)
    first, last = progress(file)
    assert (first.percent, last.state, last.note) == (40, "done", "Abgeschlossen")
    change_progress(file, first.id, percent=50)
    remove_progress(file, last.id)
    assert [row.percent for row in progress(file)] == [50]


@pytest.mark.parametrize("percent", [-1, 101])
def test_progress_is_a_percentage(file, percent):
    with pytest.raises(UserError):
        record_progress(file, "any", "2027-03-01", "running", percent)
