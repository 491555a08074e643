"""What was counted of the phases of migration and the ages that cards speak of."""

from typing import NamedTuple


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
