"""The planned times of an agenda: what has no time of its own follows the step before it."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.domain.rows import AgendaRow

_DAY = 24 * 60


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
        start = before if own is None else own
        if start is None:
            slots.append(Slot("", ""))
            continue
        overlap = before - start if before is not None and before > start else 0
        before = start + item.minutes
        slots.append(Slot(clock(start), clock(before), overlap))
    return slots


def minutes_of(typed: str) -> int | None:
    """Return HH:MM, H:MM, HH.MM or HH as minutes since midnight, or None if it is no time."""
    hours, _, rest = typed.strip().replace(".", ":").partition(":")
    if not hours.isdecimal() or (rest and not rest.isdecimal()):
        return None
    total = int(hours) * 60 + int(rest or 0)
    return total if int(rest or 0) < 60 and total < _DAY else None  # noqa: PLR2004 - minutes of an hour


def clock(minutes: int) -> str:
    """Return minutes since midnight as HH:MM."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
