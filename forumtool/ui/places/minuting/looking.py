"""What was found in the free text of what is to go to everybody, and asking once before it goes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from forumtool.domain.finds import Find
from forumtool.services.publishing import Looked
from forumtool.ui.places.minuting.finds import FindsPane


class Looking(QObject):
    """Fills the pane of finds; ``told`` says whether the names that stand there have been told already."""

    told = Signal(bool)

    def __init__(self, pane: FindsPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._is_public = False
        self._told: frozenset[str] = frozenset()
        pane.changed.connect(self._tell)

    def show(self, looked: Looked) -> None:
        """Show what was found; only what is for everybody is looked through."""
        self._is_public = looked.look is not None
        self._pane.setVisible(self._is_public)
        self._pane.show_finds(looked.found)
        self._tell()

    def must_tell(self, formats: Sequence[str], sections: Sequence[str]) -> bool:
        """Tell whether the files would name somebody of whom nothing has been said yet; from now on it has."""
        named = {one.id for one in self._kept() if "xlsx" in formats or one.stands_in(sections)}
        news = not named <= self._told
        self._told |= named
        self._tell()
        return news

    def _kept(self) -> tuple[Find, ...]:
        return self._pane.kept if self._is_public else ()

    def _tell(self) -> None:
        named = {one.id for one in self._kept()}
        self.told.emit(bool(named & self._told))
