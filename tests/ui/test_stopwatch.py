"""The timer of the room: it follows the agenda, and is there again after a restart."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forumtool.domain.rows import AgendaRow
from forumtool.paths import settings_folder
from forumtool.services import agenda as verbs
from forumtool.storage.queries.forums import agenda, forums
from forumtool.ui.desk import Desk
from forumtool.ui.settings import Settings
from tests.builders import example
from tests.laptop_clocks import LaptopClocks

HOUR = 3600.0


@pytest.fixture
def laptop() -> LaptopClocks:
    return LaptopClocks()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return example(tmp_path)


@pytest.fixture
def opened(qapp, path, laptop):
    """Opens the file at a desk of its own, as a start of the program does; the one before is closed."""
    desks: list[Desk] = []

    def again(which: Path = path) -> Desk:
        for desk in desks:
            desk.close()
        desks[:] = [Desk(clocks=laptop.clocks)]
        assert desks[0].open(which)
        desks[0].choose_forum(forums(desks[0].file)[0].id)
        return desks[0]

    yield again
    for desk in desks:
        desk.close()


Opened = Callable[..., Desk]


def items(desk: Desk) -> list[AgendaRow]:
    assert desk.forum_id is not None
    return agenda(desk.file, desk.forum_id)


def start(desk: Desk, place: int) -> None:
    assert desk.do(verbs.start_item, items(desk)[place].id) is not None


def test_whole_seconds_are_shown_as_people_count_down(opened: Opened, laptop: LaptopClocks):
    watch = opened().stopwatch
    watch.start(1)
    assert (watch.text, watch.seconds, watch.is_over) == ("01:00", 60, False)
    laptop.pass_by(0.4)
    assert watch.text == "01:00"
    laptop.pass_by(58.7)
    assert (watch.text, watch.is_over) == ("00:01", False)
    laptop.pass_by(1.4)
    assert (watch.text, watch.is_over) == ("00:00", True)
    laptop.pass_by(61)
    assert (watch.text, watch.seconds, watch.is_over) == ("−01:01", -61, True)


def test_a_held_time_stands_still_and_goes_on(opened: Opened, laptop: LaptopClocks):
    watch = opened().stopwatch
    watch.start(10, "Arbeitsgruppen")
    laptop.pass_by(60)
    watch.toggle()
    assert (watch.is_set, watch.is_running, watch.state) == (True, False, "held")
    laptop.pass_by(500)
    assert watch.text == "09:00"
    watch.toggle()
    laptop.pass_by(60)
    assert (watch.text, watch.title, watch.is_running) == ("08:00", "Arbeitsgruppen", True)
    watch.clear()
    assert (watch.is_set, watch.is_running, watch.is_over) == (False, False, False)
    assert (watch.text, watch.title) == ("00:00", "")


def test_more_time_is_added_to_what_is_left_or_given_anew(opened: Opened, laptop: LaptopClocks):
    watch = opened().stopwatch
    watch.start(2)
    watch.add(5)
    assert watch.text == "07:00"
    laptop.pass_by(9 * 60)
    assert watch.text == "−02:00"
    watch.add(5)
    assert watch.text == "05:00"


def test_it_ticks_when_it_shows_something_else_and_only_then(opened: Opened, laptop: LaptopClocks):
    watch, ticks = opened().stopwatch, []
    watch.ticked.connect(lambda: ticks.append(watch.text))
    watch.start(1)
    for _look in range(10):
        laptop.pass_by(0.25)
        watch.look()
    assert ticks == ["01:00", "00:59", "00:58"]


# Following the agenda


def test_it_follows_the_item_that_runs_and_goes_with_it(opened: Opened, laptop: LaptopClocks):
    desk = opened()
    start(desk, 2)
    watch = desk.stopwatch
    assert (watch.text, watch.title, watch.item_id) == ("60:00", "Wege zu Ziel 1.1", items(desk)[2].id)
    laptop.pass_by(15 * 60)
    assert watch.share == pytest.approx(0.25, abs=0.01)
    desk.do(verbs.end_item, items(desk)[2].id)
    assert not watch.is_set


def test_changed_minutes_and_a_corrected_beginning_move_its_end(opened: Opened, laptop: LaptopClocks):
    desk = opened()
    start(desk, 2)
    laptop.pass_by(60)
    row = items(desk)[2]
    desk.do(verbs.change_item, row.id, minutes=70, title="Wege zu 1.1")
    assert (desk.stopwatch.text, desk.stopwatch.title) == ("69:00", "Wege zu 1.1")
    earlier = desk.stopwatch.now.timestamp() - 61 * 60
    before = datetime.fromisoformat(row.started_at).timestamp()
    desk.do(verbs.change_item, row.id, started_at=datetime.fromtimestamp(earlier, UTC).isoformat(timespec="seconds"))
    assert desk.stopwatch.seconds == pytest.approx(69 * 60 - (before - earlier), abs=1)
    desk.undo()
    desk.undo()
    assert desk.stopwatch.text == "59:00"


def test_undo_brings_back_the_time_of_the_item_before(opened: Opened):
    desk = opened()
    start(desk, 2)
    start(desk, 3)
    assert desk.stopwatch.title == "Wege zu Ziel 1.2"
    desk.undo()
    assert desk.stopwatch.title == "Wege zu Ziel 1.1"
    assert 59 * 60 < desk.stopwatch.seconds <= 60 * 60


def test_a_time_that_somebody_set_stays_until_another_item_begins(opened: Opened):
    desk = opened()
    start(desk, 2)
    desk.stopwatch.start(5, "Murmelgruppen")
    desk.do(verbs.change_item, items(desk)[2].id, minutes=10, title="Anders")
    assert (desk.stopwatch.text, desk.stopwatch.title, desk.stopwatch.item_id) == ("05:00", "Murmelgruppen", "")
    start(desk, 3)
    assert desk.stopwatch.title == "Wege zu Ziel 1.2"


def test_an_item_without_minutes_leaves_the_time_that_somebody_set(opened: Opened):
    desk = opened()
    desk.do(verbs.change_item, items(desk)[2].id, minutes=0)
    desk.stopwatch.start(5)
    start(desk, 2)
    assert desk.stopwatch.text == "05:00"


# After a restart


def test_the_time_of_an_item_is_there_again_after_a_restart(opened: Opened, laptop: LaptopClocks):
    start(opened(), 2)
    laptop.pass_by(10 * 60)
    watch = opened().stopwatch
    assert (watch.text, watch.title, watch.is_running) == ("50:00", "Wege zu Ziel 1.1", True)


@pytest.mark.parametrize("by", [-5 * HOUR, 3 * HOUR, 400 * 24 * HOUR])
def test_a_wall_clock_that_is_set_changes_nothing_now_or_after_a_restart(
    opened: Opened, laptop: LaptopClocks, by: float
):
    desk = opened()
    start(desk, 2)
    laptop.pass_by(60)
    laptop.set_wall(by)
    desk.stopwatch.look()
    assert desk.stopwatch.text == "59:00"
    assert opened().stopwatch.text == "59:00"
    laptop.boot()
    assert opened().stopwatch.text == "59:00"


def test_the_laptop_may_sleep_and_boot_meanwhile(opened: Opened, laptop: LaptopClocks):
    desk = opened()
    desk.stopwatch.start(90, "Pause")
    laptop.pass_by(20 * 60)
    desk.stopwatch.look()
    assert desk.stopwatch.text == "70:00"
    laptop.boot()
    laptop.pass_by(60)
    assert (opened().stopwatch.text, opened().stopwatch.title) == ("69:00", "Pause")


def test_a_held_time_is_held_after_a_restart(opened: Opened, laptop: LaptopClocks):
    watch = opened().stopwatch
    watch.start(10)
    watch.toggle()
    laptop.pass_by(HOUR)
    laptop.boot()
    watch = opened().stopwatch
    assert (watch.text, watch.is_running) == ("10:00", False)


def test_a_time_that_was_taken_away_stays_away(opened: Opened):
    desk = opened()
    start(desk, 2)
    desk.stopwatch.clear()
    desk = opened()
    assert not desk.stopwatch.is_set
    desk.do(verbs.change_item, items(desk)[2].id, title="Wege")
    assert not desk.stopwatch.is_set


def test_on_another_laptop_the_file_says_what_is_left(opened: Opened, laptop: LaptopClocks, monkeypatch, tmp_path):
    start(opened(), 2)
    laptop.pass_by(600)
    opened().close()
    monkeypatch.setenv("FORUMTOOL_HOME", str(tmp_path / "other"))
    assert 49 * 60 < opened().stopwatch.seconds <= 50 * 60


def test_an_item_that_nobody_ended_yesterday_has_no_time_today(opened: Opened, laptop: LaptopClocks):
    start(opened(), 2)
    laptop.pass_by(20 * HOUR)
    assert not opened().stopwatch.is_set


def test_each_file_has_its_own_time(opened: Opened, tmp_path):
    opened().stopwatch.start(7)
    other = example(tmp_path, "zwei.forum")
    assert not opened(other).stopwatch.is_set
    assert opened().stopwatch.text == "07:00"


def test_without_a_file_there_is_no_time(opened: Opened):
    desk = opened()
    desk.stopwatch.start(7)
    desk.close()
    assert not desk.stopwatch.is_set


@pytest.mark.parametrize("text", ["", "x", "x\n{", '\n{"title": 3}', "\x00\n[]"])
def test_a_note_that_nobody_can_read_is_no_time(opened: Opened, path: Path, text: str):
    Settings().keep_timer(path, text)
    assert not opened().stopwatch.is_set


def test_times_of_files_that_are_long_closed_are_forgotten(qapp, tmp_path):
    settings = Settings()
    settings.remember_file(tmp_path / "bekannt.forum")
    for name in ("alt.forum", "bekannt.forum", "neu.forum"):
        settings.keep_timer(tmp_path / name, "x\n")
    assert [bool(settings.timer(tmp_path / name)) for name in ("alt.forum", "bekannt.forum", "neu.forum")] == [
        False, True, True,
    ]  # fmt: skip


def test_a_program_that_is_killed_has_written_the_time_down(path: Path):
    """The process ends itself as a power cut would: nothing is closed or flushed."""
    program = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from forumtool.ui.desk import Desk; desk = Desk();"
        "desk.open(Path(sys.argv[1])); desk.stopwatch.start(30, 'Arbeitsgruppen'); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], timeout=60, check=False)
    assert done.returncode == 9
    assert (settings_folder() / "window.ini").is_file()
    desk = Desk()
    assert desk.open(path)
    assert desk.stopwatch.title == "Arbeitsgruppen"
    assert 29 * 60 < desk.stopwatch.seconds <= 30 * 60
    desk.close()
