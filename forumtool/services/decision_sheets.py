"""Gathering what the decision sheet says, in one go, before the writing starts."""

from collections import defaultdict

from forumtool.domain.decision_sheet import DecisionSheet, SheetCard, SheetGoal
from forumtool.domain.names import DEFAULT_POLICY
from forumtool.domain.stopping import breathing
from forumtool.services.naming import names_by
from forumtool.storage.queries.decided import stand
from forumtool.storage.queries.process import action_fields, goals, process, steering_members
from forumtool.storage.queries.steering import DecisionLine, decision_lines
from forumtool.storage.reading import Reading


def decision_sheet(
    source: Reading, *, forum_id: str | None = None, only_open: bool = False, names: str = DEFAULT_POLICY
) -> DecisionSheet:
    """Return the sheet of all proposals, or of a forum's, or of those that nothing is decided of yet.

    ``names`` is a policy of ``domain.names`` for those who are responsible; another raises ``ValueError``.
    """
    (policy,) = names_by(source, names)
    fields = {row.id: f"{row.number} {row.title}".strip() for row in action_fields(source)}
    found = source.plain("SELECT id, goal_id, kind FROM card WHERE ?1 IS NULL OR forum_id = ?1", forum_id)
    told_of = {key: (goal_id, kind) for key, goal_id, kind in found}
    cards: dict[str | None, list[SheetCard]] = defaultdict(list)
    for line in breathing(decision_lines(source)):
        if line.id in told_of and not (only_open and line.verdict):
            goal_id, kind = told_of[line.id]
            cards[goal_id].append(_card(line, policy.task(line.responsible), fields)._replace(kind=kind))
    labels = {goal.id: goal.label for goal in goals(source)}
    order = [*labels, *(key for key in cards if key not in labels)]
    own = process(source)
    return DecisionSheet(
        own.title,
        own.host,
        len(steering_members(source)),
        stand(source),
        tuple(SheetGoal(labels.get(key or "", ""), tuple(cards[key])) for key in order if cards[key]),
        tuple(fields.values()),
    )


def _card(line: DecisionLine, responsible: str, fields: dict[str, str]) -> SheetCard:
    return SheetCard(
        line.number,
        line.text,
        line.forum_title,
        line.cluster_title,
        line.dots,
        line.verdict,
        line.merged_with,
        line.reason,
        responsible,
        line.due,
        line.votes_yes,
        line.votes_no,
        line.votes_abstained,
        line.measure_number,
        fields.get(line.action_field_id or "", ""),
    )
