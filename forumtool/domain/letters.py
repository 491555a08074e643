"""A letter to somebody who contributed: what became of it."""

from typing import NamedTuple

from forumtool.domain.report import Report


class Outcome(NamedTuple):
    """One contribution in its own words, and what was decided of it; ``verdict`` is empty where nothing was yet.

    ``merged_with`` is the number of another proposal; ``joined_to`` that of the card which it was laid together with,
    whose decision is told then; ``measure`` is number and title.
    """

    number: str
    text: str
    goal: str
    forum: str
    verdict: str
    merged_with: str
    joined_to: str
    reason: str
    measure: str


class Letter(NamedTuple):
    """To a person (``participant_id``) or an organisation; ``name`` is empty for an organisation."""

    participant_id: str | None
    name: str
    organisation: str
    email: str
    outcomes: tuple[Outcome, ...]


class Letters(NamedTuple):
    """Letters, and the process that they are about: its report names the sender and fills the house's letterhead.

    ``others`` are persons whom the decisions told in a letter name, with the one it goes to: to look at before it does.
    """

    about: Report
    letters: tuple[Letter, ...]
    others: tuple[tuple[str, str], ...] = ()

    @property
    def host(self) -> str:
        """Who sends them."""
        return self.about.process.host

    @property
    def process(self) -> str:
        """The title of the process."""
        return self.about.process.title
