"""A first grouping that nobody has taken yet. It lives in the window and writes nothing."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from forumtool.insight.grouping import DraftGroup


class DraftHeap(NamedTuple):
    """Cards that may become a group under this title; ``words`` are the reason."""

    title: str
    cards: tuple[str, ...]
    words: tuple[str, ...]


class Draft:
    """Heaps by key, in their order. A card is in one heap at most; a heap that runs empty goes."""

    def __init__(self, found: "Sequence[DraftGroup]" = ()) -> None:
        self.heaps: dict[str, DraftHeap] = {
            f"draft-{at}": DraftHeap(group.title, group.cards, group.words) for at, group in enumerate(found)
        }

    @property
    def cards(self) -> frozenset[str]:
        """All cards in heaps."""
        return frozenset(card for heap in self.heaps.values() for card in heap.cards)

    def reduce(self, loose: Collection[str]) -> None:
        """Forget the cards that are not among those not ordered any more."""
        self._keep(lambda card: card in loose)

    def leave_out(self, cards: Collection[str]) -> None:
        """Take cards out of their heaps."""
        self._keep(lambda card: card not in cards)

    def move(self, cards: Sequence[str], key: str) -> None:
        """Put cards into another heap, behind the last card."""
        moving = [card for card in cards if card not in self.heaps[key].cards]
        target = self.heaps[key]
        self.heaps[key] = target._replace(cards=(*target.cards, *moving))
        for other, heap in list(self.heaps.items()):
            if other != key:
                self._replace(other, tuple(card for card in heap.cards if card not in moving))

    def rename(self, key: str, title: str) -> None:
        """Give a heap another title."""
        self.heaps[key] = self.heaps[key]._replace(title=title)

    def drop(self, key: str) -> None:
        """Take a heap away; its cards are not ordered, as they were."""
        self.heaps.pop(key, None)

    def _keep(self, stays) -> None:  # type: ignore[no-untyped-def]
        for key, heap in list(self.heaps.items()):
            self._replace(key, tuple(filter(stays, heap.cards)))

    def _replace(self, key: str, cards: tuple[str, ...]) -> None:
        if cards:
            self.heaps[key] = self.heaps[key]._replace(cards=cards)
        else:
            self.drop(key)
