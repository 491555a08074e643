"""The minutes as a list of blocks: the chosen sections in their order, and what the first ones say.

``compose`` knows nothing of Word: the window shows the same blocks in its preview. The language of the document is
that of the catalogue passed in, whatever the window speaks.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from forumtool.domain.report import ForumPart, Report
from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import Slot, schedule
from forumtool.domain.when import local_time
from forumtool.exports import minutes_outcomes as outcomes
from forumtool.exports.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Heading,
    KeyValues,
    Paragraph,
    Table,
    Title,
    filled,
)
from forumtool.exports.minutes_changes import changes
from forumtool.exports.minutes_photos import boards, logo, photos
from forumtool.exports.minutes_results import feedback, results
from forumtool.exports.minutes_sections import BY_KEY, KEYS, SECTIONS
from forumtool.exports.process_told import principles, steering
from forumtool.exports.words import ATTENDANCE, day, names_told, version, word
from forumtool.i18n import Catalogue

__all__ = ["KEYS", "SECTIONS", "compose", "document_title"]

Write = Callable[[Report, Catalogue], Iterator[Block]]


def compose(report: Report, say: Catalogue, sections: Sequence[str] | None = None) -> list[Block]:
    """Return the blocks of the chosen sections (all for None) that have content, in the order in which they are named.

    Sections within the results of a goal stand there in their order; the head is always first.
    """
    chosen = KEYS if sections is None else tuple(sections)
    body: list[Block] = []
    for key in chosen:
        if blocks := _written(key, report, say, chosen):
            body += [Heading(1, _section_title(key, report, say)), *blocks]
    return [*_front(report, say, chosen), *body, Paragraph(names_told(report, say), quiet=True)]


def _section_title(key: str, report: Report, say: Catalogue) -> str:
    if key == "annex" and not report.shows_originals:
        return say("Anhang: alle Karten")
    return say(BY_KEY[key].title)


def _written(key: str, report: Report, say: Catalogue, chosen: Sequence[str]) -> list[Block]:
    if key == "results":
        return results(report, say, chosen)
    write = _WRITERS.get(key)
    return list(write(report, say)) if write else []


def document_title(report: Report, say: Catalogue) -> str:
    """Return what the document is called."""
    if report.one_forum:
        return say("Protokoll {forum}", forum=report.title)
    return say("Protokoll aller Foren: {process}", process=report.title)


def _front(report: Report, say: Catalogue, chosen: Collection[str]) -> list[Block]:
    place = ""
    if report.one_forum:
        forum = report.forums[0].forum
        place = " · ".join(filter(None, (report.process.title, day(forum.when, say), forum.place)))
    host = (report.forums[0].forum.host if report.one_forum else "") or report.process.host
    front: list[Block] = [*logo(report, say)]
    front += [Title(document_title(report, say), host, place or report.process.motto)]
    if "head" in chosen:
        front += _head(report, say)
    return [*front, Contents(say("Inhalt"))]


def _head(report: Report, say: Catalogue) -> Iterator[Block]:
    pairs = [(say("Prozess"), report.process.title), (say("Motto"), report.process.motto)]
    if report.one_forum:
        part = report.forums[0]
        pairs += [
            (say("Forum"), part.forum.title),
            (say("Termin"), day(part.forum.when, say)),
            (say("Ort"), part.forum.place),
            (say("Veranstalter"), part.forum.host or report.process.host),
            (say("Moderation"), part.forum.facilitation),
            (say("Protokoll"), part.forum.minute_taker),
            (say("Fachliche Begleitung"), report.process.accompanied_by),
            (say("Stand"), version(part.minutes, say)),
        ]
    else:
        pairs += [
            (say("Veranstalter"), report.process.host),
            (say("Fachliche Begleitung"), report.process.accompanied_by),
            (say("Foren"), str(len(report.forums)) if report.forums else ""),
            (say("Stand"), version(report.minutes, say)),
        ]
    yield KeyValues(tuple((name, value) for name, value in pairs if value))
    if not report.one_forum and report.forums:
        columns = (
            Column(say("Forum"), 7.5),
            Column(say("Termin"), 3.5),
            Column(say("Ort")),
            Column(say("Karten"), 1.6, right=True),
        )
        cards = Counter(card.forum_id for card in report.proposals)
        rows = [
            (part.forum.title, day(part.forum.when, say), part.forum.place, str(cards[part.forum.id]))
            for part in report.forums
        ]
        if cards[None]:
            rows.append((say("Ohne Forum, zum Prozess gehörend"), "", "", str(cards[None])))
        yield filled(columns, rows)


def _occasion(report: Report, say: Catalogue) -> Iterator[Block]:
    if report.process.occasion:
        yield Paragraph(report.process.occasion)
    yield from steering(report, say)
    if report.principles:
        yield Heading(2, say("Leitlinien"))
        yield from principles(report)
    yield from _goals(report, say)


def _goals(report: Report, say: Catalogue) -> Iterator[Block]:
    goals = [part.goal for part in report.goals if part.goal]
    if not goals:
        return
    yield Heading(2, say("Ziele"))
    columns = (Column(say("Nr."), 1.4), Column(say("Ziel"), 6.2), Column(say("Indikatoren und Hinweise")))
    aims = {field.id: field for field in report.theme_fields}
    for field_id in dict.fromkeys(goal.theme_field_id for goal in goals):
        if field := aims.get(field_id or ""):
            yield Heading(3, say("Themenfeld {title}", title=f"{field.number} {field.title}".strip()))
            if field.aim:
                yield Paragraph(field.aim)
        else:
            yield Heading(3, say("Ohne Themenfeld"))
        yield filled(
            columns,
            [
                (goal.number, goal.title, "\n".join((*goal.indicators, *([goal.note] if goal.note else ()))))
                for goal in goals
                if goal.theme_field_id == field_id
            ],
        )


def _participants(report: Report, say: Catalogue) -> Iterator[Block]:
    for part in report.forums:
        if not part.listed:
            continue
        if not report.one_forum:
            yield Heading(2, part.forum.title)
        yield _attendance(part, say)
        yield filled(
            (Column(say("Bank")), Column(say("eingeladen"), 2.6, right=True), Column(say("anwesend"), 2.6, right=True)),
            [
                (row.constituency or say("ohne Angabe"), str(row.listed), str(row.present) if part.present else "")
                for row in part.benches
            ],
        )
        if report.names == "full" and any(person.name for person in part.people):
            yield Heading(3, say("Personen"))
            yield _named(part, say)
            continue
        if bodies := _organisations(part):
            yield Heading(3, say("Beteiligte Organisationen"))
            yield Bullets(tuple(bodies))
        if any(person.name for person in part.people):
            yield Heading(3, say("Personen, die ihrer Nennung zugestimmt haben"))
            yield _named(part, say)


def _attendance(part: ForumPart, say: Catalogue) -> Paragraph:
    if part.present:
        return Paragraph(
            say.plural(
                "{count} von {listed} eingeladenen Personen war anwesend.",
                "{count} von {listed} eingeladenen Personen waren anwesend.",
                part.present,
                listed=part.listed,
            )
        )
    return Paragraph(
        say.plural(
            "Eingeladen war {count} Person; die Anwesenheit wurde nicht vermerkt.",
            "Eingeladen waren {count} Personen; die Anwesenheit wurde nicht vermerkt.",
            part.listed,
        )
    )


def _named(part: ForumPart, say: Catalogue) -> Table:
    columns = (
        Column(say("Name"), 3.0),
        Column(say("Organisation")),
        Column(say("Funktion"), 2.8),
        Column(say("Bank"), 3.8),
        Column(say("Teilnahme"), 2.6),
    )
    return filled(
        columns,
        [
            (
                person.name,
                person.organisation,
                person.function,
                person.constituency,
                word(ATTENDANCE, person.state, say) if part.present else "",
            )
            for person in part.people
            if person.name
        ],
    )


def _organisations(part: ForumPart) -> list[str]:
    there = [person for person in part.people if person.state == "present" or not part.present]
    counted = Counter(person.organisation for person in there if person.organisation)
    return [f"{name} ({count})" if count > 1 else name for name, count in counted.items()]


def _agenda(report: Report, say: Catalogue) -> Iterator[Block]:
    columns = (
        Column(say("geplant"), 3.0),
        Column(say("Programmpunkt")),
        Column(say("Ziel"), 1.3),
        Column(say("Methode"), 4.2),
        Column(say("tatsächlich"), 2.6),
    )
    for part in report.forums:
        if not part.agenda:
            continue
        if not report.one_forum:
            yield Heading(2, part.forum.title)
        yield filled(
            columns,
            [
                (
                    _planned(item, slot, say),
                    item.title,
                    item.goal_number,
                    item.method,
                    "–".join(filter(None, (local_time(item.started_at), local_time(item.ended_at)))),
                )
                for item, slot in zip(part.agenda, schedule(part.agenda), strict=True)
            ],
            keep=0,
        )


def _planned(item: AgendaRow, slot: Slot, say: Catalogue) -> str:
    minutes = say("{minutes} Min.", minutes=item.minutes) if item.minutes else ""
    return " · ".join(filter(None, (slot.start, minutes)))


def _input(report: Report, say: Catalogue) -> Iterator[Block]:
    for part in report.forums:
        if part.forum.input:
            if not report.one_forum:
                yield Heading(2, part.forum.title)
            yield Paragraph(part.forum.input)


def _distribution(report: Report, say: Catalogue) -> Iterator[Block]:
    for part in report.forums:
        if part.forum.distribution:
            if not report.one_forum:
                yield Heading(2, part.forum.title)
            yield Bullets(tuple(filter(None, map(str.strip, part.forum.distribution.splitlines()))))


_WRITERS: dict[str, Write] = {
    "occasion": _occasion,
    "participants": _participants,
    "agenda": _agenda,
    "input": _input,
    "coverage": outcomes.coverage,
    "measures": outcomes.measures,
    "parking": outcomes.parking_lot,
    "actions": outcomes.action_items,
    "feedback": feedback,
    "outlook": outcomes.outlook,
    "boards": boards,
    "photos": photos,
    "annex": outcomes.annex,
    "changes": changes,
    "distribution": _distribution,
}
