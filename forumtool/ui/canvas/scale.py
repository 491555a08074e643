"""A poll on a scale: standing bars with the points of each step, the words of both ends below."""

from collections.abc import Iterator

from forumtool.ui.canvas.items import Item, Measure, Page, Pointer, RankBar, Words
from forumtool.ui.canvas.picture import Fact, Scale
from forumtool.ui.canvas.sizes import Sizes
from forumtool.ui.canvas.sketch import sketch

_WORDS = 0.18  # of the height, at most
_HALF = 0.47  # of the width, for the words of an end


def scale(told: Scale, sizes: Sizes, measure: Measure, top: float) -> Iterator[Page]:
    """Yield a page: a bar for each step with its points above it, the mean and the words of the ends below.

    Words that find no room there end in "…" and are whole on a page behind it.
    """
    steps = _Steps(told, sizes, measure, top)
    items: list[Item] = []
    for at, count in enumerate(told.points):
        items += steps.bar(at, count)
    if told.mean is not None:
        items.append(Pointer(steps.middle(told.mean), steps.below, sizes.of(34), sizes.of(24)))
    yield Page((*items, *steps.ends(told)))
    if not steps.are_whole(told):
        yield from sketch([Fact("1", told.low), Fact(str(len(told.points)), told.high)], sizes, measure, top)


class _Steps:
    """Where the parts of a scale stand. ``floor`` is where its bars begin, ``below`` what is under their numbers."""

    def __init__(self, told: Scale, sizes: Sizes, measure: Measure, top: float) -> None:
        self._sizes, self._measure = sizes, measure
        self._most, count = max(told.points, default=0), max(1, len(told.points))
        self._figure = measure.height("0", sizes.pixels(44), sizes.inside, strong=True)
        self._number = measure.height("0", sizes.heading, sizes.inside, strong=True)
        self._across = min(sizes.of(300), sizes.inside / count)
        self._left = (sizes.width - self._across * count) / 2
        self._inset = self._across * 0.16
        span = max(self._across * count, sizes.inside * 0.6)
        self._edge = (sizes.width - span) / 2 + self._inset
        self._pixels = sizes.pixels(34)
        self._lines = measure.lines(self._pixels, sizes.height * _WORDS)
        self._ends = self._shared(told, span - 2 * self._inset)
        words = max(self._height(told.low, self._ends[0]), self._height(told.high, self._ends[1]))
        self._floor = sizes.bottom - words - sizes.of(84) - self._number
        self._room = max(1.0, self._floor - top - self._figure - sizes.of(16))
        self.below = self._floor + self._number + sizes.of(22)

    def middle(self, step: float) -> float:
        """Return where a step, or a place between two steps, is from left to right; the first step is 1."""
        return self._left + (step - 0.5) * self._across

    def bar(self, at: int, count: int) -> list[Item]:
        """Return the bar of a step, its points above and its number below."""
        sizes, across, x = self._sizes, self._across, self._left + at * self._across
        part = count / self._most if self._most else 0.0
        above = self._floor - self._room * part - self._figure - sizes.of(10)
        below = self._floor + sizes.of(14)
        wide, points, number = across - 2 * self._inset, sizes.pixels(44), sizes.heading
        return [
            RankBar(x + self._inset, self._floor - self._room, wide, self._room, part, stands=True),
            Words(x, above, across, self._figure, str(count), points, True, "accent", 1, True),
            Words(x, below, across, self._number, str(at + 1), number, True, "quiet", 1, True),
        ]

    def _shared(self, told: Scale, room: float) -> tuple[float, float]:
        """The widths of the words of both ends: what one does not need is the other's."""
        half = room * _HALF
        low, high = (self._measure.advance(text, self._pixels) + 2 for text in (told.low, told.high))
        if low <= half:
            return low, min(high, 2 * half - low)
        return (min(low, 2 * half - high), high) if high <= half else (half, half)

    def ends(self, told: Scale) -> list[Item]:
        """Return the words of both ends, the last ones up to the right edge of the bars."""
        y = self.below + self._sizes.of(42)
        low, high = self._ends
        right = self._sizes.width - self._edge - high
        return [
            Words(x, y, wide, self._height(text, wide), text, self._pixels, False, "text", self._lines)
            for x, wide, text in ((self._edge, low, told.low), (right, high, told.high))
        ]

    def are_whole(self, told: Scale) -> bool:
        """Tell whether all words of the ends are there, and none of them is broken."""
        return all(self._is_whole(text, wide) for text, wide in zip((told.low, told.high), self._ends, strict=True))

    def _is_whole(self, text: str, wide: float) -> bool:
        is_low = self._measure.height(text, self._pixels, wide) <= self._height(text, wide)
        return is_low and self._measure.widest(text, self._pixels, float("inf")) <= wide

    def _height(self, text: str, wide: float) -> float:
        return self._measure.height(text, self._pixels, wide, lines=self._lines)
