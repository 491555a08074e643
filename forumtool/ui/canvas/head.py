"""The head of a page: what it is about, and in what room it leaves."""

from forumtool.ui.canvas.items import Item, Measure, Sizes, Words
from forumtool.ui.canvas.picture import Picture

_TITLES = (52, 44, 36, 28)
_SECOND = (44, 34, 28)
_MOST = 0.3  # of the height, for the title and for the line below it


def head(picture: Picture, sizes: Sizes, measure: Measure) -> tuple[tuple[Item, ...], float]:
    """Return label and title, below them the text if the picture has one, and where the rest of the page begins."""
    label = sizes.heading
    indent = min(measure.advance(picture.label, label, strong=True) + sizes.of(30), sizes.inside * 0.4)
    width = max(sizes.of(200), sizes.inside - indent - sizes.timer)
    pixels, lines = _title_size(picture.title, sizes, measure, width)
    height = measure.height(picture.title, pixels, width, strong=True, lines=lines)
    top = sizes.of(56)
    first = measure.height("X", pixels, width, strong=True)
    line = measure.height("X", label, width, strong=True)
    down = (first - line) * 0.78
    items = [
        Words(sizes.margin, top + down, indent, line, picture.label, label, True, "accent", 1),
        Words(sizes.margin + indent, top, width, height, picture.title, pixels, True, "text", lines),
    ]
    end = top + max(height, first)
    if picture.text:
        second = _second(picture, end + sizes.of(16), sizes, measure)
        items.append(second)
        end = second.y + second.height
    return tuple(items), end + sizes.of(40)


def _title_size(text: str, sizes: Sizes, measure: Measure, width: float) -> tuple[int, int]:
    """The largest type in which the title stays on one line, else on two; a very long one takes more."""
    for lines in (1, 2):
        for units in _TITLES[: 2 if lines == 1 else None]:
            pixels = sizes.pixels(units)
            line = measure.height("\n".join("X" * lines), pixels, width, strong=True)
            if measure.height(text, pixels, width, strong=True) <= line:
                return pixels, lines
    pixels = sizes.pixels(_TITLES[-1])
    return pixels, measure.lines(pixels, sizes.height * _MOST, strong=True)


def _second(picture: Picture, y: float, sizes: Sizes, measure: Measure) -> Words:
    """The line below the title: a goal's question, or in strong type what is being read back."""
    text, width, strong = picture.text, sizes.inside, picture.kind == "readback"
    for units in _SECOND if picture.facts else _SECOND[1:]:
        pixels = sizes.pixels(units)
        two_lines = measure.height("X\nX", pixels, width, strong=strong)
        if measure.height(text, pixels, width, strong=strong) <= two_lines:
            break
    lines = measure.lines(pixels, sizes.height * _MOST, strong=strong)
    height = measure.height(text, pixels, width, strong=strong, lines=lines)
    return Words(sizes.margin, y, width, height, text, pixels, strong, "text", lines)
