"""Rows of proposals and what is tied to them."""

from typing import NamedTuple

KINDS = ("way", "obstacle", "offer", "question")
CARD_COLOURS = 5


class TagRow(NamedTuple):
    """A tag with its vocabulary; ``colour`` is 0 to 4."""

    id: str
    title: str
    group_id: str
    group_title: str
    colour: int


class TagGroupRow(NamedTuple):
    """A vocabulary and its tags. ``axis`` is "phase", "age" or empty."""

    id: str
    title: str
    colour: int
    axis: str
    tags: tuple[TagRow, ...]


class NamedRow(NamedTuple):
    """A key and its title."""

    id: str
    title: str


class ObstacleRow(NamedTuple):
    """An obstacle and the numbers of the proposals that name it."""

    id: str
    title: str
    note: str
    proposals: tuple[str, ...]


class OfferRow(NamedTuple):
    """An existing offer and the numbers of the proposals that name it."""

    id: str
    title: str
    provider: str
    state: str
    note: str
    proposals: tuple[str, ...]


class Wording(NamedTuple):
    """A card that stands behind another one: counted as its support, or laid together with it.

    ``elsewhere`` is the title of the forum that it was said in, where that is another than the card's.
    """

    id: str
    number: str
    text: str
    contributor_kind: str
    contributor: str
    organisation: str
    elsewhere: str = ""


class ProposalRow(NamedTuple):
    """A card with everything tied to it; ``text`` is the edited wording, or the original where nobody edited.

    ``joined_to`` and ``split_from`` are numbers, empty for most cards; ``joined_elsewhere`` is the title of the forum
    that the card it is joined to belongs to, where that is another. ``support_count`` is what was entered, the
    ``wordings`` of joined cards count beside it.
    """

    id: str
    number: str
    forum_id: str | None
    forum_title: str
    goal_id: str | None
    goal_number: str
    kind: str
    text: str
    original_text: str
    edited_text: str
    language: str
    contributor_kind: str
    contributor_id: str | None
    contributor: str
    organisation: str
    note: str
    dissent: str
    support_count: int
    reference: str
    cluster_id: str | None
    cluster_title: str
    cluster_colour: int
    other_text: str = ""
    other_language: str = ""
    joined_to: str = ""
    split_from: str = ""
    confirmed_at: str = ""
    joined_elsewhere: str = ""
    tags: tuple[TagRow, ...] = ()
    obstacles: tuple[NamedRow, ...] = ()
    offers: tuple[NamedRow, ...] = ()
    wordings: tuple[Wording, ...] = ()

    @property
    def support(self) -> int:
        """How many more people than its author stand behind the card."""
        return self.support_count + len(self.wordings)


class CardBrief(NamedTuple):
    """As much of a card as a line about it needs; ``support`` counts as in ``ProposalRow``."""

    id: str
    number: str
    text: str
    forum_id: str | None
    goal_id: str | None
    goal_number: str
    support: int


class Scope(NamedTuple):
    """What a list is about: one forum, the process without a forum, or everything."""

    forum_id: str | None = None
    everything: bool = False


EVERYTHING = Scope(everything=True)
PROCESS_ONLY = Scope()


class Vocabulary(NamedTuple):
    """The names that the signs of a capture line can mean."""

    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    goals: tuple[tuple[str, str], ...] = ()
