"""Where everything stands when the board is seen from afar: heaps in rows, their cards in columns, all of it in view.

Plain numbers in pixels; nothing here is painted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forumtool.ui.places.ordering.papers import GAP, PAPER

HEAD, BETWEEN, PAD = 24, 12, 6
NEAREST = 0.8
_LEAST, _MOST, _FINER, _STEPS, _MOST_ROWS = 104, 190, 0.94, 48, 12


class Heap(NamedTuple):
    """A group, or the cards not ordered (``key`` None), with the heights of its cards on the board.

    ``head`` is how wide its heading would like to be.
    """

    key: str | None
    title: str
    colour: int | None
    cards: tuple[str, ...]
    heights: tuple[int, ...]
    head: int = 0


class Spot(NamedTuple):
    """Where a card stands; ``lot`` is the number of its heap."""

    card: str
    lot: int
    x: float
    y: float
    width: float
    height: float


class Lot(NamedTuple):
    """The ground of a heap, its head included; ``first`` and ``last`` bound its spots."""

    heap: Heap
    x: float
    y: float
    width: float
    height: float
    first: int
    last: int


class Lay(NamedTuple):
    """A laid-out board; ``width`` is that of all heaps, which may be more than can be seen."""

    scale: float
    width: float = 0
    lots: tuple[Lot, ...] = ()
    spots: tuple[Spot, ...] = ()


class _Rows(NamedTuple):
    """Which row each heap stands in and where it begins, before any card has its place."""

    width: float
    height: float
    places: list[tuple[float, int, float]]


def laid_out(heaps: Sequence[Heap], width: float, height: float, scale: float) -> Lay:
    """Return the board at a scale: in as few rows as fit into the view, or in one row that is scrolled."""
    endless = float("inf")
    rows = _in_view(heaps, width, height, scale) or _in_rows(heaps, endless, height, scale, 1)
    return _placed(heaps, rows, scale) if rows else Lay(scale)


def all_in_view(heaps: Sequence[Heap], width: float, height: float) -> Lay:
    """Return the board at the largest scale at which everything is in view."""
    nearest, furthest = 0, _STEPS
    while nearest < furthest:
        middle = (nearest + furthest) // 2
        if _in_view(heaps, width, height, NEAREST * _FINER**middle) is None:
            nearest = middle + 1
        else:
            furthest = middle
    return laid_out(heaps, width, height, NEAREST * _FINER**furthest)


def _gap(scale: float) -> float:
    return max(1.0, GAP * scale)


def _in_view(heaps: Sequence[Heap], width: float, height: float, scale: float) -> _Rows | None:
    """Return as few rows as the board needs to be seen whole, or None."""
    gap = _gap(scale)
    area = sum(sum(heap.heights) * scale + len(heap.heights) * gap for heap in heaps) * (PAPER * scale + gap)
    if area > width * height:
        return None
    highest = max((max(heap.heights, default=0) for heap in heaps), default=0) * scale
    for count in range(1, _MOST_ROWS + 1):
        row = (height - (count - 1) * BETWEEN) / count
        if row < highest + HEAD + 2 * PAD:
            return None
        found = _in_rows(heaps, width, row, scale, count)
        if found is not None:
            return found
    return None


def _in_rows(heaps: Sequence[Heap], width: float, row: float, scale: float, most: int) -> _Rows | None:
    """Return the heaps in rows of a height, a new one begun where the width is full; None for too many."""
    places = []
    x = widest = 0.0
    count = 1
    for heap in heaps:
        across = max(_across(_columns(heap.heights, row, scale), scale), float(min(heap.head, _MOST)))
        if x and x + across > width:
            x, count = 0.0, count + 1
        if count > most or across > width:
            return None
        places.append((x, count - 1, across))
        widest = max(widest, x + across)
        x += across + BETWEEN
    return _Rows(widest, row, places)


def _columns(heights: Sequence[int], row: float, scale: float) -> int:
    """Return how many columns a heap needs; as ``_poured``, which gives the places."""
    room, gap = row - HEAD - 2 * PAD, _gap(scale)
    columns, y = 1, 0.0
    for height in heights:
        high = height * scale
        if y and y + high > room:
            columns, y = columns + 1, 0.0
        y += high + gap
    return columns


def _across(columns: int, scale: float) -> float:
    return max(columns * (PAPER * scale + _gap(scale)) - _gap(scale) + 2 * PAD, float(_LEAST))


def _poured(heights: Sequence[int], row: float, scale: float) -> Iterator[tuple[int, float, float]]:
    """Yield for each card the number of its column, its distance from the top and its height."""
    room, gap = row - HEAD - 2 * PAD, _gap(scale)
    column, y = 0, 0.0
    for height in heights:
        high = height * scale
        if y and y + high > room:
            column, y = column + 1, 0.0
        yield column, y, high
        y += high + gap


def _placed(heaps: Sequence[Heap], rows: _Rows, scale: float) -> Lay:
    """Give every card its place."""
    step, paper = PAPER * scale + _gap(scale), PAPER * scale
    lots: list[Lot] = []
    spots: list[Spot] = []
    for at, (heap, (x, row, across)) in enumerate(zip(heaps, rows.places, strict=True)):
        top, first = row * (rows.height + BETWEEN), len(spots)
        left, upper = x + PAD, top + HEAD + PAD
        spots += [
            Spot(card, at, left + column * step, upper + y, paper, high)
            for card, (column, y, high) in zip(heap.cards, _poured(heap.heights, rows.height, scale), strict=True)
        ]
        lots.append(Lot(heap, x, top, across, rows.height, first, len(spots)))
    return Lay(scale, rows.width, tuple(lots), tuple(spots))
