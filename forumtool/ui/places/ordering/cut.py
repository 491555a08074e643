"""Words on one line, cut where there is no room for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.ui.places.ordering.column_model import plain_tip
from forumtool.ui.theme.style import BODY_PIXELS, body_font, worn

LEAST = 90
_LONG = 400


class Cut(QWidget):
    """Words that end in "…" where there is no room; the tooltip has them whole."""

    def __init__(self, *, strong: bool = False, pixels: int = BODY_PIXELS) -> None:
        super().__init__()
        self.text = ""
        self._font: QFont = body_font(pixels, strong=strong)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show words."""
        self.text = " ".join(text[:_LONG].split())
        self.setToolTip(plain_tip(text) if text else "")
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font)
        return QSize(metrics.horizontalAdvance(self.text) + 2, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(LEAST, self.sizeHint().width()) if self.text else 0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(QColor(worn().text))
        text = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
