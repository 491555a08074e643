"""What a service may do inside a step."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from forumtool.storage import many
from forumtool.storage.journal import Journal, Step
from forumtool.storage.reading import Reading

if TYPE_CHECKING:  # services name Edit before anything is written; SQLModel is loaded with the first step
    from sqlmodel import Session

    from forumtool.domain.models import Recorded
    from forumtool.storage.recorder import Recorder

T = TypeVar("T", bound="Recorded")
_AT_ONCE = 500


class Edit(Reading):
    """One step while it is being made: adds, changes and marks rows as deleted; reads see what it has done so far.

    After the ``with`` block ``done`` is the recorded step, or None if nothing changed.
    """

    def __init__(self, session: "Session", journal: Journal, recorder: "Recorder") -> None:
        super().__init__(session.connection().connection.driver_connection)
        self._session = session
        self._journal = journal
        self._recorder = recorder
        self._loaded: list[Recorded] = []  # the session itself holds rows only weakly
        self.words: dict[str, str] = {}
        self.done: Step | None = None

    @property
    def changes(self) -> Mapping[str, frozenset[str]]:
        """The rows changed so far, by table."""
        return {table: frozenset(rows) for table, rows in self._recorder.changes.items()}

    def rows(self, kind: type[Any], sql: str, *values: object) -> list[Any]:
        """Read as outside the step, with the step's own changes."""
        self._session.flush()
        return super().rows(kind, sql, *values)

    def plain(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Read as outside the step, with the step's own changes."""
        self._session.flush()
        return super().plain(sql, *values)

    def add(self, row: T) -> T:
        """Add a new row and return it."""
        self._session.add(row)
        return row

    def values(self, kind: type[T], keys: Collection[str], names: Collection[str]) -> dict[str, dict[str, Any]]:
        """Return what stands in some fields of the rows with these keys, also of those marked as deleted."""
        self._session.flush()
        return many.values(self._connection, str(kind.__tablename__), keys, names)

    def get(self, kind: type[T], key: str) -> T | None:
        """Return a row to be changed, or None if there is none or it is marked as deleted."""
        row = self._session.get(kind, key)
        return None if row is None or row.deleted else row

    def load(self, kind: type[T], keys: Collection[str]) -> None:
        """Read many rows at once before they are changed one by one."""
        from sqlmodel import col, select

        wanted = list(keys)
        for at in range(0, len(wanted), _AT_ONCE):
            chunk = wanted[at : at + _AT_ONCE]
            self._loaded += self._session.exec(select(kind).where(col(kind.id).in_(chunk))).all()

    def change(self, kind: type[T], key: str, /, **values: object) -> T | None:
        """Give fields of a row new values; return the row, or None if it is gone. Equal values are no change."""
        row = self._session.get(kind, key)
        if row is None:
            return None
        for field, value in values.items():
            if getattr(row, field) != value:
                setattr(row, field, value)
        return row

    def add_many(self, kind: type[T], rows: Iterable[Mapping[str, object]]) -> list[str]:
        """Add new rows with these values and return their keys; recorded as ``add`` does, in a tenth of its time."""
        table = str(kind.__tablename__)
        made = many.filled(kind, rows)
        self._recorder.born((table, row) for row in made)
        many.insert(self._connection, table, made)
        return [row["id"] for row in made]

    def change_many(self, kind: type[T], changes: Mapping[str, Mapping[str, object]]) -> None:
        """Give fields of many rows new values, by their keys, as ``change`` does."""
        table, changed = str(kind.__tablename__), self._differing(kind, changes)
        self._recorder.changed((table, key, values) for key, values in changed.items())
        many.update(self._connection, table, changed)
        for row in cast("Iterable[Recorded]", self._session):
            if row.id in changed:
                self._session.expire(row)

    def _differing(self, kind: type[T], changes: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
        names = dict.fromkeys(name for values in changes.values() for name in values)
        told = {
            key: {name: value for name, value in changes[key].items() if value != was[name]}
            for key, was in self.values(kind, changes, names).items()
        }
        return {key: values for key, values in told.items() if values}

    def remove(self, kind: type[T], key: str) -> None:
        """Mark a row as deleted; its words stay in the file and come back with undo."""
        self.change(kind, key, deleted=True)

    def keep_content(self, data: bytes) -> str:
        """Keep bytes in the file within this step and return the name that rows use for them (their SHA-256)."""
        import hashlib

        name = hashlib.sha256(data).hexdigest()
        self._connection.execute("INSERT OR IGNORE INTO content (hash, bytes) VALUES (?, ?)", (name, data))
        return name

    def next_number(self) -> tuple[str, int]:
        """Return the letter of this laptop and its next running number; a number once given is never given again."""
        letter = self._journal.letter()
        (last,) = self.one("SELECT max(running_number) FROM proposal WHERE laptop = ?", letter)
        return letter, (last or 0) + 1

    def flush(self) -> None:
        """Write what has been changed so far into the transaction."""
        self._session.flush()
