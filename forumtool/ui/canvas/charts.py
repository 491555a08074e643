"""What the room has weighed: a ranking as lying bars, a poll on a scale as standing ones."""

from collections.abc import Iterator, Sequence

from forumtool.domain.report import Ranked
from forumtool.ui.canvas.items import Item, Measure, Page, Pointer, RankBar, Sizes, Words
from forumtool.ui.canvas.picture import Scale

_LONG = 60  # letters; longer titles, such as those of cards, get half of the width


class _Rows:
    """Where the parts of a ranking's rows stand, from left to right."""

    def __init__(self, ranked: Sequence[Ranked], sizes: Sizes, measure: Measure) -> None:
        self.most = max((one.dots for one in ranked), default=0)
        self.rank = measure.advance(str(len(ranked)), sizes.heading, strong=True) + sizes.of(26)
        is_long = any(len(one.title) > _LONG for one in ranked)
        self.names = sizes.inside * 0.5 if is_long else min(sizes.of(560), sizes.inside * 0.36)
        self.is_strong = not is_long
        self.name = sizes.margin + self.rank
        self.bar = self.name + self.names + sizes.of(30)
        self.end = sizes.width - sizes.margin
        count = measure.advance(str(self.most), sizes.pixels(40), strong=True)
        self.track = max(1.0, self.end - max(sizes.of(110), count + sizes.of(30)) - self.bar)


def ranking(ranked: Sequence[Ranked], sizes: Sizes, measure: Measure, top: float) -> Iterator[Page]:
    """Yield pages of rows with rank, title, bar and number; at least one."""
    rows = _Rows(ranked, sizes, measure)
    lines = measure.lines(sizes.heading, sizes.bottom - top, strong=rows.is_strong)
    titles = [
        measure.height(one.title, sizes.heading, rows.names, strong=rows.is_strong, lines=lines) for one in ranked
    ]
    heights = _evened([max(title, sizes.of(44)) + sizes.of(30) for title in titles], sizes, sizes.bottom - top)
    items: list[Item] = []
    y = top
    for one, title, high in zip(ranked, titles, heights, strict=True):
        if items and y + high > sizes.bottom:
            yield Page(tuple(items))
            items, y = [], top
        items += _rank(one, rows, sizes, measure, (y + high / 2, title, lines))
        y += high
    yield Page(tuple(items))


def _evened(heights: list[float], sizes: Sizes, room: float) -> list[float]:
    """Give rows of a single page more air."""
    spare = (room - sum(heights)) / len(heights) if heights else 0.0
    return [high + max(0.0, min(sizes.of(36), spare)) for high in heights]


def _rank(one: Ranked, rows: _Rows, sizes: Sizes, measure: Measure, spot: tuple[float, float, int]) -> list[Item]:
    """One row; ``spot`` is the middle of the row, the height of its title and the lines that this may have."""
    middle, title, lines = spot
    small, large = sizes.heading, sizes.pixels(40)
    count = str(one.dots)
    wide = measure.advance(count, large, strong=True) + 2
    line = {pixels: measure.height("0", pixels, sizes.inside, strong=True) for pixels in (small, large)}
    rank = str(one.rank) if rows.most else "–"
    part = one.dots / rows.most if rows.most else 0.0
    return [
        Words(sizes.margin, middle - line[small] / 2, rows.rank, line[small], rank, small, True, "quiet", 1),
        Words(rows.name, middle - title / 2, rows.names, title, one.title, small, rows.is_strong, "text", lines),
        RankBar(rows.bar, middle - sizes.of(20), rows.track, sizes.of(40), part),
        Words(rows.end - wide, middle - line[large] / 2, wide + 2, line[large], count, large, True, "accent", 1),
    ]


def scale(told: Scale, sizes: Sizes, measure: Measure, top: float) -> Iterator[Page]:
    """Yield one page: a bar for each step with its number above it, the words of the ends and the mean below."""
    steps = _Steps(told, sizes, measure, top)
    items: list[Item] = []
    for at, count in enumerate(told.points):
        items += steps.bar(at, count)
    if told.mean is not None:
        items.append(Pointer(steps.middle(told.mean), steps.below, sizes.of(34), sizes.of(24)))
    yield Page((*items, *steps.ends(told)))


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
        self._end = (span - 2 * self._inset) * 0.47
        self._pixels = sizes.pixels(34)
        self._lines = measure.lines(self._pixels, sizes.height * 0.18)
        words = max(self._height(told.low), self._height(told.high))
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

    def ends(self, told: Scale) -> list[Item]:
        """Return the words of both ends, the last ones up to the right edge of the bars."""
        y = self.below + self._sizes.of(42)
        wide = min(self._end, self._measure.advance(told.high, self._pixels) + 2)
        right = self._sizes.width - self._edge - wide
        return [
            Words(x, y, width, self._height(text), text, self._pixels, False, "text", self._lines)
            for x, width, text in ((self._edge, self._end, told.low), (right, wide, told.high))
        ]

    def _height(self, text: str) -> float:
        return self._measure.height(text, self._pixels, self._end, lines=self._lines)
