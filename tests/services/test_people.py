"""Who is on a list: people known from other forums, the steering group, consent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.rows import NewParticipant, ParticipantRow
from forumtool.services.forums import add_forum
from forumtool.services.people import (
    add_participants,
    admit,
    invite_steering_group,
    put_on_bench,
    remove_from_forum,
    set_consent,
)
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forums, known_elsewhere, participants
from forumtool.storage.queries.process import constituencies
from tests.builders import example

FATMA = NewParticipant("Fatma Yılmaz", "Birhan e. V.", "Vorstand", "", "Migrantenvertretung")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


def of(file: ForumFile, place: int) -> list[ParticipantRow]:
    return participants(file, forums(file)[place].id)


def test_people_of_other_forums_are_known_and_admitted_as_the_same_person(file: ForumFile) -> None:
    first, second, third = (one.id for one in forums(file)[:3])
    add_participants(file, first, [FATMA])
    (known,) = known_elsewhere(file, second)
    assert (known.name, known.where) == ("Fatma Yılmaz", forums(file)[0].title)
    assert known_elsewhere(file, first) == []
    admit(file, second, [known.id])
    (row,) = of(file, 1)
    assert (row.id, row.state, row.constituency) == (known.id, "present", "Migrantenvertretung")
    assert [one.where for one in known_elsewhere(file, third)] == [forums(file)[1].title]
    file.undo()
    assert of(file, 1) == []


def test_who_was_taken_off_every_list_is_offered_no_more(file: ForumFile) -> None:
    first, second = (one.id for one in forums(file)[:2])
    add_participants(file, first, [FATMA])
    remove_from_forum(file, [str(row.attendance_id) for row in of(file, 0)])
    assert known_elsewhere(file, second) == []


def test_consent_is_noted_for_several_people_as_one_step(file: ForumFile) -> None:
    add_participants(file, forums(file)[0].id, [FATMA, NewParticipant("Max", "AWO")])
    keys = [row.id for row in of(file, 0)]
    set_consent(file, keys, "photo", given=True)
    assert [row.consent_photo for row in of(file, 0)] == [True, True]
    assert [row.consent_attribution or row.consent_email for row in of(file, 0)] == [False, False]
    assert set_consent(file, keys, "photo", given=True) is None
    file.undo()
    assert [row.consent_photo for row in of(file, 0)] == [False, False]
    with pytest.raises(ValueError, match="no consent"):
        set_consent(file, keys, "name", given=True)


def test_the_steering_group_comes_onto_the_list_of_its_meeting_by_thirds(file: ForumFile) -> None:
    add_forum(file, "Sitzung", kind="steering")
    meeting = forums(file)[-1].id
    assert invite_steering_group(file, meeting) is not None
    rows = participants(file, meeting)
    thirds = [bench.title for bench in constituencies(file, "steering")]
    assert [sum(row.constituency == title for row in rows) for title in thirds] == [4, 4, 4]
    assert invite_steering_group(file, meeting) is None


def test_the_second_meeting_knows_the_members_of_the_first(file: ForumFile) -> None:
    for title in ("Erste Sitzung", "Zweite Sitzung"):
        add_forum(file, title, kind="steering")
    first, second = (one.id for one in forums(file)[-2:])
    invite_steering_group(file, first)
    invite_steering_group(file, second)
    assert {row.id for row in participants(file, first)} == {row.id for row in participants(file, second)}


def test_benches_of_a_steering_meeting_are_those_of_the_steering_group(file: ForumFile) -> None:
    before = constituencies(file, "forum")
    add_forum(file, "Sitzung", kind="steering")
    meeting = forums(file)[-1].id
    add_participants(file, meeting, [NewParticipant("Eva", "", "", "", "stadt aachen"), NewParticipant("Jan")])
    put_on_bench(file, [row.id for row in participants(file, meeting) if row.name == "Jan"], "Rat", scope="steering")
    assert constituencies(file, "forum") == before
    assert [bench.title for bench in constituencies(file, "steering")][-1] == "Rat"
    assert {row.name: row.constituency for row in participants(file, meeting)} == {"Eva": "Stadt Aachen", "Jan": "Rat"}
