"""Putting a paper into a Word file, as window and terminal do it."""

from pathlib import Path
from typing import BinaryIO

from forumtool.exports.papers import Paper
from forumtool.exports.whole_file import write_whole
from forumtool.i18n import Catalogue


def write_word(paper: Paper, path: Path, host: str, say: Catalogue) -> list[str]:
    """Write a paper as a Word document; return a sentence for everything that could not stand in it as it was typed.

    Raises a ``UserError`` if the file cannot be written; an old one stays then.
    """
    from forumtool.exports import papers_docx

    notes: list[str] = []

    def write(stream: BinaryIO) -> None:
        notes.extend(papers_docx.write(paper, stream, host, say))

    write_whole(path, write)
    return notes
