"""Ordnen, driven by keys and by drag and drop on a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.storage.queries.forums import forums
from forumtool.ui.desk import Desk
from forumtool.ui.parts.goal_head import GoalHead
from forumtool.ui.parts.to_goal import step_goal
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.places.order import Order
from forumtool.ui.places.ordering.papers import PAPER
from forumtool.ui.theme.style import body_font
from tests.ui.boards import LOOSE, Room, at_the_board, board_file, drop, hold, weigh_board
from tests.ui.desks import window_on
from tests.ui.keys import type_text

SMALL = {"Räume": ("Vereine öffnen Räume", "Schulhöfe öffnen", "Leerstände nutzen"), "Patenschaften": ("Elternlotsen",)}
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(qtbot, tmp_path):
    built = board_file(tmp_path, SMALL)
    desk, place = at_the_board(qtbot, Order, built)
    yield Room(desk, place, built)
    place.close()
    desk.close()


def test_cards_that_are_not_ordered_stand_at_the_left_and_groups_beside_them(room):
    assert room.shown(None) == list(LOOSE)
    assert room.shown("Räume") == list(SMALL["Räume"])
    assert "· 5" in room.place.area.not_ordered.title.text()


def test_two_lines_of_a_goal_are_whole_down_to_the_last_tail_of_a_letter(qtbot, tmp_path):
    with window_on(tmp_path, qtbot) as window:
        window.go_to("order")
        window.desk.choose_forum(next(row.id for row in forums(window.desk.file) if "Fachforum 2" in row.title))
        (head,) = (one for one in window.places["order"].findChildren(GoalHead) if one.isVisible())
        lines = Wrapped(window.desk.goal().title, body_font(), 220, lines=2)
        assert lines.count == 2 and head.height() >= lines.height + 2, "with the line below what has the keyboard"


def test_g_puts_a_card_into_the_group_that_is_typed(room):
    room.press(Qt.Key.Key_G)
    room.answer("paten")
    assert room.in_file()["Patenschaften"] == ["Elternlotsen", LOOSE[0]]
    assert room.shown("Patenschaften") == ["Elternlotsen", LOOSE[0]]


def test_after_sorting_a_card_the_next_one_has_the_keyboard(room):
    room.press(Qt.Key.Key_G)
    room.answer("paten")
    view = room.view(None)
    assert room.place.area.active is view and view.hasFocus()
    assert view.currentIndex().data() == LOOSE[1]


def test_g_with_a_new_name_makes_a_group_with_the_chosen_cards_as_one_step(room):
    room.press(Qt.Key.Key_Down, SHIFT)
    before = len(room.desk.file.journal.steps())
    room.press(Qt.Key.Key_G)
    room.answer("Arbeit und Ausbildung")
    assert room.in_file()["Arbeit und Ausbildung"] == list(LOOSE[:2])
    assert len(room.desk.file.journal.steps()) == before + 1
    room.desk.undo()
    assert room.in_file()[""] == list(LOOSE)
    assert "Arbeit und Ausbildung" not in [row.title for row in room.groups()]
    assert len(room.place.area.columns) == 2


def test_the_first_card_is_chosen_on_arrival_so_that_n_takes_it(room):
    assert room.place.area.active.selectionModel().hasSelection()
    room.press(Qt.Key.Key_N)
    room.answer("Übergänge")
    assert room.in_file()["Übergänge"] == [LOOSE[0]]


def test_n_without_a_chosen_card_makes_an_empty_group(room):
    room.press(Qt.Key.Key_Escape)
    room.press(Qt.Key.Key_N)
    room.answer("Übergänge")
    assert room.in_file()["Übergänge"] == []
    assert len(room.place.area.columns) == 3


def test_arrows_go_to_the_neighbouring_column_and_back(room):
    room.press(Qt.Key.Key_Right)
    assert room.view("Räume").hasFocus() and room.view("Räume").currentIndex().row() == 0
    room.press(Qt.Key.Key_Right)
    assert room.view("Patenschaften").hasFocus()
    room.press(Qt.Key.Key_Left)
    assert room.view("Räume").hasFocus()
    assert not room.view("Patenschaften").selectionModel().hasSelection()


def test_u_takes_cards_back_to_those_not_ordered(room):
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_U)
    assert SMALL["Räume"][0] in room.in_file()[""]
    assert room.view("Räume").currentIndex().data() == SMALL["Räume"][1]


def test_f2_renames_the_group_in_its_head(room):
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_F2)
    field = room.place.area.columns[room.built.clusters["Räume"]].head.field
    assert field.hasFocus()
    field.selectAll()
    type_text(field, "Räume für alle")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert room.groups()[0].title == "Räume für alle"
    assert room.view("Räume").hasFocus()


def test_escape_leaves_the_heading_as_it_was(room):
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_F2)
    field = room.place.area.columns[room.built.clusters["Räume"]].head.field
    type_text(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert room.groups()[0].title == "Räume"
    assert not room.place.area.columns[room.built.clusters["Räume"]].head.is_renaming


def test_m_merges_this_group_into_another_one(room):
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_M)
    room.answer("paten")
    assert room.in_file() == {"Patenschaften": ["Elternlotsen", *SMALL["Räume"]], "": list(LOOSE)}
    assert room.view("Patenschaften").hasFocus()


def test_d_dissolves_a_group_and_keeps_its_cards(room):
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_D)
    assert "Räume" not in room.in_file()
    assert set(SMALL["Räume"]) <= set(room.in_file()[""])
    room.desk.undo()
    assert room.shown(None) == list(LOOSE)


def test_shift_and_an_arrow_move_the_column(room):
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Right, SHIFT)
    assert [row.title for row in room.groups()] == ["Patenschaften", "Räume"]
    assert list(room.place.area.columns) == [row.id for row in room.groups()]


def test_a_card_dropped_between_two_others_stays_there(room):
    view = room.view("Räume")
    second = view.visualRect(view.cards.index(1))
    drop(view, [room.built.cards[LOOSE[2]]], second.top() + 2)
    first, *rest = SMALL["Räume"]
    assert room.in_file()["Räume"] == [first, LOOSE[2], *rest]
    assert room.shown("Räume") == [first, LOOSE[2], *rest]
    assert view.chosen == [room.built.cards[LOOSE[2]]]


def test_several_cards_dropped_below_the_last_one_are_one_step(room):
    before = len(room.desk.file.journal.steps())
    drop(room.view("Patenschaften"), [room.built.cards[text] for text in LOOSE[:3]], 500)
    assert room.in_file()["Patenschaften"] == ["Elternlotsen", *LOOSE[:3]]
    assert len(room.desk.file.journal.steps()) == before + 1


def test_a_card_dropped_where_it_was_makes_no_step(room):
    before = len(room.desk.file.journal.steps())
    view = room.view("Räume")
    drop(view, [room.built.cards[SMALL["Räume"][1]]], view.visualRect(view.cards.index(1)).center().y())
    assert len(room.desk.file.journal.steps()) == before


def test_cards_not_ordered_can_be_put_into_another_order(room):
    drop(room.view(None), [room.built.cards[LOOSE[3]]], 0)
    assert room.shown(None) == [LOOSE[3], *LOOSE[:3], LOOSE[4]] == room.in_file()[""]
    room.desk.undo()
    assert room.shown(None) == list(LOOSE)


def test_a_card_dropped_among_those_not_ordered_stays_where_it_was_dropped(room):
    drop(room.view(None), [room.built.cards[SMALL["Räume"][0]]], 0)
    assert room.shown(None) == [SMALL["Räume"][0], *LOOSE]


def test_a_drag_that_is_broken_off_leaves_the_cards_where_they_are(room):
    """The laptop sleeps, Esc is pressed or another window comes up: Qt tells the column that the drag has left it."""
    view, before = room.view("Räume"), room.steps()
    hold(view, [room.built.cards[LOOSE[0]]], 20)
    view.let_go.emit()
    assert not view.is_marked
    assert room.steps() == before and room.shown(None) == list(LOOSE)


def test_a_drag_that_outlives_its_goal_is_not_dropped_into_another_one(room):
    keys, before = [room.built.cards[LOOSE[0]]], room.steps()
    step_goal(room.desk, 1)
    room.place.sorting.drop(room.place.area, keys, None, None)
    assert room.steps() == before
    step_goal(room.desk, -1)
    assert room.shown(None) == list(LOOSE)


def test_a_card_deleted_while_it_is_dragged_is_not_dropped(room):
    from forumtool.services.proposals import remove

    card = room.built.cards[LOOSE[0]]
    room.desk.do(remove, [card])
    before = room.steps()
    drop(room.view("Räume"), [card], 10)
    assert room.steps() == before


def test_moving_within_a_column_changes_the_order(room):
    view = room.view("Räume")
    drop(view, [room.built.cards[SMALL["Räume"][2]]], 0)
    assert room.in_file()["Räume"] == [SMALL["Räume"][2], *SMALL["Räume"][:2]]


def test_columns_out_of_view_are_made_after_the_first_picture_and_when_they_are_asked_for(qtbot, tmp_path):
    built = board_file(tmp_path, {f"Gruppe {at}": (f"Karte {at}",) for at in range(14)})
    desk, place = at_the_board(qtbot, Order, built)
    assert len(place.area.strip.made) < 14
    qtbot.waitUntil(lambda: len(place.area.strip.made) == 14)
    assert list(place.area.columns) == list(built.clusters.values())
    place.area.start_anew()
    place.refresh()
    assert [column.cluster.title for column in place.area.columns.values()] == list(built.clusters)
    place.close()
    desk.close()


def test_a_step_elsewhere_leaves_selection_and_scrolling_alone(room):
    room.place.resize(1100, 260)
    QTest.qWait(20)
    view = room.view(None)
    view.choose(3)
    view.verticalScrollBar().setValue(40)
    drop(room.view("Patenschaften"), [room.built.cards[SMALL["Räume"][0]]], 500)
    assert view.currentIndex().data() == LOOSE[3]
    assert view.verticalScrollBar().value() == 40


def test_letters_are_commands_only_in_a_column(room):
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_F2)
    field = room.place.area.columns[room.built.clusters["Räume"]].head.field
    QTest.keyClick(field, Qt.Key.Key_D)
    assert len(room.groups()) == 2
    assert field.text() == "d"


def test_l_sends_the_board_to_the_projector(room, qtbot):
    with qtbot.waitSignal(room.desk.projected) as sent:
        room.press(Qt.Key.Key_L)
    assert (sent.args[0].kind, sent.args[0].goal_id) == ("board", room.built.goal_id)


def test_alt_and_an_arrow_change_the_goal(room):
    QTest.keyClick(room.view(None), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert room.desk.goal().number == "3.3"
    assert room.shown(None) == []
    assert room.place.area.columns == {}


def test_on_another_goal_the_first_key_is_for_its_first_card(room, qtbot):
    numbers = [goal.number for goal in room.desk.goals()]
    to = Qt.Key.Key_Up if numbers.index(room.desk.goal().number) else Qt.Key.Key_Down
    back = Qt.Key.Key_Down if to == Qt.Key.Key_Up else Qt.Key.Key_Up
    QTest.keyClick(room.place.area.active, to, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(room.place.area.active, back, Qt.KeyboardModifier.AltModifier)
    view = room.view(None)
    assert view.hasFocus() and view.currentIndex().data() == LOOSE[0] and view.chosen == [view.current]
    room.press(Qt.Key.Key_G)
    room.answer("räume")
    assert LOOSE[0] in room.in_file()["Räume"]


def test_a_tooltip_tells_the_origin_as_plain_words(room):
    from forumtool.services.proposals import reword

    reword(room.desk.file, room.built.cards[LOOSE[0]], "<b>Sprachtandems</b> im Betrieb")
    model = room.view(None).cards
    told = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert LOOSE[0] in told and "&lt;b&gt;" in told


def test_colours_are_changed_by_the_menu_and_painted(room):
    from forumtool.ui.places.ordering.menus import column_menu

    column = room.place.area.columns[room.built.clusters["Räume"]]
    chosen: list[int] = []
    menu = column_menu(room.place, column.cluster, room.place.ask, chosen.append, lambda step: None)
    colours = next(action.menu() for action in menu.actions() if action.menu())
    colours.actions()[4].trigger()
    assert chosen == [4]
    column.head.menu_wanted.emit()
    from forumtool.services.clusters import colour_cluster

    room.desk.do(colour_cluster, column.cluster.id, 4)
    assert column.view.paper.colour == 4


def test_dots_stand_in_the_head_of_a_column(qtbot, tmp_path):
    built = board_file(tmp_path, SMALL)
    weigh_board(built, (7, 0))
    desk = Desk()
    desk.open(built.path)
    desk.choose_goal(built.goal_id)
    place = Order(desk)
    qtbot.addWidget(place)
    place.show()
    assert place.area.columns[built.clusters["Räume"]].head.facts.dots == 7
    assert place.area.columns[built.clusters["Patenschaften"]].head.facts.dots == 0
    desk.close()


def test_no_goal_at_all_says_what_to_do(qtbot, tmp_path):
    from forumtool.services.processes import new_process

    path = tmp_path / "leer.forum"
    new_process(path, "empty")
    desk = Desk()
    desk.open(path)
    place = Order(desk)
    qtbot.addWidget(place)
    place.show()
    place.take_focus()
    assert place.no_goal.isVisible() and not place.area.isVisible()
    place.ask("into")
    place.ask("dissolve")
    desk.close()


def test_a_text_of_3000_characters_makes_a_card_of_bounded_height(room):
    from forumtool.services.proposals import capture

    capture(room.desk.file, "Ein Weg " * 375, forum_id=room.built.forum_id, goal_id=room.built.goal_id)
    view = room.view(None)
    card = view.cards.cards[-1]
    assert len(card.text) > 2_900
    assert view.paper.height_of(card) < 240


def test_e_opens_the_card_where_it_is_captured(qtbot, tmp_path):
    built = board_file(tmp_path, SMALL)
    with window_on(tmp_path, qtbot) as window:
        window.desk.choose_goal(built.goal_id)
        window.go_to("order")
        QTest.keyClick(window.places["order"].area.active, Qt.Key.Key_E)
        assert window.stack.currentWidget() is window.places["capture"]


def test_undo_of_the_window_takes_a_drop_back(qtbot, tmp_path):
    built = board_file(tmp_path, SMALL)
    with window_on(tmp_path, qtbot) as window:
        window.desk.choose_goal(built.goal_id)
        window.go_to("order")
        place = window.places["order"]
        drop(place.area.columns[built.clusters["Räume"]].view, [built.cards[LOOSE[0]]], 500)
        assert place.area.columns[built.clusters["Räume"]].view.hasFocus()
        QTest.keyClick(place.area.active, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert [card.text for card in place.area.not_ordered.view.cards.cards] == list(LOOSE)


def test_words_stay_inside_the_paper_when_a_column_begins_to_scroll(room):
    room.place.resize(1100, 300)
    drop(room.view("Räume"), [room.built.cards[text] for text in LOOSE], 500)
    view = room.view("Räume")
    QTest.qWait(20)
    assert view.verticalScrollBar().isVisible()
    assert view.viewport().width() >= PAPER - 2
