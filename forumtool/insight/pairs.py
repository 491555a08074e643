"""Which pairs of texts are most alike."""

from collections.abc import Hashable, Sequence

import numpy as np

from forumtool.domain.stopping import breathe
from forumtool.insight.arrays import DIGITS, Numbers
from forumtool.insight.space import Space

_WORTHWHILE = 0.3  # likeness below which nobody would call two cards the same


def neighbours(space: Space, row: int, most: int) -> list[int]:
    """Return the other rows that are most like a row, most similar first; of equal ones the earlier first."""
    like = space.like_row(row).round(DIGITS)
    like[row] = -np.inf
    return [int(other) for other in np.argsort(-like, kind="stable")[: min(most, len(space) - 1)]]


def likeliest(space: Space, most: int, origins: Sequence[Hashable] = ()) -> list[tuple[float, int, int]]:
    """Return the pairs that are most alike as (likeness, row, later row), best first.

    With ``origins``, one for each row, only pairs of different origins.
    """
    known: dict[Hashable, int] = {}
    codes = np.array([known.setdefault(origin, len(known)) for origin in origins])
    found: list[tuple[float, int, int]] = []
    for row in range(1, len(space)):
        breathe()
        like = space.like_row(row)[:row].round(DIGITS)
        if len(codes):
            like[codes[:row] == codes[row]] = -np.inf
        found += [(-float(like[other]), int(other), row) for other in _best(like, most)]
        if len(found) > 2 * most:
            found = sorted(found)[:most]
    return [(min(1.0, -score), one, other) for score, one, other in sorted(found)[:most]]


def _best(like: Numbers, most: int) -> Numbers:
    near = np.flatnonzero(like >= _WORTHWHILE)
    return near[np.argsort(-like[near], kind="stable")][:most]
