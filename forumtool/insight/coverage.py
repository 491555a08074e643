"""Which phases of migration and which ages the cards speak of, and which pairs nobody spoke of."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from forumtool.domain.coverage import Coverage
from forumtool.domain.rows import GoalRow, ProposalRow, TagGroupRow, TagRow


def coverage(proposals: Iterable[ProposalRow], groups: Sequence[TagGroupRow]) -> Coverage:
    """Count the cards by the tags of the vocabularies whose ``axis`` is "phase" and "age"."""
    phases = [tag for group in groups if group.axis == "phase" for tag in group.tags]
    ages = [tag for group in groups if group.axis == "age" for tag in group.tags]
    on_axis = {tag.id for tag in (*phases, *ages)}
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for proposal in proposals:
        carried = {tag.id for tag in proposal.tags} & on_axis
        single.update(carried)
        if len(carried) > 1:
            pairs.update(product(carried, carried))
    return Coverage(
        tuple(tag.title for tag in phases),
        tuple(tag.title for tag in ages),
        tuple(tuple(pairs[phase.id, age.id] for age in ages) for phase in phases),
        tuple(single[tag.id] for tag in phases),
        tuple(single[tag.id] for tag in ages),
    )


class GoalCoverage(NamedTuple):
    """Cards counted by goal and tag: ``counts[goal][tag]``, in the order of ``goals`` and ``tags``; ``cards[goal]``."""

    goals: tuple[GoalRow, ...]
    tags: tuple[TagRow, ...]
    counts: tuple[tuple[int, ...], ...]
    cards: tuple[int, ...]

    @property
    def gaps(self) -> int:
        """How many pairs of goal and tag no card speaks of, at goals that were spoken about."""
        return sum(not count for row, cards in zip(self.counts, self.cards, strict=True) if cards for count in row)


def coverage_by_goal(
    goals: Sequence[GoalRow],
    groups: Sequence[TagGroupRow],
    cards: Mapping[str | None, int],
    tagged: Mapping[tuple[str | None, str], int],
) -> GoalCoverage:
    """Set out the cards of each goal by the tags of both axes, phases first; a card with two phases counts in both.

    ``cards`` are counted by the key of their goal, ``tagged`` by the keys of their goal and tag.
    """
    tags = tuple(tag for axis in ("phase", "age") for group in groups if group.axis == axis for tag in group.tags)
    counts = tuple(tuple(tagged.get((goal.id, tag.id), 0) for tag in tags) for goal in goals)
    return GoalCoverage(tuple(goals), tags, counts, tuple(cards.get(goal.id, 0) for goal in goals))
