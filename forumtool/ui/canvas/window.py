"""The window for the projector. It shows what was sent to it and nothing else: no menu, no name, no dialog."""

from PySide6.QtCore import QDeadlineTimer, QEvent, QRect, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from forumtool.i18n import _
from forumtool.storage.journal import Step
from forumtool.ui.canvas.items import Page, Sizes
from forumtool.ui.canvas.layout import pages
from forumtool.ui.canvas.painting import QtMeasure, paint_page, paint_page_number, paint_timer
from forumtool.ui.canvas.picture import Picture, picture_of
from forumtool.ui.desk import Desk
from forumtool.ui.theme.style import worn

_CONCERNS = ("proposal", "cluster", "dot_round", "dot_count", "goal", "process")
_SIZE = (960, 540)
_RAISE = 150  # milliseconds until the window is there
_ARRIVAL = 1_000  # milliseconds in which a focus cannot have been asked for by the user


class CanvasWindow(QWidget):
    """Full screen on the second screen, else a window. Esc and F9 close it, Page Up and Down turn pages, B blanks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._desk = desk
        self.picture = Picture()
        self.pages: list[Page] = [()]
        self.page = 0
        self.blank = False
        self._came = QDeadlineTimer(0)
        self.setWindowTitle(_("Leinwand"))
        self.setAccessibleName(_("Leinwand"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 180)
        self.resize(*_SIZE)
        desk.projected.connect(self._projected)
        desk.step_done.connect(self._step_done)
        desk.file_changed.connect(self.refresh)
        desk.stopwatch.ticked.connect(self.update)
        self._watch_screens()

    @property
    def sizes(self) -> Sizes:
        """The measures of the canvas at its present size."""
        return Sizes(self.width(), self.height())

    def appear(self, main: QScreen | None) -> None:
        """Show it: full screen on a screen that is not the main window's, else as a window on that one."""
        self.refresh()
        other = second_screen(QGuiApplication.screens(), main)
        if other is not None:
            self._fill_screen(other)
        else:
            self._be_a_window(main)

    def refresh(self) -> None:
        """Read what was sent, and lay it out."""
        if self._desk.is_open:
            self.picture = picture_of(self._desk.file, self._desk.projection)
        self._lay_out()

    def turn(self, by: int) -> None:
        """Go to the page before (-1) or behind (+1)."""
        self.page = max(0, min(self.page + by, len(self.pages) - 1))
        self.update()

    def toggle_blank(self) -> None:
        """Show nothing, or the picture again."""
        self.blank = not self.blank
        self.update()

    # What it hears

    def _projected(self, _sent: object) -> None:
        self.page, self.blank = 0, False
        self.refresh()

    def _step_done(self, step: Step) -> None:
        if self.isVisible() and step.touches(*_CONCERNS):
            self.refresh()

    def _lay_out(self) -> None:
        self.pages = pages(self.picture, self.sizes, QtMeasure()) or [()]
        self.turn(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
            self.close()
        elif key == Qt.Key.Key_B:
            self.toggle_blank()
        elif key == Qt.Key.Key_F11:
            self._toggle_full()
        elif key in turn:
            self.turn(turn[key])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._toggle_full()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._give_keys_back()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.setWindowTitle(_("Leinwand"))
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.blank = False
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black" if self.blank else worn().canvas))
        if self.blank:
            return
        sizes, watch = self.sizes, self._desk.stopwatch
        paint_page(painter, self.pages[self.page], sizes)
        paint_page_number(painter, sizes, self.page, len(self.pages))
        if watch.is_set:
            paint_timer(painter, sizes, watch.text, over=watch.seconds < 0, large=self.picture.kind == "pause")

    # Screens that come and go

    def _watch_screens(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)
            app.primaryScreenChanged.connect(self._screens_changed)

    def _screens_changed(self, _screen: object = None) -> None:
        QTimer.singleShot(0, self, self.settle)

    def settle(self) -> None:
        """After a screen came or went: fill the second one, or be a window on the one that is left."""
        if not self.isVisible():
            return
        main = self._main_screen()
        other = second_screen(QGuiApplication.screens(), main)
        if other is not None:
            if not self.isFullScreen() or self.screen() is not other:
                self._fill_screen(other)
        elif self.isFullScreen():
            self._be_a_window(main)

    def _main_screen(self) -> QScreen | None:
        owner = self._desk.parent()
        return owner.screen() if isinstance(owner, QWidget) else QGuiApplication.primaryScreen()

    def _fill_screen(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self._leave_keys_behind()
        self.showFullScreen()

    def _be_a_window(self, screen: QScreen | None) -> None:
        if self.isFullScreen():
            self.setWindowState(Qt.WindowState.WindowNoState)
        area = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        width, height = min(_SIZE[0], area.width() - 40), min(_SIZE[1], area.height() - 80)
        self.setGeometry(QRect(area.right() - width - 20, area.bottom() - height - 20, width, height))
        self._leave_keys_behind()
        self.show()
        QTimer.singleShot(_RAISE, self, self.raise_)  # before it is shown, a system that leaves it inactive may refuse

    def _leave_keys_behind(self) -> None:
        """Give the keyboard back once, should the system hand it to this window only because it appears."""
        self._came = QDeadlineTimer(_ARRIVAL)

    def _give_keys_back(self) -> None:
        owner = self._desk.parent()
        if self.isActiveWindow() and not self._came.hasExpired() and isinstance(owner, QWidget):
            self._came = QDeadlineTimer(0)
            owner.activateWindow()

    def _toggle_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()


def second_screen(screens: list[QScreen], main: QScreen | None) -> QScreen | None:
    """Return the first screen that is not the main one, or None if there is only one."""
    return next((screen for screen in screens if screen is not main), None) if len(screens) > 1 else None
