"""Who is invited and who is in the room. Names are never keys: the same name twice is two people."""

from collections.abc import Sequence
from datetime import UTC, datetime

from forumtool.domain.rows import NewParticipant
from forumtool.i18n import N_
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def add_participants(
    file: ForumFile, forum_id: str, people: Sequence[NewParticipant], *, present: bool = False
) -> Step | None:
    """Put people on a forum's list as one step, expected or already present."""
    label = N_("Person hinzugefügt") if len(people) == 1 else N_("{count} Personen hinzugefügt")
    with file.step(label, count=len(people)) as edit:
        for person in people:
            place_participant(edit, forum_id, person, state="present" if present else "expected")
    return edit.done


def place_participant(edit: Edit, forum_id: str, person: NewParticipant, *, state: str) -> str:
    """Add a person and their place on a forum's list within a step; return the person's key."""
    from forumtool.domain.models import Attendance, Participant

    row = edit.add(
        Participant(
            name=person.name,
            organisation=person.organisation,
            function=person.function,
            email=person.email,
            note=person.note,
            constituency_id=constituency_titled(edit, person.constituency),
        )
    )
    edit.add(
        Attendance(
            forum_id=forum_id, participant_id=row.id, state=state, arrived_at=_now() if state == "present" else ""
        )
    )
    return row.id


def constituency_titled(edit: Edit, title: str) -> str | None:
    """Return the key of a forum's bench, whatever its case; an unknown title becomes a new bench, an empty one None."""
    from forumtool.domain.models import Constituency
    from forumtool.services.lists import last_position

    wanted = title.strip().casefold()
    if not wanted:
        return None
    for key, found in edit.plain("SELECT id, title FROM constituency WHERE scope = 'forum' AND NOT deleted"):
        if found.casefold() == wanted:
            return str(key)
    return edit.add(
        Constituency(title=title.strip(), scope="forum", position=last_position(edit, "constituency", scope="forum"))
    ).id


def set_attendance(file: ForumFile, attendance_ids: Sequence[str], state: str) -> Step | None:
    """Note that people are "present" (with the time), "expected" or "excused"."""
    from forumtool.domain.models import Attendance

    labels = {
        "present": N_("Ankunft vermerkt"),
        "expected": N_("Ankunft zurückgenommen"),
        "excused": N_("Entschuldigt"),
    }
    with file.step(labels[state]) as edit:
        for key in attendance_ids:
            row = edit.get(Attendance, key)
            if row is not None and row.state != state:
                edit.change(Attendance, key, state=state, arrived_at=_now() if state == "present" else "")
    return edit.done


def change_participant(file: ForumFile, participant_id: str, **values: object) -> Step | None:
    """Change a person's name, organisation, function, email, note, constituency_id or consent."""
    from forumtool.domain.models import Participant

    with file.step(N_("Angaben zur Person geändert")) as edit:
        edit.change(Participant, participant_id, **values)
    return edit.done


def put_on_bench(file: ForumFile, participant_ids: Sequence[str], title: str) -> Step | None:
    """Say whom people stand for, as one step; an unknown title becomes a new bench, an empty one none."""
    from forumtool.domain.models import Participant

    with file.step(N_("Bank geändert")) as edit:
        bench = constituency_titled(edit, title)
        edit.flush()
        for key in participant_ids:
            edit.change(Participant, key, constituency_id=bench)
    return edit.done


def remove_from_forum(file: ForumFile, attendance_ids: Sequence[str]) -> Step | None:
    """Take people off a forum's list; the persons and their cards stay."""
    from forumtool.domain.models import Attendance

    with file.step(N_("Von der Liste genommen")) as edit:
        for key in attendance_ids:
            edit.remove(Attendance, key)
    return edit.done


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
