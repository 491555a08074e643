"""Whether counted dots can be right, and what a scale's points say."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple


class Tally(NamedTuple):
    """Dots that were counted beside those that the room has; without voters nothing is expected."""

    counted: int
    voters: int
    each: int

    @property
    def expected(self) -> int:
        """Voters times dots each."""
        return self.voters * self.each

    @property
    def state(self) -> str:
        """ "open" while nothing is counted or expected, else "fits", "under" or "over"."""
        if not self.counted or not self.expected:
            return "open"
        if self.counted == self.expected:
            return "fits"
        return "under" if self.counted < self.expected else "over"


def most_on_one(voters: int, each: int, *, several: bool) -> int:
    """Return how many dots can lie on one thing: all of everybody, or one of everybody; 0 means nobody knows."""
    return voters * (each if several else 1)


class Spread(NamedTuple):
    """What the points on a scale say: how many, their mean, and how far they lie apart (standard deviation)."""

    points: int
    mean: float
    deviation: float


def spread(on_steps: Sequence[int]) -> Spread | None:
    """Return the spread of points on the steps 1, 2, 3 …; None while there are none. All points are the population."""
    points = sum(on_steps)
    if not points:
        return None
    mean = sum(step * count for step, count in enumerate(on_steps, 1)) / points
    variance = sum(count * (step - mean) ** 2 for step, count in enumerate(on_steps, 1)) / points
    return Spread(points, mean, sqrt(variance))
