"""Preparing the agenda of a forum, and noting on the day what really happened when."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from forumtool.domain import when
from forumtool.domain.errors import UserError
from forumtool.domain.ordering import place_between, places
from forumtool.domain.schedule import minutes_of, running
from forumtool.i18n import N_, _
from forumtool.services.lists import last_position
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import agenda, forum

_JUST = timedelta(minutes=5)
_LONGEST = timedelta(hours=12)  # a step past midnight; a longer one is a slip of the keys


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
    """Move a step one place up (-1) or down (+1); fixed times stay with their steps, the day's start on top."""
    with file.step(N_("Programmpunkt verschoben")) as edit:
        order = _order(edit, item_id)
        if item_id in order and 0 <= order.index(item_id) + step < len(order):
            _put(edit, order, item_id, order.index(item_id) + step)
    return edit.done


def put_item(file: ForumFile, item_id: str, place: int) -> Step | None:
    """Put a step at a place of the agenda, 0 for the first; the others move up or down."""
    with file.step(N_("Programmpunkt verschoben")) as edit:
        order = _order(edit, item_id)
        if item_id in order:
            _put(edit, order, item_id, max(0, min(place, len(order) - 1)))
    return edit.done


def remove_item(file: ForumFile, item_id: str) -> Step | None:
    """Delete a step of the agenda; if it was the first one, the next one begins the day."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("Programmpunkt gelöscht")) as edit:
        order = _order(edit, item_id)
        edit.remove(AgendaItem, item_id)
        if order[:1] == [item_id] and len(order) > 1:
            _begin_day_with(edit, order[1], item_id)
    return edit.done


def loosen(file: ForumFile, forum_id: str) -> Step | None:
    """Let every step but the first follow the one before, so that a change of minutes moves all behind it."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("Feste Uhrzeiten gelöst")) as edit:
        for item in agenda(edit, forum_id)[1:]:
            edit.change(AgendaItem, item.id, planned_start="")
    return edit.done


def correct_times(file: ForumFile, item_id: str, began: str, ended: str, today: date) -> Step | None:
    """Correct when a step really began and ended: HH:MM in local time, empty for not yet.

    The day is the one on which it began so far, else that of the forum, else ``today``. Raises a ``UserError`` for an
    end without a start, and where a second step would be running.
    """
    from forumtool.domain.models import AgendaItem

    with file.step(N_("Zeiten von „{title}“ berichtigt")) as edit:
        row = edit.get(AgendaItem, item_id)
        if row is None:
            return None
        edit.words["title"] = row.title
        if ended and not began:
            raise UserError(_("Zum Ende fehlt der Beginn: Bitte wie 10:45 – 11:25 schreiben."))
        other = running([item for item in agenda(edit, row.forum_id or "") if item.id != item_id])
        if began and not ended and other is not None:
            raise UserError(
                _("„{title}“ läuft noch: Bitte auch das Ende schreiben, wie 10:45 – 11:25.", title=other.title)
            )
        day = _day_of(edit, row.started_at, row.forum_id, today)
        start = _moment(day, began)
        end = _moment(day, ended)
        if end and start and end < start:
            end += timedelta(days=1)
            if end - start > _LONGEST:
                raise UserError(_("Das Ende liegt vor dem Beginn: Bitte wie 10:45 – 11:25 schreiben."))
        edit.change(AgendaItem, item_id, started_at=_text(start), ended_at=_text(end))
    return edit.done


def start_item(file: ForumFile, item_id: str) -> Step | None:
    """Note that a step begins now; what still ran at this forum ends with it.

    A step that has only just been ended goes on instead, as if nobody had ended it.
    """
    from forumtool.domain.models import AgendaItem

    now = when.now()
    with file.step(N_("„{title}“ begonnen")) as edit:
        row = edit.get(AgendaItem, item_id)
        if row is None:
            return None
        edit.words["title"] = row.title
        for (other,) in edit.plain(
            "SELECT id FROM agenda_item WHERE forum_id IS ? AND started_at <> '' AND ended_at = '' AND NOT deleted",
            row.forum_id,
        ):
            if other != item_id:
                edit.change(AgendaItem, other, ended_at=now)
        began = row.started_at if _has_just_ended(row.ended_at) else now
        edit.change(AgendaItem, item_id, started_at=began, ended_at="")
    return edit.done


def end_item(file: ForumFile, item_id: str) -> Step | None:
    """Note that a step ends now."""
    from forumtool.domain.models import AgendaItem

    with file.step(N_("„{title}“ beendet")) as edit:
        row = edit.get(AgendaItem, item_id)
        if row is not None:
            edit.words["title"] = row.title
            edit.change(AgendaItem, item_id, ended_at=when.now())
    return edit.done


def _order(edit: Edit, item_id: str) -> list[str]:
    """Return the keys of the agenda that a step belongs to, in order."""
    from forumtool.domain.models import AgendaItem

    row = edit.get(AgendaItem, item_id)
    return [item.id for item in agenda(edit, row.forum_id or "")] if row is not None else []


def _put(edit: Edit, order: list[str], item_id: str, place: int) -> None:
    from forumtool.domain.models import AgendaItem

    first = order[0]
    order.remove(item_id)
    edit.load(AgendaItem, order)
    at = [row.position if (row := edit.get(AgendaItem, key)) else "" for key in order]
    before, after = at[place - 1] if place else "", at[place] if place < len(order) else ""
    order.insert(place, item_id)
    if before and after and before >= after:  # two laptops gave the same place; between them there is none
        for key, fresh in zip(order, places(len(order)), strict=True):
            edit.change(AgendaItem, key, position=fresh)
    else:
        edit.change(AgendaItem, item_id, position=place_between(before, after))
    if order[0] != first:
        _begin_day_with(edit, order[0], first)


def _begin_day_with(edit: Edit, item_id: str, before: str) -> None:
    """Give the start of the day from the step that was first to the one that is first now, unless it has its own."""
    from forumtool.domain.models import AgendaItem

    new, old = edit.get(AgendaItem, item_id), edit.change(AgendaItem, before)
    if new is not None and old is not None and not new.planned_start and old.planned_start:
        edit.change(AgendaItem, item_id, planned_start=old.planned_start)
        edit.change(AgendaItem, before, planned_start="")


def _day_of(edit: Edit, started_at: str, forum_id: str | None, today: date) -> date:
    if started_at:
        return datetime.fromisoformat(started_at).astimezone().date()
    held = forum(edit, forum_id or "")
    try:
        return date.fromisoformat(held.when) if held else today
    except ValueError:
        return today


def _moment(day: date, clock: str) -> datetime | None:
    found = minutes_of(clock)
    midnight = datetime.combine(day, time())
    return None if found is None else (midnight + timedelta(minutes=found)).astimezone(UTC)


def _has_just_ended(ended_at: str) -> bool:
    if not ended_at:
        return False
    return timedelta() <= datetime.fromisoformat(when.now()) - datetime.fromisoformat(ended_at) < _JUST


def _text(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
