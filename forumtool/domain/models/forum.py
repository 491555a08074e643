"""One event: its agenda and the people in its room."""

from forumtool.domain.models.base import Recorded, points_to


class Forum(Recorded, table=True):
    """One event. ``kind`` is "kickoff", "expert" or "steering"; ``when`` an ISO 8601 date, month or interval.

    ``feedback`` is what the room said of the day, ``distribution`` who gets the minutes, one to a line.
    """

    kind: str = "expert"
    title: str = ""
    theme_field_id: str | None = points_to("theme_field")
    when: str = ""
    place: str = ""
    host: str = ""
    facilitation: str = ""
    minute_taker: str = ""
    input: str = ""
    outlook: str = ""
    position: str = ""
    feedback: str = ""
    distribution: str = ""


class AgendaItem(Recorded, table=True):
    """A step of the event. Planned in minutes; ``started_at`` and ``ended_at`` are ISO 8601 times in UTC."""

    forum_id: str | None = points_to("forum")
    goal_id: str | None = points_to("goal")
    title: str = ""
    method: str = ""
    planned_start: str = ""
    minutes: int = 0
    started_at: str = ""
    ended_at: str = ""
    position: str = ""


class Participant(Recorded, table=True):
    """A person. The name is stored as it is written and never used as a key."""

    name: str = ""
    organisation: str = ""
    function: str = ""
    email: str = ""
    note: str = ""
    constituency_id: str | None = points_to("constituency")
    consent_attribution: bool = False
    consent_photo: bool = False
    consent_email: bool = False


class Attendance(Recorded, table=True):
    """A person at one forum: ``state`` is "expected", "present" or "excused"; ``arrived_at`` ISO 8601 in UTC.

    ``drawn_group`` is the number of the group or table that was drawn by lot, 0 for none.
    """

    forum_id: str | None = points_to("forum")
    participant_id: str | None = points_to("participant")
    state: str = "expected"
    arrived_at: str = ""
    drawn_group: int = 0


class Minutes(Recorded, table=True):
    """A version of the minutes of a forum, or of the process: ``state`` is "draft", "sent" or "approved".

    ``sent_at`` and ``approved_at`` are ISO 8601 in UTC, ``objections_until`` is a date. ``content`` names what the
    version said when it was sent, in the store. How it is written stays with it: ``audience`` ("internal", "steering",
    "public"), ``wording`` ("edited", "original", "both"), ``language``, and the keys of its ``sections`` in their
    order, with blanks between them; empty is the rule.
    """

    forum_id: str | None = points_to("forum")
    version: int = 1
    state: str = "draft"
    objections_until: str = ""
    sent_at: str = ""
    approved_at: str = ""
    content: str = ""
    audience: str = ""
    wording: str = ""
    language: str = ""
    sections: str = ""


class BoardPhoto(Recorded, table=True):
    """A photograph of the real pin board, kept beside it. ``content`` names the bytes: their SHA-256 in the store.

    ``width`` and ``height`` are pixels; ``media_type`` is "image/jpeg" or "image/png".
    """

    forum_id: str | None = points_to("forum")
    goal_id: str | None = points_to("goal")
    caption: str = ""
    content: str = ""
    media_type: str = "image/jpeg"
    width: int = 0
    height: int = 0
    position: str = ""
