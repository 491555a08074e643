"""The keys of a table of any length: the first ones before the first picture, the others right behind it."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

from forumtool.storage.journal import Step
from forumtool.storage.queries.steering import beginnings
from forumtool.storage.reading import Reading
from forumtool.ui.desk import Desk
from forumtool.ui.parts.lazy_rows import LazyModel
from forumtool.ui.parts.sorting import Sorting
from forumtool.ui.parts.word_order import WordOrder

FIRST = 200
"""So many rows are read before the first picture."""


class Keys(Protocol):
    """Reads the keys of proposals in the table's own order, so many at most (-1: all)."""

    def __call__(self, source: Reading, most: int) -> list[str]:
        """Return the keys."""


class Ordered(Protocol):
    """Reads the keys of the proposals that have something in a field, in its order."""

    def __call__(self, source: Reading, field: str, /, *, descending: bool) -> list[str]:
        """Return the keys."""


class LongTable(QObject):
    """Knows the keys of all proposals, puts them in the order that is asked for, and shows those that its owner wants.

    ``changed``: what is shown must be shown anew. ``completed``: all keys are known.
    """

    changed = Signal()
    completed = Signal()

    def __init__(
        self,
        desk: Desk,
        view: QTableView,
        model: LazyModel[Any],
        sorting: Sorting,
        fields: Sequence[str],
        *,
        keys: Keys,
        ordered: Ordered,
    ) -> None:
        """Fill the model of a view; ``fields`` are those of its columns, "" for one that has no order."""
        super().__init__(view)
        self.every: list[str] = []
        self.is_showing = False
        """Whether rows are being put in, which moves the chosen one without anybody having chosen."""
        self._desk, self._view, self._model, self._sorting, self._fields = desk, view, model, sorting, fields
        self._keys, self._ordered = keys, ordered
        self._is_whole = True
        self._orders: dict[tuple[str, bool], Sequence[str]] = {}
        self._words = WordOrder(lambda found: beginnings(desk.file, found) if desk.is_open else (), self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_rest)
        sorting.changed.connect(self.changed)
        desk.step_done.connect(self._forget_words)
        desk.file_changed.connect(self._forget)

    @property
    def in_order(self) -> Sequence[str]:
        """The keys by the column asked for; those with nothing in it come last. What was put in order stays so."""
        field, down = self._field, self._sorting.descending
        if not field:
            return self.every
        self.complete()
        if (field, down) not in self._orders:
            self._orders[field, down] = self._sorted(field, down)
        return self._orders[field, down]

    def read(self) -> None:
        """Read the keys of all rows, in a table that is empty first those that will be seen."""
        is_first = not self._model.keys and not self._field
        self._orders.clear()
        self.every = self._keys(self._desk.file, FIRST if is_first else -1)
        self._is_whole = not is_first or len(self.every) < FIRST
        self.changed.emit()
        if self._is_whole:
            self._tell_whole()
        else:
            self._soon.start(0)

    def complete(self) -> None:
        """Read the keys that are still missing."""
        if not self._is_whole:
            self.every = self._keys(self._desk.file, -1)
            self._is_whole = True

    def show(self, typed: str, only_open: bool, closed: Callable[[Reading], Collection[str]]) -> None:
        """Show what holds the words typed, of ``closed`` nothing if only the open ones are wanted."""
        if typed or only_open:
            self.complete()
        keys = self.in_order
        if typed:
            holding = self._desk.finding.cards(typed)
            keys = [key for key in keys if key in holding]
        if only_open:
            left_out = closed(self._desk.file)
            keys = [key for key in keys if key not in left_out]
        self.is_showing = True
        self._put_in(keys)
        self.is_showing = False

    def _put_in(self, keys: Sequence[str]) -> None:
        """Show these rows; the chosen one stays chosen, or the one that takes its place."""
        place = self._view.currentIndex()
        kept = self._model.keys[place.row()] if place.isValid() else ""
        self._model.show_keys(keys)
        at = self._model.row_of(kept) if kept else 0
        if at < 0:
            at = min(place.row(), len(keys) - 1)
        if keys and self._view.currentIndex().row() != at:
            self._view.setCurrentIndex(self._model.index(at, max(place.column(), 1)))

    def forget_orders(self) -> None:
        """Put the rows in order again when that is asked for."""
        self._orders.clear()

    def _forget_words(self, step: Step) -> None:
        """Read the words again that a step may have changed; who shows the table by them does so again."""
        if changed := step.changes.get("proposal", ()):
            self._words.forget(changed)
            if self._field == "text" and self._view.isVisible():
                self._orders.clear()
                self.changed.emit()

    def _forget(self) -> None:
        """Keep nothing of a file that is closed."""
        self._soon.stop()
        self._words.forget(self.every)
        self.every = []
        self._is_whole = True
        self._orders.clear()
        self._model.show_keys([])

    @property
    def _field(self) -> str:
        return self._fields[self._sorting.column] if self._sorting.column >= 0 else ""

    def _sorted(self, field: str, down: bool) -> Sequence[str]:
        if field == "text":
            return self._words.sorted(self.every)[:: -1 if down else 1]
        found = self._ordered(self._desk.file, field, descending=down)
        if len(found) == len(self.every):
            return found
        having = set(found)
        return found + [key for key in self.every if key not in having]

    def _show_rest(self) -> None:
        if self._desk.is_open:
            self.complete()
            self.changed.emit()
            self._tell_whole()

    def _tell_whole(self) -> None:
        self._words.prepare(self.every)
        self.completed.emit()
