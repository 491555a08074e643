"""A list of entries to choose from: a title that wraps, quiet lines below it, and a mark at the right."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from forumtool.ui.parts.keyboard import is_plain_enter, moving
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.theme.style import body_font, worn

_ENTRY = Qt.ItemDataRole.UserRole
_PAD_X, _PAD_Y, _GAP, _LINES = 9, 6, 8, 12


class Entry(NamedTuple):
    """A row: a heading cannot be chosen and has no details."""

    id: str
    title: str
    details: tuple[str, ...] = ()
    mark: str = ""
    is_strong: bool = True
    is_heading: bool = False


class EntryList(QListWidget):
    """Tells what is done with the chosen entry: Enter ``entered``, Del ``removed``, Alt+Up and Alt+Down ``moved``.

    ``chosen`` tells that another entry, or none, is the current one, ``lit`` that the keyboard came or went. Letters
    are left to the place as commands.
    """

    entered = Signal()
    removed = Signal()
    moved = Signal(int)
    chosen = Signal()
    lit = Signal()

    def __init__(self, name: str, *, several: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.currentItemChanged.connect(lambda *_items: self.chosen.emit())
        self.itemDoubleClicked.connect(lambda _item: self.entered.emit())

    @property
    def keys(self) -> list[str]:
        """The keys of all entries, in order."""
        return [entry.id for entry in self._entries() if not entry.is_heading]

    @property
    def key(self) -> str | None:
        """The key of the current entry."""
        item = self.currentItem()
        return str(item.data(_ENTRY).id) if item is not None else None

    @property
    def chosen_keys(self) -> list[str]:
        """The keys of all chosen entries, in the order of the list."""
        items = (self.item(at) for at in range(self.count()))
        return [str(item.data(_ENTRY).id) for item in items if item is not None and item.isSelected()]

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; the current one stays, or the one that takes its place."""
        if list(entries) == self._entries():
            return
        kept, place, selected = self.key, self.currentRow(), set(self.chosen_keys)
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(entry))
            if entry.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self._choose_again(kept, place, selected)
        self.blockSignals(False)
        if self.key != kept:
            self.chosen.emit()

    def choose(self, key: str) -> bool:
        """Make an entry the current one and tell whether it is there."""
        at = next((at for at, entry in enumerate(self._entries()) if entry.id == key and not entry.is_heading), -1)
        if at >= 0:
            self.setCurrentRow(at)
            self.scrollToItem(self.item(at))
        return at >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if moving(event) and self.selectionMode() == QAbstractItemView.SelectionMode.SingleSelection:
            self.moved.emit(moving(event))
        elif is_plain_enter(event):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.text().isalpha() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.lit.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.lit.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _entries(self) -> list[Entry]:
        items = (self.item(at) for at in range(self.count()))
        return [item.data(_ENTRY) for item in items if item is not None]

    def _choose_again(self, kept: str | None, place: int, selected: set[str]) -> None:
        free = [at for at, entry in enumerate(self._entries()) if not entry.is_heading]
        same = next((at for at in free if self._entries()[at].id == kept), None)
        at = same if same is not None else min((at for at in free if at >= place), default=free[-1] if free else -1)
        self.setCurrentRow(at)
        for row in free:
            item = self.item(row)
            if item is not None and len(selected) > 1:
                item.setSelected(item.data(_ENTRY).id in selected)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 200
        return QSize(width, int(_Painted(index.data(_ENTRY), width).height) + 2 * _PAD_Y)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self.parent()
        lit = isinstance(view, QListWidget) and view.hasFocus()
        area = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().accent_ground if lit else worn().row_ground))
            painter.drawRoundedRect(area, 6, 6)
        if lit and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(worn().accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 6, 6)
        _Painted(index.data(_ENTRY), area.width()).draw(painter, area)
        painter.restore()


class _Painted:
    """An entry laid out in a width."""

    def __init__(self, entry: Entry, width: int) -> None:
        self._entry = entry
        self._font = body_font(12 if entry.is_heading else 14, strong=entry.is_strong or entry.is_heading)
        self._mark = QFontMetrics(_mark_font()).horizontalAdvance(entry.mark) + 2 if entry.mark else 0
        room = max(40, width - 2 * _PAD_X)
        self._title = Wrapped(entry.title, self._font, room - (self._mark + _GAP if self._mark else 0), lines=_LINES)
        self._details = [Wrapped(text, body_font(13), room, lines=_LINES) for text in entry.details]
        self.height = self._title.height + sum(detail.height + 1 for detail in self._details)

    def draw(self, painter: QPainter, area: QRect) -> None:
        x, y = area.x() + _PAD_X, float(area.y() + _PAD_Y)
        painter.setPen(QColor(worn().quiet if self._entry.is_heading else worn().text))
        self._title.draw(painter, x, y)
        if self._mark:
            painter.setFont(_mark_font())
            painter.setPen(QColor(worn().accent))
            spot = QRect(area.right() - _PAD_X - self._mark, int(y), self._mark + 1, int(self._title.line_height))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._entry.mark)
        y += self._title.height
        painter.setPen(QColor(worn().quiet))
        for detail in self._details:
            detail.draw(painter, x, y + 1)
            y += detail.height + 1


def _mark_font() -> QFont:
    return body_font(13, strong=True)


def _spoken(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.title, entry.mark, *entry.details)))
