"""What the facilitator has sent to the projector."""

from typing import NamedTuple

KINDS = ("pause", "goal", "cards", "board", "ranking", "measure", "readback", "timer")


class Projection(NamedTuple):
    """One picture for the room: its kind, the forum and goal it is about, a ranking's round (None: the newest).

    A "readback" asks the room whether a goal's cards, or a measure, were noted as they were meant.
    """

    kind: str = "pause"
    forum_id: str | None = None
    goal_id: str | None = None
    round_id: str | None = None
    measure_id: str | None = None
