"""What was used last, each thing in a place of its own: who has learned "3 is Familien" can rely on it."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class LastUsed(Generic[T]):
    """At most ``size`` things. One keeps its place until a new one takes that of what was not used for longest.

    ``start`` fills the places before anything was used; the last of these is the first to go.
    """

    def __init__(self, start: Sequence[T], size: int) -> None:
        self._size = size
        self._places: list[T] = list(start[:size])
        self._by_age: list[T] = self._places[::-1]

    @property
    def places(self) -> tuple[T, ...]:
        """The things by their places."""
        return tuple(self._places)

    def use(self, things: Iterable[T]) -> None:
        """Note uses, the newest last."""
        for thing in things:
            if thing in self._by_age:
                self._by_age.remove(thing)
            elif len(self._places) < self._size:
                self._places.append(thing)
            else:
                self._places[self._places.index(self._by_age.pop(0))] = thing
            self._by_age.append(thing)
