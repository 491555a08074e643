"""What all forums said and did, side by side: alike proposals, what is frequent, who was there, what became of what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from forumtool.domain.report import Report
from forumtool.domain.rows import ProposalRow
from forumtool.domain.stopping import breathing
from forumtool.domain.synthesis import Became, Frequency, Synthesis
from forumtool.exports.became import fields_told, group_told, measure_labels, outcome_told, verdict_told
from forumtool.exports.blocks import TEXT_WIDTH, Block, Column, Heading, Paragraph, Table, filled
from forumtool.exports.words import OFFER_STATES, contributor, word, wording_told
from forumtool.i18n import Catalogue

_NUMBER, _COUNT, _FORUM = 1.6, 1.5, 4.2  # centimetres
_SHARE, _LETTERS = len("22 von 24"), 58  # letters of what is said of a bench, and of a line of heads
_ALL = None  # instead of a bench: all of them together; "" is none
_PADDED = 3  # letters that would stand in the room at both sides of a word


def similar(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return what was laid together across forums with the origin of each, then what might be."""
    joined = joined_cards(report)
    if joined:
        yield Heading(2, say("Zusammengelegt"))
        yield Table(
            (Column(say("Steht für alle")), Column(say("Auch so gesagt"))),
            [
                (_card(lead, report, say), "\n".join(_card(one, report, say) for one in behind))
                for lead, behind in joined
            ],
        )
    pairs = similar_cards(report)
    compared = report.synthesis.compared if report.synthesis else 0
    if 0 < compared < len(report.proposals):
        told = say("Verglichen wurden die {count} Karten aus den Gruppen mit den meisten Punkten.", count=compared)
        yield Paragraph(told, quiet=True)
    if pairs:
        yield Heading(2, say("Ähnlich, nicht zusammengelegt"))
        yield Paragraph(say("Nach gemeinsamen Worten und Bedeutung; ob es dasselbe ist, entscheidet ein Mensch."),
                        quiet=True)  # fmt: skip
        columns = (Column(say("Vorschlag")), Column(say("Ähnlicher Vorschlag")), Column(say("Gemeinsam"), 4.2))
        yield filled(
            columns,
            [(_card(one, report, say), _card(other, report, say), ", ".join(words)) for one, other, words in pairs],
        )


def similar_cards(report: Report) -> list[tuple[ProposalRow, ProposalRow, tuple[str, ...]]]:
    """Return the pairs of similar proposals of different forums, and the words that they share."""
    cards = {card.id: card for card in report.proposals}
    found = report.synthesis.similar if report.synthesis else ()
    return [(cards[one], cards[other], words) for one, other, words in found if one in cards and other in cards]


def joined_cards(report: Report) -> list[tuple[ProposalRow, list[ProposalRow]]]:
    """Return the cards that stand for others of which one at least comes from elsewhere, and these, as captured."""
    behind = {card.id: card for card in report.behind}
    found = [
        (lead, [behind[one.id] for one in lead.wordings if one.id in behind])
        for lead in report.proposals
        if lead.wordings
    ]
    return [(lead, cards) for lead, cards in found if any(card.forum_id != lead.forum_id for card in cards)]


def _card(card: ProposalRow, report: Report, say: Catalogue) -> str:
    goal = say("Ziel {number}", number=card.goal_number) if card.goal_number else ""
    about = (card.forum_title or say("ohne Forum"), goal, card.cluster_title, contributor(card))
    return "\n".join((f"{card.number}: {wording_told(card, say, report.wording)}", " · ".join(filter(None, about))))


def counted_columns(heads: Sequence[str], room: float, least: int = 0) -> list[Column]:
    """Return columns of numbers that share a width in centimetres; a head with a long word gets more of it.

    ``least`` are the letters of the longest number.
    """
    letters = [max((least, *map(len, head.split()))) + _PADDED for head in heads]
    return [Column(head, room * own / sum(letters), right=True) for head, own in zip(heads, letters, strict=True)]


