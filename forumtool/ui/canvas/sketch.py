"""A measure in large type: what it is, then who, when and by what means, side by side as far as there is room."""

from collections.abc import Iterator, Sequence

from forumtool.ui.canvas.items import Item, Measure, Page, Words
from forumtool.ui.canvas.picture import Fact
from forumtool.ui.canvas.sizes import Sizes

_NAME, _TEXT, _VALUE = 28, 36, 34
_LARGER = (1.25, 1.1, 1.0)
_LONGEST = 1_400  # units; the eye loses a longer line
_HALF = 420  # units; what is narrower stands below each other


def sketch(facts: Sequence[Fact], sizes: Sizes, measure: Measure, top: float) -> Iterator[Page]:
    """Yield pages in the largest type in which everything is on one, else in the smallest; a long fact goes on."""
    for larger in _LARGER:
        found = list(_Sheet(facts, sizes, measure, top, larger).pages())
        if len(found) == 1:
            break
    yield from found


class _Sheet:
    """A measure in type that is so much larger than the smallest."""

    def __init__(self, facts: Sequence[Fact], sizes: Sizes, measure: Measure, top: float, larger: float) -> None:
        self._facts, self._sizes, self._measure, self._top, self._larger = facts, sizes, measure, top, larger
        self._room = sizes.bottom - top
        self._across = 2 if self._has_halves() else 1
        self._step = (sizes.inside + sizes.gap) / self._across

    def _has_halves(self) -> bool:
        """Tell whether two facts have room side by side, and no word is broken that has room on a line of its own."""
        sizes, half = self._sizes, (self._sizes.inside - self._sizes.gap) / 2
        text, pixels = " ".join(fact.text for fact in self._facts if fact.name), sizes.pixels(_VALUE * self._larger)
        return half >= max(sizes.wide(_HALF), self._measure.widest(text, pixels, sizes.inside))

    def pages(self) -> Iterator[Page]:
        """Yield the pages of all facts, at least one."""
        items: list[Item] = []
        y = self._top
        for row in self._rows():
            for blocks in self._parts(row):
                high = max(block.y + block.height for block in blocks)
                if items and y + high > self._sizes.bottom:
                    yield Page(tuple(items))
                    items, y = [], self._top
                items += [block._replace(y=block.y + y) for block in blocks]
                y += high + self._sizes.of(36 * self._larger)
        yield Page(tuple(items))

    def _rows(self) -> Iterator[tuple[Fact, ...]]:
        """Facts without a name take a whole row, the others stand side by side."""
        yield from ((fact,) for fact in self._facts if not fact.name)
        named = [fact for fact in self._facts if fact.name]
        for at in range(0, len(named), self._across):
            yield tuple(named[at : at + self._across])

    def _parts(self, row: tuple[Fact, ...]) -> Iterator[list[Words]]:
        """Yield a row's words, in parts that fit a page; ``y`` counts from the upper edge of the part."""
        sizes, measure, is_named = self._sizes, self._measure, bool(row[0].name)
        pixels = sizes.pixels((_VALUE if is_named else _TEXT) * self._larger)
        small = sizes.pixels(_NAME * self._larger)
        name = measure.height("X", small, sizes.inside, strong=True) + sizes.of(6) if is_named else 0.0
        width = self._step - sizes.gap if is_named else min(sizes.inside, sizes.wide(_LONGEST * self._larger))
        columns = [measure.parts(fact.text, pixels, width, self._room - name) for fact in row]
        for at in range(max(map(len, columns))):
            found: list[Words] = []
            for place, (fact, parts) in enumerate(zip(row, columns, strict=True)):
                if at < len(parts):
                    x, high = sizes.margin + place * self._step, measure.height(parts[at], pixels, width)
                    found.append(Words(x, 0, width, name, fact.name, small, True, "quiet", 1))
                    found.append(Words(x, name, width, high, parts[at], pixels, False, "text"))
            yield [words for words in found if words.text]
