"""The journal: every step and its field changes, in the order of their clocks.

An op without a field is the birth of a row and carries all its values; every other op carries one field. ``parents``
are the ops of that field which the writer had seen, as a JSON list. One op for a birth instead of one for each field
keeps a capture at three rows; the birth is the first op of every field of its row.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from sqlcipher3 import dbapi2

from forumtool.domain.identity import HybridClock, ids_from, milliseconds_of

SCHEMA = (
    "CREATE TABLE step (id TEXT PRIMARY KEY, label TEXT NOT NULL, words TEXT NOT NULL, who TEXT NOT NULL,"
    " laptop TEXT NOT NULL, undoes TEXT, founding INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
    "CREATE TABLE op (id TEXT PRIMARY KEY, step TEXT NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL,"
    " field TEXT NOT NULL, value TEXT NOT NULL, parents TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX op_of_field ON op (row, field, id)",
    "CREATE INDEX op_of_step ON op (step)",
    "CREATE TABLE laptop (id TEXT PRIMARY KEY, letter TEXT NOT NULL) WITHOUT ROWID",
    # Photographs: written once, named by their SHA-256, never changed; the recorded rows name them.
    "CREATE TABLE content (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL)",
)
# Proposals that stand: not deleted, not laid together with another, not split. A temporary view, so that the program
# and not the file says what it means.
CARD_VIEW = (
    "CREATE TEMP VIEW card AS SELECT * FROM proposal p WHERE NOT p.deleted"
    " AND (p.joined_to_id IS NULL"
    "   OR NOT EXISTS (SELECT 1 FROM proposal lead WHERE lead.id = p.joined_to_id AND NOT lead.deleted))"
    " AND p.id NOT IN (SELECT split_from_id FROM proposal WHERE split_from_id > '' AND NOT deleted)"
)

BIRTH = ""
Progress = Callable[[int, int], None]
"""Hears how far a long step is: the rows done, and all rows."""

as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Step(NamedTuple):
    """A recorded step: a label in German with ``{words}``, and the rows it changed, by table."""

    id: str
    label: str
    words: Mapping[str, str]
    undoes: str | None
    changes: Mapping[str, frozenset[str]]

    def touches(self, *tables: str) -> bool:
        """Tell whether a row of one of these tables changed."""
        return any(table in self.changes for table in tables)


class Op(NamedTuple):
    """One field change: ``value`` and ``parents`` are JSON."""

    id: str
    step: str
    table: str
    row: str
    field: str
    value: str
    parents: str


class Replaced(NamedTuple):
    """A field change with the value before it: JSON, None for a birth and for a field younger than its row."""

    table: str
    row: str
    field: str
    after: str
    before: str | None


class Journal:
    """Reads and writes the journal's tables; knows nothing of the rows themselves."""

    def __init__(self, connection: dbapi2.Connection, laptop: str) -> None:
        self._connection = connection
        self._laptop = laptop
        (last,) = connection.execute(
            "SELECT max(last) FROM (SELECT max(id) last FROM op UNION ALL SELECT max(id) FROM step)"
        ).fetchone()
        self.clock = HybridClock(laptop, last or "")
        if last:
            ids_from(milliseconds_of(last))

    def letter(self) -> str:
        """Return this laptop's letter in this file, given at its first step: A to Z, then AA, AB …"""
        found = self._connection.execute("SELECT letter FROM laptop WHERE id = ?", (self._laptop,)).fetchone()
        if found:
            return str(found[0])
        (taken,) = self._connection.execute("SELECT count(*) FROM laptop").fetchone()
        letter = _letter(taken)
        self._connection.execute("INSERT INTO laptop VALUES (?, ?)", (self._laptop, letter))
        return letter

    def write_step(self, step: Step, who: str, *, founding: bool) -> None:
        """Write the head of a step."""
        self._connection.execute(
            "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                step.id,
                step.label,
                json.dumps(step.words, ensure_ascii=False),
                who,
                self._laptop,
                step.undoes,
                int(founding),
            ),
        )

    def write_ops(self, ops: Iterable[Op]) -> None:
        """Write field changes."""
        self._connection.executemany("INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?)", ops)

    def heads(self, rows: Collection[str]) -> dict[str, dict[str, str]]:
        """Return the newest op of each field of these rows that has one; the birth counts for every field."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for row, field, newest in self._connection.execute(
            "SELECT row, field, max(id) FROM op WHERE row IN (SELECT value FROM json_each(?)) GROUP BY row, field",
            (json.dumps(list(rows)),),
        ):
            found[row][field] = newest
        return found

    def count_rows(self, step: str) -> int:
        """Return how many rows a step changed."""
        (count,) = self._connection.execute("SELECT count(DISTINCT row) FROM op WHERE step = ?", (step,)).fetchone()
        return int(count)

    def replaced(self, step: str) -> list[Replaced]:
        """Return what each field change of a step put in place of what, in their order."""
        return [
            Replaced._make(row)
            for row in self._connection.execute(
                "SELECT o.tbl, o.row, o.field, o.value,"
                " CASE b.field WHEN '' THEN b.value -> ('$.' || o.field) ELSE b.value END"
                " FROM op o LEFT JOIN op b ON b.id = o.parents ->> '$[0]' WHERE o.step = ? ORDER BY o.id",
                (step,),
            )
        ]

    def ops(self, step: str) -> list[Op]:
        """Return the field changes of a step in their order."""
        return [
            Op._make(row) for row in self._connection.execute("SELECT * FROM op WHERE step = ? ORDER BY id", (step,))
        ]

    def all_ops(self) -> Iterable[Op]:
        """Yield every field change in the order of the clocks."""
        return (Op._make(row) for row in self._connection.execute("SELECT * FROM op ORDER BY id"))

    def steps(self) -> list[tuple[Step, bool]]:
        """Return all steps in order, without their changes, and whether each is a founding one."""
        rows = self._connection.execute("SELECT id, label, words, undoes, founding FROM step ORDER BY id")
        return [
            (Step(id_, label, json.loads(words), undoes, {}), bool(founding))
            for id_, label, words, undoes, founding in rows
        ]


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
