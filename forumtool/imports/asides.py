"""Rows of a list that are no entry: sums, notes below, headings between, the heads once more."""

import re
from collections.abc import Sequence

from forumtool.i18n import _
from forumtool.imports.heads import filled

_SUM = re.compile(
    r"(?:(?:zwischen|gesamt|end)?summe|gesamt|gesamtzahl|insgesamt|anzahl|total|teilnehm\w*zahl)\b", re.IGNORECASE
)
_NOTE = re.compile(
    r"[*†¹²³]|(?:hinweis|anmerkung|bemerkung|stand|quelle|legende|erläuterung|achtung|bitte|note)\w*[\s:]",
    re.IGNORECASE,
)
_LONG = 6
_SENTENCE = 4
_SEVERAL = 2


class Asides:
    """Tells the rows of one table that seem to be no entry."""

    def __init__(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self._heads = [head.casefold() for head in heads]
        # Not the middle: a list may have more headings and notes than people.
        self._usual = sorted(map(filled, rows))[len(rows) * 3 // 4] if rows else 0

    def reason(self, row: Sequence[str]) -> str:
        """Return why a row seems to be no entry, in words, empty for an entry."""
        words = [cell for cell in row if cell]
        if len(words) >= _SEVERAL and self._repeats_heads(row):
            return _("die Spaltenköpfe noch einmal")
        if words and _SUM.match(words[0]) and len(words) <= _SEVERAL:
            return _("sieht nach einer Summe aus")
        if len(words) == 1 and self._usual >= _SEVERAL:
            return _of_one_cell(words[0])
        return ""

    def _repeats_heads(self, row: Sequence[str]) -> bool:
        return all(cell.casefold() == head for cell, head in zip(row, self._heads, strict=True) if cell)


def _of_one_cell(text: str) -> str:
    if text.endswith(":"):
        return _("sieht nach einer Zwischenüberschrift aus")
    count = len(text.split())
    if _NOTE.match(text) or count > _LONG or (count >= _SENTENCE and text.endswith((".", "!"))):
        return _("sieht nach einer Anmerkung aus")
    return ""
