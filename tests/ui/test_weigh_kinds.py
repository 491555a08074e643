"""Rounds on cards, with coloured dots for each constituency, and on a scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumtool.domain.rows import NewParticipant
from forumtool.services.people import add_participants
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.process import constituencies
from tests.ui.boards import board_file
from tests.ui.counting import GROUPS, opened
from tests.ui.keys import press, type_text

TAB, ENTER, SHIFT = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


def with_benches(folder):
    """A board and a room of three from practice and two volunteers."""
    built = board_file(folder, GROUPS, ())
    with ForumFile.open(built.path) as file:
        people = [NewParticipant(f"Person {at}", "", "", "", bench) for at, bench in enumerate(("Praxis",) * 3 + ("Ehrenamt",) * 2)]  # fmt: skip  # noqa: E501
        add_participants(file, built.forum_id, people, present=True)
    return built


@pytest.fixture
def room(qtbot, tmp_path):
    made = opened(qtbot, with_benches(tmp_path))
    yield made
    made.place.close()
    made.desk.close()


def coloured(room):
    room.place.question.coloured.click()
    room.place.counts.take_focus()
    return [bench.title for bench in room.place.counts.benches]


def start(room, words):
    press(room.field, Qt.Key.Key_N)
    room.answer(words)
    room.place.take_focus()


def test_cards_are_weighed_in_the_order_of_the_board(room):
    start(room, "einzelne Karten")
    assert room.titles() == ["Schulhöfe öffnen", "Elternlotsen", "Tandems", "Café"]
    assert [row.remark.text() for row in room.place.counts.rows][:2] == ["A-1 · Räume", "A-2 · Patenschaften"]
    for digits in ("2", "7", "1"):
        room.enter(digits)
    (row,) = room.rounds()
    assert row.targets == "cards" and row.question == "Welcher Vorschlag bringt uns bei Ziel 3.2 am meisten voran?"
    room.place.counts.sort()
    assert room.titles()[0] == "Elternlotsen" and room.ranks() == ["1", "2", "3", "4"]


def test_the_cards_of_one_group_are_weighed(room):
    start(room, "Karten der Gruppe Paten")
    assert room.titles() == ["Elternlotsen", "Tandems"]
    room.enter("3")
    assert room.place.question.targets.text().startswith("Karten aus „Patenschaften“")
    room.place.choose_targets()
    room.answer("alle Karten")
    assert len(room.titles()) == 4 and room.rounds()[0].total == 3


def test_dots_on_groups_keep_a_round_from_turning_to_cards(room, qtbot):
    room.enter("3")
    room.place.choose_targets()
    with qtbot.waitSignal(room.desk.said) as said:
        room.answer("alle Karten")
    assert "neue Runde" in said.args[1]
    assert room.rounds()[0].targets == "clusters" and room.titles() == list(GROUPS)


def test_coloured_dots_have_a_column_for_each_constituency_that_is_present(room):
    assert coloured(room) == ["Praxis", "Ehrenamt"]
    room.enter("4", TAB)
    assert room.spot() == (0, 1)
    room.enter("6", TAB)
    assert room.spot() == (1, 0)
    row = room.rounds()[0]
    assert row.total == 10 and room.dots()["Räume"] == 10
    assert {count.constituency_id for count in row.counts} == {bench.id for bench in room.place.counts.benches}
    assert room.place.counts.rows[0].sum.text() == "10"


def test_tab_goes_along_a_row_and_enter_to_the_row_below(room):
    coloured(room)
    room.enter("1", TAB)
    room.enter("2")
    assert room.spot() == (1, 0)
    press(room.field, TAB, SHIFT)
    assert room.spot() == (0, 1)


def test_undo_of_the_colours_leaves_the_keyboard_in_the_row_where_it_was(room):
    coloured(room)
    room.enter("1")
    room.enter("2")
    assert room.spot() == (2, 0)
    press(room.field, TAB)
    assert room.spot() == (2, 1)
    for _step in range(3):
        room.desk.undo()
    assert len(room.place.counts.benches) == 1 and room.spot() == (2, 0)
    room.enter("4")
    assert room.place.counts.rows[2].field.text() == "4"


def test_undo_of_a_new_round_leaves_the_keyboard_in_a_field_of_the_round_before(room):
    room.enter("6")
    press(room.field, Qt.Key.Key_N)
    room.answer("Skala")
    assert room.place.question.field.hasFocus()
    room.desk.undo()
    assert room.spot() == (0, 0) and room.field.text() == "6"
    room.desk.redo()
    assert room.field in room.place.scale.fields


def test_enter_goes_down_a_column_and_then_to_the_head_of_the_next(room):
    coloured(room)
    spots = []
    for _field in range(6):
        spots.append(room.spot())
        room.enter("1")
    assert spots == [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)]
    assert room.place.send.hasFocus()


def test_arrows_go_across_the_grid(room):
    coloured(room)
    for key, spot in ((Qt.Key.Key_Right, (0, 1)), (Qt.Key.Key_Down, (1, 1)), (Qt.Key.Key_Left, (1, 0))):
        press(room.field, key)
        assert room.spot() == spot


def test_each_column_is_held_against_its_own_people(room):
    coloured(room)
    room.enter("15", TAB)
    room.enter("11", TAB)
    tallies = room.place.sheet.heads._tallies
    assert [(one.counted, one.expected, one.state) for one in tallies] == [(15, 15, "fits"), (11, 10, "over")]
    assert room.place.counts.rows[0].fields[1].is_over
    assert room.place.counts.rows[0].remark.text() == "höchstens 10 möglich"


def test_without_colours_again_all_dots_stand_in_one_field_and_a_new_count_replaces_them(room):
    coloured(room)
    room.enter("4", TAB)
    room.enter("6", TAB)
    room.place.question.coloured.click()
    room.place.counts.take_focus()
    assert room.field.text() == "10"
    room.enter("12")
    assert room.dots()["Räume"] == 12 and len(room.rounds()[0].counts) == 1
    room.desk.undo()
    assert room.dots()["Räume"] == 10 and len(room.rounds()[0].counts) == 2


def test_dots_that_were_counted_before_the_colours_keep_a_column(room):
    room.enter("9")
    assert coloured(room) == ["Praxis", "Ehrenamt", ""]
    assert [field.text() for field in room.place.counts.rows[0].fields] == ["", "", "9"]


def test_the_colour_of_the_dots_is_that_on_the_table(room):
    coloured(room)
    press(room.field, Qt.Key.Key_P)
    room.answer("Ehrenamt gelb")
    found = next(bench for bench in constituencies(room.desk.file, "forum") if bench.title == "Ehrenamt")
    assert found.colour == 3
    assert [bench.colour for bench in room.place.counts.benches] == [1, 3]


def test_the_closing_round_asks_the_whole_forum_on_a_scale(room):
    start(room, "Abschlussrunde")
    (row,) = room.rounds()
    assert (row.kind, row.goal_id, row.steps, row.low, row.high) == ("scale", None, 5, "gar nicht", "sehr")
    assert row.question == "Wie zufrieden sind Sie mit dem Ergebnis dieses Forums?"
    assert room.place.question.title.text().endswith("GANZES FORUM")
    for digits in ("", "1", "0", "3", "1"):
        room.enter(digits)
    assert room.place.send.hasFocus()
    assert room.rounds()[0].on_steps == (0, 1, 0, 3, 1)
    assert room.place.total.counted.text() == "5 Punkte von 5 Anwesenden"
    assert room.place.total.expected.text() == "Mittel 3,8 · Streuung ± 1,0"


def test_more_points_than_people_are_said_while_they_are_typed(room, qtbot):
    start(room, "Abschlussrunde")
    type_text(room.field, "7")
    qtbot.waitUntil(lambda: room.place.total.difference.text() == "2 zu viel: noch einmal zählen")
    assert room.rounds()[0].total == 0


def test_a_scale_has_three_to_ten_steps_and_never_loses_a_point(room):
    start(room, "Abschlussrunde")
    for digits in ("1", "1", "1", "1", "1"):
        room.enter(digits)
    steps = room.place.question.steps
    for typed, kept in (("2", 3), ("10", 10), ("4", 4)):
        steps.setFocus()
        steps.selectAll()
        type_text(steps, typed)
        press(steps, ENTER)
        assert room.rounds()[0].steps == kept
        assert sum(room.rounds()[0].on_steps) == 5
    assert len(room.place.scale.fields) == 5, "a step with a point stays"


def test_arrows_go_along_the_scale(room):
    start(room, "Ein-Punkt-Abfrage auf einer Skala")
    room.enter("1", Qt.Key.Key_Right)
    assert room.field is room.place.scale.fields[1]
    press(room.field, Qt.Key.Key_Left)
    assert room.field is room.place.scale.fields[0]
    assert room.rounds()[0].goal_id == room.built.goal_id


def test_a_low_window_tells_the_rules_in_one_line_that_opens(room, qtbot):
    room.place.resize(700, 430)
    question = room.place.question
    qtbot.waitUntil(question.summary.isVisible)
    assert question.summary.text().startswith("5 Punkte je Person · auf Gruppen · 5 Personen")
    assert not question.rules.isVisible()
    question.summary.click()
    assert question.dots.hasFocus()
    press(question.dots, ENTER)
    assert not question.rules.isVisible() and room.spot() == (0, 0)


def test_groups_of_all_goals_are_weighed_together_and_tell_their_goal(room):
    start(room, "Gruppen aller Ziele")
    assert room.rounds()[-1].goal_id is None
    assert room.place.counts.rows[0].remark.text() == "Ziel 3.2 · 1 Karte"
    room.enter("4")
    assert room.dots()["Räume"] == 4


@pytest.fixture
def crowd(qtbot, tmp_path):
    """Many cards to weigh with coloured dots."""
    built = board_file(tmp_path, {"Wege": tuple(f"Weg {at}" for at in range(120))}, ())
    with ForumFile.open(built.path) as file:
        people = [NewParticipant(f"Person {at}", constituency=f"Bank {at % 3}") for at in range(6)]
        add_participants(file, built.forum_id, people, present=True)
    made = opened(qtbot, built)
    start(made, "einzelne Karten")
    coloured(made)
    yield made
    made.place.close()
    made.desk.close()


def made(room):
    return [at for at, row in enumerate(room.place.counts.rows) if row.is_made]


def test_of_many_rows_only_those_near_the_view_have_fields(crowd):
    assert len(crowd.place.counts.rows) == 120
    assert made(crowd)[:8] == list(range(8))
    assert len(made(crowd)) < 60
    QApplication.processEvents()
    crowd.place.sheet.area.verticalScrollBar().setValue(100_000)
    assert made(crowd)[-1] == 119


def test_tab_and_arrows_go_from_field_to_field_to_the_end_of_many_rows(crowd):
    for at in range(3 * len(crowd.place.counts.benches)):
        assert crowd.spot() == divmod(at, len(crowd.place.counts.benches))
        crowd.key(TAB)
    for at in range(3, 119):
        assert crowd.spot() == (at, 0)
        crowd.key(Qt.Key.Key_Down)
    assert crowd.spot() == (119, 0)
    for _column in crowd.place.counts.benches:
        crowd.key(TAB)
    assert crowd.place.send.hasFocus() or not crowd.place.send.isEnabled()


def test_tab_finds_the_rows_around_one_that_was_jumped_to(crowd):
    key = crowd.place.counts.rows[60].target_id
    crowd.place.reveal(key)
    assert crowd.spot() == (60, 0)
    QApplication.processEvents()
    crowd.enter("3", TAB)
    assert crowd.spot() == (60, 1)
    for _column in crowd.place.counts.benches[1:]:
        crowd.key(TAB)
    assert crowd.spot() == (61, 0)
    QTest.keyClick(crowd.field, Qt.Key.Key_Backtab)
    assert crowd.spot() == (60, len(crowd.place.counts.benches) - 1)
    assert crowd.place.counts.total == 3
    assert [row.line.dots[0] for row in crowd.place.counts.rows if row.target_id == key] == [3]


def test_rows_are_as_high_before_they_are_seen_as_afterwards(crowd):
    rows = crowd.place.counts.rows
    before = [row.tall for row in rows]
    for row in rows:
        row.make()
    QApplication.processEvents()
    assert [row.tall for row in rows] == [row.cells.height() for row in rows] == before
    assert crowd.place.counts.content_height() == sum(before)
