"""Papers for the day as pages, and as PDF."""

from pathlib import Path
from typing import BinaryIO

from forumtool.drawing.label_pages import LabelPages
from forumtool.drawing.list_pages import ListPages
from forumtool.drawing.pdf import Pages, painted
from forumtool.exports.papers import Labels, Paper
from forumtool.exports.whole_file import write_whole
from forumtool.i18n import Catalogue


def pages_of(paper: Paper, say: Catalogue) -> Pages:
    """Return the pages of a paper."""
    return LabelPages(paper) if isinstance(paper, Labels) else ListPages(paper, say)


def pdf_bytes(paper: Paper, say: Catalogue) -> bytes:
    """Return a paper as a PDF file."""
    return painted(pages_of(paper, say), paper.title)


def write_pdf(paper: Paper, path: Path, say: Catalogue) -> None:
    """Write a paper as PDF. Raises a ``UserError`` if the file cannot be written."""
    content = pdf_bytes(paper, say)

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    write_whole(path, write)
