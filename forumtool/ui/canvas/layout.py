"""From a picture to pages: where everything stands. Pages are never filled by smaller type, and never cut a card."""

from forumtool.domain.report import Ranked
from forumtool.ui.canvas.columns import board_columns, spread
from forumtool.ui.canvas.items import Item, Measure, Page, RankBar, Sizes, Words
from forumtool.ui.canvas.picture import Picture

_TITLES = (52, 44, 36, 28)
_LARGE = (84, 72, 60, 52, 44, 40)


def pages(picture: Picture, sizes: Sizes, measure: Measure) -> list[Page]:
    """Return at least one page."""
    if picture.kind == "pause":
        return [_pause(picture, sizes, measure)]
    if picture.kind == "goal":
        return [_goal(picture, sizes, measure)]
    head, top = _head(picture, sizes, measure)
    if picture.kind == "ranking":
        bodies = _ranking(picture, sizes, measure, top)
    elif picture.kind == "cards":
        bodies = spread(picture.heaps, sizes, measure, top)
    else:
        bodies = board_columns(picture.heaps, sizes, measure, top)
    return [(*head, *body) for body in bodies or [()]]


def _head(picture: Picture, sizes: Sizes, measure: Measure) -> tuple[list[Item], float]:
    """Number and title of the goal; the title in the largest type that stays on one line, else on two."""
    label = sizes.heading
    indent = measure.advance(picture.label, label, strong=True) + sizes.of(30)
    width = max(sizes.of(200), sizes.inside - indent - sizes.timer)
    pixels, lines = _title_size(picture.title, sizes, measure, width)
    height = measure.height(picture.title, pixels, width, strong=True, lines=lines)
    top = sizes.of(56)
    first = measure.height("X", pixels, width, strong=True)
    down = (first - measure.height("X", label, width, strong=True)) * 0.78
    items: list[Item] = [
        Words(sizes.margin, top + down, indent, first, picture.label, label, True, "accent", 1),
        Words(sizes.margin + indent, top, width, height, picture.title, pixels, True, "text", lines),
    ]
    return items, top + max(height, first) + sizes.of(40)


def _title_size(text: str, sizes: Sizes, measure: Measure, width: float) -> tuple[int, int]:
    for lines in (1, 2):
        for units in _TITLES[: 2 if lines == 1 else None]:
            pixels = sizes.pixels(units)
            if measure.height(text, pixels, width, strong=True) <= measure.height(
                "X\n" * (lines - 1) + "X", pixels, width, strong=True
            ):
                return pixels, lines
    return sizes.pixels(_TITLES[-1]), 2


def _pause(picture: Picture, sizes: Sizes, measure: Measure) -> Page:
    title, text = sizes.pixels(52), sizes.pixels(32)
    width = sizes.inside
    y = sizes.of(430)
    high = measure.height(picture.title, title, width, strong=True, lines=3)
    found: list[Item] = [Words(sizes.margin, y, width, high, picture.title, title, True, "text", 3, True)]
    if picture.text:
        y += high + sizes.of(24)
        below = measure.height(picture.text, text, width, lines=4)
        found.append(Words(sizes.margin, y, width, below, picture.text, text, False, "quiet", 4, True))
    return tuple(found)


def _goal(picture: Picture, sizes: Sizes, measure: Measure) -> Page:
    large = picture.text or picture.title
    head: list[Item] = []
    top = sizes.of(160)
    if picture.text:
        head, top = _head(picture, sizes, measure)
    else:
        head = [
            Words(
                sizes.margin,
                sizes.of(56),
                sizes.inside,
                sizes.of(50),
                picture.label,
                sizes.pixels(36),
                True,
                "accent",
                1,
            )
        ]
    width, room = sizes.inside, sizes.bottom - top
    wanted = (sizes.pixels(units) for units in _LARGE)
    pixels = next(
        (size for size in wanted if measure.height(large, size, width, strong=True) <= room), sizes.pixels(28)
    )
    lines = measure.lines(pixels, room)
    high = measure.height(large, pixels, width, strong=True, lines=lines)
    y = top + max(0.0, (room - high) / 2 - sizes.of(30))
    return (*head, Words(sizes.margin, y, width, high, large, pixels, True, "text", lines))


def _ranking(picture: Picture, sizes: Sizes, measure: Measure, top: float) -> list[Page]:
    names = min(sizes.of(560), sizes.inside * 0.36)
    titles = [measure.height(one.title, sizes.heading, names, strong=True, lines=2) for one in picture.ranked]
    heights = [max(title, sizes.of(44)) + sizes.of(30) for title in titles]
    room = sizes.bottom - top
    spare = (room - sum(heights)) / len(heights) if heights else 0.0
    heights = [high + max(0.0, min(sizes.of(36), spare)) for high in heights]
    most = max((one.dots for one in picture.ranked), default=0)
    found: list[list[Item]] = [[]]
    y = top
    for one, title, high in zip(picture.ranked, titles, heights, strict=True):
        if y + high > sizes.bottom and found[-1]:
            found.append([])
            y = top
        found[-1] += _rank(one, most, sizes, measure, (y + high / 2, title, names))
        y += high
    return [tuple(page) for page in found]


def _rank(one: Ranked, most: int, sizes: Sizes, measure: Measure, spot: tuple[float, float, float]) -> list[Item]:
    """One row; ``spot`` is the middle of the row, the height of its heading and the width for headings."""
    middle, title, names = spot
    small, large = sizes.heading, sizes.pixels(40)
    name = sizes.margin + sizes.of(64)
    bar, end = name + names + sizes.of(30), sizes.width - sizes.margin
    count = str(one.dots)
    wide = measure.advance(count, large, strong=True) + 2
    track = max(1.0, end - sizes.of(110) - bar)
    line = {pixels: measure.height("0", pixels, sizes.inside, strong=True) for pixels in (small, large)}
    rank = str(one.rank) if most else "–"
    return [
        Words(sizes.margin, middle - line[small] / 2, sizes.of(64), line[small], rank, small, True, "quiet", 1),
        Words(name, middle - title / 2, names, title, one.title, small, True, "text", 2),
        RankBar(bar, middle - sizes.of(20), track, sizes.of(40), one.dots / most if most else 0.0),
        Words(end - wide, middle - line[large] / 2, wide + 2, line[large], count, large, True, "accent", 1),
    ]
