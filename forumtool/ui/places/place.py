"""What every place of the rail is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from forumtool.storage.journal import Step
from forumtool.ui.desk import Desk
from forumtool.ui.parts.keyboard import has_keyboard
from forumtool.ui.projection import Projection


class Place(QWidget):
    """A place shows rows of the open file and is refreshed only while it can be seen.

    A place says in ``concerns`` which tables it shows, and reads them in ``refresh``. It keeps no second copy of the
    truth: after each step that concerns it, it reads again. ``patch`` may show a step without reading everything.
    Whatever a step takes away, the keyboard stays in the place.
    """

    concerns: tuple[str, ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = True
        desk.step_done.connect(self._heard)
        desk.file_changed.connect(self._outdated)
        desk.scope_changed.connect(self._outdated)
        desk.goal_changed.connect(self._outdated)

    def refresh(self) -> None:
        """Read the file and show it."""
        raise NotImplementedError

    def patch(self, step: Step) -> bool:
        """Show what a step changed without reading everything; return False to have all of it read."""
        return False

    def take_focus(self) -> None:
        """Put the keyboard where work starts."""
        self.setFocus()

    def to_show(self) -> Projection | None:
        """Return what the projector would show of this place, such as the measure being worked on; None: no more."""
        return None

    def reveal(self, key: str) -> None:
        """Choose the row with this key and put the keyboard on it; a place without rows does nothing."""

    def offer_tags(self, titles: Sequence[str]) -> None:
        """Begin the next card with these tags; a place that catches none does nothing."""

    def _heard(self, step: Step) -> None:
        if not self.concerns or step.touches(*self.concerns):
            if self.isVisible() and not self._stale and self.desk.is_open:
                self._keep_keyboard(lambda: self._show_step(step))
            else:
                self._outdated()

    def _show_step(self, step: Step) -> None:
        if not self.patch(step):
            self._freshen()

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible() and self.desk.is_open:
            self._keep_keyboard(self._freshen)

    def _freshen(self) -> None:
        self._stale = False
        self.refresh()

    def _keep_keyboard(self, show: Callable[[], object]) -> None:
        """Show something; where that hides what had the keyboard, the work begins anew where it starts."""
        had = has_keyboard(self)
        show()
        if had and not has_keyboard(self):
            self.take_focus()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale and self.desk.is_open:
            self._freshen()
        return super().event(event)
