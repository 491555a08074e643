"""Counting the room's dots: one person enters them for everybody, and corrects them later."""

from typing import Any

from forumtool.domain.errors import UserError
from forumtool.domain.rows import DOT_COLOURS, DotRoundRow, Scope
from forumtool.i18n import N_, _
from forumtool.services.lists import last_position
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.outcomes import dot_rounds
from forumtool.storage.queries.weighing import present_by_bench
from forumtool.storage.reading import Reading

FEWEST_STEPS, MOST_STEPS = 3, 10


def ask(file: ForumFile, *, forum_id: str | None, goal_id: str | None, question: str, **rules: Any) -> Step | None:
    """Put a question to the room: a new round for a goal, or (None) for the whole forum.

    ``rules`` are other fields of ``DotRound``: kind, dots_per_person, voters, targets, cluster_id, several_on_one,
    per_constituency, steps, low and high.
    """
    with file.step(N_("Gewichtungsfrage gestellt")) as edit:
        place_round(edit, forum_id=forum_id, goal_id=goal_id, question=question, **rules)
    return edit.done


def ask_and_count(
    file: ForumFile,
    *,
    forum_id: str | None,
    goal_id: str | None,
    question: str,
    dots: int,
    target_id: str = "",
    constituency_id: str | None = None,
    scale_step: int = 0,
    **rules: Any,
) -> Step | None:
    """Enter the first dots of a goal, with the round they belong to and how many people weigh, as one step."""
    with file.step(N_("{dots} Punkte gezählt"), dots=dots) as edit:
        if dots and not rules.get("voters"):
            rules["voters"] = present(edit, forum_id)
        round_id = place_round(edit, forum_id=forum_id, goal_id=goal_id, question=question, **rules)
        place_count(edit, round_id, target_id, dots, constituency_id=constituency_id, scale_step=scale_step)
    return edit.done


def draft(source: Reading, *, forum_id: str | None, goal_id: str | None, kind: str = "dots") -> DotRoundRow:
    """Return a round that nobody has asked yet, without a key: its rules are those of the forum's last of its kind.

    Only how many people weigh is open again: that is who is there when its dots are counted.
    """
    found = [row for row in dot_rounds(source, Scope(forum_id)) if row.kind == kind]
    if not found:
        return DotRoundRow("", forum_id, goal_id, "", 5, 0, "clusters", True, False, kind)
    return found[-1]._replace(
        id="", goal_id=goal_id, question="", voters=0, targets="clusters", cluster_id=None, counts=()
    )


def rules(row: DotRoundRow) -> dict[str, Any]:
    """Return the rules of a round as ``ask`` takes them."""
    names = ("kind", "dots_per_person", "voters", "targets", "cluster_id", "steps", "low", "high")
    kept = {name: getattr(row, name) for name in names}
    return {**kept, "several_on_one": bool(row.several_on_one), "per_constituency": bool(row.per_constituency)}


def place_round(edit: Edit, *, forum_id: str | None, goal_id: str | None, question: str, **rules: Any) -> str:
    """Add a round within a step and return its key."""
    from forumtool.domain.models import DotRound

    position = last_position(edit, "dot_round", forum_id=forum_id)
    row = edit.add(DotRound(forum_id=forum_id, goal_id=goal_id, question=question, position=position, **rules))
    edit.flush()
    return row.id


def change_round(file: ForumFile, round_id: str, **values: object) -> Step | None:
    """Change question, dots_per_person, voters, several_on_one, per_constituency, steps, low or high of a round."""
    from forumtool.domain.models import DotRound

    with file.step(N_("Gewichtungsfrage geändert")) as edit:
        edit.change(DotRound, round_id, **values)
    return edit.done


def aim_round(file: ForumFile, round_id: str, targets: str, cluster_id: str | None = None) -> Step | None:
    """Let the dots go on "clusters" or "cards", with a cluster on its cards only.

    Raises a ``UserError`` when dots lie already on what they could not go on any more; nothing is changed then.
    """
    from forumtool.domain.models import DotRound

    column = "cluster_id" if targets == "cards" else "proposal_id"
    with file.step(N_("Gewichtungsfrage geändert")) as edit:
        if edit.one(
            f"SELECT 1 FROM dot_count WHERE dot_round_id = ? AND {column} IS NOT NULL AND dots > 0 AND NOT deleted",  # noqa: S608
            round_id,
        ):
            raise UserError(_("In dieser Runde sind schon Punkte gezählt: Bitte dafür eine neue Runde beginnen."))
        edit.change(DotRound, round_id, targets=targets, cluster_id=cluster_id)
    return edit.done


