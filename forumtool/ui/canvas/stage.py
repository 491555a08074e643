"""Where the Leinwand stands: on the second screen while there is one. Screens come and go, cables are pulled."""

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from forumtool.ui.canvas.window import CanvasWindow

_SETTLED = 300  # milliseconds; a new screen comes in several steps, first where the old one is
_RAISE = 150  # milliseconds until the window is there
_ARRIVAL = 1_000  # milliseconds in which a focus cannot have been asked for by the user
_ON_THE_WAY = 200  # milliseconds; keys pressed while the keyboard goes back belong to the main window
_TRIES = 4
_SIZE = (960, 540)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class Stage(QObject):
    """Puts the canvas full screen on the second screen, else into a window beside the work.

    While the canvas ``is_wanted`` and the second screen goes, it waits unseen and comes back with the screen; it never
    covers the main window by itself and never takes the keyboard.
    """

    changed = Signal()

    def __init__(self, canvas: CanvasWindow, main: QWidget) -> None:
        super().__init__(canvas)
        self._canvas, self._main = canvas, main
        self._came, self._passing = QDeadlineTimer(0), QDeadlineTimer(0)
        self._preferred = ""
        self._is_watching = self._is_placed = False
        self._driven_away = 0
        self.is_wanted = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED)
        self._settling.timeout.connect(self.settle)
        canvas.installEventFilter(self)
        canvas.closed.connect(self._closed)
        canvas.keys_wanted.connect(self.give_keys)
        canvas.keys_back.connect(main.activateWindow)
        canvas.full_wanted.connect(self.toggle_full)
        self._watch_screens()

    @property
    def is_waiting(self) -> bool:
        """Tell whether the canvas waits for the second screen."""
        return self.is_wanted and not self._canvas.isVisible()

    def open(self) -> None:
        """Show the canvas: full screen on a screen that is not the main window's, else as a window on that one."""
        self.is_wanted = True
        self._driven_away = 0
        self._watch_main()
        other = self._second()
        if other is not None:
            self._fill(other)
        else:
            self._be_a_window()
        self.changed.emit()

    def settle(self) -> None:
        """After a screen came, went or changed: fill the second one; without one, what was there waits unseen."""
        if not self.is_wanted:
            return
        other = self._second()
        canvas = self._canvas
        if other is None:
            if canvas.isFullScreen() and self._is_placed:
                self._leave()
        elif not (canvas.isVisible() and canvas.isFullScreen() and self._stands_on(other)):
            self._fill(other)
        self.changed.emit()

    def give_keys(self) -> None:
        """Let the keyboard, or a presenter, speak to the canvas; Shift+F9 brings it back."""
        if self._canvas.isVisible():
            self._came, self._passing = QDeadlineTimer(0), QDeadlineTimer(0)
            self._canvas.activateWindow()

    def toggle_full(self) -> None:
        """Make the canvas a window beside the work, or let it fill the second screen, without one this screen."""
        other = self._second()
        if self._canvas.isFullScreen():
            self._be_a_window()
        elif other is not None:
            self._fill(other)
        else:
            self._canvas.showFullScreen()

    # Screens that come and go

    def _watch_screens(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._added)
            app.screenRemoved.connect(self._removed)
            app.primaryScreenChanged.connect(self._settle_soon)
            for screen in app.screens():
                screen.geometryChanged.connect(self._settle_soon)

    def _watch_main(self) -> None:
        handle = self._main.windowHandle()
        if handle is not None and not self._is_watching:
            self._is_watching = True
            handle.screenChanged.connect(self._settle_soon)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle_soon)
        self._driven_away = 0
        self._settle_soon()

    def _removed(self, gone: QScreen) -> None:
        """Hide the canvas at once where Qt would move it over the main window, or that one under it."""
        canvas = self._canvas
        if canvas.isVisible() and (gone == canvas.screen() or (canvas.isFullScreen() and gone == self._main.screen())):
            self._leave()
        self._settle_soon()

    def _look_where(self) -> None:
        """Leave at once if the system has put the canvas over the main window; try again, but not for ever."""
        if not self._is_placed or not self._canvas.isVisible() or QGuiApplication.platformName().startswith("wayland"):
            return  # Wayland tells nobody where windows are
        if self._canvas.isFullScreen() and self._canvas.geometry().intersects(self._main.screen().geometry()):
            self._driven_away += 1
            self._leave()
            if self._driven_away < _TRIES:
                self._settle_soon()

    def _settle_soon(self, _what: object = None) -> None:
        self._settling.start()

    def _leave(self) -> None:
        had_keys = self._canvas.isActiveWindow()
        self._canvas.hide()
        if had_keys:
            self._main.activateWindow()
        self.changed.emit()

    def _stands_on(self, screen: QScreen) -> bool:
        return self._canvas.screen() == screen and self._canvas.size() == screen.size()

    def _second(self) -> QScreen | None:
        return second_screen(QGuiApplication.screens(), self._main.screen(), self._preferred)

    def _fill(self, screen: QScreen) -> None:
        canvas = self._canvas
        if canvas.isVisible() and canvas.screen() != screen:
            canvas.hide()  # what is shown full screen goes where it stands: over the main window
        self._preferred = screen.name()
        self._go_by_itself(True)
        canvas.setScreen(screen)
        canvas.setGeometry(screen.geometry())
        self._leave_keys_behind()
        canvas.showFullScreen()
        self._is_placed = True

    def _go_by_itself(self, alone: bool) -> None:
        """Under X11 keep the window manager's hands off: it would move the canvas over the main window for a moment.

        That happens when the cable is pulled, before anybody else hears of it. It cannot give it the keyboard either.
        The canvas gets another native window then: what a manager still has to say about the old one, however late,
        took full screen and place away from it.
        """
        canvas, flag = self._canvas, Qt.WindowType.X11BypassWindowManagerHint
        if QGuiApplication.platformName() == "xcb" and bool(canvas.windowFlags() & flag) is not alone:
            canvas.hide()
            canvas.destroy()
            canvas.setWindowFlag(flag, alone)

    def _be_a_window(self) -> None:
        canvas, self._is_placed = self._canvas, False
        if canvas.isFullScreen():
            canvas.setWindowState(Qt.WindowState.WindowNoState)
        self._go_by_itself(False)
        area = self._main.screen().availableGeometry()
        width, height = min(_SIZE[0], area.width() - 40), min(_SIZE[1], area.height() - 80)
        canvas.setGeometry(QRect(area.right() - width - 20, area.bottom() - height - 20, width, height))
        self._leave_keys_behind()
        canvas.show()
        QTimer.singleShot(_RAISE, canvas, canvas.raise_)  # before it is shown, an inactive window may be refused

    def _closed(self) -> None:
        self.is_wanted = False
        if self._canvas.isActiveWindow():
            self._main.activateWindow()
        self.changed.emit()

    # The keyboard stays where it is

    def _leave_keys_behind(self) -> None:
        self._came = QDeadlineTimer(_ARRIVAL)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move:
            self._look_where()
        if event.type() == QEvent.Type.WindowStateChange:
            self._is_placed = self._is_placed and self._canvas.isFullScreen()
        if event.type() in _KEYS and not (self._came.hasExpired() and self._passing.hasExpired()):
            QApplication.sendEvent(self._main.focusWidget() or self._main, event)
            return True
        if event.type() == QEvent.Type.ActivationChange and not self._came.hasExpired():
            self._give_back()
        return super().eventFilter(watched, event)

    def _give_back(self) -> None:
        if self._canvas.isActiveWindow():
            self._came, self._passing = QDeadlineTimer(0), QDeadlineTimer(_ON_THE_WAY)
            self._main.activateWindow()


def second_screen(screens: list[QScreen], main: QScreen, preferred: str = "") -> QScreen | None:
    """Return a screen beside the main one, if possible of a name; None if there is none, or it shows the same."""
    others = [screen for screen in screens if not screen.geometry().intersects(main.geometry())]
    return next((screen for screen in others if screen.name() == preferred), others[0] if others else None)
