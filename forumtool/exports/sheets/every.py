"""All lists of the workbook in their order."""

from collections.abc import Callable

from forumtool.domain.report import Report
from forumtool.exports.sheets.coverage import coverage
from forumtool.exports.sheets.decisions import decisions
from forumtool.exports.sheets.goals import goals, groups
from forumtool.exports.sheets.named import obstacles, offers
from forumtool.exports.sheets.people import participants
from forumtool.exports.sheets.proposals import behind, proposals
from forumtool.exports.sheets.results import action_items, measures, parking_lot
from forumtool.exports.sheets.sheet import Sheet
from forumtool.exports.sheets.weighing import weighing
from forumtool.i18n import Catalogue

_SHEETS: dict[str, Callable[[Report, Catalogue], Sheet]] = {
    "Vorschlaege": proposals,
    "Wortlaute": behind,
    "Ziele": goals,
    "Gruppen": groups,
    "Gewichtung": weighing,
    "Massnahmen": measures,
    "Vereinbarungen": action_items,
    "Angebote": offers,
    "Hemmnisse": obstacles,
    "Themenspeicher": parking_lot,
    "Abdeckung": coverage,
    "Teilnehmende": participants,
    "Entscheidungen": decisions,
}


def sheets(report: Report, say: Catalogue) -> list[Sheet]:
    """Return all lists of the report; the people only for the office itself, and where the policy names them.

    What stands behind other proposals, and the coverage of the goals, have a list only if there is something.
    """
    there = {
        "Teilnehmende": report.audience == "internal" and report.names == "full",
        "Wortlaute": report.behind,
        "Abdeckung": report.by_goal.tags,
    }
    return [make(report, say) for name, make in _SHEETS.items() if there.get(name, True)]
