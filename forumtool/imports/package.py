"""An Office file as the zip it is, counted before it is believed."""

import io
import zipfile

from forumtool.domain.errors import UserError
from forumtool.imports.refused import damaged, other_package, too_large

UNPACKED_AT_MOST = 64 * 2**20
"""Bytes of all parts together. A file of 249 KiB can unpack to 114 MiB and keep openpyxl busy for a minute."""
_PARTS_AT_MOST = 5_000
_CHUNK = 2**16
WORKBOOK, DOCUMENT = "xl/workbook.xml", "word/document.xml"


def main_part(content: bytes, name: str, wanted: tuple[str, ...] = (WORKBOOK,)) -> str:
    """Return which of the wanted parts a package has, after counting what all of them really unpack to.

    The sizes that a zip states may be lies. Raises a ``UserError`` for a package that has none of the parts, is
    damaged, or would unpack to more than is sensible.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return _counted(parts, name, wanted)
    except UserError:
        raise
    except Exception as error:  # zipfile, zlib, lzma and bz2 each have errors of their own
        raise damaged(name) from error


def _counted(parts: zipfile.ZipFile, name: str, wanted: tuple[str, ...]) -> str:
    infos = parts.infolist()
    names = {info.filename for info in infos}
    found = next((part for part in wanted if part in names), "")
    if not found:
        raise other_package(names, _media_type(parts) if "mimetype" in names else b"", name)
    room = UNPACKED_AT_MOST
    if len(infos) > _PARTS_AT_MOST:
        raise too_large(name)
    for info in infos:
        with parts.open(info) as part:
            while chunk := part.read(_CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise too_large(name)
    return found


def _media_type(parts: zipfile.ZipFile) -> bytes:
    with parts.open("mimetype") as part:
        return part.read(_CHUNK)


def part_of(content: bytes, part: str) -> bytes:
    """Return the bytes of a part of a counted package, none if it has no such part."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return parts.read(part) if part in parts.namelist() else b""
