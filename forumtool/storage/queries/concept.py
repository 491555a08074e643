"""What the concept is made of: the adopted proposals, the measures they became, and how far these are."""

from typing import NamedTuple

from forumtool.domain.rows import ProgressRow
from forumtool.storage.reading import Reading

_FIRST = "NOT EXISTS (SELECT 1 FROM decision o WHERE o.proposal_id = d.proposal_id AND o.id < d.id AND NOT o.deleted)"
_TEXT = "CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END"


class AdoptedRow(NamedTuple):
    """A proposal that was adopted, or merged with another one, with what was decided; ``number`` is its own."""

    id: str
    decision_id: str
    number: str
    text: str
    forum_id: str | None
    goal_id: str | None
    cluster_id: str | None
    theme_field_id: str | None
    verdict: str
    merged_with_id: str | None
    responsible: str
    due: str
    measure_number: str
    action_field_id: str | None
    measure_id: str | None


def adopted(source: Reading) -> list[AdoptedRow]:
    """Return the adopted and merged proposals, by goal and as captured; of several decisions the first one counts."""
    return source.rows(
        AdoptedRow,
        f"SELECT p.id, d.id, p.laptop || '-' || p.running_number, {_TEXT}, p.forum_id, p.goal_id, c.id,"
        " t.id, d.verdict, d.merged_with_id, d.responsible, d.due, d.measure_number, a.id, m.id"
        " FROM decision d JOIN proposal p ON p.id = d.proposal_id AND NOT p.deleted"
        " LEFT JOIN cluster c ON c.id = p.cluster_id AND NOT c.deleted"
        " LEFT JOIN goal g ON g.id = p.goal_id AND NOT g.deleted"
        " LEFT JOIN theme_field t ON t.id = g.theme_field_id AND NOT t.deleted"
        " LEFT JOIN action_field a ON a.id = d.action_field_id AND NOT a.deleted"
        " LEFT JOIN measure m ON m.id = d.measure_id AND NOT m.deleted"
        f" WHERE NOT d.deleted AND d.verdict IN ('adopt', 'merge') AND {_FIRST}"
        " ORDER BY t.position, t.id, g.position, g.id, p.id",
    )


def measures_of_cards(source: Reading) -> list[tuple[str, str]]:
    """Return each card (first) that a measure (second) came from; the oldest measure of a card first."""
    return [
        (card, measure)
        for card, measure in source.plain(
            "SELECT l.proposal_id, l.measure_id FROM measure_proposal l JOIN measure m ON m.id = l.measure_id"
            " WHERE NOT l.deleted AND NOT m.deleted ORDER BY m.id, l.id"
        )
    ]


def progress(source: Reading) -> list[ProgressRow]:
    """Return how far the measures were over the years, the earliest first."""
    return source.rows(
        ProgressRow,
        'SELECT r.id, r.measure_id, r."on", r.state, r.percent, r.note FROM measure_progress r'
        ' JOIN measure m ON m.id = r.measure_id AND NOT m.deleted WHERE NOT r.deleted ORDER BY r."on", r.id',
    )
