"""What the facilitator has sent to the projector."""

from typing import NamedTuple

KINDS = ("pause", "goal", "board", "cards", "ranking")


class Projection(NamedTuple):
    """One picture for the room: its kind, the forum and goal it is about, a ranking's round (None: the newest)."""

    kind: str = "pause"
    forum_id: str | None = None
    goal_id: str | None = None
    round_id: str | None = None
