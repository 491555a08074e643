"""Preparing the agenda of a forum, and noting on the day what really happened when."""

from datetime import UTC, datetime
from typing import Any

from forumtool.i18n import N_
from forumtool.services.lists import last_position, position_beside
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def add_item(file: ForumFile, forum_id: str, title: str, **values: Any) -> Step | None:
    """Add a step behind the others; ``values`` are method, minutes, planned_start (HH:MM) and goal_id."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("Programmpunkt „{title}“ angelegt"), title=title) as edit:
        position = last_position(edit, "agenda_item", forum_id=forum_id)
        edit.add(AgendaItem(forum_id=forum_id, title=title, position=position, **values))
    return edit.done


def change_item(file: ForumFile, item_id: str, **values: object) -> Step | None:
    """Change title, method, minutes, planned_start, goal_id, started_at or ended_at of a step."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("Programmpunkt geändert")) as edit:
        edit.change(AgendaItem, item_id, **values)
    return edit.done


def move_item(file: ForumFile, item_id: str, step: int) -> Step | None:
    """Move a step one place up (-1) or down (+1); planned times stay with their steps."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("Programmpunkt verschoben")) as edit:
        row = edit.get(AgendaItem, item_id)
        place = row and position_beside(edit, "agenda_item", item_id, step=step, forum_id=row.forum_id)
        if place:
            edit.change(AgendaItem, item_id, position=place)
    return edit.done


def remove_item(file: ForumFile, item_id: str) -> Step | None:
    """Delete a step of the agenda."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("Programmpunkt gelöscht")) as edit:
        edit.remove(AgendaItem, item_id)
    return edit.done


def start_item(file: ForumFile, item_id: str) -> Step | None:
    """Note that a step begins now; what still ran at this forum ends with it."""
    from forumtool.domain.models import AgendaItem

    now = _now()
    with file.step(N_("„{title}“ begonnen")) as edit:
        row = edit.get(AgendaItem, item_id)
        if row is None:
            return None
        edit.words["title"] = row.title
        for (running,) in edit.plain(
            "SELECT id FROM agenda_item WHERE forum_id IS ? AND started_at <> '' AND ended_at = '' AND NOT deleted",
            row.forum_id,
        ):
            if running != item_id:
                edit.change(AgendaItem, running, ended_at=now)
        edit.change(AgendaItem, item_id, started_at=now, ended_at="")
    return edit.done


def end_item(file: ForumFile, item_id: str) -> Step | None:
    """Note that a step ends now."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("„{title}“ beendet")) as edit:
        row = edit.get(AgendaItem, item_id)
        if row is not None:
            edit.words["title"] = row.title
            edit.change(AgendaItem, item_id, ended_at=_now())
    return edit.done


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
