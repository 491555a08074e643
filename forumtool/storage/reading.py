"""Reading frozen rows from the one connection.

Reads are SQL over the driver's cursor into named tuples: a third of the time of mapped objects, and the window can
show a file before the classes that write it are loaded.
"""

from typing import Any, TypeVar

from sqlcipher3 import dbapi2

Row = TypeVar("Row", bound=tuple[Any, ...])


class Reading:
    """Something that frozen rows can be read from: a file, or a step while it is being made."""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection

    def rows(self, kind: type[Row], sql: str, *values: object) -> list[Row]:
        """Return the rows of a query as instances of a named tuple with the same columns in the same order."""
        return [kind(*row) for row in self._connection.execute(sql, values)]

    def one(self, sql: str, *values: object) -> tuple[Any, ...]:
        """Return the first row of a query as a plain tuple, empty if there is none."""
        found = self.plain(sql, *values)
        return found[0] if found else ()

    def plain(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query as plain tuples."""
        found: list[tuple[Any, ...]] = self._connection.execute(sql, values).fetchall()
        return found

    def content(self, name: str) -> bytes:
        """Return the bytes kept under this name, empty if there are none."""
        found = self.one("SELECT bytes FROM content WHERE hash = ?", name)
        return bytes(found[0]) if found else b""
