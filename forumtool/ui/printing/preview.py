"""Pages on a desk, as they will come out of the printer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from forumtool.drawing.palette import colours
from forumtool.drawing.pdf import Pages
from forumtool.drawing.text import PER_MM
from forumtool.exports.papers import PAGE_HEIGHT, PAGE_WIDTH
from forumtool.i18n import _
from forumtool.ui.theme.style import worn

_GAP = 18
_RATIO = PAGE_HEIGHT / PAGE_WIDTH


class _Desk(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages | None = None
        self.page_width = 300.0

    def sizeHint(self) -> QSize:
        count = self.pages.count if self.pages else 0
        return QSize(int(self.page_width) + 2 * _GAP, int(count * (self.page_width * _RATIO + _GAP) + _GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(worn().track))
        height = self.page_width * _RATIO
        left = (self.width() - self.page_width) / 2
        for page in range(self.pages.count if self.pages else 0):
            sheet = QRectF(left, _GAP + page * (height + _GAP), self.page_width, height)
            if sheet.intersects(QRectF(event.rect())):
                self._paint_page(painter, page, sheet)

    def _paint_page(self, painter: QPainter, page: int, sheet: QRectF) -> None:
        painter.setPen(QColor(worn().line))
        painter.setBrush(QColor(colours("light").panel))
        painter.drawRect(sheet)
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(sheet)
        painter.translate(sheet.topLeft())
        scale = self.page_width / (PAGE_WIDTH * PER_MM)
        painter.scale(scale, scale)
        if self.pages is not None:
            self.pages.paint(painter, page)
        painter.restore()


class Preview(QScrollArea):
    """Shows pages below each other, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Vorschau"))
        self.desk = _Desk()
        self.setWidget(self.desk)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(40)

    def show_pages(self, pages: Pages | None) -> None:
        """Show pages, or an empty desk."""
        self.desk.pages = pages
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.desk.page_width = max(200, self.viewport().width() - 2 * _GAP)
        wished = self.desk.sizeHint()
        self.desk.resize(self.viewport().width(), max(wished.height(), self.viewport().height()))
        self.desk.update()
