"""A facilitator and a note-taker who play a whole forum by keys alone: each key goes where the keyboard is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from forumtool.ui.importing.dialog import ImportDialog
from forumtool.ui.shell.window import MainWindow
from tests.ui.hands import Hands, asked_for
from tests.ui.keys import press, type_text
from tests.ui.whole_forum import Card, Group, Person, Script

KEY = Qt.Key
ENTER, ESC, TAB, SPACE, UP, DOWN = (
    KEY.Key_Return, KEY.Key_Escape, KEY.Key_Tab, KEY.Key_Space, KEY.Key_Up, KEY.Key_Down,
)  # fmt: skip
NONE, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
_FAR = 12  # presses of Tab that nobody would go beyond


class HandsOnKeys(Hands):
    """Presses keys and counts in ``costs`` what each card costs beyond its words; a chord counts one."""

    def __init__(self, window: MainWindow, qtbot: Any, told: Script) -> None:
        super().__init__(window, qtbot, told)
        self.keys = 0
        self.costs: list[int] = []

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _time in range(times):
            QApplication.processEvents()  # a list that has closed leaves the window without the keyboard a little later
            press(self.target, key, held)
            self.keys += 1

    def sign(self, sign: str) -> None:
        """Type a sign that is no word of a card."""
        type_text(self.target, sign)
        self.keys += 1

    def go(self, key: int, name: str) -> None:
        """Go to a place by its number."""
        self.press(Qt.Key(KEY.Key_0 + key), CTRL)
        self.see(name)

    def answer(self, words: str) -> None:
        """Type into the list that is open and take what is marked."""
        assert self.chooser.isVisible()
        self.write(words)
        self.press(ENTER)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a widget has the keyboard."""
        for _time in range(_FAR):
            if widget.hasFocus():
                return
            self.press(TAB)
        raise AssertionError(f"{widget.accessibleName() or widget} is too far away")

    # Before the forum

    def prepare(self) -> None:
        """Choose the forum, name another goal, put an agenda in."""
        self.press(KEY.Key_F, CTRL)
        self.answer(self.told.forum)
        self.go(2, "setup")
        outline = self.goals_page.outline
        field = next(one for one in outline.items() if one.text(0) == self.told.new_goal["field"])
        while outline.currentItem() is not field:
            self.press(DOWN)
        self.press(KEY.Key_N)
        self.write(self.told.new_goal["title"])
        self.press(ENTER)
        self.go(3, "agenda")
        self.press(KEY.Key_V)
        self.answer(self.told.template)

    def begin(self) -> None:
        """Begin the first item of the agenda."""
        self.go(3, "agenda")
        self.press(ENTER)

    # People

    def read_list(self, path: Path) -> None:
        """Read a list of people."""
        self.go_to_people()
        self.tab_to(self.arrive.read_list)
        with asked_for(path):
            self.press(SPACE)
        assert self.window.findChildren(ImportDialog)
        self.press(ENTER)
        assert not any(one.isVisible() for one in self.window.findChildren(ImportDialog))

    def go_to_people(self) -> None:
        """Go to the field that finds people."""
        self.go(4, "arrive")

    def welcome(self, person: Person) -> None:
        """Check somebody in by the first letters of the name."""
        entry = self.arrive.entry
        for letter in person.name:
            self.write(letter)
            meant = self.arrive.chosen()
            if len(entry.text()) > 1 and meant and meant[0].name == person.name:
                break
        self.press(ENTER)

    def add_person(self, person: Person) -> None:
        """Put somebody on the list who is not on it."""
        self.write(", ".join(person[:3]))
        self.press(ENTER)
        self.press(DOWN)
        self.press(KEY.Key_B)
        self.answer(person.bench)
        self.press(ESC)

    # Cards

    def begin_capturing(self) -> None:
        """Go to the line of the cards."""
        self.go(5, "capture")

    def turn_to(self, number: str) -> None:
        """Go to another goal."""
        while self.window.desk.goal().number != number:  # type: ignore[union-attr]
            self.press(DOWN if self.window.desk.goal().number < number else UP, ALT)  # type: ignore[union-attr]

    def name(self, wanted: str) -> None:
        """Type letters until the name carries a digit, and take it."""
        for letter in wanted:
            if wanted in self.offers:
                break
            self.sign(letter.lower())
        self.sign(str(self.offers.index(wanted) + 1))

    def catch(self, card: Card) -> None:
        """Write a card with its tag and person."""
        before = self.keys
        self.write(card.words)
        self.press(TAB)
        self.name(card.tag)
        self.press(TAB)
        self.name(card.person)
        self.press(ENTER)
        self.costs.append(self.keys - before)

    def support(self) -> None:
        """Write a card that counts for another one."""
        support = self.told.support
        self.turn_to(support.goal)
        self.write(support.words)
        self.sign(" ")
        self.sign("@")
        self.name(support.person)
        self.press(DOWN, CTRL, times=self.until_similar(support.lead))
        self.press(ENTER, CTRL)

    def read_back(self) -> None:
        """Ask the room whether all was noted well, page by page."""
        self.turn_to(self.told.readback)
        self.press(KEY.Key_F8)
        self.press(KEY.Key_G)
        self.until_read_back(lambda: self.press(ENTER, CTRL))
        self.press(KEY.Key_F9)

    # The board

    def begin_ordering(self, goal: str) -> None:
        """Go to the board of a goal."""
        self.go(6, "order")
        self.turn_to(goal)

    def pick(self, begins: Sequence[str]) -> None:
        """Choose cards that are not ordered, wherever they stand."""
        assert self.loose.hasFocus()
        first, *others = self.rows_of(begins)
        self._walk(first, NONE)
        for row in others:
            self._walk(row, CTRL)
            self.press(SPACE, CTRL)

    def _walk(self, row: int, held: Qt.KeyboardModifier) -> None:
        way = row - self.loose.currentIndex().row()
        self.press(DOWN if way > 0 else UP, held, times=abs(way))
        if not way and not held and not self.loose.selectionModel().hasSelection():
            self.press(SPACE)

    def group(self, group: Group) -> None:
        """Make a group of its first cards and put the others into it."""
        self.pick(group.cards[:3])
        self.press(KEY.Key_N)
        self.answer(group.title)
        self.pick(group.cards[3:])
        self.press(KEY.Key_G)
        self.answer(group.title)

    def take_suggestion(self) -> None:
        """Put a card into the group that is suggested."""
        card, group = self.told.suggestion["card"], self.told.suggestion["group"]
        self.pick([card])
        self.until_a_group_is_suggested(card, group)
        self.press(ENTER)

    # Weighing and deepening

    def count_dots(self) -> None:
        """Ask the question and enter the dots of each group."""
        self.go(7, "weigh")
        self.press(KEY.Key_F)
        self.write(self.told.weighing["question"])
        self.press(ENTER)
        dots = {group.title: group.dots for group in self.told.groups}
        for _group in dots:
            row = next(row for row in self.weigh.counts.rows if row.field.hasFocus())
            self.write(str(dots[row.title.text()]))
            self.press(ENTER)

    def close(self) -> None:
        """Ask at the end how it was."""
        closing = self.told.closing
        self.press(KEY.Key_N)
        self.answer("Abschluss")
        self.write(closing.question)
        self.press(ENTER)
        for field, count in zip(self.weigh.scale.fields, closing.counts, strict=True):
            assert field.hasFocus()
            self.write(str(count or ""))
            self.press(ENTER)

    def sketch(self) -> None:
        """Sketch a measure out of the weightiest group."""
        measure = self.told.measure
        self.go(8, "deepen")
        form = self.deepen.sketches.form
        self.press(ENTER)
        self.write(measure.title)
        self.press(TAB, times=2)
        for field, words in ((form.lead, measure.lead), (form.partners, measure.partners)):
            assert field.hasFocus()
            self.write(words)
            self.press(TAB)
        self.write(measure.horizon)
        self.press(ENTER)

    def agree(self) -> None:
        """Write down who does what by when."""
        self.press(KEY.Key_PageDown, CTRL)
        agreed = self.told.agreement
        for words in (agreed["text"], agreed["responsible"]):
            self.write(words)
            self.press(TAB)
        self.write(agreed["due"])
        self.press(ENTER)

    def park(self) -> None:
        """Set a matter aside."""
        self.press(KEY.Key_PageDown, CTRL)
        self.write(self.told.parked["text"])
        self.press(TAB)
        self.write(self.told.parked["addressee"])
        self.press(ENTER)

    def export(self, folder: Path) -> None:
        """Write minutes and workbook."""
        self.go(9, "minutes")
        with asked_for(folder):
            self.press(SPACE)
            self.until_exported()
