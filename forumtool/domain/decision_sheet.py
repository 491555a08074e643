"""What the sheet on which the steering group decides says: everything its writer needs, in the order of the page."""

from typing import NamedTuple


class SheetCard(NamedTuple):
    """A proposal with the dots of its group and what is decided already; ``verdict`` is a code, ``due`` ISO 8601.

    ``kind`` is one of ``rows.KINDS``.
    """

    number: str
    text: str
    forum: str
    group: str
    dots: int
    verdict: str
    merged_with: str
    reason: str
    responsible: str
    due: str
    votes_yes: int
    votes_no: int
    votes_abstained: int
    measure_number: str
    action_field: str
    kind: str = "way"


class SheetGoal(NamedTuple):
    """A goal and its proposals, those of the groups with the most dots first; without a label they have no goal."""

    label: str
    cards: tuple[SheetCard, ...]


class DecisionSheet(NamedTuple):
    """The proposals to decide; ``stand`` is the last recorded step, by which the sheet is read back."""

    title: str
    host: str
    seats: int
    stand: str
    goals: tuple[SheetGoal, ...]
    action_fields: tuple[str, ...]
