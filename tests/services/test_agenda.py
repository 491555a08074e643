"""The agenda of a forum: order, fixed times, and what really happened when."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import schedule
from forumtool.domain.when import local_time
from forumtool.services import agenda as verbs
from forumtool.services import forums
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import agenda, running_item
from tests.builders import example, forum_for

TODAY = date(2026, 5, 12)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def rows(file: ForumFile) -> list[AgendaRow]:
    return agenda(file, forum_for(file).id)


def titles(file: ForumFile) -> list[str]:
    return [row.title for row in rows(file)]


def starts(file: ForumFile) -> list[str]:
    return [slot.start for slot in schedule(rows(file))]


def real(row: AgendaRow) -> tuple[str, str]:
    return local_time(row.started_at), local_time(row.ended_at)


def test_an_item_put_elsewhere_is_one_step_and_the_others_keep_their_order(file: ForumFile) -> None:
    before = rows(file)
    step = verbs.put_item(file, before[5].id, 2)
    assert step is not None
    assert step.changes == {"agenda_item": {before[5].id}}
    assert rows(file) == [*before[:2], before[5], *before[2:5], *before[6:]]
    file.undo()
    assert rows(file) == before


def test_the_start_of_the_day_stays_on_top(file: ForumFile) -> None:
    before = rows(file)
    assert verbs.put_item(file, before[1].id, 0) is not None
    assert [row.planned_start for row in rows(file)[:2]] == ["09:30", ""]
    assert starts(file)[:3] == ["09:30", "09:50", "10:05"]
    assert verbs.move_item(file, before[1].id, 1) is not None
    assert rows(file) == before
    assert verbs.remove_item(file, before[0].id) is not None
    assert starts(file)[:2] == ["09:30", "09:50"]
    for _step in range(3):
        file.undo()
    assert rows(file) == before


def test_a_fixed_time_stays_with_its_item(file: ForumFile) -> None:
    row = rows(file)[5]
    verbs.change_item(file, row.id, planned_start="12:00")
    verbs.put_item(file, row.id, 0)
    assert [row.planned_start for row in rows(file)[:2]] == ["12:00", "09:30"]


def test_fixed_times_are_loosened_in_one_step(file: ForumFile) -> None:
    for row, planned in zip(rows(file)[3:6], ("10:40", "11:30", "12:00"), strict=True):
        verbs.change_item(file, row.id, planned_start=planned)
    assert verbs.loosen(file, forum_for(file).id) is not None
    assert [row.planned_start for row in rows(file)] == ["09:30", *[""] * 8]
    assert verbs.loosen(file, forum_for(file).id) is None


@pytest.mark.parametrize(("place", "step"), [(0, -1), (8, 1)])
def test_beyond_the_ends_there_is_no_place(file: ForumFile, place: int, step: int) -> None:
    assert verbs.move_item(file, rows(file)[place].id, step) is None


def test_an_item_that_is_gone_is_not_moved(file: ForumFile) -> None:
    key = rows(file)[3].id
    verbs.remove_item(file, key)
    assert verbs.put_item(file, key, 0) is None
    assert verbs.move_item(file, "nowhere", 1) is None


def test_between_items_with_the_same_place_there_is_still_a_place(file: ForumFile) -> None:
    """Two laptops that add at the end at the same time give the same place."""
    before = rows(file)
    ((place,),) = file.plain("SELECT position FROM agenda_item WHERE id = ?", before[4].id)
    for row in before[5:7]:
        verbs.change_item(file, row.id, position=place)
    tied = titles(file)
    verbs.put_item(file, before[0].id, 4)
    assert titles(file) == [*tied[1:5], tied[0], *tied[5:]]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(-1, 9)), max_size=15))
def test_any_moves_lead_to_the_order_that_they_mean_and_back(moves: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, ForumFile.open(example(Path(folder))) as file:
        first, done = rows(file), 0
        order = [row.id for row in first]
        for at, to in moves:
            key = order.pop(at)
            order.insert(max(0, min(to, 8)), key)
            done += verbs.put_item(file, key, to) is not None
            assert [row.id for row in rows(file)] == order
            assert starts(file)[0] == "09:30"
        for _step in range(done):
            file.undo()
        assert rows(file) == first


# What really happened


def test_one_item_runs_at_a_time_and_the_next_one_ends_it(file: ForumFile) -> None:
    first, second = rows(file)[:2]
    verbs.start_item(file, first.id)
    verbs.start_item(file, second.id)
    first, second = rows(file)[:2]
    assert first.ended_at == second.started_at
    assert running_item(file) == second
    verbs.end_item(file, second.id)
    assert running_item(file) is None


def test_an_item_ended_by_mistake_goes_on_as_if_it_had_not_been(file: ForumFile) -> None:
    key = rows(file)[0].id
    began = (datetime.now(UTC) - timedelta(minutes=10)).isoformat(timespec="seconds")
    verbs.change_item(file, key, started_at=began)
    verbs.end_item(file, key)
    verbs.start_item(file, key)
    assert (rows(file)[0].started_at, rows(file)[0].ended_at) == (began, "")


def test_an_item_ended_long_ago_begins_anew(file: ForumFile) -> None:
    key = rows(file)[0].id
    verbs.correct_times(file, key, "09:30", "09:45", TODAY)
    verbs.start_item(file, key)
    assert rows(file)[0].started_at > "2026-05-13"
    assert rows(file)[0].ended_at == ""


def test_real_times_are_corrected_on_the_day_of_the_forum(file: ForumFile) -> None:
    row = rows(file)[0]
    forums.change_forum(file, forum_for(file).id, when="2026-05-11")
    verbs.correct_times(file, row.id, "09:32", "09:48", TODAY)
    assert real(rows(file)[0]) == ("09:32", "09:48")
    assert datetime.fromisoformat(rows(file)[0].started_at).astimezone().date() == date(2026, 5, 11)
    verbs.correct_times(file, row.id, "09:33", "", TODAY)
    assert real(rows(file)[0]) == ("09:33", "")
    verbs.correct_times(file, row.id, "", "", TODAY)
    assert real(rows(file)[0]) == ("", "")


def test_where_the_forum_has_no_day_it_is_today(file: ForumFile) -> None:
    forums.change_forum(file, forum_for(file).id, when="2026-05")
    verbs.correct_times(file, rows(file)[0].id, "23:40", "00:10", TODAY)
    row = rows(file)[0]
    assert real(row) == ("23:40", "00:10")
    assert datetime.fromisoformat(row.started_at).astimezone().date() == TODAY
    assert datetime.fromisoformat(row.ended_at).astimezone().date() == TODAY + timedelta(days=1)


@pytest.mark.parametrize(("began", "ended"), [("", "09:45"), ("09:45", "09:30")])
def test_times_that_cannot_be_change_nothing(file: ForumFile, began: str, ended: str) -> None:
    before = rows(file)
    with pytest.raises(UserError):
        verbs.correct_times(file, before[0].id, began, ended, TODAY)
    assert rows(file) == before


def test_two_items_never_run_at_once_by_a_correction(file: ForumFile) -> None:
    first, second = rows(file)[:2]
    verbs.start_item(file, second.id)
    with pytest.raises(UserError, match="läuft noch"):
        verbs.correct_times(file, first.id, "09:30", "", TODAY)
    assert verbs.correct_times(file, first.id, "09:30", "09:45", TODAY) is not None
    assert verbs.correct_times(file, "nowhere", "09:30", "09:45", TODAY) is None
