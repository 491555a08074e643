"""Splitting German compounds into their parts: Kinder|betreuung|s|platz."""

from functools import lru_cache
from math import sqrt

from forumtool.insight.word_map import word_map

_LINKS = ("", "s", "es", "n", "en", "er", "ns")
_SHORT_PARTS = frozenset(
    ("rad", "bus", "amt", "weg", "ort", "uni", "ehe", "see", "gas", "öl", "eu", "bad", "zug", "tag", "hof", "arm")
)
_SHORTEST, _LONGEST = 8, 60  # letters of a word that is looked into
_PART = 4
_FREQUENT = 5000


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a lower-case compound from left to right; nothing for a word that is none."""
    cut = _best_cut(word) if _SHORTEST <= len(word) <= _LONGEST else None
    if cut is None:
        return ()
    return tuple(smaller for part in cut for smaller in (parts(part) or (part,)))


def _best_cut(word: str) -> tuple[str, str] | None:
    """Return modifier and head where both are the most frequent nouns; a longer shorter part counts more."""
    best, found = 0.0, None
    nouns = word_map().nouns
    for at in range(2, len(word) - 1):
        head = word[at:]
        if head not in nouns or not _may_be_part(head):
            continue
        for modifier, length in _modifiers(word[:at]):
            frequency = sqrt(min(nouns[modifier], _FREQUENT) * min(nouns[head], _FREQUENT))
            score = frequency * (1 + 0.15 * min(length, len(head)))
            if score > best:
                best, found = score, (modifier, head)
    return found


def _modifiers(left: str) -> list[tuple[str, int]]:
    """Return the nouns that ``left`` may stand for, with the letters that they have in the word."""
    nouns = word_map().nouns
    found = []
    for link in _LINKS:
        bare = left.removesuffix(link) if link and left.endswith(link) else left if not link else ""
        if bare in nouns and _may_be_part(bare):
            found.append((bare, len(bare)))
    if not found:
        found += [(left + lost, len(left)) for lost in ("e", "en") if left + lost in nouns and len(left) >= _PART]
    return found


def _may_be_part(part: str) -> bool:
    return len(part) >= _PART or part in _SHORT_PARTS
