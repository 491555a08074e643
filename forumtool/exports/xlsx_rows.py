"""Rows of a sheet as SpreadsheetML text (ECMA-376 part 1, 18.3.1): all words as inline strings, never a formula."""

from collections.abc import Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from forumtool.domain.languages import starts_right_to_left
from forumtool.domain.stopping import breathe
from forumtool.exports.safe_text import SafeText, looks_like_formula
from forumtool.exports.sheets.sheet import Field, Value
from forumtool.exports.xlsx_styles import ColumnStyles, Styles

_NARROWEST, _WIDEST = 7, 44
_FIT = 1.05  # so many characters of running text stand in a width of one
_LINE_HEIGHT, _HIGHEST = 13.0, 400.0
_TITLE_HEIGHT = 24


class Rows:
    """Writes the rows of one sheet. A text that Excel could not hold is changed and noted by ``safe``."""

    def __init__(self, styles: Styles, safe: SafeText, fields: Sequence[Field], widths: Sequence[float]) -> None:
        self._safe = safe
        self._widths = widths
        self._heads = [styles.asked_head if field.asked else styles.head for field in fields]
        self._columns = [
            (get_column_letter(at), styles.column(field.kind, asked=field.asked)) for at, field in enumerate(fields, 1)
        ]
        self._xml = bytearray()  # at once as bytes: 20,000 rows are some 40 MB

    def head(self, titles: Sequence[str], at: int = 1) -> None:
        """Write the titles of the columns, which are safe already."""
        places = zip(self._columns, self._heads, titles, strict=True)
        cells = "".join(text_cell(f"{letter}{at}", style, title) for (letter, _), style, title in places)
        self._add(at, _fitting(titles, self._widths), cells)

    def row(self, at: int, values: Sequence[Value], where: str) -> None:
        """Write a row at its place, counted from 1; ``where`` names it in notes."""
        cells = [
            self._cell(f"{letter}{at}", styles, value, where)
            for (letter, styles), value in zip(self._columns, values, strict=True)
        ]
        self._add(at, _fitting(values, self._widths), "".join(cells))

    def line(self, at: int, style: int, text: str) -> None:
        """Write a row of one text, as a title above other rows."""
        cell = text_cell(f"A{at}", style, self._safe.cell(self._safe.line(text)))
        self._add(at, f' ht="{_TITLE_HEIGHT}" customHeight="1"', cell)

    def xml(self) -> bytes:
        """Return all rows in UTF-8."""
        return bytes(self._xml)

    def _add(self, at: int, attributes: str, cells: str) -> None:
        self._xml += f'<row r="{at}"{attributes}>{cells}</row>'.encode()

    def _cell(self, place: str, styles: ColumnStyles, value: Value, where: str) -> str:
        if value is None or value == "":
            return f'<c r="{place}" s="{styles.empty}"/>'
        if isinstance(value, str):
            return text_cell(place, _text_style(styles, value), self._safe.cell(value, where))
        if isinstance(value, datetime):
            return f'<c r="{place}" s="{styles.moment}"><v>{to_excel(value):.12g}</v></c>'
        if isinstance(value, date):
            return f'<c r="{place}" s="{styles.date}"><v>{to_excel(value):g}</v></c>'
        return f'<c r="{place}" s="{styles.number}"><v>{value}</v></c>'


def _text_style(styles: ColumnStyles, text: str) -> int:
    typed = looks_like_formula(text)
    if starts_right_to_left(text):
        return styles.right_typed if typed else styles.right
    return styles.typed if typed else styles.text


def text_cell(place: str, style: int, text: str) -> str:
    """Return a cell with a text that is safe already."""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def column_widths(fields: Sequence[Field], heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[float]:
    """Return widths for the longest lines, within limits, in characters of the standard font."""
    found = []
    for at, (field, head) in enumerate(zip(fields, heads, strict=True)):
        breathe()
        longest = max((_longest_line(row[at]) for row in rows), default=0)
        found.append(field.width or float(min(max(longest + 2, len(head) + 4, _NARROWEST), _WIDEST)))
    return found


def _longest_line(value: Value) -> int:
    if isinstance(value, str):
        return max(map(len, value.split("\n"))) if "\n" in value else len(value)
    return 16 if isinstance(value, datetime) else 10 if isinstance(value, date) else 4


def _fitting(row: Sequence[Value], widths: Sequence[float]) -> str:
    """The attribute for the height of wrapped text, nothing for one line: LibreOffice does not find it by itself."""
    lines = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str) and (len(value) >= width - 1 or "\n" in value):
            room = int(width * _FIT) - 1
            lines = max(lines, sum(_wrapped(line, room) for line in value.split("\n")))
    return f' ht="{min(lines * _LINE_HEIGHT + 3, _HIGHEST):g}"' if lines > 1 else ""


def _wrapped(line: str, room: int) -> int:
    """How many lines of so many characters a line takes; words go over whole, only longer ones are broken."""
    if len(line) < room:
        return 1
    lines, left = 1, room
    for word in line.split(" "):
        if len(word) > left:
            lines += 1 if left < room else 0
            lines += len(word) // room
            left = room - len(word) % room
        else:
            left -= len(word)
        left -= 1
    return lines
