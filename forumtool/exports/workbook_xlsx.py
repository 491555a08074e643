"""The lists as an Excel workbook: one table to a sheet, ready to filter, to decide in and to print."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from forumtool.domain.report import Report
from forumtool.exports.package_parts import save_with_parts
from forumtool.exports.safe_text import SafeText
from forumtool.exports.sheets import Field, Sheet, Value, legend, sheets
from forumtool.exports.words import LOCALES, NAMES, word
from forumtool.exports.xlsx_rows import Rows, column_widths
from forumtool.exports.xlsx_styles import Styles
from forumtool.i18n import Catalogue

_A4 = 9
_CHARACTERS_TO_A_PAGE = 250  # A4 across at about 60 %, the smallest print that can be read
_HEADER_LENGTH = 100
_TITLE_LENGTH = 200
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')
_EMPTY = b"<sheetData></sheetData>", b"<sheetData />", b"<sheetData/>"


def write(report: Report, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write the workbook and return a sentence for everything that could not stand in it as it was typed."""
    safe = SafeText(say)
    book = Workbook()
    writer = _Writer(book, safe, report, say)
    lists = sheets(report, say)
    rows = [writer.write(sheet) for sheet in lists]
    rows.append(writer.write(legend(report, lists, safe.notes(), say)))
    _properties(book, report, say, safe)
    frame = BytesIO()
    book.save(frame)
    extents = [next(iter(page.tables.values())).ref for page in book.worksheets]
    named = {
        f"xl/worksheets/sheet{at}.xml": (xml.encode(), extent)
        for at, (xml, extent) in enumerate(zip(rows, extents, strict=True), 1)
    }
    save_with_parts(frame, stream, lambda name, part: _with_rows(part, *named[name]) if name in named else part)
    return safe.notes()


def _with_rows(part: bytes, rows: bytes, extent: str) -> bytes:
    """Put the rows in, and their extent, which some readers believe."""
    empty = next(mark for mark in _EMPTY if mark in part)
    return _DIMENSION.sub(b'<dimension ref="' + extent.encode() + b'"', part, count=1).replace(empty, rows, 1)


class _Writer:
    """Makes the frame of each sheet with openpyxl and its rows as text."""

    def __init__(self, book: Workbook, safe: SafeText, report: Report, say: Catalogue) -> None:
        self._book = book
        self._styles = Styles(book)
        self._safe = safe
        self._report = report
        self._say = say

    def write(self, sheet: Sheet) -> str:
        """Add a sheet and return its rows; without any it keeps one empty row, as Excel takes no table without."""
        page = self._book.create_sheet(sheet.title)
        heads = self._heads(sheet.fields)
        values: Sequence[Sequence[Value]] = sheet.rows or [("",) * len(heads)]
        widths = column_widths(heads, values)
        self._lay_out(page, widths)
        rows = Rows(self._styles, self._safe, widths)
        rows.head(heads)
        for at, row in enumerate(values, 2):
            rows.row(at, row, f"{sheet.title} {row[0]}".strip())
        _add_table(page, sheet.name, heads, len(values))
        for at, field in enumerate(sheet.fields, 1):
            if field.choices:
                self._add_drop_down(page, at, field, len(values))
        return rows.xml()

    def _heads(self, fields: Sequence[Field]) -> list[str]:
        """The titles of the columns: in one line, none empty and none twice, as a table demands."""
        found: list[str] = []
        taken: set[str] = set()
        for field in fields:
            title = self._safe.cell(self._safe.line(field.title)[:_TITLE_LENGTH]) or "–"
            name, again = title, 2
            while name.casefold() in taken:
                name, again = f"{title} ({again})", again + 1
            taken.add(name.casefold())
            found.append(name)
        return found

    def _lay_out(self, page: Any, widths: Sequence[float]) -> None:
        for at, width in enumerate(widths, 1):
            page.column_dimensions[get_column_letter(at)].width = width
        page.freeze_panes = "B2"
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = _A4
        page.page_setup.fitToWidth = ceil(sum(widths) / _CHARACTERS_TO_A_PAGE)
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.print_title_rows = "1:1"
        page.print_title_cols = "A:A"
        margins = page.page_margins
        margins.left = margins.right = 0.5
        margins.top = margins.bottom = 0.75
        page.oddHeader.left.text = self._safe.line(self._report.title)[:_HEADER_LENGTH].replace("&", "&&")
        page.oddHeader.right.text = page.title
        page.oddFooter.left.text = word(NAMES, self._report.names, self._say)
        page.oddFooter.right.text = self._say("Seite {page} von {pages}", page="&P", pages="&N")

    def _add_drop_down(self, page: Any, at: int, field: Field, rows: int) -> None:
        letter = get_column_letter(at)
        listed = DataValidation(
            type="list",
            formula1=f'"{",".join(field.choices)}"',
            allow_blank=True,
            showErrorMessage=True,
            error=self._say("Bitte ein Wort aus der Liste wählen."),
        )
        listed.add(f"{letter}2:{letter}{rows + 1}")
        page.add_data_validation(listed)


def _add_table(page: Any, name: str, heads: Sequence[str], rows: int) -> None:
    table = Table(displayName=name, ref=f"A1:{get_column_letter(len(heads))}{rows + 1}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()
    table.tableColumns = [TableColumn(id=at, name=head) for at, head in enumerate(heads, 1)]
    page.add_table(table)


def _properties(book: Workbook, report: Report, say: Catalogue, safe: SafeText) -> None:
    """Say in the file what it is; the author is the host, never a person."""
    properties = book.properties
    properties.title = safe.line(say("Listen {title}", title=report.title))
    properties.subject = safe.line(report.process.title)
    properties.creator = properties.lastModifiedBy = safe.line(report.process.host)
    properties.language = LOCALES[say.language]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
