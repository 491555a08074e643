"""Zusammenschau: the table of gaps and the rooms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.services import proposals
from tests.ui.desks import window_on
from tests.ui.forum_day import forum_day
from tests.ui.keys import press


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "synthesis") as opened:
        yield opened


def counted(place, goal, tag):
    heads = [column.head for column in place.heat.model.columns]
    row = next(row for row in place.heat.model.rows if row.label.startswith(goal))
    return row.counts[heads.index(tag)]


def test_cells_count_the_cards_with_the_tag(window):
    place, file = window.places["synthesis"], window.desk.file
    (told,) = file.one(
        "SELECT count(*) FROM proposal p JOIN proposal_tag l ON l.proposal_id = p.id JOIN tag t ON t.id = l.tag_id"
        " JOIN goal g ON g.id = p.goal_id WHERE g.number = '3.1' AND t.title = 'Ankommen'"
    )
    assert counted(place, "3.1", "Ankommen") == told > 0


def test_a_gap_closes_with_the_card_that_fills_it_and_opens_again_with_undo(window):
    place, desk = window.places["synthesis"], window.desk
    gaps = int(place.figures._figures[3].text())
    assert counted(place, "3.1", "Alter") == 0
    goal_id = next(row.id for row in place.heat.model.rows if row.label.startswith("3.1"))
    desk.do(proposals.capture, "Vorlesen im Altenheim #Alter", forum_id=desk.forum_id, goal_id=goal_id)
    assert counted(place, "3.1", "Alter") == 1
    assert int(place.figures._figures[3].text()) == gaps - 1
    desk.undo()
    assert int(place.figures._figures[3].text()) == gaps


def test_enter_leads_to_the_goal(window):
    place = window.places["synthesis"]
    row = next(at for at, found in enumerate(place.heat.model.rows) if found.label.startswith("3.3"))
    place.heat.view.setCurrentIndex(place.heat.model.index(row, 2))
    place.heat.view.setFocus()
    press(place.heat.view, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == "3.3"


def test_one_click_on_a_gap_leads_to_its_goal_and_says_what_is_missing(window):
    place = window.places["synthesis"]
    heads = [column.head for column in place.heat.model.columns]
    row = next(at for at, found in enumerate(place.heat.model.rows) if found.label.startswith("3.1"))
    index = place.heat.model.index(row, heads.index("Alter"))
    place.heat.view.scrollTo(index)
    QTest.mouseClick(
        place.heat.view.viewport(), Qt.MouseButton.LeftButton, pos=place.heat.view.visualRect(index).center()
    )
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == "3.1"
    assert "Alter" in window.notice.text.text()


def test_the_rooms_show_who_came_of_each_bench(window):
    place = window.places["synthesis"]
    model = place.rooms_model
    shown = {model.columns[at].head: model.index(0, at).data() for at in range(model.columnCount())}
    assert shown["Praxis"] == "8 von 8"
    assert shown["Ehrenamt"] == "4 von 5"
    assert shown["zusammen"] == "22 von 24"


def test_an_empty_process_says_what_will_be_there(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("synthesis")
        place = window.places["synthesis"]
        assert place.nothing.isVisible()
        assert place.nobody.isVisible()
