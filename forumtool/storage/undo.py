"""Taking back a step: a new step with the values before, if nobody has changed them since."""

import json
from collections import defaultdict

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.storage.edit import Edit
from forumtool.storage.journal import BIRTH, Journal, Op
from forumtool.storage.writer import model_of


def revert(edit: Edit, journal: Journal, step: str) -> None:
    """Give every field that a step changed the value it had before; rows born in the step are marked as deleted.

    Values decide, not ops: a field that was changed and brought back since counts as unchanged. Raises a
    ``UserError``, and changes nothing, if a later step has left another value in one of the fields.
    """
    first: dict[tuple[str, str], Op] = {}
    last: dict[tuple[str, str], Op] = {}
    for op in journal.ops(step):
        first.setdefault((op.row, op.field), op)
        last[op.row, op.field] = op
    rows: dict[str, set[str]] = defaultdict(set)
    for op in first.values():
        rows[op.table].add(op.row)
    for table, keys in rows.items():
        edit.load(model_of(table), keys)
    for (row, field), op in reversed(first.items()):
        model = model_of(op.table)
        if field == BIRTH:
            edit.change(model, row, deleted=True)
            continue
        if (row, BIRTH) in first:
            continue
        head = journal.head(row, field)
        if head is None or journal.value(head, field) != json.loads(last[row, field].value):
            raise UserError(
                _(
                    "Das lässt sich nicht rückgängig machen, weil es inzwischen geändert wurde: "
                    "Bitte die Stelle von Hand ändern."
                )
            )
        (parent,) = json.loads(op.parents)
        edit.change(model, row, **{field: journal.value(parent, field)})
