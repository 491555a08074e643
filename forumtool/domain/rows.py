"""Frozen rows: what leaves the file. Named as the field names them, with what a reader needs beside the key."""

from typing import NamedTuple

KINDS = ("way", "obstacle", "offer", "question")
CARD_COLOURS = 5
DOT_COLOURS = 7


class ProcessRow(NamedTuple):
    """The process of the file."""

    id: str
    title: str
    motto: str
    occasion: str
    host: str
    accompanied_by: str
    validity_years: int
    note: str
    is_example: bool
    adopted_on: str = ""
    logo: str = ""
    logo_media_type: str = ""


class TemplateRow(NamedTuple):
    """A Word template of the house; ``content`` names its bytes, ``mapping`` is JSON, as in ``DocumentTemplate``."""

    id: str
    title: str
    content: str
    mapping: str
    is_chosen: bool


class MilestoneRow(NamedTuple):
    """A step of the process; ``when`` is ISO 8601."""

    id: str
    title: str
    when: str
    note: str


class PrincipleRow(NamedTuple):
    """A guiding principle."""

    id: str
    title: str
    text: str


class ThemeFieldRow(NamedTuple):
    """A theme field."""

    id: str
    number: str
    title: str
    aim: str


class ActionFieldRow(NamedTuple):
    """A field of action and the theme fields that go into it."""

    id: str
    number: str
    title: str
    theme_fields: tuple[str, ...]
    theme_field_ids: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".strip()


class GoalRow(NamedTuple):
    """A goal, its field and its indicators, in the order of fields and goals."""

    id: str
    number: str
    title: str
    question: str
    note: str
    theme_field_id: str | None
    theme_field_number: str
    theme_field_title: str
    is_example: bool
    indicators: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".strip()


class IndicatorRow(NamedTuple):
    """What shows that a goal is being reached."""

    id: str
    goal_id: str | None
    text: str


class ConstituencyRow(NamedTuple):
    """A bench; ``scope`` is "steering" or "forum", ``colour`` of its dots as in the model."""

    id: str
    title: str
    scope: str
    colour: int = 0


class SteeringMemberRow(NamedTuple):
    """A seat of the steering group."""

    id: str
    constituency: str
    organisation: str
    office: str
    name: str


class ForumRow(NamedTuple):
    """One event."""

    id: str
    kind: str
    title: str
    theme_field_id: str | None
    when: str
    place: str
    host: str
    facilitation: str
    minute_taker: str
    input: str
    outlook: str
    feedback: str = ""
    distribution: str = ""


class MinutesRow(NamedTuple):
    """A version of the minutes of a forum or of the process; fields as in the model ``Minutes``.

    Without an ``id`` it is a draft that nobody has written anything of yet.
    """

    version: int
    state: str
    objections_until: str
    id: str = ""
    sent_at: str = ""
    approved_at: str = ""
    content: str = ""
    audience: str = ""
    wording: str = ""
    language: str = ""
    sections: str = ""


class AgendaRow(NamedTuple):
    """A step of an event; times are ISO 8601 in UTC, ``planned_start`` is HH:MM on the day."""

    id: str
    title: str
    method: str
    goal_id: str | None
    goal_number: str
    planned_start: str
    minutes: int
    started_at: str
    ended_at: str


class ParticipantRow(NamedTuple):
    """A person and their presence at one forum; ``state`` is "" for a person who is not on that forum's list."""

    id: str
    name: str
    organisation: str
    function: str
    email: str
    note: str
    constituency_id: str | None
    constituency: str
    consent_attribution: bool
    attendance_id: str | None
    state: str
    arrived_at: str
    consent_photo: bool = False
    consent_email: bool = False
    drawn_group: int = 0


class KnownRow(NamedTuple):
    """A person who is not on a forum's list and has been on another's; ``where`` is that forum's title."""

    id: str
    name: str
    organisation: str
    function: str
    constituency: str
    where: str


class NewParticipant(NamedTuple):
    """A person as a list or a field names them; ``constituency`` is the title of a bench or empty."""

    name: str
    organisation: str = ""
    function: str = ""
    email: str = ""
    constituency: str = ""
    note: str = ""
    consent_attribution: bool = False
    consent_photo: bool = False
    consent_email: bool = False


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


class ClusterRow(NamedTuple):
    """A group on the pin board, in the order of the board; ``dots`` is the sum over all rounds on clusters."""

    id: str
    title: str
    colour: int
    note: str
    forum_id: str | None
    goal_id: str | None
    cards: int
    dots: int


class CountRow(NamedTuple):
    """Dots on one cluster or card, from one constituency or from all."""

    cluster_id: str | None
    proposal_id: str | None
    constituency_id: str | None
    dots: int
    scale_step: int = 0

    @property
    def target_id(self) -> str:
        """The key of the cluster or card; empty for a step of a scale."""
        return self.cluster_id or self.proposal_id or ""


class DotRoundRow(NamedTuple):
    """A question and the dots counted; fields as in the model ``DotRound``."""

    id: str
    forum_id: str | None
    goal_id: str | None
    question: str
    dots_per_person: int
    voters: int
    targets: str
    several_on_one: bool
    per_constituency: bool
    kind: str = "dots"
    steps: int = 5
    low: str = ""
    high: str = ""
    cluster_id: str | None = None
    counts: tuple[CountRow, ...] = ()

    def dots_on(self, target_id: str) -> int:
        """Return the dots on a cluster or card, of all constituencies."""
        return sum(count.dots for count in self.counts if count.target_id == target_id)

    @property
    def on_steps(self) -> tuple[int, ...]:
        """The points on each step of a scale; steps behind the last one are there if points were counted on them."""
        last = max((count.scale_step for count in self.counts), default=0)
        points = [0] * max(self.steps, last)
        for count in self.counts:
            if count.scale_step:
                points[count.scale_step - 1] += count.dots
        return tuple(points)

    @property
    def total(self) -> int:
        """All dots of the round."""
        return sum(count.dots for count in self.counts)


class TargetRow(NamedTuple):
    """What dots can go on: a cluster with the number of its ``cards``, or a card with its ``number`` and ``group``.

    In a round about the whole forum, ``goal_number`` tells which goal a cluster belongs to.
    """

    id: str
    title: str
    number: str = ""
    group: str = ""
    cards: int = 0
    goal_number: str = ""


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


class PhotoRow(NamedTuple):
    """A photograph of the pin board; ``content`` names its bytes in the file, sizes are pixels."""

    id: str
    forum_id: str | None
    goal_id: str | None
    caption: str
    content: str
    media_type: str
    width: int
    height: int


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
