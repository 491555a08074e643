"""Who is invited and who is in the room. Names are never keys: the same name twice is two people."""

from collections.abc import Sequence

from forumtool.domain import when
from forumtool.domain.rows import NewParticipant
from forumtool.i18n import N_
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import forum, known_elsewhere, participants
from forumtool.storage.queries.process import steering_members
from forumtool.storage.reading import Reading

CONSENTS = ("attribution", "photo", "email")


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
    from forumtool.domain.models import Participant

    row = edit.add(
        Participant(
            name=person.name,
            organisation=person.organisation,
            function=person.function,
            email=person.email,
            note=person.note,
            constituency_id=_bench_at(edit, forum_id, person.constituency),
            consent_attribution=person.consent_attribution,
            consent_photo=person.consent_photo,
            consent_email=person.consent_email,
        )
    )
    _put_on_list(edit, forum_id, row.id, state)
    return row.id


def place_known(edit: Edit, forum_id: str, key: str, person: NewParticipant, *, state: str) -> None:
    """Put a person whom the file knows on a forum's list within a step; what was not known of them is filled in."""
    from forumtool.domain.models import Participant

    row = edit.get(Participant, key)
    if row is None:
        return
    bench = row.constituency_id or _bench_at(edit, forum_id, person.constituency)
    edit.change(
        Participant,
        key,
        function=row.function or person.function,
        email=row.email or person.email,
        note=row.note or person.note,
        constituency_id=bench,
        consent_attribution=row.consent_attribution or person.consent_attribution,
        consent_photo=row.consent_photo or person.consent_photo,
        consent_email=row.consent_email or person.consent_email,
    )
    _put_on_list(edit, forum_id, key, state)


def admit(file: ForumFile, forum_id: str, participant_ids: Sequence[str], *, present: bool = True) -> Step | None:
    """Put people whom the file knows from other forums on a forum's list as one step, by default as present."""
    with file.step(N_("Auf die Liste gesetzt")) as edit:
        there = {row.id for row in participants(edit, forum_id)}
        for key in participant_ids:
            if key not in there:
                _put_on_list(edit, forum_id, key, "present" if present else "expected")
    return edit.done


def invite_steering_group(file: ForumFile, forum_id: str) -> Step | None:
    """Put the steering group's seats on a forum's list as one step, each with its bench.

    A seat that is on the list already, by name, organisation and office, is left out; one whom the file knows from
    another meeting comes as the same person.
    """
    with file.step(N_("Steuerungsgruppe eingeladen")) as edit:
        there = {(row.name, row.organisation, row.function) for row in participants(edit, forum_id)}
        known = {(row.name, row.organisation, row.function): row.id for row in known_elsewhere(edit, forum_id)}
        for seat in steering_members(edit):
            who = (seat.name, seat.organisation, seat.office)
            if who not in there:
                person = NewParticipant(*who, constituency=seat.constituency)
                if who in known:
                    place_known(edit, forum_id, known[who], person, state="expected")
                else:
                    place_participant(edit, forum_id, person, state="expected")
    return edit.done


def _bench_at(edit: Edit, forum_id: str, title: str) -> str | None:
    return constituency_titled(edit, title, scope=scope_of(edit, forum_id)) if title.strip() else None


def _put_on_list(edit: Edit, forum_id: str, participant_id: str, state: str) -> None:
    from forumtool.domain.models import Attendance

    arrived = when.now() if state == "present" else ""
    edit.add(Attendance(forum_id=forum_id, participant_id=participant_id, state=state, arrived_at=arrived))


def scope_of(source: Reading, forum_id: str) -> str:
    """Return whose benches people at a forum sit on: the "steering" group's at its meetings, else the "forum"'s."""
    found = forum(source, forum_id)
    return "steering" if found is not None and found.kind == "steering" else "forum"


def constituency_titled(edit: Edit, title: str, *, scope: str = "forum") -> str | None:
    """Return the key of a bench, whatever its case; an unknown title becomes a new bench, an empty one None."""
    from forumtool.domain.models import Constituency
    from forumtool.services.lists import last_position

    wanted = title.strip().casefold()
    if not wanted:
        return None
    for key, found in edit.plain("SELECT id, title FROM constituency WHERE scope = ? AND NOT deleted", scope):
        if found.casefold() == wanted:
            return str(key)
    return edit.add(
        Constituency(title=title.strip(), scope=scope, position=last_position(edit, "constituency", scope=scope))
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
                edit.change(Attendance, key, state=state, arrived_at=when.now() if state == "present" else "")
    return edit.done


def change_participant(file: ForumFile, participant_id: str, **values: object) -> Step | None:
    """Change a person's name, organisation, function, email, note, constituency_id or consent."""
    from forumtool.domain.models import Participant

    with file.step(N_("Angaben zur Person geändert")) as edit:
        edit.change(Participant, participant_id, **values)
    return edit.done


def set_consent(file: ForumFile, participant_ids: Sequence[str], to: str, *, given: bool) -> Step | None:
    """Note whether people agree: to "attribution" (being named), "photo" (being in pictures) or "email" (the mailing).

    Raises ``ValueError`` for anything else.
    """
    from forumtool.domain.models import Participant

    if to not in CONSENTS:
        raise ValueError(f"no consent to {to!r}")
    with file.step(N_("Einwilligung vermerkt") if given else N_("Einwilligung zurückgenommen")) as edit:
        for key in participant_ids:
            edit.change(Participant, key, **{f"consent_{to}": given})
    return edit.done


def put_on_bench(file: ForumFile, participant_ids: Sequence[str], title: str, *, scope: str = "forum") -> Step | None:
    """Say whom people stand for, as one step; an unknown title becomes a new bench, an empty one none."""
    from forumtool.domain.models import Participant

    with file.step(N_("Bank geändert")) as edit:
        bench = constituency_titled(edit, title, scope=scope)
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
