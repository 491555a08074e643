"""Gewichten, driven by keys on a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.domain.rows import NewParticipant
from forumtool.services.people import add_participants
from forumtool.storage.queries.outcomes import dot_rounds
from tests.ui.boards import LOOSE, board_file, weigh_board
from tests.ui.counting import GROUPS, opened
from tests.ui.keys import press, type_text


@pytest.fixture
def room(qtbot, tmp_path):
    made = opened(qtbot, board_file(tmp_path, GROUPS, people=25))
    yield made
    made.place.close()
    made.desk.close()


def test_the_first_count_makes_the_round_in_one_step_with_a_question_of_its_own(room):
    before = len(room.desk.file.journal.steps())
    assert room.rounds() == []
    room.enter("12")
    (row,) = room.rounds()
    assert row.question == "Welche Gruppe bringt uns bei Ziel 3.2 am meisten voran?"
    assert room.dots()["Räume"] == 12
    assert len(room.desk.file.journal.steps()) == before + 1


def test_enter_goes_from_field_to_field_and_nothing_is_sorted_meanwhile(room):
    room.enter("3")
    room.enter("20")
    assert room.titles() == list(GROUPS)
    assert room.place.counts.rows[2].field.hasFocus()
    assert room.ranks() == ["2", "1", "3"]


def test_leaving_the_list_sorts_it_by_dots(room, qtbot):
    room.enter("3")
    room.enter("20")
    room.enter("11")
    assert room.place.send.hasFocus()
    qtbot.waitUntil(lambda: room.titles() == ["Patenschaften", "Begegnung", "Räume"])
    assert room.ranks() == ["1", "2", "3"]


def test_equal_dots_share_a_rank(room, qtbot):
    for digits in ("7", "7", "2"):
        room.enter(digits)
    qtbot.waitUntil(lambda: room.ranks() == ["1", "1", "3"])


def test_arrows_go_up_and_down_between_fields(room):
    room.enter("4", Qt.Key.Key_Down)
    assert room.place.counts.rows[1].field.hasFocus()
    room.enter("5", Qt.Key.Key_Up)
    assert room.place.counts.rows[0].field.hasFocus()
    assert room.dots() == {"Räume": 4, "Patenschaften": 5, "Begegnung": 0}


def test_letters_do_not_get_into_a_count(room):
    room.enter("1x2")
    assert room.dots()["Räume"] == 12


def test_a_count_is_corrected_by_entering_it_again(room):
    room.enter("9", Qt.Key.Key_Down)
    room.enter("1", Qt.Key.Key_Up)
    room.enter("8")
    assert room.dots()["Räume"] == 8


def test_undo_of_a_count_shows_the_field_empty_again(room):
    room.enter("9")
    room.desk.undo()
    assert room.rounds() == []
    assert room.place.counts.rows[0].field.text() == ""


def test_ctrl_z_in_a_field_nobody_types_in_undoes_the_count(room, qtbot):
    from forumtool.ui.parts.buttons import shortcut

    shortcut(room.place, "Ctrl+Z", room.desk.undo)
    room.enter("9")
    field = next(row.field for row in room.place.counts.rows if row.field.hasFocus())
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.rounds() == []


def test_the_sum_says_how_many_dots_are_missing(room, qtbot):
    for digits in ("60", "50", "11"):
        room.enter(digits)
    total = room.place.total
    assert total.counted.text() == "121 Punkte gezählt"
    assert total.expected.text() == "erwartet 25 × 5 = 125"
    qtbot.waitUntil(lambda: total.difference.text() == "4 fehlen: noch einmal zählen oder so lassen")
    assert total.difference.objectName() == "warning"


def test_the_sum_follows_every_key_quietly_until_there_are_too_many(room):
    total = room.place.total
    room.enter("60")
    room.enter("50")
    type_text(room.field, "1")
    assert (total.counted.text(), total.difference.text()) == ("111 Punkte gezählt", "14 fehlen noch")
    type_text(room.field, "5")
    assert (total.difference.text(), total.difference.objectName()) == ("geht auf", "quiet")
    type_text(room.field, "0")
    assert "135 zu viel" in total.difference.text() and total.difference.objectName() == "warning"
    assert room.rounds()[0].total == 110, "nothing is written before Enter"


def test_voters_entered_replace_those_present(room):
    room.enter("10")
    assert room.place.question.voters.placeholderText() == "25 anwesend"
    room.place.question.voters.selectAll()
    type_text(room.place.question.voters, "12")
    QTest.keyClick(room.place.question.voters, Qt.Key.Key_Return)
    assert room.rounds()[0].voters == 12
    assert "12 × 5 = 60" in room.place.total.expected.text()


def test_the_number_of_voters_stands_with_the_round_from_the_first_dots_on(room):
    assert room.place.question.voters.text() == ""
    room.enter("10")
    assert room.place.question.voters.text() == "25"
    room.desk.do(add_participants, room.built.forum_id, [NewParticipant("Spät")], present=True)
    assert "25 × 5 = 125" in room.place.total.expected.text()
    assert room.place.question.voters.placeholderText() == "26 anwesend"
    room.desk.undo()
    room.desk.undo()
    assert room.place.question.voters.text() == ""


def test_the_question_keeps_its_own_wording(room):
    field = room.place.question.field
    field.setFocus()
    field.selectAll()
    type_text(field, "Was hilft uns zuerst?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert room.rounds()[0].question == "Was hilft uns zuerst?"
    room.place.counts.take_focus()
    room.enter("3")
    assert len(room.rounds()) == 1


def test_another_round_on_the_same_goal_starts_empty_and_the_first_can_be_chosen(room):
    room.enter("6")
    first = room.rounds()[0].id
    press(room.field, Qt.Key.Key_N)
    room.answer("Gruppen")
    assert len(room.rounds()) == 2
    assert room.place.counts.rows[0].field.text() == ""
    assert room.place.question.field.hasFocus()
    assert room.place.rounds.isVisible()
    room.place.show_round(first)
    assert room.place.counts.rows[0].field.text() == "6"
    assert room.place.rounds.text().startswith("Runde 1 von 2")
    press(room.field, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert room.place.rounds.text().startswith("Runde 2 von 2")
    press(room.field, Qt.Key.Key_R)
    room.answer("1")
    assert room.place.rounds.text().startswith("Runde 1 von 2")
    room.place.remove.click()
    assert [row.id for row in room.rounds()] != [first] and len(room.rounds()) == 1
    room.desk.undo()
    assert len(room.rounds()) == 2


def test_only_one_dot_for_each_group_can_be_the_rule_from_the_start(room):
    room.place.question.several.click()
    assert not room.rounds()[0].several_on_one


def test_the_ranking_goes_to_the_projector(room, qtbot):
    room.enter("6")
    with qtbot.waitSignal(room.desk.projected) as sent:
        room.place.send.click()
    assert sent.args[0].kind == "ranking" and sent.args[0].round_id == room.rounds()[0].id


def test_a_round_that_is_there_is_shown_by_rank(qtbot, tmp_path):
    built = board_file(tmp_path, GROUPS)
    weigh_board(built, (3, 0, 9))
    room = opened(qtbot, built)
    assert room.titles() == ["Begegnung", "Räume", "Patenschaften"]
    assert [row.field.text() for row in room.place.counts.rows] == ["9", "3", ""]
    room.desk.close()


def test_without_cards_the_place_says_to_capture_and_order_first(qtbot, tmp_path):
    room = opened(qtbot, board_file(tmp_path, {}, ()))
    assert room.place.empty.isVisible() and not room.place.sheet.isVisible()
    room.desk.close()


def test_without_groups_the_dots_go_on_cards(qtbot, tmp_path):
    room = opened(qtbot, board_file(tmp_path, {}))
    assert room.titles() == list(LOOSE)
    room.enter("4")
    assert room.rounds()[0].targets == "cards" and room.dots() == {LOOSE[0]: 4}
    room.desk.close()


def test_a_count_is_deleted_by_emptying_its_field(room):
    room.enter("9", Qt.Key.Key_Down)
    press(room.field, Qt.Key.Key_Up)
    press(room.field, Qt.Key.Key_Delete)
    press(room.field, Qt.Key.Key_Return)
    assert room.dots()["Räume"] == 0 and room.rounds()[0].total == 0
    room.desk.undo()
    assert room.dots()["Räume"] == 9


def test_where_only_one_is_allowed_more_than_there_are_people_is_said_quietly(room):
    room.place.question.several.click()
    room.place.counts.take_focus()
    room.enter("25")
    row = room.place.counts.rows[0]
    assert row.remark.text() == "1 Karte"
    room.place.counts.take_focus()
    type_text(room.field, "26")
    assert (row.remark.text(), row.remark.objectName()) == ("höchstens 25 möglich", "warning")
    press(room.field, Qt.Key.Key_Return)
    assert room.dots()["Räume"] == 26, "a count that looks wrong is kept all the same"


def test_the_question_is_taken_from_those_asked_before_and_names_this_goal(room, qtbot):
    press(room.field, Qt.Key.Key_F)
    assert room.place.question.field.hasFocus()
    press(room.place.question.field, Qt.Key.Key_Down)
    room.answer("einem Jahr")
    assert room.rounds()[0].question == "Was können wir in einem Jahr schaffen?"
    press(room.place.question.field, Qt.Key.Key_Return)
    assert room.spot() == (0, 0)
    press(room.field, Qt.Key.Key_N)
    room.answer("Gruppen")
    assert [row.question for row in room.rounds()] == ["Was können wir in einem Jahr schaffen?"] * 2


def test_a_question_that_names_its_goal_names_the_next_one_when_it_is_asked_again(room):
    room.enter("5")
    room.desk.choose_goal(next(goal.id for goal in room.desk.goals() if goal.number == "3.3"))
    room.place.start(goal_id=room.desk.goal_id)
    assert room.rounds()[-1].question == "Welche Gruppe bringt uns bei Ziel 3.3 am meisten voran?"


def test_another_goal_begins_with_the_rules_of_the_round_before(room):
    type_text(room.place.question.dots, "")
    room.place.question.dots.selectAll()
    type_text(room.place.question.dots, "3")
    press(room.place.question.dots, Qt.Key.Key_Return)
    room.desk.choose_goal(next(goal.id for goal in room.desk.goals() if goal.number == "3.3"))
    assert (room.place.row.dots_per_person, room.place.round) == (3, None)


def test_a_letter_sends_the_ranking_to_the_projector(room, qtbot):
    room.enter("6")
    with qtbot.waitSignal(room.desk.projected) as sent:
        press(room.field, Qt.Key.Key_L)
    assert sent.args[0] == room.place.to_show()


def test_a_group_is_found_by_its_words(room):
    press(room.field, Qt.Key.Key_S)
    room.answer("begeg")
    assert room.spot() == (2, 0)


def test_what_is_typed_goes_to_its_own_goal_when_the_goal_changes(room):
    field = room.place.counts.rows[0].field
    type_text(field, "8")
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert room.desk.goal().number == "3.3"
    assert room.dots()["Räume"] == 8
    assert len(dot_rounds(room.desk.file)) == 1


def test_a_field_below_the_edge_comes_into_view_when_enter_goes_there(qtbot, tmp_path):
    room = opened(qtbot, board_file(tmp_path, {f"Gruppe {at}": () for at in range(12)}))
    room.place.resize(900, 480)
    for at in range(11):
        room.enter(str(at + 1))
    qtbot.waitUntil(lambda: not room.place.counts.rows[11].cells.visibleRegion().isEmpty())
    assert room.place.counts.rows[11].field.hasFocus()
    room.desk.close()
