"""Zip packages that come from anybody: counted before anything reads them."""

import io
import zipfile

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import breathe
from forumtool.imports.refused import damaged, other_package, too_large

UNPACKED_AT_MOST = 64 * 2**20
"""Bytes of all parts of a list together. One of 249 KiB can unpack to 114 MiB and keep openpyxl busy for a minute."""
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


def require_sensible(parts: zipfile.ZipFile, at_most: int, refusal: UserError) -> None:
    """Count what the parts really unpack to, in bytes; the sizes that a zip states may be lies.

    Raises ``refusal`` beyond ``at_most`` bytes or for too many parts, and what zipfile, zlib, lzma and bz2 raise for
    a package that is damaged.
    """
    infos = parts.infolist()
    if len(infos) > PARTS_AT_MOST:
        raise refusal
    for info in infos:
        with parts.open(info) as part:
            while chunk := part.read(_CHUNK):
                breathe()
                at_most -= len(chunk)
                if at_most < 0:
                    raise refusal


def media_type(parts: zipfile.ZipFile) -> bytes:
    """Return what the part "mimetype" says, as OpenDocument files have it; empty without one."""
    if "mimetype" not in parts.namelist():
        return b""
    with parts.open("mimetype") as part:
        return part.read(_CHUNK)
