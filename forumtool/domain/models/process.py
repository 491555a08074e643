"""The process: what the steering group has set before the first forum."""

from forumtool.domain.models.base import Recorded, points_to


class Process(Recorded, table=True):
    """The whole programme, from kick-off to council decision. A file holds one.

    ``adopted_on`` (ISO 8601 date) is the day of the council's decision, from which the concept holds
    ``validity_years``. ``logo`` names the bytes of the house's sign in the store, ``logo_media_type`` what they are.
    """

    title: str = ""
    motto: str = ""
    occasion: str = ""
    host: str = ""
    accompanied_by: str = ""
    validity_years: int = 3
    note: str = ""
    is_example: bool = False
    adopted_on: str = ""
    logo: str = ""
    logo_media_type: str = ""


class DocumentTemplate(Recorded, table=True):
    """A Word template of the house. ``content`` names the bytes of a macro-free .docx in the store: their SHA-256.

    ``mapping`` says in JSON which of the template's styles stands for which of the program's: {"heading1": "Titel 1"}.
    One of them ``is_chosen`` for the next document.
    """

    title: str = ""
    content: str = ""
    mapping: str = "{}"
    is_chosen: bool = False
    position: str = ""


class Milestone(Recorded, table=True):
    """A step of the process with its time: ``when`` is an ISO 8601 date, month or interval of these."""

    title: str = ""
    when: str = ""
    note: str = ""
    position: str = ""


class GuidingPrinciple(Recorded, table=True):
    """A value statement above the goals."""

    title: str = ""
    text: str = ""
    position: str = ""


class ThemeField(Recorded, table=True):
    """A field set for the forums."""

    number: str = ""
    title: str = ""
    aim: str = ""
    position: str = ""


class ActionField(Recorded, table=True):
    """A chapter of the finished concept."""

    number: str = ""
    title: str = ""
    position: str = ""


class FieldMapping(Recorded, table=True):
    """A theme field goes into a field of action; many to many."""

    theme_field_id: str | None = points_to("theme_field")
    action_field_id: str | None = points_to("action_field")


class Goal(Recorded, table=True):
    """What is to be reached; ``number`` is spoken within its field (3.2), ``question`` leads the room to its ways."""

    theme_field_id: str | None = points_to("theme_field")
    number: str = ""
    title: str = ""
    question: str = ""
    note: str = ""
    is_example: bool = False
    position: str = ""


class Indicator(Recorded, table=True):
    """What shows that a goal is being reached."""

    goal_id: str | None = points_to("goal")
    text: str = ""
    reference: str = ""
    position: str = ""


class Constituency(Recorded, table=True):
    """A bench: whom a member or participant stands for. ``scope`` is "steering" or "forum".

    ``colour`` is the colour of its dots, 1 to ``DOT_COLOURS``; 0 is the colour of its place among the benches.
    """

    title: str = ""
    scope: str = "forum"
    colour: int = 0
    position: str = ""


class SteeringMember(Recorded, table=True):
    """A seat of the steering group, by office and organisation; the person's name is optional."""

    constituency_id: str | None = points_to("constituency")
    organisation: str = ""
    office: str = ""
    name: str = ""
    position: str = ""
