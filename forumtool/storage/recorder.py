"""Listens to the session, so that no change of a row can miss the journal."""

import json
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from forumtool.domain.models import Recorded
from forumtool.storage.journal import BIRTH, Journal, Op


class Recorder:
    """Writes an op for every changed field of one step, in the same transaction as the rows."""

    def __init__(self, session: Session, journal: Journal, step: str) -> None:
        self._journal = journal
        self._step = step
        self.changes: dict[str, set[str]] = {}
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def _before_flush(self, session: Session, *_: object) -> None:
        if session.deleted:
            raise RuntimeError("a row is marked as deleted, never removed")
        ops: list[Op] = []
        for row in session.new:
            ops.append(self._op(row, BIRTH, row.model_dump(), []))
        for row in session.dirty:
            for name in _changed_fields(row):
                parent = self._journal.head(row.id, name)
                ops.append(self._op(row, name, getattr(row, name), [parent] if parent else []))
        self._journal.write_ops(ops)

    def _op(self, row: Recorded, field: str, value: Any, parents: list[str]) -> Op:
        table = str(row.__tablename__)
        self.changes.setdefault(table, set()).add(row.id)
        return Op(
            self._journal.clock.tick(),
            self._step,
            table,
            row.id,
            field,
            json.dumps(value, ensure_ascii=False, separators=(",", ":")),
            json.dumps(parents),
        )


def _changed_fields(row: Recorded) -> list[str]:
    """Return the fields whose value differs from what the transaction found."""
    before = inspect(row).committed_state
    return [name for name, value in before.items() if getattr(row, name) != value]


def _refuse_bulk(statement: ORMExecuteState) -> None:
    if not statement.is_select:
        raise RuntimeError("bulk statements would bypass the journal: change the rows through the step")
