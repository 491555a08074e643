"""Looking through the free text of what is to go to everybody, beside the window, and asking once before it goes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from forumtool.domain.errors import UserError
from forumtool.domain.finds import Find
from forumtool.domain.report import Report
from forumtool.insight.free_text import Scan
from forumtool.services.publishing import Looked
from forumtool.services.reporting import scan
from forumtool.ui.desk import Desk
from forumtool.ui.places.minuting.finds import FindsPane
from forumtool.ui.tasks import TaskRunner


class Looking(QObject):
    """Fills the pane of finds; ``told`` says whether the names that stand there have been told already."""

    told = Signal(bool)

    def __init__(self, desk: Desk, runner: TaskRunner, pane: FindsPane) -> None:
        super().__init__(pane)
        self._desk, self._runner, self._pane = desk, runner, pane
        self._scan: Scan | None = None
        self._turn = 0
        self._told: frozenset[str] = frozenset()
        pane.changed.connect(self._tell)

    def look(self, report: Report) -> None:
        """Look through a public report; any other one is not looked through."""
        self._turn += 1
        turn = self._turn
        look = self._desk.do(scan) if report.audience == "public" else None
        if look is None:
            self.show(Looked(report))
        else:
            self._runner.run(
                lambda: Looked(report, look, tuple(look.find(report))), lambda came: self._show(turn, came), self._say
            )

    def show(self, looked: Looked) -> None:
        """Show what was found; what is still being looked through counts no more."""
        self._turn += 1
        self._scan = looked.look
        self._pane.setVisible(looked.look is not None)
        self._pane.show_finds(looked.found)
        self._tell()

    def blackening(self) -> Callable[[Report], Report]:
        """Return what blackens the chosen finds of a report, on any thread."""
        found, chosen = self._scan, self._pane.blackened
        return lambda report: found.blacken(report, chosen) if found and chosen else report

    def must_tell(self, formats: Sequence[str], sections: Sequence[str]) -> bool:
        """Tell whether the files would name somebody of whom nothing has been said yet; from now on it has."""
        named = {one.id for one in self._kept() if "xlsx" in formats or one.stands_in(sections)}
        news = not named <= self._told
        self._told |= named
        self._tell()
        return news

    def _kept(self) -> tuple[Find, ...]:
        return self._pane.kept if self._scan else ()

    def _show(self, turn: int, looked: Looked) -> None:
        if turn == self._turn:
            self.show(looked)

    def _say(self, error: UserError) -> None:
        self._desk.say_warning(str(error))

    def _tell(self) -> None:
        named = {one.id for one in self._kept()}
        self.told.emit(bool(named & self._told))
