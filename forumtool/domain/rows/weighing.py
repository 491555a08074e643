"""Rows of groups and the dots that they got."""

from typing import NamedTuple

DOT_COLOURS = 7


class ClusterRow(NamedTuple):
    """A group on the pin board, in the order of the board; ``dots`` is the sum over all rounds on clusters."""

    id: str
    title: str
    colour: int
    note: str
    forum_id: str | None
    goal_id: str | None
    cards: int
    dots: int


class CountRow(NamedTuple):
    """Dots on one cluster or card, from one constituency or from all."""

    cluster_id: str | None
    proposal_id: str | None
    constituency_id: str | None
    dots: int
    scale_step: int = 0

    @property
    def target_id(self) -> str:
        """The key of the cluster or card; empty for a step of a scale."""
        return self.cluster_id or self.proposal_id or ""


class DotRoundRow(NamedTuple):
    """A question and the dots counted; fields as in the model ``DotRound``."""

    id: str
    forum_id: str | None
    goal_id: str | None
    question: str
    dots_per_person: int
    voters: int
    targets: str
    several_on_one: bool
    per_constituency: bool
    kind: str = "dots"
    steps: int = 5
    low: str = ""
    high: str = ""
    cluster_id: str | None = None
    counts: tuple[CountRow, ...] = ()

    def dots_on(self, target_id: str) -> int:
        """Return the dots on a cluster or card, of all constituencies."""
        return sum(count.dots for count in self.counts if count.target_id == target_id)

    @property
    def on_steps(self) -> tuple[int, ...]:
        """The points on each step of a scale; steps behind the last one are there if points were counted on them."""
        last = max((count.scale_step for count in self.counts), default=0)
        points = [0] * max(self.steps, last)
        for count in self.counts:
            if count.scale_step:
                points[count.scale_step - 1] += count.dots
        return tuple(points)

    @property
    def total(self) -> int:
        """All dots of the round."""
        return sum(count.dots for count in self.counts)


class TargetRow(NamedTuple):
    """What dots can go on: a cluster with the number of its ``cards``, or a card with its ``number`` and ``group``.

    In a round about the whole forum, ``goal_number`` tells which goal a cluster belongs to.
    """

    id: str
    title: str
    number: str = ""
    group: str = ""
    cards: int = 0
    goal_number: str = ""
