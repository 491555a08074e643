"""A document as real pages: painted in the preview and in a PDF alike, in tenths of a point."""

from collections.abc import Iterator
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from forumtool.domain.stopping import breathing
from forumtool.drawing import look
from forumtool.drawing.flow import Placed
from forumtool.drawing.ink import Ink
from forumtool.drawing.laying import Laying
from forumtool.drawing.lines import Face, Lines
from forumtool.drawing.pieces import Entry
from forumtool.drawing.text import PER_MM
from forumtool.exports.document import Document
from forumtool.exports.papers import PAGE_HEIGHT, PAGE_WIDTH

WIDTH, HEIGHT = PAGE_WIDTH * PER_MM, PAGE_HEIGHT * PER_MM
_TEXT_WIDTH = WIDTH - 2 * look.MARGIN


class Link(NamedTuple):
    """An area of a page that leads to a heading, by its place among the headings."""

    page: int
    area: QRectF
    heading: int


class DocumentPages:
    """The pages of a document. They are laid out from the first to the last, in as many goes as the caller wants."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._laying = Laying(document, _TEXT_WIDTH, HEIGHT - 2 * look.MARGIN)
        self._going: Iterator[None] | None = self._laying.steps()
        self._edge = Face(look.EDGE_LINE)

    def lay_out(self, seconds: float | None = None) -> bool:
        """Lay out further pages, all of them or for about some time; return whether there is nothing more to do."""
        end = None if seconds is None else perf_counter() + seconds
        if self._going is not None:
            for _step in breathing(self._going):
                if end is not None and perf_counter() > end:
                    return False
            self._going = None
        return True

    @property
    def is_whole(self) -> bool:
        """Whether all pages are laid out."""
        return self._going is None

    @property
    def count(self) -> int:
        """How many pages there are so far; the last may still be filled."""
        return len(self._laying.pages)

    @property
    def notes(self) -> list[str]:
        """A sentence for everything that cannot stand here as it was typed."""
        return self._laying.notes

    @property
    def headings(self) -> list[tuple[int, str, int, float]]:
        """Level, words, page and height on it (from the top) of each heading."""
        return [(level, words, page, y + look.MARGIN) for level, words, page, y in self._laying.headings]

    @property
    def links(self) -> Iterator[Link]:
        """The lines of the table of contents."""
        for page, pieces in enumerate(self._laying.pages):
            for y, piece in pieces:
                if isinstance(piece, Entry):
                    yield Link(page, QRectF(look.MARGIN, look.MARGIN + y, piece.width, piece.height), piece.at)

    def text(self, page: int) -> str:
        """Return the words of a page, without its edges; those of a paragraph stand where it begins."""
        return "\n".join(placed.piece.text for placed in self._laying.pages[page] if placed.piece.text)

    def paint(self, painter: QPainter, page: int, said: list[str] | None = None) -> None:
        """Paint one page, the first is 0. ``said`` collects words as ``Ink`` does."""
        ink = Ink(painter, said)
        pieces: list[Placed] = self._laying.pages[page]
        for y, piece in pieces:
            piece.paint(ink, look.MARGIN, look.MARGIN + y)
        self._paint_edges(ink, page)
        ink.finish()

    def _paint_edges(self, ink: Ink, page: int) -> None:
        document, plain = self.document, self._laying.safe.line
        if page:
            self._paint_edge(ink, look.EDGE, plain(document.head[0]), plain(document.head[1]))
        numbers = (
            document.say("Seite {page} von {pages}", page=page + 1, pages=self.count)
            if self.is_whole
            else document.say("Seite {page}", page=page + 1)
        )
        self._paint_edge(ink, HEIGHT - look.EDGE - self._edge.line, plain(document.foot), numbers)

    def _paint_edge(self, ink: Ink, y: float, left: str, right: str) -> None:
        """Paint a line at the edge of a page; what is too long for it ends with dots."""
        most = _TEXT_WIDTH * 2 / 3 if left else _TEXT_WIDTH
        beside = Lines(self._edge.shortened(right, most), self._edge, _TEXT_WIDTH, right=True)
        beside.draw(ink, look.MARGIN, y)
        room = _TEXT_WIDTH - (beside.widest if right else 0) - look.CELL_SIDE * 2
        Lines(self._edge.shortened(left, room), self._edge, room).draw(ink, look.MARGIN, y)
