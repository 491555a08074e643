"""Which sheets the workbook has, their columns and their rows; nothing here knows Excel.

Each sheet lists one kind of thing: one row per thing, what people call it by first, decisions last.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from forumtool.domain.languages import LANGUAGES
from forumtool.domain.report import Ranked, Report, Round
from forumtool.domain.rows import GoalRow, ProposalRow, TagGroupRow
from forumtool.exports.words import (
    ATTENDANCE,
    KINDS,
    NAMES,
    OFFER_STATES,
    VERDICTS,
    contributor,
    day,
    groups_of,
    mean_told,
    offers_told,
    steps,
    word,
)
from forumtool.i18n import N_, Catalogue

Value = str | int | date | None


class Field(NamedTuple):
    """A column: its title, its meaning for the legend, and the only words it takes, if it has a drop-down list."""

    title: str
    meaning: str = ""
    choices: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A list: ``name`` of its table, title of its tab, columns and rows; every row has a value for every column."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: Sequence[Sequence[Value]]


def sheets(report: Report, say: Catalogue) -> list[Sheet]:
    """Return all lists of the report; the people only where the policy lets them be named.

    What stands behind other proposals has a list only if there is something.
    """
    left_out = {"Teilnehmende"} if report.names != "full" else set()
    left_out |= set() if report.behind else {"Wortlaute"}
    return [make(report, say) for name, make in _SHEETS.items() if name not in left_out]


def _verdicts(say: Catalogue) -> tuple[str, ...]:
    return tuple(say(verdict) for verdict in VERDICTS.values())


def _proposals(report: Report, say: Catalogue) -> Sheet:
    goals = _goals_by_key(report)
    decided = {row.proposal_id: row for row in reversed(report.decisions)}
    fields = (
        Field(say("Nr."), say("Buchstabe des Laptops und laufende Nummer; bleibt für immer.")),
        Field(say("Feld-Nr.")),
        Field(say("Themenfeld")),
        Field(say("Ziel-Nr.")),
        Field(say("Ziel")),
        Field(say("Forum"), say("Leer: gehört zum Prozess, ohne Forum.")),
        Field(say("Gruppe"), say("Leer: noch nicht geordnet.")),
        Field(say("Art")),
        Field(say("Vorschlag"), say("Die bearbeitete Fassung, sonst der Originalton.")),
        Field(say("Originalton"), say("Wie erfasst; ändert sich nie.")),
        Field(say("Zweite Sprache"), say("In welcher Sprache der Vorschlag außerdem vorliegt.")),
        Field(say("Wortlaut in der zweiten Sprache")),
        Field(say("Auch so gesagt"), say("Wortlaute, die als Unterstützung zählen; einzeln im Blatt dazu.")),
        *(Field(group.title, say("Merkmale dieser Gruppe, mit Komma getrennt.")) for group in report.tag_groups),
        Field(say("Hemmnisse")),
        Field(say("Angebote")),
        Field(say("Von"), say(_NAMES_HINT)),
        Field(say("Zuspruch"), say("Wie viele sich dem Vorschlag angeschlossen haben.")),
        Field(say("Notiz")),
        Field(say("Dissens")),
        Field(say("Sprache")),
        Field(say("Teil von"), say("Nummer der Karte, aus der der Vorschlag aufgeteilt wurde.")),
        Field(say("Im Forum bestätigt")),
        Field(say("Fundstelle")),
        Field(say("Entscheidung"), say("Auswahlliste für die Steuerungsgruppe."), _verdicts(say)),
        Field(say("Begründung")),
        Field(say("Zuständig")),
        Field(say("Frist")),
    )
    rows = []
    for card in report.proposals:
        goal = goals.get(card.goal_id)
        verdict = decided.get(card.id)
        rows.append(
            (
                card.number,
                *_field_of(goal),
                card.goal_number,
                goal.title if goal else "",
                card.forum_title,
                card.cluster_title,
                word(KINDS, card.kind, say),
                card.text,
                card.original_text,
                word(LANGUAGES, card.other_language, say) if card.other_text else "",
                card.other_text,
                "\n".join(f"{one.number}: {one.text}" for one in card.wordings),
                *_by_group(card, report.tag_groups),
                _titles(card.obstacles),
                _titles(card.offers),
                contributor(card),
                card.support or None,
                card.note,
                card.dissent,
                card.language,
                card.split_from,
                _date(card.confirmed_at[:10]),
                card.reference,
                *(
                    (word(VERDICTS, verdict.verdict, say), verdict.reason, verdict.responsible, _date(verdict.due))
                    if verdict
                    else ("", "", "", "")
                ),
            )
        )
    return Sheet("Vorschlaege", say("Vorschläge"), fields, rows)


def _behind(report: Report, say: Catalogue) -> Sheet:
    parts: dict[str, list[str]] = {}
    for card in (*report.proposals, *report.behind):
        parts.setdefault(card.split_from, []).append(card.number)
    fields = (
        Field(say("Wortlaut-Nr."), say("Wie bei den Vorschlägen; steht nicht mehr für sich, sondern bei anderen.")),
        Field(say("Steht bei"), say("Der Vorschlag, den er unterstützt, oder die Teile, in die er aufgeteilt wurde.")),
        Field(say("Ziel-Nr.")),
        Field(say("Forum")),
        Field(say("Originalton"), say("Wie erfasst; ändert sich nie.")),
        Field(say("Von"), say(_NAMES_HINT)),
        Field(say("Notiz")),
        Field(say("Dissens")),
    )
    rows = [
        (
            card.number,
            card.joined_to or ", ".join(parts.get(card.number, ())),
            card.goal_number,
            card.forum_title,
            card.original_text,
            contributor(card),
            card.note,
            card.dissent,
        )
        for card in report.behind
    ]
    return Sheet("Wortlaute", say("Weitere Wortlaute"), fields, rows)


_NAMES_HINT = N_("Person, Organisation oder Gruppe, so weit die Ausgabe sie nennt.")


def _goals_by_key(report: Report) -> dict[str | None, GoalRow]:
    return {part.goal.id: part.goal for part in report.goals if part.goal}


def _field_of(goal: GoalRow | None) -> tuple[str, str]:
    return (goal.theme_field_number, goal.theme_field_title) if goal else ("", "")


def _by_group(card: ProposalRow, groups: Iterable[TagGroupRow]) -> tuple[str, ...]:
    if not card.tags:
        return tuple("" for _ in groups)
    return tuple(", ".join(tag.title for tag in card.tags if tag.group_id == group.id) for group in groups)


def _titles(rows: Iterable[tuple[str, str]]) -> str:
    return ", ".join(title for _, title in rows)


def _date(text: str) -> Value:
    """A whole ISO date as a date that Excel can sort; any other text as it is."""
    try:
        return date.fromisoformat(text) if len(text) == len("2016-05-12") else text
    except ValueError:
        return text


def _goals(report: Report, say: Catalogue) -> Sheet:
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
            *_field_of(goal),
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


def _groups(report: Report, say: Catalogue) -> Sheet:
    fields = (
        Field(say("Gruppen-Nr."), say("Laufende Nummer in dieser Ausgabe.")),
        Field(say("Ziel-Nr.")),
        Field(say("Ziel")),
        Field(say("Forum")),
        Field(say("Gruppe")),
        Field(say("Notiz")),
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


def _weighing(report: Report, say: Catalogue) -> Sheet:
    benches = tuple(dict.fromkeys(bench for round_ in report.rounds for bench in round_.benches))
    fields = (
        Field(say("Runde"), say("Laufende Nummer der Frage und der Zeile darin.")),
        Field(say("Forum")),
        Field(say("Ziel-Nr.")),
        Field(say("Frage")),
        Field(say("Gruppe oder Karte"), say("Bei einer Skala die Stufe.")),
        Field(say("Rang")),
        Field(say("Punkte")),
        *(Field(bench or say("ohne Bank"), say("Punkte dieser Bank.")) for bench in benches),
        Field(say("Punkte je Person")),
        Field(say("Abstimmende")),
        Field(say("Punkte erwartet"), say("Abstimmende mal Punkte je Person.")),
        Field(say("Punkte gezählt")),
        Field(say("Auswertung"), say("Bei einer Skala.")),
    )
    goals = _goals_by_key(report)
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
        for place, row in enumerate(round_.ranking or _on_steps(round_), 1)
    ]
    return Sheet("Gewichtung", say("Gewichtung"), fields, rows)


def _on_steps(round_: Round) -> list[Ranked]:
    """The steps of a scale in place of a ranking."""
    return [Ranked(0, "", name, points) for name, points in zip(steps(round_), round_.points, strict=True)]


def _shares(row: Ranked, round_: Round, benches: Sequence[str]) -> list[Value]:
    own = list(zip(round_.benches, row.shares, strict=False))  # benches of two laptops may have one name
    return [sum(dots for title, dots in own if title == bench) or None for bench in benches]


def _measures(report: Report, say: Catalogue) -> Sheet:
    fields = (
        Field(say("Maßnahmen-Nr."), say("Nummer der Maßnahme, sonst laufende Nummer in dieser Ausgabe.")),
        Field(say("Ziel-Nr.")),
        Field(say("Forum")),
        Field(say("Gruppe")),
        Field(say("Maßnahme")),
        Field(say("Beschreibung")),
        Field(say("Federführung")),
        Field(say("Partner")),
        Field(say("Zeithorizont")),
        Field(say("Ressourcen")),
        Field(say("Indikator")),
        Field(say("Schnell umsetzbar"), "", (say("ja"),)),
        Field(say("Vorhandene Angebote")),
        Field(say("Hemmnisse")),
        Field(say("Im Forum bestätigt"), "", (say("ja"),)),
        Field(say("Aus Vorschlägen")),
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
            _titles(row.obstacles),
            say("ja") if row.confirmed_at else "",
            ", ".join(row.proposals),
        )
        for at, row in enumerate(report.measures, 1)
    ]
    return Sheet("Massnahmen", say("Maßnahmen"), fields, rows)


def _action_items(report: Report, say: Catalogue) -> Sheet:
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
            _date(row.due),
            say("ja") if row.done else "",
        )
        for at, row in enumerate(report.action_items, 1)
    ]
    return Sheet("Vereinbarungen", say("Vereinbarungen"), fields, rows)


def _offers(report: Report, say: Catalogue) -> Sheet:
    states = tuple(say(state) for state in OFFER_STATES.values())
    fields = (
        Field(say("Angebots-Nr.")),
        Field(say("Angebot")),
        Field(say("Träger")),
        Field(say("Stand"), "", states),
        Field(say("Hinweis")),
        Field(say("Genannt bei")),
    )
    rows = [
        (f"B{at}", row.title, row.provider, word(OFFER_STATES, row.state, say), row.note, ", ".join(row.proposals))
        for at, row in enumerate(report.offers, 1)
    ]
    return Sheet("Angebote", say("Angebote"), fields, rows)


def _obstacles(report: Report, say: Catalogue) -> Sheet:
    fields = (
        Field(say("Hemmnis-Nr.")),
        Field(say("Hemmnis")),
        Field(say("Hinweis")),
        Field(say("Anzahl")),
        Field(say("Genannt bei")),
    )
    rows = [
        (f"H{at}", row.title, row.note, len(row.proposals), ", ".join(row.proposals))
        for at, row in enumerate(report.obstacles, 1)
    ]
    return Sheet("Hemmnisse", say("Hemmnisse"), fields, rows)


def _parking_lot(report: Report, say: Catalogue) -> Sheet:
    fields = (Field(say("Themen-Nr.")), Field(say("Forum")), Field(say("Thema")), Field(say("Adressat")))
    rows = [
        (f"T{at}", report.forum_title(row.forum_id), row.text, row.addressee)
        for at, row in enumerate(report.parking_lot, 1)
    ]
    return Sheet("Themenspeicher", say("Themenspeicher"), fields, rows)


def _participants(report: Report, say: Catalogue) -> Sheet:
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
            day(person.arrived_at[:10], say),
            say("ja") if person.consent_attribution else say("nein"),
            person.note,
        )
        for at, (forum, person) in enumerate(people, 1)
    ]
    return Sheet("Teilnehmende", say("Teilnehmende"), fields, rows)


def _decisions(report: Report, say: Catalogue) -> Sheet:
    fields = (
        Field(say("Vorschlag-Nr.")),
        Field(say("Vorschlag")),
        Field(say("Zusammengeführt mit")),
        Field(say("Beschlossen am")),
        Field(say("Ja")),
        Field(say("Nein")),
        Field(say("Enthaltungen")),
        Field(say("Entscheidung"), say("Auswahlliste für die Steuerungsgruppe."), _verdicts(say)),
        Field(say("Begründung")),
        Field(say("Zuständig")),
        Field(say("Frist")),
    )
    texts = {card.id: card.text for card in report.proposals}
    rows = [
        (
            row.proposal_number,
            texts.get(row.proposal_id or "", ""),
            row.merged_with,
            _date(row.decided_on),
            row.votes_yes,
            row.votes_no,
            row.votes_abstained,
            word(VERDICTS, row.verdict, say),
            row.reason,
            row.responsible,
            _date(row.due),
        )
        for row in report.decisions
    ]
    return Sheet("Entscheidungen", say("Entscheidungen"), fields, rows)


def legend(report: Report, lists: Sequence[Sheet], notes: Sequence[str], say: Catalogue) -> Sheet:
    """Return what sheets and columns mean, how names appear, and what could not stand as it was typed."""
    rows: list[tuple[str, str, str]] = [
        (say("Dokument"), "", say("Listen {title}", title=report.title)),
        (say("Stand"), "", day(date.today().isoformat(), say)),
        (say("Namen"), "", word(NAMES, report.names, say)),
    ]
    rows += [(say("Hinweis zur Ausgabe"), "", note) for note in notes]
    for sheet in lists:
        rows.append((sheet.title, "", say.plural("{count} Zeile", "{count} Zeilen", len(sheet.rows))))
        rows += [(sheet.title, field.title, _meaning(field, say)) for field in sheet.fields if _meaning(field, say)]
    fields = (Field(say("Blatt")), Field(say("Spalte")), Field(say("Bedeutung")))
    return Sheet("Legende", say("Legende"), fields, rows)


def _meaning(field: Field, say: Catalogue) -> str:
    possible = say("Möglich: {words}.", words=", ".join(field.choices)) if field.choices else ""
    return " ".join(filter(None, (field.meaning, possible)))


_SHEETS: dict[str, Callable[[Report, Catalogue], Sheet]] = {
    "Vorschlaege": _proposals,
    "Wortlaute": _behind,
    "Ziele": _goals,
    "Gruppen": _groups,
    "Gewichtung": _weighing,
    "Massnahmen": _measures,
    "Vereinbarungen": _action_items,
    "Angebote": _offers,
    "Hemmnisse": _obstacles,
    "Themenspeicher": _parking_lot,
    "Teilnehmende": _participants,
    "Entscheidungen": _decisions,
}
