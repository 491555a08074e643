"""One view of texts: where they lie in the word map, seen from the middle of them all."""

import numpy as np

from forumtool.insight.arrays import Numbers, long_enough

_DIMENSIONS = 128
_FEW = 4  # texts whose middle says nothing yet
_NOTHING = 1e-6


class Places:
    """Rows are places of unit length, or none: such rows are like nothing. ``settle`` must follow changes."""

    def __init__(self) -> None:
        self._held = np.zeros((64, _DIMENSIONS), np.float32)
        self._known = np.zeros(64, np.float32)
        self._rows = 0

    def put(self, place: Numbers | None) -> None:
        """Add a row."""
        self._held = long_enough(self._held, self._rows + 1)
        self._known = long_enough(self._known, self._rows + 1)
        if place is not None:
            self._held[self._rows] = place
            self._known[self._rows] = 1
        self._rows += 1

    def drop(self, row: int) -> None:
        """Empty a row; it stays where it is."""
        self._held[row] = 0
        self._known[row] = 0

    def settle(self) -> None:
        """Find the middle anew, and how far from it every row lies."""
        self._middle = self._together(self._known[: self._rows]) / (self._known.sum() + _FEW)
        squares = 1 - 2 * self._along(self._middle) + self._middle @ self._middle
        self._nearness = self._known[: self._rows] / np.sqrt(np.maximum(squares, _NOTHING))

    def of_text(self, place: Numbers | None) -> Numbers:
        """Return the direction from the middle to a place, of unit length."""
        if place is None:
            return np.zeros(_DIMENSIONS, np.float32)
        away = place - self._middle
        direction: Numbers = away / max(float(np.sqrt(away @ away)), _NOTHING)
        return direction

    def of_row(self, row: int) -> Numbers:
        """Return the direction from the middle to a row."""
        away: Numbers = (self._held[row] - self._middle) * self._nearness[row]
        return away

    def of_rows(self, shares: Numbers) -> Numbers:
        """Return the sum of the directions to all rows, each times its share."""
        weights = shares * self._nearness
        away: Numbers = self._together(weights) - weights.sum() * self._middle
        return away

    def compare(self, direction: Numbers) -> Numbers:
        """Return the product of every row's direction with another: the cosine, where that has unit length too."""
        along: Numbers = (self._along(direction) - self._middle @ direction) * self._nearness
        return along

    def own(self) -> Numbers:
        """Return the product of every row's direction with itself: 1, or 0 for a row without a place."""
        return self._known[: self._rows]

    # Not by the operator @: its threads would wait for the core on which somebody types.

    def _along(self, direction: Numbers) -> Numbers:
        along: Numbers = np.einsum("ij,j->i", self._held[: self._rows], direction)
        return along

    def _together(self, weights: Numbers) -> Numbers:
        together: Numbers = np.einsum("i,ij->j", weights, self._held[: self._rows])
        return together
