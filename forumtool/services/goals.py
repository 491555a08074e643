"""Preparing what is to be reached: theme fields, goals, indicators."""

from forumtool.domain.errors import UserError
from forumtool.domain.rows import GoalRow
from forumtool.i18n import N_, _
from forumtool.services.lists import last_position, shift
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.process import goals, theme_fields
from forumtool.storage.reading import Reading


def add_theme_field(file: ForumFile, title: str, aim: str = "") -> Step | None:
    """Add a theme field behind the others, with the next number."""
    with file.step(N_("Themenfeld „{title}“ angelegt"), title=title) as edit:
        place_theme_field(edit, title, aim)
    return edit.done


def place_theme_field(edit: Edit, title: str, aim: str = "") -> str:
    """Add a theme field within a step and return its key."""
    from forumtool.domain.models import ThemeField

    numbers = [int(field.number) for field in theme_fields(edit) if field.number.isdigit()]
    field = ThemeField(
        number=str(max(numbers, default=0) + 1), title=title, aim=aim, position=last_position(edit, "theme_field")
    )
    return edit.add(field).id


def change_theme_field(file: ForumFile, field_id: str, **values: str) -> Step | None:
    """Change number, title or aim of a theme field."""
    from forumtool.domain.models import ThemeField

    with file.step(N_("Themenfeld geändert")) as edit:
        edit.change(ThemeField, field_id, **values)
    return edit.done


def remove_theme_field(file: ForumFile, field_id: str) -> Step | None:
    """Delete a theme field without goals and forums; a ``UserError`` says what still belongs to it."""
    from forumtool.domain.models import ThemeField

    with file.step(N_("Themenfeld gelöscht")) as edit:
        (used,) = edit.one(
            "SELECT (SELECT count(*) FROM goal WHERE theme_field_id = ?1 AND NOT deleted)"
            " + (SELECT count(*) FROM forum WHERE theme_field_id = ?1 AND NOT deleted)",
            field_id,
        )
        if used:
            raise UserError(_("Zu diesem Themenfeld gehören noch Ziele oder Foren: Bitte zuerst diese löschen."))
        edit.remove(ThemeField, field_id)
    return edit.done


def add_goal(file: ForumFile, theme_field_id: str, title: str, question: str = "") -> Step | None:
    """Add a goal behind the others of its field, with the next number within the field."""
    with file.step(N_("Ziel {number} angelegt")) as edit:
        edit.words["number"] = next_goal_number(edit, theme_field_id)
        place_goal(edit, theme_field_id, edit.words["number"], title, question)
    return edit.done


def place_goal(edit: Edit, theme_field_id: str, number: str, title: str, question: str = "") -> str:
    """Add a goal within a step and return its key."""
    from forumtool.domain.models import Goal

    return edit.add(
        Goal(
            theme_field_id=theme_field_id,
            number=number,
            title=title,
            question=question,
            position=last_position(edit, "goal", theme_field_id=theme_field_id),
        )
    ).id


def next_goal_number(source: Reading, theme_field_id: str) -> str:
    """Return the number for a new goal of a field: the field's number, a dot and the next free place."""
    ((field,),) = source.plain("SELECT number FROM theme_field WHERE id = ?", theme_field_id)
    taken = {goal.number for goal in goals(source)}
    return next(number for at in range(1, len(taken) + 2) if (number := f"{field}.{at}") not in taken)


def change_goal(file: ForumFile, goal_id: str, **values: str) -> Step | None:
    """Change number, title, question or note of a goal; a goal with its own wording is no example any more."""
    from forumtool.domain.models import Goal

    with file.step(N_("Ziel geändert")) as edit:
        goal = edit.get(Goal, goal_id)
        reworded = goal is not None and any(
            field in values and getattr(goal, field) != values[field] for field in ("title", "question")
        )
        edit.change(Goal, goal_id, **values, **({"is_example": False} if reworded else {}))
    return edit.done


def move_goal(file: ForumFile, goal_id: str, step: int) -> Step | None:
    """Move a goal one place up (-1) or down (+1) within its field; its number stays."""
    from forumtool.domain.models import Goal

    with file.step(N_("Ziel verschoben")) as edit:
        shift(edit, Goal, goal_id, step, "theme_field_id")
    return edit.done


def move_theme_field(file: ForumFile, field_id: str, step: int) -> Step | None:
    """Move a theme field with its goals one place up (-1) or down (+1); its number stays."""
    from forumtool.domain.models import ThemeField

    with file.step(N_("Themenfeld verschoben")) as edit:
        shift(edit, ThemeField, field_id, step)
    return edit.done


def remove_goal(file: ForumFile, goal_id: str) -> Step | None:
    """Delete a goal without cards; a ``UserError`` says how many it still has."""
    from forumtool.domain.models import Goal

    with file.step(N_("Ziel gelöscht")) as edit:
        (cards,) = edit.one("SELECT count(*) FROM proposal WHERE goal_id = ? AND NOT deleted", goal_id)
        if cards:
            raise UserError(
                _(
                    "Zu diesem Ziel gibt es noch {count} Vorschläge: Bitte zuerst einem anderen Ziel zuordnen.",
                    count=cards,
                )
            )
        edit.remove(Goal, goal_id)
    return edit.done


def add_indicator(file: ForumFile, goal_id: str, text: str) -> Step | None:
    """Say what shows that a goal is being reached, behind its other indicators."""
    from forumtool.domain.models import Indicator

    with file.step(N_("Indikator angelegt")) as edit:
        edit.add(Indicator(goal_id=goal_id, text=text, position=last_position(edit, "indicator", goal_id=goal_id)))
    return edit.done


def change_indicator(file: ForumFile, indicator_id: str, text: str) -> Step | None:
    """Give an indicator another wording."""
    from forumtool.domain.models import Indicator

    with file.step(N_("Indikator geändert")) as edit:
        edit.change(Indicator, indicator_id, text=text)
    return edit.done


def move_indicator(file: ForumFile, indicator_id: str, step: int) -> Step | None:
    """Move an indicator one place up (-1) or down (+1) within its goal."""
    from forumtool.domain.models import Indicator

    with file.step(N_("Indikator verschoben")) as edit:
        shift(edit, Indicator, indicator_id, step, "goal_id")
    return edit.done


def remove_indicator(file: ForumFile, indicator_id: str) -> Step | None:
    """Delete an indicator."""
    from forumtool.domain.models import Indicator

    with file.step(N_("Indikator gelöscht")) as edit:
        edit.remove(Indicator, indicator_id)
    return edit.done


def goal_numbered(source: Reading, number: str) -> GoalRow:
    """Return the goal with a number; a ``UserError`` names the numbers there are."""
    every = goals(source)
    found = [goal for goal in every if goal.number.casefold() == number.strip().casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(_("Die Nummer {number} tragen mehrere Ziele: Bitte eines davon umbenennen.", number=number))
    raise UserError(
        _(
            "Ein Ziel {number} gibt es nicht: Es gibt {numbers}.",
            number=number,
            numbers=", ".join(goal.number for goal in every) or "–",
        )
    )
