"""Sending to the Leinwand from the window: two keys at most, and the window says what the room sees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from forumtool.i18n import speak
from forumtool.services import measures, proposals
from forumtool.storage.queries.proposals import proposals as all_cards
from forumtool.ui.shell.canvas_menu import TITLES, canvas_menu, offered
from forumtool.ui.shell.window import MainWindow
from tests.ui.boards import board_file, weigh_board
from tests.ui.desks import window_on
from tests.ui.keys import press

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(tmp_path, qtbot):
    """The real window on a board that was weighed."""
    built = board_file(tmp_path)
    weigh_board(built)
    with window_on(tmp_path, qtbot) as opened:
        opened.desk.choose_forum(built.forum_id)
        opened.desk.choose_goal(built.goal_id)
        opened.go_to("overview")
        yield opened


def menu_of(window: MainWindow) -> QMenu:
    """F8, and the menu that it opens."""
    back(window)
    press(window, KEY.Key_F8)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def send(window: MainWindow, letter: Qt.Key) -> None:
    QTest.keyClick(menu_of(window), letter)
    back(window)


def back(window: MainWindow) -> None:
    """Windows drawn into memory stay inactive after a popup has closed; on a screen the window is active again."""
    window.activateWindow()
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        (KEY.Key_Z, "goal"),
        (KEY.Key_K, "cards"),
        (KEY.Key_P, "board"),
        (KEY.Key_R, "ranking"),
        (KEY.Key_G, "readback"),
        (KEY.Key_U, "timer"),
        (KEY.Key_A, "pause"),
    ],
)
def test_f8_and_a_letter_send_a_picture_and_the_keyboard_stays(window, letter, kind):
    send(window, letter)
    assert window.projector.is_seen and window.projector.canvas.picture.kind == kind
    assert window.isActiveWindow() and not window.projector.canvas.isActiveWindow()


@pytest.mark.parametrize(
    ("place", "kind"), [("overview", "goal"), ("order", "board"), ("weigh", "ranking"), ("agenda", "timer")]
)
def test_enter_sends_what_fits_the_place(window, place, kind):
    window.go_to(place)
    QTest.keyClick(menu_of(window), KEY.Key_Return)
    assert window.projector.canvas.picture.kind == kind


def test_what_there_is_nothing_for_cannot_be_sent(window):
    assert offered(window, "measure") is None
    made = window.desk.do(measures.sketch, "Nachbarschaftscafé", forum_id=window.desk.forum_id)
    (key,) = made.changes["measure"]
    assert offered(window, "measure").measure_id == key
    send(window, KEY.Key_M)
    assert window.projector.canvas.picture.title == "Nachbarschaftscafé"
    send(window, KEY.Key_L)
    assert window.projector.canvas.picture.kind == "readback"


def test_without_a_goal_only_pause_and_timer_can_be_sent(qtbot, tmp_path):
    with window_on(tmp_path, qtbot, "empty") as opened:
        opened.go_to("overview")
        assert [kind for kind in TITLES if offered(opened, kind) is not None] == ["timer", "pause"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_entry_has_a_letter_of_its_own(window, language):
    speak(language)
    window.desk.do(measures.sketch, "Café", forum_id=window.desk.forum_id)
    window.desk.do(measures.sketch, "Chor", forum_id=window.desk.forum_id)
    send(window, KEY.Key_G) if language == "de" else window.projector.toggle()
    titles = [action.text().partition("\t")[0] for action in canvas_menu(window).actions() if action.isEnabled()]
    letters = [title.partition("&")[2][:1].upper() for title in titles if "&" in title]
    speak("de")
    assert len(letters) > 9 and len(set(letters)) == len(letters)


def test_the_window_says_what_the_room_sees(window, qtbot):
    said = window.status.canvas
    assert not said.isVisible()
    send(window, KEY.Key_G)
    canvas = window.projector.canvas
    qtbot.waitUntil(lambda: canvas.pages.is_whole)
    count = len(canvas.pages)
    assert said.text() == f"Leinwand: Ziel 3.2, Gegenlesen, Seite 1 von {count}" and said.isVisible()
    press(window, KEY.Key_PageDown, CTRL | SHIFT)
    assert said.text().endswith(f"Seite 2 von {count}")
    press(window, KEY.Key_B, CTRL)
    assert said.text() == "Leinwand: dunkel"
    press(window, KEY.Key_F9)
    assert not said.isVisible() and not window.projector.is_seen


def test_ctrl_enter_confirms_what_is_read_back_and_is_free_otherwise(window, qtbot):
    send(window, KEY.Key_P)
    press(window, KEY.Key_Return, CTRL)
    assert not any(card.confirmed_at for card in all_cards(window.desk.file))
    send(window, KEY.Key_G)
    press(window, KEY.Key_Return, CTRL)
    confirmed = [card for card in all_cards(window.desk.file) if card.confirmed_at]
    assert [card.id for card in confirmed] == sorted(card.id for card in window.projector.canvas.shown.cards)
    press(window, KEY.Key_Z, CTRL)
    assert not any(card.confirmed_at for card in all_cards(window.desk.file))


def test_sending_from_ordnen_opens_the_canvas_and_leaves_the_keyboard_in_the_window(window):
    window.go_to("order")
    view = window.places["order"].area.active
    press(view, KEY.Key_L)
    canvas = window.projector.canvas
    assert canvas is not None and canvas.isVisible() and canvas.picture.kind == "board"
    assert window.isActiveWindow() and view.hasFocus()
    press(view, KEY.Key_F9)
    assert not canvas.isVisible()


def test_what_was_sent_stays_sent_while_the_canvas_is_put_away(window):
    send(window, KEY.Key_R)
    press(window, KEY.Key_F9)
    goal_id, forum_id = window.desk.goal_id, window.desk.forum_id
    window.desk.do(proposals.capture, "Teestube", forum_id=forum_id, goal_id=goal_id)
    press(window, KEY.Key_F9)
    assert window.projector.canvas.picture.kind == "ranking"


def test_a_canvas_that_the_system_makes_active_gives_the_keyboard_back_once(window, qtbot):
    window.projector.toggle()
    canvas = window.projector.canvas
    canvas.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.wait(250)
    canvas.activateWindow()
    qtbot.waitUntil(canvas.isActiveWindow)
    qtbot.wait(50)
    assert canvas.isActiveWindow(), "asked for by the user, it keeps the keyboard"


def test_letters_typed_while_the_canvas_appears_reach_the_field(window, qtbot):
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit(window)
    field.show()
    field.setFocus()
    window.projector.toggle()
    QTest.keyClicks(window.projector.canvas, "Teestube")
    assert field.text() == "Teestube"


def test_a_presenter_gets_the_canvas_with_shift_f9_and_gives_it_back(window, qtbot):
    send(window, KEY.Key_P)
    canvas = window.projector.canvas
    press(window, KEY.Key_F9, SHIFT)
    qtbot.waitUntil(canvas.isActiveWindow)
    assert "hat die Tasten" in window.status.canvas.text()
    press(canvas, KEY.Key_PageDown)
    assert canvas.page == 1
    press(canvas, KEY.Key_F9, SHIFT)
    qtbot.waitUntil(window.isActiveWindow)
    assert canvas.isVisible() and canvas.page == 1


def test_the_button_opens_the_menu_with_a_small_picture_of_what_is_seen(window):
    from PySide6.QtWidgets import QLabel

    assert canvas_menu(window).findChildren(QLabel) == []
    window.projector.toggle()
    (small,) = canvas_menu(window).findChildren(QLabel)
    assert small.pixmap().width() > 100
    window.top.canvas.click()
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    QApplication.activePopupWidget().close()


def test_another_language_reaches_the_canvas(window):
    from forumtool.ui.shell.menu import translate

    send(window, KEY.Key_K)
    assert window.projector.canvas.picture.label == "Ziel 3.2"
    translate(window, "en")
    assert window.projector.canvas.picture.label == "Goal 3.2"
    translate(window, "de")


def test_the_canvas_is_put_away_with_the_file(window):
    send(window, KEY.Key_K)
    window.show_start()
    assert not window.projector.is_seen and window.projector.told() == ""
