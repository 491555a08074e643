"""What was decided of each proposal: now, and as it was at a recorded step."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from forumtool.storage.journal import BIRTH
from forumtool.storage.reading import Reading

_DIGITS = 16


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


def stand(source: Reading) -> str:
    """Return how far the file is, so that what was decided then can be told later: for a list that goes out.

    It names the last step, the last one of each laptop that changed a decision, and a digest of the changes that are
    known. No clock decides what was known: a step that another laptop made before and that was merged later is none
    of them. Empty for a file in which nothing was ever done.
    """
    (newest,) = source.one("SELECT max(id) FROM step")
    known = source.plain("SELECT o.id, o.step FROM decision d JOIN op o ON o.row = d.id AND o.tbl = 'decision'")
    last: dict[str, str] = {}
    for step in (newest or "", *(step for _key, step in known)):
        last[_laptop(step)] = max(step, last.get(_laptop(step), ""))
    return " ".join((_digest(key for key, _step in known), *sorted(last.values()))) if newest else ""


def decided_at(source: Reading, then: str) -> dict[str, Decided] | None:
    """Return the decisions as they were at a stand, or None for one that the file cannot go back to.

    A stand of one word is that of an older list: the id of the step that the clocks call the last.
    """
    digest, *steps = then.split() if " " in then else ("", then)
    if any(not source.plain("SELECT 1 FROM step WHERE id = ?", step) for step in steps):
        return None
    ops = source.plain("SELECT id, step, row, field, value FROM op WHERE tbl = 'decision' ORDER BY id")
    last = {_laptop(step): step for step in steps}
    known = [op for op in ops if op[1] <= (last.get(_laptop(op[1]), "") if digest else then)]
    if digest and digest != _digest(op[0] for op in known):
        return None
    return decided_now(source) if len(known) == len(ops) else _replayed(known)


def knows(source: Reading, then: str) -> bool:
    """Tell whether a stand is one of this file or of a copy of it: whether one of its steps was ever recorded here."""
    steps = then.split()[1:] or [then]
    return any(source.plain("SELECT 1 FROM step WHERE id = ?", step) for step in steps)


def _replayed(ops: Iterable[tuple[str, str, str, str, str]]) -> dict[str, Decided]:
    rows: dict[str, dict[str, Any]] = {}
    for _id, _step, key, field, value in ops:
        given = json.loads(value)
        rows.setdefault(key, {}).update(given if field == BIRTH else {field: given})
    found: dict[str, Decided] = {}
    for _key, row in sorted(rows.items()):
        if not row["deleted"] and row["proposal_id"]:
            found.setdefault(row["proposal_id"], Decided(**{k: row[k] for k in Decided._fields if k in row}))
    return found


def _digest(ops: Iterable[str]) -> str:
    return sha256(" ".join(sorted(ops)).encode()).hexdigest()[:_DIGITS]


def _laptop(reading: str) -> str:
    """The key of the laptop whose clock was read (``identity.HybridClock``)."""
    return reading.rpartition("-")[2]
