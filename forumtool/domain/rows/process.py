"""Rows of the process: its plan, principles, fields, goals and the steering group."""

from typing import NamedTuple


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
