"""Überblick: figures, goals that lead to Erfassen, what has no way yet, as it comes in."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from forumtool.services import proposals
from tests.ui.desks import window_on
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "overview") as opened:
        qtbot.waitUntil(lambda: opened.places["overview"].coverage is not None)
        yield opened


def cell(place, phase, age):
    """The number that stands in a cell of the goal that is shown."""
    heat = place.coverage.heat.model
    row = next(row for row in heat.rows if row.label == phase)
    return row.counts[[column.head for column in heat.columns].index(age)]


def index_of(place, phase, age):
    heat = place.coverage.heat.model
    labels, heads = [row.label for row in heat.rows], [column.head for column in heat.columns]
    return heat.index(labels.index(phase), heads.index(age))


def gaps(place):
    """What is missing, line by line."""
    model = place.coverage.gaps_model
    return [f"{model.index(at, 0).data()}: {model.index(at, 1).data()}" for at in range(model.rowCount())]


def look_at(place, number):
    row = next(at for at, line in enumerate(place.fields_model.rows) if line.number == number)
    place.fields.setCurrentIndex(place.fields_model.index(row, 1))


def click(view, index):
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center() + QPoint(0, 2))


class Offered:
    """Remembers which tags Erfassen was asked to offer."""

    def __init__(self, window):
        window.go_to("capture")
        self.tags = []
        window.places["capture"].offer_tags = self.tags.extend
        window.go_to("overview")


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


def test_the_goal_that_is_worked_on_is_shown_phase_by_age(window):
    place = window.places["overview"]
    assert place.coverage.goal.text().startswith(window.desk.goal().number)
    look_at(place, "3.1")
    (told,) = window.desk.file.one(
        "SELECT count(*) FROM card p JOIN goal g ON g.id = p.goal_id JOIN proposal_tag a ON a.proposal_id = p.id"
        " JOIN tag t ON t.id = a.tag_id JOIN proposal_tag b ON b.proposal_id = p.id JOIN tag u ON u.id = b.tag_id"
        " WHERE g.number = '3.1' AND t.title = 'Ankommen' AND u.title = 'Familien'"
    )
    assert cell(place, "Ankommen", "Familien") == told > 0
    assert cell(place, "alle", "alle") == 21


def test_a_gap_closes_with_the_card_that_fills_it_and_opens_again_with_undo(window):
    place, desk = window.places["overview"], window.desk
    look_at(place, "3.1")
    gap = "Ziel 3.1: noch kein Weg · Ankommen × Jugend"
    assert gap in gaps(place)
    goal_id = place.coverage.goal_id
    desk.do(proposals.capture, "Lotsen #Ankommen #Jugend", forum_id=desk.forum_id, goal_id=goal_id)
    assert cell(place, "Ankommen", "Jugend") == 1
    assert gap not in gaps(place)
    desk.undo()
    assert gap in gaps(place)


def test_gaps_of_the_forum_come_before_goals_that_are_spoken_about_elsewhere(window):
    found = gaps(window.places["overview"])
    assert found[0] == "Ziel 3.1: noch kein Weg · Vor der Zuwanderung"
    assert found[-1] == "Ziel 4.1: noch kein Weg"


def test_one_click_on_a_gap_leads_to_its_goal_and_offers_its_tags(window):
    place, offered = window.places["overview"], Offered(window)
    at = gaps(place).index("Ziel 3.1: noch kein Weg · Ankommen × Jugend")
    click(place.coverage.gaps, place.coverage.gaps_model.index(at, 1))
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == "3.1"
    assert offered.tags == ["Ankommen", "Jugend"]
    assert "Ankommen × Jugend" in window.notice.text.text()


def test_one_click_on_an_empty_cell_leads_there_and_one_on_a_count_only_to_the_goal(window):
    place, offered = window.places["overview"], Offered(window)
    look_at(place, "3.1")
    click(place.coverage.heat.view, index_of(place, "Ankommen", "Familien"))
    assert window.stack.currentWidget() is window.places["capture"]
    assert offered.tags == []
    window.go_to("overview")
    look_at(place, "3.1")
    click(place.coverage.heat.view, index_of(place, "Ankommen", "Jugend"))
    assert offered.tags == ["Ankommen", "Jugend"]


def test_arrows_on_the_gaps_show_their_goal_and_enter_leads_there(window):
    place, offered = window.places["overview"], Offered(window)
    at = gaps(place).index("Ziel 3.2: noch kein Weg · Alter")
    place.coverage.gaps.setFocus()
    place.coverage.gaps.setCurrentIndex(place.coverage.gaps_model.index(at - 1, 0))
    press(place.coverage.gaps, Qt.Key.Key_Down)
    assert place.coverage.goal.text().startswith("3.2")
    assert place.coverage.heat.view.currentIndex() == index_of(place, "alle", "Alter")
    press(place.coverage.gaps, Qt.Key.Key_Return)
    assert window.desk.goal().number == "3.2"
    assert offered.tags == ["Alter"]


def test_a_click_on_the_number_of_a_goal_leads_to_erfassen_and_one_on_its_title_shows_it(window):
    place = window.places["overview"]
    row = next(at for at, line in enumerate(place.fields_model.rows) if line.number == "3.3")
    click(place.fields, place.fields_model.index(row, 1))
    assert place.coverage.goal.text().startswith("3.3")
    assert window.stack.currentWidget() is place
    click(place.fields, place.fields_model.index(row, 2))
    assert window.stack.currentWidget() is window.places["capture"]
    assert window.desk.goal().number == "3.3"


def test_without_tags_for_phase_and_age_only_goals_without_a_way_are_named(window):
    from forumtool.services import tags
    from forumtool.storage.queries.proposals import tag_groups

    place, desk = window.places["overview"], window.desk
    for group in tag_groups(desk.file):
        if group.axis:
            desk.do(tags.remove_tag_group, group.id)
    assert place.coverage.without_axes.isVisible()
    assert not place.coverage.heat.view.isVisible()
    assert gaps(place) == [f"Ziel {number}: noch kein Weg" for number in ("1.1", "1.2", "2.1", "2.2", "4.1")]


def test_the_tags_of_a_gap_stand_behind_the_cursor_and_close_it_with_the_card(window):
    place = window.places["overview"]
    gap = "Ziel 3.1: noch kein Weg · Ankommen × Jugend"
    click(place.coverage.gaps, place.coverage.gaps_model.index(gaps(place).index(gap), 1))
    field = window.places["capture"].field
    assert field.hasFocus()
    assert field.textCursor().position() == 0
    type_text(field, "Lotsen an der Berufsschule")
    press(field, Qt.Key.Key_Return)
    assert window.places["capture"].model.rows[0].text == "Lotsen an der Berufsschule"
    window.go_to("overview")
    assert gap not in gaps(place)


def test_tags_of_a_gap_go_with_its_goal_and_never_touch_a_card_that_is_being_written(window):
    place, desk = window.places["overview"], window.desk
    gap = "Ziel 3.1: noch kein Weg · Vor der Zuwanderung"
    click(place.coverage.gaps, place.coverage.gaps_model.index(gaps(place).index(gap), 1))
    field = window.places["capture"].field
    assert field.toPlainText() == " #Vor der Zuwanderung"
    desk.choose_goal(next(goal.id for goal in desk.goals() if goal.number == "3.3"))
    assert field.toPlainText() == ""
    type_text(field, "Halb geschrieben")
    window.go_to("overview")
    click(place.coverage.gaps, place.coverage.gaps_model.index(gaps(place).index(gap), 1))
    assert field.toPlainText() == "Halb geschrieben"


@pytest.mark.parametrize("size", [(911, 512), (1366, 768), (860, 460), (640, 460)])
def test_what_has_no_way_yet_stands_below_the_goals_and_never_over_them(window, size):
    place = window.places["overview"]
    window.resize(*size)
    QTest.qWait(50)
    panel = place.missing.parentWidget()
    assert place.missing.isVisible()
    assert place.missing.geometry().top() > place.fields.geometry().bottom()
    assert place.missing.geometry().bottom() <= panel.rect().bottom()
    assert place.missing.height() >= place.missing.heightForWidth(place.missing.width())
