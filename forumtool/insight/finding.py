"""Finding by words: all parts of what was typed, in any order, whole words and their beginnings before what is inside.

20,000 folded texts are looked through in three milliseconds, so nothing but the texts is kept; an index of trigrams
would know neither one letter nor "ae" for "ä".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from forumtool.domain.findable import FINDABLE, Findable
from forumtool.domain.folding import as_number, folded_each, parts_of

_ORDER = {kind: at for at, kind in enumerate(FINDABLE)}
_NUMBERED, _BEST = -1, 0


class Found(NamedTuple):
    """The best hits, and how many there are in ``all``."""

    hits: tuple[Findable, ...] = ()
    all: int = 0


class FoldedTexts:
    """Rows with their folded words, by key; the last to come are the first among equals.

    A text is "\\n number \\n title \\n" and the other words: what stands behind a line break is a beginning.
    """

    def __init__(self) -> None:
        self.rows: dict[str, Findable] = {}
        self.numbers: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._held: tuple[tuple[str, ...], list[str]] = ((), [])

    def put(self, keys: Sequence[str], rows: Sequence[Findable]) -> None:
        """Take in rows, or what has become of them."""
        self._held = (), []
        for key, row, (number, title, text) in zip(keys, rows, _fold(rows), strict=True):
            self.rows[key] = Findable(*row[:-1])
            self.numbers[number] = key
            self._titles[key], self._texts[key] = title, text

    def drop(self, key: str) -> None:
        """Leave out a row that is gone; its number stays and leads nowhere."""
        self._held = (), []
        for kept in (self.rows, self._titles, self._texts):
            kept.pop(key, None)

    def holding(self, parts: Sequence[str]) -> list[str]:
        """Return the keys of the texts that hold all parts. Who types on looks only through what was found before."""
        texts, (before, keys) = self._texts, self._held
        if not before or not all(any(part in longer for longer in parts) for part in before):
            before, keys = (), list(texts)
        for part in parts:
            if part not in before:
                keys = [key for key in keys if part in texts[key]]
        self._held = tuple(parts), keys
        return keys

    def ranked(self, keys: Sequence[str], parts: Sequence[str], *, whole: bool) -> Iterator[tuple[int, str]]:
        """Yield keys with their rank, the best first; who takes only some of them does not pay for the others.

        ``whole`` puts a title that is nothing but what was typed before those that only begin so.
        """
        typed, starts = " ".join(parts), [f" {part}" for part in parts]
        seen: set[str] = set()
        ranks = (
            _with(keys if whole else (), self._titles, [f"\n {typed} \n"]),
            _with(keys, self._titles, [f"\n {typed}"]),
            _with(keys, self._titles, starts),
            _with(keys, self._titles, parts),
            _with(keys, self._texts, starts),
            keys,
        )
        for rank, found in enumerate(ranks, start=_BEST):
            for key in found:
                if key not in seen:
                    seen.add(key)
                    yield rank, key


class FindIndex:
    """Cards and everything else that has words. Among equals newer cards come before older ones."""

    def __init__(self) -> None:
        self._cards, self._things = FoldedTexts(), FoldedTexts()

    def put_cards(self, cards: Sequence[Findable]) -> None:
        """Take in cards, or what has become of them."""
        self._cards.put([card.id for card in cards], cards)

    def drop_card(self, key: str) -> None:
        """Leave out a card that is gone."""
        self._cards.drop(key)

    def set_things(self, things: Iterable[Findable]) -> None:
        """Take these in place of everything that is no card."""
        rows = sorted(things, key=lambda thing: _ORDER[thing.kind])[::-1]
        self._things = FoldedTexts()
        self._things.put([f"{row.kind} {row.id}" for row in rows], rows)

    def cards(self, typed: str) -> set[str]:
        """Return the keys of all cards that hold what was typed, or that have this number."""
        parts = parts_of(typed)
        return {*self._cards.holding(parts), *self._numbered(typed)} if parts else set(self._cards.rows)

    def find_cards(self, typed: str, most: int) -> list[Findable]:
        """Return the best cards for what was typed, the one with this number first."""
        parts, numbered = parts_of(typed), self._numbered(typed)
        ranked = self._cards.ranked(self._cards.holding(parts)[::-1], parts, whole=False) if parts else ()
        keys = dict.fromkeys([*numbered, *(key for _rank, key in islice(ranked, most))])
        return [self._cards.rows[key] for key in keys][:most]

    def find(self, typed: str, most: int, also: FoldedTexts | None = None) -> Found:
        """Return the best hits: the card with this number, then by how well the title fits, then by other words.

        ``also`` are texts of the caller's own, which come first among equals.
        """
        parts = parts_of(typed)
        if not parts:
            return Found()
        numbered = self._numbered(typed)
        ranked = [(_NUMBERED, self._cards.rows[key]) for key in numbered]
        count = 0
        for texts in (also or FoldedTexts(), self._things, self._cards):
            keys = texts.holding(parts)
            count += len({*keys, *numbered}) if texts is self._cards else len(keys)
            best = islice(texts.ranked(keys[::-1], parts, whole=texts is not self._cards), most)
            ranked += [(rank, texts.rows[key]) for rank, key in best if key not in numbered]
        ranked.sort(key=lambda hit: hit[0])
        return Found(tuple(row for _rank, row in ranked[:most]), count)

    def _numbered(self, typed: str) -> list[str]:
        key = self._cards.numbers.get(as_number(typed))
        return [key] if key in self._cards.rows else []


def _with(keys: Iterable[str], texts: Mapping[str, str], needles: Iterable[str]) -> Iterable[str]:
    for needle in needles:
        keys = _holding(keys, texts, needle)
    return keys


def _holding(keys: Iterable[str], texts: Mapping[str, str], needle: str) -> Iterator[str]:
    return (key for key in keys if needle in texts[key])


def _fold(rows: Sequence[Findable]) -> Iterator[tuple[str, str, str]]:
    """Yield the folded number, title and all words of each row; words with umlauts once more without their dots."""
    count = len(rows)
    folds = folded_each(
        [*(row.number for row in rows), *(row.title for row in rows), *(f"{row.where} {row.more}" for row in rows)]
    )
    dotless = dict(_dotless(rows))
    for at, (number, title, other) in enumerate(zip(folds, folds[count:], folds[2 * count :], strict=False)):
        head = f"\n {number} \n {title} \n"
        yield number, head, f"{head} {number.replace(' ', '')} {other} {dotless.get(at, '')}"


def _dotless(rows: Sequence[Findable]) -> Iterator[tuple[int, str]]:
    marked = [(at, row) for at, row in enumerate(rows) if not (row.title.isascii() and row.where.isascii())]
    words = (" ".join(word for word in f"{row.title} {row.where}".split() if not word.isascii()) for _at, row in marked)
    return ((at, folds) for (at, _row), folds in zip(marked, folded_each(words, plain=True), strict=True))
