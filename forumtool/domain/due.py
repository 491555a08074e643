"""By when: days as people say them ("12.3.", "Fr", "in 2 Wochen", "Ende Juni"), read from a given day on."""

import re
from calendar import monthrange
from datetime import date, timedelta

from forumtool.domain.when import MONTHS, read

_DAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonntag": 6,
    "sonnabend": 5, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_SPOKEN = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "übermorgen": 2, "day after tomorrow": 2,
           "the day after tomorrow": 2}  # fmt: skip
_COUNTED = {
    "ein": 1, "eine": 1, "einer": 1, "einem": 1, "a": 1, "an": 1, "one": 1, "zwei": 2, "two": 2, "drei": 3, "three": 3,
    "vier": 4, "four": 4, "fünf": 5, "five": 5, "sechs": 6, "six": 6,
}  # fmt: skip
_BEFORE = re.compile(r"(?:bis|by|until|spätestens|zum|am|on|den|nächste[nrms]?|kommende[nrms]?|next)\s+")
_DAY_MONTH = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?(?:\s*(\d{2}))?$")
_DAY_SPELT = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]+)\.?$")
_AHEAD = re.compile(r"in\s+(\w+)\s+([^\W\d_]+)$")
_PART = re.compile(
    r"(anfang|mitte|ende|start of|beginning of|mid|end of|end)\s+(?:des\s+|the\s+|of\s+)?([^\W\d_]+)(?:\s+(\d{4}))?$"
)
_WEEK = re.compile(r"(?:kw|cw|week)\s*(\d{1,2})$")
_FRIDAY, _SHORTEST = 5, 2


def read_due(typed: str, since: date) -> str:
    """Return what was typed as an ISO 8601 date, or what ``when.read`` makes of it; text that is no date stays.

    A day without a year, a weekday or a span of time is the next one after the day ``since``.
    """
    words = " ".join(typed.casefold().split())
    while (said := _BEFORE.match(words)) is not None:
        words = words[said.end() :]
    for reading in (_spoken, _weekday, _day_and_month, _ahead, _part_of_month, _week):
        found = reading(words, since)
        if found is not None:
            return found.isoformat()
    return read(_without(typed))


def _without(typed: str) -> str:
    said = _BEFORE.match(typed.strip().casefold())
    return typed.strip()[said.end() :] if said and re.search(r"\d", typed) and " bis " not in typed else typed.strip()


def _spoken(words: str, since: date) -> date | None:
    return since + timedelta(_SPOKEN[words]) if words in _SPOKEN else None


def _weekday(words: str, since: date) -> date | None:
    name = words.rstrip(".")
    found = next((day for spelt, day in _DAYS.items() if len(name) >= _SHORTEST and spelt.startswith(name)), None)
    return None if found is None else since + timedelta((found - since.weekday() - 1) % 7 + 1)


def _day_and_month(words: str, since: date) -> date | None:
    numbers = _DAY_MONTH.match(words)
    if numbers is not None:
        year = 2000 + int(numbers[3]) if numbers[3] else 0
        return _next(int(numbers[1]), int(numbers[2]), since, year)
    spelt = _DAY_SPELT.match(words)
    month = _month(spelt[2]) if spelt else 0
    return _next(int(spelt[1]), month, since) if spelt and month else None


def _next(day: int, month: int, since: date, year: int = 0) -> date | None:
    """The day in that year, or without one the first such day from ``since`` on; None if there is no such day."""
    for candidate in (year,) if year else range(since.year, since.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= since:
            return found
    return None


def _ahead(words: str, since: date) -> date | None:
    said = _AHEAD.match(words)
    count = _count(said[1]) if said else 0
    if not said or not count:
        return None
    unit = said[2]
    if unit.startswith(("tag", "day")):
        return since + timedelta(count)
    if unit.startswith(("woche", "week")):
        return since + timedelta(7 * count)
    if unit.startswith(("monat", "month")):
        return _months_later(since, count)
    return _months_later(since, 12 * count) if unit.startswith(("jahr", "year")) else None


def _count(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 4 else _COUNTED.get(word, 0)  # noqa: PLR2004 - no year 3016


def _months_later(since: date, count: int) -> date:
    """The same day of a later month, or that month's last one where it is shorter."""
    years, month = divmod(since.month - 1 + count, 12)
    year = since.year + years
    return date(year, month + 1, min(since.day, monthrange(year, month + 1)[1]))


def _part_of_month(words: str, since: date) -> date | None:
    said = _PART.match(words)
    if said is None:
        return None
    month = since.month if said[2] in ("monats", "month") else _month(said[2])
    if not month:
        return None
    year = int(said[3]) if said[3] else since.year + (month < since.month)
    days = {"a": 1, "s": 1, "b": 1, "m": 15, "e": monthrange(year, month)[1]}
    return date(year, month, days[said[1][0]])


def _month(name: str) -> int:
    """The number of a month by its name or the first three letters or more of it, 0 for another word."""
    short = name.rstrip(".")
    spelt = (pair for months in MONTHS.values() for pair in enumerate(months, 1))
    return next((at for at, month in spelt if len(short) > _SHORTEST and month.casefold().startswith(short)), 0)


def _week(words: str, since: date) -> date | None:
    """The Friday of a calendar week (ISO 8601), in this year or, when that is past, the next."""
    said = _WEEK.match(words)
    if said is None:
        return None
    for year in (since.year, since.year + 1):
        try:
            found = date.fromisocalendar(year, int(said[1]), _FRIDAY)
        except ValueError:
            continue
        if found >= since:
            return found
    return None
