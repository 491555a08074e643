"""How wide the columns of a table are: as the document says, a little more where a word would break.

Nobody here knows the font that a reader has. The letters are measured as those of Noto Sans, a wide one, which
LibreOffice takes where Calibri is not there; with a narrower one there is room to spare.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from forumtool.exports.blocks import TEXT_WIDTH, Column, Table

_CELL, _HEAD = 9.5, 9.7  # points; letters of a head are bold, which is as wide as a bigger size
_CM_PER_POINT = 2.54 / 72
_SIDES = 0.33  # centimetres left and right of the words
_MOST = 0.3  # of the table; a word that needs more may break
_LEAST = 0.8  # centimetres that an empty column keeps
_LOOKED_AT = 400  # rows; further down are seldom other words in a narrow column
_WORD = re.compile(r"[^\s\-–/]+[\-–/]?")
_WIDE = 0.95  # letters of other scripts
_LETTERS = {
    letter: width
    for width, letters in (
        (0.27, "ijlJ.,:;·'!|"), (0.33, "()-fI[]"), (0.38, "t/r„“”"), (0.48, "zcs–"), (0.53, "FLvyxk*"),
        (0.57, "aeETSYZäXß0123456789"), (0.61, "oPVbdgpqöé"), (0.64, "hnuKRüCAÄB"), (0.74, "DGUÜH&"), (0.78, "NOQÖw"),
    )
    for letter in letters
}  # fmt: skip
"""Widths in parts of the size of the font, rounded up."""


def widths(table: Table, whole: float = TEXT_WIDTH) -> list[float]:
    """Return the widths of the columns in centimetres; they fill the whole exactly.

    What a column needs beyond its share for its head and its longest word comes from those that have more than they
    need. A word of more than three tenths of the table is not made room for.
    """
    given = _given(table.columns, whole)
    needed = [min(_needed(table, at, width, whole * _MOST), whole * _MOST) for at, width in enumerate(given)]
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, given, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needed, given, strict=True))
    if not lacking or not spare:
        return given
    moved = min(lacking, spare)
    return [
        width + (need - width) * (moved / lacking if need > width else moved / spare)
        for need, width in zip(needed, given, strict=True)
    ]


def _given(columns: Sequence[Column], whole: float) -> list[float]:
    """The widths as the document says them; columns without one share what is left."""
    fixed = sum(column.width for column in columns)
    open_columns = [column for column in columns if not column.width]
    if not open_columns:
        return [column.width * whole / fixed for column in columns]
    share = (whole - fixed) / len(open_columns)
    return [column.width or share for column in columns]


def _needed(table: Table, at: int, given: float, most: float) -> float:
    """The width at which no word of a column breaks; one of ``most`` has room for every word that counts."""
    head = max(_longest(table.columns[at].title, _HEAD, most), min(given, _LEAST))
    if given >= most:
        return head
    texts = {row[at] for row in islice(table.rows, _LOOKED_AT)}
    return max((head, *(_longest(text, _CELL, most) for text in texts)))


@lru_cache(maxsize=4096)
def _longest(text: str, size: float, most: float) -> float:
    return max((width for width in _measured(text, size) if width <= most), default=0.0)


def _measured(text: str, size: float) -> Iterator[float]:
    for word in _WORD.findall(text):
        yield sum(_LETTERS.get(letter, _WIDE) for letter in word) * size * _CM_PER_POINT + _SIDES
