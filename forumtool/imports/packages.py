"""Zip packages that come from anybody: counted before anything reads them."""

import io
import zipfile

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import breathe
from forumtool.imports.refused import damaged, other_package, too_large

UNPACKED_AT_MOST = 64 * 2**20
"""Bytes of all parts of a list together. One of 249 KiB can unpack to 114 MiB and keep openpyxl busy for a minute."""
DOCUMENT_AT_MOST = 256 * 2**20
"""The same of a Word document. A decision sheet has 7 kB to a row, half as much again when Word has saved it: this
holds 20,000 rows."""
MARKS_AT_MOST = 16_000_000
"""Tags and attributes of a Word document together, which are what takes memory, not bytes: as many as fit into
``UNPACKED_AT_MOST`` bytes. A row of a decision sheet has some 400."""
WORKBOOK, DOCUMENT = "xl/workbook.xml", "word/document.xml"
PARTS_AT_MOST = 5_000
_CHUNK = 2**16


def main_part(content: bytes, name: str, wanted: tuple[str, ...] = (WORKBOOK,)) -> str:
    """Return which of the wanted parts a package has, after counting what all of them really unpack to.

    Raises a ``UserError`` for a package that has none of the parts, is damaged, or would unpack to more than is
    sensible.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = set(parts.namelist())
            found = next((part for part in wanted if part in names), "")
            if not found:
                raise other_package(names, media_type(parts), name)
            if found == DOCUMENT:
                require_sensible(parts, DOCUMENT_AT_MOST, too_large(name), MARKS_AT_MOST)
            else:
                require_sensible(parts, UNPACKED_AT_MOST, too_large(name))
            return found
    except UserError:
        raise
    except Exception as error:  # zipfile, zlib, lzma and bz2 each have errors of their own
        raise damaged(name) from error


def part_of(content: bytes, part: str) -> bytes:
    """Return the bytes of a part of a counted package, none if it has no such part."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return parts.read(part) if part in parts.namelist() else b""


def require_sensible(
    parts: zipfile.ZipFile, at_most: int, refusal: UserError, marks_at_most: int | None = None
) -> None:
    """Count what the parts really unpack to, in bytes; the sizes that a zip states may be lies.

    Raises ``refusal`` beyond ``at_most`` bytes, for too many parts, or for more tags and attributes than
    ``marks_at_most``; and what zipfile, zlib, lzma and bz2 raise for a package that is damaged.
    """
    infos = parts.infolist()
    if len(infos) > PARTS_AT_MOST:
        raise refusal
    marks = 0
    for info in infos:
        with parts.open(info) as part:
            while chunk := part.read(_CHUNK):
                breathe()
                at_most -= len(chunk)
                if marks_at_most is not None:
                    marks += chunk.count(b"<") - chunk.count(b"</") + chunk.count(b"=")
                if at_most < 0 or marks > (marks_at_most or marks):
                    raise refusal


def media_type(parts: zipfile.ZipFile) -> bytes:
    """Return what the part "mimetype" says, as OpenDocument files have it; empty without one."""
    if "mimetype" not in parts.namelist():
        return b""
    with parts.open("mimetype") as part:
        return part.read(_CHUNK)
