"""The timer in the top bar, and setting it by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumtool.services.agenda import add_item, start_item
from forumtool.storage.queries.forums import agenda
from forumtool.ui.settings import Settings
from tests.ui.desks import window_on
from tests.ui.keys import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
T, ENTER, DOWN = Qt.Key.Key_T, Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def window(tmp_path, qtbot):
    Settings().place = "agenda"
    with window_on(tmp_path, qtbot) as opened:
        yield opened


def set_to(window, typed, *, held=CTRL_SHIFT):
    press(window, T, held)
    chooser = QApplication.activePopupWidget()
    assert chooser is not None
    type_text(chooser.field, typed)
    offered = [one.title for one in chooser.shown]
    press(chooser.field, ENTER)
    window.activateWindow()
    return offered


def test_any_number_of_minutes_is_typed(window):
    assert set_to(window, "12", held=CTRL) == ["12 Minuten"]
    watch = window.desk.stopwatch
    assert 11 * 60 < watch.seconds <= 12 * 60
    assert watch.title == f"Ziel {window.desk.goal().number}"
    assert window.top.clock.text() == watch.text
    assert window.top.clock.objectName() == "clock"


def test_while_a_step_of_the_agenda_runs_the_time_is_for_it(window):
    desk = window.desk
    add_item(desk.file, desk.forum_id, "Murmelgruppen")
    (item, *_others) = agenda(desk.file, desk.forum_id)
    desk.do(start_item, item.id)
    set_to(window, "5")
    assert desk.stopwatch.title == item.title


def test_a_time_of_day_counts_down_to_it(window):
    later = window.desk.stopwatch.now.astimezone()
    minute = (later.hour * 60 + later.minute + 25) % 1440
    (offered,) = set_to(window, f"{minute // 60}:{minute % 60:02d}")
    assert offered == f"bis {minute // 60:02d}:{minute % 60:02d}"
    assert 23 * 60 < window.desk.stopwatch.seconds <= 25 * 60


def test_what_the_time_is_for_leaves_whole_words_of_everything_beside_it(window):
    top, watch = window.top, window.desk.stopwatch
    watch.start(900, "Begrüßung und Vorstellung aller Beteiligten")
    QApplication.processEvents()
    for part in (top.title, top.forum, top.clock, top.search):
        assert part.width() >= part.sizeHint().width(), part.text()
    assert top.forum.text().startswith("Fachforum 1") and "…" in top.forum.text()
    watch.clear()
    QApplication.processEvents()
    assert "2016" in top.forum.text() and not top.timer_title.isVisible()


@pytest.mark.parametrize("typed", ["bald", "0", "601", "25:00", "-5", "²"])
def test_what_is_neither_is_not_offered(window, typed):
    assert set_to(window, typed) == []
    assert not window.desk.stopwatch.is_set


def test_control_t_holds_goes_on_and_sets_anew_when_the_time_is_over(window):
    watch = window.desk.stopwatch
    watch.start(5)
    press(window, T, CTRL)
    assert (watch.is_running, window.top.clock.property("state")) == (False, "held")
    press(window, T, CTRL)
    assert (watch.is_running, window.top.clock.property("state")) == (True, "")
    watch.start(-1)
    assert window.top.clock.property("state") == "over"
    assert "Anhalten" not in set_to(window, "", held=CTRL)  # the first choice is five minutes more
    assert 4 * 60 < watch.seconds <= 5 * 60
    press(window, T, CTRL_SHIFT)
    chooser = QApplication.activePopupWidget()
    assert [one.title for one in chooser.shown][:2] == ["5 Minuten mehr", "Anhalten"]
    press(chooser.field, Qt.Key.Key_Up)
    press(chooser.field, ENTER)
    assert not watch.is_set
    assert (window.top.clock.text(), window.top.clock.objectName()) == ("Uhr", "plain")


def test_a_long_title_is_shortened_and_a_narrow_bar_shows_the_time_alone(window):
    window.desk.stopwatch.start(5, "Ergebnisse der Arbeitsgruppen vorstellen und besprechen")
    assert window.top.timer_title.text().endswith("…")
    assert window.top.timer_title.toolTip().startswith("Ergebnisse")
    window.resize(860, 460)
    QApplication.processEvents()
    assert not window.top.timer_title.isVisible()
    assert window.top.clock.isVisible()


def test_other_colours_and_another_language_keep_the_time(window):
    window.desk.stopwatch.start(5)
    window.rebuild()
    assert window.top.clock.text() == window.desk.stopwatch.text
