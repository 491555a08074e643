"""Enter always saves: what becomes of a name that is only half typed, for somebody who does not look at the screen."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.domain.rows import NewParticipant
from forumtool.services.people import add_participants
from tests.ui.note_taker import CTRL, DOWN, ENTER, ESC, TAB, UP, NoteTaker, note_taker

PEOPLE = (
    "Birgit Schäfer", "Birte Kaiser", "Claudia Offermann", "Anna Kunz", "Annabel Ott", "TN 02", "TN 20", "TN 24",
)  # fmt: skip


@pytest.fixture
def hand(tmp_path: Any, qtbot: Any) -> Iterator[NoteTaker]:
    with note_taker(tmp_path, qtbot) as hand:
        people = [NewParticipant(name, "Nachbarschaftsverein") for name in PEOPLE]
        hand.window.desk.do(add_participants, hand.window.desk.forum_id, people, present=True)
        yield hand


def caught(hand: NoteTaker, line: str) -> tuple[str, list[str], str]:
    """Type a line and press Enter once; return text, tags and contributor of the card that is in the file then."""
    before = len(hand.cards)
    hand.say(line)
    hand.key(ENTER)
    assert len(hand.cards) == before + 1, "Enter saves"
    assert hand.place.field.toPlainText() == "" and hand.place.field.hasFocus()
    card = hand.cards[-1]
    return card.text, [tag.title for tag in card.tags], card.contributor


def test_a_name_that_is_alone_in_fitting_is_completed_and_saved_by_one_enter(hand):
    assert caught(hand, "Sprachcafé @Clau") == ("Sprachcafé", [], "Claudia Offermann")
    assert hand.cards[-1].contributor_kind == "person" and hand.cards[-1].contributor_id


def test_a_half_typed_tag_is_completed_and_saved_and_the_next_card_is_not_glued_on(hand):
    assert caught(hand, "Sprachcafé #Ank") == ("Sprachcafé", ["Ankommen"], "")
    assert caught(hand, "Lotsen") == ("Lotsen", [], "")


def test_a_surname_is_enough(hand):
    assert caught(hand, "Sprachcafé @Offer") == ("Sprachcafé", [], "Claudia Offermann")


def test_where_several_fit_nobody_is_named_by_guess_and_it_is_said(hand):
    assert caught(hand, "Sprachcafé @Bir") == ("Sprachcafé", [], "Bir")
    assert hand.cards[-1].contributor_id is None
    said = hand.window.notice.text.text()
    assert (
        said
        == "A-1: Offen bleibt, wer „Bir“ ist (Birgit Schäfer, Birte Kaiser, Birhan e. V.). Strg P nennt die Person."
    )
    caught(hand, "Lotsen")
    assert not hand.window.notice.isVisible(), "the keys are for the next card now"


def test_the_beginning_stays_in_doubt_the_next_time_too(hand):
    caught(hand, "Eins @Bir")
    hand.say("Zwei @Bir")
    assert {"Birgit Schäfer", "Birte Kaiser"} <= set(hand.place.field.offers)
    assert "Bir" not in hand.place.field.offers


def test_who_it_was_is_said_afterwards_by_one_chord_and_a_few_letters(hand):
    caught(hand, "Sprachcafé @Bir")
    hand.say("Der nächste Ged")
    hand.key(Qt.Key.Key_P, CTRL)
    hand.say("birt")
    hand.key(ENTER)
    assert hand.cards[-1].contributor == "Birte Kaiser"
    assert hand.place.field.hasFocus() and hand.place.field.toPlainText() == "Der nächste Ged"


def test_a_digit_or_an_arrow_decides_where_several_fit(hand):
    hand.say("Eins @Bir")
    wanted = hand.place.field.offers.index("Birte Kaiser")
    hand.sign(str(wanted + 1))
    hand.key(ENTER)
    hand.say("Zwei @Bir")
    second = hand.place.field.offers[1]
    hand.key(DOWN, times=2)
    hand.key(ENTER)
    hand.say("Drei @Bir")
    last = hand.place.field.offers[-1]
    hand.key(UP)
    hand.key(ENTER)
    assert [card.contributor for card in hand.cards[-3:]] == ["Birte Kaiser", second, last]
    assert [card.text for card in hand.cards[-3:]] == ["Eins", "Zwei", "Drei"]


def test_a_half_typed_tag_further_up_in_the_line_is_completed_and_a_person_there_is_not_guessed(hand):
    assert caught(hand, "Lotsen #Ank @Birt !Räume") == ("Lotsen", ["Ankommen"], "Birt")
    assert "wer „Birt“ ist (Birte Kaiser)" in hand.window.notice.text.text()
    assert caught(hand, "Elternabend @Kunz #Ank") == ("Elternabend", ["Ankommen"], "Anna Kunz")
    assert not hand.window.notice.isVisible()


def test_a_tag_that_is_left_as_typed_is_new_and_that_is_said(hand):
    hand.say("Lotsen #Ank")
    hand.key(ESC)
    assert caught(hand, " an Schulen")[1] == ["Ank"]
    assert "A-1: Neues Merkmal „Ank“." in hand.window.notice.text.text()
    assert caught(hand, 'Chor #"Einl"')[1] == ["Einl"]
    assert caught(hand, "Fest #Ankom")[1] == ["Ankommen"]


def test_of_two_tags_that_begin_so_none_is_taken_further_up_in_the_line(hand):
    caught(hand, "Eins #Ankunft")
    assert caught(hand, "Zwei #Ank @Anna Kunz")[1] == ["Ank"]


@pytest.mark.parametrize("name", ["TN 02", "TN 20", "TN 24", "Anna Kunz", "anna kunz"])
def test_an_exact_match_always_wins(hand, name):
    assert caught(hand, f"Probe @{name}")[2].casefold() == name.casefold()
    assert hand.cards[-1].contributor_id


def test_a_beginning_with_digits_that_fits_several_stays_as_it_is(hand):
    assert caught(hand, "Probe @TN 2")[2] == "TN 2"


def test_a_whole_word_of_one_name_means_that_name_although_others_begin_so(hand):
    assert caught(hand, "Probe @Anna")[2] == "Anna Kunz"


@pytest.mark.parametrize("line", ["Probe @Zeynep", "Probe #Zwischenruf"])
def test_what_matches_nothing_stays_as_typed(hand, line):
    text, tags, contributor = caught(hand, line)
    assert (text, "".join(tags) + contributor) == ("Probe", line[7:])


@pytest.mark.parametrize("sign", ["#", "@"])
def test_a_sign_that_is_only_begun_names_nothing(hand, sign):
    caught(hand, "Vorher #Ankommen @Anna Kunz")
    assert caught(hand, f"Sprachcafé {sign}") == ("Sprachcafé", [], "")


def test_a_tag_that_tab_has_begun_is_left_out_by_enter(hand):
    hand.say("Sprachcafé")
    hand.key(TAB)
    hand.key(ENTER)
    assert (hand.cards[-1].text, hand.cards[-1].tags) == ("Sprachcafé", ())


def test_escape_keeps_the_beginning_that_fits_only_one(hand):
    hand.say("Sprachcafé @Clau")
    hand.key(ESC)
    hand.key(ENTER)
    assert hand.cards[-1].contributor == "Clau"


def test_control_enter_completes_the_name_as_well(hand, qtbot):
    caught(hand, "Sprachcafé im Park")
    lead = hand.cards[-1]
    hand.say("Ein Sprachcafé draußen im Park @Clau")
    qtbot.waitUntil(lambda: hand.place.below.similar.card_id == lead.id)
    hand.key(ENTER, CTRL)
    (behind,) = hand.cards[-1].wordings
    assert behind.contributor == "Claudia Offermann"


def test_a_refused_line_stays_with_its_name_completed(hand):
    hand.say("Idee >9.9 @Clau")
    hand.key(ENTER)
    assert hand.cards == [] and hand.place.field.toPlainText() == "Idee >9.9 @Claudia Offermann "


def test_the_list_says_what_enter_will_do(hand):
    popup = hand.place.field.popup
    hand.say("Idee @Clau")
    assert popup.marked == "Claudia Offermann" and "Enter sichert damit" in popup.told.text()
    hand.key(Qt.Key.Key_Backspace, times=4)
    assert popup.marked == "" and "ohne Namen" in popup.told.text()
    hand.say("Bir")
    assert popup.marked == "" and "„Bir“" in popup.told.text()
    hand.key(DOWN)
    assert popup.marked and "Enter sichert damit" in popup.told.text()


def test_the_names_never_have_the_keyboard_and_go_with_the_field(hand):
    hand.say("Idee @")
    assert hand.place.field.hasFocus() and hand.place.field.popup.is_open
    hand.key(Qt.Key.Key_6, CTRL)
    assert not hand.place.field.popup.is_open
    hand.key(Qt.Key.Key_5, CTRL)
    hand.say("Clau")
    hand.key(ENTER)
    assert hand.cards[-1].contributor == "Claudia Offermann"


def test_names_go_when_the_cursor_leaves_them_and_a_click_takes_one(hand):
    popup = hand.place.field.popup
    hand.say("Idee @Bir")
    hand.key(Qt.Key.Key_Home)
    assert not popup.is_open
    hand.key(Qt.Key.Key_End)
    hand.say("t")
    assert popup.names == ["Birte Kaiser"]
    spot = popup.list.visualRect(popup.list.model().index(0, 0)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert hand.place.field.toPlainText() == "Idee @Birte Kaiser " and hand.place.field.hasFocus()
