"""Opening a file for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forumtool.storage.connection import database_sentences
from forumtool.storage.forum_file import ForumFile


@contextmanager
def opened(path: Path) -> Iterator[ForumFile]:
    """Open a file for a command that changes it."""
    with database_sentences(path), ForumFile.open(path) as file:
        yield file


@contextmanager
def opened_to_read(path: Path) -> Iterator[ForumFile]:
    """Open a file for a command that only reads; one that was closed properly stays as it is, byte for byte."""
    with database_sentences(path), ForumFile.open_to_read(path) as file:
        yield file
