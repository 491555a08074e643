"""Words beneath what is painted: what a reader of a PDF finds, copies and says where letters have joined or turned.

Qt writes such letters sign by sign as they lie on the page, and one that no typeface has as a box. The words are put
around them as replacement text (ISO 32000-1, 14.9.4), each line of a text by itself.
"""

import re
from collections.abc import Sequence
from typing import Any

from pypdf import PdfWriter
from PySide6.QtGui import QPainter

from forumtool.drawing.document import DocumentPages
from forumtool.drawing.ink import MARKS

_MARK = re.compile(rb"-(\d+) -%d m\nh\nS\n" % MARKS)


class Spoken:
    """The pages of a document; ``said`` are the words of each page that need to stand beneath, once it is painted."""

    def __init__(self, pages: DocumentPages) -> None:
        self._pages = pages
        self.said: list[list[str]] = []

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page after the other, the first is 0."""
        self.said.append([])
        self._pages.paint(painter, page, self.said[page])


def put_words(writer: PdfWriter, said: Sequence[Sequence[str]]) -> None:
    """Put the words between their marks on each page of a PDF, and take the marks away."""
    for page, words in zip(writer.pages, said, strict=True):
        if words:
            content: Any = page["/Contents"].get_object()
            content.set_data(_marked(content.get_data(), words))


def _marked(painted: bytes, words: Sequence[str]) -> bytes:
    begun: set[int] = set()

    def mark(found: re.Match[bytes]) -> bytes:
        number = int(found[1]) - MARKS
        if number in begun:
            return b"EMC\n"
        begun.add(number)
        text = words[number].encode("utf-16-be", "replace").hex().upper()
        return f"/Span <</ActualText <FEFF{text}>>> BDC\n".encode()

    return _MARK.sub(mark, painted)
