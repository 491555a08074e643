"""How a day goes on from now: behind or ahead of the plan, and when it will probably end."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import Slot, clock, following, last_begun, minutes_of, near, running, schedule

_A_DAY_AGO = 12 * 3600  # seconds; what began earlier was another day, and nobody has ended it


class Forecast(NamedTuple):
    """``late`` are minutes behind the plan (negative: ahead of it); ``end`` is HH:MM, ``is_over`` if it is known.

    ``starts`` are the probable starts of the steps to come, by key.
    """

    late: int
    end: str
    is_over: bool
    starts: Mapping[str, str]


def forecast(items: Sequence[AgendaRow], now: datetime, left: float | None = None) -> Forecast | None:
    """Return how the day goes on, or None where nothing has begun today or no times are planned.

    ``left`` are the seconds on the timer of the running step, where somebody may have given it more or less time.
    """
    slots, at = schedule(items), last_begun(items)
    if at < 0 or not slots[at].start:
        return None
    runs = running(items)
    if runs is None and following(items) is None:
        return _over(items[at], slots[at])
    newest = runs or items[at]
    if not _is_today(newest, now):
        return None
    free = _minutes(now) if runs is None else _end_of(runs, now, left)
    if at + 1 == len(items):
        return Forecast(_late(free, slots[at].end), clock(free), False, {})
    return _go_on(items[at + 1 :], slots[at + 1], free)


def _go_on(rest: Sequence[AgendaRow], planned: Slot, free: int) -> Forecast:
    """Let the steps to come follow each other from a minute on; none begins before its fixed time."""
    starts: dict[str, str] = {}
    late = 0
    for item in rest:
        own = minutes_of(item.planned_start)
        start = free if own is None else max(free, near(own, free))
        late = late if starts else _late(start, planned.start)
        starts[item.id] = clock(start)
        free = start + item.minutes
    return Forecast(late, clock(free), False, starts)


def _end_of(item: AgendaRow, now: datetime, left: float | None) -> int:
    """Return the minute in which a running step will probably end: not before now."""
    here = _minutes(now)
    if left is not None:
        return _minutes(now, max(left, 0.0))
    return max(here, near(_began(item), here) + item.minutes)


def _over(last: AgendaRow, planned: Slot) -> Forecast | None:
    try:
        end = _minutes(datetime.fromisoformat(last.ended_at))
    except ValueError:
        return None
    return Forecast(_late(end, planned.end), clock(end), True, {})


def _is_today(item: AgendaRow, now: datetime) -> bool:
    try:
        return abs((now - datetime.fromisoformat(item.ended_at or item.started_at)).total_seconds()) < _A_DAY_AGO
    except (ValueError, TypeError):
        return False


def _began(item: AgendaRow) -> int:
    return _minutes(datetime.fromisoformat(item.started_at))


def _late(minute: int, planned: str) -> int:
    return minute - near(minutes_of(planned) or 0, minute)


def _minutes(moment: datetime, plus: float = 0.0) -> int:
    """Return the local minute of a moment, past midnight as it comes; a second too few is none."""
    here = moment.astimezone()
    return int((here.hour * 3600 + here.minute * 60 + here.second + here.microsecond / 1e6 + plus + 1) // 60)
