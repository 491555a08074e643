"""How large words become, measured as they are painted and remembered."""

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from forumtool.ui.parts.wrapping import LEADING, Wrapped, lines_within
from forumtool.ui.theme.style import body_font

ALL = 10_000  # lines; more than any text has
_SHORT = 13  # a word of so many letters fits every column, even in capitals
_CHUNK = 3_000  # letters; more than this of one text is never on one page
_WITHIN = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")
_SOME, _MANY = 600, 20_000


@lru_cache(maxsize=_SOME)
def wrapped(text: str, pixels: int, strong: bool, width: int, lines: int = ALL) -> Wrapped:
    """Return words broken into lines, remembered because what was measured is painted next, and again and again."""
    return Wrapped(text, _font(pixels, strong), width, lines=lines)


def fitting(text: str, pixels: int, strong: bool, width: int, lines: int) -> Wrapped:
    """Return words broken into at most so many lines."""
    whole = wrapped(text, pixels, strong, width)
    return whole if whole.count <= lines else wrapped(text, pixels, strong, width, lines)


class QtMeasure:
    """Measures words as they are painted."""

    def height(self, text: str, pixels: int, width: float, *, strong: bool = False, lines: int = ALL) -> float:
        count, height = _measured(text, pixels, strong, int(width))
        return height if count <= lines else wrapped(text, pixels, strong, int(width), lines).height

    def advance(self, text: str, pixels: int, *, strong: bool = False) -> float:
        return QFontMetricsF(_font(pixels, strong)).horizontalAdvance(text)

    def lines(self, pixels: int, height: float, *, strong: bool = False) -> int:
        return lines_within(_font(pixels, strong), height)

    def parts(self, text: str, pixels: int, width: float, height: float, *, strong: bool = False) -> Sequence[str]:
        if len(text) <= _CHUNK and _measured(text, pixels, strong, int(width))[1] <= height:
            return (text,)
        found: list[str] = []
        for chunk in _chunks(text):
            found += _parts(chunk, pixels, strong, int(width), height)
        return found or (text,)

    def widest(self, text: str, pixels: int, most: float, *, strong: bool = False) -> float:
        words = {word for word in text.split() if len(word) > _SHORT}
        wide = (_wide(word, pixels, strong) for word in words)
        return max((found for found in wide if found <= most), default=0.0)


@lru_cache(maxsize=_SOME)
def _font(pixels: int, strong: bool) -> QFont:
    return body_font(pixels, strong=strong)


@lru_cache(maxsize=_MANY)
def _measured(text: str, pixels: int, strong: bool, width: int) -> tuple[int, float]:
    found = wrapped(text, pixels, strong, width)
    return found.count, found.height


def _parts(text: str, pixels: int, strong: bool, width: int, height: float) -> Sequence[str]:
    """Cut a text between lines. Qt may break the last line of a text a little earlier: then parts are a line lower."""
    whole = Wrapped(text, _font(pixels, strong), width)
    found = whole.parts(height)
    if all(_measured(part, pixels, strong, width)[1] <= height for part in found):
        return found
    return whole.parts(height - round(whole.line_height * LEADING))


@lru_cache(maxsize=_MANY)
def _wide(word: str, pixels: int, strong: bool) -> float:
    """The width of the widest part of a word that stays on one line."""
    metrics = QFontMetricsF(_font(pixels, strong))
    return max(metrics.horizontalAdvance(part) for part in _WITHIN.split(word))


def _chunks(text: str) -> list[str]:
    """Cut a very long text between words, so that none of its parts is too long to be laid out."""
    found = []
    while len(text) > _CHUNK:
        at = text.rfind(" ", 0, _CHUNK)
        at = _CHUNK if at <= 0 else at
        found.append(text[:at])
        text = text[at:].lstrip()
    return [*found, text] if text else found
