"""Writes the ops of one step, in the same transaction as the rows.

It listens to the session, so that no change of a row can miss the journal; who writes past the session tells it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from forumtool.domain.models import Recorded
from forumtool.storage.journal import BIRTH, Journal, Op, as_json

Values = Mapping[str, Any]


class Recorder:
    """Writes an op for every new row and every changed field; ``changes`` are the keys of the rows by table."""

    def __init__(self, session: Session, journal: Journal, step: str) -> None:
        self._journal = journal
        self._step = step
        self.changes: dict[str, set[str]] = {}
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def born(self, rows: Iterable[tuple[str, Values]]) -> None:
        """Record new rows: the table and all values of each."""
        self._journal.write_ops([self._op(table, values["id"], BIRTH, values, "[]") for table, values in rows])

    def changed(self, rows: Iterable[tuple[str, str, Values]]) -> None:
        """Record changed fields: table, key and the new values of each row."""
        every = list(rows)
        if not every:
            return
        heads = self._journal.heads([key for _table, key, _values in every])
        ops = []
        for table, key, values in every:
            own = heads.get(key, {})
            for field, value in values.items():
                seen = max(own.get(field, ""), own.get(BIRTH, ""))
                ops.append(self._op(table, key, field, value, f'["{seen}"]' if seen else "[]"))
        self._journal.write_ops(ops)

    def _before_flush(self, session: Session, *_: object) -> None:
        if session.deleted:
            raise RuntimeError("a row is marked as deleted, never removed")
        self.born((_table(row), row.model_dump()) for row in session.new)
        changed = ((row, _changed_fields(row)) for row in session.dirty)
        self.changed((_table(row), row.id, values) for row, values in changed if values)

    def _op(self, table: str, row: str, field: str, value: Any, parents: str) -> Op:
        self.changes.setdefault(table, set()).add(row)
        return Op(self._journal.clock.tick(), self._step, table, row, field, as_json(value), parents)


def _table(row: Recorded) -> str:
    return str(row.__tablename__)


def _changed_fields(row: Recorded) -> dict[str, Any]:
    """Return the new values of the fields that differ from what the transaction found."""
    before = inspect(row).committed_state
    return {name: getattr(row, name) for name, value in before.items() if getattr(row, name) != value}


def _refuse_bulk(statement: ORMExecuteState) -> None:
    if not statement.is_select:
        raise RuntimeError("bulk statements would bypass the journal: change the rows through the step")
