"""Rows of a text with delimiters (RFC 4180 and what spreadsheets make of it)."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from forumtool.imports.cells import cell_text
from forumtool.imports.columns import known_heads
from forumtool.imports.heads import head_place

DELIMITERS = (";", "\t", ",")
ONE_COLUMN = "\x1f"  # no list has this sign, so that a text with commas in a list of one column stays whole
_NAMED_BY_EXCEL = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)
_SAMPLE = 400

Rows = list[tuple[int, tuple[str, ...]]]


class Delimited(NamedTuple):
    """The rows that are not blank, each with the line that it starts in, the lines that are, and the delimiter."""

    rows: Rows
    blank: list[int]
    delimiter: str


class _Record(NamedTuple):
    """A record of the text: the line it starts in, how many cells were written, and those to the last filled one."""

    line: int
    width: int
    cells: tuple[str, ...]


class _Score(NamedTuple):
    """How well a delimiter fits: known heads first, then quotation marks in order, then rows as wide as the head."""

    known: int
    sound: bool
    regular: float


def read_delimited(text: str) -> Delimited:
    """Split a text into rows by the delimiter that fits best; each cell as ``cell_text`` gives it."""
    stated = _NAMED_BY_EXCEL.match(text)
    delimiter = stated[1] if stated else _best_delimiter(text)
    records, _sound = _records(text[stated.end() :], delimiter, first_line=2) if stated else _records(text, delimiter)
    rows = [(record.line, record.cells) for record in records if record.cells]
    return Delimited(rows, [record.line for record in records if not record.cells], delimiter)


def _best_delimiter(text: str) -> str:
    # Of equal scores the first delimiter wins: texts have commas, but seldom semicolons and tabs.
    scores = {delimiter: _score(*_records(text, delimiter, at_most=_SAMPLE)) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best].regular > 0 else ONE_COLUMN


def _score(records: list[_Record], sound: bool) -> _Score:
    filled = [record for record in records if record.cells]
    if not filled:
        return _Score(0, sound, 0.0)
    at = head_place([record.cells for record in filled]) or 0
    head, body = filled[at], filled[at + 1 :]
    known = known_heads(head.cells)
    regular = (1 + sum(record.width == head.width for record in body)) / (1 + len(body))
    if not known:  # the first row may be a line above the heads: what counts is how wide most rows are
        width, count = Counter(record.width for record in filled).most_common(1)[0]
        regular = count / len(filled) if width > 1 else 0.0
    if (known and head.width == 1) or (body and regular < 1 / 2 and known < 2):  # noqa: PLR2004 - two are no chance
        regular = 0.0
    return _Score(known, sound, regular)


def _records(
    text: str, delimiter: str, *, first_line: int = 1, at_most: int | None = None
) -> tuple[list[_Record], bool]:
    """Read strictly; where quotation marks are out of order, leniently; where one is never closed, as plain signs."""
    try:
        return _parsed(text, delimiter, first_line, at_most, strict=True), True
    except csv.Error as error:
        quoting = csv.QUOTE_NONE if "end of data" in str(error) else csv.QUOTE_MINIMAL
    return _parsed(text, delimiter, first_line, at_most, quoting=quoting), False


def _parsed(
    text: str, delimiter: str, first_line: int, at_most: int | None, *, strict: bool = False, quoting: int = 0
) -> list[_Record]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=strict, quoting=quoting)  # type: ignore[arg-type]
    records: list[_Record] = []
    line = first_line
    for row in reader:
        records.append(_Record(line, len(row), trimmed([cell_text(cell) for cell in row])))
        line = first_line + reader.line_num
        if at_most is not None and len(records) >= at_most:
            break
    return records


def trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells without the empty ones at the end; a blank row is empty."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return tuple(cells[:end])
