"""What the steering group decides of a proposal. Deciding again changes the decision; the cards stay as they are."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _
from forumtool.services.proposals import number_of
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.reading import Reading

VERDICTS = ("adopt", "merge", "defer", "reject")


def decide(
    file: ForumFile, proposal_id: str, *, verdict: str | None = None, merged_with_id: str | None = None, **values: Any
) -> Step | None:
    """Decide a proposal or add to its decision, as one step.

    ``verdict`` is one of ``VERDICTS``, empty for open again, or None to leave it; "merge" needs the other proposal.
    ``values`` are reason, responsible, due and decided_on (ISO 8601), votes_yes, votes_no, votes_abstained,
    measure_number and action_field_id. A new verdict is dated today unless ``decided_on`` says otherwise. Raises a
    ``UserError`` if the proposal would be merged with one that is merged with it, over however many others.
    """
    with file.step(N_("Über {number} entschieden"), number=number_of(file, proposal_id)) as edit:
        put_decision(edit, proposal_id, verdict=verdict, merged_with_id=merged_with_id, **values)
        if verdict == "merge":
            require_no_circle(edit, [proposal_id])
    return edit.done


def put_decision(
    edit: Edit, proposal_id: str, *, verdict: str | None = None, merged_with_id: str | None = None, **values: Any
) -> None:
    """Decide a proposal within a step, as ``decide`` does; circles are looked for by ``require_no_circle``."""
    from forumtool.domain.models import Decision

    if verdict is not None:
        _require(verdict, proposal_id, merged_with_id)
        values = {"decided_on": date.today().isoformat() if verdict else "", **values}
        values |= {"verdict": verdict, "merged_with_id": merged_with_id if verdict == "merge" else None}
    there = edit.one("SELECT id FROM decision WHERE proposal_id = ? AND NOT deleted ORDER BY id", proposal_id)
    if there:
        edit.change(Decision, there[0], **values)
    elif any(values.values()):
        edit.add(Decision(proposal_id=proposal_id, **values))


def _require(verdict: str, proposal_id: str, merged_with_id: str | None) -> None:
    if verdict and verdict not in VERDICTS:
        raise ValueError(f"no verdict {verdict!r}")
    if verdict == "merge" and merged_with_id in {None, proposal_id}:
        raise UserError(_("Zum Zusammenführen gehört ein anderer Vorschlag: Bitte einen wählen."))


def require_no_circle(source: Reading, proposal_ids: Collection[str]) -> None:
    """Raise a ``UserError`` if one of these proposals is merged with itself, be it over others."""
    asked, settled = set(proposal_ids), set[str]()
    for start in proposal_ids:
        way: dict[str, None] = {}
        key: str | None = start
        while key is not None and key not in way and key not in settled:
            way[key] = None
            key = _merged_with(source, key)
        settled |= way.keys()
        if key in way:
            keys = list(way)
            circle = keys[keys.index(key) :]
            if asked.intersection(circle):
                raise _in_a_circle(source, circle)


def _in_a_circle(source: Reading, circle: Sequence[str]) -> UserError:
    numbers = [number_of(source, key) for key in (*circle, circle[0])]
    return UserError(
        _(
            "So würde im Kreis zusammengeführt ({way}): Bitte einen der Vorschläge anders entscheiden.",
            way=" → ".join(numbers),
        )
    )


def _merged_with(source: Reading, proposal_id: str) -> str | None:
    found = source.plain(
        "SELECT verdict, merged_with_id FROM decision WHERE proposal_id = ? AND NOT deleted ORDER BY id LIMIT 1",
        proposal_id,
    )
    return next((other for verdict, other in found if verdict == "merge"), None)


def votes_remark(counts: Collection[int], seats: int) -> str:
    """Return that a vote has more votes than the steering group has seats, in words; empty if it has not."""
    votes = sum(counts)
    return _("{votes} Stimmen bei {seats} Sitzen", votes=votes, seats=seats) if 0 < seats < votes else ""
