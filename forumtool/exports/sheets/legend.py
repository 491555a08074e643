"""What sheets and columns mean."""

from collections.abc import Sequence
from datetime import date

from forumtool.domain.report import Report
from forumtool.exports.sheets.sheet import Field, Sheet
from forumtool.exports.words import audience_told, day, left_out, names_told, version
from forumtool.i18n import Catalogue

_WIDTH = 90


def legend(report: Report, lists: Sequence[Sheet], notes: Sequence[str], say: Catalogue) -> Sheet:
    """Return what sheets and columns mean, for whom it is, what they are not shown, what could not stand."""
    rows: list[tuple[str, str, str]] = [
        (say("Dokument"), "", say("Listen {title}", title=report.title)),
        (say("Stand"), "", day(date.today().isoformat(), say)),
        (say("Für wen"), "", audience_told(report, say)),
        (say("Namen"), "", names_told(report, say)),
    ]
    if missing := left_out(report, say):
        rows.append((say("Was fehlt"), "", missing))
    if report.one_forum:
        rows.append((say("Protokoll"), "", version(report.forums[0].minutes, say)))
    rows += [(say("Hinweis zur Ausgabe"), "", note) for note in notes]
    for sheet in lists:
        rows.append((sheet.title, "", say.plural("{count} Zeile", "{count} Zeilen", len(sheet.rows))))
        rows += [(sheet.title, field.title, _meaning(field, say)) for field in sheet.fields if _meaning(field, say)]
    fields = (Field(say("Blatt")), Field(say("Spalte")), Field(say("Bedeutung"), width=_WIDTH))
    return Sheet("Legende", say("Legende"), fields, rows, numbered=False)


def _meaning(field: Field, say: Catalogue) -> str:
    possible = say("Möglich: {words}.", words=", ".join(field.choices)) if field.choices else ""
    return " ".join(filter(None, (field.meaning, possible)))
