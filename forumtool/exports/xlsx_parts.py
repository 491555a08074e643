"""What openpyxl cannot write, put into the parts of a workbook that it has made: rows as text, words for charts."""

import re
from collections.abc import Sequence

from forumtool.exports.safe_text import SafeText
from forumtool.exports.sheets.sheet import Figure
from forumtool.exports.xlsx_charts import described

_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')
_EMPTY = b"<sheetData></sheetData>", b"<sheetData />", b"<sheetData/>"
_AFTER = re.compile(rb"<(?:drawing|tableParts)\b")  # what stands behind ignoredErrors, ECMA-376 part 1, 18.3.1.99


class Parts:
    """The parts of one workbook that are completed, by the order in which the sheets were added."""

    def __init__(self, safe: SafeText) -> None:
        self._safe = safe
        self._sheets: dict[str, tuple[bytes, str]] = {}
        self._drawings: dict[str, Sequence[Figure]] = {}

    def add(self, rows: bytes, extent: str, figures: Sequence[Figure]) -> None:
        """Remember the rows of the next sheet, the cells they fill, and the figures on it."""
        self._sheets[f"xl/worksheets/sheet{len(self._sheets) + 1}.xml"] = rows, extent
        if figures:
            self._drawings[f"xl/drawings/drawing{len(self._drawings) + 1}.xml"] = figures

    def completed(self, name: str, part: bytes) -> bytes:
        """Return a part with what belongs into it."""
        if name in self._sheets:
            return _with_rows(part, *self._sheets.pop(name))
        if name in self._drawings:
            return described(part, self._drawings[name], self._safe)
        return part


def _with_rows(part: bytes, rows: bytes, extent: str) -> bytes:
    """Put the rows in, and their extent, which some readers believe; numbers that are words get no warning."""
    ref = extent.encode()
    quiet = b'<ignoredErrors><ignoredError sqref="%b" numberStoredAsText="1"/></ignoredErrors>' % ref
    part = _DIMENSION.sub(b'<dimension ref="' + ref + b'"', part, count=1)
    part = _AFTER.sub(lambda found: quiet + found[0], part, count=1)
    before, after = part.split(next(mark for mark in _EMPTY if mark in part), 1)
    return b"".join((before, b"<sheetData>", rows, b"</sheetData>", after))
