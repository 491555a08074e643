"""From a picture to pages: where everything stands. Pages are never filled by smaller type, and never cut a card."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas.charts import ranking, scale
from forumtool.ui.canvas.columns import Rack, board, columns_for, spread
from forumtool.ui.canvas.head import head
from forumtool.ui.canvas.items import Item, Measure, Page, Sizes, Words
from forumtool.ui.canvas.pages import Pages
from forumtool.ui.canvas.picture import Picture
from forumtool.ui.canvas.sketch import sketch

_LARGE = (84, 72, 60, 52, 44, 40, 34)


class Plan(NamedTuple):
    """What decides where cards stand: everything but the cards, and the cards."""

    look: tuple[object, ...]
    cards: tuple[CardWords, ...]


def pages(picture: Picture, sizes: Sizes, measure: Measure, before: Pages | None = None) -> Pages:
    """Return the pages of a picture. Of those ``before`` it takes over what has stayed the same."""
    alone = {"pause": _pause, "goal": _goal, "timer": _nothing}.get(picture.kind)
    if alone is not None:
        return Pages(iter([alone(picture, sizes, measure)]))
    fixed, top = head(picture, sizes, measure)
    if picture.cards and not any(heap.title for heap in picture.heaps):
        return _cards(picture, sizes, measure, (fixed, top), before)
    return Pages(_with(fixed, _body(picture, sizes, measure, top)))


def _body(picture: Picture, sizes: Sizes, measure: Measure, top: float) -> Iterator[Page]:
    if picture.heaps:
        across = columns_for(picture.cards, (heap.title for heap in picture.heaps), sizes, measure)
        return board(picture.heaps, sizes, measure, top, across)
    if picture.scale is not None:
        return scale(picture.scale, sizes, measure, top)
    if picture.facts:
        return sketch(picture.facts, sizes, measure, top)
    return ranking(picture.ranked, sizes, measure, top)


def _with(fixed: tuple[Item, ...], bodies: Iterable[Page]) -> Iterator[Page]:
    return (page._replace(items=(*fixed, *page.items)) for page in bodies)


def _cards(
    picture: Picture, sizes: Sizes, measure: Measure, above: tuple[tuple[Item, ...], float], before: Pages | None
) -> Pages:
    """Cards as they came; pages in which nothing changed are taken over."""
    fixed, top = above
    across = columns_for(picture.cards, (), sizes, measure)
    look = (picture._replace(heaps=(), foot="", is_confirmed=False), sizes.width, sizes.height, across)
    plan = Plan(look, picture.cards)
    done, first = _kept(plan, before)
    rack = Rack(sizes, measure, top, across)
    return Pages(_with(fixed, spread(plan.cards, rack, first)), done, plan)


def _kept(plan: Plan, before: Pages | None) -> tuple[Sequence[Page], int]:
    """Return the pages before the first card that is another now, and the card to go on with."""
    old = before.plan if before is not None else None
    if before is None or not isinstance(old, Plan) or old.look != plan.look:
        return (), 0
    pairs = enumerate(zip(plan.cards, old.cards, strict=False))
    same = next((at for at, (new, was) in pairs if new != was), min(len(plan.cards), len(old.cards)))
    for at in reversed(range(len(before.done))):
        if 0 <= before.done[at].first <= same:
            return before.done[:at], before.done[at].first
    return (), 0


def _nothing(_picture: Picture, _sizes: Sizes, _measure: Measure) -> Page:
    """The timer's picture: what it shows is another thing with every second."""
    return Page()


def _pause(picture: Picture, sizes: Sizes, measure: Measure) -> Page:
    """The quiet picture; the timer stands above it, and below it when work goes on."""
    items: list[Item] = []
    y = sizes.of(430)
    for text, units, strong, role, gap in (
        (picture.title, 52, True, "text", 24),
        (picture.text, 34, False, "quiet", 56),
        (picture.foot, 44, True, "accent", 0),
    ):
        if text:
            pixels = sizes.pixels(units)
            lines = measure.lines(pixels, sizes.height * 0.2, strong=strong)
            high = measure.height(text, pixels, sizes.inside, strong=strong, lines=lines)
            items.append(Words(sizes.margin, y, sizes.inside, high, text, pixels, strong, role, lines, True))
            y += high + sizes.of(gap)
    return Page(tuple(items))


def _goal(picture: Picture, sizes: Sizes, measure: Measure) -> Page:
    """The goal's question as large as it fits, below number and title; without a question the title itself."""
    large = picture.text or picture.title
    if picture.text:
        fixed, top = head(picture._replace(text=""), sizes, measure)
    else:
        pixels = sizes.pixels(36)
        label = Words(sizes.margin, sizes.of(56), sizes.inside, sizes.of(50), picture.label, pixels, True, "accent", 1)
        fixed, top = (label,), sizes.of(160)
    room = sizes.bottom - top
    pixels = _largest(large, sizes, measure, room)
    lines = measure.lines(pixels, room, strong=True)
    high = measure.height(large, pixels, sizes.inside, strong=True, lines=lines)
    y = top + max(0.0, (room - high) / 2 - sizes.of(30))
    return Page((*fixed, Words(sizes.margin, y, sizes.inside, high, large, pixels, True, "text", lines)))


def _largest(text: str, sizes: Sizes, measure: Measure, room: float) -> int:
    """Return the largest type in which a text fits and no word of it is broken."""
    for pixels in map(sizes.pixels, _LARGE):
        fits = measure.height(text, pixels, sizes.inside, strong=True) <= room
        if fits and measure.widest(text, pixels) * 1.1 <= sizes.inside:
            return pixels
    return sizes.pixels(28)
