"""The bar at the top: the process, the forum chooser, the timer, the projector."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.icons import put_icon
from forumtool.ui.parts.words import words
from forumtool.ui.shell.sizes import BAR

_OTHERS = 600  # pixels that the buttons and the timer take
_MINUTES = (2, 5, 10, 15, 20, 30, 45)


class TopBar(QFrame):
    """Shows where we are; tells what was wanted by a click."""

    forum_wanted = Signal()
    canvas_wanted = Signal()
    search_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(BAR)
        self._desk = desk
        self._process_name = self._forum_name = ""
        self.title = words("", "processTitle")
        self.arrow = words("›", "quiet")
        self.forum = button("", self.forum_wanted.emit, tip=key_text("Ctrl+F"))
        self.forum.setAccessibleName(_("Forum wählen"))
        self.timer_title = words("", "quiet")
        self.clock = self._clock()
        self.undo = self._step_button(_("Rückgängig"), desk.undo)
        self.redo = self._step_button(_("Wiederherstellen"), desk.redo)
        self.canvas = button(_("Leinwand"), self.canvas_wanted.emit, tip="F9")
        self.search = button(_("Suchen") + "  " + key_text("Ctrl+K"), self.search_wanted.emit)
        self.menu = button("", self.menu_wanted.emit, role="plain", tip=_("Datei, Ansicht, Hilfe"))
        self.menu.setAccessibleName(_("Menü"))
        self._show_icons()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 12, 0)
        layout.setSpacing(8)
        left: tuple[QWidget, ...] = (self.menu, self.title, self.arrow, self.forum, self.undo, self.redo)
        right: tuple[QWidget, ...] = (self.timer_title, self.clock, self.canvas, self.search)
        for thing in left:
            layout.addWidget(thing)
        layout.addStretch(1)
        for thing in right:
            layout.addWidget(thing)
        desk.stopwatch.ticked.connect(self._tick)
        self._tick()

    def refresh(self) -> None:
        """Read the names of process and forum, and what can be undone."""
        desk = self._desk
        self._process_name = desk.process().title
        chosen = desk.forum()
        self._forum_name = (
            " · ".join(part for part in (chosen.title, _when(chosen.when)) if part)
            if chosen
            else _("Ohne Forum (Prozess)")
        )
        self.fit()
        self.refresh_steps()

    def fit(self) -> None:
        """Shorten the two names to what the bar has room for; the whole names are their tooltips."""
        room = max(240, self.width() - _OTHERS)
        for thing, name, share, end in (
            (self.title, self._process_name, 0.38, ""), (self.forum, self._forum_name, 0.54, "  ▾"),
        ):  # fmt: skip
            shown = thing.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room * share))
            thing.setText(shown + end)
            thing.setToolTip(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._process_name:
            self.fit()

    def refresh_steps(self) -> None:
        """Say on the two arrows what undo and redo would do."""
        from forumtool.ui.desk import told

        history = self._desk.file.history
        for arrow, step, word, keys in (
            (self.undo, history.next_undo, _("Rückgängig"), "Ctrl+Z"),
            (self.redo, history.next_redo, _("Wiederherstellen"), "Ctrl+Y"),
        ):
            arrow.setEnabled(step is not None and not self._desk.file.read_only)
            arrow.setToolTip(f"{word}: {told(step)}  ({key_text(keys)})" if step else word)

    def _show_icons(self) -> None:
        for thing, name in ((self.menu, "menu"), (self.undo, "undo"), (self.redo, "redo")):
            put_icon(thing, name, instead=True)
        for thing, name in ((self.canvas, "canvas"), (self.search, "search")):
            put_icon(thing, name)

    def _step_button(self, name: str, act: Callable[[], object]) -> QPushButton:
        made = button("", act, role="plain")
        made.setAccessibleName(name)
        made.setEnabled(False)
        return made

    def _clock(self) -> QToolButton:
        clock = QToolButton()
        clock.setObjectName("plain")
        clock.setAccessibleName(_("Uhr für den Raum"))
        clock.setToolTip(_("Uhr stellen oder anhalten") + f"  ({key_text('Ctrl+T')})")
        clock.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(clock)
        self._hold = menu.addAction(_("Anhalten oder weiter") + f"\t{key_text('Ctrl+T')}", self._desk.stopwatch.toggle)
        menu.addSeparator()
        for minutes in _MINUTES:
            menu.addAction(_("{count} Minuten", count=minutes), partial(self._start, minutes))
        menu.addSeparator()
        menu.addAction(_("Uhr wegnehmen"), self._desk.stopwatch.clear)
        clock.setMenu(menu)
        return clock

    def _start(self, minutes: int) -> None:
        goal = self._desk.goal() if self._desk.is_open else None
        self._desk.stopwatch.start(minutes, _("Ziel {number}", number=goal.number) if goal else "")

    def _tick(self) -> None:
        watch = self._desk.stopwatch
        self.timer_title.setText(watch.title if watch.is_set else "")
        self.clock.setText(watch.text if watch.is_set else _("Uhr"))
        self._hold.setEnabled(watch.is_set)
        wanted = "clock" if watch.is_set else "plain"
        if self.clock.objectName() != wanted:
            self.clock.setObjectName(wanted)
            self.clock.style().unpolish(self.clock)
            self.clock.style().polish(self.clock)


def _when(when: str) -> str:
    from forumtool.domain.when import shown
    from forumtool.i18n import speaking

    return shown(when, speaking().language)
