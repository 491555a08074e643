"""Work beside the window: results come to the window's thread or to nobody, and garbage is collected there only."""

import gc
import threading

from PySide6.QtCore import QObject

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import breathe
from forumtool.ui.garbage import Garbage
from forumtool.ui.tasks import TaskRunner, is_leaving, leave
from tests.ui.desks import window_on
from tests.ui.exports import waited


def test_results_and_sentences_come_back_to_the_windows_thread(qtbot):
    owner, came = QObject(), []
    runner = TaskRunner(owner)

    def refuse():
        raise UserError("geht nicht")

    runner.run(threading.get_ident, lambda ident: came.append((ident, threading.get_ident())), came.append)
    runner.run(refuse, came.append, lambda error: came.append((str(error), threading.get_ident())))
    assert waited(lambda: len(came) == 2)
    here = threading.get_ident()
    assert came[0][0] != here and came[0][1] == here
    assert came[1] == ("geht nicht", here)
    runner.stop()


def test_nobody_is_told_who_has_gone_and_the_work_ends_with_him(qtbot):
    owner, begun, ended, came = QObject(), threading.Event(), threading.Event(), []
    runner = TaskRunner(owner)

    def work():
        begun.set()
        try:
            while True:
                breathe()
        finally:
            ended.set()

    runner.run(work, came.append, came.append)
    assert begun.wait(20)
    owner.deleteLater()
    assert waited(ended.is_set)
    qtbot.wait(50)
    assert came == []


def test_leaving_stops_what_runs_and_leaves_no_thread(qtbot):
    owner, begun = QObject(), threading.Event()
    runner = TaskRunner(owner)

    def work():
        begun.set()
        while True:
            breathe()

    runner.run(work, lambda _result: None, lambda _error: None)
    assert begun.wait(20)
    leave()
    assert "tasks" not in {thread.name for thread in threading.enumerate()}
    assert not is_leaving()


def test_garbage_is_collected_on_the_windows_thread_only(tmp_path, qtbot):
    on = []

    class Cycle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            on.append(threading.get_ident())

    def make() -> None:
        for _time in range(5_000):
            Cycle()

    with window_on(tmp_path, qtbot) as window:
        assert not gc.isenabled()
        maker = threading.Thread(target=make)
        maker.start()
        maker.join()
        window.findChild(Garbage).collect()
        assert len(on) >= 5_000 and set(on) == {threading.get_ident()}
