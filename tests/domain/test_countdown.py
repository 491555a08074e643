"""The countdown of the room: right after a sleep, a restart and a clock that was set."""

import json
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.clocks import system_clocks
from forumtool.domain.countdown import Countdown, begun, from_text
from tests.laptop_clocks import LaptopClocks

HOUR = 3600.0
steps = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.floats(0, 600)),
        st.tuples(st.just("set"), st.floats(-1e6, 1e6)),
        st.tuples(st.sampled_from(["hold", "go on", "restart"]), st.just(0.0)),
        st.tuples(st.just("add"), st.floats(-600, 600)),
    ),
    max_size=30,
)


def restarted(countdown: Countdown, laptop: LaptopClocks) -> Countdown | None:
    kept = from_text(countdown.as_text())
    assert kept == countdown
    return kept.taken_up(laptop.clocks)


@given(st.floats(1, 7200), steps)
def test_within_a_boot_only_the_time_that_passed_counts(length: float, told: list[tuple[str, float]]) -> None:
    laptop = LaptopClocks()
    countdown, expected = begun(length, laptop.clocks), length
    for what, number in told:
        if what == "pass":
            laptop.pass_by(number)
            expected -= number if countdown.left is None else 0
        elif what == "set":
            laptop.set_wall(number)
        elif what == "add":
            countdown, expected = countdown.longer(number, laptop.clocks), expected + number
        elif what == "hold":
            countdown = countdown.held(laptop.clocks)
        elif what == "go on":
            countdown = countdown.resumed(laptop.clocks)
        elif expected > -2 * HOUR:
            again = restarted(countdown, laptop)
            assert again is not None
            countdown = again
        assert countdown.seconds(laptop.clocks) == pytest.approx(expected, abs=1e-3)
        assert 0 <= countdown.share(laptop.clocks) <= 1


def test_after_another_boot_the_wall_clock_counts() -> None:
    laptop = LaptopClocks()
    countdown = begun(600, laptop.clocks, title="Kartenabfrage")
    laptop.pass_by(120)
    laptop.boot()
    again = restarted(countdown, laptop)
    assert again is not None
    assert again.title == "Kartenabfrage"
    assert again.seconds(laptop.clocks) == pytest.approx(480)
    laptop.pass_by(30)
    assert again.seconds(laptop.clocks) == pytest.approx(450)


def test_a_clock_that_was_set_before_another_boot_changes_nothing_once_it_was_noticed() -> None:
    laptop = LaptopClocks()
    countdown = begun(600, laptop.clocks)
    laptop.set_wall(5 * HOUR)
    countdown = countdown.renewed(laptop.clocks)
    laptop.boot()
    again = restarted(countdown, laptop)
    assert again is not None
    assert again.seconds(laptop.clocks) == pytest.approx(600)


def test_what_was_held_stays_held_through_another_boot() -> None:
    laptop = LaptopClocks()
    countdown = begun(600, laptop.clocks).held(laptop.clocks)
    laptop.pass_by(HOUR)
    laptop.boot()
    again = restarted(countdown, laptop)
    assert again is not None
    assert (again.left, again.seconds(laptop.clocks)) == (600, 600)


@pytest.mark.parametrize("boots", [False, True])
@pytest.mark.parametrize("holds", [False, True])
def test_nobody_finds_the_timer_of_another_day(boots: bool, holds: bool) -> None:
    laptop = LaptopClocks()
    countdown = begun(600, laptop.clocks)
    countdown = countdown.held(laptop.clocks) if holds else countdown
    laptop.pass_by(14 * HOUR)
    if boots:
        laptop.boot()
    assert restarted(countdown, laptop) is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", "null", "{}", '{"title": "x"}', "\udcff",
     json.dumps({**begun(60, LaptopClocks().clocks)._asdict(), "until": None}),
     json.dumps({**begun(60, LaptopClocks().clocks)._asdict(), "length": float("nan")}),
     json.dumps({**begun(60, LaptopClocks().clocks)._asdict(), "left": "bald"}),
     json.dumps({**begun(60, LaptopClocks().clocks)._asdict(), "more": 1})],
)  # fmt: skip
def test_text_that_holds_no_countdown_is_none(text: str) -> None:
    assert from_text(text) is None


def test_the_clocks_of_this_laptop_go_on_together() -> None:
    clocks = system_clocks()
    wall, steady = clocks.wall(), clocks.steady()
    assert 0 <= clocks.steady() - steady < 5
    assert abs(clocks.wall() - wall) < 5
    assert clocks.boot() == clocks.boot()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other clocks")
def test_on_linux_the_steady_clock_counts_sleep_and_the_boot_has_a_name() -> None:
    clocks = system_clocks()
    assert abs(clocks.steady() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1
    assert clocks.boot() == Path("/proc/sys/kernel/random/boot_id").read_text().strip()
