"""The outline of theme fields, goals and indicators."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from forumtool.domain.rows import GoalRow, IndicatorRow, ThemeFieldRow
from forumtool.i18n import _
from forumtool.ui.parts.cells import PAD_X, PAD_Y, ROW, Cells, is_rtl, paint_ground, shortened, text_height, typed_in
from forumtool.ui.parts.chips import Chip, paint_chips
from forumtool.ui.parts.table import Column
from forumtool.ui.theme.style import body_font, worn

FIELD, GOAL, INDICATOR = "field", "goal", "indicator"
NUMBER, TITLE, WORDS, MARK = range(4)
_KEY = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
Index = QModelIndex | QPersistentModelIndex
Entry = tuple[str, str, str, tuple[str, str, str, str]]


class Outline(QTreeWidget):
    """Shows fields, goals and indicators; ``change(kind, key, column, text)`` is asked when a cell has been edited."""

    def __init__(self, change: Callable[[str, str, int, str], object]) -> None:
        super().__init__()
        self.setAccessibleName(_("Themenfelder und Ziele"))
        self.setColumnCount(4)
        self.setHeaderLabels([_("Nr."), _("Titel"), _("Leitziel oder Leitfrage"), ""])
        self.setItemDelegate(_Cells(self, change))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setAllColumnsShowFocus(False)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setMinimumSectionSize(60)
        for column, width in ((NUMBER, 96), (MARK, 96)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        for column in (TITLE, WORDS):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def show_rows(
        self, fields: Sequence[ThemeFieldRow], goals: Sequence[GoalRow], indicators: Sequence[IndicatorRow]
    ) -> None:
        """Show the rows; those that are there already change in place, so that nobody is interrupted while writing."""
        entries = list(_entries(fields, goals, indicators))
        self.setColumnHidden(MARK, not any(texts[MARK] for _kind, _key, _parent, texts in entries))
        found = {self.key(item): item for item in self.items()}
        if [(key, parent) for _kind, key, parent, _texts in entries] != [
            (self.key(item), self.key(item.parent())) for item in self.items()
        ]:
            found = self._start_anew(entries)
        for kind, key, _parent, texts in entries:
            self._fill(found[key], kind, texts)

    def items(self) -> list[QTreeWidgetItem]:
        """Return all items from top to bottom."""
        found: list[QTreeWidgetItem] = []
        pending = [self.topLevelItem(at) for at in reversed(range(self.topLevelItemCount()))]
        while pending:
            item = pending.pop()
            if item is not None:
                found.append(item)
                pending += [item.child(at) for at in reversed(range(item.childCount()))]
        return found

    def key(self, item: QTreeWidgetItem | None) -> str:
        """Return the key of an item's row, empty for none."""
        return str(item.data(0, _KEY)) if item is not None else ""

    def chosen(self) -> tuple[str, str]:
        """Return kind and key of the chosen row, empty if there is none."""
        item = self.currentItem()
        return (str(item.data(0, _KIND)), self.key(item)) if item is not None else ("", "")

    def chosen_field(self) -> QTreeWidgetItem | None:
        """Return the theme field that the chosen row is or belongs to; without a choice, the last one."""
        item = self.currentItem() or self.topLevelItem(self.topLevelItemCount() - 1)
        while item is not None and item.parent() is not None:
            item = item.parent()
        return item if item is not None and item.data(0, _KIND) == FIELD else None

    def chosen_goal(self) -> QTreeWidgetItem | None:
        """Return the goal that the chosen row is or belongs to."""
        item = self.currentItem()
        while item is not None and item.data(0, _KIND) != GOAL:
            item = item.parent()
        return item

    def choose(self, key: str) -> None:
        """Make a row the chosen one."""
        item = next((one for one in self.items() if self.key(one) == key), None)
        if item is not None:
            self.setCurrentItem(item, TITLE)
            self.scrollToItem(item)

    def choose_neighbour(self) -> None:
        """Choose the row above the chosen one, before that one goes."""
        item = self.currentItem()
        above = self.itemAbove(item) if item is not None else None
        if above is not None:
            self.setCurrentItem(above, TITLE)

    def edit_chosen(self) -> None:
        """Edit the cell with the keyboard; an indicator has words only in its title."""
        item = self.currentItem()
        if item is not None:
            column = TITLE if item.data(0, _KIND) == INDICATOR else min(max(self.currentColumn(), 0), WORDS)
            self.editItem(item, column)

    def _start_anew(self, entries: Sequence[Entry]) -> dict[str, QTreeWidgetItem]:
        before, column, scrolled = self.chosen()[1], max(self.currentColumn(), 0), self.verticalScrollBar().value()
        self.clear()
        found: dict[str, QTreeWidgetItem] = {}
        for kind, key, parent, _texts in entries:
            item = found[key] = QTreeWidgetItem(found[parent]) if parent in found else QTreeWidgetItem(self)
            item.setData(0, _KEY, key)
            item.setData(0, _KIND, kind)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.expandAll()
        if before in found:
            self.setCurrentItem(found[before], column)
        self.verticalScrollBar().setValue(scrolled)
        return found

    def _fill(self, item: QTreeWidgetItem, kind: str, texts: tuple[str, str, str, str]) -> None:
        for column, text in enumerate(texts):
            if item.text(column) != text:
                item.setText(column, text)
                item.setToolTip(column, text)
        name = {FIELD: _("Themenfeld"), GOAL: _("Ziel"), INDICATOR: _("Indikator")}[kind]
        item.setData(TITLE, Qt.ItemDataRole.AccessibleTextRole, f"{name} {texts[NUMBER]} {texts[TITLE]}")


