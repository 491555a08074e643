"""Pages on a desk, as they will come out of the printer; painted when they come into view."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from forumtool.drawing.palette import colours
from forumtool.drawing.pdf import Pages
from forumtool.drawing.text import PER_MM
from forumtool.exports.papers import PAGE_HEIGHT, PAGE_WIDTH
from forumtool.i18n import _
from forumtool.ui.theme.style import worn

_GAP = 18
_RATIO = PAGE_HEIGHT / PAGE_WIDTH
_NARROWEST = 200.0
_KEPT = 5  # painted pages: those in view and their neighbours
_STEP, _LEAST, _MOST = 1.25, 0.5, 4.0
_LARGER, _SMALLER = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}, {Qt.Key.Key_Minus}


class _Desk(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages | None = None
        self.page_width = 300.0
        self._painted: OrderedDict[int, QPixmap] = OrderedDict()

    @property
    def step(self) -> float:
        """From the top of a page to the top of the next."""
        return self.page_width * _RATIO + _GAP

    @property
    def count(self) -> int:
        return self.pages.count if self.pages else 0

    def sizeHint(self) -> QSize:
        return QSize(int(self.page_width) + 2 * _GAP, int(self.count * self.step + _GAP))

    def forget(self) -> None:
        """Paint every page anew."""
        self._painted.clear()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(worn().track))
        painter.setPen(QColor(worn().line))
        left = round((self.width() - self.page_width) / 2)
        first = max(0, int((event.rect().top() - _GAP) // self.step))
        last = min(self.count, int(event.rect().bottom() // self.step) + 1)
        for page in range(first, last):
            sheet = QRectF(left, round(_GAP + page * self.step), self.page_width, self.page_width * _RATIO)
            painter.drawPixmap(sheet.topLeft(), self._page(page))
            painter.drawRect(sheet)

    def _page(self, page: int) -> QPixmap:
        if page in self._painted:
            self._painted.move_to_end(page)
        else:
            self._painted[page] = self._paint(page)
            if len(self._painted) > _KEPT:
                self._painted.popitem(last=False)
        return self._painted[page]

    def _paint(self, page: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(round(self.page_width * ratio), round(self.page_width * _RATIO * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(colours("light").panel))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.page_width / (PAGE_WIDTH * PER_MM)
        painter.scale(scale, scale)
        if self.pages is not None:
            self.pages.paint(painter, page)
        painter.end()
        return picture


class PageView(QScrollArea):
    """Shows pages below each other, as wide as there is room, at most ``widest`` pixels unless they are enlarged.

    Ctrl with plus, minus or the wheel changes their size, Ctrl 0 fits them to the width again. ``moved`` tells that
    another page is at the top, or that there are more.
    """

    moved = Signal()

    def __init__(self, widest: float = 10_000.0) -> None:
        super().__init__()
        self.setAccessibleName(_("Vorschau"))
        self._widest, self.zoom = widest, 1.0
        self.desk = _Desk()
        self.setWidget(self.desk)
        self.setWidgetResizable(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())

    @property
    def pages(self) -> Pages | None:
        """What is shown."""
        return self.desk.pages

    @property
    def page(self) -> int:
        """The page that fills most of the upper half, the first is 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max(0, min(int((middle - _GAP) // self.desk.step), self.desk.count - 1))

    def show_pages(self, pages: Pages | None) -> None:
        """Show pages where the reader is, or an empty desk."""
        self.desk.pages = pages
        self.grow()
        self.desk.forget()

    def grow(self) -> None:
        """Show that there are more pages than before."""
        wished = self.desk.sizeHint()
        room = self.viewport().size()
        self.desk.resize(max(wished.width(), room.width()), max(wished.height(), room.height()))
        self.moved.emit()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger (more than 1) or smaller than fits the width, with the same words at the top."""
        self.zoom = max(_LEAST, min(zoom, _MOST))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if with_control and key in _LARGER | _SMALLER:
            self.set_zoom(self.zoom * (_STEP if key in _LARGER else 1 / _STEP))
        elif with_control and key == Qt.Key.Key_0:
            self.set_zoom(1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _STEP ** (event.angleDelta().y() / 120))
        else:
            super().wheelEvent(event)

    def _fit(self) -> None:
        place = self.verticalScrollBar().value() / self.desk.step
        fitting = min(self._widest, max(_NARROWEST, self.viewport().width() - 2 * _GAP))
        width = fitting * self.zoom
        if width != self.desk.page_width:
            self.desk.page_width = width
            self.desk.forget()
        self.grow()
        self.verticalScrollBar().setValue(round(place * self.desk.step))
