"""The pin board of one goal: its groups with their cards, and the cards that are not ordered yet."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from forumtool.domain.report import Group
from forumtool.domain.rows import ClusterRow, ProposalRow


class Board(NamedTuple):
    """Groups in the order of the board; every card is in one group or not ordered."""

    groups: tuple[Group, ...] = ()
    not_ordered: tuple[ProposalRow, ...] = ()

    @property
    def ordered(self) -> int:
        """How many cards are in groups."""
        return sum(len(group.proposals) for group in self.groups)

    @property
    def cards(self) -> tuple[ProposalRow, ...]:
        """All cards: those not ordered first, then group by group."""
        return self.not_ordered + tuple(card for group in self.groups for card in group.proposals)


def arranged(clusters: Sequence[ClusterRow], cards: Iterable[ProposalRow]) -> Board:
    """Return the board; a card whose group is not among the clusters is not ordered. Cards keep the order given."""
    inside: dict[str | None, list[ProposalRow]] = {cluster.id: [] for cluster in clusters}
    rest: list[ProposalRow] = []
    for card in cards:
        inside.get(card.cluster_id, rest).append(card)
    return Board(tuple(Group(cluster, tuple(inside[cluster.id])) for cluster in clusters), tuple(rest))
