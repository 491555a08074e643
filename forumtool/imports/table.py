"""A list that people bring, read as a table: .csv, .txt, .tsv or .xlsx. The content decides, not the file's name."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.imports.delimited import ONE_COLUMN, Rows, read_delimited
from forumtool.imports.encoding import decode
from forumtool.imports.heads import head_place, named
from forumtool.imports.workbook import read_workbook, too_large

_LARGEST = 64 * 2**20
_BLANK_LINES_TOLD = 1_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_PERHAPS_PICTURES = (b"BM", b"II*\0", b"MM\0*", b"RIFF")
_TEXT_CONTROLS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f")


class Table(NamedTuple):
    """Heads and rows of text, each row as wide as the heads, and the line of the file that each row starts in.

    ``delimiter`` is empty for a workbook and for a list of one column, ``sheet`` is empty for a text.
    ``blank_lines`` are lines without any word between the rows (the first thousand).
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line_numbers: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    blank_lines: tuple[int, ...] = ()


def read_table(path: Path) -> Table:
    """Read a list. Lines above the head are skipped if a later row clearly is the head.

    Raises a ``UserError`` that says what to do for whatever is no list: nothing there, a folder, a picture, an old or
    protected workbook, a damaged one, an empty file, no heads or nothing but heads.
    """
    name = path.name or str(path)
    content = _content(path, name)
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UserError(
            _("„{name}“ ist leer: Bitte eine Liste mit Spaltenköpfen in der ersten Zeile wählen.", name=name)
        )
    if content.startswith(_OLD_OFFICE):
        raise UserError(
            _(
                "„{name}“ ist im alten Format .xls oder mit einem Kennwort geschützt:"
                " Bitte in Excel ohne Kennwort als .xlsx speichern.",
                name=name,
            )
        )
    if content.startswith(_ZIP):
        sheet = read_workbook(content, name)
        return _table(sheet.rows, sheet.blank, name)._replace(sheet=sheet.title)
    return _text_table(content, name)


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


def _text_table(content: bytes, name: str) -> Table:
    text, encoding = decode(content)
    if content.startswith(_PICTURES) or (content.startswith(_PERHAPS_PICTURES) and _is_binary(text)):
        raise UserError(_("„{name}“ ist ein Bild: Bitte die Liste als .xlsx oder .csv wählen.", name=name))
    if content.startswith(b"%PDF") or _is_binary(text):
        raise UserError(_("„{name}“ ist keine Liste: Bitte eine Datei in .xlsx oder .csv wählen.", name=name))
    if text.lstrip()[:1] == "<":
        raise UserError(
            _("„{name}“ ist eine Webseite und keine Liste: Bitte in Excel öffnen und als .xlsx speichern.", name=name)
        )
    rows, blank, delimiter = read_delimited(text)
    return _table(rows, blank, name)._replace(encoding=encoding, delimiter="" if delimiter == ONE_COLUMN else delimiter)


def _is_binary(text: str) -> bool:
    return any(sign < " " and sign not in _TEXT_CONTROLS for sign in text)


def _table(rows: Rows, blank: Sequence[int], name: str) -> Table:
    if not rows:
        raise UserError(
            _("„{name}“ ist leer: Bitte eine Liste mit Spaltenköpfen in der ersten Zeile wählen.", name=name)
        )
    at = head_place([row for _line, row in rows])
    head_line, heads = rows[at]
    if not any(any(sign.isalpha() for sign in head) for head in heads):
        raise UserError(
            _(
                "„{name}“ hat keine Spaltenköpfe: Bitte in die erste Zeile schreiben, was in den Spalten steht.",
                name=name,
            )
        )
    body = rows[at + 1 :]
    if not body:
        raise UserError(_("„{name}“ hat nur Spaltenköpfe: Bitte die Einträge darunter schreiben.", name=name))
    width = max(len(heads), *(len(row) for _line, row in body))
    return Table(
        heads=named(heads, width),
        rows=tuple(row + ("",) * (width - len(row)) for _line, row in body),
        line_numbers=tuple(line for line, _row in body),
        blank_lines=tuple(line for line in blank if head_line < line < body[-1][0])[:_BLANK_LINES_TOLD],
    )
