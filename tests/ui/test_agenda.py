"""Ablauf: running the agenda and changing it in place."""

import pytest
from PySide6.QtCore import Qt

from forumtool.storage.queries.forums import agenda
from tests.ui.desks import editor_in
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "agenda") as opened:
        yield opened


@pytest.fixture
def place(window):
    return window.places["agenda"]


def rows(place):
    return agenda(place.desk.file, place.desk.forum_id)


def choose(place, title, column=4):
    at = next(at for at, item in enumerate(place.items.model.rows) if item.row.title == title)
    place.items.choose(at, column)
    place.items.view.setFocus()


def rewrite(place, title, column, text):
    choose(place, title, column)
    press(place.items.view, Qt.Key.Key_F2)
    editor = editor_in(place.items.view)
    editor.selectAll()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)


def test_what_runs_is_named_and_chosen(place):
    assert place.now.text() == "Jetzt: Wege zu Ziel 3.2"
    assert place.items.chosen.row.title == "Wege zu Ziel 3.2"


def test_the_next_item_ends_the_running_one_sets_clock_and_goal(window, place):
    place.next.click()
    by_title = {row.title: row for row in rows(place)}
    assert by_title["Wege zu Ziel 3.2"].ended_at
    assert by_title["Wege zu Ziel 3.3"].started_at and not by_title["Wege zu Ziel 3.3"].ended_at
    assert window.desk.goal().number == "3.3"
    assert 39 * 60 <= window.desk.stopwatch.seconds <= 40 * 60
    window.desk.undo()
    assert place.running.row.title == "Wege zu Ziel 3.2"


def test_enter_ends_what_runs_and_begins_what_does_not(place):
    press(place.items.view, Qt.Key.Key_Return)
    assert place.running is None
    choose(place, "Pause")
    press(place.items.view, Qt.Key.Key_Return)
    assert place.running.row.title == "Pause"


def test_enter_in_an_editor_writes_and_begins_nothing(place):
    rewrite(place, "Gewichten", 4, "Gewichten mit Punkten")
    assert [row.title for row in rows(place)][6] == "Gewichten mit Punkten"
    assert place.running.row.title == "Wege zu Ziel 3.2"


def test_times_minutes_and_goal_are_read_as_typed(place):
    rewrite(place, "Pause", 1, "12.10")
    rewrite(place, "Pause", 3, "25")
    rewrite(place, "Pause", 6, "3.1")
    pause = next(row for row in rows(place) if row.title == "Pause")
    assert (pause.planned_start, pause.minutes, pause.goal_number) == ("12:10", 25, "3.1")
    item = next(item for item in place.items.model.rows if item.row.title == "Pause")
    assert item.slot.end == "12:35"


@pytest.mark.parametrize(("column", "typed"), [(1, "bald"), (3, "lange"), (6, "9.9")])
def test_what_cannot_be_read_changes_nothing_and_is_said(window, place, column, typed):
    before = rows(place)
    rewrite(place, "Pause", column, typed)
    assert rows(place) == before
    assert window.notice.isVisible()


def test_items_are_added_moved_and_removed_by_keys_and_all_of_it_is_undone(window, place):
    before = rows(place)
    place.items.entry.setFocus()
    type_text(place.items.entry, "Gruppenfoto für die Presse")
    press(place.items.entry, Qt.Key.Key_Return)
    choose(place, "Gruppenfoto für die Presse")
    press(place.items.view, Qt.Key.Key_Up, ALT)
    assert [row.title for row in rows(place)][-2] == "Gruppenfoto für die Presse"
    press(place.items.view, Qt.Key.Key_Delete)
    assert rows(place) == before
    for _step in range(3):
        window.desk.undo()
    assert rows(place) == before


def test_without_a_forum_it_says_what_to_do(window, place):
    window.desk.choose_forum(None)
    assert place.nowhere.isVisible()
    assert not place.sheet.isVisible()
