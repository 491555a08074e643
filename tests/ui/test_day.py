"""A whole forum in the real window: set up, welcomed, caught, ordered, weighed, exported, undone and redone."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import participants
from forumtool.storage.queries.outcomes import clusters, dot_rounds
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.shell.window import MainWindow
from tests.ui.desks import window_on
from tests.ui.keys import press, type_text

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
ENTER, ESC, DOWN, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Right
GROUPS = ("Begegnung", "Ansprache", "Patenschaften", "Räume", "Mitreden", "Träger")
DOTS = (41, 33, 28, 12, 6, 1)
TAGS = ("Ankommen", "Einleben", "Bleiben", "Familien", "Alter", "Straßenfest")
PEOPLE, CARDS = 25, 60


class Day:
    """The facilitator's and note-taker's hands: keys only."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def file(self) -> ForumFile:
        return self.window.desk.file

    def look_up(self) -> None:
        """Windows drawn into memory stay inactive after a popup has closed; on a screen the window is active again."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def place(self, key: int, name: str) -> Any:
        self.look_up()
        press(self.window, Qt.Key(Qt.Key.Key_0 + key), CTRL)
        return self.window.places[name]

    def answer(self, words: str) -> None:
        chooser = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())
        type_text(chooser.field, words)
        press(chooser.field, ENTER)

    def prepare(self) -> None:
        self.look_up()
        press(self.window, Qt.Key.Key_F, CTRL)
        self.answer("Fachforum 3")
        page = self.place(2, "setup").page
        item = next(item for item in page.outline.items() if item.text(0) == "3")
        page.outline.setCurrentItem(item)
        page.outline.setFocus()
        press(page.outline, Qt.Key.Key_N)
        type_text(page.entry, "Räume für alle Generationen öffnen")
        press(page.entry, ENTER)

    def welcome(self) -> None:
        entry = self.place(4, "arrive").entry
        for at in range(PEOPLE):
            type_text(entry, f"Jörg-Uwe Nr {at:02d}, Verein {at % 7} e. V.")
            press(entry, ENTER)

    def catch(self) -> None:
        place = self.place(5, "capture")
        while self.window.desk.goal().number != "3.2":
            press(place.field, DOWN if self.window.desk.goal().number < "3.2" else Qt.Key.Key_Up, ALT)
        for at in range(CARDS):
            type_text(place.field, f"Vorschlag {at:02d}: Bänke für Ältere #{TAGS[at % 6]} @Verein {at % 7} e. V.")
            if place.field.offers:
                press(place.field, ESC)
            press(place.field, ENTER)

    def order(self) -> None:
        place = self.place(6, "order")
        for at, title in enumerate(GROUPS):
            view = place.area.not_ordered.view
            view.setFocus()
            view.choose(0)
            press(view, DOWN, SHIFT, times=8)
            if at == 0:
                press(view, Qt.Key.Key_N)
            else:
                press(view, Qt.Key.Key_G)
            self.answer(title)

    def weigh(self) -> None:
        place = self.place(7, "weigh")
        for dots in DOTS:
            row = next(row for row in place.counts.rows if row.field.hasFocus())
            type_text(row.field, str(dots))
            press(row.field, ENTER)

    def export(self, folder: Path) -> None:
        place = self.place(9, "minutes")
        place.export(("docx", "xlsx"), folder)
        self.qtbot.waitUntil(place.both.isEnabled, timeout=20_000)
        place.runner.stop()


@pytest.fixture
def day(tmp_path, qtbot):
    with window_on(tmp_path, qtbot) as window:
        yield Day(window, qtbot)


def test_a_whole_forum_by_keys_then_undone_to_the_start_and_redone(day, tmp_path):
    start = digest(day.file)
    for part in (day.prepare, day.welcome, day.catch, day.order, day.weigh):
        part()
    _has_all_of_it(day)
    folder = tmp_path / "Ausgabe"
    folder.mkdir()
    day.export(folder)
    _exports_tell_the_same(day, folder)
    assert findings(day.file) == []
    end = digest(day.file)
    _undo_everything(day, start)
    _redo_everything(day, end)


def _has_all_of_it(day: Day) -> None:
    people = participants(day.file, day.window.desk.forum_id)
    assert len(people) == PEOPLE and {person.state for person in people} == {"present"}
    cards = proposals(day.file, day.window.desk.scope)
    assert [card.number for card in cards] == [f"A-{at + 1}" for at in range(CARDS)]
    assert all([tag.title for tag in card.tags] == [TAGS[at % 6]] for at, card in enumerate(cards))
    assert {card.contributor for card in cards} == {f"Verein {at} e. V." for at in range(7)}
    found = clusters(day.file, day.window.desk.scope)
    assert [group.title for group in found] == list(GROUPS)
    assert [group.cards for group in found] == [9] * 6
    (row,) = dot_rounds(day.file, day.window.desk.scope)
    assert [row.dots_on(group.id) for group in found] == list(DOTS)
    assert "Räume für alle Generationen öffnen" in [goal.title for goal in goals(day.file)]


def _exports_tell_the_same(day: Day, folder: Path) -> None:
    (word,), (excel,) = folder.glob("*.docx"), folder.glob("*.xlsx")
    cards = {card.number: card for card in proposals(day.file, day.window.desk.scope)}
    book = load_workbook(excel)
    heads, *rows = book["Vorschläge"].iter_rows(values_only=True)
    told = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    assert told.keys() == cards.keys()
    assert all(cards[number].text in row.values() for number, row in told.items())
    groups = {row[heads.index("Gruppe")] for row in rows}
    assert set(GROUPS) <= groups
    text = "\n".join(cell.text for table in Document(word).tables for row in table.rows for cell in row.cells)
    assert all(number in text and card.text in text for number, card in cards.items())
    words = "\n".join(paragraph.text for paragraph in Document(word).paragraphs)
    assert f"{sum(DOTS)}" in words or f"{sum(DOTS)}" in text
    assert "Jörg-Uwe" not in words + text, "names were not asked for"


def _undo_everything(day: Day, start: str) -> None:
    place = day.place(5, "capture")
    day.look_up()
    for _step in range(day.file.history.count):
        press(place.field, Qt.Key.Key_Z, CTRL)
    assert day.file.history.next_undo is None
    assert digest(day.file) == start
    assert not day.window.top.undo.isEnabled()
    assert place.model.rows == []


def _redo_everything(day: Day, end: str) -> None:
    for _step in range(day.file.history.count):
        press(day.window, Qt.Key.Key_Y, CTRL)
    assert day.file.history.next_redo is None
    assert digest(day.file) == end
    _has_all_of_it(day)


def test_undo_goes_on_after_the_window_was_closed(tmp_path, qtbot):
    with window_on(tmp_path, qtbot) as window:
        start = digest(window.desk.file)
        place = Day(window, qtbot).place(5, "capture")
        for line in ("Erster", "Zweiter #Straßenfest"):
            type_text(place.field, line)
            press(place.field, ENTER)
    with window_on(tmp_path, qtbot) as window:
        day = Day(window, qtbot)
        place = day.place(5, "capture")
        assert [row.text for row in place.model.rows] == ["Zweiter", "Erster"]
        day.look_up()
        press(place.field, Qt.Key.Key_Z, CTRL, times=2)
        assert place.model.rows == [] and digest(window.desk.file) == start
