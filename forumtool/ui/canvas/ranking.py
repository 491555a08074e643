"""A ranking: a row for each thing that was weighed, with rank, title, lying bar and number."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forumtool.domain.report import Ranked
from forumtool.ui.canvas.items import Item, Measure, Page, RankBar, Words
from forumtool.ui.canvas.sizes import Sizes

_LONG = 60  # letters; longer titles, such as those of cards, get half of the width
_USUAL, _MOST = 0.46, 0.66  # of the width, for other titles and for the sake of a long word


class _Row(NamedTuple):
    """A row, or a part of one whose title is longer than a page; the first part has the bar."""

    one: Ranked
    text: str
    height: float
    is_first: bool


class _Columns:
    """Where the parts of the rows stand, from left to right."""

    def __init__(self, ranked: Sequence[Ranked], sizes: Sizes, measure: Measure) -> None:
        self.most = max((one.dots for one in ranked), default=0)
        self.rank = measure.advance(str(len(ranked)), sizes.heading, strong=True) + sizes.of(26)
        self.is_strong = all(len(one.title) <= _LONG for one in ranked)
        self.names = self._names([one.title for one in ranked], sizes, measure)
        self.name = sizes.margin + self.rank
        self.bar = self.name + self.names + sizes.of(30)
        self.end = sizes.width - sizes.margin
        count = measure.advance(str(self.most), sizes.pixels(40), strong=True)
        self.track = max(1.0, self.end - max(sizes.of(110), count + sizes.of(30)) - self.bar)

    def _names(self, titles: Sequence[str], sizes: Sizes, measure: Measure) -> float:
        """The width of titles: what they need, up to about half of the page, and more only for a long word."""
        usual = sizes.inside * 0.5
        if self.is_strong:
            longest = max((measure.advance(title, sizes.heading, strong=True) for title in titles), default=0.0)
            usual = min(max(longest + 2, sizes.wide(280)), sizes.wide(560), sizes.inside * _USUAL)
        most = sizes.inside * _MOST
        return max(usual, measure.widest(" ".join(titles), sizes.heading, most - 2, strong=self.is_strong) + 2)


def ranking(ranked: Sequence[Ranked], sizes: Sizes, measure: Measure, top: float) -> Iterator[Page]:
    """Yield pages of rows with rank, title, bar and number; at least one."""
    columns = _Columns(ranked, sizes, measure)
    rows = [row for one in ranked for row in _rows(one, columns, sizes, measure, sizes.bottom - top)]
    air = _air(rows, sizes, sizes.bottom - top)
    items: list[Item] = []
    y = top
    for row in rows:
        high = row.height + air
        if items and y + high > sizes.bottom:
            yield Page(tuple(items))
            items, y = [], top
        items += _items(row, columns, sizes, measure, y + high / 2)
        y += high
    yield Page(tuple(items))


def _rows(one: Ranked, columns: _Columns, sizes: Sizes, measure: Measure, room: float) -> Iterator[_Row]:
    strong, air = columns.is_strong, sizes.of(30)
    least = measure.height("0", sizes.pixels(40), sizes.inside, strong=True)
    parts = measure.parts(one.title, sizes.heading, columns.names, room - air, strong=strong)
    for at, text in enumerate(parts):
        high = measure.height(text, sizes.heading, columns.names, strong=strong)
        yield _Row(one, text, max(high, least) + air, is_first=not at)


def _air(rows: Sequence[_Row], sizes: Sizes, room: float) -> float:
    """How much more air the rows of a single page get."""
    spare = (room - sum(row.height for row in rows)) / len(rows) if rows else 0.0
    return max(0.0, min(sizes.of(36), spare))


def _items(row: _Row, columns: _Columns, sizes: Sizes, measure: Measure, middle: float) -> Iterator[Item]:
    """What stands in a row around its ``middle``."""
    small, strong = sizes.heading, columns.is_strong
    title = measure.height(row.text, small, columns.names, strong=strong)
    yield Words(columns.name, middle - title / 2, columns.names, title, row.text, small, strong)
    if row.is_first:
        yield from _figures(row.one, columns, sizes, measure, middle)


def _figures(one: Ranked, columns: _Columns, sizes: Sizes, measure: Measure, middle: float) -> Iterator[Item]:
    """Rank, bar and number; while nobody has a dot, no rank is claimed."""
    small, large, thick = sizes.heading, sizes.pixels(40), sizes.wide(40)
    line = {pixels: measure.height("0", pixels, sizes.inside, strong=True) for pixels in (small, large)}
    rank, part = (str(one.rank), one.dots / columns.most) if columns.most else ("–", 0.0)
    wide = measure.advance(str(one.dots), large, strong=True) + 2
    yield Words(sizes.margin, middle - line[small] / 2, columns.rank, line[small], rank, small, True, "quiet", 1)
    yield RankBar(columns.bar, middle - thick / 2, columns.track, thick, part)
    x = columns.end - wide
    yield Words(x, middle - line[large] / 2, wide + 2, line[large], str(one.dots), large, True, "accent", 1)
