"""What a version of the minutes said, and what became of it since: by kind of thing, then by its key.

A version is kept as plain text by field, so that it can be compared for as long as the file is read, whatever the
tables become. Nobody who contributed is in it: an erased name has no second place to stand in.
"""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

LABEL = "label"
"""The field that says what people call a thing by."""

Said = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Kind of thing → its key → its fields. A field that is empty may be missing."""


class Change(NamedTuple):
    """What became of one thing: ``what`` is "added", "changed" or "removed"; a ``field`` only where it was changed."""

    kind: str
    key: str
    what: str
    label: str
    field: str = ""
    before: str = ""
    after: str = ""


class Changes(NamedTuple):
    """What is new against a version that was sent at a time (ISO 8601 in UTC)."""

    version: int
    sent_at: str
    rows: tuple[Change, ...]


def frozen(said: Said) -> bytes:
    """Return what a version says as compact JSON; equal words give equal bytes."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def thawed(data: bytes) -> Said:
    """Return what a version said; nothing where nothing was kept."""
    found: Said = json.loads(data) if data else {}
    return found


def compared(before: Said, after: Said) -> tuple[Change, ...]:
    """Return the changes in the order of what there is now, each kind's removed things last."""
    kinds = dict.fromkeys((*after, *before))
    return tuple(change for kind in kinds for change in _kind(kind, before.get(kind, {}), after.get(kind, {})))


def _kind(
    kind: str, before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]
) -> Iterator[Change]:
    for key, fields in after.items():
        if key not in before:
            yield Change(kind, key, "added", fields.get(LABEL, ""), after=fields.get("text", ""))
        elif fields != before[key]:
            yield from _fields(kind, key, before[key], fields)
    for key, fields in before.items():
        if key not in after:
            yield Change(kind, key, "removed", fields.get(LABEL, ""), before=fields.get("text", ""))


def _fields(kind: str, key: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for field in dict.fromkeys((*after, *before)):
        old, new = before.get(field, ""), after.get(field, "")
        if old != new:
            yield Change(kind, key, "changed", after.get(LABEL, ""), field, old, new)
