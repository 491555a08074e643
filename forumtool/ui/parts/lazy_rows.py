"""Tables of any length: the keys of all rows are known, a row is read when it comes into view."""

from collections.abc import Callable, Collection, Iterator, Sequence
from operator import eq
from typing import Generic, TypeVar, overload

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from forumtool.ui.parts.table import Column, RowsModel, key_of

R = TypeVar("R")
_PAGE = 64
_KEPT = 2560  # rows; a table of 20,000 that is scrolled from end to end holds an eighth of them


class LazyRows(Sequence[R]):
    """Rows by their keys, read a page at a time. ``read`` returns the rows of some keys, in any order."""

    def __init__(self, keys: Sequence[str], read: Callable[[Collection[str]], Sequence[R]]) -> None:
        self.keys = keys
        self._read = read
        self._held: dict[str, R] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # as of every sequence that may change

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...

    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        if isinstance(at, slice):
            return self.of(self.keys[at])
        key = self.keys[at]
        if key not in self._held:
            begin = at % len(self) // _PAGE * _PAGE
            self._take(self.keys[begin : begin + _PAGE])
        return self._held[key]

    def __iter__(self) -> Iterator[R]:
        for at in range(len(self)):
            yield self[at]

    def of(self, keys: Sequence[str]) -> list[R]:
        """Return the rows with some keys, which are read at once if they are many."""
        missing = [key for key in keys if key not in self._held]
        found = {**self._held, **self._rows(missing)} if missing else self._held
        return [found[key] for key in keys]

    @property
    def held(self) -> Collection[R]:
        """The rows that have been read and are kept."""
        return self._held.values()

    def put_first(self, row: R) -> None:
        """Let a new row stand before all others."""
        self.keys = [key_of(row), *self.keys]
        self._held[key_of(row)] = row

    def replace(self, row: R) -> None:
        """Take what has become of a row."""
        self._held[key_of(row)] = row

    def forget(self) -> None:
        """Read the rows again when they are asked for."""
        self._held.clear()

    def _take(self, keys: Sequence[str]) -> None:
        self._held |= self._rows([key for key in keys if key not in self._held])
        for key in list(self._held)[: max(0, len(self._held) - _KEPT)]:
            del self._held[key]

    def _rows(self, keys: Sequence[str]) -> dict[str, R]:
        return {key_of(row): row for row in self._read(keys)}


class LazyModel(RowsModel[R], Generic[R]):
    """Shows rows of which only the keys are known; ``read`` is asked for those that come into view."""

    rows: LazyRows[R]

    def __init__(
        self, columns: Sequence[Column], read: Callable[[Collection[str]], Sequence[R]], parent: QWidget | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._read = read
        self.rows = LazyRows((), read)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show the rows with these keys in this order. Equal keys only repaint; otherwise the table starts anew."""
        if self.keys == keys:
            self.renew()
            return
        self.beginResetModel()
        self.rows = LazyRows(keys, self._read)
        self.endResetModel()

    @property
    def keys(self) -> Sequence[str]:
        """The keys of all rows in their order."""
        return self.rows.keys

    def renew(self) -> None:
        """Read the rows again, as their content has changed; the table keeps its place."""
        if self.rows:
            self.rows.forget()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def put_first(self, row: R) -> None:
        """Show a new row on top without touching the others."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self.rows.put_first(row)
        self.endInsertRows()

    def replace(self, row: R) -> bool:
        """Show a row that has changed; return False if it is not in the table."""
        at = self.row_of(key_of(row))
        if at < 0:
            return False
        self.rows.replace(row)
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
        return True

    def row_of(self, key: str) -> int:
        return self.keys.index(key) if key in self.keys else -1
