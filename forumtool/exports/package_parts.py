"""Putting parts that are written as text into an Office package whose frame a library has made.

python-docx and openpyxl make an object for every paragraph and cell, which takes seconds for 5,000 cards. They make the
frame (styles, settings, relations); the long part comes as text.
"""

from collections.abc import Callable, Iterable
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from forumtool.domain.stopping import breathe

_PIECE = 1 << 20  # bytes
Rewrite = Callable[[str, bytes], bytes]


def save_with_parts(frame: BinaryIO, stream: BinaryIO, rewrite: Rewrite) -> None:
    """Copy the package to the stream; ``rewrite`` gets the name and the bytes of each part and returns its bytes."""
    with ZipFile(frame) as made, ZipFile(stream, "w", ZIP_DEFLATED) as whole:
        for name in made.namelist():
            _write(whole, name, rewrite(name, made.read(name)))


def save_with_pieces(frame: BinaryIO, stream: BinaryIO, long: str, pieces: Iterable[bytes]) -> None:
    """Copy the package to the stream; the part with the name ``long`` is written from pieces, one after the other."""
    with ZipFile(frame) as made, ZipFile(stream, "w", ZIP_DEFLATED) as whole:
        for name in made.namelist():
            if name == long:
                _write_pieces(whole, ZipInfo(name), pieces, is_long=True)
            else:
                _write(whole, name, made.read(name))


def _write(whole: ZipFile, name: str, data: bytes) -> None:
    """Write a part in pieces, as nothing can stop the packing of one."""
    info = ZipInfo(name)
    info.file_size = len(data)
    _write_pieces(whole, info, (data[at : at + _PIECE] for at in range(0, len(data), _PIECE)))


def _write_pieces(whole: ZipFile, info: ZipInfo, pieces: Iterable[bytes], *, is_long: bool = False) -> None:
    """Write a part; ``is_long`` says that its size is not known yet and may be more than a usual package takes."""
    info.compress_type = ZIP_DEFLATED
    with whole.open(info, "w", force_zip64=is_long) as part:
        for piece in pieces:
            breathe()
            part.write(piece)
