"""Cards in columns: groups side by side like on the pin board, cards without a group like on a table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from forumtool.i18n import _
from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas.items import MOST_DOT_ROWS, Card, DotRow, Item, Measure, Page, Sizes, Words, dots_across
from forumtool.ui.canvas.picture import Heap

_NARROWEST, _FEWEST, _WIDEST = 390, 3, 2
_STRONG = 1.1  # how much wider strong type is, at most
_SMALL = 150  # cards; more are not laid out twice to fill the last page evenly


class Column:
    """A column while it is being filled; ``used`` is its height so far."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.used = 0.0

    def put(self, card: Card, between: float) -> None:
        """Put a card below what is there."""
        self.items.append(card._replace(y=self.used))
        self.used += card.height + between


class Rack:
    """Columns of equal width from the head of a page down to its foot."""

    def __init__(self, sizes: Sizes, measure: Measure, top: float, across: int) -> None:
        self.sizes, self.measure, self.top, self.across = sizes, measure, top, across
        self.width = (sizes.inside - (across - 1) * sizes.gap) / across
        self.room = sizes.bottom - top

    def cards(self, words: CardWords, colour: int | None, room: float) -> Iterator[Card]:
        """Yield a card as high as its words; one that is higher than the room in parts, all words in one of them."""
        sizes, measure, inside = self.sizes, self.measure, self.width - 2 * self.sizes.pad
        dots = dots_height(words.dots, inside, sizes) + sizes.of(10) if words.dots else 0.0
        parts = measure.parts(words.text, sizes.card, inside, room - dots - 2 * sizes.pad)
        for text in parts[:-1]:
            high = measure.height(text, sizes.card, inside) + 2 * sizes.pad
            yield Card(0, 0, self.width, high, text, colour)
        high = measure.height(parts[-1], sizes.card, inside) + dots + 2 * sizes.pad
        yield Card(0, 0, self.width, high, parts[-1], colour, words.id, words.dots, words.is_confirmed)

    def columns(self) -> list[Column]:
        """Return the empty columns of a page."""
        return [Column() for _at in range(self.across)]

    def page(self, columns: Sequence[Column], first: int = 0) -> Page:
        """Return a page out of filled columns."""
        step, found = self.width + self.sizes.gap, []
        for at, column in enumerate(columns):
            x = self.sizes.margin + at * step
            found += [item._replace(x=item.x + x, y=item.y + self.top) for item in column.items]
        return Page(tuple(found), first)


def columns_for(cards: Iterable[CardWords], titles: Iterable[str], sizes: Sizes, measure: Measure) -> int:
    """Return how many columns stand side by side: as many as there is room for, so that no long word is broken.

    For a word that does not fit half of a page there are two columns nevertheless.
    """
    most = max(1, int((sizes.inside + sizes.gap) // (sizes.of(_NARROWEST) + sizes.gap)))
    word = measure.widest(" ".join(card.text for card in cards), sizes.card) + 2 * sizes.pad
    word = max(word, measure.widest(" ".join(titles), sizes.heading) * _STRONG)
    fitting = int((sizes.inside + sizes.gap) // (word + 1 + sizes.gap))
    return max(min(most, _WIDEST), min(most, fitting))


def spread(cards: Sequence[CardWords], rack: Rack, first: int = 0) -> Iterator[Page]:
    """Yield pages on which each card stands in the column that is shortest so far, from card number ``first`` on."""
    columns, begins = rack.columns(), first
    for at in range(first, len(cards)):
        for number, part in enumerate(rack.cards(cards[at], None, rack.room)):
            shortest = min(columns, key=_height)
            if shortest.used and shortest.used + part.height > rack.room:
                yield rack.page(columns, begins)
                columns, begins = rack.columns(), -1 if number else at
                shortest = columns[0]
            shortest.put(part, rack.sizes.between)
    if columns[0].items:
        yield rack.page(columns, begins)


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
    heads = [_head_height(heap, rack) for heap in heaps]
    aligned = max((head for head in heads if head <= _lowest(rack)), default=0.0)
    column: Column | None = None
    for heap, own in zip(heaps, heads, strict=True):
        head = max(own, aligned)
        if column is not None and stacking and _fits_below(heap, head, column, rack):
            column.used += rack.sizes.gap
        else:
            if column is not None:
                yield column
            column = Column()
        for full in _pour(heap, head, column, rack):
            yield column
            column = full
    if column is not None:
        yield column


def _fits_below(heap: Heap, head: float, column: Column, rack: Rack) -> bool:
    whole = column.used + rack.sizes.gap + head
    for words in heap.cards:
        whole += sum(part.height + rack.sizes.between for part in rack.cards(words, None, rack.room - head))
        if whole > rack.room:
            return False
    return whole <= rack.room


def _pour(heap: Heap, head: float, column: Column, rack: Rack) -> Iterator[Column]:
    """Fill a column with a group; yield each further column that it goes on in."""
    again = heap._replace(title=_("{title} (weiter)", title=heap.title), dots=0)
    high = max(head, _head_height(again, rack))
    _put_head(heap, column, head, rack)
    is_first = True
    for words in heap.cards:
        for part in rack.cards(words, heap.colour, rack.room - high):
            if not is_first and column.used + part.height > rack.room:
                column = Column()
                _put_head(again, column, high, rack)
                yield column
            column.put(part, rack.sizes.between)
            is_first = False


def _head_height(heap: Heap, rack: Rack) -> float:
    sizes = rack.sizes
    dots = dots_height(heap.dots, rack.width, sizes) + sizes.of(10) if heap.dots else 0.0
    return _title_height(heap, rack) + dots + sizes.of(18)


def _lowest(rack: Rack) -> float:
    """Up to which height all heads are made equal; the cards below longer ones begin lower."""
    lines = rack.measure.height("X\nX\nX", rack.sizes.heading, rack.width, strong=True)
    return lines + rack.sizes.of(24 * MOST_DOT_ROWS + 28)


def _title_height(heap: Heap, rack: Rack) -> float:
    return rack.measure.height(heap.title, rack.sizes.heading, rack.width, strong=True, lines=_title_lines(rack))


def _title_lines(rack: Rack) -> int:
    return rack.measure.lines(rack.sizes.heading, rack.room * 0.4, strong=True)


def _put_head(heap: Heap, column: Column, head: float, rack: Rack) -> None:
    sizes, y, title = rack.sizes, column.used, _title_height(heap, rack)
    lines = _title_lines(rack)
    column.items.append(Words(0, y, rack.width, title, heap.title, sizes.heading, True, "text", lines))
    if heap.dots:
        high = dots_height(heap.dots, rack.width, sizes)
        column.items.append(DotRow(0, y + title + sizes.of(10), rack.width, high, heap.dots))
    column.used = y + head


def dots_height(count: int, width: float, sizes: Sizes) -> float:
    """Return the height of counted dots, of at most ``MOST_DOT_ROWS`` rows."""
    rows = -(-count // dots_across(width, sizes))
    return sizes.of(24) * (rows if rows <= MOST_DOT_ROWS else 1)


def _height(column: Column) -> float:
    return column.used