def remove_round(file: ForumFile, round_id: str) -> Step | None:
    """Delete a round with its counts."""
    from forumtool.domain.models import DotRound

    with file.step(N_("Gewichtung gelöscht")) as edit:
        edit.remove(DotRound, round_id)
    return edit.done


def count(
    file: ForumFile, round_id: str, target_id: str, dots: int, *, constituency_id: str | None = None
) -> Step | None:
    """Enter the dots counted on a group or card, of one constituency where coloured dots are used.

    Entering again corrects them; 0 takes the count away. With the first dots of a round it is kept how many people
    weigh, unless that was entered: who comes later has stuck none.
    """
    with file.step(N_("{dots} Punkte gezählt"), dots=dots) as edit:
        _keep_voters(edit, round_id, dots)
        place_count(edit, round_id, target_id, dots, constituency_id=constituency_id)
    return edit.done


def count_on_step(file: ForumFile, round_id: str, scale_step: int, dots: int) -> Step | None:
    """Enter the points counted on a step of a scale, 1 being the one beside the lower word; else as ``count``."""
    with file.step(N_("{dots} Punkte gezählt"), dots=dots) as edit:
        _keep_voters(edit, round_id, dots)
        place_count(edit, round_id, "", dots, scale_step=scale_step)
    return edit.done


def _keep_voters(edit: Edit, round_id: str, dots: int) -> None:
    from forumtool.domain.models import DotRound

    round_ = edit.get(DotRound, round_id)
    if not dots or round_ is None or round_.voters:
        return
    if not edit.one("SELECT 1 FROM dot_count WHERE dot_round_id = ? AND dots > 0 AND NOT deleted", round_id):
        edit.change(DotRound, round_id, voters=present(edit, round_.forum_id))


def place_count(
    edit: Edit,
    round_id: str,
    target_id: str,
    dots: int,
    *,
    constituency_id: str | None = None,
    scale_step: int = 0,
) -> None:
    """Enter a count within a step. A count of everybody replaces those of single constituencies."""
    from forumtool.domain.models import DotCount, DotRound

    round_ = edit.get(DotRound, round_id)
    where = _spot(edit, target_id)
    there = edit.plain(
        "SELECT id FROM dot_count WHERE dot_round_id = ? AND cluster_id IS ? AND proposal_id IS ? AND scale_step = ?"
        " AND (? OR constituency_id IS ?) AND NOT deleted ORDER BY constituency_id IS NOT NULL, id",
        round_id, where["cluster_id"], where["proposal_id"], scale_step,
        round_ is not None and not round_.per_constituency, constituency_id,
    )  # fmt: skip
    for (key,) in there[1:]:
        edit.remove(DotCount, key)
    if there:
        edit.change(DotCount, there[0][0], dots=dots, constituency_id=constituency_id)
    elif dots:
        edit.add(
            DotCount(dot_round_id=round_id, constituency_id=constituency_id, scale_step=scale_step, dots=dots, **where)
        )


def _spot(edit: Edit, target_id: str) -> dict[str, Any]:
    """Whether a key is a cluster's or a card's; keys are unique over all tables."""
    is_cluster = bool(edit.one("SELECT 1 FROM cluster WHERE id = ?", target_id))
    return {
        "cluster_id": target_id if is_cluster else None,
        "proposal_id": target_id if target_id and not is_cluster else None,
    }


def colour_dots(file: ForumFile, constituency_id: str, colour: int) -> Step | None:
    """Say which colour the dots of a constituency have, 1 to ``DOT_COLOURS``."""
    from forumtool.domain.models import Constituency

    if not 1 <= colour <= DOT_COLOURS:
        raise ValueError(f"no colour {colour} of dots")
    with file.step(N_("Punktfarbe geändert")) as edit:
        edit.change(Constituency, constituency_id, colour=colour)
    return edit.done


def expected_dots(source: Reading, row: DotRoundRow) -> int:
    """Return how many dots the room has: voters times dots each, on a scale one for each voter."""
    return voters(source, row) * each(row)


def each(row: DotRoundRow) -> int:
    """Return how many dots a person has in a round: one on a scale."""
    return 1 if row.kind == "scale" else row.dots_per_person


def voters(source: Reading, row: DotRoundRow) -> int:
    """Return how many people weigh: as kept with the round, else those present at its forum."""
    return row.voters or present(source, row.forum_id)


def present(source: Reading, forum_id: str | None) -> int:
    """Return how many people are present at a forum."""
    return sum(present_by_bench(source, forum_id).values())
