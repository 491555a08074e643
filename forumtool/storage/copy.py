"""A copy of an open file in memory, as it is at one moment, for work on another thread.

The file keeps every other connection out for as long as it is open, and its own belongs to one thread. SQLite copies
its pages at the speed of memory (sqlite.org/backup.html): 62 MB with 20,000 cards take 50 to 80 ms. What happens in the
file afterwards, undo too, is not in the copy.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlcipher3 import dbapi2

from forumtool.domain.stopping import breathe, is_stopped
from forumtool.storage.journal import CARD_VIEW
from forumtool.storage.reading import Reading, Row

_INSTRUCTIONS = 20_000  # of SQLite's machine, about a millisecond, until it asks whether to go on


class Copy(Reading):
    """Frozen rows of one moment. Made on the file's thread, read on any one other, and closed there.

    Long queries end with ``Stopped`` once nobody wants the work any more.
    """

    def __init__(self, source: dbapi2.Connection) -> None:
        # Read by one thread at a time, only not by the one that made it: check_same_thread knows no handing over.
        link = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            source.backup(link)
            link.execute(CARD_VIEW)
            link.execute("PRAGMA query_only=ON")
            link.set_progress_handler(is_stopped, _INSTRUCTIONS)
        except BaseException:
            link.close()
            raise
        super().__init__(link)

    def rows(self, kind: type[Row], sql: str, *values: object) -> list[Row]:
        """Return rows as ``Reading`` does."""
        with _stopping():
            return super().rows(kind, sql, *values)

    def plain(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows as ``Reading`` does."""
        with _stopping():
            return super().plain(sql, *values)

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()


@contextmanager
def _stopping() -> Iterator[None]:
    """Say that the work was stopped where SQLite says that it was interrupted."""
    breathe()
    try:
        yield
    except dbapi2.OperationalError:
        breathe()
        raise
