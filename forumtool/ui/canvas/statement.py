"""A single text in large type: the question of a goal, or what a head has no room for."""

from collections.abc import Iterator, Sequence

from forumtool.ui.canvas.head import head, label
from forumtool.ui.canvas.items import Item, Measure, Page, Words
from forumtool.ui.canvas.picture import Picture
from forumtool.ui.canvas.sizes import READABLE, Sizes

_LARGE = (84, 72, 60, 52, 44, 40, 34)


def goal(picture: Picture, sizes: Sizes, measure: Measure) -> Iterator[Page]:
    """Yield the goal's question as large as it fits, below number and title; without a question the title itself."""
    if not picture.text:
        yield from in_full(picture, [picture.title], sizes, measure)
        return
    above = head(picture._replace(text=""), sizes, measure)
    yield from in_full(picture, above.cut, sizes, measure)
    yield from _large(picture.text, (above.items, above.end), sizes, measure)


def in_full(picture: Picture, texts: Sequence[str], sizes: Sizes, measure: Measure) -> Iterator[Page]:
    """Yield texts one after the other, below nothing but the label."""
    first = label(picture, sizes, measure)
    for text in texts:
        yield from _large(text, ((first,), first.y + first.height + sizes.of(40)), sizes, measure)


def _large(text: str, above: tuple[Sequence[Item], float], sizes: Sizes, measure: Measure) -> Iterator[Page]:
    """Yield a text in the largest type in which it is on one page, else in the smallest on several."""
    fixed, top = above
    room = sizes.bottom - top
    pixels = _largest(text, sizes, measure, room)
    for part in measure.parts(text, pixels, sizes.inside, room, strong=True):
        high = measure.height(part, pixels, sizes.inside, strong=True)
        y = top + max(0.0, (room - high) / 2 - sizes.of(30))
        yield Page((*fixed, Words(sizes.margin, y, sizes.inside, high, part, pixels, True)), first=-1)


def _largest(text: str, sizes: Sizes, measure: Measure, room: float) -> int:
    """Return the largest type in which a text fits and no word of it is broken."""
    for pixels in map(sizes.pixels, _LARGE):
        fits = measure.height(text, pixels, sizes.inside, strong=True) <= room
        if fits and measure.widest(text, pixels, float("inf"), strong=True) <= sizes.inside:
            return pixels
    return sizes.pixels(READABLE)
