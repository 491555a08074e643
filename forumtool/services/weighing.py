"""Counting the room's dots: one person enters them for everybody, and corrects them later."""

from forumtool.domain.rows import DotRoundRow
from forumtool.i18n import N_
from forumtool.services.lists import last_position
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.reading import Reading


def ask(
    file: ForumFile,
    *,
    forum_id: str | None,
    goal_id: str | None,
    question: str,
    dots_per_person: int = 5,
    voters: int = 0,
) -> Step | None:
    """Put a question to the room: a new round of dots on the groups of a goal."""
    with file.step(N_("Gewichtungsfrage gestellt")) as edit:
        place_round(
            edit, forum_id=forum_id, goal_id=goal_id, question=question, dots_per_person=dots_per_person, voters=voters
        )
    return edit.done


def ask_and_count(
    file: ForumFile, *, forum_id: str | None, goal_id: str | None, question: str, cluster_id: str, dots: int
) -> Step | None:
    """Enter the first dots of a goal, with the round they belong to, as one step."""
    with file.step(N_("{dots} Punkte gezählt"), dots=dots) as edit:
        round_id = place_round(edit, forum_id=forum_id, goal_id=goal_id, question=question)
        place_count(edit, round_id, cluster_id, dots)
    return edit.done


def place_round(
    edit: Edit, *, forum_id: str | None, goal_id: str | None, question: str, dots_per_person: int = 5, voters: int = 0
) -> str:
    """Add a round within a step and return its key."""
    from forumtool.domain.models import DotRound

    row = edit.add(
        DotRound(
            forum_id=forum_id,
            goal_id=goal_id,
            question=question,
            dots_per_person=dots_per_person,
            voters=voters,
            position=last_position(edit, "dot_round", forum_id=forum_id),
        )
    )
    edit.flush()
    return row.id


def change_round(file: ForumFile, round_id: str, **values: object) -> Step | None:
    """Change question, dots_per_person, voters or several_on_one of a round."""
    from forumtool.domain.models import DotRound

    with file.step(N_("Gewichtungsfrage geändert")) as edit:
        edit.change(DotRound, round_id, **values)
    return edit.done


def remove_round(file: ForumFile, round_id: str) -> Step | None:
    """Delete a round with its counts."""
    from forumtool.domain.models import DotRound

    with file.step(N_("Gewichtung gelöscht")) as edit:
        edit.remove(DotRound, round_id)
    return edit.done


def count(file: ForumFile, round_id: str, cluster_id: str, dots: int) -> Step | None:
    """Enter the dots counted on a group; entering again corrects them."""
    with file.step(N_("{dots} Punkte gezählt"), dots=dots) as edit:
        place_count(edit, round_id, cluster_id, dots)
    return edit.done


def place_count(edit: Edit, round_id: str, cluster_id: str, dots: int) -> None:
    """Enter a count within a step."""
    from forumtool.domain.models import DotCount

    there = edit.one(
        "SELECT id FROM dot_count WHERE dot_round_id = ? AND cluster_id = ? AND constituency_id IS NULL"
        " AND NOT deleted ORDER BY id",
        round_id,
        cluster_id,
    )
    if there:
        edit.change(DotCount, there[0], dots=dots)
    elif dots:
        edit.add(DotCount(dot_round_id=round_id, cluster_id=cluster_id, dots=dots))


def expected_dots(source: Reading, row: DotRoundRow) -> int:
    """Return how many dots the room has: voters times dots each; without voters, those who are present."""
    return voters(source, row) * row.dots_per_person


def voters(source: Reading, row: DotRoundRow) -> int:
    """Return how many people weigh: as entered for the round, else those present at its forum."""
    if row.voters:
        return row.voters
    (present,) = source.one(
        "SELECT count(*) FROM attendance WHERE forum_id IS ? AND state = 'present' AND NOT deleted", row.forum_id
    )
    return int(present)
