"""Ordering the board and counting the room's dots."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.rows import CARD_COLOURS, NewParticipant, Scope
from forumtool.services import clusters, people, weighing
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.proposals import board
from tests.builders import capture, dot_round, example, forum_for, goal_of, group


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def columns(file: ForumFile) -> dict[str, list[str]]:
    """The board as it is read: headings and cards in order; "" for those not ordered yet."""
    shown: dict[str, list[str]] = {row.title: [] for row in outcomes.clusters(file, goal_id=goal_of(file).id)}
    for card in board(file, Scope(forum_for(file).id), goal_of(file).id):
        shown.setdefault(card.cluster_title, []).append(card.text)
    return shown


def test_a_new_group_takes_cards_and_the_next_colour(file: ForumFile) -> None:
    one, two, _ = capture(file, "eins", "zwei", "drei")
    group(file, "A", [two.id, one.id])
    group(file, "B")
    assert columns(file) == {"A": ["zwei", "eins"], "B": [], "": ["drei"]}
    assert [row.colour for row in outcomes.clusters(file)] == [0, 1]


def test_cards_go_before_a_card_behind_the_last_and_back(file: ForumFile) -> None:
    keys = [card.id for card in capture(file, "eins", "zwei", "drei", "vier")]
    group(file, "A", keys[:2])
    key = outcomes.clusters(file)[0].id
    clusters.put_into(file, [keys[3]], key, before=keys[0])
    clusters.put_into(file, [keys[2]], key)
    assert columns(file)["A"] == ["vier", "eins", "zwei", "drei"]
    clusters.put_into(file, [keys[1], keys[0]], key, before=keys[3])
    assert columns(file)["A"] == ["zwei", "eins", "vier", "drei"]
    clusters.put_into(file, [keys[3]], None)
    assert columns(file) == {"A": ["zwei", "eins", "drei"], "": ["vier"]}


def test_cards_not_ordered_stay_where_they_are_put(file: ForumFile) -> None:
    one, two, three, four = (card.id for card in capture(file, "eins", "zwei", "drei", "vier"))
    before = file.history.count
    clusters.put_into(file, [four], None, before=two, among=[one, two, three, four])
    assert columns(file)[""] == ["eins", "vier", "zwei", "drei"]
    clusters.put_into(file, [one], None, among=[one, four, two, three])
    assert columns(file)[""] == ["vier", "zwei", "drei", "eins"]
    clusters.put_into(file, [three, one], None, before=four, among=[four, two, three, one])
    assert columns(file)[""] == ["drei", "eins", "vier", "zwei"]
    capture(file, "fünf")
    assert columns(file)[""][-1] == "fünf"
    for _time in range(4):
        file.undo()
    assert columns(file)[""] == ["eins", "zwei", "drei", "vier"]
    assert file.history.count == before + 8


def test_a_card_comes_back_from_its_group_to_a_place_among_the_others(file: ForumFile) -> None:
    one, two, three = (card.id for card in capture(file, "eins", "zwei", "drei"))
    key = group(file, "A", [two])
    clusters.put_into(file, [two], None, before=one, among=[one, three])
    assert columns(file) == {"A": [], "": ["zwei", "eins", "drei"]}
    clusters.put_into(file, [two], key)
    clusters.put_into(file, [two], None)
    assert columns(file)[""] == ["eins", "zwei", "drei"]


def test_a_drag_is_one_step(file: ForumFile) -> None:
    keys = [card.id for card in capture(file, "eins", "zwei", "drei")]
    key = group(file, "A")
    before = file.history.count
    clusters.put_into(file, keys, key)
    assert file.history.count == before + 1
    file.undo()
    assert columns(file) == {"A": [], "": ["eins", "zwei", "drei"]}


def test_merging_keeps_every_card_and_every_dot_and_can_be_undone(file: ForumFile) -> None:
    one, two = capture(file, "eins", "zwei")
    a, b = group(file, "A", [one.id]), group(file, "B", [two.id])
    asked = dot_round(file)
    weighing.count(file, asked, a, 3)
    weighing.count(file, asked, b, 4)
    clusters.merge_clusters(file, b, a)
    assert columns(file) == {"A": ["eins", "zwei"]}
    assert [row.dots for row in outcomes.clusters(file)] == [7]
    file.undo()
    assert columns(file) == {"A": ["eins"], "B": ["zwei"]}
    assert [row.dots for row in outcomes.clusters(file)] == [3, 4]


def test_merging_moves_dots_that_only_the_merged_group_had(file: ForumFile) -> None:
    a, b = group(file, "A"), group(file, "B")
    weighing.count(file, dot_round(file), b, 4)
    clusters.merge_clusters(file, b, a)
    assert [row.dots for row in outcomes.clusters(file)] == [4]


def test_a_new_group_wears_the_colour_that_is_worn_least(file: ForumFile) -> None:
    first, _two, _three = (group(file, title) for title in "ABC")
    clusters.dissolve_cluster(file, first)
    group(file, "D")
    assert sorted(row.colour for row in outcomes.clusters(file)) == [0, 1, 2]


def test_groups_are_renamed_coloured_moved_and_dissolved(file: ForumFile) -> None:
    (card,) = capture(file, "eins")
    a, b, c = group(file, "A", [card.id]), group(file, "B"), group(file, "C")
    clusters.rename_cluster(file, a, "Anfang")
    clusters.colour_cluster(file, b, CARD_COLOURS + 2)
    clusters.move_cluster(file, c, -1)
    clusters.move_cluster(file, a, -1)
    assert [(row.title, row.colour) for row in outcomes.clusters(file)] == [("Anfang", 0), ("C", 2), ("B", 2)]
    clusters.dissolve_cluster(file, a)
    assert columns(file) == {"C": [], "B": [], "": ["eins"]}


def test_dots_are_counted_and_corrected(file: ForumFile) -> None:
    a, b = group(file, "A"), group(file, "B")
    asked = dot_round(file)
    for key, dots in ((a, 7), (b, 5), (a, 8), (b, 0)):
        weighing.count(file, asked, key, dots)
    (row,) = outcomes.dot_rounds(file)
    assert (row.dots_on(a), row.dots_on(b), row.total) == (8, 0, 8)


def test_the_room_has_as_many_dots_as_people_present(file: ForumFile) -> None:
    dot_round(file)
    forum_id = forum_for(file).id
    people.add_participants(file, forum_id, [NewParticipant("A"), NewParticipant("B")], present=True)
    people.add_participants(file, forum_id, [NewParticipant("C")])
    (row,) = outcomes.dot_rounds(file)
    assert (weighing.voters(file, row), weighing.expected_dots(file, row)) == (2, 10)
    weighing.change_round(file, row.id, voters=12, dots_per_person=3, question="Neu?")
    (row,) = outcomes.dot_rounds(file)
    assert (row.question, weighing.expected_dots(file, row)) == ("Neu?", 36)
    weighing.remove_round(file, row.id)
    assert outcomes.dot_rounds(file) == []


def test_a_round_that_is_gone_counts_nothing(file: ForumFile) -> None:
    key = group(file, "A")
    asked = dot_round(file)
    weighing.count(file, asked, key, 5)
    weighing.remove_round(file, asked)
    assert outcomes.clusters(file)[0].dots == 0
