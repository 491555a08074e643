"""A card with its whole wording, as large as it needs, with some of its words emphasised."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.ui.parts.wrapping import LEADING
from forumtool.ui.theme.style import body_font, worn

_PAD, _PIXELS, _SMALL, _FOOT, _LINE = 16, 18, 13, 30, 20

Spans = Sequence[tuple[int, int]]


class Wording(QWidget):
    """Shows a wording and one or more lines about it; ``stands`` marks it as the one that stays."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text, self._about, self._stay = "", "", ""
        self._spans: Spans = ()
        self._colour: int | None = None
        self.stands = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_wording(self, text: str, about: str, colour: int | None, spans: Spans, *, stay: str) -> None:
        """Show a wording on a colour of paper; ``stay`` is said of it while it is marked to stay."""
        self._text, self._about, self._colour, self._spans, self._stay = text, about, colour, spans, stay
        self.setAccessibleName(f"{text}\n{about}")
        self.updateGeometry()
        self.update()

    def mark(self, stands: bool) -> None:
        """Mark it as the wording that stays, or not."""
        self.stands = stands
        self.setAccessibleDescription(self._stay if stands else "")
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self._laid_out(width - 2 * _PAD)
        return int(layout.boundingRect().height() * 1.1) + 2 * _PAD + 2 * _FOOT + self._more_lines * _LINE

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(max(280, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        edge = QPen(QColor(worn().accent), 2) if self.stands else QPen(QColor(worn().line), 1)
        painter.setPen(edge)
        painter.setBrush(QColor(worn().panel if self._colour is None else worn().cards[self._colour]))
        painter.drawRoundedRect(sheet, 6, 6)
        painter.setPen(QColor(worn().text))
        self._laid_out(self.width() - 2 * _PAD).draw(painter, QPointF(_PAD, _PAD))
        painter.setFont(body_font(_SMALL))
        foot = QRectF(_PAD, self.height() - 2 * _FOOT, self.width() - 2 * _PAD, _FOOT)
        for at, line in enumerate(reversed(self._about.split("\n"))):
            about = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(foot.width()))
            painter.drawText(foot.translated(0, -at * _LINE), Qt.AlignmentFlag.AlignVCenter, about)
        if self.stands:
            painter.setFont(body_font(_SMALL, strong=True))
            painter.drawText(foot.translated(0, _FOOT - 6), Qt.AlignmentFlag.AlignVCenter, self._stay)

    @property
    def _more_lines(self) -> int:
        return self._about.count("\n")

    def _laid_out(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._text.replace("\n", "\u2028"), body_font(_PIXELS))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_emphasis(start, length) for start, length in self._spans])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(60.0, width))
            line.setPosition(QPointF(0, y))
            y += round(line.height() * LEADING)
        layout.endLayout()
        return layout


def _emphasis(start: int, length: int) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontFamilies(body_font(strong=True).families())
    look.setFontUnderline(True)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found
