"""Suggestions on the board: a group for the next card, and a first draft. They whisper, and write nothing unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.services.clusters import add_cluster, dissolve_cluster, put_into
from forumtool.ui.places.order import Order
from forumtool.ui.settings import Settings
from tests.ui.boards import NONE, Room, at_the_board, board_file, drop
from tests.ui.keys import type_text

KEY = Qt.Key
GROUPS = {
    "Sprache": ("Sprachcafé im Park", "Sprachkurse am Abend", "Sprachtandem mit Älteren"),
    "Fahrrad": ("Fahrradkurse für Frauen", "Fahrradwerkstatt im Hof", "Fahrräder ausleihen"),
    "Feste": ("Nachbarschaftsfest im Mai", "Straßenfest planen", "Sommerfest der Vereine"),
}
LOOSE = ("Sprachcafé für Mütter am Vormittag", "Fahrradwerkstatt für Jugendliche", "Straßenfest im Sommer")
APART = (
    "Sprachkurs am Abend", "Sprachkurs am Vormittag", "Sprachkurs für Mütter", "Fahrradwerkstatt im Hof",
    "Fahrradwerkstatt für Frauen", "Fahrradwerkstatt am Rehmplatz", "Straßenfest im Mai", "Straßenfest im Herbst",
    "Straßenfest der Vereine",
)  # fmt: skip


@pytest.fixture
def room(qtbot, tmp_path):
    built = board_file(tmp_path, GROUPS, LOOSE)
    desk, place = at_the_board(qtbot, Order, built)
    yield Room(desk, place, built)
    place.close()
    desk.close()


@pytest.fixture
def scratch(qtbot, tmp_path):
    built = board_file(tmp_path, {}, APART)
    desk, place = at_the_board(qtbot, Order, built)
    yield Room(desk, place, built)
    place.close()
    desk.close()


def whispered(room: Room, qtbot, text: str):
    """Wait until a group is suggested for this card, and return the line."""
    place = room.place
    qtbot.waitUntil(lambda: place.whispering.is_shown and place.whispering.line.card.text == text, timeout=20_000)
    return place.whispering.line


def drafted(room: Room, qtbot):
    """Ask for a draft and return its columns."""
    room.press(KEY.Key_V)
    qtbot.waitUntil(lambda: bool(room.place.area.strip.drafts), timeout=20_000)
    return list(room.place.area.strip.drafts.values())


def test_the_fitting_group_is_named_with_the_words_in_common(room, qtbot):
    line = whispered(room, qtbot, LOOSE[0])
    assert line.offers[0].title.text() == "Sprache"
    assert "Sprachcafé" in line.reason.text
    assert room.in_file()[""] == list(LOOSE)


def test_enter_takes_the_suggestion_as_one_step_and_goes_on_with_the_next_card(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    before = room.steps()
    room.press(KEY.Key_Return)
    assert room.in_file()["Sprache"][-1] == LOOSE[0]
    assert room.steps() == before + 1
    line = whispered(room, qtbot, LOOSE[1])
    assert line.offers[0].title.text() == "Fahrrad"
    room.desk.undo()
    assert room.in_file()[""] == list(LOOSE)


def test_three_keystrokes_order_three_cards(room, qtbot):
    for text in LOOSE:
        whispered(room, qtbot, text)
        room.press(KEY.Key_Return)
    assert room.in_file()[""] == []
    assert not room.place.whispering.is_shown


def test_2_takes_the_second_group(room, qtbot):
    line = whispered(room, qtbot, LOOSE[0])
    second = line.offers[1].title.text()
    room.press(KEY.Key_2)
    assert room.in_file()[second][-1] == LOOSE[0]


def test_escape_refuses_the_suggestion_and_goes_to_the_next_card(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    room.press(KEY.Key_Escape)
    whispered(room, qtbot, LOOSE[1])
    room.press(KEY.Key_Up)
    line = whispered(room, qtbot, LOOSE[0])
    assert not line.offers[0].isVisible() and "keine Gruppe" in line.reason.text
    room.press(KEY.Key_Return)
    assert room.in_file()[""] == list(LOOSE)


def no_group(room: Room, qtbot, text: str) -> bool:
    """Go to a card and tell whether it is said that no group fits it."""
    room.view(None).choose(room.shown(None).index(text))
    line = whispered(room, qtbot, text)
    return not line.offers[0].is_there and "keine Gruppe" in line.reason.text


def test_a_refusal_stays_whatever_else_is_undone_until_it_is_undone_itself(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    before = room.steps()
    room.press(KEY.Key_Escape)
    assert room.steps() == before + 1
    whispered(room, qtbot, LOOSE[1])
    room.press(KEY.Key_Return)
    room.desk.undo()
    assert room.in_file()[""] == list(LOOSE)
    assert no_group(room, qtbot, LOOSE[0])
    room.desk.undo()
    assert not no_group(room, qtbot, LOOSE[0])


def test_a_refusal_is_still_known_after_a_restart(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    room.press(KEY.Key_Escape)
    room.place.close()
    room.desk.close()
    desk, place = at_the_board(qtbot, Order, room.built)
    again = Room(desk, place, room.built)
    assert no_group(again, qtbot, LOOSE[0])
    assert not no_group(again, qtbot, LOOSE[1])
    place.close()
    desk.close()


def test_a_group_made_after_a_refusal_is_suggested_again(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    room.press(KEY.Key_Escape)
    assert no_group(room, qtbot, LOOSE[0])
    cards = [room.built.cards[text] for text in GROUPS["Sprache"]]
    forum_id, goal_id = room.built.forum_id, room.built.goal_id
    room.desk.do(add_cluster, "Sprache und Begegnung", forum_id=forum_id, goal_id=goal_id, cards=cards)
    qtbot.waitUntil(lambda: not no_group(room, qtbot, LOOSE[0]), timeout=20_000)
    offered = [offer.title.text() for offer in room.place.whispering.line.offers if offer.is_there]
    assert offered == ["Sprache und Begegnung"]


def test_an_arrow_goes_to_the_next_card_without_a_word(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    before = room.steps()
    room.press(KEY.Key_Down)
    whispered(room, qtbot, LOOSE[1])
    assert room.steps() == before


def test_enter_in_a_group_takes_nothing(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    room.press(KEY.Key_Right)
    room.press(KEY.Key_Return)
    assert room.in_file()[""] == list(LOOSE)
    assert not room.place.whispering.line.offers[0].key.isVisible()


def test_a_suggestion_is_taken_by_mouse_wherever_the_keyboard_is(room, qtbot):
    line = whispered(room, qtbot, LOOSE[0])
    room.press(KEY.Key_Right)
    QTest.mouseClick(line.offers[0].title, Qt.MouseButton.LeftButton)
    assert room.in_file()["Sprache"][-1] == LOOSE[0]


def test_they_learn_at_once_from_what_was_grouped(room, qtbot):
    line = whispered(room, qtbot, LOOSE[0])
    keys = [room.built.cards[text] for text in GROUPS["Sprache"]]
    room.desk.do(put_into, keys, room.built.clusters["Feste"])
    qtbot.waitUntil(lambda: line.offers[0].title.text() == "Feste", timeout=20_000)


def test_a_group_that_has_gone_is_suggested_no_more(room, qtbot):
    line = whispered(room, qtbot, LOOSE[0])
    room.desk.do(dissolve_cluster, room.built.clusters["Sprache"])
    assert "Sprache" not in [offer.title.text() for offer in line.offers if offer.is_there]


def test_p_switches_suggestions_off_and_that_is_remembered(room, qtbot):
    whispered(room, qtbot, LOOSE[0])
    room.press(KEY.Key_P)
    assert not room.place.whispering.is_shown
    assert not Settings().suggests_groups
    room.press(KEY.Key_Return)
    assert room.in_file()[""] == list(LOOSE)
    room.press(KEY.Key_P)
    whispered(room, qtbot, LOOSE[0])
    assert Settings().suggests_groups


def test_without_groups_nothing_is_whispered(scratch, qtbot):
    scratch.desk.suggesting.warm()
    qtbot.waitUntil(lambda: scratch.desk.suggesting.is_ready, timeout=20_000)
    scratch.place.refresh()
    assert not scratch.place.whispering.is_shown


def test_a_draft_is_shown_and_not_written(scratch, qtbot):
    before = scratch.steps()
    columns = drafted(scratch, qtbot)
    assert len(columns) == 3
    assert all(column.view.cards.rowCount() <= len(APART) / 3 for column in columns)
    assert scratch.steps() == before and scratch.groups() == []
    assert columns[0].view.hasFocus()


def test_every_card_stands_once_in_the_draft_or_at_the_left(scratch, qtbot):
    columns = drafted(scratch, qtbot)
    seen = scratch.shown(None) + [card.text for column in columns for card in column.view.cards.cards]
    assert sorted(seen) == sorted(APART)


def test_enter_takes_one_group_of_the_draft_and_leaves_the_others(scratch, qtbot):
    first, second, third = drafted(scratch, qtbot)
    cards = [card.text for card in first.view.cards.cards]
    title = first.head.title.text
    before = scratch.steps()
    scratch.press(KEY.Key_Return)
    assert scratch.in_file()[title] == cards
    assert scratch.steps() == before + 1
    assert list(scratch.place.area.strip.drafts.values()) == [second, third]
    scratch.desk.undo()
    assert scratch.groups() == [] and sorted(scratch.in_file()[""]) == sorted(APART)


def test_x_drops_a_group_of_the_draft_and_u_leaves_one_card_out(scratch, qtbot):
    first, second, _third = drafted(scratch, qtbot)
    scratch.press(KEY.Key_X)
    assert first not in scratch.place.area.strip.drafts.values()
    assert len(scratch.shown(None)) == 3
    left_out = second.view.cards.cards[0].text
    second.view.setFocus()
    second.view.choose(0)
    scratch.press(KEY.Key_U)
    assert left_out in scratch.shown(None)
    second.view.setFocus()
    scratch.press(KEY.Key_Return)
    (title,) = (row.title for row in scratch.groups())
    assert left_out not in scratch.in_file()[title]


def test_the_title_of_a_draft_is_changed_before_it_is_taken(scratch, qtbot):
    first, *_others = drafted(scratch, qtbot)
    scratch.press(KEY.Key_F2)
    first.head.field.selectAll()
    type_text(first.head.field, "Miteinander reden")
    QTest.keyClick(first.head.field, KEY.Key_Return)
    assert scratch.groups() == []
    scratch.press(KEY.Key_Return)
    assert [row.title for row in scratch.groups()] == ["Miteinander reden"]


def test_a_card_ordered_by_hand_leaves_the_draft(scratch, qtbot):
    first, *_others = drafted(scratch, qtbot)
    card = first.view.cards.cards[0]
    scratch.press(KEY.Key_N)
    scratch.answer("Von Hand")
    assert scratch.in_file()["Von Hand"] == [card.text]
    assert card.id not in scratch.place.drafting.draft.cards


def test_cards_are_carried_between_the_draft_and_those_not_ordered(scratch, qtbot):
    first, second, _third = drafted(scratch, qtbot)
    card = first.view.cards.cards[0]
    before = scratch.steps()
    drop(second.view, [card.id], 500)
    assert card.text in [one.text for one in second.view.cards.cards]
    drop(scratch.view(None), [card.id], 500)
    assert card.text in scratch.shown(None)
    assert scratch.steps() == before


def test_v_closes_the_draft_again(scratch, qtbot):
    drafted(scratch, qtbot)
    scratch.press(KEY.Key_V)
    assert scratch.place.area.strip.drafts == {}
    assert scratch.shown(None) == list(APART)


def test_another_goal_forgets_the_draft(scratch, qtbot):
    drafted(scratch, qtbot)
    QTest.keyClick(scratch.place.area.active, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(scratch.place.area.active, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert scratch.place.area.strip.drafts == {} and scratch.shown(None) == list(APART)


def test_nothing_alike_makes_no_draft_and_says_so(qtbot, tmp_path):
    built = board_file(tmp_path, {}, ("Fahrradkurs", "Straßenfest"))
    desk, place = at_the_board(qtbot, Order, built)
    said: list[str] = []
    desk.said.connect(lambda _kind, sentence: said.append(sentence))
    QTest.keyClick(place.area.active, KEY.Key_V, NONE)
    qtbot.waitUntil(lambda: any("Entwurf genug" in sentence for sentence in said), timeout=20_000)
    place.close()
    desk.close()
