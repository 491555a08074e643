"""Counts on two axes as a table that shows at a glance where there are many and where there is none."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.theme.style import body_font, worn

_NARROWEST = 74
_ROW = 35
_HEAD = 44
_LABEL = 246


class HeatRow(NamedTuple):
    """A row of counts: its key, its label, one count for each column, and how many things were counted in all."""

    id: str
    label: str
    counts: tuple[int, ...]
    total: int


class HeatModel(RowsModel[HeatRow]):
    """Counts, with the labels of the rows as their heads, so that they stay when the table scrolls sideways."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            return super().headerData(section, orientation, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None


class HeatHead(QHeaderView):
    """Heads on two lines, centred over their columns; labels of rows at the side, cut with "…" where they are long."""

    def __init__(self, orientation: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self.parts: frozenset[int] = frozenset()
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        if not rect.isValid():
            return
        text = str(self.model().headerData(index, self.orientation()) or "")
        painter.save()
        painter.fillRect(rect, QColor(worn().panel))
        painter.setPen(QColor(worn().line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.orientation() == Qt.Orientation.Horizontal:
            self._head(painter, rect, text, 8 if index in self.parts else 0)
        else:
            painter.setFont(body_font())
            painter.setPen(QColor(worn().text))
            inside = rect.adjusted(2, 0, -12, 0)
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, cut)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, text: str, gap: int) -> None:
        font = body_font(12)
        painter.setPen(QColor(worn().quiet))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setFont(font)
        painter.drawText(QRectF(rect.adjusted(gap, 4, -1, -6)), text, option)


class HeatDelegate(QStyledItemDelegate):
    """Paints a count on a ground that is the stronger the higher it is, and nothing counted as a dashed gap.

    A row in which nothing at all could be counted has quiet gaps: there is no lack of something in it, it is empty.
    """

    highest = 1
    parts: frozenset[int] = frozenset()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        count = int(index.data() or 0)
        row = cast(HeatModel, index.model()).rows[index.row()]
        cell: QRect = option.rect.adjusted(8 if index.column() in self.parts else 0, 0, -1, -1)
        painter.save()
        if count:
            ground = _mixed(worn().accent, worn().panel, 0.12 + 0.58 * count / self.highest)
            painter.fillRect(cell, ground)
            painter.setPen(_readable(ground))
        else:
            gap = QColor(worn().warning if row.total else worn().line)
            painter.setPen(QPen(gap, 1, Qt.PenStyle.DashLine))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))
            painter.setPen(QColor(worn().warning if row.total else worn().quiet))
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            painter.setPen(QPen(QColor(worn().text), 2))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))
            painter.setPen(pen)
        painter.setFont(body_font(strong=bool(row.total) and not count))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.restore()


class HeatTable:
    """A view of counts with its model."""

    def __init__(self, name: str) -> None:
        self.model = HeatModel([], None)
        self.view: QTableView = table(self.model, name)
        self.model.setParent(self.view)
        self.delegate = HeatDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.head = HeatHead(Qt.Orientation.Horizontal, self.view)
        self.view.setHorizontalHeader(self.head)
        self.view.setVerticalHeader(HeatHead(Qt.Orientation.Vertical, self.view))
        head, side = self.head, self.view.verticalHeader()
        head.setFixedHeight(_HEAD)
        side.show()
        side.setDefaultSectionSize(_ROW)

    def show_counts(self, heads: Sequence[str], rows: Sequence[HeatRow], parts: frozenset[int] = frozenset()) -> None:
        """Show a row of counts for each label; before the columns ``parts`` a gap parts two axes."""
        self.delegate.highest = max((max(row.counts, default=0) for row in rows), default=1) or 1
        self.delegate.parts = self.head.parts = parts
        if [column.head for column in self.model.columns] != list(heads):
            self.model.beginResetModel()
            self.model.rows = []
            self.model.columns = [Column(head, partial(_count_at, at), _NARROWEST) for at, head in enumerate(heads)]
            self.model.endResetModel()
            self._fit_columns(heads)
        self.model.show(rows)
        longest = max((self.view.fontMetrics().horizontalAdvance(row.label) for row in rows), default=0)
        self.view.verticalHeader().setFixedWidth(min(longest + 20, _LABEL))

    def _fit_columns(self, heads: Sequence[str]) -> None:
        """Give long words the width that they need; the other columns share the rest."""
        metrics = QFontMetrics(body_font(12))
        self.head.setMinimumSectionSize(_NARROWEST)
        for at, head in enumerate(heads):
            needed = 8 + max((metrics.horizontalAdvance(word) for word in head.split()), default=0)
            if needed > _NARROWEST:
                self.head.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                self.head.resizeSection(at, needed)
            else:
                self.head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)


def _count_at(column: int, row: HeatRow) -> int:
    return row.counts[column]


def _mixed(over: str, ground: str, share: float) -> QColor:
    first, second = QColor(over), QColor(ground)
    return QColor(*(round(a * share + b * (1 - share)) for a, b in zip(_rgb(first), _rgb(second), strict=True)))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _readable(ground: QColor) -> QColor:
    """Return black or white ink, whichever is easier to read on the ground (relative luminance, WCAG 2.2)."""
    shares = (value / 255 for value in _rgb(ground))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shares)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return QColor("#ffffff") if luminance < 0.179 else QColor("#10181b")
