"""After everything that can be done in a place, taken back and brought again, the next key works where it is meant."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.places.ordering.far_board import FarBoard
from forumtool.ui.shell.window import MainWindow
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text

KEY = Qt.Key
NONE, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
ENTER, ESC, DEL, UP, DOWN, LEFT, RIGHT, TAB = (
    KEY.Key_Return, KEY.Key_Escape, KEY.Key_Delete, KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Tab,
)  # fmt: skip

# Qt's offscreen platform says this of popups; it cannot do it and need not.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Hand:
    """Presses keys where the keyboard is, and looks whether it is where the work is."""

    def __init__(self, window: MainWindow, key: str) -> None:
        self.window, self.place = window, window.places[key]

    @property
    def target(self) -> QWidget:
        """What gets the next key."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        if not self.window.isActiveWindow():
            self.window.activateWindow()  # drawn into memory, a window stays inactive after a popup
            QApplication.processEvents()
        focused = self.window.focusWidget()
        assert focused is not None, "nobody has the keyboard"
        return focused

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _time in range(times):
            press(self.target, key, held)

    def write(self, words: str) -> None:
        """Type words where the keyboard is."""
        for sign in words:
            type_text(self.target, sign)

    def answer(self, words: str) -> None:
        """Type into the list that opened and take what is marked."""
        assert any(isinstance(one, Chooser) and one.isVisible() for one in QApplication.topLevelWidgets())
        self.write(words)
        self.press(ENTER)

    def holds(self, when: str) -> None:
        """Assert that the keyboard is on something of the place that can be seen, and that the next key works there."""
        QApplication.processEvents()
        focused = self.target
        assert self.place.isAncestorOf(focused) or focused is self.place, f"{when}: the keyboard is on {focused}"
        assert focused.isVisible() and focused.isEnabled(), when
        assert _answers(focused, self), f"{when}: {focused} ({focused.accessibleName()}) does not answer"


def _answers(focused: QWidget, hand: Hand) -> bool:
    if isinstance(focused, QLineEdit | QPlainTextEdit):
        return _takes_letters(focused)
    if isinstance(focused, QAbstractItemView):
        return _walks(focused, hand)
    if isinstance(focused, FarBoard):
        return focused.current is not None
    return focused is hand.place and focused.focusPolicy() != Qt.FocusPolicy.NoFocus


def _takes_letters(field: QLineEdit | QPlainTextEdit) -> bool:
    """A field answers if a letter, put behind its text, can be seen, and Backspace takes it away."""

    def text() -> str:
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    before = text()
    press(field, KEY.Key_End)
    type_text(field, "7")
    typed = text()
    press(field, KEY.Key_Backspace)
    return typed == f"{before}7" and text() == before


def _walks(view: QAbstractItemView, hand: Hand) -> bool:
    """A list answers if a row is current, and an arrow goes to another one if there is one."""
    index = view.currentIndex()
    if not index.isValid():
        return False
    last = view.model().rowCount(index.parent()) - 1
    if last < 1:
        return True
    there, back = (UP, DOWN) if index.row() == last else (DOWN, UP)
    hand.press(there)
    went = view.currentIndex().row() != index.row()
    hand.press(back)
    return went


Act = Callable[[Hand], object]


def keys(*pressed: Any, words: str = "") -> Act:
    """Press these keys, then answer a list with words."""

    def act(hand: Hand) -> None:
        for one in pressed:
            hand.press(*one) if isinstance(one, tuple) else hand.press(one)
        if words:
            hand.answer(words)

    return act


def line(words: str, *behind: Any) -> Act:
    """Type words where the keyboard is and press keys."""

    def act(hand: Hand) -> None:
        hand.write(words)
        keys(*(behind or (ENTER,)))(hand)

    return act


def asked(words: str) -> Act:
    """Write another question."""

    def act(hand: Hand) -> None:
        hand.press(KEY.Key_F)
        line(words)(hand)

    return act


def pasted(hand: Hand) -> None:
    QApplication.clipboard().setText("Erste Zeile\nZweite Zeile\nDritte Zeile")
    hand.press(KEY.Key_V, CTRL)
    hand.press(ENTER)


def coloured(hand: Hand) -> None:
    hand.place.question.coloured.click()


def drafted(hand: Hand) -> None:
    hand.press(KEY.Key_V)
    place: Any = hand.place
    for _time in range(2_000):
        QApplication.processEvents()
        if place.drafting.draft.heaps:
            break
        QApplication.instance().thread().msleep(10)
    hand.press(ENTER)


