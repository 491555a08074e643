"""A list of decisions as the steering group sends it back: .xlsx, .csv or .docx, whatever became of it on its way.

Rows and columns may be moved, hidden, filtered, renamed, missing or added; what a row is about is said by its number.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import breathing
from forumtool.i18n import _
from forumtool.imports.asides import Asides
from forumtool.imports.columns import decision_columns
from forumtool.imports.decision_words import NOT_CALCULATED, read_number, read_verdict
from forumtool.imports.plan import Line, skipped
from forumtool.imports.table import Source, Table, read_source, table_in
from forumtool.imports.workbook import Sheet

_PLAIN = frozenset({"number", "text", "goal", "forum"})
_LOOKED_AT = 60
_MOST = 0.6


class Listed(NamedTuple):
    """A row of a list; ``cells`` holds the text of every decision column that its sheet has, or ``NOT_CALCULATED``."""

    line: int
    sheet: str
    number: str
    text: str
    goal: str
    forum: str
    cells: Mapping[str, str]


class DecisionList(NamedTuple):
    """The rows of all sheets that decide, what else stands between them, and which columns there are.

    ``properties`` are the custom ones of the file.
    """

    name: str
    rows: tuple[Listed, ...]
    columns: frozenset[str]
    asides: tuple[Line, ...]
    properties: Mapping[str, str]


def read_decision_list(path: Path) -> DecisionList:
    """Read a list of decisions.

    Raises a ``UserError`` for whatever is none: no such file, another kind of file, no column of numbers, no column
    that decides anything.
    """
    source = read_source(path, word=True)
    parts = [part for sheet in source.sheets if (part := _read_sheet(source, sheet)) is not None]
    if not parts:
        raise no_decisions(source.name)
    return DecisionList(
        source.name,
        tuple(row for rows, _asides in parts for row in rows),
        frozenset(key for rows, _asides in parts for row in rows for key in row.cells),
        tuple(aside for _rows, asides in parts for aside in asides),
        source.properties,
    )


def no_decisions(name: str) -> UserError:
    """Return the error for a file that decides nothing."""
    return UserError(
        _(
            "„{name}“ enthält keine Entscheidungen: Es braucht die Spalten „Nr.“ und „Entscheidung“, "
            "wie in der ausgegebenen Liste.",
            name=name,
        )
    )


def _read_sheet(source: Source, sheet: Sheet) -> tuple[list[Listed], list[Line]] | None:
    """The rows of a sheet that decides something, and its rows that are none; None for another sheet."""
    head_line = _head_line(sheet)
    if not head_line:
        return None
    try:
        table = table_in(source, sheet.title, head_line)
    except UserError:  # only heads
        return None
    columns = _columns(table)
    if "number" not in columns or not columns.keys() - _PLAIN:
        return None
    return _rows(table, columns, sheet.unknown)


def _head_line(sheet: Sheet) -> int:
    """The line whose cells name the most columns, of which one decides; 0 if no line does."""
    best, found = 1, 0
    for line, cells in sheet.rows[:_LOOKED_AT]:
        columns = decision_columns(cells)
        if len(columns) > best and columns.keys() - _PLAIN:
            best, found = len(columns), line
    return found


def _columns(table: Table) -> dict[str, int]:
    """The columns by their heads; numbers and verdicts that no head names are known by their cells."""
    found = decision_columns(table.heads)
    numbered = found.get("number")
    if numbered is None or not _mostly(table, numbered, _is_number):
        others = {at for key, at in found.items() if key in ("merged_with", "text", "reason")}
        free = (at for at in range(len(table.heads)) if at not in others)
        at = next((at for at in free if _mostly(table, at, _is_number)), None)
        if at is not None and (numbered is not None or "verdict" in found):
            found = {key: place for key, place in found.items() if place != at} | {"number": at}
    if "verdict" not in found:
        free = (at for at in range(len(table.heads)) if at not in found.values())
        at = next((at for at in free if _mostly(table, at, _is_verdict)), None)
        found |= {} if at is None else {"verdict": at}
    return found


def _mostly(table: Table, at: int, fits: Callable[[str], bool]) -> bool:
    cells = [row[at] for row in table.rows[: _LOOKED_AT * 2] if row[at]]
    return bool(cells) and sum(map(fits, cells)) >= _MOST * len(cells)


def _is_number(cell: str) -> bool:
    return bool(read_number(cell))


def _is_verdict(cell: str) -> bool:
    said, _other = read_verdict(cell)
    return bool(said.value)


def _rows(
    table: Table, columns: Mapping[str, int], unknown: Collection[tuple[int, int]]
) -> tuple[list[Listed], list[Line]]:
    asides = Asides(table.heads, table.rows)
    found: list[Listed] = []
    left: list[Line] = []
    for line, row in breathing(zip(table.line_numbers, table.rows, strict=True)):
        told = [NOT_CALCULATED if (line, at) in unknown else cell for at, cell in enumerate(row)] if unknown else row
        one = _listed(line, table.sheet, told, columns)
        reason = "" if _is_number(one.number) else asides.reason(row)
        if one.number == NOT_CALCULATED:
            reason = _("die Nummer ist eine Formel ohne Ergebnis")
        if reason:
            left.append(skipped(line, " · ".join(cell for cell in row if cell), reason))
        elif one.number or one.text or any(one.cells.values()):
            found.append(one)
    return found, left


def _listed(line: int, sheet: str, row: Sequence[str], columns: Mapping[str, int]) -> Listed:
    def cell(key: str) -> str:
        return row[columns[key]] if key in columns else ""

    cells = {key: row[at] for key, at in columns.items() if key not in _PLAIN}
    number, *plain = (cell(key) for key in ("number", "text", "goal", "forum"))
    text, goal, forum = ("" if words == NOT_CALCULATED else words for words in plain)
    return Listed(line, sheet, number, text, goal, forum, cells)
