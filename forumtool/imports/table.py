"""A list that people bring, read as a table: .csv, .txt, .tsv or .xlsx. The content decides, not the file's name."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import breathing
from forumtool.i18n import _
from forumtool.imports.columns import known_heads
from forumtool.imports.custom_properties import custom_properties
from forumtool.imports.delimited import DELIMITERS, ONE_COLUMN, Rows, read_delimited
from forumtool.imports.encoding import decode
from forumtool.imports.heads import NO_HEADS, head_place, named
from forumtool.imports.packages import DOCUMENT, WORKBOOK, main_part
from forumtool.imports.refused import ZIP, empty, refuse_no_text, refuse_other_kinds, too_large
from forumtool.imports.workbook import Sheet, read_workbook

_LARGEST = 64 * 2**20
_LONGEST_TEXT, _LONGEST_LINE, _TEXT_CELLS = 16 * 2**20, 1_000_000, 2_000_000  # signs, signs, cells
_BLANK_LINES_TOLD = 1_000


class Table(NamedTuple):
    """Heads and rows of text, each row as wide as the heads, and the line of the file that each row starts in.

    ``delimiter`` is empty for a workbook and for a list of one column, ``sheet`` is empty for a text. ``head_line`` is
    the line of the heads, 0 for a list without. ``blank_lines`` are lines without any word between the rows (the
    first thousand).
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line_numbers: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    blank_lines: tuple[int, ...] = ()
    head_line: int = 1


class Source(NamedTuple):
    """A file as it was read, before it is settled which sheet is the list and where its heads are.

    A text is one sheet without a title; ``encoding`` and ``delimiter`` are empty for a workbook. ``properties`` are
    the custom ones of an Office file.
    """

    name: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""
    properties: Mapping[str, str] = {}


def read_table(path: Path) -> Table:
    """Read a list: ``read_source`` and ``table_in`` at once, with nothing chosen."""
    return table_in(read_source(path))


def read_source(path: Path, encoding: str = "", *, word: bool = False) -> Source:
    """Read a file; ``encoding`` is what the user says of a text, empty to find it out.

    ``word``: a Word document will do, too; each of its tables is a sheet.

    Raises a ``UserError`` that says what to do for whatever is no list: nothing there, a folder, a picture, an old or
    protected workbook, a damaged one, an empty file.
    """
    name = path.name or str(path)
    content = _content(path, name)
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise empty(name)
    refuse_other_kinds(content, name)
    if content.startswith(ZIP):
        return _package(content, name, word=word)
    text, written = decode(content, encoding)
    refuse_no_text(content, text, name)
    _require_sensible(text, name)
    rows, blank, delimiter = read_delimited(text)
    if not rows:
        raise empty(name)
    return Source(name, (Sheet("", rows, blank),), written, "" if delimiter == ONE_COLUMN else delimiter)


def _package(content: bytes, name: str, *, word: bool) -> Source:
    if word and main_part(content, name, (WORKBOOK, DOCUMENT)) == DOCUMENT:
        from forumtool.imports.word_tables import read_word

        sheets = read_word(content, name)
    else:
        sheets = read_workbook(content, name)
    return Source(name, tuple(sheets), properties=custom_properties(content))


def _require_sensible(text: str, name: str) -> None:
    """Refuse what would keep the reader busy for minutes, or is one endless line: no list of people is like that."""
    cells = sum(map(text.count, (*DELIMITERS, "\n", "\r")))
    if len(text) > _LONGEST_TEXT or cells > _TEXT_CELLS or max(map(len, text.splitlines()), default=0) > _LONGEST_LINE:
        raise too_large(name)


def table_in(source: Source, sheet: str = "", head_line: int | None = None) -> Table:
    """Return the list on a sheet, by default the one whose head has the most known columns.

    ``head_line`` is the line of the heads, 0 for none; by default lines above the head are skipped if a later row
    clearly is the head, and a list that begins with its entries has columns without names. Raises a ``UserError`` if
    there are no words, or nothing but heads.
    """
    chosen = next((one for one in source.sheets if one.title == sheet), None) or max(source.sheets, key=_known)
    table = _table(chosen, source.name, head_line)
    return table._replace(sheet=chosen.title, encoding=source.encoding, delimiter=source.delimiter)


def _content(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise UserError(_("„{name}“ ist ein Ordner: Bitte die Liste darin wählen.", name=name))
        if not path.exists():
            raise UserError(_("„{name}“ gibt es nicht: Bitte den Namen und den Ordner prüfen.", name=name))
        if not path.is_file():
            raise UserError(_("„{name}“ ist keine Datei: Bitte eine Liste als .xlsx oder .csv wählen.", name=name))
        if path.stat().st_size > _LARGEST:
            raise too_large(name)
        return path.read_bytes()
    except PermissionError as error:
        raise UserError(
            _(
                "„{name}“ darf nicht gelesen werden: Bitte in Excel schließen oder die Rechte der Datei prüfen.",
                name=name,
            )
        ) from error
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise UserError(
            _(
                "„{name}“ lässt sich nicht lesen ({reason}): Bitte die Datei auf diesen Laptop kopieren.",
                name=name,
                reason=reason,
            )
        ) from error


def _known(sheet: Sheet) -> int:
    rows = [row for _number, row in sheet.rows]
    at = head_place(rows)
    return known_heads(rows[at]) if at is not None else 0


def _table(sheet: Sheet, name: str, head_line: int | None) -> Table:
    rows = sheet.rows
    _require_words(rows, name)
    at = head_place([row for _line, row in rows]) if head_line is None else _place(rows, head_line)
    body = rows if at is None else rows[at + 1 :]
    if not body:
        raise UserError(_("„{name}“ hat nur Spaltenköpfe: Bitte die Einträge darunter schreiben.", name=name))
    line, heads = (NO_HEADS, ()) if at is None else rows[at]
    width = max(len(heads), *(len(row) for _line, row in body))
    return Table(
        heads=named(heads, width),
        rows=tuple(row + ("",) * (width - len(row)) for _line, row in breathing(body)),
        line_numbers=tuple(number for number, _row in body),
        blank_lines=tuple(number for number in sheet.blank if line < number < body[-1][0])[:_BLANK_LINES_TOLD],
        head_line=line,
    )


def _place(rows: Rows, head_line: int) -> int | None:
    return next((at for at, (line, _row) in enumerate(rows) if line == head_line), None)


def _require_words(rows: Rows, name: str) -> None:
    if not any(sign.isalpha() for _line, row in rows for cell in row for sign in cell):
        raise UserError(
            _(
                "„{name}“ hat keine Spaltenköpfe: Bitte in die erste Zeile schreiben, was in den Spalten steht.",
                name=name,
            )
        )


def lines_for_heads(source: Source, sheet: str, at_most: int = 15) -> Sequence[tuple[int, tuple[str, ...]]]:
    """Return the first rows of a sheet that the user may point to as its heads, each with its line."""
    chosen = next((one for one in source.sheets if one.title == sheet), source.sheets[0])
    return chosen.rows[:at_most]
