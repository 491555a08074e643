"""Several pasted lines: seen first, then all of them in one step, or not at all."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.note_taker import CTRL, DOWN, ENTER, ESC, NoteTaker, note_taker

LEFT = Qt.MouseButton.LeftButton
LIST = "• Sprachcafé #Ankommen\n\n• Lotsen @Tisch 2\n•  ! Räume sind teuer\n"


@pytest.fixture
def hand(tmp_path: Any, qtbot: Any) -> Iterator[NoteTaker]:
    with note_taker(tmp_path, qtbot) as hand:
        yield hand


def paste(hand: NoteTaker, text: str) -> None:
    QApplication.clipboard().setText(text)
    hand.place.field.paste()
    QApplication.processEvents()


def test_lines_are_shown_first_and_enter_takes_all_of_them_in_one_step(hand):
    steps = hand.window.desk.file.history.count
    paste(hand, LIST)
    pasted = hand.place.sheet.pasted
    assert pasted.model.lines == ["Sprachcafé #Ankommen", "Lotsen @Tisch 2", "! Räume sind teuer"]
    assert "3" in pasted.head.text()
    assert hand.cards == []
    hand.key(ENTER)
    assert hand.window.desk.file.history.count == steps + 1
    assert [(card.text, card.kind, card.contributor) for card in hand.cards] == [
        ("Sprachcafé", "way", ""), ("Lotsen", "way", "Tisch 2"), ("Räume sind teuer", "obstacle", ""),
    ]  # fmt: skip
    assert "3" in hand.window.notice.text.text()
    assert hand.place.field.hasFocus()
    assert [row.number for row in hand.place.model.rows] == ["A-3", "A-2", "A-1"]
    hand.window.desk.undo()
    assert hand.cards == []


def test_the_cards_of_a_list_are_the_last_ones_and_the_keys_are_for_the_newest(hand):
    hand.write("Vorher")
    paste(hand, LIST)
    hand.key(ENTER)
    last = hand.place.below.last.text()
    assert "A-2 bis A-4" in last and "Räume sind teuer" in last and "Vorher" not in last
    hand.key(Qt.Key.Key_N, CTRL)
    hand.say("laut gesagt")
    hand.key(ENTER)
    assert [card.note for card in hand.cards] == ["", "", "", "laut gesagt"]
    assert "A-2 bis A-4" in hand.place.below.last.text()
    hand.window.desk.undo()
    hand.window.desk.undo()
    assert "A-1: Vorher" in hand.place.below.last.text()


def test_the_preview_is_decided_by_mouse_as_well(hand):
    pasted = hand.place.sheet.pasted
    paste(hand, LIST)
    QTest.mouseClick(pasted.back, LEFT)
    assert hand.cards == [] and hand.place.field.hasFocus()
    paste(hand, LIST)
    QTest.mouseClick(pasted.take, LEFT)
    assert len(hand.cards) == 3 and hand.place.field.hasFocus()
    paste(hand, "Ein Satz\nauf zwei Zeilen")
    QTest.mouseClick(pasted.join, LEFT)
    assert hand.place.field.toPlainText() == "Ein Satz auf zwei Zeilen"
    QTest.mouseClick(hand.place.entry.save, LEFT)
    assert len(hand.cards) == 4 and hand.place.field.hasFocus()


def test_escape_goes_back_and_what_was_typed_is_still_there(hand):
    hand.say("Halb getippt")
    paste(hand, LIST)
    hand.key(ESC)
    assert hand.cards == []
    assert hand.place.field.hasFocus()
    hand.key(ENTER)
    assert [card.text for card in hand.cards] == ["Halb getippt"]


def test_a_line_is_left_out_and_with_the_last_one_the_preview_goes(hand):
    paste(hand, LIST)
    hand.key(DOWN)
    hand.key(Qt.Key.Key_Delete)
    assert "2" in hand.place.sheet.pasted.head.text()
    hand.key(Qt.Key.Key_Delete, times=2)
    assert not hand.place.sheet.is_deciding
    assert hand.place.field.hasFocus()


def test_lines_become_one_card_where_they_are_one_thought(hand):
    hand.say("Zitat: ")
    paste(hand, "Ein Satz, der in einer Mail\nauf zwei Zeilen stand")
    hand.key(Qt.Key.Key_E)
    assert hand.place.field.toPlainText() == "Zitat: Ein Satz, der in einer Mail auf zwei Zeilen stand"
    assert hand.place.field.hasFocus()
    hand.key(ENTER)
    assert len(hand.cards) == 1


def test_a_list_for_a_goal_that_does_not_exist_stays_in_the_preview_with_a_reason(hand):
    paste(hand, "Sprachcafé\nLotsen >9.9")
    hand.key(ENTER)
    assert hand.cards == []
    assert hand.place.sheet.is_deciding
    assert "9.9" in hand.window.notice.text.text()


def test_a_novel_of_many_lines_is_previewed_counted_and_one_step(hand, long):
    count = 20_000 if long else 1_200
    paste(hand, "\n".join(f"Zeile {at} über das Quartier" for at in range(count)))
    pasted = hand.place.sheet.pasted
    assert f"{count}" in pasted.head.text()
    told: list[int] = []
    pasted.bar.valueChanged.connect(told.append)
    hand.key(ENTER)
    assert len(told) > 50, "the bar moves"
    assert not pasted.bar.isVisible()
    assert len(hand.cards) == count
    hand.window.desk.undo()
    assert hand.cards == []


def test_the_bar_of_a_long_step_covers_nothing_beside_it(hand):
    paste(hand, "\n".join(f"Zeile {at} über das Quartier" for at in range(1_200)))
    pasted, met = hand.place.sheet.pasted, []

    def look(_part: int) -> None:
        shown = [part for part in (pasted.head, pasted.bar, pasted.join, pasted.back, pasted.take) if part.isVisible()]
        met.extend((one, other) for one, other in combinations(shown, 2) if one.geometry().intersects(other.geometry()))
        met.extend(part for part in shown if part.width() < part.minimumSizeHint().width())

    pasted.bar.valueChanged.connect(look)
    hand.key(ENTER)
    assert met == []
    paste(hand, "eins\nzwei")
    assert pasted.join.isVisible() and pasted.back.isVisible()


def test_the_status_line_says_that_a_long_step_is_being_taken_back(hand):
    paste(hand, "\n".join(f"Zeile {at} über das Quartier" for at in range(1_200)))
    hand.key(ENTER)
    status, said = hand.window.status, []
    status.bar.valueChanged.connect(lambda _part: said.append((status.bar.isVisible(), status.saved.text())))
    hand.window.desk.undo()
    assert (True, "Einen Augenblick …") in said
    assert not status.bar.isVisible()
    assert "Gesichert" in status.saved.text()
    said.clear()
    hand.write("Sprachcafé")
    hand.window.desk.undo()
    assert said == [], "a short one shows no bar"


def test_one_huge_line_stays_one_card(hand):
    paste(hand, "Ein Satz über das Quartier. " * 4_000)
    assert not hand.place.sheet.is_deciding
    hand.key(ENTER)
    assert len(hand.cards) == 1
