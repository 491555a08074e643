"""What proposals name: offers that exist already and what stands in the way."""

from forumtool.domain.report import Report
from forumtool.exports.sheets.sheet import Field, Sheet
from forumtool.exports.words import OFFER_STATES, word
from forumtool.i18n import Catalogue


def offers(report: Report, say: Catalogue) -> Sheet:
    """Return the existing offers and the proposals that name them."""
    states = tuple(say(state) for state in OFFER_STATES.values())
    fields = (
        Field(say("Angebots-Nr.")),
        Field(say("Angebot")),
        Field(say("Träger")),
        Field(say("Stand"), "", states),
        Field(say("Hinweis"), tells="notes"),
        Field(say("Genannt bei")),
    )
    rows = [
        (f"B{at}", row.title, row.provider, word(OFFER_STATES, row.state, say), row.note, ", ".join(row.proposals))
        for at, row in enumerate(report.offers, 1)
    ]
    return Sheet("Angebote", say("Angebote"), fields, rows)


def obstacles(report: Report, say: Catalogue) -> Sheet:
    """Return the obstacles and the proposals that name them."""
    fields = (
        Field(say("Hemmnis-Nr.")),
        Field(say("Hemmnis")),
        Field(say("Hinweis"), tells="notes"),
        Field(say("Anzahl")),
        Field(say("Genannt bei")),
    )
    rows = [
        (f"H{at}", row.title, row.note, len(row.proposals), ", ".join(row.proposals))
        for at, row in enumerate(report.obstacles, 1)
    ]
    return Sheet("Hemmnisse", say("Hemmnisse"), fields, rows)
