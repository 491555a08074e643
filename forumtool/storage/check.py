"""Checking a file: its pages, its references, and its rows against the journal they are a cache of."""

import json
from typing import Any

from forumtool.i18n import _
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import BIRTH

_INFRASTRUCTURE = {"step", "op", "laptop", "content"}


def tables(file: ForumFile) -> list[str]:
    """Return the names of the tables that hold recorded rows."""
    found = file.plain("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1")
    return [name for (name,) in found if name not in _INFRASTRUCTURE]


def columns(file: ForumFile, table: str) -> list[str]:
    """Return the names of a table's columns."""
    return [name for (name,) in file.plain("SELECT name FROM pragma_table_info(?)", table)]


def findings(file: ForumFile) -> list[str]:
    """Return a sentence for each thing that does not fit, an empty list for a sound file. Changes nothing."""
    found = [
        _("Die Seiten der Datei passen nicht zusammen: {what}", what=what)
        for (what,) in file.plain("PRAGMA integrity_check(20)")
        if what != "ok"
    ]
    found += [
        _("In „{table}“ fehlt eine Zeile, auf die verwiesen wird.", table=table)
        for (table,) in file.plain('SELECT "table" FROM pragma_foreign_key_check')
    ]
    return found + _against_journal(file)


def _against_journal(file: ForumFile) -> list[str]:
    told = _replay(file)
    found = []
    for table in tables(file):
        names = columns(file, table)
        for row in file.plain(f'SELECT {", ".join(_quoted(names))} FROM "{table}"'):  # noqa: S608 - own names
            shown = dict(zip(names, row, strict=True))
            expected = told.pop((table, shown["id"]), None)
            if expected is None:
                found.append(_("In „{table}“ steht eine Zeile, von der kein Schritt weiß.", table=table))
            elif any(expected.get(name, shown[name]) != shown[name] for name in names):
                found.append(_("In „{table}“ weicht eine Zeile von den aufgezeichneten Schritten ab.", table=table))
    found += [_("In „{table}“ fehlt eine Zeile, die ein Schritt angelegt hat.", table=table) for table, _row in told]
    return found


def _replay(file: ForumFile) -> dict[tuple[str, str], dict[str, Any]]:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for op in file.journal.all_ops():
        row = rows.setdefault((op.table, op.row), {})
        value = json.loads(op.value)
        row.update(value if op.field == BIRTH else {op.field: value})
    return rows


def _quoted(names: list[str]) -> list[str]:
    return [f'"{name}"' for name in names]
