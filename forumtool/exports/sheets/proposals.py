"""The proposals, and the wordings behind them."""

from collections.abc import Iterable

from forumtool.domain.languages import LANGUAGES
from forumtool.domain.report import Report
from forumtool.domain.rows import GoalRow, ProposalRow, TagGroupRow
from forumtool.domain.stopping import breathing
from forumtool.exports.decision_columns import NUMBER
from forumtool.exports.sheets.decisions import decision_fields, decision_values
from forumtool.exports.sheets.sheet import NAMES_HINT, Field, Sheet, dated, field_of, titles
from forumtool.exports.sheets.shown import is_filled_in
from forumtool.exports.words import KINDS, contributor, joined_told, word
from forumtool.i18n import Catalogue


def proposals(report: Report, say: Catalogue) -> Sheet:
    """Return the proposals with everything tied to them, and the columns to decide in."""
    goals = goals_by_key(report)
    decided = {row.proposal_id: row for row in reversed(report.decisions)}
    fields = (
        Field(say(NUMBER), say("Buchstabe des Laptops und laufende Nummer; bleibt für immer.")),
        Field(say("Feld-Nr."), say("Nummer des Themenfelds.")),
        Field(say("Themenfeld")),
        Field(say("Ziel-Nr."), say("Feld und laufende Nummer darin.")),
        Field(say("Ziel")),
        Field(say("Forum"), say("Leer: gehört zum Prozess, ohne Forum.")),
        Field(say("Gruppe"), say("Leer: noch nicht geordnet.")),
        Field(say("Art"), say("Weg, Hemmnis, Angebot oder Frage.")),
        Field(say("Vorschlag"), say("Die bearbeitete Fassung, sonst der Originalton.")),
        original_wording(report, say),
        Field(say("Zweite Sprache"), say("In welcher Sprache der Vorschlag außerdem vorliegt.")),
        Field(say("Wortlaut in der zweiten Sprache")),
        Field(say("Auch so gesagt"), say("Wortlaute, die als Unterstützung zählen; einzeln im Blatt dazu.")),
        *(Field(group.title, say("Merkmale dieser Gruppe, mit Komma getrennt.")) for group in report.tag_groups),
        Field(say("Hemmnisse")),
        Field(say("Angebote")),
        Field(say("Von"), say(NAMES_HINT), tells="names"),
        Field(say("Zuspruch"), say("Wie viele sich dem Vorschlag angeschlossen haben.")),
        Field(say("Notiz"), say("Was dazu besprochen wurde."), tells="notes"),
        Field(say("Dissens"), say("Was strittig blieb.")),
        Field(say("Sprache"), say("Sprache des Originaltons nach ISO 639.")),
        Field(say("Teil von"), say("Nummer der Karte, aus der der Vorschlag aufgeteilt wurde.")),
        Field(say("Im Forum bestätigt"), say("Wann der Raum die Fassung bestätigt hat.")),
        Field(say("Fundstelle")),
        *decision_fields(report, say, asked=is_filled_in(report)),
    )
    rows = []
    for card in breathing(report.proposals):
        goal = goals.get(card.goal_id)
        rows.append(
            (
                card.number,
                *field_of(goal),
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
                titles(card.obstacles),
                titles(card.offers),
                contributor(card),
                card.support or None,
                card.note,
                card.dissent,
                card.language,
                card.split_from,
                dated(card.confirmed_at[:10]),
                card.reference,
                *decision_values(decided.get(card.id), report, say),
            )
        )
    return Sheet("Vorschlaege", say("Vorschläge"), fields, rows)


def original_wording(report: Report, say: Catalogue) -> Field:
    """Return the column of the original wording, which readers may see only as it is worded now."""
    if report.shows_originals:
        return Field(say("Originalton"), say("Wie erfasst; ändert sich nie."))
    return Field(say("Wortlaut"), say("Wie zuletzt gefasst; der Originalton ist nicht ausgegeben."))


def behind(report: Report, say: Catalogue) -> Sheet:
    """Return what stands no longer for itself, and where it stands."""
    parts: dict[str, list[str]] = {}
    for card in (*report.proposals, *report.behind):
        parts.setdefault(card.split_from, []).append(card.number)
    fields = (
        Field(say("Wortlaut-Nr."), say("Wie bei den Vorschlägen; steht nicht mehr für sich, sondern bei anderen.")),
        Field(say("Steht bei"), say("Der Vorschlag, den er unterstützt, oder die Teile, in die er aufgeteilt wurde.")),
        Field(say("Ziel-Nr.")),
        Field(say("Forum")),
        original_wording(report, say),
        Field(say("Von"), say(NAMES_HINT), tells="names"),
        Field(say("Notiz"), say("Was dazu besprochen wurde."), tells="notes"),
        Field(say("Dissens"), say("Was strittig blieb.")),
    )
    rows = [
        (
            card.number,
            joined_told(card) or ", ".join(parts.get(card.number, ())),
            card.goal_number,
            card.forum_title,
            card.original_text,
            contributor(card),
            card.note,
            card.dissent,
        )
        for card in breathing(report.behind)
    ]
    return Sheet("Wortlaute", say("Weitere Wortlaute"), fields, rows)


def goals_by_key(report: Report) -> dict[str | None, GoalRow]:
    """Return the report's goals by their keys."""
    return {part.goal.id: part.goal for part in report.goals if part.goal}


def _by_group(card: ProposalRow, groups: Iterable[TagGroupRow]) -> tuple[str, ...]:
    if not card.tags:
        return tuple("" for _ in groups)
    return tuple(", ".join(tag.title for tag in card.tags if tag.group_id == group.id) for group in groups)
