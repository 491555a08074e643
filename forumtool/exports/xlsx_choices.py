"""The words of drop-down lists on a hidden sheet: in the rule itself Excel takes 255 characters and no comma."""

from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from forumtool.exports.safe_text import SafeText
from forumtool.i18n import Catalogue


class Choices:
    """The lists of one workbook, each with a name that rules refer to. Lists of the same words are one."""

    def __init__(self, book: Workbook, safe: SafeText, say: Catalogue) -> None:
        self._book = book
        self._safe = safe
        self._title = say("Auswahl")
        self._names: dict[tuple[str, ...], str] = {}

    def named(self, words: tuple[str, ...]) -> str:
        """Return the name of a list of words."""
        if words not in self._names:
            letter = get_column_letter(len(self._names) + 1)
            name = f"{self._title}_{letter}"
            place = f"'{self._title}'!${letter}$1:${letter}${len(words)}"
            self._book.defined_names[name] = DefinedName(name, attr_text=place)
            self._names[words] = name
        return self._names[words]

    def write(self) -> None:
        """Add the hidden sheet behind all others, if any list was asked for."""
        if not self._names:
            return
        page: Any = self._book.create_sheet(self._title)
        page.sheet_state = "hidden"
        for column, words in enumerate(self._names, 1):
            for row, word in enumerate(words, 1):
                cell = page.cell(row, column)
                cell.value, cell.data_type = self._safe.cell(word), "s"  # never a formula, whatever it begins with
                cell.number_format = "@"
