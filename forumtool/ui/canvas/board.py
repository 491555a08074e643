"""Groups side by side like on the pin board, each under its heading with its dots."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from forumtool.ui.canvas.columns import Column, Rack
from forumtool.ui.canvas.headings import going_on, head_height, in_full, put_head
from forumtool.ui.canvas.items import Measure, Page
from forumtool.ui.canvas.picture import Heap
from forumtool.ui.canvas.sizes import Sizes

_FEWEST = 3  # columns of a page, where there is room for them
_HEAD = 0.45  # of a column; heads that are no higher are made equal
_SMALL = 150  # cards; more are not laid out twice to fill the last page evenly


class _Heads(NamedTuple):
    """How high the head of a group is in its first column, and in those in which it goes on."""

    first: float
    again: float

    @property
    def higher(self) -> float:
        """The height below which any part of a card must have room."""
        return max(self)


def board(heaps: Sequence[Heap], sizes: Sizes, measure: Measure, top: float, most: int) -> Iterator[Page]:
    """Yield pages with a column for each group. A group that is too long goes on in the next column under its heading.

    Only where there are more groups than columns on a page, a short group stands below another one.
    """
    stacking = len(heaps) > most
    rack = Rack(sizes, measure, top, min(most, max(len(heaps), _FEWEST)))
    if sum(len(heap.cards) for heap in heaps) <= _SMALL:
        rack = _even(heaps, rack, min(_FEWEST, most), stacking=stacking)
    columns = _filled(heaps, rack, stacking=stacking)
    while shown := list(islice(columns, rack.across)):
        yield rack.page(shown)


def _even(heaps: Sequence[Heap], rack: Rack, fewest: int, *, stacking: bool) -> Rack:
    """Return fewer columns if no further page is needed then, so that the last page is no emptier than the others."""
    columns = len(list(_filled(heaps, rack, stacking=stacking)))
    count = -(-columns // rack.across)
    even = max(fewest, -(-columns // max(1, count)))
    if even >= rack.across or len(heaps) < even:
        return rack
    wider = Rack(rack.sizes, rack.measure, rack.top, even)
    again = len(list(_filled(heaps, wider, stacking=stacking)))
    return wider if -(-again // even) <= count else rack


def _filled(heaps: Sequence[Heap], rack: Rack, *, stacking: bool) -> Iterator[Column]:
    column: Column | None = None
    for heap, heads in zip(heaps, _heads(heaps, rack), strict=True):
        told = in_full(heap, rack)
        below = column.used + rack.sizes.gap if column is not None else 0.0
        if column is not None and stacking and not told and _fits(heap, below, heads, rack):
            column.used = below
        else:
            yield from filter(None, (column, *told))
            column = Column()
        for full in _pour(heap, heads, column, rack):
            yield column
            column = full
    if column is not None:
        yield column


def _heads(heaps: Sequence[Heap], rack: Rack) -> list[_Heads]:
    """Heads of columns that stand side by side are made equal; the cards below very high ones begin lower."""
    found = [_Heads(head_height(heap, rack), head_height(going_on(heap, rack), rack)) for heap in heaps]
    if rack.across == 1:
        return found
    three_lines = rack.measure.height("X\nX\nX", rack.sizes.heading, rack.width, strong=True)
    most = min(_HEAD * rack.room, three_lines + rack.sizes.wide(100))
    least = max((heads.first for heads in found if heads.first <= most), default=0.0)
    return [_Heads(max(least, heads.first), max(least, heads.higher)) for heads in found]


def _fits(heap: Heap, top: float, heads: _Heads, rack: Rack) -> bool:
    """Tell whether a group has room from ``top`` on down to the end of its column."""
    whole = top + heads.first
    for words in heap.cards:
        whole += sum(part.height + rack.sizes.between for part in rack.cards(words, None, rack.room - heads.higher))
        if whole > rack.room:
            return False
    return whole <= rack.room


def _pour(heap: Heap, heads: _Heads, column: Column, rack: Rack) -> Iterator[Column]:
    """Fill a column with a group; yield each further column that it goes on in."""
    put_head(heap, column, heads.first, rack)
    is_first = True
    for words in heap.cards:
        for part in rack.cards(words, heap.colour, rack.room - heads.higher):
            if not is_first and column.used + part.height > rack.room:
                column = Column()
                put_head(going_on(heap, rack), column, heads.again, rack)
                yield column
            column.put(part, rack.sizes.between)
            is_first = False
