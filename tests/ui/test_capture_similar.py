"""Similar cards below the field: seen while typing, counted as support with one key, never in the way."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from forumtool.services import joining
from forumtool.services import proposals as cards
from forumtool.storage.queries.proposals import proposal
from forumtool.ui.places.capturing.similar_rows import ROW, spots
from tests.ui.note_taker import CTRL, DOWN, ENTER, NoteTaker, note_taker

LINES = (
    "Willkommenspaket der Vermieter mit Stadtplan",
    "Nachbarschaftscafé im Alten Schlachthof mit Kinderbetreuung",
    "Nachbarschaftscafé auf dem Rehmplatz mit Kinderbetreuung am Abend",
    "Runder Tisch aller Träger im Viertel",
)


@pytest.fixture
def hand(tmp_path: Any, qtbot: Any) -> Iterator[NoteTaker]:
    with note_taker(tmp_path, qtbot) as hand:
        for line in LINES:
            hand.write(line)
        hand.place.similar.prepare()
        qtbot.waitUntil(lambda: hand.place.similar.is_ready, timeout=60_000)
        yield hand


def alike(hand: NoteTaker) -> list[str]:
    """The texts that stand under the field now."""
    QApplication.processEvents()
    below = hand.place.below
    return [one.card.text for one in below.similar.alike] if below.currentWidget() is below.similar else []


def test_similar_cards_stand_below_while_typing_and_are_gone_with_the_card(hand):
    hand.say("Ein Nachbarschaftscafé mit Kinderbetreuung")
    assert set(alike(hand)) == {LINES[1], LINES[2]}
    assert all("Nachbarschaftscafé" in one.words for one in hand.place.below.similar.alike)
    hand.key(ENTER)
    assert alike(hand) == []
    assert len(hand.cards) == 5, "Enter always makes a card of its own"


def test_control_enter_counts_the_card_as_support_and_keeps_both_wordings(hand):
    hand.say("Nachbarschaftscafé im Schlachthof mit Kinderbetreuung #Familien")
    assert alike(hand)[0] == LINES[1]
    hand.key(ENTER, CTRL)
    assert hand.place.field.toPlainText() == ""
    assert hand.place.field.hasFocus()
    (lead,) = [card for card in hand.cards if card.support]
    assert (lead.text, [one.text for one in lead.wordings]) == (
        LINES[1], ["Nachbarschaftscafé im Schlachthof mit Kinderbetreuung"],
    )  # fmt: skip
    assert len(hand.place.model.rows) == 4
    assert hand.place.model.rows[hand.place.model.row_of(lead.id)].support == 1


def test_control_and_arrows_choose_the_other_one(hand):
    hand.say("Nachbarschaftscafé mit Kinderbetreuung")
    _first, second = alike(hand)
    hand.key(DOWN, CTRL)
    hand.key(ENTER, CTRL)
    assert {card.text: card.support for card in hand.cards}[second] == 1
    assert hand.place.field.hasFocus()


def test_the_mark_stays_on_its_card_while_typing_goes_on(hand):
    hand.say("Nachbarschaftscafé mit Kinderbetreuung")
    second = alike(hand)[1]
    hand.key(DOWN, CTRL)
    hand.say(" und Abend")
    QApplication.processEvents()
    rows = hand.place.below.similar
    assert rows.alike[rows.marked].card.text == second


def test_without_a_similar_card_control_enter_keeps_the_words_and_says_what_to_do(hand):
    hand.say("Fahrradwerkstatt")
    assert alike(hand) == []
    hand.key(ENTER, CTRL)
    assert hand.place.field.toPlainText() == "Fahrradwerkstatt"
    assert "Enter" in hand.window.notice.text.text()
    assert len(hand.cards) == 4


def test_a_wording_behind_a_card_leads_to_the_card(hand):
    hand.say("Nachbarschaftscafé mit Kinderbetreuung und Waffeln aus Lüttich")
    alike(hand)
    hand.key(ENTER, CTRL)
    lead = next(card for card in hand.cards if card.support)
    hand.say("Waffeln aus Lüttich im Nachbarschaftscafé")
    assert lead.text in alike(hand)


def test_cards_of_this_goal_come_before_those_of_others(hand):
    hand.write("Nachbarschaftscafé auf dem Rehmplatz mit Kinderbetreuung im Winter >3.3")
    hand.say("Nachbarschaftscafé auf dem Rehmplatz mit Kinderbetreuung im Winter")
    alike(hand)
    assert [one.is_here for one in hand.place.below.similar.alike] == [True, True, False]


def test_support_of_a_card_of_another_goal_stays_where_it_was_said(hand):
    hand.write("Lastenräder zum Ausleihen für Familien >3.3")
    hand.say("Lastenräder für Familien ausleihen")
    assert len(alike(hand)) == 1
    hand.key(ENTER, CTRL)
    lead = next(card for card in hand.cards if card.support)
    assert (lead.goal_number, proposal(hand.window.desk.file, lead.wordings[0].id).goal_number) == (
        "3.3", hand.window.desk.goal().number,
    )  # fmt: skip


def test_what_changes_in_the_file_changes_what_is_similar(hand):
    keys = {card.text: card.id for card in hand.cards}
    hand.window.desk.do(cards.remove, [keys[LINES[1]]])
    hand.window.desk.do(cards.reword, keys[LINES[3]], "Nachbarschaftscafé mit Kinderbetreuung in der Schule")
    hand.say("Nachbarschaftscafé mit Kinderbetreuung")
    found = alike(hand)
    assert LINES[1] not in found
    assert "Nachbarschaftscafé mit Kinderbetreuung in der Schule" in found
    hand.window.desk.undo()
    hand.window.desk.undo()
    hand.say(" jetzt")
    assert LINES[1] in alike(hand)


def test_the_list_does_not_move_when_similar_cards_come_and_go(hand):
    def top() -> int:
        QApplication.processEvents()
        return hand.place.sheet.geometry().top()

    before = top()
    hand.say("Nachbarschaftscafé mit Kinderbetreuung")
    assert alike(hand) and top() == before
    hand.key(ENTER)
    assert top() == before


def test_a_click_on_a_similar_card_counts_too(hand, qtbot):
    hand.say("Nachbarschaftscafé mit Kinderbetreuung")
    second = alike(hand)[1]
    qtbot.mouseClick(hand.place.below.similar, Qt.MouseButton.LeftButton, pos=QPoint(120, 30))
    assert {card.text: card.support for card in hand.cards}[second] == 1


def test_supported_cards_show_their_wordings_and_each_can_be_taken_out_again(hand):
    lead = hand.cards[0]
    for line in ("Mappe für neue Mieter", "Begrüßungsmappe"):
        hand.window.desk.do(joining.capture_as_support, line, lead.id)
    hand.place.reveal(lead.id)
    QApplication.processEvents()  # a layout shows what was added to it in the next turn
    texts = [label.text() for label in hand.place.inspector.findChildren(QLabel)]
    assert "„Mappe für neue Mieter“" in texts and "„Begrüßungsmappe“" in texts
    take = next(
        button
        for button in hand.place.inspector.findChildren(QPushButton)
        if button.accessibleName().startswith("A-5") and button.isVisibleTo(hand.place)
    )
    take.click()
    assert [card.number for card in hand.cards] == ["A-1", "A-2", "A-3", "A-4", "A-5"]
    assert hand.cards[0].support == 1
    assert hand.place.model.rows[hand.place.model.row_of(lead.id)].support == 1


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Kita am Park", ("Kita ~ Kinderbetreuung",), ["Kita"]),
        ("Nachbarschaftscafé", ("nachbarschaft",), ["Nachbarschaft"]),
        ("Café, Café", ("Café",), ["Café", "Café"]),
        ("Café (neu)", ("(neu)",), ["(neu)"]),
        ("Café", (), []),
    ],
)
def test_words_in_common_are_found_where_they_stand(text, words, found):
    assert [text[start:end] for start, end in spots(text, words)] == found


class Painted(QObject):
    """Notes what of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return super().eventFilter(watched, event)


def test_only_lines_that_change_are_painted_again(hand):
    hand.say("Nachbarschaftscafé mit Kinderbetreuung")
    rows = hand.place.below.similar
    assert len(alike(hand)) == 2
    QApplication.processEvents()
    painted = Painted(rows)
    hand.say(" ")
    assert len(alike(hand)) == 2
    assert painted.areas == []
    rows.show_alike([rows.alike[0], rows.alike[1]._replace(words=())])
    QApplication.processEvents()
    assert [(area.top(), area.height()) for area in painted.areas] == [(ROW, ROW)]
    rows.show_alike([])
    QApplication.processEvents()
    assert (painted.areas[-1].top(), painted.areas[-1].height()) == (0, 2 * ROW)
