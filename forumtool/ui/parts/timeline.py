"""A line of time with its milestones."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.ui.theme.style import body_font, worn

_NARROWEST = 118
_BAR = 4
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Stop(NamedTuple):
    """A milestone: its title, its time in words, whether it is "past", "now" or "ahead", and a remark."""

    title: str
    when: str
    state: str
    note: str = ""


class Timeline(QWidget):
    """Milestones from left to right; goes on in a next line where the width is not enough."""

    def __init__(self) -> None:
        super().__init__()
        self._stops: list[Stop] = []
        self._narrowest = _NARROWEST
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show these milestones; the same ones again cost nothing."""
        if self._stops == list(stops):
            return
        self._stops = list(stops)
        metrics = QFontMetrics(body_font(strong=True))
        longest = max((metrics.horizontalAdvance(word) for stop in stops for word in stop.title.split()), default=0)
        self._narrowest = min(max(_NARROWEST, longest + 14), 240)
        self.setAccessibleName("; ".join(f"{stop.title}, {stop.when}" for stop in stops))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._line_height(line, self._column(width)) for line in self._lines(width))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 600)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, 48 if self._stops else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        column, top = self._column(self.width()), 0
        for line in self._lines(self.width()):
            for place, stop in enumerate(line):
                at = self.width() - (place + 1) * column if self.isRightToLeft() else place * column
                self._paint_stop(painter, stop, QRect(at, top, column, self._line_height(line, column)))
            top += self._line_height(line, column)

    def _paint_stop(self, painter: QPainter, stop: Stop, place: QRect) -> None:
        colours = worn()
        bar = {"past": colours.accent, "now": colours.accent, "ahead": colours.track}[stop.state]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(bar))
        painter.drawRect(place.x(), place.y(), place.width(), _BAR)
        if stop.state == "now":
            painter.setBrush(QColor(colours.track))
            painter.drawRect(place.x() + place.width() // 2, place.y(), place.width() // 2, _BAR)
        text = place.adjusted(0, _BAR + 8, -12, 0)
        title = body_font(strong=stop.state == "now")
        painter.setFont(title)
        painter.setPen(QColor(colours.text))
        painter.drawText(text, _WRAP, stop.title)
        text.setTop(text.top() + _height(stop.title, title, text.width()) + 2)
        painter.setFont(body_font(13))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(text, _WRAP, stop.when)

    def _lines(self, width: int) -> list[list[Stop]]:
        per_line = self._per_line(width)
        return [self._stops[at : at + per_line] for at in range(0, len(self._stops), per_line)]

    def _per_line(self, width: int) -> int:
        return max(1, min(len(self._stops), width // self._narrowest))

    def _column(self, width: int) -> int:
        return max(1, width // self._per_line(width))

    def _line_height(self, line: Sequence[Stop], column: int) -> int:
        width = column - 12
        return max(
            _BAR + 8 + _height(stop.title, body_font(strong=stop.state == "now"), width) + 2
            + _height(stop.when, body_font(13), width) + 4
            for stop in line
        )  # fmt: skip


def _height(text: str, font, width: int) -> int:  # type: ignore[no-untyped-def]
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 10_000), _WRAP, text).height()
