"""A digit takes a name that was used last, and within a name it belongs to it."""

import pytest

from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text
from tests.ui.note_taker import ENTER


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "capture") as window:
        yield window


def test_a_name_with_digits_is_the_person_that_was_typed(window):
    place = window.places["capture"]
    for name in ("TN 02", "TN 24", "TN 09"):
        type_text(place.field, f"Probe @{name}")
        press(place.field, ENTER)
        assert place.model.rows[0].contributor == name


def test_f8_pressed_twice_leaves_no_menu(window):
    window.choose_picture()
    menu = window._canvas_menu
    assert menu is not None and menu.isVisible()
    window.choose_picture()
    assert not menu.isVisible() and window._canvas_menu is None
    window.choose_picture()
    window.go_to("order")
    assert window._canvas_menu is None
