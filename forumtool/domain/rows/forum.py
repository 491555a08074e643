"""Rows of a forum: its agenda, minutes and people."""

from typing import NamedTuple


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
