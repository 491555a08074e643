"""Cells of a workbook with a formula that no program has calculated yet: what they would say is not known."""

import re

from forumtool.imports.merged import column_place

_WITHOUT_RESULT = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)"
)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_EMPTY_TEXT = b't="str"'  # a formula whose result is a text may well have an empty one


def not_calculated(part: bytes) -> frozenset[tuple[int, int]]:
    """Return line and place (from 0) of such cells, from the XML of a sheet (``c``, ECMA-376 part 1, 18.3.1.4).

    Programs that write a formula without calculating it leave its value out; openpyxl reads that as an empty cell.
    """
    found = set()
    for cell in _WITHOUT_RESULT.finditer(part):
        at = _REFERENCE.search(cell[1])
        if at is not None and _EMPTY_TEXT not in cell[1]:
            found.add((int(at[2]), column_place(at[1])))
    return frozenset(found)
