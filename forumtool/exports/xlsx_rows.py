"""Rows of a sheet as SpreadsheetML text (ECMA-376 part 1, 18.3.1): all words as inline strings, never a formula."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from forumtool.exports.safe_text import SafeText, looks_like_formula
from forumtool.exports.sheets import Value
from forumtool.exports.xlsx_styles import Styles

_NARROWEST, _WIDEST = 7, 44
_FIT = 1.05  # so many characters of running text stand in a width of one
_LINE_HEIGHT, _HIGHEST = 13.0, 400.0


class Rows:
    """Writes the rows of one sheet. A text that Excel could not hold is changed and noted by ``safe``."""

    def __init__(self, styles: Styles, safe: SafeText, widths: Sequence[float]) -> None:
        self._styles = styles
        self._safe = safe
        self._widths = widths
        self._letters = [get_column_letter(at) for at in range(1, len(widths) + 1)]
        self._parts: list[str] = []

    def head(self, titles: Sequence[str]) -> None:
        """Write the first row; the titles are safe already."""
        cells = (
            _text(f"{letter}1", self._styles.head, title) for letter, title in zip(self._letters, titles, strict=True)
        )
        self._parts.append(f'<row r="1">{"".join(cells)}</row>')

    def row(self, at: int, values: Sequence[Value], where: str) -> None:
        """Write a row at its place, counted from 1; ``where`` names it in notes."""
        cells = [self._cell(f"{letter}{at}", value, where) for letter, value in zip(self._letters, values, strict=True)]
        height = _height(values, self._widths)
        fitting = f' ht="{height:g}"' if height else ""
        self._parts.append(f'<row r="{at}"{fitting}>{"".join(cells)}</row>')

    def xml(self) -> str:
        """Return the whole ``sheetData``."""
        return f"<sheetData>{''.join(self._parts)}</sheetData>"

    def _cell(self, place: str, value: Value, where: str) -> str:
        if value is None or value == "":
            return f'<c r="{place}" s="{self._styles.text}"/>'
        if isinstance(value, str):
            style = self._styles.typed if looks_like_formula(value) else self._styles.text
            text = self._safe.cell(value, where)
            return _text(place, style, text)
        if isinstance(value, date):
            return f'<c r="{place}" s="{self._styles.date}"><v>{to_excel(value):g}</v></c>'
        return f'<c r="{place}" s="{self._styles.number}"><v>{value}</v></c>'


def _text(place: str, style: int, text: str) -> str:
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def column_widths(heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[float]:
    """Return widths for the longest lines, within limits, in characters of the standard font."""
    found = []
    for at, head in enumerate(heads):
        longest = max((_longest_line(row[at]) for row in rows), default=0)
        found.append(float(min(max(longest + 2, len(head) + 4, _NARROWEST), _WIDEST)))
    return found


def _longest_line(value: Value) -> int:
    if isinstance(value, str):
        return max(map(len, value.split("\n"))) if "\n" in value else len(value)
    return 10 if isinstance(value, date) else 4


def _height(row: Sequence[Value], widths: Sequence[float]) -> float:
    """The height for wrapped text in points, 0 for one line: LibreOffice does not find it by itself."""
    lines = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str) and (len(value) >= width - 1 or "\n" in value):
            lines = max(lines, sum(ceil((len(line) + 1) / (width * _FIT)) for line in value.split("\n")))
    return min(lines * _LINE_HEIGHT + 3, _HIGHEST) if lines > 1 else 0
