"""The sheet of figures: to each question its numbers and their chart below, one question to a printed page."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl.worksheet.pagebreak import Break

from forumtool.exports.safe_text import SafeText
from forumtool.exports.sheets.sheet import Field, Figure
from forumtool.exports.xlsx_charts import Source, add_chart, height
from forumtool.exports.xlsx_page import lay_out_figures
from forumtool.exports.xlsx_rows import Rows
from forumtool.exports.xlsx_styles import Styles

_WIDTHS = (44.0, *(23.0,) * 8)  # a name, and the dots of seven colours and of none
_FEWEST = 3  # columns of values, so that the page is as wide as a chart
_ROW = 0.53  # cm, the height of an empty row


def write_figures(page: Any, figures: Sequence[Figure], styles: Styles, safe: SafeText) -> bytes:
    """Lay the figures out on a page and return its rows.

    The numbers stand here once more, as a list that somebody sorts would take the bars of two questions for one.
    """
    widths = _WIDTHS[: max(_FEWEST, *(len(figure.series) for figure in figures)) + 1]
    lay_out_figures(page, widths)
    parts, at = [], 1
    for figure in figures:
        if at > 1:
            page.row_breaks.append(Break(id=at - 1))
        rows = Rows(styles, safe, [Field("")] * (len(figure.series) + 1), widths[: len(figure.series) + 1])
        at = _write(page, figure, at, rows, styles, safe)
        parts.append(rows.xml())
    return b"".join(parts)


def _write(page: Any, figure: Figure, at: int, rows: Rows, styles: Styles, safe: SafeText) -> int:
    """Write one figure from a row on and return the row of the next."""
    heads = (figure.across, *((line.title for line in figure.series) if len(figure.series) > 1 else (figure.along,)))
    rows.line(at, styles.title, figure.about)
    rows.head([safe.cell(safe.line(text)) for text in heads], at + 1)
    for place, values in enumerate(zip(figure.names, *(line.values for line in figure.series), strict=True), at + 2):
        rows.row(place, values, figure.title)
    end = at + 2 + len(figure.names)
    add_chart(figure, Source(page, at + 1, at + 2, 1, 2), f"A{end + 1}", safe)
    return end + 2 + ceil(height(figure) / _ROW)
