"""What a document says: everything an export needs, already reduced by the chosen policy of names.

An exporter gets a ``Report`` and nothing else, so it cannot write a name that the export did not ask for.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from forumtool.domain.audience import DEFAULT_AUDIENCE
from forumtool.domain.audience import audience as readers
from forumtool.domain.coverage import NO_GOALS, Coverage, GoalCoverage
from forumtool.domain.rows import (
    ActionFieldRow,
    ActionRow,
    AgendaRow,
    ClusterRow,
    DecisionRow,
    ForumRow,
    GoalRow,
    MeasureRow,
    MilestoneRow,
    MinutesRow,
    ObstacleRow,
    OfferRow,
    ParkingRow,
    PrincipleRow,
    ProcessRow,
    ProgressRow,
    ProposalRow,
    SteeringMemberRow,
    TagGroupRow,
    ThemeFieldRow,
)
from forumtool.domain.synthesis import Synthesis
from forumtool.domain.versions import Changes

WORDINGS = ("edited", "original", "both")
"""Which wording of a card counts in a document."""


class Attendee(NamedTuple):
    """A person on a forum's list as far as the policy lets them be seen; ``state`` as in ``ParticipantRow``."""

    name: str
    organisation: str
    function: str
    email: str
    note: str
    constituency: str
    state: str
    arrived_at: str
    consent_attribution: bool


class BenchCount(NamedTuple):
    """How many people of a constituency are on the list and were present; the title is empty for none."""

    constituency: str
    listed: int
    present: int


class ForumPart(NamedTuple):
    """One event; ``people`` is empty when the report is anonymous, the counts remain."""

    forum: ForumRow
    minutes: MinutesRow | None
    agenda: tuple[AgendaRow, ...]
    people: tuple[Attendee, ...]
    benches: tuple[BenchCount, ...]

    @property
    def listed(self) -> int:
        """Everybody on the list."""
        return sum(bench.listed for bench in self.benches)

    @property
    def present(self) -> int:
        """Everybody who was there."""
        return sum(bench.present for bench in self.benches)


class Group(NamedTuple):
    """A cluster and its cards in the order of the board."""

    cluster: ClusterRow
    proposals: tuple[ProposalRow, ...]


class Ranked(NamedTuple):
    """What a round weighed: a cluster's heading, or a card by number and text; equal dots share a rank.

    ``shares`` are the dots of each of the round's ``benches``.
    """

    rank: int
    target_id: str
    title: str
    dots: int
    shares: tuple[int, ...] = ()


class Round(NamedTuple):
    """A question with its result, the most dots first; ``expected`` is voters times dots each.

    Without a goal it was about the whole forum. ``benches`` are the constituencies whose dots were told apart, "" for
    those of none. Of ``kind`` "scale" it has the ``points`` on the steps 1, 2, 3 … between two words and no ranking.
    """

    forum_id: str | None
    goal_id: str | None
    question: str
    dots_per_person: int
    voters: int
    expected: int
    total: int
    ranking: tuple[Ranked, ...]
    kind: str = "dots"
    several_on_one: bool = True
    benches: tuple[str, ...] = ()
    points: tuple[int, ...] = ()
    low: str = ""
    high: str = ""

    @property
    def dots(self) -> int:
        """The dots that lie on groups and cards; points on a scale are none."""
        return 0 if self.kind == "scale" else self.total


class Photo(NamedTuple):
    """A picture of a pin board: the bytes of a file of ``media_type``, and its size in pixels.

    ``description`` says what there is to see where that is known: of a drawn board, not of a photograph.
    """

    forum_id: str | None
    goal_id: str | None
    caption: str
    data: bytes
    media_type: str
    width: int
    height: int
    description: str = ""


class WordTemplate(NamedTuple):
    """A template of the house: the bytes of a macro-free .docx, and which of its styles stands for which of ours."""

    title: str
    content: bytes
    mapping: Mapping[str, str] = MappingProxyType({})


