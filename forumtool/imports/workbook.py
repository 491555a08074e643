"""Rows of an Excel workbook (.xlsx), read with care: it comes from anybody."""

import io
import warnings
import zipfile
from typing import Any, NamedTuple

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import breathe
from forumtool.imports.cells import cell_text
from forumtool.imports.delimited import Rows, trimmed
from forumtool.imports.formulas import not_calculated
from forumtool.imports.merged import merged_cells
from forumtool.imports.packages import main_part
from forumtool.imports.refused import damaged, empty, too_large

CELLS_AT_MOST = 4_000_000
_BLANK_AT_MOST = 1_000


class Sheet(NamedTuple):
    """The rows of a sheet that are not blank, each with its row number, and the numbers of the first blank ones.

    ``unknown`` are line and place (from 0) of the cells that read empty because nobody has calculated their formulas.
    """

    title: str
    rows: Rows
    blank: list[int]
    unknown: frozenset[tuple[int, int]] = frozenset()


def read_workbook(content: bytes, name: str) -> list[Sheet]:
    """Return the sheets with any rows, in the order of the workbook; hidden ones only if there are no others.

    What is written once for several rows of a merged cell stands in each of them. Raises a ``UserError`` for a zip
    that is no workbook, is damaged, or would unpack to more than is sensible.
    """
    main_part(content, name)
    try:
        sheets = _sheets(content, name)
    except UserError:
        raise
    except Exception as error:  # openpyxl answers to damaged parts with errors of twenty kinds
        raise damaged(name) from error
    if not sheets:
        raise empty(name)
    return sheets


def _sheets(content: bytes, name: str) -> list[Sheet]:
    from openpyxl import load_workbook

    shown: list[Sheet] = []
    hidden: list[Sheet] = []
    with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(content)) as parts:
        warnings.simplefilter("ignore")  # about styles and extensions, which a list does not need
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            budget = _Budget(name)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # a stated size may be a million rows of nothing
                read = _read_sheet(sheet, parts.read(sheet._worksheet_path), budget)
                if read.rows:
                    (shown if sheet.sheet_state == "visible" else hidden).append(read)
        finally:
            book.close()
    return shown or hidden


class _Budget:
    def __init__(self, name: str) -> None:
        self._name = name
        self._left = CELLS_AT_MOST

    def spend(self, cells: int) -> None:
        breathe()
        self._left -= cells + 1
        if self._left < 0:
            raise too_large(self._name)


def _read_sheet(sheet: Any, part: bytes, budget: _Budget) -> Sheet:
    found = Sheet(str(sheet.title), [], [], not_calculated(part))
    merged = merged_cells(part)
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        filled = merged.fill(number, [cell_text(value) for value in row])
        budget.spend(max(len(row), len(filled)))
        cells = trimmed(filled)
        if cells:
            found.rows.append((number, cells))
        elif len(found.blank) < _BLANK_AT_MOST:
            found.blank.append(number)
    return found
