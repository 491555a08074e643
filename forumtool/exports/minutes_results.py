"""The heart of the minutes: what the room said to each goal, how it was grouped, discussed and weighed."""

from collections.abc import Collection, Iterator, Sequence
from itertools import compress

from forumtool.domain.report import GoalPart, Group, Ranked, Report, Round
from forumtool.domain.rows import ProposalRow
from forumtool.domain.stopping import breathing
from forumtool.exports.blocks import Block, Bullets, Column, Heading, Paragraph, Table, filled
from forumtool.exports.minutes_sections import BY_KEY
from forumtool.exports.words import (
    OFFER_STATES,
    card_lines,
    contributor,
    joined_told,
    mean_told,
    steps,
    tags,
    took_part,
    word,
)
from forumtool.i18n import Catalogue

_DRAWN = 40


def results(report: Report, say: Catalogue, chosen: Sequence[str]) -> list[Block]:
    """Return the results goal by goal; goals to which nothing was said are left out."""
    shown = _columns_shown(report)
    return [
        block
        for part in report.goals
        if part.groups or part.not_ordered or part.rounds or _moved(part)
        for block in _goal(part, report, say, chosen, shown)
    ] + list(_whole_forum(report, say, chosen))


def _columns_shown(report: Report) -> tuple[bool, ...]:
    """Which columns any card of the document fills; all its tables have the same."""
    cards = report.proposals
    return (
        True,
        True,
        any(card.tags for card in cards),
        any(contributor(card) for card in cards),
        any(card.support for card in cards),
    )


def _card_table(cards: Sequence[ProposalRow], shown: Sequence[bool], wording: str, say: Catalogue) -> Table:
    columns = (
        Column(say("Nr."), 1.5),
        Column(say("Vorschlag")),
        Column(say("Merkmale"), 3.4),
        Column(say("Von"), 3.9),
        Column(say("Zuspruch"), 2.1, right=True),
    )
    rows = [
        (_number(card), card_lines(card, say, wording), tags(card), contributor(card), str(card.support or ""))
        for card in breathing(cards)
    ]
    return Table(tuple(compress(columns, shown)), [tuple(compress(row, shown)) for row in rows])


def _goal(
    part: GoalPart, report: Report, say: Catalogue, chosen: Sequence[str], shown: Sequence[bool]
) -> Iterator[Block]:
    yield Heading(2, say("Ziel {label}", label=part.goal.label) if part.goal else say("Ohne Ziel"))
    if part.goal and part.goal.question:
        yield Paragraph(say("Leitfrage: {question}", question=part.goal.question))
    yield Paragraph(_summary(part, say), quiet=True)
    if "photos" in chosen and part.goal and any(photo.goal_id == part.goal.id for photo in report.photos):
        yield Paragraph(say("Wie die Pinnwand aussah, zeigt der Anhang."), quiet=True)
    for key in _inner(chosen):
        match key:
            case "obstacles":
                yield from _obstacles_and_offers(part, say)
            case "ways":
                yield from _ways(part, report, say, shown)
            case "discussion" | "dissent":
                yield from _said(part, key, say)
            case "weighing":
                for round_ in part.rounds:
                    yield from _weighing(round_, report, say)


def _inner(chosen: Sequence[str]) -> list[str]:
    """What stands to a goal in which order: the ways first, or behind the obstacles where these are first."""
    inner = [key for key in chosen if key in BY_KEY and BY_KEY[key].within == "results"]
    inner.insert(1 if inner[:1] == ["obstacles"] else 0, "ways")
    return inner


def _summary(part: GoalPart, say: Catalogue) -> str:
    cards = sum(1 for _ in part.proposals)
    parts = [say.plural("{count} Vorschlag", "{count} Vorschläge", cards)]
    if part.groups:
        parts.append(say.plural("{count} Gruppe", "{count} Gruppen", len(part.groups)))
        if part.not_ordered:
            parts.append(say("{count} noch nicht geordnet", count=len(part.not_ordered)))
    if moved := len(_moved(part)):
        parts.append(say("{count} in Karten anderer Foren aufgegangen", count=moved))
    if confirmed := sum(1 for card in part.proposals if card.confirmed_at):
        parts.append(say("{count} im Forum bestätigt (✓)", count=confirmed))
    if dots := sum(round_.dots for round_ in part.rounds):
        parts.append(_dots(dots, say))
    return " · ".join(parts)


def _number(card: ProposalRow) -> str:
    return f"{card.number} ✓" if card.confirmed_at else card.number


def _dots(count: int, say: Catalogue) -> str:
    return say.plural("{count} Punkt", "{count} Punkte", count)


def _obstacles_and_offers(part: GoalPart, say: Catalogue) -> Iterator[Block]:
    if part.obstacles:
        yield Heading(3, say("Hemmnisse"))
        yield filled(
            (Column(say("Hemmnis")), Column(say("genannt bei"), 4.0), Column(say("Hinweis"), 4.0)),
            [(row.title, ", ".join(row.proposals), row.note) for row in part.obstacles],
        )
    if part.offers:
        yield Heading(3, say("Vorhandene Angebote"))
        yield filled(
            (
                Column(say("Angebot")),
                Column(say("genannt bei"), 3.2),
                Column(say("Träger"), 3.4),
                Column(say("Stand"), 2.0),
                Column(say("Hinweis"), 3.2),
            ),
            [
                (row.title, ", ".join(row.proposals), row.provider, word(OFFER_STATES, row.state, say), row.note)
                for row in part.offers
            ],
        )


