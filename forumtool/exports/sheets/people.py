"""Who was on the lists; for the office itself only."""

from forumtool.domain.report import Report
from forumtool.domain.when import local_moment
from forumtool.exports.sheets.sheet import Field, Sheet
from forumtool.exports.words import ATTENDANCE, word
from forumtool.i18n import Catalogue


def participants(report: Report, say: Catalogue) -> Sheet:
    """Return everybody on the lists, forum by forum, then those on none."""
    fields = (
        Field(say("Personen-Nr."), say("Dieses Blatt ist nur für den internen Gebrauch.")),
        Field(say("Forum")),
        Field(say("Name")),
        Field(say("Organisation")),
        Field(say("Funktion")),
        Field(say("Bank")),
        Field(say("E-Mail")),
        Field(say("Teilnahme")),
        Field(say("Angekommen")),
        Field(say("Namensnennung erlaubt")),
        Field(say("Notiz")),
    )
    people = [(part.forum.title, person) for part in report.forums for person in part.people]
    people += [("", person) for person in report.elsewhere]
    rows = [
        (
            f"P{at}",
            forum,
            person.name,
            person.organisation,
            person.function,
            person.constituency,
            person.email,
            word(ATTENDANCE, person.state, say) if person.state else "",
            local_moment(person.arrived_at) or person.arrived_at,
            say("ja") if person.consent_attribution else say("nein"),
            person.note,
        )
        for at, (forum, person) in enumerate(people, 1)
    ]
    return Sheet("Teilnehmende", say("Teilnehmende"), fields, rows)
