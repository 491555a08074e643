"""Opening a file for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forumtool.storage.connection import database_sentences, is_write_protected
from forumtool.storage.forum_file import ForumFile


@contextmanager
def opened(path: Path) -> Iterator[ForumFile]:
    """Open a file for a command that changes it."""
    with database_sentences(path), ForumFile.open(path) as file:
        yield file


@contextmanager
def opened_to_read(path: Path) -> Iterator[ForumFile]:
    """Open a file for a command that only reads: a write-protected one, too, which stays untouched."""
    read_only = path.is_file() and is_write_protected(path)
    with database_sentences(path), ForumFile.open(path, read_only=read_only) as file:
        yield file