def _ways(part: GoalPart, report: Report, say: Catalogue, shown: Sequence[bool]) -> Iterator[Block]:
    moved = _moved(part) if report.one_forum else []
    if not (part.groups or part.not_ordered or moved):
        return
    yield Heading(3, say("Wege"))
    several = len({group.cluster.forum_id for group in part.groups}) > 1
    for group in part.groups:
        yield Heading(4, _heading_of(group, report.forum_title(group.cluster.forum_id) if several else "", say))
        if group.cluster.note:
            yield Paragraph(group.cluster.note, quiet=True)
        if group.proposals:
            yield _card_table(group.proposals, shown, report.wording, say)
        else:
            yield Paragraph(say("Keine Karten in dieser Gruppe."), quiet=True)
    if part.not_ordered:
        if part.groups:
            yield Heading(4, say("Noch nicht geordnet"))
        yield _card_table(part.not_ordered, shown, report.wording, say)
    if moved:
        yield Heading(4, say("Mit Karten anderer Foren zusammengelegt"))
        yield _moved_table(moved, report.wording, say)


def _moved(part: GoalPart) -> list[ProposalRow]:
    """The cards that now stand behind a card of another forum."""
    return [card for card in part.behind if card.joined_elsewhere]


def _moved_table(cards: Sequence[ProposalRow], wording: str, say: Catalogue) -> Table:
    columns = (
        Column(say("Nr."), 1.5),
        Column(say("Vorschlag")),
        Column(say("Von"), 3.4),
        Column(say("Geht auf in"), 4),
    )
    rows = [(card.number, card_lines(card, say, wording), contributor(card), joined_told(card)) for card in cards]
    return filled(columns, rows)


def _heading_of(group: Group, forum: str, say: Catalogue) -> str:
    dots = group.cluster.dots
    return " · ".join(filter(None, (group.cluster.title, forum, _dots(dots, say) if dots else "")))


def _said(part: GoalPart, key: str, say: Catalogue) -> Iterator[Block]:
    """What was discussed, or where somebody disagreed, card by card."""
    cards = sorted((*part.proposals, *part.behind), key=lambda card: card.id)
    told = ((card.number, card.note if key == "discussion" else card.dissent) for card in cards)
    if found := tuple(f"{number}: {text}" for number, text in told if text):
        yield Heading(3, say(BY_KEY[key].title))
        yield Bullets(found)


def _whole_forum(report: Report, say: Catalogue, chosen: Collection[str]) -> Iterator[Block]:
    """What was asked of the whole forum; a scale that closes the day is its feedback, where that is shown."""
    rounds = [round_ for round_ in report.rounds if round_.goal_id is None] if "weighing" in chosen else []
    if "feedback" in chosen:
        rounds = [round_ for round_ in rounds if round_.kind != "scale"]
    if rounds:
        yield Heading(2, say("Zum ganzen Forum"))
    for round_ in rounds:
        yield from _weighing(round_, report, say)


def feedback(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return what the room said of the day: in words, and as points on a scale."""
    for part in report.forums:
        rounds = [one for one in report.rounds
                  if one.forum_id == part.forum.id and one.goal_id is None and one.kind == "scale"]  # fmt: skip
        if not (part.forum.feedback or rounds):
            continue
        if not report.one_forum:
            yield Heading(2, part.forum.title)
        if part.forum.feedback:
            yield Paragraph(part.forum.feedback)
        for round_ in rounds:
            yield from _weighing(round_, report, say, level=2 if report.one_forum else 3)


def _weighing(round_: Round, report: Report, say: Catalogue, level: int = 3) -> Iterator[Block]:
    forum = "" if report.one_forum else report.forum_title(round_.forum_id)
    title = say("Abfrage") if round_.kind == "scale" else say("Gewichtung")
    yield Heading(level, " · ".join(filter(None, (title, forum))))
    if round_.question:
        yield Paragraph(say("Frage: {question}", question=round_.question))
    yield Paragraph(took_part(round_, say), quiet=True)
    if round_.kind == "scale":
        yield from _scale(round_, say)
    elif round_.ranking:
        yield filled(
            (
                Column(say("Rang"), 1.6),
                Column(say("Gruppe oder Karte")),
                Column(say("Punkte"), 2.0, right=True),
                Column(say("davon"), 5.6),
            ),
            [(str(row.rank), row.title, str(row.dots), _shares(row, round_, say)) for row in round_.ranking],
            keep=3,
        )


def _shares(row: Ranked, round_: Round, say: Catalogue) -> str:
    """The dots of each constituency that put any there."""
    none = say("ohne Bank")
    named = zip(round_.benches, row.shares, strict=True)
    return " · ".join(f"{bench or none} {dots}".replace(" ", "\u00a0") for bench, dots in named if dots)


def _scale(round_: Round, say: Catalogue) -> Iterator[Block]:
    rows = zip(steps(round_), round_.points, strict=True)
    yield Table(
        (Column(say("Stufe"), 4.6), Column(say("Punkte"), 1.8, right=True), Column("")),
        [(name, str(points), _dots_drawn(points)) for name, points in rows],
    )
    if told := mean_told(round_, say):
        yield Paragraph(told, quiet=True)


def _dots_drawn(points: int) -> str:
    """The points as the room saw them; too many for a line are not drawn."""
    return "●" * points if points <= _DRAWN else ""
