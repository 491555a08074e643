"""The bar at the top: the process, the forum chooser, the timer, the projector."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.icons import put_icon
from forumtool.ui.parts.states import put_state
from forumtool.ui.parts.words import words
from forumtool.ui.shell.sizes import BAR

_OTHERS = 600  # pixels that the buttons and the timer take
_TIMER, _LEAST = 180, 60  # pixels for the words beside the timer, at most and at least
_NARROW = 1000  # pixels that the bar needs without them


class TopBar(QFrame):
    """Shows where we are; tells what was wanted by a click."""

    forum_wanted = Signal()
    canvas_wanted = Signal()
    search_wanted = Signal()
    menu_wanted = Signal()
    timer_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(BAR)
        self._desk = desk
        self._process_name = self._forum_name = self._timer_name = ""
        self.title = words("", "processTitle")
        self.arrow = words("›", "quiet")
        self.forum = button("", self.forum_wanted.emit, tip=key_text("Ctrl+F"))
        self.forum.setAccessibleName(_("Forum wählen"))
        self.timer_title = words("", "quiet")
        self.clock = self._clock()
        self.undo = self._step_button(_("Rückgängig"), desk.undo)
        self.redo = self._step_button(_("Wiederherstellen"), desk.redo)
        self.canvas = button(_("Leinwand"), self.canvas_wanted.emit, tip=_("F8 wählt ein Bild, F9 öffnet und schließt"))
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
        timer = self.timer_title.sizeHint().width() if self.timer_title.isVisibleTo(self) else 0
        room = max(240, self.width() - _OTHERS - max(0, timer - _LEAST))
        for thing, name, share, end in (
            (self.title, self._process_name, 0.38, ""), (self.forum, self._forum_name, 0.54, "  ▾"),
        ):  # fmt: skip
            shown = thing.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room * share))
            thing.setText(shown + end)
            thing.setToolTip(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_timer()
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

    def _clock(self) -> QPushButton:
        tip = _("Uhr stellen") + f"  ({key_text('Ctrl+Shift+T')}), " + _("anhalten") + f"  ({key_text('Ctrl+T')})"
        clock = button("", self.timer_wanted.emit, role="plain", tip=tip)
        clock.setAccessibleName(_("Uhr für den Raum"))
        return clock

    def _tick(self) -> None:
        watch = self._desk.stopwatch
        self._timer_name = watch.title if watch.is_set else ""
        self._fit_timer()
        self.clock.setText(watch.text if watch.is_set else _("Uhr"))
        self.clock.setAccessibleDescription(f"{watch.title} {watch.text}" if watch.is_set else "")
        wanted = "clock" if watch.is_set else "plain"
        if self.clock.objectName() != wanted:
            self.clock.setObjectName(wanted)
            self.clock.setProperty("state", None)
        put_state(self.clock, watch.state if watch.is_set else "")

    def _fit_timer(self) -> None:
        """Shorten what the time is for to its place; a narrow window shows the time alone."""
        room = min(_TIMER, self.width() - _NARROW)
        shown = self.timer_title.fontMetrics().elidedText(self._timer_name, Qt.TextElideMode.ElideRight, max(0, room))
        wanted = shown if room >= _LEAST else ""
        if self.timer_title.text() == wanted:
            return
        self.timer_title.setVisible(bool(wanted))
        self.timer_title.setText(wanted)
        self.timer_title.setToolTip(self._timer_name)
        if self._process_name:
            self.fit()


def _when(when: str) -> str:
    from forumtool.domain.when import shown
    from forumtool.i18n import speaking

    return shown(when, speaking().language)
