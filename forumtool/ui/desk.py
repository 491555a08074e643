"""What all places share: the open file, the forum and goal being worked on, and the one way to do something.

A place calls ``desk.do(verb, …)``; the verb writes its step and returns; every place hears ``step_done`` and decides
for itself whether the step concerns it.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from forumtool.domain.clocks import Clocks
from forumtool.domain.errors import Unchanged, UserError
from forumtool.domain.identity import milliseconds_of
from forumtool.domain.rows import PROCESS_ONLY, ForumRow, GoalRow, ProcessRow, Scope
from forumtool.i18n import _
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import forum, forums, running_item
from forumtool.storage.queries.process import goals, process
from forumtool.storage.queries.proposals import counts_by_goal
from forumtool.ui.finding import Finding
from forumtool.ui.long_work import LongWork
from forumtool.ui.projection import Projection
from forumtool.ui.stopwatch import Stopwatch
from forumtool.ui.suggesting import Suggesting

T = TypeVar("T")


class Desk(QObject):
    """The open file and what is being worked on. ``forum_id`` None means: the process, without a forum.

    ``walked`` tells of undo and redo how many rows of all are done, if they are many, and 0 of 0 in the end.
    """

    file_changed = Signal()
    scope_changed = Signal()
    goal_changed = Signal()
    step_done = Signal(object)
    said = Signal(str, str)
    projected = Signal(object)
    walked = Signal(int, int)

    def __init__(self, parent: QObject | None = None, clocks: Clocks | None = None) -> None:
        super().__init__(parent)
        self._file: ForumFile | None = None
        self.forum_id: str | None = None
        self.goal_id: str | None = None
        self.saved_at: datetime | None = None
        self.stopwatch = Stopwatch(self, clocks)
        self.suggesting = Suggesting(self)
        self.finding = Finding(self)
        self.long_work = LongWork(self)
        self.projection = Projection()

    @property
    def is_open(self) -> bool:
        """Tell whether a file is open."""
        return self._file is not None

    @property
    def file(self) -> ForumFile:
        """The open file; asking without one is a mistake of the program."""
        if self._file is None:
            raise RuntimeError("no file is open")
        return self._file

    @property
    def scope(self) -> Scope:
        """What lists are about: the chosen forum, or what belongs to the process only."""
        return Scope(self.forum_id) if self.forum_id else PROCESS_ONLY

    def open(self, path: Path) -> bool:
        """Open a file in place of the one that is open; say why not and return False if it cannot be opened."""
        self.close()
        try:
            self._file = ForumFile.open(path)
        except UserError as error:
            if not self._open_for_reading(path):
                self.say_warning(str(error))
                return False
        self.saved_at = self._newest_step()
        self.file.subscribe(self._heard)
        found = forums(self.file)
        self.forum_id = self._busiest(found)
        self.goal_id = self._first_goal()
        self.stopwatch.take_up(path)
        self.stopwatch.follow(running_item(self.file))
        self.file_changed.emit()
        if self.file.backup:
            self.say(
                _("Das Format der Datei wurde erneuert. Die alte liegt daneben: {name}", name=self.file.backup.name)
            )
        return True

    def _open_for_reading(self, path: Path) -> bool:
        from forumtool.storage.connection import is_write_protected

        try:
            if not path.is_file() or not is_write_protected(path):
                return False
            self._file = ForumFile.open(path, read_only=True)
        except UserError:
            return False
        self.say(
            _("„{name}“ ist schreibgeschützt: Ansehen und Ausgeben geht, Ändern erst in einer Kopie.", name=path.name)
        )
        return True

    def close(self) -> None:
        """Close the file; nothing needs saving."""
        if self._file is not None:
            self.long_work.leave()
            self.stopwatch.leave()
            self._file.close()
            self._file = None

    def do(self, verb: Callable[..., T], *values: Any, **named: Any) -> T | None:
        """Do what a service offers with the open file; say why not and return None if it cannot be done."""
        try:
            return verb(self.file, *values, **named)
        except Unchanged as error:
            self.say(str(error))
        except UserError as error:
            self.say_warning(str(error))
        return None

    def undo(self) -> None:
        """Take back the newest step and say which."""
        step = self._walk(ForumFile.undo)
        if step is not None:
            self.say(_("Rückgängig: {what}", what=told(step)))

    def redo(self) -> None:
        """Bring back what undo took and say what."""
        step = self._walk(ForumFile.redo)
        if step is not None:
            self.say(_("Wiederhergestellt: {what}", what=told(step)))

    def _walk(self, verb: Callable[..., Step]) -> Step | None:
        step = self.do(verb, self.walked.emit)
        self.walked.emit(0, 0)
        return step

    def choose_forum(self, forum_id: str | None) -> None:
        """Work on another forum, or on what belongs to the process only (None)."""
        if forum_id != self.forum_id:
            self.forum_id = forum_id
            self.goal_id = self._first_goal()
            self.scope_changed.emit()
            self.goal_changed.emit()

    def choose_goal(self, goal_id: str | None) -> None:
        """Work on another goal."""
        if goal_id != self.goal_id:
            self.goal_id = goal_id
            self.goal_changed.emit()

    def goals(self) -> list[GoalRow]:
        """Return the goals in question: of the forum's theme field and those its cards belong to, else all."""
        every = goals(self.file)
        chosen = self.forum()
        if chosen is None:
            counts = counts_by_goal(self.file, PROCESS_ONLY)
            return [goal for goal in every if goal.id in counts] or every
        if chosen.theme_field_id is None:
            return every
        counts = counts_by_goal(self.file, self.scope)
        return [goal for goal in every if goal.theme_field_id == chosen.theme_field_id or goal.id in counts] or every

    def goal(self) -> GoalRow | None:
        """Return the goal being worked on."""
        return next((goal for goal in goals(self.file) if goal.id == self.goal_id), None)

    def forum(self) -> ForumRow | None:
        """Return the forum being worked on."""
        return forum(self.file, self.forum_id) if self.forum_id else None

    def process(self) -> ProcessRow:
        """Return the process of the file."""
        return process(self.file)

    def project(self, projection: Projection) -> None:
        """Send something to the projector; it stays there until something else is sent."""
        self.projection = projection
        self.projected.emit(projection)

    def say(self, sentence: str) -> None:
        """Tell the user something quietly."""
        self.said.emit("quiet", sentence)

    def say_warning(self, sentence: str) -> None:
        """Tell the user that something did not work, and what to do."""
        self.said.emit("warning", sentence)

    def _heard(self, step: Step) -> None:
        self.saved_at = datetime.now()
        if step.touches("goal", "forum", "theme_field"):
            if self.forum_id and self.forum() is None:
                self.forum_id = None
            if self.goal_id is None or self.goal() is None:
                self.goal_id = self._first_goal()
        if step.touches("agenda_item"):
            self.stopwatch.follow(running_item(self.file))
        self.step_done.emit(step)

    def _newest_step(self) -> datetime | None:
        """Return when the newest step was written; the file's own time lags behind while it is open, or was killed."""
        (newest,) = self.file.one("SELECT max(id) FROM step")
        return datetime.fromtimestamp(milliseconds_of(newest) / 1000) if newest else None

    def _first_goal(self) -> str | None:
        """Choose the goal of the newest card in scope, else the first one."""
        found = [goal.id for goal in self.goals()]
        newest = self.file.one(
            "SELECT goal_id FROM proposal WHERE NOT deleted AND forum_id IS ? ORDER BY id DESC LIMIT 1", self.forum_id
        )
        if newest and newest[0] in found:
            return str(newest[0])
        return found[0] if found else None

    def _busiest(self, found: list[ForumRow]) -> str | None:
        """Choose the forum with the newest card, else the first one that there is."""
        newest = self.file.one(
            "SELECT forum_id FROM proposal WHERE NOT deleted AND forum_id IS NOT NULL ORDER BY id DESC LIMIT 1"
        )
        if newest:
            return str(newest[0])
        (cards,) = self.file.one("SELECT count(*) FROM proposal WHERE NOT deleted")
        return found[0].id if found and not cards else None


def told(step: Step) -> str:
    """Return a step's label in the language of the window."""
    return _(step.label, **step.words)