def _entries(
    fields: Sequence[ThemeFieldRow], goals: Sequence[GoalRow], indicators: Sequence[IndicatorRow]
) -> list[Entry]:
    goals_of: dict[str, list[GoalRow]] = defaultdict(list)
    shown_by: dict[str, list[IndicatorRow]] = defaultdict(list)
    for goal in goals:
        goals_of[goal.theme_field_id or ""].append(goal)
    for indicator in indicators:
        shown_by[indicator.goal_id or ""].append(indicator)
    found: list[Entry] = []
    for field in fields:
        found.append((FIELD, field.id, "", (field.number, field.title, field.aim, "")))
        found += _goal_entries(field.id, goals_of.pop(field.id, []), shown_by)
    for homeless in goals_of.values():
        found += _goal_entries("", homeless, shown_by)
    return found


def _goal_entries(parent: str, goals: Sequence[GoalRow], shown_by: dict[str, list[IndicatorRow]]) -> list[Entry]:
    found: list[Entry] = []
    for goal in goals:
        mark = _("Beispiel") if goal.is_example else ""
        found.append((GOAL, goal.id, parent, (goal.number, goal.title, goal.question, mark)))
        found += [(INDICATOR, one.id, goal.id, ("", one.text, "", "")) for one in shown_by[goal.id]]
    return found


class _Cells(Cells):
    """Fields stand out, goals are indented, indicators are quiet."""

    def __init__(self, tree: Outline, change: Callable[[str, str, int, str], object]) -> None:
        super().__init__(tree)
        self._tree, self._change = tree, change

    def column(self, index: Index) -> Column:
        heads = (_("Nr."), _("Titel"), _("Leitziel oder Leitfrage"), "")
        return Column(heads[index.column()], str, look="wrap" if index.column() in (TITLE, WORDS) else "")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, kind, text = worn(), _kind(index), str(index.data() or "")
        painter.save()
        paint_ground(painter, option)
        inside = QRect(option.rect).adjusted(PAD_X + _indent(index), PAD_Y, -PAD_X, -PAD_Y)
        if index.column() == MARK:
            if text:
                paint_chips(painter, inside, [Chip(text, colours.chip)])
        else:
            quiet = kind == INDICATOR or index.column() == WORDS
            painter.setPen(QColor(colours.quiet if quiet else colours.text))
            painter.setFont(body_font(strong=kind == FIELD and index.column() != WORDS))
            if kind == INDICATOR and index.column() == NUMBER:
                painter.setFont(body_font(13))
                text = _("Indikator")
            side = Qt.AlignmentFlag.AlignRight if is_rtl(text) else Qt.AlignmentFlag.AlignLeft
            painter.drawText(inside, int(_WRAP | side), shortened(text, inside.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() not in (TITLE, WORDS):
            return QSize(60, ROW)
        width = self._tree.columnWidth(index.column()) - 2 * PAD_X - _indent(index)
        strong = _kind(index) == FIELD and index.column() == TITLE
        return QSize(60, max(ROW, text_height(str(index.data() or ""), width, strong=strong) + 2 * PAD_Y))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        no_words = index.column() == MARK or (_kind(index) == INDICATOR and index.column() != TITLE)
        return None if no_words else super().createEditor(parent, option, index)  # type: ignore[return-value]

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        typed = typed_in(editor)
        if typed != str(index.data() or ""):
            self._change(_kind(index), str(index.sibling(index.row(), 0).data(_KEY)), index.column(), typed)


def _kind(index: Index) -> str:
    return str(index.sibling(index.row(), 0).data(_KIND))


def _indent(index: Index) -> int:
    if index.column() == NUMBER:
        return {GOAL: 14, INDICATOR: 14}.get(_kind(index), 0)
    return 0
