"""What a forum leaves behind: measures, agreements and matters set aside."""

from forumtool.domain.report import Report
from forumtool.exports.sheets.sheet import Field, Sheet, dated, titles
from forumtool.exports.words import groups_of, offers_told
from forumtool.i18n import Catalogue


def measures(report: Report, say: Catalogue) -> Sheet:
    """Return the worked-out ways and where they came from."""
    fields = (
        Field(say("Maßnahmen-Nr."), say("Nummer der Maßnahme, sonst laufende Nummer in dieser Ausgabe.")),
        Field(say("Ziel-Nr.")),
        Field(say("Forum")),
        Field(say("Gruppe")),
        Field(say("Maßnahme")),
        Field(say("Beschreibung")),
        Field(say("Federführung"), say("Wer die Maßnahme verantwortet.")),
        Field(say("Partner")),
        Field(say("Zeithorizont")),
        Field(say("Ressourcen")),
        Field(say("Indikator")),
        Field(say("Schnell umsetzbar"), "", (say("ja"),)),
        Field(say("Vorhandene Angebote")),
        Field(say("Hemmnisse")),
        Field(say("Im Forum bestätigt"), "", (say("ja"),)),
        Field(say("Aus Vorschlägen"), say("Nummern der Vorschläge, aus denen sie entstand.")),
    )
    rows = [
        (
            row.number or f"M{at}",
            row.goal_number,
            report.forum_title(row.forum_id),
            groups_of(row, report),
            row.title,
            row.text,
            row.lead,
            row.partners,
            row.horizon,
            row.resources,
            row.indicator,
            say("ja") if row.quick_win else "",
            offers_told(row.offers, report.offers, say),
            titles(row.obstacles),
            say("ja") if row.confirmed_at else "",
            ", ".join(row.proposals),
        )
        for at, row in enumerate(report.measures, 1)
    ]
    return Sheet("Massnahmen", say("Maßnahmen"), fields, rows)


def action_items(report: Report, say: Catalogue) -> Sheet:
    """Return who does what by when."""
    fields = (
        Field(say("Vereinbarungs-Nr.")),
        Field(say("Forum")),
        Field(say("Was")),
        Field(say("Wer")),
        Field(say("Bis wann")),
        Field(say("Erledigt"), "", (say("ja"),)),
    )
    rows = [
        (
            f"V{at}",
            report.forum_title(row.forum_id),
            row.text,
            row.responsible,
            dated(row.due),
            say("ja") if row.done else "",
        )
        for at, row in enumerate(report.action_items, 1)
    ]
    return Sheet("Vereinbarungen", say("Vereinbarungen"), fields, rows)


def parking_lot(report: Report, say: Catalogue) -> Sheet:
    """Return what was set aside, and for whom."""
    fields = (Field(say("Themen-Nr.")), Field(say("Forum")), Field(say("Thema")), Field(say("Adressat")))
    rows = [
        (f"T{at}", report.forum_title(row.forum_id), row.text, row.addressee)
        for at, row in enumerate(report.parking_lot, 1)
    ]
    return Sheet("Themenspeicher", say("Themenspeicher"), fields, rows)
