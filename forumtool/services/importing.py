"""Reading lists that people bring: first a look at what each row would become, then all of it as one step."""

from collections.abc import Mapping, Sequence

from forumtool.domain.capture_line import Draft
from forumtool.domain.errors import Unchanged, UserError
from forumtool.domain.ordering import place_after
from forumtool.i18n import N_, _
from forumtool.imports.participant_list import Acquaintance, plan_people
from forumtool.imports.plan import ParticipantPlan, PlannedIndicator, ProposalPlan
from forumtool.imports.proposal_list import Known, plan_list
from forumtool.imports.table import Table
from forumtool.services import goals as goal_service
from forumtool.services.lists import last_position
from forumtool.services.many_cards import NewCard, place_many
from forumtool.services.people import place_known, place_participant, scope_of
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Progress, Step
from forumtool.storage.queries.forums import forum, known_elsewhere, participants
from forumtool.storage.queries.process import constituencies, goals, theme_fields
from forumtool.storage.reading import Reading


def plan_proposals(
    source: Reading, table: Table, mapping: Mapping[str, str] | None = None, *, forum_id: str | None = None
) -> ProposalPlan:
    """Say what each row of a list would become in this file; nothing is changed.

    ``mapping`` gives the column of a meaning ({"text": "TEXT"}); what it does not name is guessed. Without a forum
    the proposals belong to the process. Raises a ``UserError`` for a column or a forum that is not there.
    """
    field = _field_of_forum(source, forum_id) if forum_id else ""
    known = Known(theme_fields(source), goals(source), _cards(source, forum_id), forum_id, field)
    return plan_list(table, mapping, known)


def take_proposals(file: ForumFile, plan: ProposalPlan, progress: Progress | None = None) -> Step:
    """Put a plan into the file as one step and return it.

    Raises ``Unchanged`` if there is nothing to put in, and a ``UserError`` if the file has changed since the plan so
    that it would be another one; nothing is written then.
    """
    label = N_("Vorschlag eingelesen") if len(plan.proposals) == 1 else N_("{count} Vorschläge eingelesen")
    with file.step(label, count=len(plan.proposals)) as edit:
        _require_current(plan, plan_proposals(edit, plan.table, plan.mapping, forum_id=plan.forum_id))
        keys = _place_goals(edit, plan)
        _place_indicators(edit, keys, plan.indicators)
        cards = [
            NewCard(Draft(one.text, one.kind, one.tags), keys[one.goal], one.note, one.reference)
            for one in plan.proposals
        ]
        place_many(edit, cards, forum_id=plan.forum_id, progress=progress)
    return _step(edit)


def plan_participants(
    source: Reading,
    forum_id: str,
    table: Table,
    mapping: Mapping[str, str] | None = None,
    *,
    doubles: bool = False,
    decided: Mapping[int, bool] | None = None,
) -> ParticipantPlan:
    """Say whom each row of a list would put on a forum's list; nothing is changed.

    Who is on it already with the same name and organisation is left out unless ``doubles``; ``decided`` is what the
    user says of single lines. Raises a ``UserError`` for a column or a forum that is not there.
    """
    _field_of_forum(source, forum_id)
    known = [Acquaintance(row.name, row.organisation) for row in participants(source, forum_id)]
    known += [
        Acquaintance(row.name, row.organisation, row.id, row.where, row.constituency)
        for row in known_elsewhere(source, forum_id)
    ]
    benches = [bench.title for bench in constituencies(source, scope_of(source, forum_id))]
    return plan_people(
        table, mapping, forum_id=forum_id, known=known, benches=benches, doubles=doubles, decided=decided
    )


def take_participants(file: ForumFile, plan: ParticipantPlan, progress: Progress | None = None) -> Step:
    """Put the people of a plan on the forum's list, expected, as one step and return it.

    Raises ``Unchanged`` if there is nobody to put on it, and a ``UserError`` if the list has changed since the plan.
    """
    label = N_("Person eingelesen") if len(plan.people) == 1 else N_("{count} Personen eingelesen")
    with file.step(label, count=len(plan.people)) as edit:
        again = plan_participants(
            edit, plan.forum_id, plan.table, plan.mapping, doubles=plan.doubles, decided=plan.decided
        )
        _require_current(plan, again)
        for done, (person, key) in enumerate(zip(plan.people, plan.keys, strict=True), 1):
            if key is None:
                place_participant(edit, plan.forum_id, person, state="expected")
            else:
                place_known(edit, plan.forum_id, key, person, state="expected")
            _tell(progress, done, len(plan.people))
    return _step(edit)


def _require_current(plan: object, again: object) -> None:
    if plan != again:
        raise UserError(_("Die Datei hat sich seit der Vorschau geändert: Bitte die Liste noch einmal auswählen."))


def _step(edit: Edit) -> Step:
    if edit.done is None:
        raise Unchanged(_("In der Liste steht nichts, was noch nicht in der Datei ist."))
    return edit.done


def _field_of_forum(source: Reading, forum_id: str) -> str:
    found = forum(source, forum_id)
    if found is None:
        raise UserError(_("Das Forum gibt es nicht mehr: Bitte ein anderes wählen."))
    titles = {field.id: field.title for field in theme_fields(source)}
    return titles.get(found.theme_field_id or "", "")


def _cards(source: Reading, forum_id: str | None) -> set[tuple[str, str, str]]:
    sql = (
        "SELECT goal_id, reference, original_text FROM proposal"
        " WHERE NOT deleted AND forum_id IS ? AND reference <> '' AND goal_id IS NOT NULL"
    )
    return {(goal_id, reference, text) for goal_id, reference, text in source.plain(sql, forum_id)}


def _place_goals(edit: Edit, plan: ProposalPlan) -> list[str]:
    """Add the new fields and goals; return the keys of all goals of the plan."""
    fields = [field.id or goal_service.place_theme_field(edit, field.title) for field in plan.fields]
    return [
        goal.id or goal_service.place_goal(edit, fields[goal.field], goal.number, goal.title) for goal in plan.goals
    ]


def _place_indicators(edit: Edit, goal_keys: Sequence[str], indicators: Sequence[PlannedIndicator]) -> None:
    from forumtool.domain.models import Indicator

    last: dict[str, str] = {}
    for text, reference, key in ((one.text, one.reference, goal_keys[one.goal]) for one in indicators):
        last[key] = place_after(last[key]) if key in last else last_position(edit, "indicator", goal_id=key)
        edit.add(Indicator(goal_id=key, text=text, reference=reference, position=last[key]))


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)
