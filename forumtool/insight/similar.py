"""Similar cards while somebody types: an index that takes single cards and answers each keystroke."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from forumtool.insight.reasons import Wording
from forumtool.insight.space import Space
from forumtool.insight.stems import stem
from forumtool.insight.word_map import word_map
from forumtool.insight.words import Word, Written, tidy, word, written_words

_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
# Measured on demands that recur in other words, typed word by word, beside cards about something else: from three words
# on, seven to nine of ten cards shown are the same demand, and to texts about something else a card is shown in 2 to 7
# of 100.
_WORTHWHILE = 0.4
_VERY_CLEAR = 0.55  # for one word
_KEPT = 200  # cards whose words are at hand
_BEGUN = 3  # letters from which an unfinished word is looked at


class Likeness(NamedTuple):
    """A card like the text: ``score`` from 0 to 1, ``words`` the reason, as written in the card, rarest first.

    A reason is a word, a part of a compound, or two words that lie close together ("Kita ~ Kinderbetreuung").
    """

    key: str
    score: float
    words: tuple[str, ...]


class SimilarCards:
    """An index of texts by key. Not for two threads at once; may be built on one and used on another."""

    def __init__(self, cards: Mapping[str, str] = {}) -> None:
        self._space = Space()
        self._rows: dict[str, int] = {}
        self._cards: list[tuple[str, str]] = []
        self._worded: dict[int, tuple[Written, Wording]] = {}
        for key, text in cards.items():
            self.put(key, text)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def put(self, key: str, text: str) -> None:
        """Add a card, or give it another text."""
        self.drop(key)
        self._rows[key] = self._space.put(text)
        self._cards.append((key, text))

    def drop(self, key: str) -> None:
        """Take a card out; nothing happens if there is none of this key."""
        row = self._rows.pop(key, None)
        if row is not None:
            self._space.drop(row)
            self._cards[row] = ("", "")

    def settle(self) -> None:
        """Weigh all words anew after changes, which the next ``find`` does otherwise."""
        self._space.settle()

    def find(self, text: str, most: int = 4) -> list[Likeness]:
        """Return the cards worth a look while ``text`` is typed, most similar first; often there are none.

        The last word may be unfinished. Fewer than two words with content find only what is very clear.
        """
        return [Likeness(key, score, self.reason(key, text)) for key, score in self.nearest(text, most)]

    def nearest(self, text: str, most: int) -> list[tuple[str, float]]:
        """Return what ``find`` does without the reasons, which take longer than finding: keys and scores."""
        written, begun = _typed(text)
        if not self._rows or not (written or begun):
            return []
        likeness = self._space.like_text([word for _written, word in written], begun).round(4)
        least = _WORTHWHILE if len(written) + bool(begun) > 1 else _VERY_CLEAR
        rows = [int(row) for row in (likeness >= least).nonzero()[0]]
        rows.sort(key=lambda row: (-likeness[row], self._cards[row][0]))
        return [(self._cards[row][0], min(1.0, float(likeness[row]))) for row in rows[:most]]

    def reason(self, key: str, text: str) -> tuple[str, ...]:
        """Return the words for which a card is like a text."""
        written, begun = _typed(text)
        theirs, wording = self._wording(self._rows[key])
        going_on = tuple(shown for shown, word in theirs if begun and word.plain.startswith(begun))[:1]
        return tuple(dict.fromkeys(wording.shared_by(written) + going_on))

    def _wording(self, row: int) -> tuple[Written, Wording]:
        """Return the words of a row; who types on mostly sees the same cards again."""
        if row not in self._worded:
            if len(self._worded) >= _KEPT:
                self._worded.clear()
            theirs = written_words(self._cards[row][1])
            self._worded[row] = (theirs, Wording(theirs, self._space.rarity))
        return self._worded[row]


@lru_cache(maxsize=4)
def _typed(text: str) -> tuple[list[tuple[str, Word]], str]:
    """Return the words of a text and the unfinished last one, if it is none that is known."""
    plain = tidy(text)
    last = _LAST_WORD.search(plain)
    if last is None:
        return written_words(plain), ""
    begun = last[0].lower()
    whole = word(begun)
    if whole.parts or stem(begun) in word_map().rows or begun in word_map().stop_words:
        return written_words(plain), ""
    return written_words(plain[: last.start()]), begun if len(begun) >= _BEGUN else ""
