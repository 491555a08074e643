"""From a picture to pages: where everything stands. No page is filled by smaller type or by cutting words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas.board import board
from forumtool.ui.canvas.columns import Rack, columns_for, spread
from forumtool.ui.canvas.head import Head, head
from forumtool.ui.canvas.items import Item, Measure, Page
from forumtool.ui.canvas.pages import Pages
from forumtool.ui.canvas.picture import Picture
from forumtool.ui.canvas.quiet import quiet
from forumtool.ui.canvas.ranking import ranking
from forumtool.ui.canvas.scale import scale
from forumtool.ui.canvas.sizes import Sizes
from forumtool.ui.canvas.sketch import sketch
from forumtool.ui.canvas.statement import goal, in_full


class Plan(NamedTuple):
    """What decides where cards stand: everything but the cards, and the cards."""

    look: tuple[object, ...]
    cards: tuple[CardWords, ...]


def pages(picture: Picture, sizes: Sizes, measure: Measure, before: Pages | None = None) -> Pages:
    """Return the pages of a picture. Of those ``before`` it takes over what has stayed the same."""
    alone = {"pause": quiet, "goal": goal, "timer": _nothing}.get(picture.kind)
    if alone is not None:
        return Pages(alone(picture, sizes, measure))
    above = head(picture, sizes, measure)
    if picture.cards and not any(heap.title for heap in picture.heaps):
        return _cards(picture, sizes, measure, above, before)
    first = in_full(picture, above.cut, sizes, measure)
    return Pages(chain(first, _with(above.items, _body(picture, sizes, measure, above.end))))


def _body(picture: Picture, sizes: Sizes, measure: Measure, top: float) -> Iterator[Page]:
    if picture.heaps:
        across = columns_for(picture.cards, (heap.title for heap in picture.heaps), sizes, measure)
        return board(picture.heaps, sizes, measure, top, across)
    if picture.scale is not None:
        return scale(picture.scale, sizes, measure, top)
    if picture.facts:
        return sketch(picture.facts, sizes, measure, top)
    return ranking(picture.ranked, sizes, measure, top)


def _with(fixed: Sequence[Item], bodies: Iterable[Page]) -> Iterator[Page]:
    return (page._replace(items=(*fixed, *page.items)) for page in bodies)


def _cards(picture: Picture, sizes: Sizes, measure: Measure, above: Head, before: Pages | None) -> Pages:
    """Cards as they came; pages in which nothing changed are taken over."""
    across = columns_for(picture.cards, (), sizes, measure)
    look = (picture._replace(heaps=(), foot="", is_confirmed=False), sizes.width, sizes.height, across)
    plan = Plan(look, picture.cards)
    done, first = _kept(plan, before)
    coming = _with(above.items, spread(plan.cards, Rack(sizes, measure, above.end, across), first))
    return Pages(coming if done else chain(in_full(picture, above.cut, sizes, measure), coming), done, plan)


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


def _nothing(_picture: Picture, _sizes: Sizes, _measure: Measure) -> Iterator[Page]:
    """The timer's picture: what it shows is another thing with every second."""
    yield Page()
