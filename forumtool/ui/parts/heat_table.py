"""Counts on two axes as a table that shows at a glance where there are many and where there is none."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from forumtool.ui.parts.table import Column, Index, RowsModel, table
from forumtool.ui.theme.style import body_font, worn

_NARROWEST = 74
_ROW = 35
_HEAD = 44
_LABEL, _SHARE, _MOST, _EDGE, _LEAST = 246, 0.34, 0.46, 16, 120
_SMALL = 760  # pixels; a table that needs more is scrolled sideways in the smallest window


class HeatRow(NamedTuple):
    """A row of counts: its key, its label, one count for each column, and how many things were counted in all.

    ``gaps`` are the columns whose 0 is a lack of something; None: all of them, if anything was counted. ``is_sum``
    marks the row that adds up the others.
    """

    id: str
    label: str
    counts: tuple[int, ...]
    total: int
    gaps: frozenset[int] | None = None
    is_sum: bool = False

    def lacks(self, column: int) -> bool:
        """Tell whether something is missing in a column."""
        if self.counts[column]:
            return False
        return bool(self.total) if self.gaps is None else column in self.gaps


class HeatModel(RowsModel[HeatRow]):
    """Counts, with the labels of the rows as their heads, so that they stay when the table scrolls sideways.

    ``tip`` says in words what a cell means and what a click on it does.
    """

    tip: Callable[[int, int], str] | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.tip is not None and role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tip(index.row(), index.column())
        return super().data(index, role)

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
        self._needed: Sequence[int] = ()
        self.setSectionsClickable(False)

    def fit(self, needed: Sequence[int]) -> None:
        """Give each column the pixels that it needs, and the same share of the width if that is more."""
        self._needed = needed
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        equal = self.width() // max(1, len(self._needed))
        for at, needed in enumerate(self._needed[: self.count()]):
            mode = QHeaderView.ResizeMode.Fixed if needed > equal else QHeaderView.ResizeMode.Stretch
            if self.sectionResizeMode(at) != mode:
                self.setSectionResizeMode(at, mode)
            if needed > equal:
                self.resizeSection(at, needed)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        if not rect.isValid():
            return
        text = str(self.model().headerData(index, self.orientation()) or "")
        painter.save()
        _fill(painter, rect, QColor(worn().panel))
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

    Where nothing is lacking, gaps are quiet: a row in which nothing at all could be counted is only empty. Sums have
    no ground.
    """

    highest = 1
    parts: frozenset[int] = frozenset()
    sums: frozenset[int] = frozenset()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = cast(HeatModel, index.model()).rows[index.row()]
        at = index.column()
        count, lacks = row.counts[at], row.lacks(at)
        cell: QRect = option.rect.adjusted(8 if at in self.parts else 0, 0, -1, -1)
        painter.save()
        painter.setFont(body_font(strong=lacks))
        ink = QColor(worn().warning if lacks else worn().quiet)
        if count and not row.is_sum and at not in self.sums:
            ground = _mixed(worn().accent, worn().panel, 0.12 + 0.58 * count / self.highest)
            _fill(painter, cell, ground)
            ink = _readable(ground)
        elif not count:
            painter.setPen(QPen(ink if lacks else QColor(worn().line), 1, Qt.PenStyle.DashLine))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused or option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(worn().text if focused else worn().accent), 2))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))
        painter.setPen(ink)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.restore()


class HeatView(QTableView):
    """Gives the labels of its rows up to a third of its width, and less where the columns need it.

    It scrolls sideways only where that would leave the labels no room.
    """

    label, needed = 0, 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_labels()

    def fit_labels(self) -> None:
        """Make the labels as wide as the longest one needs, as far as there is room."""
        can_scroll = self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        left = self.width() - self.needed - _EDGE * can_scroll
        room = min(int(self.width() * _SHARE), left)
        label = max(min(_LABEL, int(self.width() * _MOST)), room)
        self.verticalHeader().setFixedWidth(min(self.label, left if _LEAST <= left < label else label))


class HeatTable:
    """A view of counts with its model; ``narrowest`` is the least width of a column in pixels."""

    def __init__(self, name: str, narrowest: int = _NARROWEST) -> None:
        self._narrowest = narrowest
        self.model = HeatModel([], None)
        self.view = HeatView()
        table(self.model, name, self.view)
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

    def show_counts(
        self,
        heads: Sequence[str],
        rows: Sequence[HeatRow],
        parts: frozenset[int] = frozenset(),
        sums: frozenset[int] = frozenset(),
    ) -> None:
        """Show a row of counts for each label; before the columns ``parts`` a gap parts two axes, ``sums`` add up."""
        counted = (count for row in rows if not row.is_sum for at, count in enumerate(row.counts) if at not in sums)
        highest = max(counted, default=0) or 1
        if (highest, parts, sums) != (self.delegate.highest, self.delegate.parts, self.delegate.sums):
            self.delegate.highest, self.delegate.parts, self.delegate.sums = highest, parts, sums
            self.head.parts = parts
            self.view.viewport().update()
        if [column.head for column in self.model.columns] != list(heads):
            self.model.beginResetModel()
            self.model.rows = []
            narrowest = self._narrowest
            self.model.columns = [Column(head, partial(_count_at, at), narrowest) for at, head in enumerate(heads)]
            self.model.endResetModel()
            self._fit_columns(heads)
        self.model.show(rows)
        longest = max((self.view.fontMetrics().horizontalAdvance(row.label) for row in rows), default=0)
        self.view.label = longest + 20
        self.view.fit_labels()

    def fit_height(self) -> None:
        """Be as high as the rows, so that nothing has to be scrolled downwards."""
        across = self.view.horizontalScrollBar().sizeHint().height() if self.view.needed + _LABEL > _SMALL else 0
        self.view.setFixedHeight(_HEAD + _ROW * len(self.model.rows) + 2 + across)

    def _fit_columns(self, heads: Sequence[str]) -> None:
        """Give long words the width that they need."""
        metrics = QFontMetrics(body_font(12))
        words = [[metrics.horizontalAdvance(word) for word in head.split()] for head in heads]
        self.head.setMinimumSectionSize(self._narrowest)
        needed = [max(self._narrowest, 8 + max(widths, default=0)) for widths in words]
        self.head.fit(needed)
        self.view.needed = sum(needed)


def _fill(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Fill an area. Qt's own ``fillRect`` would make Python know all of its 180 ready-made gradients, 4 ms."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)


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
