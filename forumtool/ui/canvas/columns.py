"""Cards in columns: groups side by side like on the pin board, cards without a group like on a table."""

from collections.abc import Sequence

from forumtool.i18n import _
from forumtool.ui.canvas.items import MOST_DOT_ROWS, Card, DotRow, Item, Measure, Page, Sizes, Words, dots_across
from forumtool.ui.canvas.picture import Heap

_NARROWEST, _FEWEST = 390, 3


class Column:
    """A column while it is being filled; ``used`` is its height so far."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.used = 0.0


def board_columns(heaps: Sequence[Heap], sizes: Sizes, measure: Measure, top: float) -> list[Page]:
    """Return pages with a column for each group. A group that is too long goes on in the next column under its heading.

    Only where there are more groups than columns on a page, a short group stands below another one.
    """
    most = _most_columns(sizes)
    across = min(most, max(len(heaps), _FEWEST))
    columns = _filled(heaps, sizes, measure, top, across, stacking=len(heaps) > most)
    count = -(-len(columns) // across)
    even = max(min(_FEWEST, most), -(-len(columns) // max(1, count)))
    if even < across and len(heaps) >= even:
        again = _filled(heaps, sizes, measure, top, even, stacking=len(heaps) > most)
        if -(-len(again) // even) <= count:
            columns, across = again, even
    return _paged(columns, sizes, top, across)


def spread(heaps: Sequence[Heap], sizes: Sizes, measure: Measure, top: float) -> list[Page]:
    """Return pages on which each card stands in the column that is shortest so far."""
    across = _most_columns(sizes)
    width, room = _column_width(sizes, across), sizes.bottom - top
    columns = [Column() for _at in range(across)]
    for heap in heaps:
        for text in heap.cards:
            card = _card(text, heap.colour, width, room, sizes, measure)
            page = columns[-across:]
            shortest = min(page, key=lambda column: column.used)
            if shortest.used and shortest.used + card.height > room:
                columns += [Column() for _at in range(across)]
                shortest = columns[-across]
            shortest.items.append(card._replace(y=shortest.used))
            shortest.used += card.height + sizes.between
    return _paged(columns, sizes, top, across)


def _most_columns(sizes: Sizes) -> int:
    return max(1, int((sizes.inside + sizes.gap) // (sizes.of(_NARROWEST) + sizes.gap)))


def _column_width(sizes: Sizes, across: int) -> float:
    return (sizes.inside - (across - 1) * sizes.gap) / across


def _paged(columns: Sequence[Column], sizes: Sizes, top: float, across: int) -> list[Page]:
    step = _column_width(sizes, across) + sizes.gap
    found = []
    for start in range(0, len(columns), across):
        page: list[Item] = []
        for at, column in enumerate(columns[start : start + across]):
            page += [item._replace(x=item.x + sizes.margin + at * step, y=item.y + top) for item in column.items]
        found.append(tuple(page))
    return found


def _filled(
    heaps: Sequence[Heap], sizes: Sizes, measure: Measure, top: float, across: int, *, stacking: bool
) -> list[Column]:
    width, room = _column_width(sizes, across), sizes.bottom - top
    head = max((_head_height(heap, width, sizes, measure) for heap in heaps), default=0.0)
    columns: list[Column] = []
    for heap in heaps:
        cards = [_card(text, heap.colour, width, room - head, sizes, measure) for text in heap.cards]
        whole = head + sum(card.height + sizes.between for card in cards)
        below = columns[-1].used + sizes.gap if columns else 0.0
        if not (stacking and columns and below + whole <= room):
            columns.append(Column())
        else:
            columns[-1].used = below
        _pour(heap, cards, columns, head, width, room, sizes, measure)
    return columns


def _pour(
    heap: Heap, cards: Sequence[Card], columns: list[Column], head: float, width: float, room: float, sizes: Sizes,
    measure: Measure,
) -> None:  # fmt: skip
    _put_head(heap, columns[-1], head, width, sizes, measure)
    for at, card in enumerate(cards):
        if at and columns[-1].used + card.height > room:
            columns.append(Column())
            again = heap._replace(title=_("{title} (weiter)", title=heap.title), dots=0)
            _put_head(again, columns[-1], head, width, sizes, measure)
        column = columns[-1]
        column.items.append(card._replace(y=column.used))
        column.used += card.height + sizes.between


def _head_height(heap: Heap, width: float, sizes: Sizes, measure: Measure) -> float:
    title = measure.height(heap.title, sizes.heading, width, strong=True, lines=2)
    return title + (_dots_height(heap.dots, width, sizes) + sizes.of(10) if heap.dots else 0) + sizes.of(18)


def _dots_height(count: int, width: float, sizes: Sizes) -> float:
    rows = -(-count // dots_across(width, sizes))
    return sizes.of(24) * (rows if rows <= MOST_DOT_ROWS else 1)


def _put_head(heap: Heap, column: Column, head: float, width: float, sizes: Sizes, measure: Measure) -> None:
    y = column.used
    title = measure.height(heap.title, sizes.heading, width, strong=True, lines=2)
    column.items.append(Words(0, y, width, title, heap.title, sizes.heading, True, "text", 2))
    if heap.dots:
        column.items.append(
            DotRow(0, y + title + sizes.of(10), width, _dots_height(heap.dots, width, sizes), heap.dots)
        )
    column.used = y + head


def _card(text: str, colour: int | None, width: float, room: float, sizes: Sizes, measure: Measure) -> Card:
    """A card as high as its words, at most as high as a page: what does not fit ends in "…"."""
    lines = measure.lines(sizes.card, max(1.0, room - 2 * sizes.pad))
    high = measure.height(text, sizes.card, width - 2 * sizes.pad, lines=lines)
    return Card(0, 0, width, high + 2 * sizes.pad, text, colour, lines)
