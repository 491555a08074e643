"""A hash of all rows of a file: equal for equal content, whatever the keys and the history are.

Each row hashes its fields, with references replaced by the hash of the row they lead to; the digest is the hash of
all living rows' hashes, sorted. Two files in which the same was done in a different order of keys are equal. What was
refused is no content: it decides which suggestions are shown, and stands in no minutes.
"""

import hashlib
import json
from typing import Any

from forumtool.storage.check import columns, tables
from forumtool.storage.forum_file import ForumFile

_NOT_CONTENT = {"id", "deleted"}
_NO_CONTENT = {"refusal"}


def digest(file: ForumFile) -> str:
    """Return the digest as 64 hexadecimal digits."""
    hashes = _Hashes(file)
    return hashlib.sha256("".join(sorted(hashes.all())).encode()).hexdigest()


class _Hashes:
    def __init__(self, file: ForumFile) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        self._tables: dict[str, str] = {}
        self._references: dict[str, set[str]] = {}
        self._known: dict[str, str] = {}
        for table in set(tables(file)) - _NO_CONTENT:
            names = columns(file, table)
            self._references[table] = {
                name for (name,) in file.plain('SELECT "from" FROM pragma_foreign_key_list(?)', table)
            }
            quoted = ", ".join(f'"{name}"' for name in names)
            for values in file.plain(f'SELECT {quoted} FROM "{table}"'):  # noqa: S608 - names from the schema
                row = dict(zip(names, values, strict=True))
                self._rows[row["id"]] = row
                self._tables[row["id"]] = table

    def all(self) -> list[str]:
        return [self._hash(key) for key, row in self._rows.items() if not row["deleted"]]

    def _hash(self, key: str) -> str:
        if key in self._known:
            return self._known[key]
        self._known[key] = key  # ends a circle of references
        table = self._tables[key]
        references = self._references[table]
        content = {
            name: self._hash(value) if name in references and value in self._rows else value
            for name, value in self._rows[key].items()
            if name not in _NOT_CONTENT
        }
        text = json.dumps([table, content], ensure_ascii=False, sort_keys=True)
        self._known[key] = hashlib.sha256(text.encode()).hexdigest()
        return self._known[key]
