"""A key that can do nothing just now says why, quietly, and writes nothing."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.desks import window_on
from tests.ui.forum_day import forum_day
from tests.ui.keys import press

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


@pytest.mark.parametrize(
    ("place", "key", "held", "said"),
    [
        ("weigh", KEY.Key_P, NONE, "Farben haben die Punkte nur mit"),
        ("order", KEY.Key_D, NONE, "Das geht in einer Gruppe"),
        ("order", KEY.Key_U, NONE, "Das geht in einer Gruppe"),
        ("order", KEY.Key_M, NONE, "Das geht in einer Gruppe"),
        ("order", KEY.Key_F2, NONE, "Das geht in einer Gruppe"),
    ],
)
def test_in_a_forum_that_has_been_held(tmp_path: Any, qtbot: Any, place: str, key: KEY, held: Any, said: str) -> None:
    with forum_day(tmp_path, qtbot, place) as window:
        window.desk.choose_goal(next(goal.id for goal in window.desk.goals() if goal.number == "3.2"))
        _says(window, key, held, said)
        window.desk.suggesting.wait()


@pytest.mark.parametrize(
    ("place", "key", "held", "said"),
    [
        ("capture", KEY.Key_N, CTRL, "Noch keine Karte"), ("arrive", KEY.Key_G, CTRL, "Noch steht niemand"),
        ("arrive", KEY.Key_P, CTRL, "Noch steht niemand"), ("weigh", KEY.Key_R, NONE, "Noch keine Runde"),
        ("weigh", KEY.Key_L, NONE, "Noch sind keine Punkte"), ("order", KEY.Key_G, NONE, "Zu diesem Ziel gibt es"),
    ],
)  # fmt: skip
def test_in_a_forum_that_has_not_begun(tmp_path: Any, qtbot: Any, place: str, key: KEY, held: Any, said: str) -> None:
    with window_on(tmp_path, qtbot) as window:
        window.desk.choose_forum(next(row for (row,) in window.desk.file.plain("SELECT id FROM forum ORDER BY id")))
        window.go_to(place)
        _says(window, key, held, said)
        window.desk.suggesting.wait()


def _says(window: Any, key: KEY, held: Any, said: str) -> None:
    steps = window.desk.file.history.count
    press(window.focusWidget(), key, held)
    assert said in window.notice.text.text() and window.notice.isVisible()
    assert window.desk.file.history.count == steps
