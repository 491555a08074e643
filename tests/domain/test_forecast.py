"""Behind or ahead of the plan, and when the day will probably end."""

from datetime import datetime

import pytest

from forumtool.domain.forecast import Forecast, forecast
from forumtool.domain.rows import AgendaRow

DAY = "2026-05-12"


def at(clock: str) -> datetime:
    """A moment of the day in local time, as people read it from the wall."""
    return datetime.fromisoformat(f"{DAY}T{clock}").astimezone()


def item(key: str, minutes: int, began: str = "", ended: str = "", planned: str = "") -> AgendaRow:
    times = [at(clock).isoformat() if clock else "" for clock in (began, ended)]
    return AgendaRow(key, key, "", None, "", planned, minutes, *times)


def agenda(*, break_at: str = "") -> list[AgendaRow]:
    return [
        item("welcome", 15, "09:32", "09:50", planned="09:30"), item("first", 40, "09:50"),
        item("second", 40), item("break", 20, planned=break_at), item("closing", 15),
    ]  # fmt: skip


def told(found: Forecast | None) -> tuple[int, str]:
    assert found is not None
    return found.late, found.end


def test_a_running_item_that_began_late_moves_the_end() -> None:
    assert told(forecast(agenda(), at("10:00"))) == (5, "11:45")


def test_an_item_that_takes_too_long_moves_it_on_minute_by_minute() -> None:
    assert told(forecast(agenda(), at("10:29:59"))) == (5, "11:45")
    assert told(forecast(agenda(), at("10:33"))) == (8, "11:48")


def test_what_the_timer_says_counts_more_than_the_plan() -> None:
    assert told(forecast(agenda(), at("10:00"), left=25 * 60)) == (0, "11:40")
    assert told(forecast(agenda(), at("10:00"), left=35 * 60)) == (10, "11:50")
    assert told(forecast(agenda(), at("10:40"), left=-60)) == (15, "11:55")


def test_a_fixed_time_takes_up_the_delay_and_nothing_begins_before_it() -> None:
    found = forecast(agenda(break_at="11:30"), at("10:00"))
    assert found is not None
    assert found.starts == {"second": "10:30", "break": "11:30", "closing": "11:50"}
    assert (found.late, found.end) == (5, "12:05")


def test_between_two_items_the_next_could_begin_now() -> None:
    rows = agenda()
    rows[1] = item("first", 40, "09:50", "10:15")
    assert told(forecast(rows, at("10:16"))) == (-9, "11:31")
    assert told(forecast(rows, at("10:40"))) == (15, "11:55")


def test_items_that_were_left_out_are_not_waited_for() -> None:
    rows = [*agenda()[:2], item("second", 40), item("break", 20, "10:20"), item("closing", 15)]
    rows[1] = item("first", 40, "09:50", "10:20")
    found = forecast(rows, at("10:21"))
    assert found is not None
    assert set(found.starts) == {"closing"}
    assert found.late == -45


def test_the_last_item_counts_too() -> None:
    rows = [item("welcome", 15, "09:32", "09:50", planned="09:30"), item("closing", 15, "09:50")]
    assert told(forecast(rows, at("09:51"))) == (5, "10:05")


def test_after_the_last_item_the_end_is_known_for_good() -> None:
    rows = [item("welcome", 15, "09:32", "09:50", planned="09:30"), item("closing", 15, "09:50", "10:02")]
    assert forecast(rows, at("23:00")) == Forecast(2, "10:02", True, {})


def test_past_midnight_it_is_minutes_late_and_not_a_day() -> None:
    rows = [item("late", 30, "23:40", planned="23:30"), item("closing", 20)]
    assert told(forecast(rows, at("23:50"))) == (10, "00:30")


@pytest.mark.parametrize(
    ("rows", "now"),
    [
        ([], "10:00"),
        ([item("welcome", 15, planned="09:30")], "10:00"),
        ([item("welcome", 15, "09:30")], "10:00"),
        ([item("welcome", 15, "09:30", planned="09:30")], "22:00"),
        ([item("welcome", 15, planned="09:30")._replace(started_at="gestern")], "10:00"),
    ],
    ids=["no items", "nothing has begun", "no times are planned", "nobody ended it", "a time nobody can read"],
)
def test_nothing_is_said_where_nothing_is_known(rows: list[AgendaRow], now: str) -> None:
    assert forecast(rows, at(now)) is None
