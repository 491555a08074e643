"""Putting parts that are written as text into an Office package whose frame a library has made.

python-docx and openpyxl make an object for every paragraph and cell, which takes seconds for 5,000 cards. They make the
frame (styles, settings, relations); the long part comes as text.
"""

from collections.abc import Callable
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

Rewrite = Callable[[str, bytes], bytes]


def save_with_parts(frame: BinaryIO, stream: BinaryIO, rewrite: Rewrite) -> None:
    """Copy the package to the stream; ``rewrite`` gets the name and the bytes of each part and returns its bytes."""
    with ZipFile(frame) as made, ZipFile(stream, "w", ZIP_DEFLATED) as whole:
        for name in made.namelist():
            whole.writestr(name, rewrite(name, made.read(name)))
