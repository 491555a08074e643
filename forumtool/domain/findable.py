"""What the search can find."""

from typing import NamedTuple

FINDABLE = (
    "goal", "forum", "group", "measure", "person", "organisation", "seat", "tag", "offer", "obstacle",
    "action", "parked", "card",
)  # fmt: skip


class Findable(NamedTuple):
    """Something with words: what is shown of it, and ``more`` words by which it is found.

    ``kind`` is one of ``FINDABLE``; an organisation has its name for a key. ``where`` is a goal's number, the
    organisation of a person, the vocabulary of a tag, or what else tells two of them apart.
    """

    kind: str
    id: str
    number: str
    title: str
    where: str
    more: str = ""


class Wording(NamedTuple):
    """Words of a card that are not its title.

    ``kind`` is "original", "other" (language), "note", "dissent", "tags", "by" or "responsible".
    """

    kind: str
    text: str
