"""Vertiefen: measures out of groups, agreements, the parking lot."""

import pytest
from PySide6.QtCore import Qt

from forumtool.storage.queries.outcomes import action_items, measures, parking_lot
from tests.ui.desks import editor_in, window_on
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "deepen") as opened:
        yield opened


@pytest.fixture
def place(window):
    return window.places["deepen"]


def test_groups_stand_by_their_dots(place):
    shown = [place.groups.topLevelItem(at) for at in range(place.groups.topLevelItemCount())]
    assert [(item.text(0), item.text(1)) for item in shown[:3]] == [
        ("Begegnung im Alltag", "●\u00a041"), ("Patenschaften", "●\u00a028"),
        ("Ansprache und Information", "●\u00a022"),
    ]  # fmt: skip
    assert shown[-1].text(1) == ""


def test_a_group_opens_to_its_cards(place):
    press(place.groups, Qt.Key.Key_Down)
    press(place.groups, Qt.Key.Key_Right)
    group = place.groups.topLevelItem(1)
    assert [group.child(at).text(1) for at in range(group.childCount())] == ["A-29", "A-30", "A-41"]


def test_enter_on_a_group_sketches_a_measure_that_keeps_its_cards(window, place):
    place.groups.setFocus()
    press(place.groups, Qt.Key.Key_Return)
    editor = editor_in(place.measures.view)
    editor.selectAll()
    type_text(editor, "Café für alle")
    press(editor, Qt.Key.Key_Return)
    newest = measures(window.desk.file, window.desk.scope)[-1]
    assert newest.title == "Café für alle"
    assert len(newest.proposals) == 6 and newest.proposals[0] == "A-22"
    window.desk.undo()
    window.desk.undo()
    assert len(measures(window.desk.file, window.desk.scope)) == 4


def test_lead_and_quick_win_are_changed_in_the_table(window, place):
    place.measures.choose(1, 1)
    place.measures.view.setFocus()
    press(place.measures.view, Qt.Key.Key_F2)
    editor = editor_in(place.measures.view)
    editor.selectAll()
    type_text(editor, "Birhan e. V.")
    press(editor, Qt.Key.Key_Return)
    index = place.measures.model.index(1, 5)
    place.measures.model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    row = measures(window.desk.file, window.desk.scope)[1]
    assert (row.lead, row.quick_win) == ("Birhan e. V.", True)


def test_an_agreement_is_added_dated_and_taken_back(window, place):
    press(place.groups, Qt.Key.Key_PageDown, CTRL)
    assert place.tabs.currentWidget() is place.agreements
    type_text(place.agreements.entry, "Räume anfragen")
    press(place.agreements.entry, Qt.Key.Key_Return)
    newest = place.agreements.model.rows[-1]
    place.agreements.choose_key(newest.id, 3)
    press(place.agreements.view, Qt.Key.Key_F2)
    editor = editor_in(place.agreements.view)
    type_text(editor, "30.6.2016")
    press(editor, Qt.Key.Key_Return)
    found = action_items(window.desk.file, window.desk.scope)[-1]
    assert (found.text, found.due) == ("Räume anfragen", "2016-06-30")
    assert place.tabs.tabText(1).endswith("4")
    press(place.agreements.view, Qt.Key.Key_Delete)
    assert len(action_items(window.desk.file, window.desk.scope)) == 3


def test_a_matter_is_set_aside_for_somebody(window, place):
    place._show_tab(2)
    type_text(place.parked.entry, "Öffnungszeiten der Ämter")
    press(place.parked.entry, Qt.Key.Key_Return)
    place.parked.choose(2, 1)
    press(place.parked.view, Qt.Key.Key_F2)
    editor = editor_in(place.parked.view)
    type_text(editor, "Verwaltung")
    press(editor, Qt.Key.Key_Return)
    found = parking_lot(window.desk.file, window.desk.scope)[-1]
    assert (found.text, found.addressee) == ("Öffnungszeiten der Ämter", "Verwaltung")


def test_without_groups_it_says_where_they_come_from(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("deepen")
        place = window.places["deepen"]
        assert place.no_groups.isVisible()
        assert place.measures.entry.hasFocus()
