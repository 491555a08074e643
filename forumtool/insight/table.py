"""One view of texts: rows of terms, weighted by how rare they are among the rows. Rows come and go one by one."""

from bisect import bisect_left
from collections.abc import Collection
from itertools import islice
from math import log, sqrt

import numpy as np

from forumtool.insight.arrays import Numbers, long_enough

_MANY = 10  # rows; of more, terms in over half of them are left out
_NOTHING = 1e-9
_BEHIND_ALL = "\U0010ffff"


class Table:
    """Rows are sets of terms; a row has unit length. ``settle`` must follow changes before rows are compared.

    The columns of all rows lie behind each other, so that comparing is one pass: 20,000 rows take milliseconds. Column
    0 is no term: every row begins with it, and a dropped row holds nothing else.
    """

    def __init__(self) -> None:
        self._columns: dict[str, int] = {"": 0}
        self._sorted: list[str] = []
        self._holding = np.zeros(1024, np.int64)
        self._flat = np.zeros(1024, np.int32)
        self._starts = np.zeros(64, np.intp)
        self._rows = self._alive = self._end = 0

    def put(self, terms: Collection[str]) -> None:
        """Add a row of different terms."""
        columns = self._columns
        found = [0, *[columns.setdefault(term, len(columns)) for term in terms]]
        self._starts = long_enough(self._starts, self._rows + 1)
        self._flat = long_enough(self._flat, self._end + len(found))
        self._holding = long_enough(self._holding, len(columns))
        self._starts[self._rows] = self._end
        self._flat[self._end : self._end + len(found)] = found
        self._holding[found[1:]] += 1
        self._rows += 1
        self._alive += 1
        self._end += len(found)

    def drop(self, row: int) -> None:
        """Empty a row; it stays where it is."""
        columns = self._columns_of(row)
        self._holding[columns[1:]] -= 1
        columns[:] = 0
        self._alive -= 1

    def settle(self) -> None:
        """Weigh all terms anew."""
        holding = self._holding[: len(self._columns)]
        self._unheard = log(1 + self._alive) + 1
        self._rarity = (np.log((1 + self._alive) / (1 + holding)) + 1).astype(np.float32)
        if self._alive > _MANY:
            self._rarity[holding > self._alive / 2] = 0
        self._rarity[0] = 0
        squares = self._sums(self._rarity**2)
        self._lengths = np.sqrt(np.maximum(squares, _NOTHING))
        self._own = (squares > _NOTHING).astype(np.float32)

    def of_text(self, terms: Collection[str], begun: str = "") -> Numbers:
        """Return a text that is no row as weights by column, of unit length; unheard terms count for the length.

        ``begun`` is the beginning of a term: it may be any of those that begin so.
        """
        columns = [column for term in terms if (column := self._columns.get(term, 0))]
        weights = np.zeros(len(self._rarity), np.float32)
        weights[columns] = self._rarity[columns]
        squares = float(weights @ weights) + (len(terms) - len(columns)) * self._unheard**2
        if begun:
            likely = [column for column in self._beginning(begun) if self._holding[column]]
            weights[likely] = np.maximum(weights[likely], self._rarity[likely])
            squares += float(self._rarity[likely].mean()) ** 2 if likely else self._unheard**2
        return weights / max(sqrt(squares), _NOTHING)

    def _beginning(self, begun: str) -> list[int]:
        """Return the columns of the terms that begin so."""
        new = len(self._columns) - len(self._sorted)
        if new:
            self._sorted += islice(reversed(self._columns), new)
            self._sorted.sort()
        first, last = bisect_left(self._sorted, begun), bisect_left(self._sorted, begun + _BEHIND_ALL)
        return [self._columns[term] for term in self._sorted[first:last]]

    def of_row(self, row: int) -> Numbers:
        """Return a row as weights by column."""
        columns = self._columns_of(row)
        weights = np.zeros(len(self._rarity), np.float32)
        weights[columns] = self._rarity[columns] / self._lengths[row]
        return weights

    def of_rows(self, shares: Numbers) -> Numbers:
        """Return the sum of all rows, each times its share, as weights by column."""
        ends = np.diff(self._starts[: self._rows], append=self._end)
        sums = np.bincount(
            self._flat[: self._end], np.repeat(shares / self._lengths, ends), minlength=len(self._rarity)
        )
        return (sums * self._rarity).astype(np.float32)

    def compare(self, weights: Numbers) -> Numbers:
        """Return the product of every row with weights by column: the cosine, where those have unit length too."""
        return self._sums(self._rarity * weights) / self._lengths

    def rarity(self, term: str) -> float:
        """Return what a term weighs: 0 for one that says nothing as most rows hold it."""
        column = self._columns.get(term, 0)
        return float(self._rarity[column]) if column else self._unheard

    def own(self) -> Numbers:
        """Return the product of every row with itself: 1, or 0 for a row that holds nothing."""
        return self._own

    def _columns_of(self, row: int) -> Numbers:
        end = self._starts[row + 1] if row + 1 < self._rows else self._end
        return self._flat[self._starts[row] : end]

    def _sums(self, weights: Numbers) -> Numbers:
        return np.add.reduceat(np.take(weights, self._flat[: self._end]), self._starts[: self._rows])
