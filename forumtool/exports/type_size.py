"""The size of type at which words fit a field, without a typeface at hand: estimated widths, never too narrow.

The widths are those of the widest of Inter Semibold, Noto Sans Bold and Arial Bold, in hundredths of the size; Calibri,
which Word takes, is narrower.
"""

import math
import re
import unicodedata
from collections.abc import Sequence

from forumtool.exports.papers import LINE_HEIGHT, Words

POINTS_PER_MM = 72 / 25.4
_HUNDREDTHS = {
    28: " '", 31: ",.ijl", 34: "!:;", 40: "If()[]{}", 44: "/\\t", 48: '-"r', 55: "*|`_J", 58: "cvxyzs", 61: "?FLae^",
    64: "kobdgpq", 67: "#$0123456789EPSTZhnu", 70: "+<=>~X", 75: "ABCDKRVY&", 78: "UHG", 83: "OQN", 90: "w%",
    101: "Mm@W",
}  # fmt: skip
_WIDTHS = {sign: hundredths / 100 for hundredths, signs in _HUNDREDTHS.items() for sign in signs}
_SCRIPTS = (("\u0590", "\u06ff", 0.66), ("\u0370", "\u03ff", 0.72), ("\u0400", "\u052f", 0.8))
_WIDE, _OTHER = 1.05, 0.85
_SHRINK = 0.96
_LEAST, _READABLE = 7.0, 0.3  # points, and of the size wished for: below, a word without end is broken instead
_HYPHENS = re.compile(r"(?<=[-‐–/])(?=.)")


def width_of(text: str) -> float:
    """Return the estimated width of a text as a multiple of its size."""
    return sum(map(_width, unicodedata.normalize("NFD", text)))


def _width(sign: str) -> float:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    return next((width for first, last, width in _SCRIPTS if first <= sign <= last), _OTHER)


def line_count(text: str, size: float, width: float) -> int:
    """Return how many lines of a width (in points) a text takes; it wraps between words and within one too long."""
    return sum(_lines(paragraph, width / size) for paragraph in text.split("\n"))


def _lines(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split():
        for at, piece in enumerate(_pieces(word)):
            needed, space = width_of(piece), _WIDTHS[" "] if used and not at else 0.0
            if used and used + space + needed > room:
                lines, used, space = lines + 1, 0.0, 0.0
            used += space + needed
            while used > room:  # each line of a broken word may end one sign early
                lines, used = lines + 1, max(used - room + 1, 0.0) if room > 2 else 0.0  # noqa: PLR2004
    return lines


def _pieces(word: str) -> list[str]:
    """The parts between which a line may end: behind a hyphen."""
    return _HYPHENS.split(word)


def fitted(words: Sequence[Words], width: float, height: float) -> tuple[Words, ...]:
    """Return the words in the largest sizes up to theirs at which all of them fit a field (in millimetres).

    Words are made smaller so that the longest stands on one line, unless it has no end: then it is broken. For the
    height, the largest give way first. Nothing is ever left out.
    """
    room, high = width * POINTS_PER_MM, height * POINTS_PER_MM
    shown = [one for one in words if one.text]
    sizes = [_unbroken(one, room) for one in shown]
    while shown and _height(shown, sizes, room) > high:
        largest = max(range(len(sizes)), key=sizes.__getitem__)
        sizes[largest] *= _SHRINK
    return tuple(
        one._replace(size=math.floor(size * 10) / 10, after=_after(one, size))
        for one, size in zip(shown, sizes, strict=True)
    )


def _unbroken(words: Words, room: float) -> float:
    """The largest size up to the one wished at which no word is wider than a line; the wish, if that cannot be read."""
    widest = max((width_of(piece) for word in words.text.split() for piece in _pieces(word)), default=0.0)
    size = min(words.size, room / widest if widest else words.size)
    return size if size >= max(_LEAST, words.size * _READABLE) else words.size


def _height(words: Sequence[Words], sizes: Sequence[float], room: float) -> float:
    pairs = list(zip(words, sizes, strict=True))
    lines = sum(line_count(one.text, size, room) * size for one, size in pairs)
    return lines * LINE_HEIGHT + sum(_after(one, size) for one, size in pairs[:-1])


def _after(words: Words, size: float) -> float:
    return words.after * size / words.size
