"""Why texts are alike, in words that people have written."""

from collections.abc import Callable
from functools import cached_property

import numpy as np

from forumtool.insight.arrays import Numbers
from forumtool.insight.meaning import place_of
from forumtool.insight.words import Word, Written

_MOST = 4
_NOUN = 1.5  # what a noun weighs beside other words
_CLOSE = 0.45  # cosine from which two nouns are named as close in meaning


class Wording:
    """The words of a card or of a group's cards, ready to be compared with other texts."""

    def __init__(self, written: Written, weight: Callable[[str], float]) -> None:
        """Take the words, and what a stem weighs here: what weighs most is named first, what weighs nothing never."""
        self._whole = {word.stem: (shown, word) for shown, word in reversed(written)}
        self._parts = {part: shown for _shown, word in written for part, shown in word.written_parts.items()}
        self._weight = weight

    def shared_by(self, text: Written) -> tuple[str, ...]:
        """Return up to four words that a text shares, or else the two nouns that are closest in meaning.

        A word stands as it is written here; where only a part of a compound is shared, the part does ("Betreuung"). Of
        a pair ("Kita ~ Kinderbetreuung") the first is the text's.
        """
        terms = dict.fromkeys(term for _shown, word in text for term in word.terms)
        whole = [self._whole[term] for term in terms if term in self._whole]
        inner = {part for _shown, word in whole for part in word.part_stems}
        found = [(self._heaviness(word), shown) for shown, word in whole if word.stem not in inner]
        found += [
            (self._weight(term), self._parts[term])
            for term in terms
            if term in self._parts and term not in self._whole and term not in inner
        ]
        ranked = sorted((-heavy, shown) for heavy, shown in found if heavy)
        return tuple(dict.fromkeys(shown for _heavy, shown in ranked))[:_MOST] or self._closest_to(text)

    def _heaviness(self, word: Word) -> float:
        return self._weight(word.stem) * (_NOUN if word.is_noun else 1)

    def _closest_to(self, text: Written) -> tuple[str, ...]:
        names, places = self._nouns
        others, beside = _placed([(shown, word) for shown, word in text if word.is_noun])
        if not names or not others:
            return ()
        near = beside @ places.T
        one, other = np.unravel_index(near.argmax(), near.shape)
        return (f"{others[one]} ~ {names[other]}",) if near[one, other] > _CLOSE else ()

    @cached_property
    def _nouns(self) -> tuple[list[str], Numbers]:
        return _placed([(shown, word) for shown, word in self._whole.values() if word.is_noun])


def _placed(written: Written) -> tuple[list[str], Numbers]:
    """Return those of the words that have a place, and their places."""
    found = {shown: place for shown, word in written if (place := place_of([word])) is not None}
    return list(found), np.array(list(found.values()))
