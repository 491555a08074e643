"""The questions to the room with what was counted, one row to each group, card or step."""

from collections.abc import Sequence

from forumtool.domain.report import Ranked, Report, Round
from forumtool.exports.sheets.proposals import goals_by_key
from forumtool.exports.sheets.sheet import Field, Sheet, Value
from forumtool.exports.words import mean_told, steps
from forumtool.i18n import Catalogue


def weighing(report: Report, say: Catalogue) -> Sheet:
    """Return the rounds and what was counted, dots of each constituency apart."""
    benches = tuple(dict.fromkeys(bench for round_ in report.rounds for bench in round_.benches))
    fields = (
        Field(say("Runde"), say("Laufende Nummer der Frage und der Zeile darin.")),
        Field(say("Forum")),
        Field(say("Ziel-Nr.")),
        Field(say("Frage")),
        Field(say("Gruppe oder Karte"), say("Bei einer Skala die Stufe.")),
        Field(say("Rang"), say("Die meisten Punkte zuerst; gleiche Punkte, gleicher Rang.")),
        Field(say("Punkte")),
        *(Field(bench or say("ohne Bank"), say("Punkte dieser Bank.")) for bench in benches),
        Field(say("Punkte je Person")),
        Field(say("Abstimmende"), say("Wie viele abgestimmt haben.")),
        Field(say("Punkte erwartet"), say("Abstimmende mal Punkte je Person.")),
        Field(say("Punkte gezählt")),
        Field(say("Auswertung"), say("Bei einer Skala.")),
    )
    goals = goals_by_key(report)
    rows = [
        (
            f"{at}.{place}",
            report.forum_title(round_.forum_id),
            goals[round_.goal_id].number if round_.goal_id in goals else "",
            round_.question,
            row.title,
            row.rank or None,
            row.dots,
            *_shares(row, round_, benches),
            round_.dots_per_person,
            round_.voters,
            round_.expected,
            round_.total,
            mean_told(round_, say),
        )
        for at, round_ in enumerate(report.rounds, 1)
        for place, row in enumerate(round_.ranking or on_steps(round_), 1)
    ]
    return Sheet("Gewichtung", say("Gewichtung"), fields, rows)


def on_steps(round_: Round) -> list[Ranked]:
    """Return the steps of a scale in place of a ranking."""
    return [Ranked(0, "", name, points) for name, points in zip(steps(round_), round_.points, strict=True)]


def _shares(row: Ranked, round_: Round, benches: Sequence[str]) -> list[Value]:
    own = list(zip(round_.benches, row.shares, strict=False))  # benches of two laptops may have one name
    return [sum(dots for title, dots in own if title == bench) or None for bench in benches]
