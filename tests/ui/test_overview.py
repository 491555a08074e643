"""Überblick: figures, goals that lead to Erfassen, what has no way yet."""

import pytest
from PySide6.QtCore import Qt

from forumtool.services import proposals
from tests.ui.desks import window_on
from tests.ui.forum_day import forum_day
from tests.ui.keys import press


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "overview") as opened:
        yield opened


def shown(place):
    return {line.number: line.cards for line in place.fields_model.rows}


def test_counts_are_those_of_the_file(window):
    place = window.places["overview"]
    figures = [label.text() for label in place.figures._figures]
    assert figures == ["8", "4", "64", "6", "24"]
    assert shown(place)["3"] == 64
    assert (shown(place)["3.1"], shown(place)["3.2"], shown(place)["3.3"]) == (21, 27, 16)


def test_enter_on_a_goal_leads_to_its_capturing(window):
    place = window.places["overview"]
    row = next(at for at, line in enumerate(place.fields_model.rows) if line.number == "3.3")
    place.fields.setCurrentIndex(place.fields_model.index(row, 1))
    press(place.fields, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == "3.3"


def test_a_goal_of_another_field_is_opened_in_the_forum_of_its_field(window):
    place = window.places["overview"]
    row = next(at for at, line in enumerate(place.fields_model.rows) if line.number == "1.2")
    place.fields.setCurrentIndex(place.fields_model.index(row, 1))
    press(place.fields, Qt.Key.Key_Return)
    assert window.desk.forum().title.startswith("Fachforum 1")
    assert window.desk.goal().number == "1.2"


def test_what_has_no_way_yet_is_named_until_it_has_one(window):
    place, desk = window.places["overview"], window.desk
    assert "1.1, 1.2, 2.1, 2.2, 4.1" in place.missing.text()
    goal_id = next(line.id for line in place.fields_model.rows if line.number == "4.1")
    desk.do(proposals.capture, "Ein jährlicher Bericht im Rat", forum_id=None, goal_id=goal_id)
    assert "4.1" not in place.missing.text()
    assert shown(place)["4.1"] == 1
    desk.undo()
    assert "4.1" in place.missing.text()


def test_an_empty_process_says_what_to_do(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("overview")
        place = window.places["overview"]
        assert place.no_goals.isVisible()
        assert place.no_forums.isVisible()
        assert place.to_setup.hasFocus()
