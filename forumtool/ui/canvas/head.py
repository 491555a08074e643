"""The head of a page: what it is about, and in what room it leaves."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.ui.canvas.items import Measure, Words
from forumtool.ui.canvas.picture import Picture
from forumtool.ui.canvas.sizes import READABLE, Sizes
from forumtool.ui.canvas.timer import corner

_TITLES = ((52, 1), (44, 1), (52, 2), (44, 2), (36, 2), (READABLE, 2))  # units of type, lines
_SECOND = ((44, 2), (34, 2), (READABLE, 2))
_TITLE, _TEXT = 0.25, 0.2  # of the height, at most


class Head(NamedTuple):
    """What stands above a page, where the rest begins, and the texts that did not find room and end in "…"."""

    items: tuple[Words, ...]
    end: float
    cut: tuple[str, ...] = ()


def head(picture: Picture, sizes: Sizes, measure: Measure) -> Head:
    """Return label and title, below them the text if the picture has one."""
    items, end, cut = _title(picture, sizes, measure)
    if picture.text:
        second = _second(picture, end + sizes.of(16), sizes, measure)
        items, end = (*items, second), second.y + second.height
        cut += () if _is_whole(second, measure) else (picture.text,)
    return Head(items, end + sizes.of(40), cut)


def label(picture: Picture, sizes: Sizes, measure: Measure) -> Words:
    """Return the label at the upper left."""
    pixels = sizes.heading
    width = min(measure.advance(picture.label, pixels, strong=True) + 2, sizes.inside - sizes.timer)
    line = measure.height("X", pixels, width, strong=True)
    return Words(sizes.margin, sizes.of(56), width, line, picture.label, pixels, True, "accent", 1)


def _title(picture: Picture, sizes: Sizes, measure: Measure) -> Head:
    """The title beside its label; one that takes more than two lines there stands below it."""
    first = label(picture, sizes, measure)
    x = first.x + first.width + sizes.of(28)
    width = sizes.margin + sizes.inside - sizes.timer - x
    found = _largest(picture.title, _TITLES, width, sizes, measure)
    if found is None:
        return _below(first, picture.title, sizes, measure)
    pixels, lines = found
    line, high = (measure.height(text, pixels, width, strong=True) for text in ("X", picture.title))
    title = Words(x, first.y, width, high, picture.title, pixels, True, "text", lines)
    return Head((first._replace(y=first.y + (line - first.height) * 0.78), title), first.y + max(high, line))


def _below(first: Words, text: str, sizes: Sizes, measure: Measure) -> Head:
    """A long title below its label and the timer."""
    y = max(first.y + first.height + sizes.of(8), corner(sizes).bottom())
    title = _filling(text, y, (_TITLES, _TITLE), sizes, measure)
    return Head((first, title), y + title.height, () if _is_whole(title, measure) else (text,))


def _second(picture: Picture, y: float, sizes: Sizes, measure: Measure) -> Words:
    """The line below the title: a goal's question, or in strong type what is being read back."""
    choices = _SECOND if picture.facts else _SECOND[1:]
    return _filling(picture.text, y, (choices, _TEXT), sizes, measure, strong=picture.kind == "readback")


def _filling(
    text: str, y: float, allowed: tuple[Sequence[tuple[int, int]], float], sizes: Sizes, measure: Measure,
    *, strong: bool = True,
) -> Words:  # fmt: skip
    """Words between the margins in the type ``allowed``, else in the smallest on a part of the height at most."""
    choices, most = allowed
    pixels, lines = _largest(text, choices, sizes.inside, sizes, measure, strong=strong) or (
        sizes.pixels(READABLE), measure.lines(sizes.pixels(READABLE), sizes.height * most, strong=strong)
    )  # fmt: skip
    high = measure.height(text, pixels, sizes.inside, strong=strong, lines=lines)
    return Words(sizes.margin, y, sizes.inside, high, text, pixels, strong, "text", lines)


def _largest(
    text: str, choices: Sequence[tuple[int, int]], width: float, sizes: Sizes, measure: Measure, *, strong: bool = True
) -> tuple[int, int] | None:
    """Return the first type and number of lines with which a text is whole and no word of it is broken."""
    for units, lines in choices:
        pixels = sizes.pixels(units)
        allowed = measure.height("\n".join("X" * lines), pixels, width, strong=strong)
        is_low = measure.height(text, pixels, width, strong=strong) <= allowed
        if is_low and measure.widest(text, pixels, float("inf"), strong=strong) <= width:
            return pixels, lines
    return None


def _is_whole(words: Words, measure: Measure) -> bool:
    return measure.height(words.text, words.pixels, words.width, strong=words.strong) <= words.height
