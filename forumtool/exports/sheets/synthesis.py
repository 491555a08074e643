"""The lists of the synthesis: gaps, similar proposals, what is frequent, who was there, what became of what."""

from collections.abc import Sequence

from forumtool.domain.report import Report
from forumtool.domain.rows import ProposalRow
from forumtool.domain.synthesis import Frequency, Synthesis
from forumtool.exports.became import fields_told, measure_labels, outcome_told, verdict_told
from forumtool.exports.gap_words import gap_kind, gap_told
from forumtool.exports.sheets.coverage import coverage
from forumtool.exports.sheets.sheet import Field, Sheet, Value
from forumtool.exports.synthesis_lists import cards_by_key, joined_cards, similar_cards, titles_of
from forumtool.exports.words import OFFER_STATES, contributor, word, wording_told
from forumtool.i18n import Catalogue


def synthesis_sheets(report: Report, say: Catalogue) -> list[Sheet]:
    """Return the lists of a report that ``services.synthesis`` built; the coverage only where there are tags."""
    found = report.synthesis or Synthesis()
    return [
        *([coverage(report, say), _gaps(found, say)] if report.by_goal.tags else []),
        _similar(report, say),
        _by_field("HemmnisseJeFeld", say("Hemmnisse je Feld"), say("Hemmnis"), found.obstacles, report, say),
        _by_field("AngeboteJeFeld", say("Angebote je Feld"), say("Angebot"), found.offers, report, say),
        _rooms(report, say),
        _became(report, say),
    ]


def _gaps(found: Synthesis, say: Catalogue) -> Sheet:
    fields = (
        Field(say("Nr."), say("Die wichtigste Lücke zuerst: ohne jeden Weg, ohne ein Merkmal, ohne ein Paar.")),
        Field(say("Ziel-Nr.")),
        Field(say("Ziel")),
        Field(say("Art"), say("Ziel ohne Weg; Merkmal, das kein Vorschlag nennt; Paar, das keiner zusammen nennt.")),
        Field(say("Was fehlt")),
    )
    rows = [
        (f"L{at}", gap.goal.number, gap.goal.title, gap_kind(gap, say), gap_told(gap, say))
        for at, gap in enumerate(found.gaps, 1)
    ]
    return Sheet("Luecken", say("Lücken"), fields, rows)


def _similar(report: Report, say: Catalogue) -> Sheet:
    side = (say("Nr."), say("Vorschlag"), say("Forum"), say("Ziel-Nr."), say("Gruppe"), say("Von"))
    fields = (
        Field(say("Paar"), say("Das ähnlichste zuerst; zusammengelegte stehen am Ende.")),
        *(Field(say("{title} 1", title=title), tells=_tells(title, say)) for title in side),
        *(Field(say("{title} 2", title=title), tells=_tells(title, say)) for title in side),
        Field(say("Gemeinsam"), say("Worte, die beide haben.")),
        Field(say("Stand"), say("Ähnlich oder schon zusammengelegt; dann steht die erste Karte für beide.")),
    )
    pairs = [(one, other, ", ".join(words), say("ähnlich")) for one, other, words in similar_cards(report)]
    pairs += [(lead, one, "", say("zusammengelegt")) for lead, behind in joined_cards(report) for one in behind]
    rows = [
        (f"P{at}", *_side(one, report, say), *_side(other, report, say), words, state)
        for at, (one, other, words, state) in enumerate(pairs, 1)
    ]
    return Sheet("Aehnliche", say("Ähnliche"), fields, rows)


def _tells(title: str, say: Catalogue) -> str:
    return "names" if title == say("Von") else ""


def _side(card: ProposalRow, report: Report, say: Catalogue) -> tuple[str, ...]:
    text = wording_told(card, say, report.wording)
    return (card.number, text, card.forum_title, card.goal_number, card.cluster_title, contributor(card))


def _by_field(name: str, title: str, head: str, rows: Sequence[Frequency], report: Report, say: Catalogue) -> Sheet:
    letter = title[:1]
    states = name.startswith("Angebote")
    themes = [(row.id, f"{row.number} {row.title}".strip()) for row in report.theme_fields]
    fields = (
        Field(say("Nr.")),
        Field(head),
        *((Field(say("Stand")),) if states else ()),
        *(Field(theme, say("Wie viele Vorschläge des Themenfelds es nennen.")) for _key, theme in themes),
        Field(say("ohne Themenfeld")),
        Field(say("alle")),
    )
    titles = titles_of(report)
    found: list[tuple[Value, ...]] = [
        (
            f"{letter}{at}",
            titles.get(row.id, row.title),
            *((word(OFFER_STATES, row.state, say),) if states else ()),
            *(row.by_field.get(key, 0) for key, _theme in themes),
            row.by_field.get(None, 0),
            row.total,
        )
        for at, row in enumerate(rows, 1)
    ]
    first = 3 if states else 2
    return Sheet(name, title, fields, found, shaded=(range(first, first + len(themes)),) if themes else ())


def _rooms(report: Report, say: Catalogue) -> Sheet:
    fields = (
        Field(say("Nr.")),
        Field(say("Forum")),
        Field(say("Bank")),
        Field(say("eingeladen"), say("Wer auf der Liste steht.")),
        Field(say("anwesend")),
    )
    pairs = [(part.forum.title, bench) for part in report.forums for bench in part.benches]
    rows = [
        (f"Z{at}", forum, bench.constituency or say("ohne Bank"), bench.listed, bench.present)
        for at, (forum, bench) in enumerate(pairs, 1)
    ]
    return Sheet("Zusammensetzung", say("Zusammensetzung"), fields, rows)


def _became(report: Report, say: Catalogue) -> Sheet:
    fields = (
        Field(say("Vorschlags-Nr."), say("Auch Vorschläge, die in anderen aufgegangen sind.")),
        Field(say("Vorschlag")),
        Field(say("Forum")),
        Field(say("Ziel-Nr.")),
        Field(say("Gruppe")),
        Field(say("Punkte"), say("Der Gruppe, über alle Fragen.")),
        Field(say("Rang"), say("Der Gruppe auf ihrer Tafel.")),
        Field(say("Geht auf in"), say("Die Karte, die für den Vorschlag steht; was sie wurde, gilt auch für ihn.")),
        Field(say("Wurde zu"), say("Teile und Maßnahmen.")),
        Field(say("Entscheidung")),
        Field(
            say("Handlungsfeld"),
            say("Wie entschieden, sonst das der Maßnahme; mehrere, wenn ihr Themenfeld in mehrere geht."),
        ),
    )
    measures, cards = measure_labels(report), cards_by_key(report)
    fields_of_action = {field.id: field for field in report.action_fields}
    rows: list[tuple[Value, ...]] = []
    for row in report.synthesis.became if report.synthesis else ():
        card = cards.get(row.id)
        if card is None:
            continue
        rows.append(
            (
                row.number,
                wording_told(card, say, report.wording),
                row.forum_title,
                row.goal_number,
                card.cluster_title,
                row.dots or None,
                row.rank or None,
                f"{row.joined_to} ({row.joined_forum})" if row.joined_to and row.joined_forum else row.joined_to,
                outcome_told(row._replace(joined_to=""), measures, say),
                verdict_told(row, say),
                fields_told(row, fields_of_action),
            )
        )
    return Sheet("Herkunft", say("Herkunft"), fields, rows)
