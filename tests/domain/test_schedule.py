"""The planned times of an agenda."""

import pytest

from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import Slot, minutes_of, schedule


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
