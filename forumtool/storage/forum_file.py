"""One process in one file: opening, recorded steps, undo and redo, closing."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from forumtool.domain.errors import Unchanged, UserError
from forumtool.i18n import N_, _
from forumtool.storage import connection as database
from forumtool.storage import migrations
from forumtool.storage.copy import Copy
from forumtool.storage.header import APPLICATION_ID, newer_version, require_forum_file, version_in_header
from forumtool.storage.history import History
from forumtool.storage.holder import Holder
from forumtool.storage.journal import CARD_VIEW, SCHEMA, Journal, Progress, Step
from forumtool.storage.laptop import laptop_key
from forumtool.storage.reading import Reading

if TYPE_CHECKING:
    from forumtool.storage.edit import Edit
    from forumtool.storage.writer import Writer

Listener = Callable[[Step], None]


class ForumFile(Reading):
    """An open ``.forum`` file. Use it on the thread that opened it, and close it."""

    def __init__(self, path: Path, connection: dbapi2.Connection, *, read_only: bool) -> None:
        super().__init__(connection)
        self.path = path
        self.read_only = read_only
        self.backup: Path | None = None
        self._holder: Holder | None = None
        self._journal = Journal(connection, laptop_key())
        self._listeners: list[Listener] = []

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        known: Mapping[int, Sequence[str]] = migrations.MIGRATIONS,
    ) -> "ForumFile":
        """Open a file; an older format is brought up to date after a copy has been made (``backup``).

        Raises a ``UserError`` for a file that is missing, no forum file, damaged, newer, write-protected (unless
        ``read_only``) or open elsewhere. None of these changes the file.
        """
        newest = migrations.newest_version(known)
        require_forum_file(path, newest)
        if not read_only and database.is_write_protected(path):
            raise database.write_protected(path)
        holder = None if read_only else database.hold(path)
        try:
            file = cls._open_held(path, read_only=read_only, known=known)
        except BaseException:
            if holder is not None:
                holder.release()
            raise
        if holder is not None:
            file._holder = holder
            holder.leave_note()
        return file

    @classmethod
    def _open_held(cls, path: Path, *, read_only: bool, known: Mapping[int, Sequence[str]]) -> "ForumFile":
        left_open = database.has_log(path)
        if not left_open:
            database.require_sound_unopened(path)
        link = database.connect(path, read_only=read_only)
        try:
            if left_open:
                database.require_sound(path, link)
            with database.sentences(path):
                backup, link = _bring_up_to_date(path, link, known, read_only=read_only)
                link.execute(CARD_VIEW)
                file = cls(path, link, read_only=read_only)
        except BaseException:
            link.close()
            raise
        file.backup = backup
        return file

    @classmethod
    def open_to_read(cls, path: Path) -> "ForumFile":
        """Open a file for a look: nothing of it is touched if it was closed properly, or is write-protected.

        Raises a ``UserError`` as ``open`` does. A file that a killed program has left is put in order first.
        """
        newest = migrations.newest_version(migrations.MIGRATIONS)
        require_forum_file(path, newest)
        was_closed = not database.has_log(path) and version_in_header(path) == newest
        return cls.open(path, read_only=was_closed or database.is_write_protected(path))

    @classmethod
    def create(cls, path: Path, found: "Callable[[Edit], None]") -> None:
        """Make a new file whose founding step is ``found``; it appears under its name only when it is whole.

        Raises a ``UserError`` if there is such a file already or it cannot be written.
        """
        if path.exists():
            raise UserError(
                _("„{name}“ gibt es schon und bleibt, wie es ist: Bitte einen anderen Namen wählen.", name=path.name)
            )
        if not path.parent.is_dir():
            raise UserError(_("Den Ordner „{folder}“ gibt es nicht: Bitte zuerst anlegen.", folder=path.parent))
        part = path.with_name(f".{path.name}.{os.getpid()}.neu")
        try:
            with database.sentences(path):
                part.touch()
                file = cls._lay_out(part)
                try:
                    with file.step(N_("Prozess angelegt"), founding=True) as edit:
                        found(edit)
                finally:
                    file.close()
                part.rename(path)
        finally:
            database.remove_unfinished(part)

    @classmethod
    def _lay_out(cls, path: Path) -> "ForumFile":
        from forumtool.storage.writer import table_statements

        link = database.connect(path, read_only=False)
        try:
            link.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
            link.execute(f"PRAGMA user_version = {migrations.newest_version(migrations.MIGRATIONS):d}")
            link.execute("BEGIN")
            for statement in (*SCHEMA, *table_statements()):
                link.execute(statement)
            link.execute("COMMIT")
            link.execute(CARD_VIEW)
            return cls(path, link, read_only=False)
        except BaseException:
            link.close()
            raise

    @cached_property
    def history(self) -> History:
        """What can be undone and redone."""
        return History(self._journal.steps())

    @property
    def version(self) -> int:
        """The version of the file's format."""
        return migrations.version_of(self._connection)

    @property
    def journal(self) -> Journal:
        """The journal, for reading."""
        return self._journal

    @cached_property
    def _writer(self) -> "Writer":
        from forumtool.storage.writer import Writer

        return Writer(self.path, self._connection, self._journal)

    @contextmanager
    def step(
        self, label: str, *, founding: bool = False, undoes: str | None = None, **words: object
    ) -> "Iterator[Edit]":
        """Make one recorded step: all of it is on disk when the block ends, or nothing.

        ``label`` is German with ``{words}``, marked with ``N_``; words may be added on the edit while the step is
        made. Listeners hear of the step after it is on disk. Raises a ``UserError`` if it cannot be written.
        """
        if self.read_only:
            raise database.write_protected(self.path)
        with self._writer.transaction(label, words, founding=founding, undoes=undoes) as edit:
            yield edit
        if edit.done is not None:
            if "history" in self.__dict__:
                self.history.append(edit.done, founding=founding)
            for listener in tuple(self._listeners):
                listener(edit.done)

    def undo(self, progress: Progress | None = None) -> Step:
        """Take back the newest step that is not taken back yet, as a new step; raise ``Unchanged`` if there is none."""
        target = self.history.next_undo
        if target is None:
            raise Unchanged(_("Es gibt nichts, was sich rückgängig machen lässt."))
        return self._revert(target, progress)

    def redo(self, progress: Progress | None = None) -> Step:
        """Bring back what the newest undo took; raise ``Unchanged`` if there is none."""
        target = self.history.next_redo
        if target is None:
            raise Unchanged(_("Es gibt nichts, was sich wiederherstellen lässt."))
        return self._revert(target, progress)

    def _revert(self, target: Step, progress: Progress | None) -> Step:
        from forumtool.storage.undo import revert

        with self.step(target.label, undoes=target.id) as edit:
            edit.words.update(target.words)
            revert(edit, self._journal, target.id, progress)
        if edit.done is None:
            raise Unchanged(_("Daran hat sich seither nichts geändert."))
        return edit.done

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each step, on this thread; return what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def copied(self) -> Copy:
        """Return the file as it is now, to be read on another thread; whoever reads it closes it."""
        with database.database_sentences(self.path):
            return Copy(self._connection)

    def close(self) -> None:
        """Close the file so that one whole file remains."""
        database.disconnect(self._connection, read_only=self.read_only)
        if self._holder is not None:
            self._holder.release()

    def __enter__(self) -> "ForumFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _bring_up_to_date(
    path: Path, link: dbapi2.Connection, known: Mapping[int, Sequence[str]], *, read_only: bool
) -> tuple[Path | None, dbapi2.Connection]:
    version, newest = migrations.version_of(link), migrations.newest_version(known)
    if version > newest:
        raise newer_version(path)
    if version == newest:
        return None, link
    if read_only:
        raise UserError(
            _(
                "„{name}“ hat ein älteres Format und ist schreibgeschützt: "
                "Bitte auf den Laptop kopieren und dort öffnen.",
                name=path.name,
            )
        )
    database.disconnect(link, read_only=False)
    backup = migrations.copy_before(path, version)
    link = database.connect(path, read_only=False)
    try:
        migrations.migrate(link, known)
    except BaseException:
        database.disconnect(link, read_only=False)
        raise
    return backup, link