def named(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return obstacles and offers by how often they are named, in all and in each theme field."""
    found = report.synthesis or Synthesis()
    for heading, head, rows in (
        (say("Hemmnisse"), say("Hemmnis"), found.obstacles),
        (say("Vorhandene Angebote"), say("Angebot"), found.offers),
    ):
        if rows:
            yield Heading(2, heading)
            yield _frequencies(rows, report, head, say)
    if found.obstacles or found.offers:
        legend = ", ".join(f"{field.number} {field.title}".strip() for field in report.theme_fields)
        yield Paragraph(say("Nennungen je Themenfeld: {fields}.", fields=legend), quiet=True)


def _frequencies(rows: Sequence[Frequency], report: Report, head: str, say: Catalogue) -> Table:
    fields = fields_of(rows, report, say)
    states = any(row.state for row in rows)
    columns = [
        Column(head),
        *([Column(say("Stand"), 2.2)] if states else []),
        *(Column(short, _COUNT, right=True) for short in fields.values()),
        Column(say("alle"), _COUNT, right=True),
    ]
    titles = titles_of(report)
    found = [
        (
            titles.get(row.id, row.title),
            *([word(OFFER_STATES, row.state, say)] if states else []),
            *(str(row.by_field.get(key) or "–") for key in fields),
            str(row.total or "–"),
        )
        for row in rows
    ]
    return Table(tuple(columns), found)


def fields_of(rows: Sequence[Frequency], report: Report, say: Catalogue) -> dict[str | None, str]:
    """Return short names of the theme fields by their keys, and of none if something was named there."""
    found: dict[str | None, str] = {row.id: row.number or row.title for row in report.theme_fields}
    if any(row.by_field.get(None) for row in rows):
        found[None] = say("ohne")
    return found


def titles_of(report: Report) -> Mapping[str, str]:
    """Return the titles of obstacles and offers by their keys, as the report may show them."""
    return {row.id: row.title for row in report.obstacles} | {row.id: row.title for row in report.offers}


def rooms(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return how many of each constituency were invited to each forum and came, and in all."""
    parts = [part for part in report.forums if part.listed]
    if not parts:
        return
    yield Paragraph(say("Anwesend von denen, die auf der Liste stehen."), quiet=True)
    benches = list(dict.fromkeys(bench.constituency for part in parts for bench in part.benches))
    of = [(part.forum.title, {bench.constituency: (bench.listed, bench.present) for bench in part.benches})
          for part in parts]  # fmt: skip
    if len(parts) > 1:
        of.append((say("alle Foren"), {bench: _sum(own.get(bench, (0, 0)) for _, own in of) for bench in benches}))
    for at, shown in enumerate(_beside_each_other([*benches, _ALL], say)):
        if at:
            yield Paragraph(say("Weitere Bänke:"), quiet=True)
        heads = [_bench_told(bench, say) for bench in shown]
        columns = (Column(say("Forum"), _FORUM), *counted_columns(heads, TEXT_WIDTH - _FORUM, _SHARE))
        yield Table(columns, [(title, *_shares(own, shown, say)) for title, own in of])


def _beside_each_other(benches: Sequence[str | None], say: Catalogue) -> Iterator[list[str | None]]:
    """The benches whose titles have room beside each other, for a table each."""
    shown: list[str | None] = []
    left = _LETTERS
    for bench in benches:
        letters = max(_SHARE, *map(len, _bench_told(bench, say).split())) + _PADDED
        if shown and letters > left:
            yield shown
            shown, left = [], _LETTERS
        shown.append(bench)
        left -= letters
    yield shown


def _bench_told(bench: str | None, say: Catalogue) -> str:
    return say("zusammen") if bench is _ALL else bench or say("ohne Bank")


def _sum(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    found = list(pairs)
    return sum(listed for listed, _present in found), sum(present for _listed, present in found)


def _shares(own: Mapping[str, tuple[int, int]], benches: Sequence[str | None], say: Catalogue) -> Iterator[str]:
    """How many came of those listed of each bench; None stands for all of them."""
    for bench in benches:
        yield _share(*(_sum(own.values()) if bench is _ALL else own.get(bench, (0, 0))), say)


def _share(listed: int, present: int, say: Catalogue) -> str:
    return say("{some} von {all}", some=present, all=listed) if listed else "–"


def became(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return forum by forum what became of each proposal."""
    measures, cards = measure_labels(report), cards_by_key(report)
    of: dict[str, list[Became]] = {}
    for row in report.synthesis.became if report.synthesis else ():
        of.setdefault(row.forum_title, []).append(row)
    order = [part.forum.title for part in report.forums]
    rank = {title: at for at, title in enumerate(order)}
    for forum, rows in sorted(of.items(), key=lambda pair: rank.get(pair[0], len(rank))):
        yield Heading(2, forum or say("Ohne Forum, zum Prozess gehörend"))
        yield _became(rows, cards, measures, report, say)


def cards_by_key(report: Report) -> dict[str, ProposalRow]:
    """Return all proposals of the report by their keys, also those behind others."""
    return {card.id: card for card in (*report.proposals, *report.behind)}


def _became(
    rows: Sequence[Became],
    cards: Mapping[str, ProposalRow],
    measures: Mapping[str, str],
    report: Report,
    say: Catalogue,
) -> Table:
    columns = (
        Column(say("Nr."), _NUMBER),
        Column(say("Vorschlag")),
        Column(say("Gruppe"), 3.2),
        Column(say("Wurde zu"), 3.6),
        Column(say("Handlungsfeld"), 2.7),
    )
    fields = {field.id: field for field in report.action_fields}
    found = []
    for row in breathing(rows):
        card = cards.get(row.id)
        if card is not None:
            outcome = "\n".join(filter(None, (outcome_told(row, measures, say), verdict_told(row, say))))
            text = wording_told(card, say, report.wording)
            group = group_told(row, say, card.cluster_title)
            found.append((row.number, text, group, outcome or say("noch offen"), fields_told(row, fields)))
    return filled(columns, found)
