"""Pages as a PDF file."""

from pathlib import Path
from typing import BinaryIO, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from forumtool.exports.papers import Labels, Paper
from forumtool.exports.whole_file import write_whole
from forumtool.i18n import Catalogue
from forumtool.ui.printing.label_pages import LabelPages
from forumtool.ui.printing.list_pages import ListPages
from forumtool.ui.printing.text import PER_POINT

_RESOLUTION = 1200


class Pages(Protocol):
    """What can be painted page by page, in tenths of a point."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page, the first is 0."""


def pages_of(paper: Paper, say: Catalogue) -> Pages:
    """Return the pages of a paper."""
    return LabelPages(paper) if isinstance(paper, Labels) else ListPages(paper, say)


def write_pdf(paper: Paper, path: Path, say: Catalogue) -> None:
    """Write a paper as PDF. Raises a ``UserError`` if the file cannot be written."""
    content = pdf_bytes(paper, say)

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    write_whole(path, write)


def pdf_bytes(paper: Paper, say: Catalogue) -> bytes:
    """Return a paper as PDF on A4 without margins of the printer: the paper has its own."""
    pages = pages_of(paper, say)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(paper.title)
    writer.setCreator("forumtool")
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / 72 / PER_POINT, _RESOLUTION / 72 / PER_POINT)
    for page in range(pages.count):
        if page:
            writer.newPage()
        pages.paint(painter, page)
    painter.end()
    return bytes(buffer.data().data())
