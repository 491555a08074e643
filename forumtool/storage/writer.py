"""The writing half of a file: SQLModel over the one connection. Loaded when the first step is made."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlcipher3 import dbapi2
from sqlmodel import Session, SQLModel

from forumtool.domain import models
from forumtool.storage import connection as database
from forumtool.storage.edit import Edit
from forumtool.storage.journal import Journal, Step
from forumtool.storage.recorder import Recorder


class Writer:
    """Makes transactions on the connection of an open file."""

    def __init__(self, path: Path, connection: dbapi2.Connection, journal: Journal) -> None:
        self._path = path
        self._journal = journal
        self._engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, module=dbapi2)
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def transaction(
        self, label: str, words: Mapping[str, object], *, founding: bool, undoes: str | None
    ) -> Iterator[Edit]:
        """Commit the block's changes and their step together, or nothing."""
        step_id = self._journal.clock.tick()
        try:
            with Session(self._engine, expire_on_commit=False, autoflush=False) as session:
                edit = Edit(session, self._journal, Recorder(session, self._journal, step_id))
                edit.words.update((name, str(word)) for name, word in words.items())
                yield edit
                session.flush()
                if not edit.changes:
                    session.rollback()
                    return
                done = Step(step_id, label, dict(edit.words), undoes, edit.changes)
                self._journal.write_step(done, "", founding=founding)
                session.commit()
                edit.done = done
        except DatabaseError as error:
            raise database.sentence(self._path, error.orig or error) from error
        except dbapi2.DatabaseError as error:
            raise database.sentence(self._path, error) from error


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def table_statements() -> list[str]:
    """Return the statements that make the tables of the models."""
    dialect = sqlite.dialect()
    tables = SQLModel.metadata.sorted_tables
    return [str(CreateTable(table).compile(dialect=dialect)) for table in tables] + [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in tables
        for index in sorted(table.indexes, key=lambda index: str(index.name))
    ]


def model_of(table: str) -> type[models.Recorded]:
    """Return the class of a table."""
    return _MODELS[table]


_MODELS: dict[str, type[models.Recorded]] = {
    str(getattr(models, name).__tablename__): getattr(models, name) for name in models.__all__ if name != "Recorded"
}
