"""The Leinwand as the main window sees it: opens it, turns its pages, and says in words what the room sees."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from forumtool.i18n import N_, _
from forumtool.ui.desk import Desk

if TYPE_CHECKING:
    from forumtool.ui.canvas.stage import Stage
    from forumtool.ui.canvas.window import CanvasWindow

NAMES = {
    "pause": N_("Pause"),
    "goal": N_("Ziel und Frage"),
    "cards": N_("Karten"),
    "board": N_("Pinnwand"),
    "ranking": N_("Rangfolge"),
    "measure": N_("Maßnahme"),
    "readback": N_("Gegenlesen"),
    "timer": N_("Uhr"),
}


class Projector(QObject):
    """Makes the canvas when it is first asked for. ``changed`` tells that the room sees something else."""

    changed = Signal()

    def __init__(self, desk: Desk, main: QWidget) -> None:
        super().__init__(main)
        self._desk, self._main = desk, main
        self._canvas: CanvasWindow | None = None
        self._stage: Stage | None = None
        self._was_waiting = False
        desk.projected.connect(self._sent)

    @property
    def canvas(self) -> "CanvasWindow | None":
        """The canvas, or None if nobody has asked for it yet."""
        return self._canvas

    @property
    def is_seen(self) -> bool:
        """Tell whether the canvas is on a screen."""
        return self._canvas is not None and self._canvas.isVisible()

    @property
    def is_reading_back(self) -> bool:
        """Tell whether the room is being asked whether all was noted well."""
        return self.is_seen and self._canvas is not None and self._canvas.picture.kind == "readback"

    def toggle(self) -> None:
        """Show the canvas, or put it away."""
        if self.is_seen:
            self.close()
        elif self._desk.is_open:
            self._made().open()

    def close(self) -> None:
        """Put the canvas away; what was sent stays sent."""
        if self._canvas is not None:
            self._canvas.close()

    def turn(self, by: int) -> None:
        """Go to the page before (-1) or behind (+1)."""
        if self.is_seen and self._canvas is not None:
            self._canvas.turn(by)

    def blank(self) -> None:
        """Make the canvas dark, or show the picture again."""
        if self.is_seen and self._canvas is not None:
            self._canvas.toggle_blank()

    def confirm(self) -> None:
        """Mark what is being read back as confirmed by the room, or go on to the next page."""
        if self.is_reading_back and self._canvas is not None:
            self._canvas.confirm()

    def give_keys(self) -> None:
        """Let a presenter turn the pages of the canvas."""
        if self._stage is not None:
            self._stage.give_keys()

    def refresh(self) -> None:
        """Show everything anew, for another language."""
        if self._canvas is not None:
            self._canvas.refresh()
        self.changed.emit()

    def told(self) -> str:
        """Return what the room sees in a few words, empty while the canvas is put away."""
        canvas, stage = self._canvas, self._stage
        if canvas is None or stage is None or not stage.is_wanted:
            return ""
        if stage.is_waiting:
            return _("Leinwand wartet auf den zweiten Bildschirm")
        if canvas.blank:
            return _("Leinwand: dunkel")
        if canvas.isActiveWindow():
            return _("Leinwand hat die Tasten, Umschalt F9 holt sie zurück")
        picture = canvas.picture
        what = _(NAMES[picture.kind])
        label = f"{picture.label}, {what}" if picture.label else what
        if len(canvas.pages) < 2:
            return _("Leinwand: {label}", label=label)
        return _("Leinwand: {label}, Seite {page} von {count}", label=label, page=canvas.page + 1,
                 count=len(canvas.pages))  # fmt: skip

    # Inside

    def _made(self) -> "Stage":
        from forumtool.ui.canvas.stage import Stage
        from forumtool.ui.canvas.window import CanvasWindow

        if self._stage is None:
            self._canvas = CanvasWindow(self._desk)
            self._stage = Stage(self._canvas, self._main)
            self._canvas.changed.connect(self.changed)
            self._stage.changed.connect(self._stage_changed)
        return self._stage

    def _sent(self, _sent: object) -> None:
        """Open the canvas for what was sent; one that waits for its screen goes on waiting."""
        stage = self._made()
        if not stage.is_wanted:
            stage.open()
            self._main.activateWindow()

    def _stage_changed(self) -> None:
        waiting = self._stage is not None and self._stage.is_waiting
        if waiting and not self._was_waiting:
            self._desk.say(_("Der zweite Bildschirm ist weg. Die Leinwand kommt mit ihm wieder, mit F9 als Fenster."))
        self._was_waiting = waiting
        self.changed.emit()
