"""The goals, and the groups of cards at each."""

from forumtool.domain.report import Report
from forumtool.exports.sheets.sheet import Field, Sheet, field_of
from forumtool.i18n import Catalogue


def goals(report: Report, say: Catalogue) -> Sheet:
    """Return the goals with what was said and weighed at each."""
    fields = (
        Field(say("Ziel-Nr.")),
        Field(say("Feld-Nr.")),
        Field(say("Themenfeld")),
        Field(say("Ziel")),
        Field(say("Leitfrage")),
        Field(say("Indikatoren")),
        Field(say("Hinweis")),
        Field(say("Vorschläge"), say("Anzahl der Vorschläge zu diesem Ziel in dieser Ausgabe.")),
        Field(say("Gruppen")),
        Field(say("Punkte"), say("Summe aller gezählten Klebepunkte.")),
    )
    rows = [
        (
            goal.number,
            *field_of(goal),
            goal.title,
            goal.question,
            "\n".join(goal.indicators),
            goal.note,
            sum(1 for _ in part.proposals),
            len(part.groups),
            sum(round_.dots for round_ in part.rounds),
        )
        for part in report.goals
        if (goal := part.goal)
    ]
    return Sheet("Ziele", say("Ziele"), fields, rows)


def groups(report: Report, say: Catalogue) -> Sheet:
    """Return the groups of the pin boards."""
    fields = (
        Field(say("Gruppen-Nr."), say("Laufende Nummer in dieser Ausgabe.")),
        Field(say("Ziel-Nr.")),
        Field(say("Ziel")),
        Field(say("Forum")),
        Field(say("Gruppe")),
        Field(say("Notiz"), tells="notes"),
        Field(say("Karten")),
        Field(say("Punkte")),
        Field(say("Nummern der Karten")),
    )
    found = [(part, group) for part in report.goals for group in part.groups]
    rows = [
        (
            f"G{at}",
            part.goal.number if part.goal else "",
            part.goal.title if part.goal else "",
            report.forum_title(group.cluster.forum_id),
            group.cluster.title,
            group.cluster.note,
            len(group.proposals),
            group.cluster.dots,
            ", ".join(card.number for card in group.proposals),
        )
        for at, (part, group) in enumerate(found, 1)
    ]
    return Sheet("Gruppen", say("Gruppen"), fields, rows)
