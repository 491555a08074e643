"""Texts beside each other: how alike they are by their words, by their letters and by what they mean.

The three views count a third each. Words are stems, with those of the parts of compounds; letters are groups of four
inside words, which forgive spelling and an unfinished word; meaning is the word map's, so that texts may be alike that
share no word.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from forumtool.domain.stopping import breathing
from forumtool.insight.arrays import Numbers
from forumtool.insight.meaning import place_of
from forumtool.insight.places import Places
from forumtool.insight.stems import plain
from forumtool.insight.table import Table
from forumtool.insight.words import Word, words

_LETTERS = 4


class Space:
    """Rows of texts, numbered in the order of their coming. A dropped row keeps its number and is like nothing."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._words, self._letters, self._meaning = Table(), Table(), Places()
        self._views = (self._words, self._letters, self._meaning)
        self._rows = 0
        self._is_settled = False
        for text in breathing(texts):
            self.put(text)

    def __len__(self) -> int:
        return self._rows

    def put(self, text: str) -> int:
        """Add a text and return its row."""
        found = words(text)
        self._words.put(terms(found))
        self._letters.put(letters(found))
        self._meaning.put(place_of(found))
        self._rows += 1
        self._is_settled = False
        return self._rows - 1

    def drop(self, row: int) -> None:
        """Empty a row."""
        for view in self._views:
            view.drop(row)
        self._is_settled = False

    def settle(self) -> None:
        """Weigh everything anew after changes. Who compares need not call it: called before, it saves the waiting."""
        if not self._is_settled and self._rows:
            for view in self._views:
                view.settle()
            self._is_settled = True

    def like_text(self, found: Sequence[Word], begun: str = "") -> Numbers:
        """Return how alike every row is to words, up to 1; ``begun`` is a word of which more letters may come."""
        self.settle()
        return _mean(
            self._words.compare(self._words.of_text(terms(found), plain(begun))),
            self._letters.compare(self._letters.of_text(letters(found, begun))),
            self._meaning.compare(self._meaning.of_text(place_of(found))),
        )

    def like_row(self, row: int) -> Numbers:
        """Return how alike every row is to one of them."""
        self.settle()
        return _mean(*(view.compare(view.of_row(row)) for view in self._views))

    def like_rows(self, shares: Numbers) -> Numbers:
        """Return how alike every row is to groups, summed up over their rows. Shares and result are rows × groups."""
        self.settle()
        groups = [_mean(*(view.compare(view.of_rows(group)) for view in self._views)) for group in shares.T]
        return np.stack(groups, axis=1)

    def own(self) -> Numbers:
        """Return how alike every row is to itself: less than 1 where a view knows nothing of it."""
        self.settle()
        return _mean(*(view.own() for view in self._views))

    def rarity(self, stem: str) -> float:
        """Return what a stem weighs among these texts."""
        self.settle()
        return self._words.rarity(stem)

    def all_pairs(self) -> Numbers:
        """Return how alike all rows are to each other."""
        return np.stack([self.like_row(row) for row in range(self._rows)])


def terms(found: Iterable[Word]) -> list[str]:
    """Return the different stems that words stand for."""
    return list(dict.fromkeys(term for word in found for term in word.terms))


def letters(found: Iterable[Word], begun: str = "") -> list[str]:
    """Return the different groups of four letters in words, with a blank around each; none behind one only begun."""
    padded = [f" {word.plain} " for word in found] + ([f" {begun}"] if begun else [])
    groups = [word[at : at + _LETTERS] for word in padded for at in range(max(1, len(word) - _LETTERS + 1))]
    return list(dict.fromkeys(groups))


def _mean(*views: Numbers) -> Numbers:
    mean: Numbers = np.add.reduce(views) / len(views)
    return mean
