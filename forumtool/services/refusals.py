"""Refusing what the board suggests: recorded, so that it does not come back tomorrow, and taken back like any step."""

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from forumtool.i18n import N_
from forumtool.services.proposals import number_of
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step

PAIRS = 50
"""So many pairs of similar cards are shown at most."""


class Alike(Protocol):
    """Two cards that may say the same, by their keys."""

    @property
    def first(self) -> str:
        """The key of one."""

    @property
    def second(self) -> str:
        """The key of the other."""


A = TypeVar("A", bound=Alike)


def pairs_wanted(refused: Collection[frozenset[str]]) -> int:
    """Return how many pairs to look for, so that those that were refused leave enough; it changes seldom."""
    return PAIRS * (1 + -(-len(refused) // PAIRS))


def not_refused(pairs: Iterable[A], refused: Collection[frozenset[str]]) -> list[A]:
    """Return the first of the pairs that nobody refused, at most ``PAIRS``."""
    return [pair for pair in pairs if frozenset((pair.first, pair.second)) not in refused][:PAIRS]


def refuse_groups(file: ForumFile, proposal_id: str) -> Step | None:
    """Say that a card fits none of the groups that there are; one that is made later may be suggested again."""
    from forumtool.domain.models import Refusal

    with file.step(N_("Gruppenvorschlag für {number} abgelehnt"), number=number_of(file, proposal_id)) as edit:
        edit.add(Refusal(proposal_id=proposal_id))
    return edit.done


def refuse_double(file: ForumFile, one_id: str, other_id: str) -> Step | None:
    """Say that two cards do not say the same; said once more, that is no step."""
    from forumtool.domain.models import Refusal

    first, second = sorted((one_id, other_id))
    number, other = number_of(file, first), number_of(file, second)
    with file.step(N_("{number} und {other} sind nicht dasselbe"), number=number, other=other) as edit:
        if not edit.plain(
            "SELECT 1 FROM refusal WHERE NOT deleted AND proposal_id = ? AND other_id = ?", first, second
        ):
            edit.add(Refusal(proposal_id=first, other_id=second))
    return edit.done
