"""What documents about the concept share: its chapters in order, and how long it holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from forumtool.domain.report import Report
from forumtool.domain.rows import ActionFieldRow, MeasureRow, MilestoneRow, ProcessRow
from forumtool.domain.validity import Validity, validity
from forumtool.exports.words import day
from forumtool.i18n import Catalogue

_DIGITS = re.compile(r"(\d+)")


def chapters(report: Report) -> Iterator[tuple[ActionFieldRow | None, list[MeasureRow]]]:
    """Yield each field of action with its measures in the order of their numbers, at last those without a field."""
    known = {field.id for field in report.action_fields}
    for field in report.action_fields:
        yield field, in_order(row for row in report.measures if row.action_field_id == field.id)
    if loose := [row for row in report.measures if row.action_field_id not in known]:
        yield None, in_order(loose)


def in_order(rows: Iterable[MeasureRow]) -> list[MeasureRow]:
    """Return measures by number as people count (1.2 before 1.10), those without one behind."""
    return sorted(rows, key=lambda row: (not row.number, by_number(row.number)))


def by_number(number: str) -> list[tuple[int, str]]:
    """Return what puts numbers in the order in which people count."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(number) if part]


def validity_told(report: Report, say: Catalogue, today: date | None = None) -> str:
    """Return a sentence on adoption and validity, with a reminder where less than a year is left."""
    found = validity_of(report.process, report.milestones)
    if found is None:
        return ""
    since, until = day(found.since, say), day(found.until, say)
    if not found.is_adopted and found.days_left(today or date.today()) < 0:
        return say("Entwurf; die im Fahrplan genannte Laufzeit endete am {until}.", until=until)
    if not found.is_adopted:
        return say("Entwurf; gilt voraussichtlich bis {until}.", until=until)
    told = say("Beschlossen am {since}, gilt bis {until}.", since=since, until=until)
    return f"{told} {reminder(found, say, today)}".strip()


def validity_of(process: ProcessRow, milestones: Sequence[MilestoneRow]) -> Validity | None:
    """Return until when the concept of a process holds, where that is known."""
    return validity(process.adopted_on, [row.when for row in milestones], process.validity_years)


def reminder(found: Validity | None, say: Catalogue, today: date | None = None) -> str:
    """Return a sentence where the concept is to be renewed soon or has run out, else nothing."""
    today = today or date.today()
    if found is None or not found.ends_soon(today):
        return ""
    left, until = found.days_left(today), day(found.until, say)
    if left < 0:
        return say("Das Konzept galt bis {until}: Es ist zu erneuern.", until=until)
    return say.plural(
        "Noch {count} Tag: Die Fortschreibung des Konzepts steht an.",
        "Noch {count} Tage: Die Fortschreibung des Konzepts steht an.",
        left,
    )
