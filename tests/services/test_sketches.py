"""Measure sketches: the groups and cards they come from, what they build on, what stands in their way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.rows import EVERYTHING, MeasureRow
from forumtool.services import clusters, follow_up, joining, measures, offers, proposals, weighing
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.projected import card_words, dots_of_split_cards
from forumtool.storage.queries.proposals import obstacles
from forumtool.storage.queries.proposals import offers as existing
from forumtool.storage.queries.sketches import cards_of_measure, cards_to_add, people_for_tasks, weighed_groups
from tests.builders import capture, dot_round, example, forum_for, goal_of, group


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


@pytest.fixture
def board(file: ForumFile) -> dict[str, str]:
    """Two groups with two cards each and a card in none; their keys by title."""
    cards = capture(file, "eins", "zwei", "drei", "vier", "fünf")
    keys = {title: card.id for title, card in zip(("eins", "zwei", "drei", "vier", "fünf"), cards, strict=True)}
    return keys | {"A": group(file, "A", [keys["eins"], keys["zwei"]]), "B": group(file, "B", [keys["drei"], keys["vier"]])}  # fmt: skip  # noqa: E501


def newest(file: ForumFile) -> MeasureRow:
    return outcomes.measures(file)[-1]


def test_several_groups_become_one_sketch_in_one_step(file: ForumFile, board: dict[str, str]) -> None:
    before = file.history.count
    measures.sketch_from_clusters(file, [board["B"], board["A"]], lead="Amt")
    row = newest(file)
    assert (row.title, row.lead, row.proposals) == ("B", "Amt", ("A-1", "A-2", "A-3", "A-4"))
    assert (row.goal_id, row.cluster_id) == (goal_of(file).id, board["B"])
    assert file.history.count == before + 1
    file.undo()
    assert outcomes.measures(file) == []
    assert measures.sketch_from_clusters(file, []) is None


def test_cards_and_groups_join_a_sketch_once_and_leave_it(file: ForumFile, board: dict[str, str]) -> None:
    measures.sketch(file, "Neu", forum_id=forum_for(file).id)
    key = newest(file).id
    measures.add_cards(file, key, [board["fünf"], board["eins"], board["eins"]])
    measures.add_cluster(file, key, board["A"])
    assert newest(file).proposals == ("A-1", "A-2", "A-5") and newest(file).cluster_id == board["A"]
    assert measures.add_cards(file, key, [board["eins"]]) is None
    measures.remove_cards(file, key, [board["eins"], board["fünf"]])
    assert newest(file).proposals == ("A-2",)
    assert {card.id for card in cards_to_add(file, EVERYTHING, [board["zwei"]])} == {
        board[title] for title in ("eins", "drei", "vier", "fünf")
    }


def test_the_cards_of_a_sketch_stand_group_by_group_with_dots_and_support(
    file: ForumFile, board: dict[str, str]
) -> None:
    measures.sketch_from_clusters(file, [board["A"], board["B"]])
    measures.add_cards(file, newest(file).id, [board["fünf"]])
    weighing.count(file, dot_round(file), board["B"], 9)
    proposals.reword(file, board["drei"], "drei, neu gesagt")
    proposals.change(file, board["drei"], support_count=2)
    found = cards_of_measure(file, newest(file).id)
    assert [(card.number, card.cluster_title, card.cluster_dots) for card in found] == [
        ("A-3", "B", 9), ("A-4", "B", 9), ("A-1", "A", 0), ("A-2", "A", 0), ("A-5", "", 0),
    ]  # fmt: skip
    assert (found[0].text, found[0].original_text, found[0].support) == ("drei, neu gesagt", "drei", 2)
    clusters.dissolve_cluster(file, board["B"])
    assert len(cards_of_measure(file, newest(file).id)) == 5


def test_groups_are_weighed_by_their_own_dots_first_and_those_on_their_cards_next(
    file: ForumFile, board: dict[str, str]
) -> None:
    group(file, "C")
    round_id = dot_round(file)
    weighing.ask(file, forum_id=forum_for(file).id, goal_id=goal_of(file).id, question="?", targets="cards")
    weighing.count(file, outcomes.dot_rounds(file)[1].id, board["drei"], 5)
    assert [(row.title, row.dots, row.dots_on_cards) for row in weighed_groups(file, EVERYTHING)] == [
        ("B", 0, 5), ("A", 0, 0), ("C", 0, 0),
    ]  # fmt: skip
    weighing.count(file, round_id, board["A"], 1)
    measures.sketch_from_clusters(file, [board["A"]])
    assert next((row.title, row.dots, row.measures) for row in weighed_groups(file, EVERYTHING)) == ("A", 1, 1)


def test_dots_on_cards_stay_when_these_are_joined_or_split(file: ForumFile, board: dict[str, str]) -> None:
    weighing.ask(file, forum_id=forum_for(file).id, goal_id=goal_of(file).id, question="?", targets="cards")
    weighing.count(file, outcomes.dot_rounds(file)[0].id, board["eins"], 9)

    def dots() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        groups = {row.title: row.dots_on_cards for row in weighed_groups(file, EVERYTHING) if row.dots_on_cards}
        cards = {card.text: card.dots for card in card_words(file, EVERYTHING, goal_of(file).id) if card.dots}
        return groups, cards, dots_of_split_cards(file, EVERYTHING, goal_of(file).id)

    alone = ({"A": 9}, {"eins": 9}, {})
    assert dots() == alone
    joining.join(file, [board["eins"]], board["drei"])
    assert dots() == ({"B": 9}, {"drei": 9}, {})
    joining.separate(file, [board["eins"]])
    assert dots() == alone
    joining.split(file, board["eins"], ["ein", "s"])
    assert dots() == ({"A": 9}, {}, {board["A"]: 9})
    joining.unsplit(file, board["eins"])
    assert dots() == alone


def test_offers_and_obstacles_are_found_by_their_title_or_added(file: ForumFile, board: dict[str, str]) -> None:
    offers.add_offer(file, "Café Zuflucht", state="extend")
    measures.sketch_from_cluster(file, board["A"])
    key = newest(file).id
    measures.tie(file, key, offer="café zuflucht ")
    measures.tie(file, key, offer="Stadtteilbüro", obstacle="Raumkosten")
    assert measures.tie(file, key, obstacle="raumkosten") is None
    assert [one.title for one in newest(file).offers] == ["Café Zuflucht", "Stadtteilbüro"]
    assert {row.title: row.state for row in existing(file)} == {"Café Zuflucht": "extend", "Stadtteilbüro": "exists"}
    measures.untie(file, key, offer_id=newest(file).offers[0].id, obstacle_id=newest(file).obstacles[0].id)
    assert ([one.title for one in newest(file).offers], newest(file).obstacles) == (["Stadtteilbüro"], ())
    assert [row.title for row in obstacles(file)] == ["Raumkosten"]
    file.undo()
    assert len(newest(file).offers) == 2


def test_what_the_room_confirmed_loses_the_mark_with_other_words(file: ForumFile, board: dict[str, str]) -> None:
    measures.sketch_from_cluster(file, board["A"])
    key = newest(file).id
    for change in (
        lambda: measures.change_measure(file, key, text="anders"),
        lambda: measures.tie(file, key, obstacle="Miete"),
        lambda: measures.untie(file, key, obstacle_id=newest(file).obstacles[0].id),
    ):
        measures.confirm_measure(file, key)
        assert newest(file).confirmed_at
        change()
        assert newest(file).confirmed_at == ""
    measures.confirm_measure(file, key)
    assert measures.change_measure(file, key, text="anders") is None
    assert newest(file).confirmed_at
    measures.confirm_measure(file, key, on=False)
    assert newest(file).confirmed_at == ""


def test_measures_agreements_and_parked_matters_are_moved_by_one_place(file: ForumFile) -> None:
    forum_id = forum_for(file).id
    for title in "abc":
        measures.sketch(file, title, forum_id=forum_id)
        follow_up.agree(file, title, forum_id=forum_id)
        follow_up.set_aside(file, title, forum_id=forum_id)
    for read, move, name in (
        (outcomes.measures, measures.move_measure, "title"),
        (outcomes.action_items, follow_up.move_agreement, "text"),
        (outcomes.parking_lot, follow_up.move_set_aside, "text"),
    ):
        first, *_others, last = read(file)
        move(file, last.id, -1)
        assert [getattr(row, name) for row in read(file)] == ["a", "c", "b"]
        assert move(file, first.id, -1) is None


def test_who_can_be_given_a_task_are_people_present_and_organisations(file: ForumFile) -> None:
    from forumtool.domain.rows import NewParticipant
    from forumtool.services.people import add_participants

    forum_id = forum_for(file).id
    add_participants(file, forum_id, [NewParticipant("Ute Da", "Verein Da e. V.")], present=True)
    add_participants(file, forum_id, [NewParticipant("Uwe Fort", "Verein Fort e. V.")])
    found = people_for_tasks(file, forum_id)
    assert {"Ute Da", "Verein Da e. V.", "Verein Fort e. V.", "Birhan e. V."} <= set(found)
    assert "Uwe Fort" not in found
