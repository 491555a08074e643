"""What is new against the version of the minutes that was sent before: added, changed and removed, kind by kind."""

from collections.abc import Iterator
from itertools import groupby

from forumtool.domain.report import Report
from forumtool.domain.versions import Change
from forumtool.exports.blocks import Block, Column, Heading, Paragraph, filled
from forumtool.exports.words import KINDS, VERDICTS, day, word
from forumtool.i18n import N_, Catalogue

_KINDS = {
    "forums": N_("Angaben und Zahlen"),
    "cards": N_("Karten"),
    "groups": N_("Gruppen"),
    "rounds": N_("Gewichtung"),
    "measures": N_("Maßnahmenskizzen"),
    "parking": N_("Themenspeicher"),
    "actions": N_("Vereinbarungen"),
    "decisions": N_("Entscheidungen"),
}
_WHAT = {"added": N_("neu"), "changed": N_("geändert"), "removed": N_("entfallen")}
_FIELDS = {
    "text": N_("Wortlaut"), "other_text": N_("Wortlaut in der zweiten Sprache"), "kind": N_("Art"), "goal": N_("Ziel"),
    "group": N_("Gruppe"), "joined": N_("steht bei"), "support": N_("Zuspruch"), "note": N_("Notiz"),
    "dissent": N_("Dissens"), "tags": N_("Merkmale"), "obstacles": N_("Hemmnisse"), "offers": N_("Angebote"),
    "when": N_("Termin"), "place": N_("Ort"), "host": N_("Veranstalter"), "facilitation": N_("Moderation"),
    "minute_taker": N_("Protokoll"), "input": N_("Input"), "outlook": N_("Ausblick"), "feedback": N_("Rückmeldung"),
    "listed": N_("eingeladen"), "present": N_("anwesend"), "voters": N_("Abstimmende"), "dots": N_("Punkte"),
    "title": N_("Titel"), "lead": N_("Federführung"), "partners": N_("Partner"), "horizon": N_("Zeithorizont"),
    "resources": N_("Ressourcen"), "indicator": N_("Indikator"), "quick_win": N_("schnell umsetzbar"),
    "proposals": N_("Aus Vorschlägen"), "addressee": N_("Adressat"), "responsible": N_("Zuständig"),
    "due": N_("Bis wann"), "done": N_("erledigt"), "verdict": N_("Entscheidung"), "reason": N_("Begründung"),
    "label": N_("Bezeichnung"),
}  # fmt: skip
_TICKS, _DATES = frozenset({"quick_win", "done"}), frozenset({"due", "when"})
_CODES = {"verdict": VERDICTS, "kind": KINDS}


def changes(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return the list of changes, both wordings beside each other; nothing where no version was sent before."""
    found = report.changes
    if found is None:
        return
    since = day(found.sent_at[:10], say)
    if not found.rows:
        yield Paragraph(
            say("Nichts ist anders als in Version {version} vom {date}.", version=found.version, date=since)
        )
        return
    yield Paragraph(
        say("Gegenüber Version {version}, versandt am {date}.", version=found.version, date=since), quiet=True
    )
    for kind, rows in groupby(found.rows, key=lambda row: row.kind):
        yield Heading(2, say(_KINDS.get(kind, kind)))
        yield filled(
            (
                Column(say("Was"), 3.2),
                Column(say("Angabe"), 2.6),
                Column(say("bisher")),
                Column(say("jetzt")),
            ),
            [_line(row, say) for row in rows],
            keep=1,
        )


def _line(row: Change, say: Catalogue) -> tuple[str, str, str, str]:
    return row.label, field_told(row, say), *values_told(row, say)


def field_told(row: Change, say: Catalogue) -> str:
    """Return what was changed, or that the thing is new or gone."""
    return say(_FIELDS.get(row.field, row.field)) if row.field else say(_WHAT[row.what])


def values_told(row: Change, say: Catalogue) -> tuple[str, str]:
    """Return what stood there and what stands there now."""
    return _value(row.field, row.before, say), _value(row.field, row.after, say)


def _value(field: str, text: str, say: Catalogue) -> str:
    if field in _TICKS:
        return say("ja") if text else say("nein")
    if field in _DATES:
        return day(text, say)
    return word(_CODES[field], text, say) if field in _CODES and text else text or ("–" if field else "")
