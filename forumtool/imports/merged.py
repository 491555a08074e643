"""Cells of a workbook that were merged over several rows: what stands in the first is meant in all of them."""

import re
from collections import defaultdict
from typing import NamedTuple

_REFERENCE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})"')
_AT_MOST = 100_000


class _Range(NamedTuple):
    column: int
    last: int


class Merged:
    """The merged ranges of a sheet; rows are asked for from top to bottom."""

    def __init__(self, ranges: dict[int, list[_Range]]) -> None:
        self._begin = ranges
        self._open: dict[int, tuple[int, str]] = {}

    def fill(self, number: int, cells: list[str]) -> list[str]:
        """Return the cells of a row with what is meant from above; a row without a word of its own stays blank."""
        for column, last in self._begin.get(number, ()):
            if column < len(cells):
                self._open[column] = last, cells[column]
        if self._open and any(cells):
            self._open = {column: one for column, one in self._open.items() if one[0] >= number}
            for column, (_last, text) in self._open.items():
                cells += [""] * (column + 1 - len(cells))
                cells[column] = cells[column] or text
        return cells


def merged_cells(part: bytes) -> Merged:
    """Return the ranges that span several rows, from the XML of a sheet (``mergeCells``, ECMA-376 part 1, 18.3.1.55).

    openpyxl does not tell them while it reads row by row.
    """
    ranges: dict[int, list[_Range]] = defaultdict(list)
    for at, found in enumerate(_REFERENCE.finditer(part)):
        first, last = int(found[2]), int(found[3])
        if last > first and at < _AT_MOST:
            ranges[first].append(_Range(column_place(found[1]), last))
    return Merged(dict(ranges))


def column_place(letters: bytes) -> int:
    """Return the place of a column by its letters: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
