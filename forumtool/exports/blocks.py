"""What a document is made of, before it is Word, a preview or anything else."""

from collections.abc import Sequence
from typing import NamedTuple

TEXT_WIDTH = 16.0


class Title(NamedTuple):
    """The document's title, a quiet line above it and one below; either line may be empty."""

    text: str
    above: str = ""
    below: str = ""


class Contents(NamedTuple):
    """Here stands the table of contents under this heading."""

    heading: str


class Heading(NamedTuple):
    """A heading of level 1 to 4."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """Words. ``quiet`` sets them back, as notes and explanations; line breaks stay."""

    text: str
    quiet: bool = False


class Bullets(NamedTuple):
    """A list without order."""

    items: tuple[str, ...]


class KeyValues(NamedTuple):
    """Names and their values, one pair to a line."""

    pairs: tuple[tuple[str, str], ...]


class Column(NamedTuple):
    """A column of a table: ``width`` in centimetres, 0 takes an equal share of the rest; ``right`` aligns numbers."""

    title: str
    width: float = 0
    right: bool = False


class Table(NamedTuple):
    """Rows under columns; each row has a text for every column, which may be empty and may hold line breaks."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]


Block = Title | Contents | Heading | Paragraph | Bullets | KeyValues | Table


def widths(columns: Sequence[Column], whole: float = TEXT_WIDTH) -> list[float]:
    """Return the widths of columns in centimetres; they fill the whole exactly."""
    fixed = sum(column.width for column in columns)
    open_columns = [column for column in columns if not column.width]
    if not open_columns:
        return [column.width * whole / fixed for column in columns]
    share = (whole - fixed) / len(open_columns)
    return [column.width or share for column in columns]


def filled(columns: Sequence[Column], rows: Sequence[tuple[str, ...]], keep: int = 2) -> Table:
    """Return a table without the columns that are empty in every row; the first ``keep`` stay."""
    shown = [at for at in range(len(columns)) if at < keep or any(row[at] for row in rows)]
    if len(shown) == len(columns):
        return Table(tuple(columns), rows)
    return Table(tuple(columns[at] for at in shown), [tuple(row[at] for at in shown) for row in rows])
