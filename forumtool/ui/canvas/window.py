"""The window for the projector. It shows what was sent to it and nothing else: no menu, no name, no dialog."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from forumtool.i18n import _
from forumtool.services.confirming import confirm
from forumtool.services.measures import confirm_measure
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import agenda
from forumtool.ui.canvas import timer
from forumtool.ui.canvas.foot import paint_foot, paint_page_number
from forumtool.ui.canvas.items import Page
from forumtool.ui.canvas.layout import pages
from forumtool.ui.canvas.measuring import QtMeasure
from forumtool.ui.canvas.pages import Pages
from forumtool.ui.canvas.painting import paint_page
from forumtool.ui.canvas.picture import Picture, picture_of
from forumtool.ui.canvas.resuming import resuming
from forumtool.ui.canvas.sizes import Sizes
from forumtool.ui.desk import Desk
from forumtool.ui.parts.keyboard import is_enter
from forumtool.ui.theme.style import worn

_CARDS = ("proposal", "cluster", "goal", "dot_count", "dot_round")
_MEASURES = ("measure", "measure_proposal", "measure_offer", "measure_obstacle", "existing_offer", "obstacle", "goal",
             "cluster")  # fmt: skip
_CONCERNS = {
    "pause": ("process", "agenda_item"),
    "goal": (*_CARDS, "measure"),
    "cards": _CARDS,
    "board": _CARDS,
    "ranking": _CARDS,
    "measure": _MEASURES,
    "readback": (*_CARDS, *_MEASURES),
}
_SIZE = (960, 540)
_NEW_FOR = 12_000  # milliseconds in which the newest card is marked
_MINUTE = 10_000  # milliseconds; how late a pause may hear of another minute
_AT_ONCE, _SLICE = 0.002, 0.008  # seconds of laying out, first and then between other events
_TURN = {
    Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backspace: -1,
    Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 1,
}  # fmt: skip
_DARK = (Qt.Key.Key_B, Qt.Key.Key_Period)  # presenters have one of them


class CanvasWindow(QWidget):
    """Paints what was sent, page by page. Esc and F9 close it, arrows and a presenter turn pages, B blanks.

    Cards as they come are followed to the newest one, until somebody turns the page.
    """

    changed = Signal()
    closed = Signal()
    keys_wanted = Signal()
    keys_back = Signal()
    full_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._desk = desk
        self.picture = Picture()
        self.pages = Pages(iter(()))
        self.page = 0
        self.blank = False
        self.follows = True
        self.fresh: frozenset[str] = frozenset()
        self._rest, self._faded, self._minute = QTimer(self), QTimer(self), QTimer(self)
        self.setWindowTitle(_("Leinwand"))
        self.setAccessibleName(_("Leinwand"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 180)
        self.resize(*_SIZE)
        self._listen()

    def _listen(self) -> None:
        self._faded.setSingleShot(True)
        self._faded.setInterval(_NEW_FOR)
        self._minute.setInterval(_MINUTE)
        self._rest.timeout.connect(self._lay_out_more)
        self._faded.timeout.connect(self._fade)
        self._minute.timeout.connect(self._tell_minute)
        self._desk.projected.connect(self._begin)
        self._desk.file_changed.connect(self._begin)
        self._desk.step_done.connect(self._step_done)
        self._desk.stopwatch.ticked.connect(self._tick)

    @property
    def sizes(self) -> Sizes:
        """The measures of the canvas at its present size."""
        return Sizes(self.width(), self.height())

    @property
    def shown(self) -> Page:
        """The page that is seen."""
        return self.pages[self.page]

    def refresh(self) -> None:
        """Read what was sent, and lay it out."""
        before = self.picture
        if self._desk.is_open:
            self.picture = picture_of(self._desk.file, self._desk.projection)
        self._tell_minute(anew=False)
        if self.picture.kind in ("pause", "timer"):
            self._minute.start()
        else:
            self._minute.stop()
        self._mark_new(before)
        self._lay_out()

    def turn(self, by: int) -> None:
        """Go to the page before (-1) or behind (+1)."""
        at = max(0, self.page + by)
        self.page = at if self.pages.reach(at) else len(self.pages) - 1
        self.follows = not self.pages.reach(self.page + 1)
        self._tell()

    def toggle_blank(self) -> None:
        """Show nothing, or the picture again."""
        self.blank = not self.blank
        self._tell()

    def confirm(self) -> None:
        """Mark what the shown page reads back as confirmed by the room; where it is marked, go to the next page."""
        if self.picture.kind != "readback" or self.blank:
            return
        is_last = not self.pages.reach(self.page + 1)
        cards = [card.id for card in self.shown.cards if not card.is_confirmed]
        if cards:
            self._desk.do(confirm, cards)
        elif self.picture.measure_id and is_last and not self.picture.is_confirmed:
            self._desk.do(confirm_measure, self.picture.measure_id)
        else:
            self.turn(1)

    # What it hears

    def _begin(self, _sent: object = None) -> None:
        self.page, self.blank, self.follows = 0, False, True
        self.picture, self.fresh = Picture(), frozenset()
        self.refresh()

    def _step_done(self, step: Step) -> None:
        concerns = _CONCERNS.get(self._desk.projection.kind, ())
        if self.isVisible() and step.touches(*concerns):
            self.refresh()

    def _mark_new(self, before: Picture) -> None:
        """Mark the cards that came to a picture which was there already, until newer ones come or some time is over."""
        if self.picture.kind != "cards" or before.label != self.picture.label:
            return
        known = {card.id for card in before.cards}
        came = frozenset(card.id for card in self.picture.cards if card.id not in known)
        if came:
            self.fresh = came
            self._faded.start()

    def _fade(self) -> None:
        self.fresh = frozenset()
        self.update()

    def _tick(self) -> None:
        if self.picture.kind in ("timer", "pause"):
            self._tell_minute()
        else:
            self.update(timer.corner(self.sizes).toAlignedRect())

    def _tell_minute(self, *, anew: bool = True) -> None:
        """Tell what time it is, and in the pause when work goes on."""
        desk = self._desk
        if self.picture.kind == "pause" and desk.is_open:
            forum_id = desk.projection.forum_id or desk.forum_id
            said = resuming(desk.stopwatch, agenda(desk.file, forum_id) if forum_id else (), datetime.now())
            if said != self.picture.foot:
                self.picture = self.picture._replace(foot=said)
                if anew:
                    self._lay_out()
        self.update()

    # Pages

    def _lay_out(self) -> None:
        self.pages = pages(self.picture, self.sizes, QtMeasure(), self.pages)
        if not self._is_following:
            self.pages.reach(self.page)
        self._rest.start(0)
        self._lay_out_more(_AT_ONCE)
        self.page = min(self.page, len(self.pages) - 1)
        self._tell()

    def _lay_out_more(self, seconds: float = _SLICE) -> None:
        """Lay out what nobody sees yet, a little at a time; at the end the number of pages is known."""
        if not self.pages.go_on(seconds):
            return
        self._rest.stop()
        if self._is_following:
            self.page = len(self.pages) - 1
        self._tell()

    @property
    def _is_following(self) -> bool:
        return self.follows and self.picture.kind == "cards"

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F9 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.keys_back.emit()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
            self.close()
        elif key in _DARK:
            self.toggle_blank()
        elif key == Qt.Key.Key_F11:
            self.full_wanted.emit()
        elif is_enter(event):
            self.confirm()
        elif key in _TURN:
            self.turn(_TURN[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.keys_wanted.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.full_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.changed.emit()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.setWindowTitle(_("Leinwand"))
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.blank = False
        self.closed.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("black" if self.blank else worn().canvas))
        if self.blank:
            return
        sizes, picture = self.sizes, self.picture
        is_readback = picture.kind == "readback"
        paint_page(painter, self.shown, sizes, QRectF(event.rect()), self.fresh, ticks=is_readback)
        foot = picture.foot if picture.kind != "pause" else ""
        paint_foot(painter, sizes, foot, ticked=picture.is_confirmed)
        paint_page_number(painter, sizes, self.page, len(self.pages), is_whole=self.pages.is_whole, beside=foot)
        self._paint_timer(painter, sizes)

    def _paint_timer(self, painter: QPainter, sizes: Sizes) -> None:
        watch, kind = self._desk.stopwatch, self.picture.kind
        if kind == "timer":
            timer.paint_alone(painter, sizes, timer.shown(watch))
        elif watch.is_set and kind == "pause":
            timer.paint_above(painter, sizes, timer.shown(watch))
        elif watch.is_set:
            timer.paint_corner(painter, sizes, timer.shown(watch))
