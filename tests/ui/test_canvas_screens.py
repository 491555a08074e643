"""The Leinwand and its screens: cables that are pulled and come back, on a real X server with a window manager."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from forumtool.ui.canvas.stage import second_screen
from tests.ui.boards import GROUPS, board_file
from tests.ui.room_screens import missing, qt_sees, x_server

ROOT = Path(__file__).resolve().parents[2]
SCENES = (
    "a_cable_is_pulled_and_comes_back",
    "a_screen_is_plugged_in_while_the_canvas_is_a_window",
    "f9_shows_a_window_while_the_screen_is_away",
    "a_window_manager_that_is_late_takes_nothing_away",
    "a_click_gives_the_keyboard_and_f9_takes_it_away",
    "the_window_moves_to_the_second_screen",
)


@pytest.mark.skipif(bool(missing()), reason=f"missing here: {missing()}")
@pytest.mark.parametrize("scene", SCENES)
def test_screens_come_and_go(scene, tmp_path, home):
    built = board_file(tmp_path, {key: GROUPS[key] for key in list(GROUPS)[:2]})
    with x_server() as environment:
        fault = qt_sees(environment)
        if fault:
            pytest.skip(f"Qt has no X11 here: {fault}")
        played = subprocess.run(
            [sys.executable, "-m", "tests.ui.room_scene", scene, str(built.path)],
            env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert played.returncode == 0, played.stderr


_TWO_SCREENS = """
import sys
from pathlib import Path
from forumtool.ui.app import application
app = application()
from PySide6.QtWidgets import QMainWindow
from forumtool.ui.canvas.stage import Stage
from forumtool.ui.canvas.window import CanvasWindow
from forumtool.ui.desk import Desk
main = QMainWindow()
main.show()
first = main.screen()
(second,) = [screen for screen in app.screens() if screen is not first]
desk = Desk(main)
desk.open(Path(sys.argv[1]))
canvas = CanvasWindow(desk)
stage = Stage(canvas, main)
stage.open()
assert canvas.isFullScreen() and canvas.geometry() == second.geometry(), canvas.geometry()
stage.toggle_full()
assert not canvas.isFullScreen() and first.geometry().contains(canvas.geometry()), canvas.geometry()
stage.settle()
assert canvas.isFullScreen() and canvas.screen() is second
canvas.close()
assert not stage.is_wanted
desk.close()
"""


def test_it_fills_the_second_screen_on_any_system(tmp_path):
    built = board_file(tmp_path, {key: GROUPS[key] for key in list(GROUPS)[:1]})
    screens = tmp_path / "screens.json"
    one = {"width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    told = [{**one, "name": "Laptop", "x": 0, "y": 0}, {**one, "name": "Beamer", "x": 1366, "y": 0}]
    screens.write_text(json.dumps({"screens": told}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    ran = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS, str(built.path)],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


class Screen:
    """As much of a screen as choosing one needs."""

    def __init__(self, name: str, *where: int) -> None:
        from PySide6.QtCore import QRect

        self._name, self._where = name, QRect(*where)

    def name(self) -> str:
        return self._name

    def geometry(self):
        return self._where


def test_a_screen_that_shows_the_same_is_no_second_screen():
    laptop, mirror = Screen("Laptop", 0, 0, 1366, 768), Screen("Beamer", 0, 0, 1024, 768)
    assert second_screen([laptop, mirror], laptop) is None
    assert second_screen([laptop], laptop) is None


def test_of_several_screens_the_one_from_before_is_taken_again():
    laptop, left, right = Screen("A", 0, 0, 100, 100), Screen("B", 100, 0, 100, 100), Screen("C", 200, 0, 100, 100)
    assert second_screen([laptop, left, right], laptop) is left
    assert second_screen([laptop, left, right], laptop, "C") is right
    assert second_screen([laptop, left], laptop, "C") is left
    assert second_screen([laptop, left], left) is laptop
