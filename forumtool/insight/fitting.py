"""How well loose cards fit groups, learnt from what is in the groups now and from the loose cards among themselves."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from forumtool.insight.arrays import DIGITS, Numbers
from forumtool.insight.centres import fit
from forumtool.insight.space import Space

_LEAD = 1.6  # standard deviations: with three cards in a group 2 of 3 such cards are right, with five 3 of 4


class Fitting(NamedTuple):
    """Fits of cards × groups in standard deviations; ``known`` tells which cards have words at all."""

    space: Space
    fits: Numbers
    known: Numbers
    sizes: Numbers

    def order(self, card: int) -> list[int]:
        """Return all groups for a card, best first; of equal ones the larger first."""
        return [int(group) for group in np.lexsort((-self.sizes, -self.fits[card]))]

    def best(self, card: int, most: int) -> list[int]:
        """Return the first groups for a card; none for a card without words."""
        return self.order(card)[:most] if self.known[card] else []

    def leads(self, card: int) -> bool:
        """Tell whether the best group for a card is far better than the second."""
        best = sorted(self.fits[card].tolist(), reverse=True)
        return bool(self.known[card]) and len(best) > 1 and best[0] - best[1] >= _LEAD


def fitting(groups: Sequence[Sequence[str]], cards: Sequence[str]) -> Fitting:
    """Compare the texts of loose cards with those of the groups, of which there must be one. Empty ones fit nobody."""
    space = Space([text for group in groups for text in group] + list(cards))
    sizes = np.array([len(group) for group in groups])
    inside = int(sizes.sum())
    shares = np.zeros((len(space), len(groups)), np.float32)
    shares[np.arange(inside), np.repeat(np.arange(len(groups)), sizes)] = 1
    if not cards:
        return Fitting(space, shares, np.zeros(0, bool), sizes)
    fits = fit(space, shares)[inside:].round(DIGITS)
    fits[:, sizes == 0] = -np.inf
    return Fitting(space, fits, space.own()[inside:] > 0, sizes)