ACTS: dict[str, dict[str, Act]] = {
    "agenda": {
        "end": keys(ENTER), "begin": keys(ENTER), "next": keys((ENTER, CTRL | SHIFT)), "move": keys((UP, ALT)),
        "remove": keys(DEL), "rename …": keys(KEY.Key_F2), "renamed": line("Neuer Titel"),
        "template": keys(KEY.Key_V, words="halber"),
    },
    "arrive": {
        "arrive": line("tn 04"), "new": line("Neue Person, Verein"), "space": keys(DOWN, KEY.Key_Space),
        "excused": keys(KEY.Key_E), "bench": keys(KEY.Key_B, words="Ehrenamt"), "consent": keys(KEY.Key_1),
        "remove": keys(DEL), "draw": keys((KEY.Key_G, CTRL), ENTER), "group": keys(KEY.Key_G, words="ohne"),
        "smallest": keys(KEY.Key_F4),
    },
    "capture": {
        "card": line("Ein neuer Gedanke #Ank"), "dissent …": keys((KEY.Key_D, CTRL)), "said": line("anders"),
        "person …": keys((KEY.Key_P, CTRL)), "named": line("TN 04"), "paste": pasted, "tag": keys(DOWN, KEY.Key_1),
        "join": keys(DOWN, (DOWN, SHIFT), KEY.Key_M, ENTER), "apart": keys(KEY.Key_U), "split …": keys(KEY.Key_T),
        "parts": keys(KEY.Key_Home, RIGHT, RIGHT, ENTER, (ENTER, CTRL)), "remove": keys(DEL),
        "goal …": keys((DOWN, ALT)),
    },
    "order": {
        "into": keys(KEY.Key_G, words="räume"), "new": keys(KEY.Key_N, words="Neue Gruppe"),
        "column": keys(RIGHT, KEY.Key_U), "shift": keys((RIGHT, SHIFT)), "rename …": keys(KEY.Key_F2),
        "renamed": line("Andere Überschrift"), "merge": keys(KEY.Key_M, words="räume"),
        "dissolve": keys(KEY.Key_D), "draft": drafted, "close draft …": keys(KEY.Key_V),
        "far …": keys(KEY.Key_Z), "far group": keys(KEY.Key_G, words="räume"), "near …": keys(KEY.Key_Z),
        "goal …": keys((DOWN, ALT)), "goal back …": keys((UP, ALT)),
    },
    "weigh": {
        "count": line("9"), "cards": keys(KEY.Key_N, words="einzelne Karten"), "question": asked("Was zuerst?"),
        "card": line("3"), "coloured": coloured, "grid": line("2"), "plain": coloured,
        "scale": keys(KEY.Key_N, words="Abschluss"), "asked": asked("Wie war es?"), "point": line("4"),
        "other …": keys((KEY.Key_PageUp, CTRL)), "remove": lambda hand: hand.place.remove.click(),
        "again": lambda hand: hand.place.remove.click(), "goal …": keys((DOWN, ALT)),
    },
    "deepen": {
        "move": keys((DOWN, ALT)), "remove": keys(DEL), "title …": keys(ENTER), "titled": line("Anders"),
        "sketch": keys(ESC, (KEY.Key_F6, SHIFT), ENTER), "card gone": keys(KEY.Key_F6, KEY.Key_F6, DEL),
        "join": keys(KEY.Key_F6, DOWN, KEY.Key_A), "new …": keys(KEY.Key_N),
        "written": line("Runder Tisch"), "agreements …": keys((KEY.Key_PageDown, CTRL)),
        "agreed gone": keys(DEL), "down": keys((DOWN, ALT)), "parked …": keys((KEY.Key_PageDown, CTRL)),
        "parked gone": keys(DEL), "last gone": keys(DEL),
    },
}  # fmt: skip


@pytest.fixture(params=list(ACTS))
def hand(request: pytest.FixtureRequest, tmp_path: Any, qtbot: Any) -> Iterator[Hand]:
    with forum_day(tmp_path, qtbot, request.param) as window:
        window.desk.choose_goal(next(goal.id for goal in window.desk.goals() if goal.number == "3.2"))
        yield Hand(window, request.param)
        window.desk.suggesting.wait()


def test_after_every_act_undo_and_redo_the_keyboard_is_where_the_work_is(hand: Hand) -> None:
    place = next(key for key, one in hand.window.places.items() if one is hand.place)
    desk = hand.window.desk
    hand.holds(f"{place} at first")
    for name, act in ACTS[place].items():
        steps = desk.file.history.count
        act(hand)
        hand.holds(f"{place}, {name}")
        assert (desk.file.history.count > steps) == (not name.endswith("…")), f"{name} is a step, or ends with …"
        for turned, turn in (("undone", desk.undo), ("redone", desk.redo)):
            if desk.file.history.count > steps:
                turn()
                hand.holds(f"{place}, {name}, {turned}")
