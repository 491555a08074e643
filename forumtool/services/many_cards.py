"""Putting many cards into a step: what a name means is looked up once, and rows are written by the hundred."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from forumtool.domain.capture_line import Draft
from forumtool.domain.identity import new_id
from forumtool.domain.rows import Vocabulary
from forumtool.services.offers import obstacle_named, offer_named
from forumtool.services.proposals import contributor_named, values_of
from forumtool.services.tags import tag_named
from forumtool.storage.edit import Edit
from forumtool.storage.journal import Progress

_AT_ONCE = 500  # cards


class NewCard(NamedTuple):
    """A card to come: what its line says, and what a list says beside it."""

    draft: Draft
    goal_id: str | None
    note: str = ""
    reference: str = ""


def place_many(
    edit: Edit,
    cards: Sequence[NewCard],
    *,
    forum_id: str | None,
    known: Vocabulary | None = None,
    progress: Progress | None = None,
) -> None:
    """Add cards with running numbers in their order; ``known`` saves looking the names up again."""
    if not cards:
        return
    placing = _Placing(edit, forum_id, known)
    for done, card in enumerate(cards, 1):
        placing.put(card)
        if done % _AT_ONCE == 0 or done == len(cards):
            placing.write()
        if progress is not None:
            progress(done, len(cards))


class _Placing:
    """Rows that wait for being written, and what the names of tags, obstacles, offers and people have come to mean."""

    def __init__(self, edit: Edit, forum_id: str | None, known: Vocabulary | None) -> None:
        from forumtool.domain.models import Proposal, ProposalObstacle, ProposalOffer, ProposalTag

        self._edit, self._forum_id = edit, forum_id
        self._letter, self._next = edit.next_number()
        self._card = Proposal
        self._rows: dict[Any, list[dict[str, Any]]] = defaultdict(list)
        self._contributor = cache(partial(contributor_named, edit, known=known))
        self._ties = (
            (ProposalTag, "tag_id", "tags", cache(partial(tag_named, edit))),
            (ProposalObstacle, "obstacle_id", "obstacles", cache(partial(obstacle_named, edit))),
            (ProposalOffer, "existing_offer_id", "offers", cache(partial(offer_named, edit))),
        )

    def put(self, card: NewCard) -> None:
        """Take a card with everything that is tied to it."""
        key, draft = new_id(), card.draft
        self._rows[self._card].append(
            {
                "id": key, "laptop": self._letter, "running_number": self._next, "forum_id": self._forum_id,
                "goal_id": card.goal_id, "note": card.note, "reference": card.reference,
                **values_of(draft, self._contributor(draft.contributor)),
            }
        )  # fmt: skip
        self._next += 1
        for link, column, names, key_of in self._ties:
            for target in dict.fromkeys(key_of(name) for name in getattr(draft, names)):
                self._rows[link].append({"proposal_id": key, column: target})

    def write(self) -> None:
        """Write what has been taken."""
        for kind, rows in self._rows.items():
            self._edit.add_many(kind, rows)
        self._rows.clear()
