"""How the lists look in Excel."""

from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

_FONT = Font(name="Calibri", size=10, color="1D2529")
_HEAD_FONT = Font(name="Calibri", size=10, color="1D2529", bold=True)
_HEAD_GROUND = PatternFill("solid", fgColor="E9F1F0")
_LINE = Border(bottom=Side(style="hair", color="C9D1D1"))
_HEAD_LINE = Border(bottom=Side(style="thin", color="0F6B6B"))
_DATE = "mm-dd-yy"  # number format 14, which every Excel shows as the short date of its own country


class Styles:
    """The numbers of the cell styles of one workbook; ``typed`` is text that must not become a formula when edited."""

    def __init__(self, book: Workbook) -> None:
        book._fonts[0] = _FONT
        cell = book.active["A1"]
        cell.font, cell.border = _FONT, _LINE
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        self.text: int = _registered(book, cell)
        cell.quotePrefix = True
        self.typed: int = _registered(book, cell)
        cell.quotePrefix = False
        cell.alignment = Alignment(vertical="top", horizontal="center")
        self.number: int = _registered(book, cell)
        cell.number_format = _DATE
        self.date: int = _registered(book, cell)
        cell.number_format = "General"
        cell.font, cell.fill, cell.border = _HEAD_FONT, _HEAD_GROUND, _HEAD_LINE
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        self.head: int = _registered(book, cell)
        book.remove(book.active)


def _registered(book: Workbook, cell: Any) -> int:
    """The number of the cell's present style; a copy, as openpyxl changes a cell's style in place."""
    return int(book._cell_styles.add(copy(cell._style)))
