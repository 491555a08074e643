"""Long work ends at its next breath once nobody wants it, and only the work that is meant."""

import threading

import pytest

from forumtool.domain.stopping import Stopped, breathe, breathing, is_stopped, stoppable


def test_nobody_who_asks_stops_nothing() -> None:
    breathe()
    with stoppable(None):
        assert list(breathing(range(200))) == list(range(200))


def test_work_within_work_ends_as_soon_as_either_is_not_wanted() -> None:
    outer, inner = threading.Event(), threading.Event()
    with stoppable(outer.is_set), stoppable(inner.is_set):
        breathe()
        outer.set()
        with pytest.raises(Stopped):
            breathe()
    with stoppable(outer.is_set), stoppable(None):
        assert is_stopped()
    assert not is_stopped()


def test_another_thread_goes_on() -> None:
    said = []
    with stoppable(lambda: True):
        other = threading.Thread(target=lambda: said.append(is_stopped()))
        other.start()
        other.join()
        assert is_stopped()
    assert said == [False]


def test_a_loop_breathes_again_and_again() -> None:
    asked = []

    def on_the_third() -> bool:
        asked.append(1)
        return len(asked) > 2

    done = []
    with stoppable(on_the_third), pytest.raises(Stopped):
        for at in breathing(range(1000)):
            done.append(at)
    assert 64 < len(done) < 300
