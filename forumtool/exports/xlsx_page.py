"""How a sheet lies on screen and paper: widths, frozen head, print set-up."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl.utils import get_column_letter

from forumtool.domain.report import Report
from forumtool.exports.safe_text import SafeText
from forumtool.exports.words import audience_told
from forumtool.i18n import Catalogue

_A4 = 9
_CHARACTERS_TO_A_PAGE = 250  # A4 across at about 60 %, the smallest print that can be read
_HEADER_LENGTH = 100  # the whole header may have 255 UTF-16 units, and an ampersand takes two


def lay_out_list(page: Any, widths: Sequence[float]) -> None:
    """Freeze head and first column, repeat both on paper, and let the columns run over as few pages as can be read."""
    _widen(page, widths)
    page.freeze_panes = "B2"
    page.page_setup.fitToWidth = ceil(sum(widths) / _CHARACTERS_TO_A_PAGE)
    page.print_title_rows = "1:1"
    page.print_title_cols = "A:A"


def lay_out_figures(page: Any, widths: Sequence[float]) -> None:
    """Set a page of charts: no grid, one page wide."""
    _widen(page, widths)
    page.sheet_view.showGridLines = False
    page.page_setup.fitToWidth = 1


def print_across(page: Any, report: Report, safe: SafeText, say: Catalogue) -> None:
    """Print on A4 across, with title and sheet above, and for whom it is and the page below."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    margins = page.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.75
    page.oddHeader.left.text = safe.line(report.title)[:_HEADER_LENGTH].replace("&", "&&")
    page.oddHeader.right.text = page.title
    page.oddFooter.left.text = audience_told(report, say)
    page.oddFooter.right.text = say("Seite {page} von {pages}", page="&P", pages="&N")


def _widen(page: Any, widths: Sequence[float]) -> None:
    for at, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(at)].width = width
