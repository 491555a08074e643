"""Dates as people read them. Stored are ISO 8601 dates, months, years and intervals ("2016-04/2016-05")."""

import re
from datetime import UTC, datetime

MONTHS = {
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_TYPED = re.compile(r"(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*(\d{4})$")
_SPELT = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\W\d_]+)\s+(\d{4})$")
_BETWEEN = re.compile(r"\s*(?:/|–|\s-\s|\bbis\b|\bto\b)\s*")
_TO = {"de": "bis", "en": "to"}


def now() -> str:
    """Return this moment as it is stored: ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def shown(when: str, language: str) -> str:
    """Return an ISO date or interval in words ("12. Mai 2016", "April bis Mai 2016"); other text stays as it is."""
    first, _slash, last = when.partition("/")
    if not (_ISO.match(first) and _ISO.match(last)):
        return _one(when, language)
    start, end = _one(first, language), _one(last, language)
    if first[:4] == last[:4] and start.endswith(first[:4]) and start != first:
        start = start[: -len(first[:4])].rstrip()
    return f"{start} {_TO[language]} {end}"


def _one(when: str, language: str) -> str:
    match = _ISO.match(when)
    if match is None or not 1 <= int(match[2] or 1) <= 12:  # noqa: PLR2004 - months
        return when
    year, month, day = match[1], match[2], match[3]
    if month is None:
        return year
    name = MONTHS[language][int(month) - 1]
    if day is None:
        return f"{name} {year}"
    return f"{int(day)}. {name} {year}" if language == "de" else f"{int(day)} {name} {year}"


def standing(when: str, today: str) -> str:
    """Return whether an ISO date or interval is "past", "now" or "ahead" of an ISO day; other text is ahead."""
    start, _, end = when.partition("/")
    end = end or start
    if not (_ISO.match(start) and _ISO.match(end)):
        return "ahead"
    if today[: len(end)] > end:
        return "past"
    return "ahead" if today[: len(start)] < start else "now"


def read(typed: str) -> str:
    """Return what was typed as ISO 8601; text that is no date stays.

    Read are "12.05.2016", "05.2016", "12. Mai 2016", "Mai 2016", ISO itself, and two of these with "bis" or a dash.
    """
    parts = _BETWEEN.split(typed.strip())
    if len(parts) == 2:  # noqa: PLR2004 - from and to
        first, last = (_read_one(part) for part in parts)
        if _ISO.match(first) and _ISO.match(last):
            return f"{first}/{last}"
    return _read_one(typed.strip())


def typed(when: str) -> str:
    """Return an ISO date or interval as people type it ("12.05.2016", "04.2016 bis 05.2016"); other text stays."""
    first, slash, last = when.partition("/")
    return f"{_typed_one(first)} bis {_typed_one(last)}" if slash else _typed_one(when)


def _typed_one(when: str) -> str:
    return ".".join(reversed(when.split("-"))) if _ISO.match(when) else when


def _read_one(typed: str) -> str:
    match = _TYPED.match(typed)
    if match is not None:
        return _dated(match[1], int(match[2]), match[3]) or typed
    match = _SPELT.match(typed)
    month = _month(match[2]) if match else 0
    return (_dated(match[1], month, match[3]) if match and month else "") or typed


def _month(name: str) -> int:
    wanted = name.casefold()
    spelt = (month for months in MONTHS.values() for month in enumerate(months, 1))
    return next((at for at, month in spelt if month.casefold() == wanted), 0)


def _dated(day: str | None, month: int, year: str) -> str:
    try:
        datetime(int(year), month, int(day or 1), tzinfo=UTC)
    except ValueError:
        return ""
    return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"


def local_moment(moment: str) -> datetime | None:
    """Return an ISO 8601 time in UTC as the clock on the wall showed it, or None for any other text."""
    try:
        return datetime.fromisoformat(moment).astimezone().replace(tzinfo=None)
    except ValueError:
        return None


def local_time(moment: str) -> str:
    """Return the local HH:MM of an ISO 8601 time in UTC, or an empty text."""
    found = local_moment(moment)
    return found.strftime("%H:%M") if found else ""
