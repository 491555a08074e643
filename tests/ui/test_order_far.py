"""The whole board in one picture: cards are found, chosen, carried and sorted from afar too."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from forumtool.ui.places.order import Order
from forumtool.ui.places.ordering.column_model import mime_of
from forumtool.ui.places.ordering.far_layout import Heap, all_in_view, laid_out
from tests.ui.boards import GROUPS, LOOSE, NONE, Room, at_the_board, board_file

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(qtbot, tmp_path):
    built = board_file(tmp_path)
    desk, place = at_the_board(qtbot, Order, built)
    yield Room(desk, place, built)
    place.close()
    desk.close()


@pytest.fixture
def far(room):
    room.press(KEY.Key_Z)
    return room.place.pages.far


def spot(room: Room, text: str):
    return room.place.pages.far.spot(room.built.cards[text])


def centre(room: Room, text: str) -> QPoint:
    found = spot(room, text)
    return QPoint(int(found.x + found.width / 2), int(found.y + found.height / 2))


def carry(far, keys: list[str], where: QPoint) -> None:
    """Carry cards to a place of the far board and let them go there."""
    about = (Qt.DropAction.MoveAction, mime_of(keys), Qt.MouseButton.LeftButton, NONE)
    target = far.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(where, *about))
    QApplication.sendEvent(target, QDragMoveEvent(where, *about))
    assert far.dragging.is_marked
    QApplication.sendEvent(target, QDropEvent(QPointF(where), *about))
    assert not far.dragging.is_marked


def turn_wheel(widget, notches: int, held: Qt.KeyboardModifier = CTRL) -> None:
    spot = QPointF(20, 20)
    event = QWheelEvent(
        spot, widget.mapToGlobal(spot), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_every_card_of_every_group_is_in_view(room, far):
    seen = far.viewport().rect().toRectF()
    assert len(far.lay.spots) == sum(map(len, GROUPS.values())) + len(LOOSE)
    assert all(one.x >= 0 and one.x + one.width <= seen.width() + 1 for one in far.lay.spots)
    assert all(one.y + one.height <= seen.height() + 1 for one in far.lay.spots)


def test_no_card_lies_on_another_one(far):
    for lot in far.lay.lots:
        spots = far.lay.spots[lot.first : lot.last]
        for at, one in enumerate(spots):
            for other in spots[at + 1 :]:
                apart = one.x + one.width <= other.x or other.x + other.width <= one.x
                assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_z_leads_there_and_back_to_the_same_card(room, far):
    assert far.hasFocus()
    far.choose_cards([room.built.cards["Elternlotsen an Grundschulen"]])
    room.press(KEY.Key_Z)
    assert room.place.pages.is_near
    assert room.view("Patenschaften").current == room.built.cards["Elternlotsen an Grundschulen"]


def test_the_wheel_with_ctrl_goes_away_and_comes_near(room):
    turn_wheel(room.view("Räume").viewport(), -1)
    assert not room.place.pages.is_near
    turn_wheel(room.place.pages.far.viewport(), 1)
    assert room.place.pages.is_near


def test_the_wheel_alone_only_scrolls(room):
    turn_wheel(room.view("Räume").viewport(), -1, NONE)
    assert room.place.pages.is_near


def test_ctrl_minus_plus_and_0_do_so_by_keyboard(room):
    QTest.keyClick(room.place.area.active, KEY.Key_Minus, CTRL)
    pages = room.place.pages
    assert not pages.is_near
    before = pages.far.lay.scale
    QTest.keyClick(pages.far, KEY.Key_Minus, CTRL)
    assert pages.far.lay.scale <= before
    QTest.keyClick(pages.far, KEY.Key_0, CTRL)
    assert pages.is_near


def test_arrows_go_from_card_to_card(room, far):
    far.choose_cards([])
    far.choose_cards([room.built.cards[LOOSE[0]]])
    QTest.keyClick(far, KEY.Key_Down)
    assert far.current == room.built.cards[LOOSE[1]]
    while far.cluster_id is None:
        QTest.keyClick(far, KEY.Key_Right)
    assert far.cluster_id == room.built.clusters["Begegnung im Alltag"]
    QTest.keyClick(far, KEY.Key_Left)
    assert far.cluster_id is None


def test_space_chooses_several_and_g_puts_them_into_a_group_as_one_step(room, far):
    before = room.steps()
    far.choose_cards([room.built.cards[LOOSE[0]]])
    for key in (KEY.Key_Down, KEY.Key_Space, KEY.Key_Up, KEY.Key_Space):
        QTest.keyClick(far, key)
    assert far.chosen == [room.built.cards[LOOSE[1]], room.built.cards[LOOSE[0]]]
    QTest.keyClick(far, KEY.Key_G)
    room.answer("paten")
    assert set(room.in_file()["Patenschaften"][-2:]) == set(LOOSE[:2])
    assert room.steps() == before + 1


def test_a_frame_drawn_with_the_mouse_chooses_what_it_touches(room, far):
    lot = far.lay.lots[0]
    start = QPoint(int(lot.x + lot.width - 3), int(lot.y + lot.height - 3))
    QTest.mousePress(far.viewport(), Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(far.viewport(), start - QPoint(40, 40))
    QTest.mouseMove(far.viewport(), QPoint(int(lot.x + 3), int(lot.y + 3)))
    QTest.mouseRelease(far.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(int(lot.x + 3), int(lot.y + 3)))
    assert far.chosen_keys == [room.built.cards[text] for text in LOOSE]


def test_ctrl_and_a_click_add_a_card(room, far):
    for text, held in ((LOOSE[0], NONE), (LOOSE[2], CTRL)):
        QTest.mouseClick(far.viewport(), Qt.MouseButton.LeftButton, held, centre(room, text))
    assert far.chosen_keys == [room.built.cards[LOOSE[0]], room.built.cards[LOOSE[2]]]
    QTest.keyClick(far, KEY.Key_N)
    room.answer("Neu")
    assert room.in_file()["Neu"] == [LOOSE[0], LOOSE[2]]


def test_a_card_carried_onto_another_one_goes_before_it(room, far):
    target = spot(room, "Elternlotsen an Grundschulen")
    before = room.steps()
    carry(far, [room.built.cards[LOOSE[0]]], QPoint(int(target.x + 5), int(target.y + 2)))
    assert room.in_file()["Patenschaften"][:3] == [GROUPS["Patenschaften"][0], LOOSE[0], GROUPS["Patenschaften"][1]]
    assert room.steps() == before + 1
    assert spot(room, LOOSE[0]).lot == spot(room, "Elternlotsen an Grundschulen").lot
    room.desk.undo()
    assert room.in_file()[""] == list(LOOSE)


def test_several_cards_carried_to_an_empty_place_of_a_group_go_behind_its_last(room, far):
    lot = next(one for one in far.lay.lots if one.heap.title == "Räume")
    where = QPoint(int(lot.x + lot.width - 3), int(lot.y + lot.height - 3))
    carry(far, [room.built.cards[text] for text in LOOSE[:2]], where)
    assert room.in_file()["Räume"] == [*GROUPS["Räume"], *LOOSE[:2]]


def test_a_drag_that_leaves_the_board_changes_nothing(room, far):
    about = (Qt.DropAction.MoveAction, mime_of([room.built.cards[LOOSE[0]]]), Qt.MouseButton.LeftButton, NONE)
    before = room.steps()
    QApplication.sendEvent(far.viewport(), QDragEnterEvent(centre(room, LOOSE[1]), *about))
    QApplication.sendEvent(far.viewport(), QDragLeaveEvent())
    assert not far.dragging.is_marked
    assert room.steps() == before


def test_a_card_too_small_to_be_read_tells_its_words(room, far, qtbot):
    where = centre(room, LOOSE[0])
    QApplication.sendEvent(far.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, far.viewport().mapToGlobal(where)))
    qtbot.waitUntil(lambda: LOOSE[0] in QToolTip.text())
    QToolTip.hideText()
    far.choose_cards([room.built.cards[LOOSE[1]]])
    assert LOOSE[1] in far.accessibleDescription()


def test_a_double_click_comes_near_to_the_card(room, far):
    QTest.mouseDClick(far.viewport(), Qt.MouseButton.LeftButton, NONE, centre(room, "Proberaum für Jugendliche"))
    assert room.place.pages.is_near and room.view("Räume").current == room.built.cards["Proberaum für Jugendliche"]


def test_a_step_elsewhere_is_seen_from_afar_too(room, far):
    from forumtool.services.clusters import rename_cluster

    room.desk.do(rename_cluster, room.built.clusters["Räume"], "Orte")
    assert "Orte" in [lot.heap.title for lot in far.lay.lots]


def test_2000_cards_are_all_in_view_and_each_once():
    heaps = [Heap(str(at), f"Gruppe {at}", at % 5, tuple(f"{at}-{card}" for card in range(50)), (72,) * 50)
             for at in range(40)]  # fmt: skip
    lay = all_in_view(heaps, 1150, 600)
    assert len({one.card for one in lay.spots}) == 2000
    assert lay.width <= 1150 and max(one.y + one.height for one in lay.spots) <= 600


def test_a_nearer_board_scrolls_in_one_row():
    heaps = [Heap(str(at), "", 0, tuple(f"{at}-{card}" for card in range(50)), (72,) * 50) for at in range(40)]
    lay = laid_out(heaps, 1150, 600, 0.5)
    assert lay.width > 1150
    assert {lot.y for lot in lay.lots} == {0.0}


@pytest.mark.parametrize("size", [(10, 10), (700, 80)])
def test_a_window_without_room_does_no_harm(size):
    assert all_in_view([Heap(None, "", None, ("a",), (500,))], *size).spots
    assert all_in_view([], *size).spots == ()
