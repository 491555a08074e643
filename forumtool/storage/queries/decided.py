"""What was decided of each proposal: now, and as it was at a recorded step."""

import json
from typing import Any, NamedTuple

from forumtool.storage.journal import BIRTH
from forumtool.storage.reading import Reading


class Decided(NamedTuple):
    """What the steering group decided of a proposal; nothing of it is the default."""

    verdict: str = ""
    merged_with_id: str | None = None
    reason: str = ""
    responsible: str = ""
    due: str = ""
    votes_yes: int = 0
    votes_no: int = 0
    votes_abstained: int = 0
    measure_number: str = ""
    action_field_id: str | None = None


UNDECIDED = Decided()


def decided_now(source: Reading) -> dict[str, Decided]:
    """Return the decisions by the keys of their proposals; of several decisions the first one counts."""
    found: dict[str, Decided] = {}
    for proposal_id, *values in source.plain(
        f"SELECT proposal_id, {', '.join(Decided._fields)} FROM decision"
        " WHERE NOT deleted AND proposal_id IS NOT NULL ORDER BY id"
    ):
        found.setdefault(proposal_id, Decided(*values))
    return found


def decided_at(source: Reading, step: str) -> dict[str, Decided] | None:
    """Return the decisions as they were right after a recorded step, or None for a step that the file does not know."""
    if not source.plain("SELECT 1 FROM step WHERE id = ?", step):
        return None
    if not source.plain("SELECT 1 FROM op WHERE tbl = 'decision' AND step > ? LIMIT 1", step):
        return decided_now(source)
    rows: dict[str, dict[str, Any]] = {}
    for key, field, value in source.plain(
        "SELECT row, field, value FROM op WHERE tbl = 'decision' AND step <= ? ORDER BY id", step
    ):
        given = json.loads(value)
        rows.setdefault(key, {}).update(given if field == BIRTH else {field: given})
    found: dict[str, Decided] = {}
    for _key, row in sorted(rows.items()):
        if not row["deleted"] and row["proposal_id"]:
            found.setdefault(row["proposal_id"], Decided(**{k: row[k] for k in Decided._fields if k in row}))
    return found


def last_step(source: Reading) -> str:
    """Return the id of the last recorded step."""
    (newest,) = source.one("SELECT max(id) FROM step")
    return str(newest or "")
