"""Events, their agenda and the people in the room."""

from forumtool.domain.folding import in_word_order
from forumtool.domain.rows import AgendaRow, ForumRow, KnownRow, MinutesRow, ParticipantRow
from forumtool.storage.reading import Reading

_FORUM = (
    'SELECT id, kind, title, theme_field_id, "when", place, host, facilitation, minute_taker, input, outlook,'
    " feedback, distribution FROM forum WHERE NOT deleted"
)
_AGENDA = (
    "SELECT a.id, a.title, a.method, a.goal_id, coalesce(g.number, ''), a.planned_start, a.minutes, a.started_at,"
    " a.ended_at FROM agenda_item a LEFT JOIN goal g ON g.id = a.goal_id WHERE NOT a.deleted"
)


def forums(source: Reading) -> list[ForumRow]:
    """Return all forums in order."""
    return source.rows(ForumRow, f"{_FORUM} ORDER BY position, id")


def forum(source: Reading, forum_id: str) -> ForumRow | None:
    """Return one forum, or None if it is gone."""
    found = source.rows(ForumRow, f"{_FORUM} AND id = ?", forum_id)
    return found[0] if found else None


def forum_of_goal(source: Reading, goal_id: str) -> ForumRow | None:
    """Return the first forum of the goal's theme field, or None."""
    found = source.rows(
        ForumRow,
        f"{_FORUM} AND theme_field_id = (SELECT theme_field_id FROM goal WHERE id = ?) ORDER BY position, id",
        goal_id,
    )
    return found[0] if found else None


def agenda(source: Reading, forum_id: str) -> list[AgendaRow]:
    """Return the agenda of a forum in order."""
    return source.rows(AgendaRow, f"{_AGENDA} AND a.forum_id = ? ORDER BY a.position, a.id", forum_id)


def running_item(source: Reading) -> AgendaRow | None:
    """Return the step that runs now, of all forums the one that began last; None if nothing runs."""
    found = source.rows(
        AgendaRow, f"{_AGENDA} AND a.started_at <> '' AND a.ended_at = '' ORDER BY a.started_at DESC, a.id LIMIT 1"
    )
    return found[0] if found else None


def minutes(source: Reading, forum_id: str | None) -> MinutesRow | None:
    """Return the newest version of the minutes of a forum, or (None) of the process; None if there is none yet."""
    found = minutes_versions(source, forum_id)
    return found[0] if found else None


def minutes_versions(source: Reading, forum_id: str | None) -> list[MinutesRow]:
    """Return all versions of the minutes of a forum, or (None) of the process, the newest first."""
    return source.rows(
        MinutesRow,
        "SELECT version, state, objections_until, id, sent_at, approved_at, content, audience, wording, language,"
        " sections FROM minutes WHERE NOT deleted AND forum_id IS ? ORDER BY version DESC, id DESC",
        forum_id,
    )


def participants(source: Reading, forum_id: str) -> list[ParticipantRow]:
    """Return the people on a forum's list, by organisation and name."""
    found = source.rows(
        ParticipantRow,
        "SELECT p.id, p.name, p.organisation, p.function, p.email, p.note, p.constituency_id, coalesce(c.title, ''),"
        " p.consent_attribution, a.id, a.state, a.arrived_at, p.consent_photo, p.consent_email, a.drawn_group"
        " FROM attendance a JOIN participant p ON p.id = a.participant_id"
        " LEFT JOIN constituency c ON c.id = p.constituency_id"
        " WHERE NOT a.deleted AND NOT p.deleted AND a.forum_id = ? ORDER BY p.id",
        forum_id,
    )
    return in_word_order(found, lambda row: row.organisation, lambda row: row.name)


def known_elsewhere(source: Reading, forum_id: str) -> list[KnownRow]:
    """Return the people on other forums' lists who are not on this one's, with the last forum that they were at."""
    found = source.rows(
        KnownRow,
        "SELECT p.id, p.name, p.organisation, p.function, coalesce(c.title, ''), f.title"
        " FROM participant p LEFT JOIN constituency c ON c.id = p.constituency_id"
        " JOIN forum f ON f.id = (SELECT f.id FROM attendance a JOIN forum f ON f.id = a.forum_id"
        "   WHERE a.participant_id = p.id AND NOT a.deleted AND NOT f.deleted ORDER BY f.position DESC, f.id LIMIT 1)"
        " WHERE NOT p.deleted AND NOT EXISTS"
        "   (SELECT 1 FROM attendance a WHERE a.participant_id = p.id AND a.forum_id = ? AND NOT a.deleted)"
        " ORDER BY p.id",
        forum_id,
    )
    return in_word_order(found, lambda row: row.name, lambda row: row.organisation)


def people(source: Reading) -> list[ParticipantRow]:
    """Return all people of the file, without a forum's attendance, by organisation and name."""
    found = source.rows(
        ParticipantRow,
        "SELECT p.id, p.name, p.organisation, p.function, p.email, p.note, p.constituency_id, coalesce(c.title, ''),"
        " p.consent_attribution, NULL, '', '', p.consent_photo, p.consent_email, 0 FROM participant p"
        " LEFT JOIN constituency c ON c.id = p.constituency_id"
        " WHERE NOT p.deleted ORDER BY p.id",
    )
    return in_word_order(found, lambda row: row.organisation, lambda row: row.name)
