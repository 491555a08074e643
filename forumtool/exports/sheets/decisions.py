"""What the steering group decides: the columns to fill in behind each proposal, and the record of what was decided."""

from collections.abc import Iterator

from forumtool.domain.report import Report
from forumtool.domain.rows import DecisionRow
from forumtool.exports.decision_columns import DECISION_COLUMNS
from forumtool.exports.sheets.sheet import Field, Sheet, Value, dated
from forumtool.exports.sheets.shown import is_filled_in
from forumtool.exports.words import VERDICTS, word
from forumtool.i18n import N_, Catalogue

_TONES = {"adopt": "good", "merge": "moved", "defer": "waiting", "reject": "gone"}
_WIDTHS = {"verdict": 18, "reason": 36, "responsible": 20, "due": 12, "action_field": 28}
_MEANINGS = {
    "verdict": N_("Auswahlliste für die Steuerungsgruppe; farbig, solange offen."),
    "merged_with": N_("Nummer des Vorschlags, in dem dieser aufgeht."),
    "reason": N_("Warum so entschieden wurde."),
    "responsible": N_("Wer es umsetzt oder weiter prüft."),
    "due": N_("Bis wann; ein Tag wie 31.12.2026."),
    "votes_yes": N_("Stimmen dafür."),
    "votes_no": N_("Stimmen dagegen."),
    "votes_abstained": N_("Stimmenthaltungen."),
    "measure_number": N_("Nummer der Maßnahme im Konzept."),
    "action_field": N_("Handlungsfeld des Konzepts, in das ein übernommener Vorschlag gehört."),
}
_RECORD = {**_MEANINGS, "verdict": N_("Wie die Steuerungsgruppe entschieden hat.")}


def decision_fields(report: Report, say: Catalogue, *, asked: bool) -> Iterator[Field]:
    """Return the columns of decisions, to fill in if ``asked``, else as a record without lists."""
    choices = {
        "verdict": tuple(say(verdict) for verdict in VERDICTS.values()),
        "action_field": tuple(dict.fromkeys(filter(None, (row.label for row in report.action_fields)))),
    }
    for column in DECISION_COLUMNS:
        yield Field(
            say(column.title),
            say((_MEANINGS if asked else _RECORD).get(column.key, "")),
            choices.get(column.key, ()) if asked else (),
            column.kind,
            asked,
            _tones(say, asked=asked) if column.key == "verdict" else (),
            _WIDTHS.get(column.key, 0),
        )


def decision_values(row: DecisionRow | None, report: Report, say: Catalogue) -> tuple[Value, ...]:
    """Return what stands in the columns of decisions; nothing for a proposal that nobody decided on."""
    if row is None:
        return _NOTHING
    votes = (row.votes_yes, row.votes_no, row.votes_abstained)
    return (
        word(VERDICTS, row.verdict, say),
        row.merged_with,
        row.reason,
        row.responsible,
        dated(row.due),
        *(votes if any(votes) else (None, None, None)),
        row.measure_number,
        next((one.label for one in report.action_fields if one.id == row.action_field_id), ""),
    )


_NOTHING: tuple[Value, ...] = ("",) * len(DECISION_COLUMNS)


def _tones(say: Catalogue, *, asked: bool) -> tuple[tuple[str, str], ...]:
    decided = tuple((say(VERDICTS[verdict]), tone) for verdict, tone in _TONES.items())
    return (("", "open"), *decided) if asked else decided


def decisions(report: Report, say: Catalogue) -> Sheet:
    """Return what has been decided, as a record; decisions are made in the list of proposals."""
    where = say("Was beschlossen ist; entschieden wird im Blatt Vorschläge.")
    fields = (
        Field(say("Vorschlag-Nr."), where if is_filled_in(report) else say("Was beschlossen ist.")),
        Field(say("Ziel-Nr.")),
        Field(say("Vorschlag")),
        Field(say("Beschlossen am")),
        *decision_fields(report, say, asked=False),
    )
    cards = {card.id: card for card in report.proposals}
    rows = []
    for row in report.decisions:
        card = cards.get(row.proposal_id or "")
        told = (card.goal_number, card.text) if card else ("", "")
        rows.append((row.proposal_number, *told, dated(row.decided_on), *decision_values(row, report, say)))
    return Sheet("Entscheidungen", say("Entscheidungen"), fields, rows)
