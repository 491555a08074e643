"""Finding the row of column names: the first row, one below the lines that people put above a list, or none."""

import re
from collections.abc import Sequence

from forumtool.domain.mail_addresses import is_address
from forumtool.i18n import _
from forumtool.imports.columns import known_heads
from forumtool.imports.contents import is_name, is_organisation, is_turned_name

NO_HEADS = 0
_LOOKED_AT = 30
_LONGEST_HEAD = 60
_FIGURES = re.compile(r"[\d\s.,:/+()-]+")
_MOST = 0.6


def filled(row: Sequence[str]) -> int:
    """Return how many cells of a row are not empty."""
    return sum(cell != "" for cell in row)


def head_place(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the place of the head: the first row, unless a later one clearly is the head, or None if there is none.

    Clearly: at least two of its cells are known names of columns and these are at least half of its cells, while the
    first row has no known name or fewer cells. None: no row has a known name and the first reads like the others.
    Rows must not be blank.
    """
    first = known_heads(rows[0])
    best, place = first, 0
    for at, row in enumerate(rows[1:_LOOKED_AT], 1):
        known = known_heads(row)
        if known > max(best, 1) and _looks_like_heads(row, known) and (first == 0 or filled(rows[0]) < filled(row)):
            best, place = known, at
    return None if best == 0 and _reads_like_an_entry(rows[0], rows[1:_LOOKED_AT]) else place


def _looks_like_heads(row: Sequence[str], known: int) -> bool:
    cells = [cell for cell in row if cell]
    return known * 2 >= len(cells) == len(set(cells)) and all(len(cell) <= _LONGEST_HEAD for cell in cells)


def _reads_like_an_entry(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row holds what no head does: an address, a figure, or a name amid names."""
    for at, cell in enumerate(first):
        column = [row[at] for row in others if at < len(row) and row[at]]
        if is_address(cell) or (cell and _FIGURES.fullmatch(cell)):
            return True
        for kind in (is_turned_name, is_name, is_organisation):
            if kind(cell) and sum(map(kind, column)) > _MOST * max(len(column), 1):
                return True
    return False


def named(heads: Sequence[str], width: int) -> tuple[str, ...]:
    """Return ``width`` different names: a column without a head is called by its place, a second "Text" "Text (2)"."""
    names: list[str] = []
    used: set[str] = set()
    for place in range(width):
        head = heads[place] if place < len(heads) else ""
        name = wanted = " ".join(head.split()) or _("Spalte {place}", place=place + 1)
        again = 1
        while name.casefold() in used:
            again += 1
            name = f"{wanted} ({again})"
        used.add(name.casefold())
        names.append(name)
    return tuple(names)
