"""How many keys a card costs beyond its words: twenty cards with a tag and a person each, typed in the real window."""

from collections.abc import Iterator
from typing import Any

import pytest

from forumtool.domain.rows import NewParticipant
from forumtool.services.people import add_participants
from forumtool.storage.queries.proposals import tag_groups
from tests.ui.note_taker import ENTER, TAB, NoteTaker, note_taker

PEOPLE = (
    "Ayşe Yılmaz", "Anna Kunz", "Birgit Schäfer", "Claudia Offermann", "Dr. Jürgen Vossen", "Elif Demir",
    "Fatima El-Idrissi", "Goran Petrović", "Heike Lenzen", "Ibrahim Keita", "Julia Radermacher", "Karim Haddad",
    "Lena Schmitz", "Maria del Carmen Núñez", "Mohammed Al-Sayed", "Nadia Rahimi", "Olena Kovalenko", "Peter Jansen",
    "Rosa Bianchi", "Şirin Aydın", "Thomas Breuer", "Uwe Hermanns", "Yusuf Kaya", "Zeynep Arslan",
)  # fmt: skip
WORDS = (
    "Nachbarschaftscafé im Alten Schlachthof", "Schwarzes Brett in allen Hausfluren", "Patenschaften zwischen Nachbarn",
    "Stadtteilfeste gemeinsam planen", "Vereine öffnen ihre Räume", "Ältere Migrantinnen über Praxen ansprechen",
    "Hochbeete am Kennedypark", "Sprachtandem am Arbeitsplatz", "Kita-Plätze vor dem Kurs sichern",
    "Ein Chor im Viertel",
    "Reparaturwerkstatt für alle", "Frauenfrühstück reihum", "Offene Halle am Freitagabend", "Lotsen an Grundschulen",
    "Runder Tisch der Träger", "Leerstände zur Zwischennutzung", "Schulhöfe am Nachmittag öffnen",
    "Stadtteilzeitung in vier Sprachen", "Willkommenspaket der Vermieter", "Kinderbetreuung bei Sitzungen",
)  # fmt: skip
MOST, MOST_USED_LATELY = 8, 5


@pytest.fixture
def hand(tmp_path: Any, qtbot: Any) -> Iterator[NoteTaker]:
    with note_taker(tmp_path, qtbot) as hand:
        people = [NewParticipant(name, "Caritas Aachen") for name in PEOPLE]
        hand.window.desk.do(add_participants, hand.window.desk.forum_id, people, present=True)
        yield hand


def name(hand: NoteTaker, begin: str, wanted: str) -> None:
    """Begin a sign, type letters until the name carries a digit, take it; somebody who looks at the list does so."""
    hand.key(TAB) if begin == "Tab" else hand.sign(begin)
    for letter in wanted:
        if wanted in hand.place.field.offers[:9]:
            break
        hand.sign(letter.lower())
    hand.sign(str(hand.place.field.offers.index(wanted) + 1))


def card(hand: NoteTaker, words: str, tag: str, person: str) -> int:
    """Type a card with a tag and a person; return how many keys it cost beyond its words."""
    before = hand.keys
    hand.say(words)
    name(hand, "Tab", tag)
    name(hand, "@", person)
    hand.key(ENTER)
    return hand.keys - before


def test_twenty_cards_with_ever_new_tags_and_people_cost_at_most_eight_keys_each(hand):
    tags = [tag.title for group in tag_groups(hand.window.desk.file) for tag in group.tags][::-1]
    tags += [tag for tag in tags if tag not in tags[:20]]
    asked = [(words, tags[at % len(tags)], PEOPLE[at]) for at, words in enumerate(WORDS)]
    costs = [card(hand, *one) for one in asked]
    _are_in_the_file(hand, asked)
    assert max(costs) <= MOST, costs


def test_twenty_cards_with_tags_and_people_used_lately_cost_at_most_five_keys_each(hand):
    tags, people = ("Ankommen", "Familien", "Bleiben", "Jugend"), PEOPLE[4:9]
    for tag, person in zip((*tags, "Kinder"), people, strict=True):
        card(hand, "Vorher", tag, person)
    asked = [(words, tags[at % 4], people[at % 5]) for at, words in enumerate(WORDS)]
    costs = [card(hand, *one) for one in asked]
    _are_in_the_file(hand, asked)
    assert max(costs) <= MOST_USED_LATELY, costs


def test_the_same_person_with_the_same_tag_again_costs_five_keys_without_looking(hand):
    card(hand, "Vorher", "Ankommen", PEOPLE[3])
    digit = hand.place.last_names.names.tags.index("Ankommen") + 1
    hand.keys = 0
    hand.say("Noch ein Gedanke")
    hand.key(TAB)
    hand.sign(str(digit))
    hand.sign("@1")
    hand.key(ENTER)
    assert hand.keys == MOST_USED_LATELY
    assert ([tag.title for tag in hand.cards[-1].tags], hand.cards[-1].contributor) == (["Ankommen"], PEOPLE[3])


def _are_in_the_file(hand: NoteTaker, asked: list[tuple[str, str, str]]) -> None:
    found = [(card.text, [tag.title for tag in card.tags], card.contributor) for card in hand.cards]
    assert found[-len(asked) :] == [(words, [tag], person) for words, tag, person in asked]
