"""Cards in columns of equal width, as they come: like on a table."""

from collections.abc import Iterable, Iterator, Sequence

from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas import dots
from forumtool.ui.canvas.items import Card, Item, Measure, Page
from forumtool.ui.canvas.sizes import Sizes

_NARROWEST, _AMPLE = 375, 600  # units of width; two ample columns are enough for any word, however long


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
        """Yield a card as high as its words; one that is higher than the room in parts, the last one with the dots."""
        sizes, measure, inside = self.sizes, self.measure, self.width - 2 * self.sizes.pad
        below = dots.height(words.dots, inside, sizes) + sizes.of(10) if words.dots else 0.0
        *parts, last = measure.parts(words.text, sizes.card, inside, room - 2 * sizes.pad)
        *more, last = measure.parts(last, sizes.card, inside, room - 2 * sizes.pad - below)
        for text in (*parts, *more):
            high = measure.height(text, sizes.card, inside) + 2 * sizes.pad
            yield Card(0, 0, self.width, high, text, colour)
        high = measure.height(last, sizes.card, inside) + below + 2 * sizes.pad
        yield Card(0, 0, self.width, high, last, colour, words.id, words.dots, words.is_confirmed)

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

    For the sake of a word there are not fewer than two columns where two are ample; a word longer than the page is
    broken anyway.
    """
    most = max(1, int((sizes.inside + sizes.gap) // (sizes.wide(_NARROWEST) + sizes.gap)))
    text, edges = " ".join(card.text for card in cards), 2 * sizes.pad
    word = measure.widest(text, sizes.card, sizes.inside - edges) + edges
    word = max(word, measure.widest(" ".join(titles), sizes.heading, sizes.inside, strong=True))
    fitting = int((sizes.inside + sizes.gap) // (word + 1 + sizes.gap))
    fewest = 2 if (sizes.inside - sizes.gap) / 2 >= sizes.wide(_AMPLE) else 1
    return max(min(most, fewest), min(most, fitting))


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


def _height(column: Column) -> float:
    return column.used
