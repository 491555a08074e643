"""The planned times of an agenda: what has no time of its own follows the step before it."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from forumtool.domain.rows import AgendaRow

_BETWEEN = re.compile(r"\s*(?:–|—|-|\bbis\b|\bto\b)\s*")
_DAY = 24 * 60
_EARLIER = 6 * 60  # a fixed time so far before the end of the step before is an overlap, else it is the next day's


class Slot(NamedTuple):
    """Planned start and end as HH:MM, empty if unknown; ``overlaps`` are minutes of the step before, too."""

    start: str
    end: str
    overlaps: int = 0


def schedule(items: Sequence[AgendaRow]) -> list[Slot]:
    """Return the slot of each step of an agenda, in its order."""
    slots: list[Slot] = []
    before: int | None = None
    for item in items:
        own = minutes_of(item.planned_start)
        start = own if own is None or before is None else near(own, before, _EARLIER)
        start = before if start is None else start
        if start is None:
            slots.append(Slot("", ""))
            continue
        overlap = before - start if before is not None and before > start else 0
        before = start + item.minutes
        slots.append(Slot(clock(start), clock(before), overlap))
    return slots


def running(items: Sequence[AgendaRow]) -> AgendaRow | None:
    """Return the step that runs now: of those that have begun and not ended, the one that began last."""
    found = [item for item in items if item.started_at and not item.ended_at]
    return max(found, key=lambda item: item.started_at, default=None)


def following(items: Sequence[AgendaRow]) -> AgendaRow | None:
    """Return the step behind the last one in the list that has begun, or the first; None at the end."""
    rest = items[last_begun(items) + 1 :]
    return rest[0] if rest else None


def last_begun(items: Sequence[AgendaRow]) -> int:
    """Return where the last step of the list that has begun stands, or -1."""
    return max((at for at, item in enumerate(items) if item.started_at), default=-1)


def due(item: AgendaRow) -> float | None:
    """Return when a step that has begun should end, in seconds since 1970, or None if nobody knows."""
    try:
        return datetime.fromisoformat(item.started_at).timestamp() + item.minutes * 60 if item.minutes else None
    except ValueError:
        return None


def minutes_of(typed: str) -> int | None:
    """Return HH:MM, H:MM, HH.MM or HH as minutes since midnight, or None if it is no time."""
    hours, _, rest = typed.strip().replace(".", ":").partition(":")
    if not hours.isdecimal() or (rest and not rest.isdecimal()):
        return None
    total = int(hours) * 60 + int(rest or 0)
    return total if int(rest or 0) < 60 and total < _DAY else None  # noqa: PLR2004 - minutes of an hour


def span_of(typed: str) -> tuple[str, str] | None:
    """Return "10:45 – 11:25" as start and end in HH:MM, either of them empty if it is missing; None if it is none."""
    parts = _BETWEEN.split(typed.strip()) if typed.strip() else []
    found = [minutes_of(part) for part in parts if part]
    if None in found or len(parts) > 2:  # noqa: PLR2004 - from and to
        return None
    start, end = [*("" if not part else clock(minutes_of(part) or 0) for part in parts), "", ""][:2]
    return start, end


def near(minutes: int, to: int, back: int = _DAY // 2) -> int:
    """Return a time of day on the day on which it lies at most ``back`` minutes before another, else after it."""
    return to - back + (minutes - to + back) % _DAY


def clock(minutes: int) -> str:
    """Return minutes since midnight as HH:MM."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
