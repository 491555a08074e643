"""The lists as an Excel workbook: one table to a sheet, ready to filter, to decide in and to print."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from forumtool.domain.report import Report
from forumtool.domain.stopping import breathing
from forumtool.exports.decision_columns import STAND
from forumtool.exports.package_parts import save_with_parts
from forumtool.exports.safe_text import SafeText
from forumtool.exports.sheets.every import sheets
from forumtool.exports.sheets.figures import figures
from forumtool.exports.sheets.legend import legend
from forumtool.exports.sheets.long_texts import long_texts
from forumtool.exports.sheets.sheet import Chart, Field, Figure, Sheet, Value
from forumtool.exports.sheets.shown import as_shown, is_filled_in
from forumtool.exports.words import LOCALES
from forumtool.exports.xlsx_charts import Source, add_chart
from forumtool.exports.xlsx_choices import Choices
from forumtool.exports.xlsx_figures import write_figures
from forumtool.exports.xlsx_page import lay_out_list, print_across
from forumtool.exports.xlsx_parts import Parts
from forumtool.exports.xlsx_rows import Rows, column_widths
from forumtool.exports.xlsx_rules import Rules
from forumtool.exports.xlsx_styles import Styles
from forumtool.i18n import Catalogue

_TITLE_LENGTH = 200


def write(
    report: Report,
    stream: BinaryIO,
    say: Catalogue,
    chosen: Sequence[Sheet] | None = None,
    drawn: Sequence[Figure] = (),
) -> list[str]:
    """Write the workbook and return a sentence for everything that could not stand in it as it was typed.

    It has all lists and the figures of the report, or only the ``chosen`` lists with what is ``drawn``.
    """
    safe = SafeText(say)
    writer = _Writer(safe, report, say)
    lists = [as_shown(sheet, report) for sheet in (sheets(report, say) if chosen is None else chosen)]
    drawn = figures(report, say) if chosen is None else drawn
    for sheet in lists:
        writer.write(sheet)
    if drawn:
        writer.draw(drawn)
    if safe.long_texts:
        lists.append(long_texts(safe.long_texts, say))
        writer.write(lists[-1])
    writer.write(legend(report, lists, safe.notes(), say))
    writer.save(stream)
    return safe.notes()


class _Writer:
    """Makes the frame of each sheet with openpyxl and its rows as text."""

    def __init__(self, safe: SafeText, report: Report, say: Catalogue) -> None:
        self._book = Workbook()
        self._styles = Styles(self._book)
        self._choices = Choices(self._book, safe, say)
        self._parts = Parts(safe)
        self._safe = safe
        self._report = report
        self._say = say

    def write(self, sheet: Sheet) -> None:
        """Add a sheet; without any row it keeps an empty one, as Excel takes no table without."""
        page: Any = self._page(sheet.title)
        heads = self._heads(sheet.fields)
        values: Sequence[Sequence[Value]] = sheet.rows or [("",) * len(heads)]
        widths = column_widths(sheet.fields, heads, values)
        lay_out_list(page, widths)
        rows = Rows(self._styles, self._safe, sheet.fields, widths)
        rows.head(heads)
        for at, row in enumerate(breathing(values), 2):
            rows.row(at, row, f"{sheet.title} {row[0]}".strip())
        _add_table(page, sheet.name, heads, len(values))
        Rules(page, len(values), self._choices, self._say).add(sheet)
        if sheet.chart:
            self._add_chart(page, sheet.chart, len(values))
        extent = next(iter(page.tables.values())).ref
        self._parts.add(rows.xml(), extent, [sheet.chart.figure] if sheet.chart else [])

    def draw(self, drawn: Sequence[Figure]) -> None:
        """Add the sheet of figures."""
        page = self._page(self._say("Diagramme"))
        self._parts.add(write_figures(page, drawn, self._styles, self._safe), "A1", drawn)

    def save(self, stream: BinaryIO) -> None:
        """Write the workbook to the stream."""
        self._choices.write()
        self._set_properties()
        frame = BytesIO()
        self._book.save(frame)
        save_with_parts(frame, stream, self._parts.completed)

    def _page(self, title: str) -> Any:
        page = self._book.create_sheet(title)
        print_across(page, self._report, self._safe, self._say)
        return page

    def _heads(self, fields: Sequence[Field]) -> list[str]:
        """The titles of the columns: in one line, none empty and none twice, as a table demands.

        Columns to decide in keep their titles whatever the others are called, as they are read back by them.
        """
        found: dict[int, str] = {}
        taken: set[str] = set()
        for at in sorted(range(len(fields)), key=lambda at: not fields[at].asked):
            title = self._safe.cell(self._safe.line(fields[at].title)[:_TITLE_LENGTH]) or "–"
            name, again = title, 2
            while name.casefold() in taken:
                name, again = f"{title} ({again})", again + 1
            taken.add(name.casefold())
            found[at] = name
        return [found[at] for at in range(len(fields))]

    def _add_chart(self, page: Any, chart: Chart, rows: int) -> None:
        source = Source(page, 1, 2, chart.names + 1, chart.values.start + 1)
        add_chart(chart.figure, source, f"A{rows + 4}", self._safe)

    def _set_properties(self) -> None:
        """Say what the file is, of the host, no person, and if it is to come back which step was the last."""
        properties, safe = self._book.properties, self._safe
        properties.title = safe.line(self._say("Listen {title}", title=self._report.title))
        properties.subject = safe.line(self._report.process.title)
        properties.creator = properties.lastModifiedBy = safe.line(self._report.process.host)
        properties.language = LOCALES[self._say.language]
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        if is_filled_in(self._report):
            self._book.custom_doc_props.append(StringProperty(name=STAND, value=self._report.stand))


def _add_table(page: Any, name: str, heads: Sequence[str], rows: int) -> None:
    table = Table(displayName=name, ref=f"A1:{get_column_letter(len(heads))}{rows + 1}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()
    table.tableColumns = [TableColumn(id=at, name=head) for at, head in enumerate(heads, 1)]
    page.add_table(table)
