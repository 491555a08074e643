"""Pages as a PDF file of Qt's writer: type is embedded; it knows no tags for screen readers."""

from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from forumtool.drawing.text import PER_POINT

_RESOLUTION = 1200


class Pages(Protocol):
    """What can be painted page by page, in tenths of a point."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page, the first is 0."""


def painted(pages: Pages, title: str, author: str = "") -> bytes:
    """Return pages as PDF on A4 without margins of the printer: the pages have their own."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator("forumtool")
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / 72 / PER_POINT, _RESOLUTION / 72 / PER_POINT)
    for page in range(pages.count):
        if page:
            writer.newPage()
        pages.paint(painter, page)
    painter.end()
    return bytes(buffer.data().data())
