"""Above the fields: which constituency each column is, by the colour of its dots, and its sum."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from forumtool.domain.tally import Tally
from forumtool.i18n import _
from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.places.weighing.colours import dot_colour
from forumtool.ui.places.weighing.count_cells import FIELD, GAP, RANK, SUM
from forumtool.ui.theme.style import body_font, worn

_BAR, _WIDEST_TITLE, _LEAST_TITLE, _NARROW = 110, 250, 130, 52
_DOT, _APART, _TOP, _ABOVE_SUM = 11, 6, 10, 3
_TITLE = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ColumnHeads(QWidget):
    """Paints a dot, the title and the sum over each field; titles that find no room there stand in a line above.

    ``clicked`` carries the place of the column. Its geometry is that of ``CountCells``.
    """

    clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._benches: Sequence[BenchRow] = ()
        self._tallies: Sequence[Tally] = ()
        self._title = _WIDEST_TITLE
        self._columns: list[int] = []
        self._has_titles = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_benches(self, benches: Sequence[BenchRow]) -> None:
        """Show the heads of these columns."""
        self._benches, self._tallies = benches, ()
        self.updateGeometry()
        self.update()

    def show_sums(self, tallies: Sequence[Tally]) -> None:
        """Show the sum of each column beside what its people have."""
        self._tallies = tallies
        self.setAccessibleDescription("; ".join(self._spoken(at) for at in range(len(tallies))))
        self.update()

    def fit(self, room: int) -> tuple[int, list[int]]:
        """Return how wide wordings and columns are where a whole row has ``room`` pixels."""
        left = room - RANK - SUM - _BAR - GAP * (len(self._benches) + 3)
        named = [max(FIELD, _word_width(bench)) for bench in self._benches]
        self._has_titles = left - sum(named) >= _LEAST_TITLE
        self._columns = named if self._has_titles else [_NARROW] * len(named)
        self._title = max(_LEAST_TITLE, min(_WIDEST_TITLE, left - sum(self._columns)))
        self.updateGeometry()
        self.update()
        return self._title, self._columns

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._column_at(event.position().toPoint())
        if at >= 0:
            self.clicked.emit(at)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._column_at(event.pos())
            QToolTip.showText(event.globalPos(), self._spoken(at) if at >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(body_font(13))
        if not self._has_titles:
            for bench, spot in self._legend():
                _paint_dot(painter, bench, spot.x(), spot.y() + 2)
                _paint_title(painter, bench, spot)
        sums = self.height() - _line() - 4
        for at, bench in enumerate(self._benches):
            spot = self._spot(at)
            if self._has_titles:
                _paint_dot(painter, bench, spot.x(), _TOP + 2)
                _paint_title(painter, bench, QRect(spot.x(), _TOP, spot.width(), sums - _TOP))
            else:
                _paint_dot(painter, bench, spot.x(), sums - _DOT - _ABOVE_SUM)
            self._paint_sum(painter, at, QRect(spot.x(), sums, spot.width() + GAP, _line()))

    def _paint_sum(self, painter: QPainter, at: int, area: QRect) -> None:
        if at >= len(self._tallies):
            return
        tally = self._tallies[at]
        over = tally.state == "over"
        painter.setFont(body_font(13, strong=over))
        painter.setPen(QColor(worn().warning if over else worn().quiet))
        text = f"{tally.counted} / {tally.expected}" if tally.expected else str(tally.counted)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setFont(body_font(13))

    def _spot(self, at: int) -> QRect:
        x = RANK + GAP + self._title + GAP + sum(self._columns[:at]) + at * GAP
        return QRect(x, 0, self._columns[at], self.height())

    def _column_at(self, point: QPoint) -> int:
        return next((at for at in range(len(self._columns)) if self._spot(at).contains(point)), -1)

    def _legend(self) -> list[tuple[BenchRow, QRect]]:
        """Where each title stands in the line above, which wraps."""
        found, x, y = [], 0, _TOP
        for bench in self._benches:
            width = _DOT + _APART + QFontMetrics(body_font(13)).horizontalAdvance(_title(bench)) + 2
            if x and x + width > self.width():
                x, y = 0, y + _line() + 2
            found.append((bench, QRect(x, y, width, _line())))
            x += width + 18
        return found

    def _height(self) -> int:
        if len(self._columns) != len(self._benches) or not self._benches:
            return 0
        if self._has_titles:
            return _TOP + self._title_height() + _ABOVE_SUM + _line() + 4
        return self._legend()[-1][1].bottom() + 8 + _DOT + _ABOVE_SUM + _line() + 4

    def _title_height(self) -> int:
        metrics = QFontMetrics(body_font(13))
        return max(
            metrics.boundingRect(QRect(0, 0, width - _DOT - _APART, 1_000), _TITLE, _title(bench)).height()
            for bench, width in zip(self._benches, self._columns, strict=True)
        )

    def _spoken(self, at: int) -> str:
        title = _title(self._benches[at])
        if at >= len(self._tallies):
            return title
        tally = self._tallies[at]
        told = _("{dots} von {expected} Punkten", dots=tally.counted, expected=tally.expected)
        return f"{title}: {told if tally.expected else tally.counted}"


def _paint_dot(painter: QPainter, bench: BenchRow, x: int, y: int) -> None:
    painter.setBrush(QColor(dot_colour(bench.colour)) if bench.colour else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(worn().strong_line), 0.8))
    painter.drawEllipse(QRectF(x + 0.5, y + 0.5, _DOT, _DOT))


def _paint_title(painter: QPainter, bench: BenchRow, area: QRect) -> None:
    painter.setPen(QColor(worn().text))
    painter.drawText(area.adjusted(_DOT + _APART, 0, 2, 0), _TITLE, _title(bench))


def _title(bench: BenchRow) -> str:
    return bench.title or _("ohne Bank")


def _word_width(bench: BenchRow) -> int:
    metrics = QFontMetrics(body_font(13))
    return max(metrics.horizontalAdvance(word) for word in _title(bench).split() or [""]) + _DOT + _APART + 4


def _line() -> int:
    return QFontMetrics(body_font(13)).height()
