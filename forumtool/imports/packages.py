"""Zip packages that come from anybody: counted before anything reads them."""

import zipfile

from forumtool.domain.errors import UserError

PARTS_AT_MOST = 5_000
_CHUNK = 2**16


def require_sensible(parts: zipfile.ZipFile, at_most: int, too_large: UserError) -> None:
    """Count what the parts really unpack to, in bytes; the sizes that a zip states may be lies.

    Raises ``too_large`` beyond ``at_most`` bytes or for too many parts, and what zipfile, zlib, lzma and bz2 raise for
    a package that is damaged.
    """
    infos = parts.infolist()
    if len(infos) > PARTS_AT_MOST:
        raise too_large
    for info in infos:
        with parts.open(info) as part:
            while chunk := part.read(_CHUNK):
                at_most -= len(chunk)
                if at_most < 0:
                    raise too_large


def media_type(parts: zipfile.ZipFile) -> bytes:
    """Return what the part "mimetype" says, as OpenDocument files have it; empty without one."""
    if "mimetype" not in parts.namelist():
        return b""
    with parts.open("mimetype") as part:
        return part.read(_CHUNK)
