"""A board as heaps with the measures of their cards, to be laid out from afar."""

from collections.abc import Sequence

from forumtool.domain.board import Board
from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.far_layout import Heap
from forumtool.ui.places.ordering.far_painting import head_width


def heaps_of(board: Board, texts: CardTexts) -> list[Heap]:
    """Return the groups of a board, before them the cards that are not ordered if there are any."""

    def heap(key: str | None, title: str, colour: int | None, cards: Sequence[ProposalRow]) -> Heap:
        heights = tuple(texts.of(card).height for card in cards)
        return Heap(key, title, colour, tuple(card.id for card in cards), heights, head_width(title, len(cards)))

    found = [heap(None, _("Noch nicht geordnet"), None, board.not_ordered)] if board.not_ordered else []
    for group in board.groups:
        found.append(heap(group.cluster.id, group.cluster.title, group.cluster.colour, group.proposals))
    return found
