"""Where words lie in the word map."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from forumtool.insight.arrays import Numbers
from forumtool.insight.stems import stem
from forumtool.insight.word_map import word_map
from forumtool.insight.words import Word

_FREQUENT = 5e-4  # share of all words at which a word counts half
_PARTS = 0.75  # weight of a compound's parts beside the compound itself


def place_of(words: Iterable[Word]) -> Numbers | None:
    """Return the place of a text as a vector of unit length; None if the map knows none of its words."""
    steps = [step for word in words for step in _steps(word)]
    if not steps:
        return None
    found = word_map()
    rows = [row for row, _weight in steps]
    weights = np.array([weight for _row, weight in steps], np.float32) * found.scales[rows]
    place = weights @ found.vectors[rows].astype(np.float32)
    length = float(np.sqrt(place @ place))
    return place / length if length else None


@lru_cache(maxsize=50_000)
def _steps(word: Word) -> tuple[tuple[int, float], ...]:
    """Return rows of the map with the weight that they have for a word; a frequent word weighs little."""
    found = word_map()
    own = found.rows.get(stem(word.plain))
    parts = [row for part in word.parts if (row := found.rows.get(stem(part))) not in (None, own)]
    share = found.rare if own is None else float(found.shares[own])
    weight = _FREQUENT / (_FREQUENT + share)
    beside = (weight if own is None else weight * _PARTS) / max(1, len(parts))
    return (*(() if own is None else ((own, weight),)), *((part, beside) for part in parts))
