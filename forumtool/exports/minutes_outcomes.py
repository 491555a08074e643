"""The later sections of the minutes: gaps, measures, what was set aside and agreed, what comes next, the annex."""

from collections.abc import Iterator, Sequence

from forumtool.domain.report import Report
from forumtool.domain.rows import MeasureRow, ProposalRow
from forumtool.domain.stopping import breathing
from forumtool.exports.blocks import TEXT_WIDTH, Block, Bullets, Column, Heading, KeyValues, Paragraph, Table, filled
from forumtool.exports.process_told import milestones
from forumtool.exports.words import KINDS, day, groups_of, joined_told, offers_told, word
from forumtool.i18n import Catalogue


def coverage(report: Report, say: Catalogue) -> Iterator[Block]:
    """Count the cards by phase of migration and age, and name the pairs that no card speaks of."""
    found = report.coverage
    if not found:
        return
    yield Paragraph(
        say("Wie viele Vorschläge welche Phase und welches Lebensalter nennen; ein Vorschlag kann mehrere nennen."),
        quiet=True,
    )
    if not (found.phases and found.ages):
        counts = zip(found.phases or found.ages, found.phase_totals or found.age_totals, strict=True)
        yield Table(
            (Column(say("Merkmal")), Column(say("Vorschläge"), 2.6, right=True)),
            [(title, str(count)) for title, count in counts],
        )
        return
    share = (TEXT_WIDTH - 2.9 - 1.5) / len(found.phases)
    columns = (
        Column(say("Lebensalter")),
        *(Column(phase, share, right=True) for phase in found.phases),
        Column(say("gesamt"), 1.5, right=True),
    )
    rows = [
        (age, *(str(count or "–") for count in row), str(total))
        for age, row, total in zip(found.ages, zip(*found.counts, strict=True), found.age_totals, strict=True)
    ]
    yield Table(columns, [*rows, (say("gesamt"), *map(str, found.phase_totals), "")])
    if found.gaps:
        yield Heading(3, say("Lücken"))
        yield Bullets(
            tuple(
                say("{phase}: alle Lebensalter", phase=phase)
                if len(ages) == len(found.ages)
                else f"{phase}: {', '.join(ages)}"
                for phase, ages in found.gaps
            )
        )


def measures(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return each measure with its details and the cards that it came from."""
    for row in report.measures:
        mark = say("schnell umsetzbar") if row.quick_win else ""
        yield Heading(2, " · ".join(filter(None, (f"{row.number} {row.title}".strip(), mark))))
        if row.text:
            yield Paragraph(row.text)
        if pairs := _details(row, report, say):
            yield KeyValues(pairs)


def _details(row: MeasureRow, report: Report, say: Catalogue) -> tuple[tuple[str, str], ...]:
    pairs = (
        (say("Ziel"), row.goal_number),
        (say("Gruppe"), groups_of(row, report)),
        (say("Federführung"), row.lead),
        (say("Partner"), row.partners),
        (say("Zeithorizont"), row.horizon),
        (say("Ressourcen"), row.resources),
        (say("Indikator"), row.indicator),
        (say("Vorhandene Angebote"), offers_told(row.offers, report.offers, say)),
        (say("Hemmnisse"), ", ".join(tie.title for tie in row.obstacles)),
        (say("Im Forum bestätigt"), day(row.confirmed_at[:10], say)),
        (say("Aus Vorschlägen"), ", ".join(row.proposals)),
    )
    return tuple((name, value) for name, value in pairs if value)


def parking_lot(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return what was set aside, and for whom."""
    if report.parking_lot:
        yield filled(
            (Column(say("Thema")), Column(say("Adressat"), 5.0)),
            [(row.text, row.addressee) for row in report.parking_lot],
            keep=1,
        )


def action_items(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return who does what by when."""
    if report.action_items:
        yield filled(
            (Column(say("Was")), Column(say("Wer"), 4.2), Column(say("Bis wann"), 3.2), Column(say("erledigt"), 1.8)),
            [
                (row.text, row.responsible, day(row.due, say), say("ja") if row.done else "")
                for row in report.action_items
            ],
            keep=1,
        )


def outlook(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return what comes next: words of the forum, the deadline for objections, the milestones."""
    for part in report.forums:
        deadline = part.minutes.objections_until if part.minutes else ""
        if not (part.forum.outlook or deadline):
            continue
        if not report.one_forum:
            yield Heading(2, part.forum.title)
        if part.forum.outlook:
            yield Paragraph(part.forum.outlook)
        if deadline:
            yield Paragraph(say("Einwände gegen dieses Protokoll sind bis {date} möglich.", date=day(deadline, say)))
    if report.milestones:
        yield Heading(2, say("Fahrplan"))
        yield from milestones(report.milestones, say)


def annex(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return all cards in their original wording, by goal and as captured, also those that stand behind others.

    Where readers are not shown how an edited card was worded first, it stands as it is worded now.
    """
    every = _by_goal(report)
    if not every:
        return
    columns = (
        Column(say("Nr."), 1.6),
        Column(say("Ziel"), 1.4),
        Column(say("Art"), 2.0),
        Column(say("Originalton") if report.shows_originals else say("Wortlaut")),
        Column(say("steht bei"), 3.4 if any(card.joined_elsewhere for card in every) else 2.2),
        Column(say("Fundstelle"), 2.6),
    )
    several = len({card.kind for card in every}) > 1
    parts = _parts(every)
    yield filled(
        columns,
        [
            (
                card.number,
                card.goal_number,
                word(KINDS, card.kind, say) if several else "",
                card.original_text,
                joined_told(card) or ", ".join(parts.get(card.number, ())),
                card.reference,
            )
            for card in breathing(every)
        ],
        keep=1,
    )


def _by_goal(report: Report) -> list[ProposalRow]:
    every = (*report.proposals, *report.behind)
    rank = {goal_id: place for place, goal_id in enumerate(dict.fromkeys(card.goal_id for card in every))}
    return sorted(every, key=lambda card: (rank[card.goal_id], card.id))


def _parts(every: Sequence[ProposalRow]) -> dict[str, list[str]]:
    """The numbers of the parts of each card that was split."""
    found: dict[str, list[str]] = {}
    for card in every:
        if card.split_from:
            found.setdefault(card.split_from, []).append(card.number)
    return found
