"""How the lists look in Excel: the cell styles of one workbook, by what stands in a cell."""

from copy import copy
from functools import partial
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

INK = "1D2529"
ACCENT = "0F6B6B"
_FONT = Font(name="Calibri", size=10, color=INK)
_TITLE_FONT = Font(name="Calibri", size=12, color=INK, bold=True)
_HEAD_FONT = Font(name="Calibri", size=10, color=INK, bold=True)
_ASKED_FONT = Font(name="Calibri", size=10, color="FFFFFF", bold=True)
_HEAD_GROUND = PatternFill("solid", fgColor="E9F1F0")
_ASKED_GROUND = PatternFill("solid", fgColor=ACCENT)
_LINE = Border(bottom=Side(style="hair", color="C9D1D1"))
_HEAD_LINE = Border(bottom=Side(style="thin", color=ACCENT))
_NUMBER = "#,##0"
_DATE = "mm-dd-yy"  # number format 14, which every Excel shows as the short date of its own country
_MOMENT = "m/d/yy h:mm"  # number format 22, the same with the time
_TEXT = "@"  # what is typed stays text: "3.2" no date, "- zu teuer" no formula
_RIGHT_TO_LEFT = 2  # readingOrder, ECMA-376 part 1, 18.8.1


class ColumnStyles(NamedTuple):
    """The numbers of the styles of one column's cells.

    ``typed`` is text that must not become a formula when edited, ``right`` is text that runs from right to left and
    ``right_typed`` both; ``empty`` is a cell in which somebody may type something yet.
    """

    text: int
    typed: int
    right: int
    right_typed: int
    number: int
    date: int
    moment: int
    empty: int


class Styles:
    """The styles of one workbook, made once each. Takes the workbook's first page away."""

    def __init__(self, book: Workbook) -> None:
        book._fonts[0] = _FONT
        self._book = book
        self._cell = book.active["A1"]
        self._columns: dict[tuple[str, bool], ColumnStyles] = {}
        self.head = self._registered(_HEAD_FONT, fill=_HEAD_GROUND, border=_HEAD_LINE)
        self.asked_head = self._registered(_ASKED_FONT, fill=_ASKED_GROUND, border=_HEAD_LINE)
        self.title = self._registered(_TITLE_FONT, border=Border(), wrap=False)
        book.remove(book.active)

    def column(self, kind: str, *, asked: bool) -> ColumnStyles:
        """Return the styles for a column of a kind; its cells stay open under protection if they are ``asked``."""
        key = kind, asked
        if key not in self._columns:
            self._columns[key] = self._column(kind, locked=not asked)
        return self._columns[key]

    def _column(self, kind: str, *, locked: bool) -> ColumnStyles:
        made = partial(self._registered, protection=Protection(locked=locked))
        text = partial(made, shown=_TEXT)
        right = partial(text, across="right", order=_RIGHT_TO_LEFT)
        styles = ColumnStyles(
            text(), text(typed=True), right(), right(typed=True),
            number=made(shown=_NUMBER, across="right"), date=made(shown=_DATE, across="right"),
            moment=made(shown=_MOMENT, across="right"), empty=text(),
        )  # fmt: skip
        return styles._replace(empty={"count": styles.number, "date": styles.date}.get(kind, styles.text))

    def _registered(
        self,
        font: Font = _FONT,
        *,
        fill: PatternFill | None = None,
        border: Border = _LINE,
        shown: str = "General",
        across: str | None = None,
        order: int = 0,
        wrap: bool = True,
        typed: bool = False,
        protection: Protection | None = None,
    ) -> int:
        """The number of a style; of a copy, as openpyxl changes a cell's style in place."""
        cell: Any = self._cell
        cell.font, cell.border, cell.number_format, cell.quotePrefix = font, border, shown, typed
        cell.fill, cell.protection = fill or PatternFill(), protection or Protection()
        indent = 1 if across and not order else 0  # numbers keep away from the words in the next column
        middle = "center" if fill else "top"
        cell.alignment = Alignment(
            vertical=middle, horizontal=across, indent=indent, wrap_text=wrap, readingOrder=order
        )
        return int(self._book._cell_styles.add(copy(cell._style)))
