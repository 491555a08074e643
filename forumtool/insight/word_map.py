"""The word map: German stems, nouns and stop words with their frequencies, see ``resources/word_map/README.md``."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from forumtool.paths import resource

if TYPE_CHECKING:
    from forumtool.insight.arrays import Numbers

_UNKNOWN = 5  # how often a stem may have occurred that the map does not hold


class WordMap(NamedTuple):
    """What the file holds. ``rows`` says in which row of ``vectors`` a stem is; times ``scales`` it has unit length."""

    rows: dict[str, int]
    vectors: "Numbers"
    scales: "Numbers"
    shares: "Numbers"
    rare: float
    nouns: dict[str, int]
    stop_words: frozenset[str]


@cache
def word_map() -> WordMap:
    """Read the file, once. ``shares`` is each stem's share of all words, ``rare`` that of a stem it does not hold."""
    import numpy as np

    with np.load(resource("word_map", "word_map.npz")) as data:
        vectors = data["vectors"]
        total = int(data["total"])
        return WordMap(
            {stem: row for row, stem in enumerate(_lines(data["stems"]))},
            vectors,
            1 / np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float32)),
            (data["counts"] / total).astype(np.float32),
            _UNKNOWN / total,
            dict(zip(_lines(data["nouns"]), data["noun_counts"].tolist(), strict=True)),
            frozenset(_lines(data["stop_words"])),
        )


def _lines(letters: "Numbers") -> list[str]:
    return letters.tobytes().decode("utf-8").split("\n")
