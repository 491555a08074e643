"""Many rows of one table, read and written past the session: a tenth of the time that an object for each would take.

Whoever writes here records as well; only ``Edit`` does.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from forumtool.domain.identity import new_id

if TYPE_CHECKING:
    from forumtool.domain.models import Recorded

Values = Mapping[str, Any]


def filled(kind: "type[Recorded]", rows: Iterable[Values]) -> list[dict[str, Any]]:
    """Return the rows with a key and a value for every field, as an object of this class would have them."""
    made = []
    for row in rows:
        whole = {**_blank(kind), **row}
        whole["id"] = row.get("id") or new_id()
        if len(whole) != len(_blank(kind)):
            raise TypeError(f"{kind.__name__} has no such field: {', '.join(row.keys() - _blank(kind).keys())}")
        made.append(whole)
    return made


def default(kind: "type[Recorded]", field: str) -> Any:
    """Return the value of a field that nobody has given one."""
    return _blank(kind)[field]


@cache
def _blank(kind: "type[Recorded]") -> dict[str, Any]:
    return {name: None if field.default_factory else field.default for name, field in kind.model_fields.items()}


def insert(connection: dbapi2.Connection, table: str, rows: Collection[Values]) -> None:
    """Write new rows that have the same fields in the same order."""
    if rows:
        names = list(next(iter(rows)))
        places = ", ".join("?" * len(names))
        sql = f'INSERT INTO "{table}" ({_listed(names)}) VALUES ({places})'  # noqa: S608 - names of the models
        connection.executemany(sql, [tuple(row.values()) for row in rows])


def update(connection: dbapi2.Connection, table: str, changes: Mapping[str, Values]) -> None:
    """Give rows new values, by their keys."""
    alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for key, values in changes.items():
        alike[tuple(values)].append((*values.values(), key))
    for names, rows in alike.items():
        given = ", ".join(f'"{name}" = ?' for name in names)
        connection.executemany(f'UPDATE "{table}" SET {given} WHERE id = ?', rows)  # noqa: S608 - names of the models


def values(
    connection: dbapi2.Connection, table: str, keys: Collection[str], names: Collection[str]
) -> dict[str, dict[str, Any]]:
    """Return what stands in some fields of the rows with these keys; rows that are not there are left out."""
    sql = f'SELECT id, {_listed(names)} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'  # noqa: S608
    rows = connection.execute(sql, (json.dumps(list(keys)),))
    return {key: dict(zip(names, found, strict=True)) for key, *found in rows}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
