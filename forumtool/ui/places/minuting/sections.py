"""The sections of the minutes as a list to tick, in an order that is changed by dragging or with Alt and an arrow."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from forumtool.exports.minutes_sections import BY_KEY, KEYS, in_order, moved, placed
from forumtool.i18n import _
from forumtool.ui.parts.buttons import shortcut
from forumtool.ui.parts.cells import paint_check
from forumtool.ui.parts.row_drag import RowDrag
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.theme.style import body_font, worn

_ROW, _BOX, _INDENT = 24, 26, 20  # pixels


class Line(NamedTuple):
    """A section and whether it is ticked."""

    id: str
    title: str
    ticked: bool

    @property
    def indent(self) -> int:
        """How far it stands in, in pixels, as it stands within another one."""
        return _INDENT if BY_KEY[self.id].within else 0


class _Lines(RowsModel[Line]):
    """A line is its words and its tick in one cell."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        return line.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable


class _Ticks(QStyledItemDelegate):
    """Paints tick and words; a click on the tick turns it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.model().rows[index.row()]  # type: ignore[attr-defined]
        painter.save()
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if option.state & QStyle.StateFlag.State_Selected or focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(worn().accent) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().accent_ground if focused else worn().row_ground))
            painter.drawRoundedRect(QRect(option.rect).adjusted(0, 1, -1, -1), 5, 5)
        paint_check(painter, _box(option.rect, line), checked=line.ticked)
        painter.setFont(body_font())
        painter.setPen(QColor(worn().text if line.ticked else worn().quiet))
        area = QRect(option.rect).adjusted(_BOX + line.indent + 2, 0, -4, 0)
        text = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            line: Line = model.rows[index.row()]
            if _box(option.rect, line).contains(event.position().toPoint()):
                model.setData(index, _turned(line), Qt.ItemDataRole.CheckStateRole)
                return True
        return False


def _box(area: QRect, line: Line) -> QRect:
    return QRect(area.left() + line.indent, area.top(), _BOX, area.height())


def _turned(line: Line) -> Qt.CheckState:
    return Qt.CheckState.Unchecked if line.ticked else Qt.CheckState.Checked


class SectionList(QTableView):
    """``changed`` tells that somebody ticked or moved something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._order: tuple[str, ...] = KEYS
        self._ticked = frozenset(KEYS)
        self.lines = _Lines([Column("", lambda line: line.ticked, check=lambda line, on: self.tick(line.id, on=on))])
        table(self.lines, _("Abschnitte des Protokolls"), self)
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setItemDelegate(_Ticks(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(3 * _ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.drag = RowDrag(self, self._drop)
        shortcut(self, "Space", self._turn_chosen)
        shortcut(self, "Alt+Up", lambda: self._move_chosen(-1))
        shortcut(self, "Alt+Down", lambda: self._move_chosen(1))
        self._show()

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys of the ticked sections in their order."""
        return tuple(key for key in self._order if key in self._ticked)

    def show_sections(self, chosen: Sequence[str]) -> None:
        """Show a choice; an order of sections that are not chosen is kept as far as it goes."""
        if tuple(chosen) != self.sections:
            self._order, self._ticked = in_order(chosen), frozenset(chosen)
            self._show()

    def tick(self, key: str, *, on: bool) -> None:
        """Choose a section, or leave it out."""
        self._ticked = self._ticked | {key} if on else self._ticked - {key}
        self._show()
        self.changed.emit()

    def move_section(self, key: str, step: int) -> None:
        """Move a section one place up (-1) or down (+1) among those that it can change places with."""
        self._put(moved(self._order, key, step))

    def _put(self, order: tuple[str, ...]) -> None:
        if order == self._order:
            return
        chosen = self._chosen
        self._order = order
        self._show()
        if chosen:
            self.setCurrentIndex(self.lines.index(order.index(chosen), 0))
        self.changed.emit()

    def _drop(self, row: int, place: int) -> None:
        key = self._order[row]
        rest = [one for one in self._order if one != key]
        self._put(placed(self._order, key, sum(BY_KEY[one].within == BY_KEY[key].within for one in rest[:place])))

    @property
    def _chosen(self) -> str:
        at = self.currentIndex().row()
        return self._order[at] if 0 <= at < len(self._order) else ""

    def _turn_chosen(self) -> None:
        if key := self._chosen:
            self.tick(key, on=key not in self._ticked)

    def _move_chosen(self, step: int) -> None:
        if key := self._chosen:
            self.move_section(key, step)

    def _show(self) -> None:
        self.lines.show([Line(key, _(BY_KEY[key].title), key in self._ticked) for key in self._order])
