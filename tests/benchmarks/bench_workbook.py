"""How long a workbook of 5,000 and 20,000 proposals takes and how much memory, beside two libraries on the same rows.

Run by hand: ``python -m tests.benchmarks.bench_workbook [RUNS]``. XlsxWriter and openpyxl write the same sheets, values
and cell styles, widths, filters and frozen heads, but no rules, no charts and no heights. Each run has a process of its
own; the seconds begin when the report is there and all is imported, the memory is the most that the process ever held
(``ru_maxrss``), the report included.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from forumtool.domain.report import Report
from forumtool.exports import workbook_xlsx
from forumtool.exports.sheets.every import sheets
from forumtool.exports.sheets.sheet import Sheet, Value
from forumtool.exports.xlsx_rows import column_widths
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from tests.benchmarks.bench_exports import fill
from tests.builders import example

SIZES = (5_000, 20_000)


def main(runs: int) -> None:
    """Print medians of seconds and memory for each writer and size, and how the time grows."""
    for name in WRITERS:
        found = {size: _measure(name, size, runs) for size in SIZES}
        few, many = (found[size] for size in SIZES)
        print(f"{name:12} 20,000 proposals take {many / few:.1f} times as long as 5,000")


def _measure(name: str, size: int, runs: int) -> float:
    program = [sys.executable, "-m", __spec__.name, name, str(size)]
    told = [json.loads(subprocess.run(program, check=True, capture_output=True).stdout) for _ in range(runs)]
    seconds, processor, memory = (statistics.median(values) for values in zip(*told, strict=True))
    print(f"{name:12} {size:6,} proposals: {seconds:6.2f} s ({processor:6.2f} s of the processor), {memory:4.0f} MiB")
    return processor


def run(name: str, size: int) -> None:
    """Write one workbook and print seconds, seconds of the processor, and MiB as JSON."""
    import resource

    report = _report(size)
    with tempfile.TemporaryDirectory() as folder:
        began, worked = time.perf_counter(), time.process_time()
        WRITERS[name](report, Path(folder) / "listen.xlsx")
        took = time.perf_counter() - began, time.process_time() - worked
    print(json.dumps([*took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def _report(size: int) -> Report:
    """A report of 500 proposals, which then stand in it again and again, each time with other numbers and texts."""
    with tempfile.TemporaryDirectory() as folder, ForumFile.open(example(Path(folder))) as file:
        fill(file, 500)
        report = reporting.build(file, forum_id=None)
    cards = report.proposals
    many = [
        cards[at % len(cards)]._replace(id=str(at), number=f"A-{at}", text=f"{at} {cards[at % len(cards)].text}")
        for at in range(size)
    ]
    return report._replace(proposals=tuple(many))


def _ours(report: Report, path: Path) -> None:
    with path.open("wb") as stream:
        workbook_xlsx.write(report, stream, catalogue("de"))


def _by_xlsxwriter(report: Report, path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    plain = {"font_name": "Calibri", "font_size": 10, "bottom": 7, "text_wrap": True, "valign": "top"}
    text, number, day, head = (
        book.add_format(plain | more)
        for more in (
            {"num_format": "@"},
            {"num_format": "#,##0"},
            {"num_format": 14},
            {"bold": True, "bg_color": "#E9F1F0"},
        )
    )
    for sheet in sheets(report, catalogue("de")):
        page = book.add_worksheet(sheet.title)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)
        for at, width in enumerate(_widths(sheet)):
            page.set_column(at, at, width)
        page.write_row(0, 0, _titles(sheet), head)
        for row, values in enumerate(sheet.rows, 1):
            for column, value in enumerate(values):
                if value is None or value == "":
                    page.write_blank(row, column, None, text)
                elif isinstance(value, str):
                    page.write_string(row, column, value, text)
                elif isinstance(value, date):
                    page.write_datetime(row, column, value, day)
                else:
                    page.write_number(row, column, value, number)
    book.close()


def _by_openpyxl(report: Report, path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    font, bold, ground = Font(name="Calibri", size=10), Font(name="Calibri", size=10, bold=True), PatternFill("solid", fgColor="E9F1F0")  # fmt: skip  # noqa: E501
    line, wrapped = Border(bottom=Side(style="hair")), Alignment(vertical="top", wrap_text=True)
    for sheet in sheets(report, catalogue("de")):
        page: Any = book.create_sheet(sheet.title)
        page.freeze_panes = "B2"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.fields))}{len(sheet.rows) + 1}"
        for at, width in enumerate(_widths(sheet), 1):
            page.column_dimensions[get_column_letter(at)].width = width
        rows: Sequence[Sequence[Value]] = [_titles(sheet), *sheet.rows]
        for row, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                cell = page.cell(row, column, value)
                cell.font, cell.border, cell.alignment = (font if row > 1 else bold), line, wrapped
                if row == 1:
                    cell.fill = ground
                else:
                    cell.number_format = {str: "@", int: "#,##0", date: "mm-dd-yy"}.get(type(value), "@")
    book.save(path)


def _titles(sheet: Sheet) -> list[str]:
    return [field.title for field in sheet.fields]


def _widths(sheet: Sheet) -> list[float]:
    return column_widths(sheet.fields, _titles(sheet), sheet.rows)


WRITERS: dict[str, Callable[[Report, Path], None]] = {
    "forumtool": _ours, "XlsxWriter": _by_xlsxwriter, "openpyxl": _by_openpyxl,
}  # fmt: skip

if __name__ == "__main__":
    if len(sys.argv) > 2:
        run(sys.argv[1], int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
