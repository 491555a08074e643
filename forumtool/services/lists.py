"""Putting rows in order: one rule for every list that has a ``position``."""

from typing import TYPE_CHECKING

from forumtool.domain.ordering import place_after, place_between
from forumtool.storage.edit import Edit
from forumtool.storage.reading import Reading

if TYPE_CHECKING:
    from forumtool.domain.models import Recorded


def last_position(source: Reading, table: str, **where: str | None) -> str:
    """Return a position behind the last living row of a table, among the rows with these values."""
    condition = "".join(f" AND {column} IS ?" for column in where)
    (last,) = source.one(f"SELECT max(position) FROM {table} WHERE NOT deleted{condition}", *where.values())  # noqa: S608
    return place_after(last or "")


def shift(edit: Edit, model: "type[Recorded]", key: str, step: int, *among: str) -> None:
    """Move a row one place up (-1) or down (+1) among those with its values in some columns, where there is a place."""
    row = edit.get(model, key)
    if row is None:
        return
    where = {column: getattr(row, column) for column in among}
    place = _position_beside(edit, str(model.__tablename__), key, step=step, **where)
    if place:
        edit.change(model, key, position=place)


def _position_beside(source: Reading, table: str, key: str, *, step: int, **where: str | None) -> str | None:
    condition = "".join(f" AND {column} IS ?" for column in where)
    rows = [
        (found_key, position)
        for found_key, position in source.plain(
            f"SELECT id, position FROM {table} WHERE NOT deleted{condition} ORDER BY position, id",  # noqa: S608
            *where.values(),
        )
    ]
    at = next((index for index, (found_key, _) in enumerate(rows) if found_key == key), -1)
    to = at + step
    if at < 0 or not 0 <= to < len(rows):
        return None
    others = [position for found_key, position in rows if found_key != key]
    before = others[to - 1] if to > 0 else ""
    after = others[to] if to < len(others) else ""
    return place_between(before, after)
