"""A click takes the keyboard from nobody."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.table import Column, RowsModel, table
from tests.ui.desks import editor_in
from tests.ui.keys import press, type_text

LEFT = Qt.MouseButton.LeftButton


class Row:
    """A row of one word."""

    id, word = "1", "alt"


class Sheet(QWidget):
    """A field, a table and a button; what happens is told in order."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.field = LineField()
        self.view = table(RowsModel([Column("Wort", lambda row: row.word, 0, self._write)]), "Wörter")
        self.view.model().show([Row()])
        self.act = button("Tun", lambda: self.told.append(f"getan, Tastatur: {self._where()}"))
        layout = QVBoxLayout(self)
        for part in (self.field, self.view, self.act):
            layout.addWidget(part)
        self.field.committed.connect(self.told.append)

    def _write(self, _row: Row, text: str) -> None:
        self.told.append(text)

    def _where(self) -> str:
        here = QApplication.focusWidget()
        return {self.field: "Feld", self.view: "Tabelle", self.act: "Knopf"}.get(here, "nirgends")  # type: ignore[call-overload]


@pytest.fixture
def sheet(qtbot: Any) -> Iterator[Sheet]:
    made = Sheet()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def test_a_field_tells_its_words_before_the_click_counts_and_keeps_the_keyboard(sheet: Sheet) -> None:
    sheet.field.setFocus()
    type_text(sheet.field, "neu")
    QTest.mouseClick(sheet.act, LEFT)
    assert sheet.told == ["neu", "getan, Tastatur: Feld"]
    type_text(sheet.field, "er")
    assert sheet.field.text() == "neuer"


def test_out_of_an_editor_the_keyboard_goes_back_to_the_table(sheet: Sheet) -> None:
    sheet.view.setFocus()
    sheet.view.setCurrentIndex(sheet.view.model().index(0, 0))
    press(sheet.view, Qt.Key.Key_F2)
    editor = editor_in(sheet.view)
    editor.selectAll()  # type: ignore[attr-defined]
    type_text(editor, "neu")
    QTest.mouseClick(sheet.act, LEFT)
    assert sheet.told == ["neu", "getan, Tastatur: Tabelle"]


def test_tab_and_the_space_bar_reach_it_all_the_same(sheet: Sheet) -> None:
    sheet.view.setFocus()
    press(sheet.view, Qt.Key.Key_Tab)
    assert sheet.act.hasFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        press(sheet.act, key)
    assert sheet.told == ["getan, Tastatur: Knopf"] * 3


def test_a_click_that_is_dragged_away_does_nothing_and_keeps_the_keyboard(sheet: Sheet) -> None:
    sheet.field.setFocus()
    QTest.mousePress(sheet.act, LEFT)
    QTest.mouseMove(sheet.act, sheet.field.rect().topLeft())
    QTest.mouseRelease(
        sheet.act, LEFT, Qt.KeyboardModifier.NoModifier, sheet.field.mapTo(sheet, sheet.rect().topLeft())
    )
    assert sheet.field.hasFocus()
