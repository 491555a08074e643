"""Preparing an event and finding it by its title."""

from forumtool.domain.errors import UserError
from forumtool.domain.rows import ForumRow
from forumtool.i18n import N_, _, ngettext
from forumtool.services.lists import last_position, shift
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import forums
from forumtool.storage.reading import Reading


def add_forum(
    file: ForumFile,
    title: str,
    *,
    kind: str = "expert",
    theme_field_id: str | None = None,
    when: str = "",
    place: str = "",
) -> Step | None:
    """Add an event of kind "kickoff", "expert" or "steering"."""
    from forumtool.domain.models import Forum

    with file.step(N_("Forum „{title}“ angelegt"), title=title) as edit:
        edit.add(
            Forum(
                kind=kind,
                title=title,
                theme_field_id=theme_field_id,
                when=when,
                place=place,
                position=last_position(edit, "forum"),
            )
        )
    return edit.done


def change_forum(file: ForumFile, forum_id: str, **values: str | None) -> Step | None:
    """Change fields of an event: title, when, place, host, facilitation, minute_taker, input, outlook …"""
    from forumtool.domain.models import Forum

    with file.step(N_("Angaben zum Forum geändert")) as edit:
        edit.change(Forum, forum_id, **values)
    return edit.done


def move_forum(file: ForumFile, forum_id: str, step: int) -> Step | None:
    """Move an event one place up (-1) or down (+1)."""
    from forumtool.domain.models import Forum

    with file.step(N_("Forum verschoben")) as edit:
        shift(edit, Forum, forum_id, step)
    return edit.done


def remove_forum(file: ForumFile, forum_id: str) -> Step | None:
    """Delete an event without cards; a ``UserError`` says how many it still has."""
    from forumtool.domain.models import Forum

    with file.step(N_("Forum gelöscht")) as edit:
        (cards,) = edit.one("SELECT count(*) FROM proposal WHERE forum_id = ? AND NOT deleted", forum_id)
        if cards:
            raise UserError(
                ngettext(
                    "Zu diesem Forum gibt es {count} Vorschlag, es bleibt deshalb bestehen.",
                    "Zu diesem Forum gibt es {count} Vorschläge, es bleibt deshalb bestehen.",
                    cards,
                )
            )
        edit.remove(Forum, forum_id)
    return edit.done


def forum_titled(source: Reading, title: str) -> ForumRow:
    """Return the event with a title, or the only one whose title contains it; a ``UserError`` names those there are."""
    every = forums(source)
    wanted = title.strip().casefold()
    exact = [forum for forum in every if forum.title.casefold() == wanted]
    found = exact or [forum for forum in every if wanted in forum.title.casefold()]
    if len(found) == 1:
        return found[0]
    known = ", ".join(_("„{text}“", text=forum.title) for forum in every) or "–"
    if found:
        raise UserError(_("„{title}“ passt auf mehrere Foren: Es gibt {known}.", title=title, known=known))
    raise UserError(_("Ein Forum „{title}“ gibt es nicht: Es gibt {known}.", title=title, known=known))
