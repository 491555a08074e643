"""Taking back a step: a new step with the values before, if nobody has changed them since."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.storage import many
from forumtool.storage.edit import Edit
from forumtool.storage.journal import BIRTH, Journal, Progress, Replaced
from forumtool.storage.writer import model_of

_AT_ONCE = 500  # rows
_value = lru_cache(maxsize=4096)(json.loads)  # the same few values over and over: "deleted" is true or false
_Rows = dict[str, dict[str, dict[str, Any]]]  # values by field, by row, by table


def revert(edit: Edit, journal: Journal, step: str, progress: Progress | None = None) -> None:
    """Give every field that a step changed the value it had before; rows born in the step are marked as deleted.

    Values decide, not ops: a field that was changed and brought back since counts as unchanged. Raises a
    ``UserError``, and changes nothing, if a later step has left another value in one of the fields. ``progress``
    hears how far a long way is.
    """
    total = journal.count_rows(step)

    def tell(done: int) -> None:
        if progress is not None and total > _AT_ONCE:
            progress(done, total)

    tell(0)
    told = journal.replaced(step)
    born = {change.row for change in told if change.field == BIRTH}
    kept = [change for change in told if change.row not in born]
    _require_unchanged(edit, kept)
    before = _before(kept)
    for change in told:
        if change.field == BIRTH:
            before[change.table][change.row] = {"deleted": True}
    _give(edit, before, tell)


def _require_unchanged(edit: Edit, kept: Collection[Replaced]) -> None:
    after: _Rows = defaultdict(lambda: defaultdict(dict))
    for change in kept:
        after[change.table][change.row][change.field] = _value(change.after)
    for table, rows in after.items():
        names = dict.fromkeys(name for values in rows.values() for name in values)
        now = edit.values(model_of(table), rows, names)
        if any({name: now[key][name] for name in values} != values for key, values in rows.items()):
            raise UserError(
                _(
                    "Das lässt sich nicht rückgängig machen, weil es inzwischen geändert wurde: "
                    "Bitte die Stelle von Hand ändern."
                )
            )


def _before(kept: Iterable[Replaced]) -> _Rows:
    """Return what the fields held before the first change of each; one that came with a newer format held nothing."""
    found: _Rows = defaultdict(lambda: defaultdict(dict))
    for table, row, field, _after, before in kept:
        value = many.default(model_of(table), field) if before is None else _value(before)
        found[table][row].setdefault(field, value)
    return found


def _give(edit: Edit, rows: Mapping[str, Mapping[str, Mapping[str, Any]]], tell: Callable[[int], None]) -> None:
    done = 0
    for table, changes in rows.items():
        for some in _chunks(changes):
            edit.change_many(model_of(table), some)
            done += len(some)
            tell(done)


def _chunks(changes: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Mapping[str, Any]]]:
    left = iter(changes.items())
    while some := dict(islice(left, _AT_ONCE)):
        yield some
