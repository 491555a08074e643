"""A round that nobody has asked yet: the rules of the last one, and the question that is most likely meant."""

from forumtool.domain.rows import DotRoundRow, GoalRow
from forumtool.services import weighing
from forumtool.storage.reading import Reading
from forumtool.ui.places.weighing import wordings


def first_draft(source: Reading, forum_id: str | None, goal: GoalRow | None, *, has_groups: bool) -> DotRoundRow:
    """Return what is asked first about a goal; where there is no group, its cards are weighed."""
    row = weighing.draft(source, forum_id=forum_id, goal_id=goal.id if goal else None)
    return worded(source, row if has_groups or goal is None else row._replace(targets="cards"), goal)


def draft_with(
    source: Reading, forum_id: str | None, goal_id: str | None, goal: GoalRow | None, **rules: object
) -> DotRoundRow:
    """Return a round with these rules, about a goal or (None) the whole forum; ``goal`` is the one being worked on."""
    kind = str(rules.get("kind", "dots"))
    row = weighing.draft(source, forum_id=forum_id, goal_id=goal_id, kind=kind)
    return worded(source, row._replace(**rules), goal)  # type: ignore[arg-type]  # fields of a round by their names


def worded(source: Reading, row: DotRoundRow, goal: GoalRow | None) -> DotRoundRow:
    """Return a round with the question, and the words of a scale, that are most likely meant."""
    one = wordings.first(source, row, goal)
    row = row._replace(question=one.question)
    return row._replace(low=one.low, high=one.high) if row.kind == "scale" else row
