"""Tables of any length: the keys of all rows are known, a row is read when it comes into view."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Generic, TypeVar, cast, overload

from PySide6.QtWidgets import QWidget

from forumtool.ui.parts.table import Column, RowsModel

R = TypeVar("R")
_PAGE = 64
_KEPT = 40  # pages; a table of 20,000 rows that is scrolled from end to end holds an eighth of them


class LazyRows(Sequence[R]):
    """Rows by their keys, read a page at a time. ``read`` returns the rows of some keys, in any order."""

    def __init__(self, keys: Sequence[str], read: Callable[[Collection[str]], Sequence[R]]) -> None:
        self.keys = keys
        self._read = read
        self._pages: dict[int, list[R]] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...

    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        page, place = divmod(at % len(self), _PAGE)
        return self._page(page)[place]

    def __iter__(self) -> Iterator[R]:
        for page in range(-(-len(self) // _PAGE)):
            yield from self._page(page)

    def forget(self) -> None:
        """Read the rows again when they are asked for."""
        self._pages.clear()

    def _page(self, page: int) -> list[R]:
        found = self._pages.get(page)
        if found is None:
            keys = self.keys[page * _PAGE : (page + 1) * _PAGE]
            rows = {row.id: row for row in self._read(keys)}  # type: ignore[attr-defined]
            found = [rows[key] for key in keys]
            if len(self._pages) >= _KEPT:
                self._pages.pop(next(iter(self._pages)))
            self._pages[page] = found
        return found


class LazyModel(RowsModel[R], Generic[R]):
    """Shows rows of which only the keys are known; ``read`` is asked for those that come into view."""

    def __init__(
        self, columns: Sequence[Column], read: Callable[[Collection[str]], Sequence[R]], parent: QWidget | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._read = read
        self.show_keys(())

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show the rows with these keys in this order. Equal keys only repaint; otherwise the table starts anew."""
        if self.keys == keys:
            self.renew()
            return
        self.beginResetModel()
        self.rows = cast("list[R]", LazyRows(keys, self._read))  # a view only asks for lengths and single rows
        self.endResetModel()

    @property
    def keys(self) -> Sequence[str]:
        """The keys of all rows in their order."""
        return self.rows.keys if isinstance(self.rows, LazyRows) else ()

    def renew(self) -> None:
        """Read the rows again, as their content has changed; the table keeps its place."""
        if isinstance(self.rows, LazyRows) and self.rows:
            self.rows.forget()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def row_of(self, key: str) -> int:
        return self.keys.index(key) if key in self.keys else -1
