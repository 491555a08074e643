"""The words of a text that carry content, with the stems that they count for."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from forumtool.insight.compounds import parts
from forumtool.insight.stems import stem
from forumtool.insight.word_map import word_map

_WORD = re.compile(r"[^\W\d_]{2,60}")
_GENITIVE = re.compile("[bdfghklmnrté]s$")  # or so Snowball believes
_UMLAUT = re.compile("[äöüß]")
_SOFT_HYPHEN = "\u00ad"
_LONGEST, _MOST = 4000, 400  # letters and words; a card says in them what it says


class Word(NamedTuple):
    """A word in lower case, its stem, and the parts of a compound with their stems.

    These stems are a little shorter than Snowball's, for which "Kurs" and "Kurse" are two.
    """

    plain: str
    stem: str
    parts: tuple[str, ...] = ()
    part_stems: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """All stems that the word counts for, its own first."""
        return (self.stem, *self.part_stems)

    @property
    def is_noun(self) -> bool:
        """Tell whether the word is a noun for all that is known; what people typed in small letters is asked too."""
        return bool(self.parts) or self.plain in word_map().nouns

    @property
    def written_parts(self) -> dict[str, str]:
        """The parts as people would write them, by their stems."""
        return {stem: part.capitalize() for stem, part in zip(self.part_stems, self.parts, strict=True)}


Written = Sequence[tuple[str, Word]]  # words as they are written, and as what they count for


def words(text: str) -> list[Word]:
    """Return the words of a text that carry content, in their order."""
    return [word for _written, word in written_words(text)]


def written_words(text: str) -> list[tuple[str, Word]]:
    """Return the words that carry content, each as it is written and as what it counts for."""
    stop_words = word_map().stop_words
    found = ((written, written.lower()) for written in _WORD.findall(tidy(text)))
    return [(written, word(lower)) for written, lower in found if lower not in stop_words][:_MOST]


def tidy(text: str) -> str:
    """Return the text with whole umlauts and without hyphens that only a line break would show."""
    return unicodedata.normalize("NFC", text[:_LONGEST].replace(_SOFT_HYPHEN, ""))


@lru_cache(maxsize=50_000)
def word(lower: str) -> Word:
    """Return what a lower-case word counts for; "cafe" is spelt "café"."""
    lower = _with_accent(lower)
    own = _bare(stem(lower))
    found = {_bare(stem(part)): part for part in parts(lower)}
    found.pop(own, None)
    return Word(lower, own, tuple(found.values()), tuple(found))


def _with_accent(lower: str) -> str:
    """Return a word that ends as one of the word map's few foreign words does with the accent that belongs there."""
    if not lower.isascii():
        return lower
    return next((lower[: -len(bare)] + word for bare, word in _accents().items() if lower.endswith(bare)), lower)


@cache
def _accents() -> dict[str, str]:
    """The words of the map with an accent, by their letters without; umlauts are letters of their own."""
    words = (word for word in word_map().rows if word.isalpha() and not word.isascii())
    spelt = ((unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode(), word) for word in words)
    return {bare: word for bare, word in spelt if not _UMLAUT.search(word)}


def _bare(own: str) -> str:
    return own[:-1] if _GENITIVE.search(own) else own
