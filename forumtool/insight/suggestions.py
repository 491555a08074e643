"""Nearest texts, fitting groups and a first draft for plain lists of texts; the window asks for the same by key.

Texts of one call are compared with each other only: what was asked before does not matter.
"""

from collections.abc import Sequence

from forumtool.insight.fitting import fitting
from forumtool.insight.grouping import draft
from forumtool.insight.pairs import neighbours
from forumtool.insight.space import Space

_NEAREST = 20


def nearest(texts: Sequence[str]) -> list[list[int]]:
    """Return for each text the places of the 20 others that are most like it, most similar first."""
    space = Space(texts)
    return [neighbours(space, row, _NEAREST) for row in range(len(space))]


def rank_groups(groups: Sequence[Sequence[str]], cards: Sequence[str]) -> list[list[int]]:
    """Return for each card the places of all groups, best first; of equal ones the larger first."""
    if not groups:
        return [[] for _ in cards]
    found = fitting(groups, cards)
    return [found.order(card) for card in range(len(cards))]


def draft_groups(texts: Sequence[str]) -> list[int | None]:
    """Return a group for each text, or None for a text that is left alone. No group holds over a third of them."""
    labels: list[int | None] = [None] * len(texts)
    for label, group in enumerate(draft({str(at): text for at, text in enumerate(texts)})):
        for key in group.cards:
            labels[int(key)] = label
    return labels
