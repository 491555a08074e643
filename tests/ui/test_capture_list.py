"""The list of Erfassen by keys: several cards at once, tags, laying together, splitting, what is said to a card."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from forumtool.services import proposals as cards
from forumtool.storage.queries.proposals import behind
from tests.ui.note_taker import ALT, CTRL, DOWN, ENTER, ESC, SHIFT, TAB, UP, NoteTaker, note_taker

M, T, U, N, D, L = (Qt.Key.Key_M, Qt.Key.Key_T, Qt.Key.Key_U, Qt.Key.Key_N, Qt.Key.Key_D, Qt.Key.Key_L)
ARABIC = "مقهى الحي مع رعاية الأطفال"


@pytest.fixture
def hand(tmp_path: Any, qtbot: Any) -> Iterator[NoteTaker]:
    with note_taker(tmp_path, qtbot) as hand:
        for line in ("Café und Sprachkurs. Dort gibt es Waffeln.", "Nachbarschaftscafé", "Lotsen #Ankommen"):
            hand.write(line)
        yield hand


def tags(hand: NoteTaker) -> dict[str, list[str]]:
    return {card.number: [tag.title for tag in card.tags] for card in hand.cards}


def focus(hand: NoteTaker) -> Any:
    QApplication.processEvents()
    return QApplication.focusWidget()


# Tags


def test_a_digit_puts_its_tag_on_all_chosen_cards_as_one_step(hand):
    title = hand.place.last_names.names.tags[1]
    hand.key(DOWN)
    hand.key(DOWN, SHIFT, times=2)
    steps = hand.window.desk.file.history.count
    hand.sign("2")
    assert hand.window.desk.file.history.count == steps + 1
    assert all(title in worn for worn in tags(hand).values())
    assert len(hand.place.chosen.keys) == 3, "they stay chosen"
    hand.sign("2")
    assert not any(title in worn for worn in tags(hand).values())


def test_a_digit_completes_a_tag_that_some_of_the_cards_have(hand):
    digit = hand.place.last_names.names.tags.index("Ankommen") + 1
    hand.key(DOWN)
    hand.key(Qt.Key.Key_A, CTRL)
    hand.sign(str(digit))
    assert set(map(tuple, tags(hand).values())) == {("Ankommen",)}


def test_the_number_sign_asks_for_another_tag_or_makes_one(hand):
    hand.key(DOWN)
    hand.key(DOWN, SHIFT)
    hand.sign("#")
    hand.choose("famil")
    assert tags(hand) == {"A-1": [], "A-2": ["Familien"], "A-3": ["Ankommen", "Familien"]}
    hand.sign("#")
    hand.choose("Ganz neu")
    assert "Ganz neu" in tags(hand)["A-2"] and "Ganz neu" in tags(hand)["A-3"]


def test_tags_keep_their_digits_while_they_are_used(hand):
    before = hand.place.last_names.names.tags
    hand.write("Fest #Bleiben #Ankommen")
    assert hand.place.last_names.names.tags == before
    hand.write("Fest #Straßenfest")
    after = hand.place.last_names.names.tags
    assert "Straßenfest" in after and sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_chips_show_the_tags_of_the_card_being_typed_and_of_the_chosen_ones(hand):
    chips = {chip.property("title"): chip for chip in hand.place.entry.tags._chips}
    hand.say("Fest #Bleiben ")
    QApplication.processEvents()
    assert chips["Bleiben"].isChecked() and not chips["Ankommen"].isChecked()
    hand.key(DOWN)
    assert chips["Ankommen"].isChecked() and not chips["Bleiben"].isChecked()
    hand.key(ESC)
    assert chips["Bleiben"].isChecked()
    chips["Bleiben"].click()
    assert hand.place.field.toPlainText() == "Fest "
    chips["Ankommen"].click()
    assert hand.place.field.toPlainText() == "Fest #Ankommen "
    assert hand.place.field.hasFocus()


# Laying together and splitting


def test_chosen_cards_are_laid_together_behind_the_one_that_leads(hand):
    hand.key(DOWN)
    hand.key(DOWN, times=1)
    hand.key(DOWN, SHIFT)
    hand.key(M)
    hand.choose("")
    lead, other = hand.cards
    assert (lead.number, [one.number for one in lead.wordings], other.number) == ("A-1", ["A-2"], "A-3")
    assert [row.number for row in hand.place.model.rows] == ["A-3", "A-1"]
    hand.place.reveal(lead.id)
    hand.key(U)
    assert [row.number for row in hand.place.model.rows] == ["A-3", "A-2", "A-1"]


def test_one_card_is_laid_together_with_another_that_is_found_by_its_words(hand):
    hand.key(DOWN)
    hand.key(M)
    hand.choose("nachbar")
    assert [(card.number, card.support) for card in hand.cards] == [("A-1", 0), ("A-2", 1)]


def test_the_mouse_lays_together_splits_and_takes_apart_by_the_menu_of_the_list(hand):
    view = hand.place.list

    def menu_on(row: int) -> dict[str, QAction]:
        """Click with the right button on a row and return the entries by their titles."""
        at = view.visualRect(view.model().index(row, 1)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
        opening = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), opening)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}

    def pick(row: int, title: str) -> None:
        entry = menu_on(row)[title]
        menu = entry.parent()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())

    assert not menu_on(1)["Wieder trennen"].isEnabled()
    QApplication.activePopupWidget().close()
    pick(1, "Zusammenlegen mit …")
    hand.choose("lotsen")
    assert [(card.number, card.support) for card in hand.cards] == [("A-1", 0), ("A-3", 1)]
    pick(0, "Wieder trennen")
    assert [card.number for card in hand.cards] == ["A-1", "A-2", "A-3"]
    pick(2, "Aufteilen …")
    assert hand.place.sheet.splitting.editor.toPlainText() == "Café und Sprachkurs.\nDort gibt es Waffeln."
    hand.key(ESC)
    pick(0, "Löschen")
    assert [card.number for card in hand.cards] == ["A-1", "A-2"]


def test_a_card_is_split_line_by_line_and_becomes_whole_again(hand):
    hand.place.reveal(hand.cards[0].id)
    hand.key(T)
    editor = hand.place.sheet.splitting.editor
    assert editor.toPlainText() == "Café und Sprachkurs.\nDort gibt es Waffeln."
    assert focus(hand) is editor
    hand.key(ENTER, CTRL)
    assert [card.text for card in hand.cards] == [
        "Nachbarschaftscafé",
        "Lotsen",
        "Café und Sprachkurs.",
        "Dort gibt es Waffeln.",
    ]
    assert [row.original_text for row in behind(hand.window.desk.file)] == [
        "Café und Sprachkurs. Dort gibt es Waffeln."
    ]
    assert [card.number for card in hand.place.chosen.cards] == ["A-5", "A-4"]
    assert hand.place.list.hasFocus()
    hand.key(DOWN)
    hand.key(UP)
    hand.key(U)
    assert [card.number for card in hand.cards] == ["A-1", "A-2", "A-3"]


def test_escape_leaves_a_card_unsplit_and_one_part_is_no_split(hand):
    hand.place.reveal(hand.cards[1].id)
    hand.key(T)
    hand.key(ENTER, CTRL)
    assert "zwei Teile" in hand.window.notice.text.text()
    assert hand.place.sheet.is_deciding
    hand.key(ESC)
    assert not hand.place.sheet.is_deciding
    assert hand.place.list.hasFocus()
    assert len(hand.cards) == 3


# What is said to a card


@pytest.mark.parametrize(("key", "field"), [(N, "note"), (D, "dissent")])
def test_a_line_for_the_card_caught_last_opens_from_the_field_and_goes_back(hand, key, field):
    hand.key(key, CTRL)
    hand.say("Raum ist da; Caritas prüft")
    hand.key(ENTER)
    assert hand.place.field.hasFocus()
    assert getattr(hand.cards[-1], field) == "Raum ist da; Caritas prüft"
    hand.write("Nächste Karte")
    hand.key(key, CTRL)
    hand.say("verworfen")
    hand.key(ESC)
    assert hand.place.field.hasFocus()
    assert getattr(hand.cards[-1], field) == ""


def test_words_half_typed_in_the_field_wait_while_a_note_is_written(hand):
    hand.say("Nächste Ka")
    hand.key(N, CTRL)
    hand.say("Zur Karte davor")
    hand.key(D, CTRL)
    hand.say("Nicht alle")
    hand.key(ENTER)
    hand.say("rte")
    hand.key(ENTER)
    last = hand.cards[-2:]
    assert [(card.text, card.note, card.dissent) for card in last] == [
        ("Lotsen", "Zur Karte davor", "Nicht alle"), ("Nächste Karte", "", ""),
    ]  # fmt: skip


def test_in_the_list_the_line_is_for_the_chosen_card_and_goes_back_there(hand):
    hand.key(DOWN)
    hand.key(DOWN)
    hand.key(N, CTRL)
    hand.say("zum zweiten")
    hand.key(ENTER)
    assert hand.place.list.hasFocus()
    assert [card.note for card in hand.cards] == ["", "zum zweiten", ""]


def test_a_line_is_written_and_closed_when_the_keyboard_goes_elsewhere(hand):
    hand.key(N, CTRL)
    hand.say("bleibt")
    hand.place.list.setFocus()
    QApplication.processEvents()
    assert hand.cards[-1].note == "bleibt"
    assert not hand.place.below.line.is_open
    assert hand.place.list.hasFocus()


lines_of_a_note = st.lists(st.text("abcä ⏎↵–.\t", max_size=8), min_size=1, max_size=5)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines_of_a_note)
@example(["Zusage", "", "  Frau Öz  ", "bis Mai"])
@example(["⏎ heißt Enter", "zweitens"])
def test_a_note_of_several_lines_keeps_them_when_a_word_is_added(hand, lines):
    desk, note = hand.window.desk, "\n".join(lines).strip()
    desk.do(cards.change, hand.cards[-1].id, note=note)
    hand.place.field.setFocus()
    steps = desk.file.history.count
    hand.key(N, CTRL)
    assert "\n" not in hand.place.below.line.field.text()
    hand.key(ENTER)
    assert (desk.file.history.count, hand.cards[-1].note) == (steps, note)
    hand.key(N, CTRL)
    hand.key(Qt.Key.Key_End)
    hand.say(" neu")
    hand.key(ENTER)
    assert hand.cards[-1].note == f"{note} neu".strip()


def test_a_dissent_and_a_second_language_keep_their_lines_too(hand):
    key = hand.cards[-1].id
    hand.window.desk.do(cards.change, key, dissent="Zu teuer\nsagt der Beirat")
    hand.window.desk.do(cards.translate, key, "Guides\nat school", "en")
    for chord in (D, L):
        hand.key(chord, CTRL)
        hand.key(Qt.Key.Key_End)
        hand.say("!")
        hand.key(ENTER)
    card = hand.cards[-1]
    assert (card.dissent, card.other_text) == ("Zu teuer\nsagt der Beirat!", "Guides\nat school!")


def test_a_second_language_is_written_beside_and_shown_at_its_own_side(hand):
    hand.key(L, CTRL)
    hand.say(ARABIC)
    assert hand.place.below.line.language.code == "ar"
    hand.key(ENTER)
    card = hand.cards[-1]
    assert (card.text, card.other_text, card.other_language) == ("Lotsen", ARABIC, "ar")
    hand.place.reveal(card.id)
    assert hand.place.inspector.other.toPlainText() == ARABIC
    assert hand.place.inspector.language.code == "ar"
    option: QTextOption = hand.place.inspector.other.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft


def test_the_language_used_last_is_kept_where_the_letters_fit(hand):
    hand.window.desk.do(cards.translate, hand.cards[0].id, "Komşu kahvesi", "tr")
    hand.key(L, CTRL)
    hand.say("Rehber")
    hand.key(ENTER)
    assert hand.cards[-1].other_language == "tr"


def test_the_language_can_be_chosen_by_keys(hand):
    hand.key(L, CTRL)
    hand.say("Przewodnik")
    hand.key(TAB)
    hand.say("poln")
    hand.key(ENTER)
    assert hand.place.field.hasFocus()
    assert (hand.cards[-1].other_text, hand.cards[-1].other_language) == ("Przewodnik", "pl")


def test_arabic_in_the_field_stands_at_the_right(hand):
    def direction() -> Qt.LayoutDirection:
        return hand.place.field.document().defaultTextOption().textDirection()

    assert direction() == Qt.LayoutDirection.LeftToRight
    hand.say(ARABIC)
    assert direction() == Qt.LayoutDirection.RightToLeft
    hand.key(ENTER)
    assert direction() == Qt.LayoutDirection.LeftToRight
    assert hand.cards[-1].language == "ar"


# The keyboard is never lost


def test_the_keyboard_stays_in_the_list_while_cards_go_and_comes_back_to_the_field_with_the_last(hand):
    hand.key(DOWN)
    hand.key(DOWN)
    hand.key(Qt.Key.Key_Delete)
    assert [card.number for card in hand.place.chosen.cards] == ["A-1"], "the one that took its place"
    hand.key(UP)
    hand.key(Qt.Key.Key_Delete, times=2)
    assert hand.cards == []
    assert focus(hand) is hand.place.field


def test_chosen_cards_are_deleted_as_one_step(hand):
    hand.key(DOWN)
    hand.key(Qt.Key.Key_A, CTRL)
    hand.key(Qt.Key.Key_Delete)
    assert hand.cards == []
    hand.window.desk.undo()
    assert len(hand.cards) == 3


def test_a_wording_that_is_being_changed_stays_with_its_card_when_the_goal_changes(hand):
    hand.write("Sprachcafé")
    hand.key(DOWN)
    hand.key(Qt.Key.Key_F2)
    hand.key(Qt.Key.Key_End)
    hand.say(" im Park")
    desk = hand.window.desk
    desk.choose_goal(next(goal.id for goal in desk.goals() if goal.id != desk.goal_id))
    assert hand.cards[-1].text == "Sprachcafé im Park"


def test_typing_goes_on_after_escape_after_a_notice_and_while_the_list_is_scrolled(hand):
    for at in range(30):
        hand.write(f"Karte {at}")
    hand.key(DOWN)
    hand.key(Qt.Key.Key_End)
    hand.key(ESC)
    assert hand.place.field.hasFocus()
    hand.window.desk.say_warning("Etwas ging nicht.")
    hand.say("Danach")
    hand.key(ESC)
    hand.place.list.verticalScrollBar().setValue(40)
    hand.key(ENTER)
    assert hand.cards[-1].text == "Danach"
    assert hand.place.list.verticalScrollBar().value() == 0
    assert hand.place.field.hasFocus()


def test_a_card_far_down_is_seen_whole_when_it_is_revealed(hand):
    for at in range(30):
        hand.write(f"Karte {at}: ein langer Vorschlag, der über mehrere Zeilen geht, weil er vieles nennt " * 2)
    first = hand.cards[0]
    hand.place.reveal(first.id)
    QApplication.processEvents()
    view = hand.place.list
    at = hand.place.model.row_of(first.id)
    bottom = view.rowViewportPosition(at) + view.rowHeight(at)
    assert view.rowViewportPosition(at) >= 0 and bottom <= view.viewport().height() + 1


def test_tab_begins_a_tag_and_then_a_person(hand):
    hand.say("Fest")
    hand.key(TAB)
    assert hand.place.field.toPlainText() == "Fest #"
    hand.key(TAB)
    hand.key(TAB)
    assert hand.place.field.toPlainText().endswith(" @")
    hand.key(ESC)
    hand.key(TAB)
    assert not hand.place.field.hasFocus(), "nothing is left to begin"


def test_tab_leaves_an_empty_field(hand):
    hand.key(TAB)
    assert not hand.place.field.hasFocus()


def test_a_digit_within_a_name_belongs_to_it(hand):
    hand.write("Eins @Tisch 1")
    hand.say("Zwei @Tisch 2")
    assert hand.place.field.toPlainText() == "Zwei @Tisch 2"
    hand.key(ENTER)
    assert hand.cards[-1].contributor == "Tisch 2"


def test_a_name_that_no_list_knows_is_completed_so_that_it_is_read_whole(hand):
    hand.write('Eins @"Freundin aus Mossul"')
    hand.say("Zwei ")
    hand.sign("@")
    hand.key(TAB)
    hand.say("und weiter")
    hand.key(ENTER)
    assert (hand.cards[-1].contributor, hand.cards[-1].text) == ("Freundin aus Mossul", "Zwei und weiter")


def test_goals_change_while_the_list_of_names_is_open(hand):
    before = hand.window.desk.goal_id
    hand.say("Fest #")
    hand.key(ESC)
    hand.key(DOWN, ALT)
    assert hand.window.desk.goal_id != before
    assert hand.place.field.toPlainText() == "Fest #"
