"""Rows of what comes of it: measures, agreements, what was set aside, decisions."""

from typing import NamedTuple

from forumtool.domain.rows.proposal import NamedRow


class MeasureRow(NamedTuple):
    """A measure and the numbers of the cards that it came from."""

    id: str
    forum_id: str | None
    goal_number: str
    cluster_title: str
    number: str
    title: str
    text: str
    lead: str
    partners: str
    horizon: str
    resources: str
    indicator: str
    quick_win: bool
    confirmed_at: str
    cluster_id: str | None
    action_field_id: str | None
    goal_id: str | None
    proposals: tuple[str, ...]
    obstacles: tuple[NamedRow, ...] = ()
    offers: tuple[NamedRow, ...] = ()
    cost: str = ""

    @property
    def label(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".strip()


class ProgressRow(NamedTuple):
    """How far a measure was on a day; fields as in the model ``MeasureProgress``."""

    id: str
    measure_id: str
    on: str
    state: str
    percent: int
    note: str


class MeasureCardRow(NamedTuple):
    """A card that a measure came from. ``dots`` lie on the card itself; ``edited_text`` is empty for most."""

    id: str
    number: str
    original_text: str
    edited_text: str
    support: int
    dots: int
    cluster_id: str | None
    cluster_title: str
    cluster_dots: int

    @property
    def text(self) -> str:
        """The wording that counts."""
        return self.edited_text or self.original_text


class ParkingRow(NamedTuple):
    """A matter set aside."""

    id: str
    forum_id: str | None
    text: str
    addressee: str


class ActionRow(NamedTuple):
    """Who does what by when; ``due`` is an ISO 8601 date."""

    id: str
    forum_id: str | None
    text: str
    responsible: str
    due: str
    done: bool


class DecisionRow(NamedTuple):
    """What was decided of a proposal."""

    id: str
    proposal_id: str | None
    proposal_number: str
    verdict: str
    merged_with: str
    reason: str
    responsible: str
    due: str
    decided_on: str
    votes_yes: int
    votes_no: int
    votes_abstained: int
    measure_number: str = ""
    action_field_id: str | None = None
