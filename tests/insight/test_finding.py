"""Finding by words: what is found, and what comes first."""

import pytest

from forumtool.domain.findable import Findable
from forumtool.insight.finding import FindIndex, FoldedTexts


def card(number: int, title: str, more: str = "", where: str = "3.2") -> Findable:
    return Findable("card", f"key-{number}", f"A-{number}", title, where, more)


def thing(kind: str, title: str, where: str = "", more: str = "") -> Findable:
    return Findable(kind, title, "", title, where, more)


def index(*rows: Findable) -> FindIndex:
    made = FindIndex()
    made.put_cards([row for row in rows if row.kind == "card"])
    made.set_things(row for row in rows if row.kind != "card")
    return made


def found(made: FindIndex, typed: str) -> list[str]:
    return [row.number or row.title for row in made.find(typed, 20).hits]


CARDS = (
    card(1, "Nachbarschaftscafé mit Betreuung"),
    card(2, "Betreuung beim Café im Park", "Kinder mitbringen"),
    card(17, "Frau Öztürk lädt ein", "öffnet 17 Türen"),
    card(170, "Ein Haus für alle", "Ankommen Birhan e. V."),
)


@pytest.fixture
def cards() -> FindIndex:
    return index(*CARDS)


def test_all_parts_in_any_order_have_to_be_there(cards):
    assert found(cards, "café betr") == ["A-2", "A-1"]
    assert found(cards, "betreuung xyz") == []


@pytest.mark.parametrize("typed", ["öztürk", "oeztuerk", "OZTURK", "ozt"])
def test_names_are_found_however_they_are_written(cards, typed):
    assert found(cards, typed) == ["A-17"]


@pytest.mark.parametrize("typed", ["A-17", "a17", "a 17"])
def test_the_card_with_the_number_comes_first(cards, typed):
    assert found(cards, typed)[0] == "A-17"
    assert "A-170" in found(cards, "A-17")


def test_a_beginning_comes_before_a_word_and_a_word_before_what_is_inside():
    made = index(card(1, "Café im Park"), card(2, "Das Café"), card(3, "Nachbarschaftscafé"))
    assert found(made, "café") == ["A-1", "A-2", "A-3"]


def test_words_that_are_not_shown_are_found_after_those_that_are(cards):
    assert found(cards, "kinder") == ["A-2"]
    assert found(cards, "ein") == ["A-170", "A-17"]
    assert found(cards, "e. v.") == ["A-170"]


def test_newer_cards_come_before_older_ones():
    assert found(index(card(1, "Fest"), card(2, "Fest"), card(3, "Fest")), "fest") == ["A-3", "A-2", "A-1"]


def test_kinds_keep_their_order_and_a_whole_title_comes_first():
    made = index(
        thing("tag", "Alter"), thing("group", "Altersgerecht wohnen"), thing("goal", "Im Alter"), card(1, "Alter"),
        thing("person", "Alter, Hans"),
    )  # fmt: skip
    assert found(made, "alter") == ["Alter", "Altersgerecht wohnen", "Alter, Hans", "A-1", "Im Alter"]


def test_texts_of_the_caller_come_first_among_equals():
    own = FoldedTexts()
    own.put(["0"], [thing("place", "Alter Platz")])
    assert [row.kind for row in index(thing("tag", "Alter Weg")).find("alter", 9, own).hits] == ["place", "tag"]


def test_more_is_counted_than_is_given():
    many = index(*(card(number, "Sprachcafé") for number in range(1, 31)))
    assert len(many.find("sprach", 5).hits) == 5
    assert many.find("sprach", 5).all == 30


def test_what_changes_is_found_anew_and_what_is_gone_is_not_found(cards):
    assert found(cards, "haus") == ["A-170"]
    cards.put_cards([card(170, "Ein Garten für alle")])
    cards.drop_card("key-1")
    assert found(cards, "haus") == []
    assert found(cards, "garten") == ["A-170"]
    assert found(cards, "a-1") == ["A-170", "A-17"]


def test_typing_on_gives_what_typing_at_once_gives(cards):
    for end in range(1, len("betreuung caf") + 1):
        typed = "betreuung caf"[:end]
        assert found(cards, typed) == found(index(*CARDS), typed), typed
    assert found(cards, "b") == found(index(*CARDS), "b")


def test_nothing_typed_finds_nothing_and_hides_no_card(cards):
    assert cards.find("  ", 9).hits == ()
    assert len(cards.cards("")) == 4
