"""What measure sketches are made of: the weighed groups, and the cards that a sketch came from."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.domain.rows import MeasureCardRow, Scope
from forumtool.storage.reading import Reading

_DOTS = (
    "SELECT coalesce(sum(d.dots), 0) FROM dot_count d JOIN dot_round r ON r.id = d.dot_round_id"
    " WHERE NOT d.deleted AND NOT r.deleted AND {condition}"
)
_ON_CARD = "d.proposal_id IN (SELECT o.id FROM proposal o WHERE NOT o.deleted AND p.id IN (o.id, o.joined_to_id))"
_ON_CARDS_OF_GROUP = (
    "d.proposal_id IN (SELECT o.id FROM proposal o LEFT JOIN proposal lead ON lead.id = o.joined_to_id"
    " AND NOT lead.deleted WHERE NOT o.deleted"
    " AND CASE WHEN lead.id IS NULL THEN o.cluster_id ELSE lead.cluster_id END = c.id)"
)
_CARD = (
    "SELECT p.id, p.laptop || '-' || p.running_number, p.original_text, p.edited_text,"
    " p.support_count + (SELECT count(*) FROM proposal j WHERE j.joined_to_id = p.id AND NOT j.deleted),"
    f" ({_DOTS.format(condition=_ON_CARD)}), c.id, coalesce(c.title, ''),"
    f" ({_DOTS.format(condition='d.cluster_id = c.id')})"
    " FROM proposal p LEFT JOIN cluster c ON c.id = p.cluster_id AND NOT c.deleted"
)


class WeighedGroupRow(NamedTuple):
    """A group with the dots on it, those on its cards, and how many measures came from it."""

    id: str
    title: str
    goal_number: str
    cards: int
    dots: int
    dots_on_cards: int
    measures: int


def weighed_groups(source: Reading, scope: Scope) -> list[WeighedGroupRow]:
    """Return the groups of a scope, the most dots first: those on groups count before those on cards."""
    return source.rows(
        WeighedGroupRow,
        "SELECT c.id, c.title, coalesce(g.number, ''), (SELECT count(*) FROM card p WHERE p.cluster_id = c.id),"
        f" ({_DOTS.format(condition='d.cluster_id = c.id')}) AS own,"
        f" ({_DOTS.format(condition=_ON_CARDS_OF_GROUP)}) AS on_cards,"
        " (SELECT count(DISTINCT m.id) FROM measure m WHERE NOT m.deleted AND (m.cluster_id = c.id OR m.id IN"
        "   (SELECT l.measure_id FROM measure_proposal l JOIN proposal p ON p.id = l.proposal_id"
        "     WHERE NOT l.deleted AND NOT p.deleted AND p.cluster_id = c.id)))"
        " FROM cluster c LEFT JOIN goal g ON g.id = c.goal_id LEFT JOIN theme_field t ON t.id = g.theme_field_id"
        " WHERE NOT c.deleted AND (?1 OR c.forum_id IS ?2)"
        " ORDER BY own DESC, on_cards DESC, t.position, g.position, c.position, c.id",
        scope.everything,
        scope.forum_id,
    )


def cards_of_measure(source: Reading, measure_id: str) -> list[MeasureCardRow]:
    """Return the cards that a measure came from: group by group, the weightiest group first, then by dots."""
    found = source.rows(
        MeasureCardRow,
        f"{_CARD} WHERE NOT p.deleted AND p.id IN"
        " (SELECT proposal_id FROM measure_proposal WHERE measure_id = ? AND NOT deleted) ORDER BY p.id",
        measure_id,
    )
    return sorted(found, key=lambda card: (card.cluster_id is None, -card.cluster_dots, card.cluster_title,
                                           card.cluster_id or "", -card.dots))  # fmt: skip


def cards_of_group(source: Reading, cluster_id: str) -> list[MeasureCardRow]:
    """Return the cards of a group in the order of the board."""
    return source.rows(
        MeasureCardRow,
        f"{_CARD} WHERE p.cluster_id = ? AND p.id IN (SELECT id FROM card) ORDER BY p.cluster_position, p.id",
        cluster_id,
    )


def cards_to_add(source: Reading, scope: Scope, without: Sequence[str]) -> list[MeasureCardRow]:
    """Return the standing cards of a scope but for these, by group and as captured."""
    left = set(without)
    found = source.rows(
        MeasureCardRow,
        f"{_CARD} WHERE p.id IN (SELECT id FROM card) AND (?1 OR p.forum_id IS ?2)"
        " ORDER BY c.id IS NULL, c.position, c.id, p.id",
        scope.everything,
        scope.forum_id,
    )
    return [card for card in found if card.id not in left]


def people_for_tasks(source: Reading, forum_id: str | None) -> tuple[str, ...]:
    """Return who can be given a task: the people present at a forum and all organisations, by name."""
    return tuple(
        name
        for (name,) in source.plain(
            "SELECT p.name FROM participant p JOIN attendance a ON a.participant_id = p.id"
            "   WHERE NOT p.deleted AND NOT a.deleted AND a.state = 'present' AND a.forum_id IS ? AND p.name <> ''"
            " UNION SELECT organisation FROM participant WHERE NOT deleted AND organisation <> ''"
            " UNION SELECT organisation FROM steering_member WHERE NOT deleted AND organisation <> ''"
            " UNION SELECT contributor_name FROM proposal WHERE NOT deleted AND contributor_kind = 'organisation'"
            "   AND contributor_name <> '' ORDER BY 1",
            forum_id,
        )
    )
