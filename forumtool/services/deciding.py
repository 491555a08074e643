"""Taking decisions from a list that came back: the chosen changes, all as one step."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from forumtool.domain.capture_line import Draft
from forumtool.domain.errors import Unchanged, UserError
from forumtool.i18n import N_, _
from forumtool.imports.decision_list import read_decision_list
from forumtool.services.decision_changes import compare
from forumtool.services.decision_plan import CONFLICT, NEW, Change, DecisionPlan
from forumtool.services.decisions import put_decision, require_no_circle
from forumtool.services.proposals import place
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.decided import UNDECIDED, decided_now
from forumtool.storage.reading import Reading


def look_at_list(source: Reading, path: Path, today: date | None = None, *, of_any_file: bool = False) -> DecisionPlan:
    """Read a list of decisions and say what it would change; nothing is changed.

    ``of_any_file``: a list that went out of another file is to be taken like one without a stand. Raises a
    ``UserError`` for a file that is no such list.
    """
    return compare(source, read_decision_list(path), today or date.today(), of_any_file=of_any_file)


def preferred(plan: DecisionPlan, *, of_list: bool) -> list[Change]:
    """Return the changes to take unseen; where both were changed, the list or the file keeps its word.

    What a list says twice and differently is never taken unseen.
    """
    return [change for change in plan.changes if change.taken or (of_list and change.kind == CONFLICT)]


def take_decisions(file: ForumFile, changes: Sequence[Change]) -> Step:
    """Put the chosen changes into the file as one step and return it.

    Raises ``Unchanged`` if there is none, and a ``UserError`` if two of them contradict each other, if they merge in a
    circle, or if one of these decisions has been changed since the list was compared; nothing is written then.
    """
    with file.step(N_("Entscheidungsliste eingelesen (Änderungen: {count})"), count=len(changes)) as edit:
        _require_current(edit, changes)
        by_proposal: dict[str, dict[str, Any]] = defaultdict(dict)
        for change in changes:
            if change.proposal_id is not None:
                _require_one_value(by_proposal[change.proposal_id], change)
                by_proposal[change.proposal_id].update(change.values)
        _load(edit, by_proposal)
        for key, values in by_proposal.items():
            put_decision(edit, key, **values)
        require_no_circle(edit, [key for key, values in by_proposal.items() if values.get("verdict") == "merge"])
        _place_added(edit, [change for change in changes if change.kind == NEW])
    if edit.done is None:
        raise Unchanged(_("Die Liste sagt nichts anderes als die Datei."))
    return edit.done


def _require_current(edit: Edit, changes: Iterable[Change]) -> None:
    now = decided_now(edit)
    for change in changes:
        there = now.get(change.proposal_id or "", UNDECIDED)
        if any(getattr(there, field) != value for field, value in change.seen):
            raise UserError(
                _("Inzwischen wurde hier etwas anderes entschieden: Bitte die Entscheidungsliste noch einmal einlesen.")
            )


def _require_one_value(values: dict[str, object], change: Change) -> None:
    if any(values.get(field, value) != value for field, value in change.values):
        raise UserError(
            _("Zu {number} ist zweimal Verschiedenes gewählt: Bitte eines davon abwählen.", number=change.number)
        )


def _load(edit: Edit, proposals: Collection[str]) -> None:
    """Read all decisions at once that will be changed one by one."""
    from forumtool.domain.models import Decision

    found = edit.plain("SELECT id, proposal_id FROM decision WHERE NOT deleted ORDER BY id")
    edit.load(Decision, [key for key, proposal_id in found if proposal_id in proposals])


def _place_added(edit: Edit, changes: Iterable[Change]) -> None:
    for change in changes:
        key, _number = place(edit, Draft(change.text), forum_id=change.forum_id, goal_id=change.goal_id)
        values: dict[str, Any] = dict(change.values)
        put_decision(edit, key, **values)
