"""What was counted of the phases of migration and the ages that cards speak of."""

from typing import NamedTuple

from forumtool.domain.rows import GoalRow, TagRow


class Coverage(NamedTuple):
    """Cards counted on two axes; ``counts[row][column]`` are cards with both tags.

    A card with two phases counts in two rows, so the totals of an axis count cards, not the sums of its cells.
    """

    phases: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    phase_totals: tuple[int, ...] = ()
    age_totals: tuple[int, ...] = ()

    @property
    def gaps(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each phase with the ages that no card of it names; phases without a gap are left out."""
        found = (
            (phase, tuple(age for age, count in zip(self.ages, row, strict=True) if not count))
            for phase, row in zip(self.phases, self.counts, strict=True)
        )
        return tuple((phase, ages) for phase, ages in found if ages)

    def __bool__(self) -> bool:
        """Return whether any card carries a tag of either axis."""
        return any(self.phase_totals) or any(self.age_totals)


class GoalCoverage(NamedTuple):
    """Cards counted by goal and tag: ``counts[goal][tag]``, in the order of ``goals`` and ``tags``; ``cards[goal]``."""

    goals: tuple[GoalRow, ...]
    tags: tuple[TagRow, ...]
    counts: tuple[tuple[int, ...], ...]
    cards: tuple[int, ...]


NO_GOALS = GoalCoverage((), (), (), ())


class TagSet(NamedTuple):
    """How many cards of a goal carry exactly these tags."""

    goal_id: str | None
    tags: frozenset[str]
    cards: int


class Gap(NamedTuple):
    """What a goal has no way for: nothing at all (no tags), one tag, or a phase and an age together."""

    goal: GoalRow
    tags: tuple[TagRow, ...] = ()

    @property
    def id(self) -> str:
        """A key of its own."""
        return " ".join((self.goal.id, *(tag.id for tag in self.tags)))


class GoalCells(NamedTuple):
    """The cards of one goal, phase by age: ``counts[phase][age]``; a card with two phases counts in both rows."""

    goal: GoalRow
    cards: int
    phases: tuple[TagRow, ...]
    ages: tuple[TagRow, ...]
    counts: tuple[tuple[int, ...], ...]
    phase_totals: tuple[int, ...]
    age_totals: tuple[int, ...]

    @property
    def is_tagged(self) -> bool:
        """Tell whether any card of the goal speaks of a phase or an age."""
        return any(self.phase_totals) or any(self.age_totals)

    def expected(self, phase: int, age: int) -> float:
        """Return how many cards would speak of both if those of the one spoke of the other as often as all do."""
        return self.phase_totals[phase] * self.age_totals[age] / max(self.cards, 1)
