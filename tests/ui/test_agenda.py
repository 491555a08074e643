"""Ablauf: running the agenda and changing it in place."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumtool.services import agenda as verbs
from forumtool.services.agenda_templates import templates
from forumtool.services.forums import add_forum
from forumtool.storage.queries.forums import agenda
from forumtool.ui.places.scheduling.items import END, METHOD, MINUTES, REAL, START, TITLE
from forumtool.ui.settings import Settings
from forumtool.ui.theme.style import worn
from tests.ui.desks import editor_in
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(tmp_path, qtbot):
    Settings().place = "agenda"
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


def shown(place, title, column):
    model = place.items.model
    at = next(at for at, item in enumerate(model.rows) if item.row.title == title)
    return model.index(at, column).data()


def test_what_runs_is_named_and_chosen(place):
    assert place.head.now.text() == "Jetzt: Wege zu Ziel 3.2"
    assert place.items.chosen.row.title == "Wege zu Ziel 3.2"


def test_the_next_item_ends_the_running_one_sets_clock_and_goal(window, place):
    place.head.next.click()
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


def test_the_cursor_goes_with_the_day_so_that_enter_never_begins_again_what_is_over(window, place):
    place.items.view.setFocus()
    press(place.items.view, Qt.Key.Key_Return, CTRL_SHIFT)
    assert place.items.chosen.row.title == "Wege zu Ziel 3.3" and place.items.view.hasFocus()
    press(place.items.view, Qt.Key.Key_Return)
    assert place.running is None and place.items.chosen.row.title == "Pause"
    press(place.items.view, Qt.Key.Key_Return)
    assert place.running.row.title == "Pause"
    window.desk.undo()
    window.desk.undo()
    assert place.items.chosen.row.title == "Wege zu Ziel 3.3" == place.running.row.title


def test_the_cursor_stays_with_whoever_is_writing_when_the_next_item_begins(window, place):
    choose(place, "Gewichten", METHOD)
    press(place.items.view, Qt.Key.Key_F2)
    editor = editor_in(place.items.view)
    editor.selectAll()
    type_text(editor, "Punk")
    press(editor, Qt.Key.Key_Return, CTRL_SHIFT)
    assert place.running.row.title == "Wege zu Ziel 3.3"
    assert editor_in(place.items.view) is editor and editor.text() == "Punk"
    type_text(editor, "te")
    press(editor, Qt.Key.Key_Return)
    assert shown(place, "Gewichten", METHOD) == "Punkte"


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


def test_real_times_are_corrected_by_hand(window, place):
    rewrite(place, "Wege zu Ziel 3.1", REAL, "10:05 - 10:50")
    assert shown(place, "Wege zu Ziel 3.1", REAL) == "10:05 – 10:50"
    rewrite(place, "Wege zu Ziel 3.2", REAL, "10:50")
    assert shown(place, "Wege zu Ziel 3.2", REAL) == "10:50 –"
    before = rows(place)
    rewrite(place, "Wege zu Ziel 3.2", REAL, "gegen elf")
    assert rows(place) == before
    assert window.notice.isVisible()


def test_a_shift_cascades_and_a_fixed_time_is_respected(place):
    rewrite(place, "Pause", START, "12:10")
    rewrite(place, "Anlass, Ziele und Ablauf", MINUTES, "30")
    assert shown(place, "Wege zu Ziel 3.1", START) == "10:15"
    assert shown(place, "Pause", START) == "12:10"
    assert shown(place, "Abschluss und Ausblick", END) == "13:45"
    place.loosen.click()
    assert not place.loosen.isVisible()
    assert shown(place, "Abschluss und Ausblick", END) == "13:50"


# The mouse


def drag(place, title, to, *, release=True):
    """Drag a row with the mouse to the upper edge of a row, or below the last one."""
    view = place.items.view
    viewport, model = view.viewport(), view.model()
    at = next(at for at, item in enumerate(model.rows) if item.row.title == title)
    here = view.visualRect(model.index(at, TITLE)).center()
    last = view.visualRect(model.index(len(model.rows) - 1, TITLE)).bottom() + 6
    there = QPoint(here.x(), view.visualRect(model.index(to, TITLE)).top() + 2 if to < len(model.rows) else last)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here)
    for part in range(1, 11):
        move(viewport, here + (there - here) * part / 10)
    if release:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    return there


def move(viewport, where, held=Qt.MouseButton.LeftButton):
    """Move the mouse with the button held; ``QTest.mouseMove`` holds none."""
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(where), QPointF(viewport.mapToGlobal(where)),
                        Qt.MouseButton.NoButton, held, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(viewport, event)


@pytest.mark.parametrize(("to", "place_after"), [(1, 1), (5, 5), (9, 8), (0, 0)])
def test_a_row_is_dragged_to_where_the_line_shows_in_one_step(window, place, to, place_after):
    before = [row.title for row in rows(place)]
    steps = len(place.desk.file.journal.steps())
    drag(place, "Gewichten", to, release=False)
    assert place.drag.line.isVisible()
    assert len(place.desk.file.journal.steps()) == steps
    drag(place, "Gewichten", to)
    after = [row.title for row in rows(place)]
    assert after[place_after] == "Gewichten"
    assert [title for title in after if title != "Gewichten"] == [title for title in before if title != "Gewichten"]
    assert len(place.desk.file.journal.steps()) == steps + 1
    assert not place.drag.line.isVisible()
    assert place.items.chosen.row.title == "Gewichten"
    window.desk.undo()
    assert [row.title for row in rows(place)] == before


@pytest.mark.parametrize("to", [6, 7])
def test_a_row_that_is_put_back_is_no_step(place, to):
    steps = len(place.desk.file.journal.steps())
    drag(place, "Gewichten", to)
    assert len(place.desk.file.journal.steps()) == steps


def test_a_drag_is_left_by_escape_by_another_window_and_by_a_laptop_that_slept(window, place):
    steps, viewport = len(place.desk.file.journal.steps()), place.items.view.viewport()
    ways_out = (
        lambda: press(place.items.view, Qt.Key.Key_Escape),
        lambda: QApplication.sendEvent(place.items.view, QEvent(QEvent.Type.WindowDeactivate)),
        lambda: move(viewport, QPoint(40, 40), Qt.MouseButton.NoButton),
        lambda: window.go_to("weigh"),
    )
    for leave in ways_out:
        window.go_to("agenda")
        where = drag(place, "Gewichten", 1, release=False)
        assert place.drag.is_dragging
        leave()
        assert not place.drag.is_dragging
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        assert len(place.desk.file.journal.steps()) == steps


def test_a_click_chooses_and_a_double_click_writes(place):
    view = place.items.view
    spot = view.visualRect(view.model().index(6, METHOD)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert place.items.chosen.row.title == "Gewichten"
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert editor_in(view).text() == "Mehrpunktabfrage"


# On the day


@pytest.fixture
def today(window, place):
    """The forum is held now: the first two items are over, the third has run for 41 of its 40 minutes."""
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    start = now - timedelta(minutes=81)
    items, desk = rows(place), window.desk
    desk.do(verbs.change_item, items[0].id, planned_start=start.astimezone().strftime("%H:%M"))
    desk.do(verbs.change_item, items[3].id, started_at="")
    at = start + timedelta(minutes=3)
    for row, minutes in zip(items[:3], (15, 22, 0), strict=True):
        end = (at + timedelta(minutes=minutes)).isoformat() if minutes else ""
        desk.do(verbs.change_item, row.id, started_at=at.isoformat(), ended_at=end)
        at += timedelta(minutes=minutes)
    return start


def local(moment):
    return moment.astimezone().strftime("%H:%M")


def test_behind_the_plan_is_said_with_the_probable_end(today, place):
    assert place.head.now.text() == "Jetzt: Wege zu Ziel 3.1"
    # planned: 250 minutes; it began 5 minutes late and takes 41 of 40 minutes
    late = place.head.remark.text().split(" · ")
    assert late[0] in ("6 Min. später als geplant", "7 Min. später als geplant")  # a minute may pass meanwhile
    assert late[1] in {f"Ende voraussichtlich {local(today + timedelta(minutes=250 + by))}" for by in (6, 7)}
    assert late[2] == "danach Wege zu Ziel 3.2"
    assert shown(place, "Wege zu Ziel 3.2", REAL) in {f"etwa {local(today + timedelta(minutes=by))}" for by in (81, 82)}
    assert place.desk.stopwatch.is_over


def test_more_time_on_the_timer_moves_the_probable_end(today, place):
    place.desk.stopwatch.add(10)
    place.refresh()
    assert place.head.remark.text().startswith(("16 Min. später", "17 Min. später"))


def test_the_line_on_the_running_row_grows_and_turns_to_warning(today, window, place):
    def line() -> list[str]:
        view = place.items.view
        row = view.visualRect(view.model().index(2, TITLE))
        picture = view.viewport().grab().toImage()
        return [picture.pixelColor(x, row.bottom() - 1).name() for x in range(10, picture.width() - 10, 10)]

    assert set(line()) == {worn().warning}
    window.desk.do(verbs.change_item, rows(place)[2].id, minutes=82)
    found = line()
    assert found[: len(found) * 4 // 10] == [worn().accent] * (len(found) * 4 // 10)
    assert worn().accent not in found[len(found) * 6 // 10 :]


def test_nothing_moves_while_somebody_writes(today, window, place):
    choose(place, "Gewichten", METHOD)
    press(place.items.view, Qt.Key.Key_F2)
    editor = editor_in(place.items.view)
    type_text(editor, "Punkte")
    place._look()
    assert editor_in(place.items.view) is editor
    press(editor, Qt.Key.Key_Return)
    assert shown(place, "Gewichten", METHOD) == "Punkte"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_next_item_begins_from_any_place(window, place, key):
    window.go_to("weigh")
    press(window, key, CTRL_SHIFT)
    assert [row.title for row in rows(place) if row.started_at and not row.ended_at] == ["Wege zu Ziel 3.3"]
    assert window.notice.text.text() == "Jetzt: Wege zu Ziel 3.3, 40 Minuten"
    assert window.desk.goal().number == "3.3"
    assert window.desk.stopwatch.title == "Wege zu Ziel 3.3"


def test_the_next_item_begins_while_somebody_is_writing_a_card(window, place):
    window.go_to("capture")
    writing = window.focusWidget()
    type_text(writing, "Sprachcafé")
    cards = window.desk.file.one("SELECT count(*) FROM proposal")
    press(writing, Qt.Key.Key_Return, CTRL_SHIFT)
    assert window.desk.stopwatch.title == "Wege zu Ziel 3.3"
    assert window.desk.file.one("SELECT count(*) FROM proposal") == cards
    assert writing.toPlainText() == "Sprachcafé"


def test_at_the_end_of_the_day_the_key_ends_the_last_item_and_then_does_nothing(window, place):
    for _time in range(6):
        press(window, Qt.Key.Key_Return, CTRL_SHIFT)
    assert all(row.ended_at for row in rows(place))
    assert place.head.now.text() == "Alle Punkte sind vorbei."
    assert not place.head.next.isEnabled()
    before = rows(place)
    press(window, Qt.Key.Key_Return, CTRL_SHIFT)
    assert rows(place) == before
    assert window.notice.text.text() == "Alle Punkte sind vorbei."


# Beginning with a ready agenda


def new_forum(window, kind="kickoff"):
    step = window.desk.do(add_forum, "Auftakt", kind=kind)
    window.desk.choose_forum(next(iter(step.changes["forum"])))


def test_an_empty_agenda_offers_ready_ones_and_enter_takes_the_first(window, place):
    new_forum(window)
    place.take_focus()
    assert not place.head.isVisible()
    first = place.ready_made.buttons[0]
    assert first.accessibleName() == "Auftakt am Abend"
    assert first.accessibleDescription() == "17:00 bis 20:30 · 11 Programmpunkte · 110 Personen an elf Tischen"
    press(first, Qt.Key.Key_Return)
    assert len(rows(place)) == 11
    assert place.items.view.hasFocus()
    assert place.items.view.currentIndex().column() == START
    rewrite(place, "Ankommen", START, "16:30")
    assert shown(place, "Ausblick und Dank", END) == "20:00"
    window.desk.undo()
    window.desk.undo()
    assert rows(place) == []
    assert place.offers.isVisible()


def test_a_first_item_is_also_just_written(window, place):
    new_forum(window)
    place.items.entry.setFocus()
    type_text(place.items.entry, "Einlass")
    press(place.items.entry, Qt.Key.Key_Return)
    assert [row.title for row in rows(place)] == ["Einlass"]
    assert place.head.remark.text().startswith("Noch ohne Beginn")
    assert not place.offers.isVisible()


def test_v_offers_ready_agendas_and_says_how_to_get_the_old_one_back(window, place, qtbot):
    for row in rows(place):
        window.desk.do(verbs.change_item, row.id, started_at="", ended_at="")
    before = rows(place)
    place.items.view.setFocus()
    press(place.items.view, Qt.Key.Key_V)
    chooser = QApplication.activePopupWidget()
    type_text(chooser.field, "Sitzung")
    press(chooser.field, Qt.Key.Key_Return)
    assert rows(place)[0].title == "Begrüßung und letztes Protokoll"
    assert "Strg Z" in window.notice.text.text()
    window.desk.undo()
    assert rows(place) == before


def test_v_in_an_editor_is_a_letter(place):
    choose(place, "Pause", TITLE)
    press(place.items.view, Qt.Key.Key_F2)
    QTest.keyClick(editor_in(place.items.view), Qt.Key.Key_V)
    assert QApplication.activePopupWidget() is None
    assert editor_in(place.items.view).text() == "v"


def test_a_low_and_narrow_window_keeps_the_agenda(window, place):
    window.resize(860, 460)
    QApplication.processEvents()
    assert not place.foot.isVisible()
    assert place.items.view.height() > 110
    assert place.items.view.columnWidth(TITLE) >= 140
    window.resize(1366, 768)
    QApplication.processEvents()
    assert place.foot.isVisible()


def test_without_a_forum_it_says_what_to_do(window, place):
    window.desk.choose_forum(None)
    assert place.nowhere.isVisible()
    assert not place.sheet.isVisible()


def test_a_template_behind_an_agenda_that_runs_says_that_it_stands_behind(window, place):
    before = [row.id for row in rows(place)]
    assert any(row.started_at for row in rows(place))
    place._use(templates("de")[0])
    assert [row.id for row in rows(place)][: len(before)] == before
    assert "steht hinter" in window.notice.text.text() and "Strg" not in window.notice.text.text()
