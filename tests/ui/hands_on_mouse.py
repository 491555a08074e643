"""The same forum with a mouse: keys write words, and Enter only where no button says it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QPushButton, QWidget

from forumtool.ui.importing.dialog import ImportDialog
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.places.arriving.people import BENCH, CHECK
from forumtool.ui.places.capturing.similar_rows import ROW
from tests.ui.boards import drop
from tests.ui.desks import editor_in
from tests.ui.hands import Hands, asked_for
from tests.ui.whole_forum import Card, Group, Person

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class HandsOnMouse(Hands):
    """Clicks on what can be seen."""

    def click(self, widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = NONE) -> None:
        """Click on a widget."""
        QApplication.processEvents()
        if QApplication.activePopupWidget() is None:
            self.look_up()
        assert widget.isVisible() and widget.isEnabled(), widget
        QTest.mouseClick(widget, LEFT, held, at if at is not None else widget.rect().center())
        QApplication.processEvents()

    def click_row(self, view: QAbstractItemView, row: int, column: int = 0, held: Qt.KeyboardModifier = NONE) -> None:
        """Click on a row, as far down as one has to scroll."""
        self.click(view.viewport(), self._spot(view, view.model().index(row, column)), held)

    def _spot(self, view: QAbstractItemView, index: QModelIndex) -> QPoint:
        view.scrollTo(index)
        return view.visualRect(index).center()

    def go(self, name: str) -> None:
        """Go to a place by its button."""
        self.click(self.window.rail.buttons[name])
        self.see(name)

    def choose(self, begin: str, chooser: Chooser | None = None) -> None:
        """Click on the choice that begins with these words."""
        chooser = chooser or self.chooser
        at = next(at for at, one in enumerate(chooser.shown) if one.title.startswith(begin))
        self.click_row(chooser.list, at)

    def choose_in_menu(self, begin: str) -> None:
        """Open the menu of the canvas and click on an entry."""
        self.click(self.window.top.canvas)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entry = next(one for one in menu.actions() if one.text().replace("&", "").startswith(begin))
        self.click(menu, menu.actionGeometry(entry).center())

    # Before the forum

    def prepare(self) -> None:
        """Choose the forum, name another goal, put an agenda in."""
        self.click(self.window.top.forum)
        self.choose(self.told.forum)
        self.go("setup")
        page = self.goals_page
        item = next(one for one in page.outline.items() if one.text(0) == self.told.new_goal["field"])
        self.click(page.outline.viewport(), self._spot(page.outline, page.outline.indexFromItem(item)))
        self.click(page.entry)
        self.write(self.told.new_goal["title"])
        self.click(page.enter)
        self.go("agenda")
        self.click(self.agenda.templates)
        self.choose(self.told.template)

    def begin(self) -> None:
        """Begin the first item of the agenda."""
        self.go("agenda")
        self.click(self.agenda.head.next)

    # People

    def read_list(self, path: Path) -> None:
        """Read a list of people."""
        self.go_to_people()
        with asked_for(path):
            self.click(self.arrive.read_list)
        (dialog,) = self.window.findChildren(ImportDialog)
        self.click(dialog.go)

    def go_to_people(self) -> None:
        """Go to the list of people."""
        self.go("arrive")

    def welcome(self, person: Person) -> None:
        """Tick somebody."""
        self.click_row(self.arrive.list, self._row_of(person), CHECK)

    def _row_of(self, person: Person) -> int:
        return [row.name for row in self.arrive.model.rows].index(person.name)

    def add_person(self, person: Person) -> None:
        """Put somebody on the list who is not on it."""
        self.click(self.arrive.entry)
        self.write(", ".join(person[:3]))
        self.click(self.arrive.enter)
        view = self.arrive.list
        self.click_row(view, self._row_of(person), BENCH)
        spot = self._spot(view, view.model().index(self._row_of(person), BENCH))
        QTest.mouseDClick(view.viewport(), LEFT, NONE, spot)
        editor = editor_in(view)
        assert isinstance(editor, QComboBox)
        self.click(editor, QPoint(editor.width() - 10, editor.height() // 2))
        self.qtbot.wait(QApplication.doubleClickInterval())  # until then Qt takes a second click for part of the first
        self.click_row(editor.view(), editor.findText(person.bench))
        if editor.isVisible():
            self.click(self.arrive.entry)

    # Cards

    def begin_capturing(self) -> None:
        """Go to the line of the cards."""
        self.go("capture")

    def turn_to(self, number: str) -> None:
        """Click on another goal."""
        at = [goal.number for goal in self.window.desk.goals()].index(number)
        self.click_row(self.capture.goals, at)
        self.click(self.capture.field.viewport())

    def name(self, wanted: str) -> None:
        """Type letters until the name is among the first, and click on it."""
        for letter in wanted:
            if wanted in self.offers:
                break
            self.write(letter.lower())
        self.click_row(self.capture.field.popup.list, self.offers.index(wanted))

    def catch(self, card: Card) -> None:
        """Write a card, click on its tag and on the person."""
        self.write(card.words)
        chips = (chip for chip in self.capture.entry.tags.findChildren(QPushButton) if chip.isVisible())
        chip = next((chip for chip in chips if chip.property("title") == card.tag), None)
        if chip is not None:
            self.click(chip)
        else:
            self.write(" #")
            self.name(card.tag)
        self.write(" @")
        self.name(card.person)
        self.click(self.capture.entry.save)

    def support(self) -> None:
        """Write a card and click on the other one that it counts for."""
        support = self.told.support
        self.turn_to(support.goal)
        self.write(f"{support.words} @")
        self.name(support.person)
        at = self.until_similar(support.lead)
        self.click(self.capture.below.similar, QPoint(60, at * ROW + ROW // 2))

    def read_back(self) -> None:
        """Ask the room whether all was noted well, page by page."""
        self.turn_to(self.told.readback)
        self.choose_in_menu("Gegenlesen")
        self.until_read_back(lambda: self.choose_in_menu("Bestätigen"))
        self.choose_in_menu("Leinwand schließen")

    # The board

    def begin_ordering(self, goal: str) -> None:
        """Go to the board of a goal."""
        self.go("order")
        self.click(self.order.head.goal)
        self.choose(goal)

    def pick(self, begins: Sequence[str]) -> None:
        """Click on cards that are not ordered, the others with Ctrl held."""
        for at, row in enumerate(self.rows_of(begins)):
            self.click_row(self.loose, row, held=CTRL if at else NONE)

    def group(self, group: Group) -> None:
        """Make a group of its first cards and drag the others into it."""
        self.pick(group.cards[:3])
        self.click(self.order.head.new)
        self.write(group.title)
        self.choose("Neue Gruppe")
        self.pick(group.cards[3:])
        view = self.column(group.title)
        drop(view, self.loose.chosen, view.viewport().height() - 2)

    def take_suggestion(self) -> None:
        """Put a card into the group that is suggested."""
        card, group = self.told.suggestion["card"], self.told.suggestion["group"]
        self.pick([card])
        self.until_a_group_is_suggested(card, group)
        self.click(self.order.whispering.line.offers[0].title)

    # Weighing and deepening

    def count_dots(self) -> None:
        """Ask the question and enter the dots of each group."""
        self.go("weigh")
        question = self.weigh.question.field.viewport()
        self.click(question, QPoint(1, 4))
        self.click(question, question.rect().bottomRight() - QPoint(2, 4), SHIFT)
        self.write(self.told.weighing["question"])
        dots = {group.title: group.dots for group in self.told.groups}
        for at in range(len(dots)):
            row = self.weigh.counts.rows[at]
            self.click(row.field)
            self.write(str(dots[row.title.text()]))

    def close(self) -> None:
        """Ask at the end how it was."""
        closing = self.told.closing
        self.click(self.weigh.new)
        self.choose("Abschluss")
        self.write(closing.question)
        for at, count in enumerate(closing.counts):
            self.click(self.weigh.scale.fields[at])
            self.write(str(count or ""))

    def sketch(self) -> None:
        """Sketch a measure out of the weightiest group."""
        measure = self.told.measure
        self.go("deepen")
        sketches = self.deepen.sketches
        self.click_row(sketches.groups, 0)
        self.click(sketches.left.sketch)
        self.write(measure.title)
        form = sketches.form
        self._fill((form.lead, form.partners, form.horizon), measure[2:])

    def _fill(self, fields: Sequence[QWidget], words: Sequence[str]) -> None:
        for field, one in zip(fields, words, strict=True):
            self.click(field)
            self.write(one)

    def _turn_page(self, at: int) -> None:
        bar = self.deepen.tabs.tabBar()
        self.click(bar, bar.tabRect(at).center())

    def agree(self) -> None:
        """Write down who does what by when."""
        self._turn_page(1)
        page, agreed = self.deepen.agreements, self.told.agreement
        self._fill((page.entry, page.who, page.due), [agreed[key] for key in ("text", "responsible", "due")])
        self.click(page.enter)

    def park(self) -> None:
        """Set a matter aside."""
        self._turn_page(2)
        page, parked = self.deepen.parked, self.told.parked
        self._fill((page.entry, page.addressee), [parked["text"], parked["addressee"]])
        self.click(page.enter)

    def export(self, folder: Path) -> None:
        """Write minutes and workbook."""
        self.go("minutes")
        with asked_for(folder):
            self.click(self.minutes.both)
            self.until_exported()
