"""Until when a concept holds: so many years from its adoption."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

_SOON = 365  # days


class Validity(NamedTuple):
    """``since`` and ``until`` are ISO 8601 dates; ``is_adopted``: counted from the decision, not from a milestone."""

    since: str
    until: str
    is_adopted: bool

    def days_left(self, today: date) -> int:
        """Return how many days are left; below zero it has run out."""
        return (date.fromisoformat(self.until) - today).days

    def ends_soon(self, today: date) -> bool:
        """Tell whether less than a year is left, or nothing."""
        return self.days_left(today) < _SOON


def validity(adopted_on: str, milestones: Sequence[str], years: int) -> Validity | None:
    """Return until when a concept holds: from its adoption on, else from the end of the last milestone with a date.

    ``milestones`` are ISO 8601 dates, months, years or intervals in order; a last one that lasts as long as the concept
    is the time for which it holds. None where there is no date at all.
    """
    since, is_adopted = _day(adopted_on), True
    if since is None:
        last = next((when for when in reversed(milestones) if _day(when.rpartition("/")[2])), "")
        begin, _slash, end = last.rpartition("/")
        since, is_adopted = _day(end), False
        if (first := _day(begin)) and since and years > 0 and _years_on(first, years) <= since:
            return Validity(first.isoformat(), since.isoformat(), is_adopted)
    if since is None or years < 1 or since.year + years > date.max.year:
        return None
    return Validity(since.isoformat(), _years_on(since, years).isoformat(), is_adopted)


def _years_on(day: date, years: int) -> date:
    """The same day so many years on; for the 29th of February that may be the 28th."""
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def _day(when: str) -> date | None:
    """The last day of an ISO date, month or year."""
    try:
        parts = [int(part) for part in when.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])  # noqa: PLR2004 - a day
    except (ValueError, IndexError):
        return None
