"""The quiet picture of a pause. The timer stands above its words, and below them when work goes on."""

from collections.abc import Iterator, Sequence

from forumtool.ui.canvas.items import Item, Measure, Page, Words
from forumtool.ui.canvas.picture import Picture
from forumtool.ui.canvas.sizes import READABLE, Sizes

_TITLES, _TEXTS, _RESUMING = (52, 44, 36, READABLE), (34, READABLE), 44
_TOP, _HIGHEST = 430, 400  # units; above that stands the timer


def quiet(picture: Picture, sizes: Sizes, measure: Measure) -> Iterator[Page]:
    """Yield the pages of a pause: one, unless title and motto are very long. All say when work goes on."""
    last = _line(picture.foot, (_RESUMING, READABLE), True, "accent", sizes, measure)
    room = sizes.bottom - sizes.of(_HIGHEST) - sum(words.height + _before(words, sizes) for words in last)
    told = [
        *_line(picture.title, _TITLES, True, "text", sizes, measure),
        *_line(picture.text, _TEXTS, False, "quiet", sizes, measure),
    ]
    for shown in _shared_out([part for words in told for part in _parts(words, room, measure)], room, sizes):
        yield _page([*shown, *last], sizes)


def _line(text: str, units: Sequence[int], strong: bool, role: str, sizes: Sizes, measure: Measure) -> list[Words]:
    """One text in the largest type in which it takes no more than two lines; nothing for an empty one."""
    for pixels in map(sizes.pixels, units):
        high = measure.height(text, pixels, sizes.inside, strong=strong)
        if high <= measure.height("X\nX", pixels, sizes.inside, strong=strong):
            break
    return [Words(sizes.margin, 0, sizes.inside, high, text, pixels, strong, role, centred=True)] if text else []


def _parts(words: Words, room: float, measure: Measure) -> Iterator[Words]:
    for text in measure.parts(words.text, words.pixels, words.width, room, strong=words.strong):
        high = measure.height(text, words.pixels, words.width, strong=words.strong)
        yield words._replace(text=text, height=high)


def _shared_out(told: Sequence[Words], room: float, sizes: Sizes) -> list[list[Words]]:
    """Words on as few pages as they need, at least one."""
    found: list[list[Words]] = [[]]
    for words in told:
        used = sum(other.height + _before(other, sizes) for other in found[-1])
        if found[-1] and used + words.height > room:
            found.append([])
        found[-1].append(words)
    return found


def _page(shown: Sequence[Words], sizes: Sizes) -> Page:
    """Words below each other, higher up than usual if they need it."""
    whole = sum(words.height + _before(words, sizes) for words in shown)
    y = max(sizes.of(_HIGHEST), min(sizes.of(_TOP), sizes.bottom - whole))
    items: list[Item] = []
    for words in shown:
        y += _before(words, sizes) if items else 0.0
        items.append(words._replace(y=y))
        y += words.height
    return Page(tuple(items))


def _before(words: Words, sizes: Sizes) -> float:
    """How much room there is above words; most above those that say when work goes on."""
    return sizes.of(56 if words.role == "accent" else 24)
