"""Suggestions are loaded and built beside the window."""

import subprocess
import sys
import threading

from PySide6.QtCore import QThread
from shiboken6 import delete

from forumtool.insight.similar import SimilarCards
from forumtool.ui.suggesting import Suggesting

_ROWS = [(str(at), f"Kita-Plätze im Viertel {at} sichern") for at in range(400)]


def test_an_index_comes_back_on_the_windows_thread(qtbot):
    suggesting, got = Suggesting(), []
    suggesting.index(_ROWS, lambda index: got.append((index, QThread.isMainThread())))
    assert not got
    qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    ((index, on_main_thread),) = got
    assert on_main_thread
    assert suggesting.is_ready
    assert len(index) == len(_ROWS)
    assert [one.score for one in index.find(_ROWS[7][1])] == [
        one.score for one in SimilarCards(dict(_ROWS)).find(_ROWS[7][1])
    ]


def test_loading_is_told_once(qtbot):
    suggesting, told = Suggesting(), []
    suggesting.ready.connect(lambda: told.append(suggesting.is_ready))
    suggesting.warm()
    suggesting.warm()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    suggesting.warm()
    suggesting.wait()
    qtbot.wait(20)
    assert told == [True]


def test_indexes_come_in_the_order_in_which_they_were_asked_for(qtbot):
    suggesting, got = Suggesting(), []
    for count in (3, 200, 1):
        suggesting.index(_ROWS[:count], lambda index: got.append(len(index)))
    qtbot.waitUntil(lambda: len(got) == 3, timeout=20_000)
    assert got == [3, 200, 1]


def test_a_window_that_has_gone_is_told_nothing(qtbot):
    suggesting, got = Suggesting(), []
    suggesting.index(_ROWS, got.append)
    thread = next(one for one in threading.enumerate() if one.name == "suggesting")
    delete(suggesting)
    thread.join()
    qtbot.wait(20)
    assert got == []


def test_a_mistake_is_raised_where_it_is_seen_and_the_next_index_comes(qtbot):
    suggesting, got = Suggesting(), []
    with qtbot.captureExceptions() as raised:
        suggesting.index([("a", None)], got.append)  # type: ignore[list-item]
        suggesting.index(_ROWS[:2], lambda index: got.append(len(index)))
        qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    assert got == [2]
    assert [kind for kind, _error, _trace in raised] == [TypeError]


def test_nothing_heavy_is_loaded_at_the_start():
    program = (
        "import sys, forumtool.ui.app, forumtool.ui.desk, forumtool.insight.coverage\n"
        "from forumtool.ui.suggesting import Suggesting\n"
        "Suggesting()\n"
        "print([name for name in ('numpy', 'scipy', 'snowballstemmer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_suggestions_need_numpy_only():
    program = (
        "import sys\n"
        "from forumtool.ui.suggesting import load\n"
        "load()\n"
        "print([name for name in ('scipy', 'sklearn', 'PySide6.QtWidgets') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_program_that_ends_does_not_wait_for_a_long_index():
    program = (
        "import time\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "from forumtool.ui.suggesting import Suggesting\n"
        "suggesting = Suggesting()\n"
        "suggesting.index([(str(at), f'Karte {at} ' * 40) for at in range(100_000)], print)\n"
        "time.sleep(1)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
