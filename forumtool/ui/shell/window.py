"""The window: first a picture of its frame, then start page or workbench.

What costs time is imported in ``build``: the first picture needs none of it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from forumtool.ui.settings import Settings
from forumtool.ui.shell.register import ENTRIES, EXPORTS
from forumtool.ui.shell.skeleton import ink, paint_skeleton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from forumtool.storage.journal import Step
    from forumtool.ui.places.place import Place

T = TypeVar("T")
_ENTRY = {entry.key: entry for entry in ENTRIES}
_SUGGESTIONS = 3000  # milliseconds after the start until suggestions are loaded
_TITLE_BAR = 32  # pixels, about, on every system; the real one is known only when the window is there


class MainWindow(QMainWindow):
    """The frame around the places. It is painted before the file is read, and says so once."""

    first_painted = Signal()

    def __init__(self, settings: Settings, *, build: bool = True) -> None:
        super().__init__()
        self.settings = settings
        self._was_painted = self._is_built = False
        self._canvas_menu: QMenu | None = None
        self.setWindowTitle("forumtool")
        self.setMinimumSize(860, 460)
        self.resize(1366, 768)
        if build:
            self.build()
        else:
            ink(self, settings.scheme)

    def build(self) -> None:
        """Make the desk, the frame and the keys; until then there is only the first picture."""
        from forumtool.ui.desk import Desk
        from forumtool.ui.garbage import Garbage
        from forumtool.ui.shell.projector import Projector
        from forumtool.ui.theme.style import dress

        self.setPalette(QPalette())
        dress(self.settings.scheme)
        self._garbage = Garbage(self)
        self.desk = Desk(self)
        self.projector = Projector(self.desk, self)
        self.places: dict[str, Place] = {}
        self._build_frame()
        self._bind()
        self._is_built = True

    def _build_frame(self) -> None:
        from forumtool.ui.shell.rail import Rail
        from forumtool.ui.shell.status import StatusLine
        from forumtool.ui.shell.top_bar import TopBar

        self.top, self.rail, self.status = TopBar(self.desk), Rail(), StatusLine(self.desk)
        self.stack = QStackedWidget()
        self.blank = QWidget()
        self.stack.addWidget(self.blank)
        self.work = QWidget()
        inner = QHBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.rail)
        inner.addWidget(self.stack, 1)
        outer = QVBoxLayout(self.work)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top)
        outer.addLayout(inner, 1)
        self.whole = QStackedWidget()
        self.whole.setObjectName("ground")
        self.whole.addWidget(self.work)
        self.frame = QWidget()
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.whole, 1)
        column.addWidget(self.status)
        self.setCentralWidget(self.frame)
        self.frame.show()  # at once: a window made active before Qt shows it by itself would give nobody the keyboard
        self.notice = self.status.notice

    def _bind(self) -> None:
        desk = self.desk
        desk.file_changed.connect(self._file_changed)
        desk.scope_changed.connect(self._refresh_frame)
        desk.step_done.connect(self._step_done)
        self.projector.changed.connect(self._tell_canvas)
        self._bind_frame()
        self._bind_keys()

    def _bind_frame(self) -> None:
        self.desk.said.connect(self.notice.say)
        self.rail.wanted.connect(self.go_to)
        self.top.forum_wanted.connect(self.choose_forum)
        self.top.canvas_wanted.connect(self.choose_picture)
        self.top.search_wanted.connect(self.search)
        self.top.menu_wanted.connect(self._open_menu)
        self.top.timer_wanted.connect(self.set_timer)

    def _bind_keys(self) -> None:
        from forumtool.ui.parts.buttons import shortcut
        from forumtool.ui.shell.undo_keys import UndoKeys

        UndoKeys(self)
        desk = self.desk
        for entry in ENTRIES:
            shortcut(self, entry.keys, partial(self.go_to, entry.key))
        for keys, act in (
            ("Ctrl+Z", desk.undo), ("Ctrl+Y", desk.redo), ("Ctrl+Shift+Z", desk.redo), ("Ctrl+O", self.open_dialog),
            ("Ctrl+F", self.choose_forum), ("Ctrl+K", self.search), ("Ctrl+E", self.export), ("F1", self.show_keys),
            ("Ctrl+T", self._toggle_timer), ("Ctrl+Shift+T", self.set_timer), ("Ctrl+Shift+Return", self.begin_next),
            ("Ctrl+Shift+Enter", self.begin_next), ("Ctrl+Q", self.close),
            ("F8", self.choose_picture), ("F9", self.projector.toggle), ("Shift+F9", self.projector.give_keys),
            ("Ctrl+Shift+PgUp", partial(self.projector.turn, -1)), ("Ctrl+B", self.projector.blank),
            ("Ctrl+Shift+PgDown", partial(self.projector.turn, 1)),
        ):  # fmt: skip
            shortcut(self, keys, act)
        self._confirming = [shortcut(self, keys, self.projector.confirm) for keys in ("Ctrl+Return", "Ctrl+Enter")]
        self._tell_canvas()

    # What the user can ask for

    def go_to(self, key: str) -> None:
        """Show a place and put the keyboard where its work starts."""
        if not self.desk.is_open:
            return
        if self._canvas_menu is not None:
            self._canvas_menu.close()
        place = self.places.get(key)
        if place is None:
            place = self.places[key] = _ENTRY[key].make(self.desk)
            self.stack.addWidget(place)
        self.stack.setCurrentWidget(place)
        self.rail.mark(key)
        self.settings.place = key
        place.take_focus()

    def open(self, path: Path) -> bool:
        """Open a file and show its place; on a failure the start page says why."""
        if not self.desk.open(path):
            self.show_start()
            return False
        self.settings.remember_file(path)
        return True

    def open_example(self) -> None:
        """Open this user's copy of the Aachen example; it is made when it is first asked for."""
        from forumtool.ui.files import example_file

        path = self.try_to(example_file)
        if path is not None:
            self.open(path)

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        from forumtool.ui.files import ask_for_file

        path = ask_for_file(self)
        if path is not None:
            self.open(path)

    def new_dialog(self) -> None:
        """Ask where a new process goes and what it starts from, then open it."""
        from forumtool.ui.files import NewProcess

        asked = NewProcess(self)
        if asked.exec() and asked.made is not None:
            self.open(asked.made)

    def try_to(self, act: Callable[[], T]) -> T | None:
        """Do something that needs no open file; say why not and return None if it cannot be done."""
        from forumtool.domain.errors import UserError

        try:
            return act()
        except UserError as error:
            self.desk.say_warning(str(error))
            return None

    def show_start(self) -> None:
        """Close the file and show the start page."""
        from forumtool.ui.places.start import StartPage

        self.projector.close()
        self.desk.close()
        page = StartPage(self.settings)
        page.example_wanted.connect(self.open_example)
        page.new_wanted.connect(self.new_dialog)
        page.open_wanted.connect(self.open_dialog)
        page.file_wanted.connect(lambda name: self.open(Path(name)))
        for index in reversed(range(1, self.whole.count())):
            old = self.whole.widget(index)
            if old is not None:
                self.whole.removeWidget(old)
                old.deleteLater()
        self.whole.addWidget(page)
        self.whole.setCurrentWidget(page)
        self.setWindowTitle("forumtool")
        self.status.refresh()
        page.take_focus()

    def choose_forum(self) -> None:
        """Choose the forum, or make a new one."""
        if self.desk.is_open:
            from forumtool.ui.shell.forum_chooser import forum_chooser

            forum_chooser(self.desk, self).open_below(self.top.forum)

    def search(self) -> None:
        """Find cards, goals, people and places by words."""
        if self.desk.is_open:
            from forumtool.ui.shell.search import search

            search(self).open_over(self)

    def export(self) -> None:
        """Write any document, whatever place is shown."""
        from forumtool.ui.exporting.dialog import ask_what_to_export

        ask_what_to_export(self.desk, self, EXPORTS.get(self.settings.place, ""))

    def set_timer(self) -> None:
        """Set the timer of the room."""
        if self.desk.is_open:
            from forumtool.ui.shell.timer_chooser import timer_chooser

            timer_chooser(self.desk, self).open_below(self.top.clock)

    def begin_next(self) -> None:
        """Begin the next item of the agenda, whatever place is shown."""
        if self.desk.is_open:
            from forumtool.ui.places.scheduling.running import begin_next

            begin_next(self.desk)

    def show_keys(self) -> None:
        """Show all keys."""
        from forumtool.ui.shell.keys import KeysDialog

        KeysDialog(self).exec()

    def choose_picture(self) -> None:
        """Choose what the room is shown; where the menu is open, the key closes it again."""
        if self._canvas_menu is not None:
            self._canvas_menu.close()
        elif self.desk.is_open:
            from forumtool.ui.shell.canvas_menu import canvas_menu

            menu = self._canvas_menu = canvas_menu(self)
            menu.aboutToHide.connect(self._forget_canvas_menu)
            menu.popup(self.top.canvas.mapToGlobal(self.top.canvas.rect().bottomLeft()))

    def _forget_canvas_menu(self) -> None:
        if self._canvas_menu is not None:
            self._canvas_menu.deleteLater()
            self._canvas_menu = None

    # What the window hears

    def _tell_canvas(self) -> None:
        """Say what the room sees; Ctrl+Enter confirms only while something is read back."""
        self.status.tell_canvas(self.projector.told())
        for key in self._confirming:
            key.setEnabled(self.projector.is_reading_back)

    def _file_changed(self) -> None:
        for place in self.places.values():
            self.stack.removeWidget(place)
            place.deleteLater()
        self.places.clear()
        self.whole.setCurrentWidget(self.work)
        self.setWindowTitle(f"{self.desk.process().title} – forumtool")
        self._refresh_frame()
        self.go_to(self.settings.place)

    def _refresh_frame(self) -> None:
        self.top.refresh()
        self._refresh_counts()

    def _step_done(self, step: "Step") -> None:
        self.notice.pass_by()
        if step.touches("process", "forum"):
            self.top.refresh()
        else:
            self.top.refresh_steps()
        self._refresh_counts()

    def _refresh_counts(self) -> None:
        from forumtool.ui.shell.counts import rail_counts

        self.status.refresh()
        for key, count in rail_counts(self.desk.file, self.desk.forum_id).items():
            self.rail.buttons[key].tell(count)

    def _toggle_timer(self) -> None:
        """Hold the time or let it go on; where there is none, or none any more, it is set."""
        watch = self.desk.stopwatch
        if watch.is_set and not watch.is_over:
            watch.toggle()
        else:
            self.set_timer()

    def _open_menu(self) -> None:
        from forumtool.ui.shell.menu import window_menu

        window_menu(self).popup(self.top.menu.mapToGlobal(self.top.menu.rect().bottomLeft()))

    def rebuild(self) -> None:
        """Build the frame and the places anew, for another language or other colours."""
        here = self.settings.place
        self.frame.deleteLater()
        self.places.clear()
        self.desk.said.disconnect(self.notice.say)
        self._build_frame()
        self._bind_frame()
        self.projector.refresh()
        if self.desk.is_open:
            self._refresh_frame()
            self.go_to(here)
        else:
            self.show_start()

    def restore(self) -> None:
        """Take size and place of last time, if that screen is still there."""
        kept = self.settings.geometry
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
        area = self.screen().availableGeometry()
        if not area.intersects(self.frameGeometry()):
            self.move(area.topLeft())

    def appear(self) -> None:
        """Show the window as it was last time; on a screen that is too small for it, as large as the screen."""
        self.restore()
        area = self.screen().availableGeometry()
        if self.width() > area.width() or self.height() + _TITLE_BAR > area.height():
            self.showMaximized()
        else:
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_built:
            paint_skeleton(self, self.settings.scheme)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        if self._is_built:
            self.projector.close()
            self.stack.setCurrentWidget(self.blank)
            self.desk.close()
        super().closeEvent(event)


def begin(window: MainWindow, path: Path | None, *, example: bool = False) -> None:
    """After the first picture: build the frame, open the file or the start page, then load what writing needs."""
    from forumtool.ui.warming import warm

    window.build()
    if example:
        window.open_example()
    elif path is not None:
        window.open(path)
    else:
        window.show_start()
    QTimer.singleShot(0, window, warm)
    # Later, as the first step comes first; loaded with the first letter it would take its time from the first Enter.
    QTimer.singleShot(_SUGGESTIONS, window, window.desk.suggesting.warm)
