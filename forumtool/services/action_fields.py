"""The chapters of the finished concept, and which theme fields go into them."""

from forumtool.domain.errors import UserError
from forumtool.i18n import N_, ngettext
from forumtool.services.lists import last_position, shift
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.process import action_fields


def add_action_field(file: ForumFile, title: str) -> Step | None:
    """Add a field of action behind the others, with the next number."""
    from forumtool.domain.models import ActionField

    with file.step(N_("Handlungsfeld „{title}“ angelegt"), title=title) as edit:
        numbers = [int(field.number) for field in action_fields(edit) if field.number.isdigit()]
        edit.add(
            ActionField(
                number=str(max(numbers, default=0) + 1), title=title, position=last_position(edit, "action_field")
            )
        )
    return edit.done


def change_action_field(file: ForumFile, field_id: str, **values: str) -> Step | None:
    """Change number or title of a field of action."""
    from forumtool.domain.models import ActionField

    with file.step(N_("Handlungsfeld geändert")) as edit:
        edit.change(ActionField, field_id, **values)
    return edit.done


def move_action_field(file: ForumFile, field_id: str, step: int) -> Step | None:
    """Move a field of action one place up (-1) or down (+1); its number stays."""
    from forumtool.domain.models import ActionField

    with file.step(N_("Handlungsfeld verschoben")) as edit:
        shift(edit, ActionField, field_id, step)
    return edit.done


def remove_action_field(file: ForumFile, field_id: str) -> Step | None:
    """Delete a field of action without measures and its mapping; a ``UserError`` says how many measures it has."""
    from forumtool.domain.models import ActionField, FieldMapping

    with file.step(N_("Handlungsfeld gelöscht")) as edit:
        (measures,) = edit.one("SELECT count(*) FROM measure WHERE action_field_id = ? AND NOT deleted", field_id)
        if measures:
            raise UserError(
                ngettext(
                    "In diesem Handlungsfeld steht {count} Maßnahme: Bitte sie zuerst einem anderen zuordnen.",
                    "In diesem Handlungsfeld stehen {count} Maßnahmen: Bitte diese zuerst einem anderen zuordnen.",
                    measures,
                )
            )
        for (key,) in edit.plain("SELECT id FROM field_mapping WHERE action_field_id = ? AND NOT deleted", field_id):
            edit.remove(FieldMapping, key)
        edit.remove(ActionField, field_id)
    return edit.done


def map_field(file: ForumFile, action_field_id: str, theme_field_id: str, *, on: bool) -> Step | None:
    """Let a theme field go into a field of action, or no longer."""
    from forumtool.domain.models import FieldMapping

    with file.step(N_("Zuordnung der Handlungsfelder geändert")) as edit:
        there = edit.plain(
            "SELECT id FROM field_mapping WHERE action_field_id = ? AND theme_field_id = ? AND NOT deleted",
            action_field_id,
            theme_field_id,
        )
        if on and not there:
            edit.add(FieldMapping(action_field_id=action_field_id, theme_field_id=theme_field_id))
        elif not on:
            for (key,) in there:
                edit.remove(FieldMapping, key)
    return edit.done
