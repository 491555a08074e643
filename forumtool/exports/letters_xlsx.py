"""The list of a mail merge as an Excel workbook: a row for each letter, under the names of the fields."""

from datetime import UTC, datetime
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from forumtool.domain.letters import Letters
from forumtool.exports.letter_words import greeting, outcome_told
from forumtool.exports.safe_text import SafeText
from forumtool.exports.sheets.long_texts import long_texts
from forumtool.i18n import Catalogue

FIELDS = {
    "name": "Name", "organisation": "Organisation", "email": "EMail", "greeting": "Anrede", "outcomes": "Beitraege",
}  # fmt: skip
"""The heads of the columns, which are the names of the fields; the same in every language, without blanks."""
_WIDTHS = (28, 34, 30, 30, 90)


def write_list(letters: Letters, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write the list; return sentences about what could not stand in it as it was typed."""
    safe, book = SafeText(say), Workbook()
    page: Any = book.active
    page.title = say("Empfänger")
    page.append(list(FIELDS.values()))
    for one in letters.letters:
        said = "\n".join(f"{each.number} „{each.text}“: {outcome_told(each, say)}" for each in one.outcomes)
        texts = (one.name, one.organisation, one.email, greeting(one, say), said)
        page.append([safe.cell(text, safe.line(one.name or one.organisation)) for text in texts])
    _keep_long_texts(book, safe, say)
    for at, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(at)].width = width
    for cell in page[1]:
        cell.font = Font(bold=True)
    for row in page.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.data_type = "s" if cell.value else cell.data_type
    page.freeze_panes = "A2"
    book.properties.creator = book.properties.lastModifiedBy = safe.line(letters.host)
    book.properties.created = book.properties.modified = datetime.now(UTC).replace(tzinfo=None)
    book.save(stream)
    return safe.notes()


def _keep_long_texts(book: Any, safe: SafeText, say: Catalogue) -> None:
    """What is longer than a cell stands whole in a sheet of its own, as the cell says."""
    if not safe.long_texts:
        return
    whole = long_texts(safe.long_texts, say)
    page = book.create_sheet(whole.title)
    page.append([field.title for field in whole.fields])
    for number, where, part, text in whole.rows:
        page.append([number, safe.cell(str(where)), part, safe.cell(str(text))])
        for cell in page[page.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) and cell.value else cell.data_type
