"""What the projector shows of cards: their words and what the room did with them, never who said them."""

from typing import NamedTuple

from forumtool.domain.rows import Scope
from forumtool.storage.reading import Reading

_TEXT = "CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END"
_IN_SCOPE = "(?1 OR p.forum_id IS ?2) AND p.goal_id = ?3"
_CREDITED = (
    "FROM dot_count d JOIN dot_round r ON r.id = d.dot_round_id"
    " JOIN proposal own ON own.id = d.proposal_id AND NOT own.deleted"
    " LEFT JOIN proposal lead ON lead.id = own.joined_to_id AND NOT lead.deleted"
    " JOIN proposal p ON p.id = coalesce(lead.id, own.id) WHERE NOT d.deleted AND NOT r.deleted"
)


class CardWords(NamedTuple):
    """A card for the room; ``dots`` lie on it and on what is joined to it; the room may confirm its wording."""

    id: str
    text: str
    cluster_id: str | None = None
    is_confirmed: bool = False
    dots: int = 0


def card_words(source: Reading, scope: Scope, goal_id: str, *, by_board: bool = False) -> list[CardWords]:
    """Return the cards of a goal as they came, or in the order of the board."""
    asked = (scope.everything, scope.forum_id, goal_id)
    order = "p.cluster_position, p.id" if by_board else "p.id"
    found = [
        CardWords._make(row)
        for row in source.plain(
            f"SELECT p.id, {_TEXT}, p.cluster_id, p.confirmed_at <> '', 0 FROM card p"
            f" WHERE {_IN_SCOPE} ORDER BY {order}",
            *asked,
        )
    ]
    dots = _dots_on_cards(source, asked)
    return [card._replace(dots=dots.get(card.id, 0)) for card in found] if dots else found


def _dots_on_cards(source: Reading, asked: tuple[object, ...]) -> dict[str, int]:
    return dict(
        source.plain(
            f"SELECT p.id, sum(d.dots) {_CREDITED} AND {_IN_SCOPE} GROUP BY p.id",
            *asked,
        )
    )


def dots_of_split_cards(source: Reading, scope: Scope, goal_id: str) -> dict[str, int]:
    """Return, by group, the dots on cards of a goal that were split: nobody knows which part they mean."""
    return dict(
        source.plain(
            f"SELECT p.cluster_id, sum(d.dots) {_CREDITED} AND {_IN_SCOPE} AND p.cluster_id IS NOT NULL"
            " AND p.id NOT IN (SELECT id FROM card) GROUP BY p.cluster_id",
            scope.everything,
            scope.forum_id,
            goal_id,
        )
    )
