"""What the room weighs and works out, and what becomes of it."""

from forumtool.domain.models.base import Recorded, points_to


class DotRound(Recorded, table=True):
    """A question to the room and its rules; without a goal it is about the whole forum.

    ``kind`` is "dots" or "scale". Dots go on ``targets``, "clusters" or "cards", with ``cluster_id`` on the cards of
    that cluster only; ``voters`` 0 means: who is present, as it is until dots are counted. A scale has one point for
    each person on one of ``steps`` places between the words ``low`` and ``high``.
    """

    forum_id: str | None = points_to("forum")
    goal_id: str | None = points_to("goal")
    question: str = ""
    dots_per_person: int = 5
    voters: int = 0
    targets: str = "clusters"
    cluster_id: str | None = points_to("cluster")
    several_on_one: bool = True
    per_constituency: bool = False
    position: str = ""
    kind: str = "dots"
    steps: int = 5
    low: str = ""
    high: str = ""


class DotCount(Recorded, table=True):
    """The dots counted on one cluster or card in one round, for one constituency if coloured dots were used.

    In a round of kind "scale" they are counted on ``scale_step`` (1 is the place beside ``low``).
    """

    dot_round_id: str | None = points_to("dot_round")
    cluster_id: str | None = points_to("cluster")
    proposal_id: str | None = points_to("proposal")
    constituency_id: str | None = points_to("constituency")
    dots: int = 0
    scale_step: int = 0


class Measure(Recorded, table=True):
    """A worked-out way; it can show the cards that it came from. ``confirmed_at``: when the room confirmed it.

    ``number`` and ``cost`` come with the concept.
    """

    forum_id: str | None = points_to("forum")
    goal_id: str | None = points_to("goal")
    cluster_id: str | None = points_to("cluster")
    action_field_id: str | None = points_to("action_field")
    number: str = ""
    title: str = ""
    text: str = ""
    lead: str = ""
    partners: str = ""
    horizon: str = ""
    resources: str = ""
    indicator: str = ""
    quick_win: bool = False
    position: str = ""
    confirmed_at: str = ""
    cost: str = ""


class MeasureProgress(Recorded, table=True):
    """How far a measure was on a day (ISO 8601): ``state`` is "planned", "running", "done" or "stopped"."""

    measure_id: str | None = points_to("measure")
    on: str = ""
    state: str = "planned"
    percent: int = 0
    note: str = ""


class MeasureProposal(Recorded, table=True):
    """A measure came from a proposal."""

    measure_id: str | None = points_to("measure")
    proposal_id: str | None = points_to("proposal")


class MeasureObstacle(Recorded, table=True):
    """An obstacle stands in the way of a measure."""

    measure_id: str | None = points_to("measure")
    obstacle_id: str | None = points_to("obstacle")


class MeasureOffer(Recorded, table=True):
    """A measure builds on what already runs."""

    measure_id: str | None = points_to("measure")
    existing_offer_id: str | None = points_to("existing_offer")


class ParkingLotItem(Recorded, table=True):
    """A matter set aside, with the one it is for."""

    forum_id: str | None = points_to("forum")
    text: str = ""
    addressee: str = ""
    position: str = ""


class ActionItem(Recorded, table=True):
    """What somebody does after the forum, and by when (an ISO 8601 date)."""

    forum_id: str | None = points_to("forum")
    text: str = ""
    responsible: str = ""
    due: str = ""
    done: bool = False
    position: str = ""


class Decision(Recorded, table=True):
    """What the steering group decides of a proposal: ``verdict`` is "adopt", "merge", "defer" or "reject".

    ``measure_number`` and ``action_field_id`` say where an adopted proposal goes in the concept.
    """

    proposal_id: str | None = points_to("proposal")
    measure_id: str | None = points_to("measure")
    merged_with_id: str | None = points_to("proposal")
    verdict: str = ""
    reason: str = ""
    responsible: str = ""
    due: str = ""
    decided_on: str = ""
    votes_yes: int = 0
    votes_no: int = 0
    votes_abstained: int = 0
    measure_number: str = ""
    action_field_id: str | None = points_to("action_field")


class FeedbackLetter(Recorded, table=True):
    """What became of a contribution, told to the one who made it."""

    participant_id: str | None = points_to("participant")
    organisation: str = ""
    text: str = ""
    sent_on: str = ""
