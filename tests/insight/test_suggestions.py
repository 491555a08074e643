"""Nearest texts, ranked groups and drafts of plain lists: their shapes, whatever the texts are."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from forumtool.insight.suggestions import draft_groups, nearest, rank_groups
from tests.insight.texts import PHRASES, lists

_MANY = [f"{phrase} {number}. {PHRASES[number % 4]}" for number in range(5) for phrase in PHRASES]


@given(lists)
def test_every_text_has_the_others_as_neighbours_each_once(texts: list[str]) -> None:
    for row, found in enumerate(nearest(texts)):
        assert sorted(found) == [other for other in range(len(texts)) if other != row]


def test_the_same_demand_in_other_words_is_nearest() -> None:
    texts = list(PHRASES)
    assert nearest(texts)[0][0] == texts.index("Kinderbetreuung während der Sprachkurse")
    assert nearest(["Kita-Plätze", "Kinderbetreuung ausbauen", "Bäume pflanzen", "Radwege"])[0][0] == 1


def test_twenty_neighbours_are_enough() -> None:
    assert {len(found) for found in nearest(_MANY)} == {20}


@given(st.lists(lists, max_size=5), lists)
def test_every_card_ranks_all_groups(groups: list[list[str]], cards: list[str]) -> None:
    ranked = rank_groups(groups, cards)
    assert len(ranked) == len(cards)
    assert all(sorted(found) == list(range(len(groups))) for found in ranked)


def test_a_card_goes_to_the_group_of_its_kind() -> None:
    groups = [["Bäume pflanzen", "Mehr Grün am Platz"], [], ["Sprachkurse am Abend", "Deutsch lernen mit Paten"]]
    assert [found[0] for found in rank_groups(groups, ["Sprachkurs für Eltern", "Baum vor jedem Haus"])] == [2, 0]


def test_a_card_without_words_is_offered_the_largest_group() -> None:
    assert rank_groups([["Bäume"], ["Kita", "Hort"], []], [""]) == [[1, 0, 2]]


@given(st.lists(lists, max_size=3).map(lambda some: [text for texts in some for text in texts]))
def test_no_group_of_a_draft_holds_one_card_or_over_a_third(texts: list[str]) -> None:
    labels = draft_groups(texts)
    assert len(labels) == len(texts)
    for label, count in Counter(labels).items():
        assert label is None or 2 <= count <= len(texts) / 3


def test_cards_that_are_all_alike_are_no_group_over_a_third() -> None:
    counts = Counter(draft_groups(["Kita-Plätze ausbauen"] * 20 + ["Bäume pflanzen"] * 4))
    assert all(count <= 8 for label, count in counts.items() if label is not None)


def test_the_same_texts_have_the_same_answer_every_time() -> None:
    assert nearest(_MANY) == nearest(_MANY)
    assert draft_groups(_MANY) == draft_groups(_MANY)
    assert rank_groups([_MANY[:3], _MANY[3:9]], _MANY) == rank_groups([_MANY[:3], _MANY[3:9]], _MANY)
