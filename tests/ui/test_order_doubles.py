"""Cards that may say the same, side by side: a person decides, one key for each pair."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.services.joining import join
from forumtool.services.proposals import reword
from forumtool.services.refusals import refuse_double
from forumtool.storage.queries.proposals import proposal
from forumtool.ui.places.order import Order
from tests.ui.boards import Room, at_the_board, board_file

KEY = Qt.Key
ALIKE = (
    "Sprachcafé im Park",
    "Ein Sprachcafé im Park, jede Woche",
    "Fahrradwerkstatt im Hof",
    "Eine Fahrradwerkstatt im Hof",
)


@pytest.fixture
def room(qtbot, tmp_path):
    built = board_file(tmp_path, {"Feste": ("Straßenfest planen", "Sommerfest der Vereine")}, ALIKE)
    desk, place = at_the_board(qtbot, Order, built)
    room = Room(desk, place, built)
    yield room
    place.close()
    desk.close()


@pytest.fixture
def page(room, qtbot):
    """The page of pairs, with the keyboard on the first one."""
    room.press(KEY.Key_A)
    found = room.place.pages.currentWidget()
    qtbot.waitUntil(lambda: bool(found.shown), timeout=20_000)
    qtbot.waitUntil(found.pairs.hasFocus)
    return found


def pair(page) -> set[str]:
    return {page.pairs.current.first.text, page.pairs.current.second.text}


def press(page, key: Qt.Key) -> None:
    QTest.keyClick(page.pairs, key)


def test_the_most_alike_come_first_with_both_wordings_whole(page):
    first_two = [{found.first.text, found.second.text} for found in page.shown[:2]]
    assert set(ALIKE[:2]) in first_two and set(ALIKE[2:]) in first_two
    shown = {side.accessibleName().split("\n")[0] for side in page.sides}
    assert shown == pair(page)


def test_the_words_in_common_are_emphasised_in_both(page):
    found = page.pairs.current
    for card, spans in zip((found.first, found.second), found.spans, strict=True):
        words = {card.text[start : start + length] for start, length in spans}
        assert words & {"Sprachcafé", "Fahrradwerkstatt"}


def test_enter_lays_the_pair_together_and_undo_takes_it_apart(room, page):
    found, before = page.pairs.current, room.steps()
    press(page, KEY.Key_Return)
    assert room.steps() == before + 1
    lead = proposal(room.desk.file, found.first.id)
    assert [wording.text for wording in lead.wordings] == [found.second.text]
    assert pair(page) != {found.first.text, found.second.text}
    room.desk.undo()
    assert proposal(room.desk.file, found.first.id).wordings == ()
    assert {found.first.id, found.second.id} in [{one.first.id, one.second.id} for one in page.shown]


def test_2_lets_the_second_card_stand(room, page):
    found = page.pairs.current
    press(page, KEY.Key_2)
    assert page.sides[1].stands and not page.sides[0].stands
    press(page, KEY.Key_Return)
    assert [wording.id for wording in proposal(room.desk.file, found.second.id).wordings] == [found.first.id]


def test_a_click_on_a_card_lets_it_stand(page):
    QTest.mouseClick(page.sides[1], Qt.MouseButton.LeftButton)
    assert page.sides[1].stands


def test_the_earlier_card_stands_unless_somebody_says_otherwise(page):
    found = page.pairs.current
    assert found.first.id < found.second.id and page.sides[0].stands


def refused(page, words: set[str]) -> bool:
    return words not in [{found.first.text, found.second.text} for found in page.shown]


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Right])
def test_not_the_same_is_a_step_that_only_its_own_undo_takes_back(room, page, key):
    words, before = pair(page), room.steps()
    press(page, key)
    assert refused(page, words)
    assert room.steps() == before + 1
    card = room.place.board.cards[0].id
    room.desk.do(reword, card, "Etwas anderes")
    room.desk.undo()
    assert refused(page, words)
    press(page, KEY.Key_Escape)
    room.press(KEY.Key_A)
    assert refused(page, words)
    room.desk.undo()
    assert not refused(page, words)


def test_not_the_same_is_still_known_after_a_restart(room, page, qtbot):
    words, others = pair(page), len(page.shown) - 1
    press(page, KEY.Key_Right)
    room.place.close()
    room.desk.close()
    desk, place = at_the_board(qtbot, Order, room.built)
    QTest.keyClick(place.area.active, KEY.Key_A)
    again = place.pages.currentWidget()
    qtbot.waitUntil(lambda: len(again.shown) == others, timeout=20_000)
    assert refused(again, words)
    place.close()
    desk.close()


def test_refused_pairs_take_no_room_from_the_others(qtbot, tmp_path):
    built = board_file(tmp_path, {}, tuple(f"Sprachcafé im Park Nummer {at}" for at in range(13)))
    desk, place = at_the_board(qtbot, Order, built)
    QTest.keyClick(place.area.active, KEY.Key_A)
    page = place.pages.currentWidget()
    qtbot.waitUntil(lambda: len(page.shown) == 50, timeout=20_000)
    for found in page.shown[:30]:
        desk.do(refuse_double, found.first.id, found.second.id)
    qtbot.waitUntil(lambda: len(page.shown) == 13 * 12 / 2 - 30, timeout=20_000)
    place.close()
    desk.close()


def test_arrows_go_through_the_list(page):
    first = pair(page)
    press(page, KEY.Key_Down)
    assert pair(page) != first
    press(page, KEY.Key_Up)
    assert pair(page) == first


def test_escape_leads_back_to_the_board(room, page, qtbot):
    press(page, KEY.Key_Escape)
    assert room.place.pages.is_near
    qtbot.waitUntil(room.view(None).hasFocus)


def test_a_card_laid_together_elsewhere_leaves_the_list(room, page):
    found = page.pairs.current
    room.desk.do(join, [found.second.id], found.first.id)
    assert not any(found.second.id in (one.first.id, one.second.id) for one in page.shown)


def test_a_card_with_others_behind_it_says_so_on_the_board(room, page):
    found = page.pairs.current
    press(page, KEY.Key_Return)
    press(page, KEY.Key_Escape)
    view = room.view(None)
    laid = next(room.place.pages._texts.of(card) for card in view.cards.cards if card.id == found.first.id)
    assert laid.corner.endswith("+1")


def test_a_board_without_pairs_says_so(qtbot, tmp_path):
    built = board_file(tmp_path, {}, ("Fahrradkurs", "Straßenfest"))
    desk, place = at_the_board(qtbot, Order, built)
    QTest.keyClick(place.area.active, KEY.Key_A)
    page = place.pages.currentWidget()
    qtbot.waitUntil(lambda: "auffällig" in page.empty.text(), timeout=20_000)
    QTest.keyClick(page, KEY.Key_Escape)
    assert place.pages.is_near
    place.close()
    desk.close()
