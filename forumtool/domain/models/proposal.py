"""One thought as captured, and what is tied to it."""

from forumtool.domain.models.base import Recorded, points_to


class Cluster(Recorded, table=True):
    """Cards that belong together on the pin board, with a heading. ``colour`` is 0 to 4, a paper of the palette."""

    forum_id: str | None = points_to("forum")
    goal_id: str | None = points_to("goal")
    title: str = ""
    colour: int = 0
    note: str = ""
    merged_into_id: str | None = points_to("cluster")
    position: str = ""


class Proposal(Recorded, table=True):
    """One thought for one goal. Its number (A-17) is the laptop's letter and a running number, stable for ever.

    ``original_text`` never changes after capture; ``edited_text`` is empty until somebody edits the wording.
    ``kind`` is "way", "obstacle", "offer" or "question". ``contributor_kind`` is "", "person", "organisation" or
    "group"; a person on the list is ``contributor_id``, everybody else a name as typed.
    Without a forum it belongs to the process, as an imported list does. ``other_text`` is the wording in a second
    language beside it. A card that is counted as support of another, or laid together with it, is ``joined_to_id``;
    the parts of a card that was split are ``split_from_id`` it. Neither the joined nor the split card stands on the
    board any more, and both keep everything. ``confirmed_at`` (ISO 8601 in UTC) says that the room confirmed it.
    """

    laptop: str = ""
    running_number: int = 0
    forum_id: str | None = points_to("forum")
    goal_id: str | None = points_to("goal")
    kind: str = "way"
    original_text: str = ""
    edited_text: str = ""
    language: str = "de"
    contributor_kind: str = ""
    contributor_name: str = ""
    contributor_id: str | None = points_to("participant")
    note: str = ""
    dissent: str = ""
    support_count: int = 0
    reference: str = ""
    cluster_id: str | None = points_to("cluster")
    cluster_position: str = ""
    other_text: str = ""
    other_language: str = ""
    joined_to_id: str | None = points_to("proposal")
    split_from_id: str | None = points_to("proposal")
    confirmed_at: str = ""


class TagGroup(Recorded, table=True):
    """A vocabulary of tags, such as the phases of migration. ``axis`` marks the two that coverage is counted on."""

    title: str = ""
    colour: int = 0
    axis: str = ""
    position: str = ""


class Tag(Recorded, table=True):
    """One word of a vocabulary."""

    tag_group_id: str | None = points_to("tag_group")
    title: str = ""
    position: str = ""


class ProposalTag(Recorded, table=True):
    """A proposal carries a tag."""

    proposal_id: str | None = points_to("proposal")
    tag_id: str | None = points_to("tag")


class Obstacle(Recorded, table=True):
    """What stands in the way."""

    title: str = ""
    note: str = ""


class ProposalObstacle(Recorded, table=True):
    """An obstacle was named with a proposal."""

    proposal_id: str | None = points_to("proposal")
    obstacle_id: str | None = points_to("obstacle")


class ExistingOffer(Recorded, table=True):
    """What already runs: ``state`` is "exists", "extend" or "new"."""

    title: str = ""
    provider: str = ""
    state: str = "exists"
    note: str = ""


class ProposalOffer(Recorded, table=True):
    """An existing offer was named with a proposal."""

    proposal_id: str | None = points_to("proposal")
    existing_offer_id: str | None = points_to("existing_offer")


class Refusal(Recorded, table=True):
    """A suggestion that somebody has refused, so that it does not come back.

    With ``other_id``: that two cards say the same, the one with the smaller key first. Without: that a card fits one
    of the groups that there were then; their keys are smaller than the refusal's.
    """

    proposal_id: str | None = points_to("proposal")
    other_id: str | None = points_to("proposal")
