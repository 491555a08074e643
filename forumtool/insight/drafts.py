"""A first grouping from scratch: joined step by step (Ward), then every card moves to the centre that it is nearest to.

What people have grouped already stays as it is and draws cards like any other group.
"""

from collections.abc import Sequence
from math import sqrt

import numpy as np

from forumtool.insight.arrays import DIGITS, Numbers
from forumtool.insight.centres import nearness
from forumtool.insight.space import Space

_LARGEST = 3  # no group holds more than a third
_FEWEST = 2  # cards in a group
_ROUNDS = 20


def draft_of(space: Space, kept: Sequence[int | None]) -> list[list[int]]:
    """Return groups of rows, the most coherent first, in each the most typical first; a row may be in none.

    ``kept`` tells for each row its group from 0 on, if it has one. Those rows are in no new group.
    """
    loose = np.array([row for row, group in enumerate(kept) if group is None], int)
    cap = len(loose) // _LARGEST
    if cap < _FEWEST:
        return []
    similar = space.all_pairs()
    old = 1 + max((group for group in kept if group is not None), default=-1)
    new = max(_LARGEST, round(sqrt(len(loose))))
    found = np.array([-1 if group is None else group for group in kept])
    found[loose] = old + joined(similar[np.ix_(loose, loose)], new)
    near = moved(similar, found, loose, [len(kept)] * old + [cap] * new)
    return _told(near, found, loose, range(old, old + new))


def _told(near: Numbers, found: Numbers, loose: Numbers, groups: range) -> list[list[int]]:
    """Return the new groups by coherence; rows that are no nearer to their group than others to any are left out."""
    floor = float(near.mean())
    told = []
    for group in groups:
        rows = loose[found[loose] == group]
        rows = rows[near[rows, group] > floor]
        rows = rows[np.argsort(-near[rows, group].round(DIGITS), kind="stable")]
        if len(rows) >= _FEWEST:
            told.append((-float(near[rows, group].mean()), rows.tolist()))
    return [rows for _coherence, rows in sorted(told)]


def joined(similar: Numbers, groups: int) -> Numbers:
    """Return a group for every row: the two groups whose joining widens them least become one, again and again.

    Ward's method with the formula of Lance and Williams; nearest neighbours are kept, so most steps look at few rows.
    """
    own = similar.diagonal()
    far = own[:, None] + own[None, :] - 2 * similar
    np.fill_diagonal(far, np.inf)
    sizes = np.ones(len(far), np.float32)
    found = np.arange(len(far))
    nearest = far.argmin(axis=1)
    least = far[found, nearest]
    for _ in range(len(far) - groups):
        one = int(least.argmin())
        other = int(nearest[one])
        _join(far, sizes, one, other)
        found[found == other] = one
        least[other] = np.inf
        stale = ((nearest == one) | (nearest == other)) & (sizes > 0)
        stale[one] = True
        nearest[stale] = far[stale].argmin(axis=1)
        least[stale] = far[stale, nearest[stale]]
    labels: Numbers = np.unique(found, return_inverse=True)[1]
    return labels


def _join(far: Numbers, sizes: Numbers, one: int, other: int) -> None:
    """Put one group into another: distances and sizes change, and the group that has gone is far from all."""
    both = (sizes[one] + sizes) * far[one] + (sizes[other] + sizes) * far[other] - sizes * far[one, other]
    both /= sizes[one] + sizes[other] + sizes
    far[one], far[:, one] = both, both
    far[other], far[:, other] = np.inf, np.inf
    sizes[one] += sizes[other]
    sizes[other] = 0


def moved(similar: Numbers, found: Numbers, loose: Numbers, room: Sequence[int]) -> Numbers:
    """Move every loose row to the group whose centre is nearest, until nobody moves. Changes ``found``.

    ``room`` is how many loose rows each group may hold. Returns how near every row is to every group.
    """
    own = similar.diagonal()
    for _ in range(_ROUNDS):
        shares = (found[:, None] == np.arange(len(room))).astype(np.float32)
        near = nearness(similar @ shares, shares, own)
        better = _within(near[loose], room)
        if (better == found[loose]).all():
            break
        found[loose] = better
    return near


def _within(near: Numbers, room: Sequence[int]) -> Numbers:
    """Return the nearest group of every row; where one is full, those that are nearest to it stay."""
    found: Numbers = near.argmax(axis=1)
    if (np.bincount(found, minlength=len(room)) <= room).all():
        return found
    left = np.array(room)
    for row in np.argsort(-near.max(axis=1), kind="stable"):
        found[row] = np.where(left > 0, near[row], -np.inf).argmax()
        left[found[row]] -= 1
    return found