class GoalPart(NamedTuple):
    """What was said to one goal; ``goal`` is None for cards without one. Each card is in a group or not ordered.

    ``behind`` are the proposals that stand behind cards: counted as support of one, or split into others.
    """

    goal: GoalRow | None
    groups: tuple[Group, ...]
    not_ordered: tuple[ProposalRow, ...]
    obstacles: tuple[ObstacleRow, ...]
    offers: tuple[OfferRow, ...]
    rounds: tuple[Round, ...]
    behind: tuple[ProposalRow, ...] = ()

    @property
    def proposals(self) -> Iterator[ProposalRow]:
        """All cards of the goal, group by group, then those not ordered."""
        for group in self.groups:
            yield from group.proposals
        yield from self.not_ordered


class Report(NamedTuple):
    """Everything an export needs of one forum, or of all forums and the cards of the process (``one_forum`` False).

    It is already reduced to what the ``audience`` may see; ``names`` is the policy by which, and ``notes`` tells
    whether what was noted beside cards is there. ``proposals`` are in the order of goals, then as captured; what
    stands ``behind`` them likewise. ``wording`` says which wording of the cards counts: "edited", "original", or
    "both" with the original beneath. ``minutes`` is the version of the whole process where that is what the report is
    about, ``changes`` what is new against the version that was sent last; ``boards`` are pictures drawn from the
    boards, ``logo`` is the sign of the house, ``template`` what its documents are written into. ``by_goal`` counts
    the cards of each goal by phases and ages; ``stand`` says how far the file was, see ``queries.decided``;
    ``synthesis`` is what only that document says; ``progress`` tells how far measures were, the earliest first.
    """

    names: str
    one_forum: bool
    process: ProcessRow
    milestones: tuple[MilestoneRow, ...]
    principles: tuple[PrincipleRow, ...]
    theme_fields: tuple[ThemeFieldRow, ...]
    steering: tuple[SteeringMemberRow, ...]
    forums: tuple[ForumPart, ...]
    elsewhere: tuple[Attendee, ...]
    goals: tuple[GoalPart, ...]
    proposals: tuple[ProposalRow, ...]
    tag_groups: tuple[TagGroupRow, ...]
    obstacles: tuple[ObstacleRow, ...]
    offers: tuple[OfferRow, ...]
    rounds: tuple[Round, ...]
    coverage: Coverage
    measures: tuple[MeasureRow, ...]
    parking_lot: tuple[ParkingRow, ...]
    action_items: tuple[ActionRow, ...]
    decisions: tuple[DecisionRow, ...]
    photos: tuple[Photo, ...] = ()
    behind: tuple[ProposalRow, ...] = ()
    audience: str = DEFAULT_AUDIENCE
    wording: str = WORDINGS[0]
    minutes: MinutesRow | None = None
    changes: Changes | None = None
    boards: tuple[Photo, ...] = ()
    logo: Photo | None = None
    template: WordTemplate | None = None
    action_fields: tuple[ActionFieldRow, ...] = ()
    by_goal: GoalCoverage = NO_GOALS
    stand: str = ""
    synthesis: Synthesis | None = None
    progress: tuple[ProgressRow, ...] = ()
    notes: bool = True

    @property
    def title(self) -> str:
        """The forum's title, or the process's."""
        return self.forums[0].forum.title if self.one_forum else self.process.title

    @property
    def shows_originals(self) -> bool:
        """Tell whether cards that were edited have their original wording, too; else that is the one that counts."""
        return readers(self.audience).originals or self.wording != WORDINGS[0]

    def forum_title(self, forum_id: str | None) -> str:
        """Return the title of an event, empty for the process."""
        return next((part.forum.title for part in self.forums if part.forum.id == forum_id), "")


def ranking(targets: Sequence[tuple[str, str, int]]) -> tuple[Ranked, ...]:
    """Rank (key, title, dots): the most dots first, equals in the order given with equal rank (1, 2, 2, 4)."""
    ordered = sorted(targets, key=lambda target: -target[2])
    found: list[Ranked] = []
    for place, (key, title, dots) in enumerate(ordered, 1):
        rank = found[-1].rank if found and found[-1].dots == dots else place
        found.append(Ranked(rank, key, title, dots))
    return tuple(found)
