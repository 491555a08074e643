"""What all forums of a process come to together: what is frequent, what is alike, and what became of each proposal."""

from typing import NamedTuple

from forumtool.domain.coverage import Gap, GoalCells


class Became(NamedTuple):
    """A proposal and its way: forum, group with its dots, and what it was joined into, worked out and decided as.

    ``rank`` is the group's place by dots on its board, 0 without dots; ``joined_forum`` is the forum of the card that
    stands for it. ``parts`` are the numbers of what it was split into. A proposal behind another shares the
    ``measures`` (keys), ``verdict`` and ``action_fields`` (keys) of that one.
    """

    id: str
    number: str
    text: str
    forum_title: str
    goal_number: str
    cluster_title: str
    dots: int
    rank: int
    joined_to: str
    joined_forum: str
    parts: tuple[str, ...]
    measures: tuple[str, ...]
    verdict: str
    merged_with: str
    action_fields: tuple[str, ...]


class Frequency(NamedTuple):
    """How many proposals name something, in all and by the keys of theme fields; None stands for no field."""

    id: str
    title: str
    state: str
    total: int
    by_field: dict[str | None, int]


class Similar(NamedTuple):
    """The keys of two proposals of different forums that may say the same, and the words that they share."""

    first: str
    second: str
    words: tuple[str, ...]


class Synthesis(NamedTuple):
    """What a synthesis says beyond the report of a process. Texts of people stand in the report, here are their keys.

    ``cells`` are the goals' proposals phase by age, ``similar`` the most alike first among
    the so many proposals that were ``compared``; of ``refused`` pairs of keys somebody said that they do not say the
    same.
    """

    cells: tuple[GoalCells, ...] = ()
    gaps: tuple[Gap, ...] = ()
    obstacles: tuple[Frequency, ...] = ()
    offers: tuple[Frequency, ...] = ()
    became: tuple[Became, ...] = ()
    similar: tuple[Similar, ...] = ()
    compared: int = 0
    refused: frozenset[frozenset[str]] = frozenset()
