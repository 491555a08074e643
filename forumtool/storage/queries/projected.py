"""What the projector shows of cards: their words and what the room did with them, never who said them."""

from typing import NamedTuple

from forumtool.domain.rows import Scope
from forumtool.storage.reading import Reading

_TEXT = "CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END"
_IN_SCOPE = "(?1 OR p.forum_id IS ?2) AND p.goal_id = ?3"


class CardWords(NamedTuple):
    """A card for the room; ``dots`` lie on the card itself, and the room may have confirmed its wording."""

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
            "SELECT d.proposal_id, sum(d.dots) FROM dot_count d JOIN dot_round r ON r.id = d.dot_round_id"
            f" JOIN proposal p ON p.id = d.proposal_id WHERE NOT d.deleted AND NOT r.deleted AND {_IN_SCOPE}"
            " GROUP BY d.proposal_id",
            *asked,
        )
    )
