"""Groups of texts by their centres: how near every text is to every group, its own part in the group left out."""

import numpy as np

from forumtool.insight.arrays import Numbers
from forumtool.insight.space import Space

_NOTHING = 1e-6
_SHARPNESS = 1.5  # how soon a loose card counts for its nearest group alone
_LOOSE = 0.5  # what a card counts that nobody has put into a group yet


def nearness(sums: Numbers, shares: Numbers, own: Numbers) -> Numbers:
    """Return the cosine of every row to the centre of every group without that row: rows × groups.

    ``sums`` are the likenesses of every row to all rows of a group, ``shares`` how much of each row is in each group,
    ``own`` how alike every row is to itself.
    """
    alone = shares * own[:, None]
    rest = sums - alone
    squares = np.einsum("ij,ij->j", shares, sums) - 2 * shares * rest - shares * alone
    near: Numbers = rest / np.sqrt(np.maximum(squares, _NOTHING))
    return near


def fit(space: Space, shares: Numbers) -> Numbers:
    """Return how well every row fits every group, in standard deviations: rows × groups.

    ``shares`` tells who is in which group; rows that are in none are loose. The loose rows teach too: a first answer
    puts each of them with half its weight into the groups that it seems to fit, then all are asked again.
    """
    own = space.own()
    loose = ~np.any(shares, axis=1, keepdims=True)
    first = _standard(nearness(space.like_rows(shares), shares, own))
    likely = np.exp(_SHARPNESS * (first - first.max(axis=1, keepdims=True)))
    likely *= _LOOSE / likely.sum(axis=1, keepdims=True)
    shares = np.where(loose & np.any(shares, axis=0), likely, shares).astype(np.float32)
    return _standard(nearness(space.like_rows(shares), shares, own))


def _standard(values: Numbers) -> Numbers:
    spread = float(values.std())
    standard: Numbers = (values - values.mean()) / (spread if spread > _NOTHING else 1)
    return standard
