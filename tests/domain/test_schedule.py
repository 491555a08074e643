"""The planned times of an agenda."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import Slot, clock, due, following, minutes_of, near, running, schedule, span_of


def item(planned_start: str, minutes: int) -> AgendaRow:
    return AgendaRow("id", "Titel", "", None, "", planned_start, minutes, "", "")


def test_an_item_without_a_start_follows_the_one_before():
    assert schedule([item("09:30", 15), item("", 20), item("", 5)]) == [
        Slot("09:30", "09:45"), Slot("09:45", "10:05"), Slot("10:05", "10:10"),
    ]  # fmt: skip


def test_a_start_before_the_end_of_the_one_before_tells_the_overlap():
    assert schedule([item("09:30", 60), item("10:00", 10)])[1] == Slot("10:00", "10:10", 30)


def test_a_gap_is_no_overlap():
    assert schedule([item("09:30", 15), item("10:00", 10)])[1].overlaps == 0


def test_without_any_start_nothing_is_invented():
    assert schedule([item("", 15), item("", 10)]) == [Slot("", ""), Slot("", "")]


def test_past_midnight_the_clock_begins_anew():
    assert schedule([item("23:30", 60)]) == [Slot("23:30", "00:30")]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("9:30", 570), ("09.30", 570), ("9", 540), ("00:00", 0), ("24:00", None), ("9:60", None), ("bald", None),
     ("", None), ("9:3o", None)],
)  # fmt: skip
def test_times_are_read_as_people_write_them(typed, minutes):
    assert minutes_of(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "span"),
    [("10:45 – 11:25", ("10:45", "11:25")), ("10.45-11.25", ("10:45", "11:25")), ("9 bis 10", ("09:00", "10:00")),
     ("10:45", ("10:45", "")), ("10:46 –", ("10:46", "")), ("– 11:00", ("", "11:00")), ("  ", ("", "")),
     ("bald", None), ("10:45 – bald", None), ("1-2-3", None)],
)  # fmt: skip
def test_spans_are_read_as_people_write_them(typed, span):
    assert span_of(typed) == span


@given(st.integers(0, 1439), st.lists(st.integers(0, 300), min_size=1, max_size=20))
def test_every_end_is_the_start_and_the_minutes_so_far(start, lengths):
    slots = schedule([item(clock(start), lengths[0]), *(item("", minutes) for minutes in lengths[1:])])
    for at, slot in enumerate(slots):
        assert slot == Slot(clock(start + sum(lengths[:at])), clock(start + sum(lengths[: at + 1])))


@given(st.lists(st.tuples(st.none() | st.integers(0, 1439), st.integers(0, 180)), max_size=20), st.integers(1, 60))
def test_more_minutes_for_one_item_move_what_follows_up_to_the_next_fixed_time(told, more):
    rows = [item("" if start is None else clock(start), minutes) for start, minutes in told]
    for at, row in enumerate(rows):
        longer = [*rows[:at], row._replace(minutes=row.minutes + more), *rows[at + 1 :]]
        fixed = next((to for to in range(at + 1, len(rows)) if rows[to].planned_start), len(rows))
        before, after = schedule(rows), schedule(longer)
        assert [slot.start for slot in before[: at + 1]] == [slot.start for slot in after[: at + 1]]
        for old, new in zip(before[at + 1 : fixed], after[at + 1 : fixed], strict=True):
            assert new.start == (clock((minutes_of(old.start) or 0) + more) if old.start else "")
        assert [slot.start for slot in before[fixed:]] == [slot.start for slot in after[fixed:]]


@given(st.integers(0, 1439), st.integers(-5000, 5000), st.integers(0, 1439))
def test_the_nearest_time_of_day_is_the_same_time_of_some_day(minutes, to, back):
    found = near(minutes, to, back)
    assert found % 1440 == minutes
    assert to - back <= found < to - back + 1440


def test_what_runs_is_what_began_last_and_what_follows_stands_behind_the_last_that_began():
    rows = [
        item("", 5)._replace(id="a", started_at="2026-05-12T08:00:00+00:00", ended_at="2026-05-12T08:05:00+00:00"),
        item("", 5)._replace(id="b", started_at="2026-05-12T08:05:00+00:00"),
        item("", 5)._replace(id="c", started_at="2026-05-12T08:09:00+00:00"),
        item("", 5)._replace(id="d"),
    ]
    assert running(rows) == rows[2]
    assert following(rows) == rows[3]
    assert following(rows[:3]) is None
    assert running([]) is None


@pytest.mark.parametrize("started_at", ["", "gestern"])
def test_nobody_knows_when_an_item_is_due_that_has_not_begun(started_at):
    assert due(item("", 5)._replace(started_at=started_at)) is None
