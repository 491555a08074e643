"""Gewichten, driven by keys on a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.storage.queries.outcomes import dot_rounds
from forumtool.ui.places.weigh import Weigh
from tests.ui.boards import at_the_board, board_file, weigh_board
from tests.ui.keys import type_text

GROUPS = {"Räume": ("Schulhöfe öffnen",), "Patenschaften": ("Elternlotsen", "Tandems"), "Begegnung": ("Café",)}


class Room:
    """The place on a desk, with short ways to what the file and the window say."""

    def __init__(self, desk, place, built):
        self.desk, self.place, self.built = desk, place, built

    def rounds(self):
        return dot_rounds(self.desk.file, self.desk.scope, self.built.goal_id)

    def dots(self) -> dict[str, int]:
        (row,) = self.rounds()
        return {title: row.dots_on(key) for title, key in self.built.clusters.items()}

    def titles(self) -> list[str]:
        return [row.title.text() for row in self.place.counts.rows]

    def ranks(self) -> list[str]:
        return [row.rank.text() for row in self.place.counts.rows]

    def enter(self, digits: str, key=Qt.Key.Key_Return) -> None:
        field = next(row.field for row in self.place.counts.rows if row.field.hasFocus())
        type_text(field, digits)
        QTest.keyClick(field, key)


def opened(qtbot, built) -> Room:
    return Room(*at_the_board(qtbot, Weigh, built), built)


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


def test_the_sum_says_how_many_dots_are_missing(room):
    for digits in ("60", "50", "11"):
        room.enter(digits)
    total = room.place.total
    assert total.counted.text() == "121 Punkte gezählt"
    assert total.expected.text() == "erwartet 25 × 5 = 125"
    assert total.difference.text() == "4 fehlen: noch einmal zählen oder so lassen"
    room.place.counts.take_focus()
    room.enter("100")
    assert "zu viel" in total.difference.text()


def test_voters_entered_replace_those_present(room):
    room.enter("10")
    assert room.place.question.voters.placeholderText() == "25 anwesend"
    type_text(room.place.question.voters, "12")
    QTest.keyClick(room.place.question.voters, Qt.Key.Key_Return)
    assert room.rounds()[0].voters == 12
    assert "12 × 5 = 60" in room.place.total.expected.text()


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
    room.place.new.click()
    assert len(room.rounds()) == 2
    assert room.place.counts.rows[0].field.text() == ""
    assert room.place.rounds.isVisible()
    room.place.show_round(first)
    assert room.place.counts.rows[0].field.text() == "6"
    assert room.place.rounds.text().startswith("Runde 1 von 2")


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


def test_without_groups_the_place_says_to_order_first(qtbot, tmp_path):
    room = opened(qtbot, board_file(tmp_path, {}))
    assert room.place.empty.isVisible() and not room.place.sheet.isVisible()
    room.desk.close()


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
    qtbot.waitUntil(lambda: not room.place.counts.rows[11].visibleRegion().isEmpty())
    assert room.place.counts.rows[11].field.hasFocus()
    room.desk.close()
