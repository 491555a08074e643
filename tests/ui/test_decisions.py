"""Entscheidungen: deciding by keys, the origin of a card, the reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumtool.storage.queries.outcomes import decisions
from forumtool.ui.parts.chooser import Chooser
from tests.ui.desks import editor_in, window_on
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "decisions") as opened:
        yield opened


@pytest.fixture
def place(window):
    return window.places["decisions"]


def decided(place, number):
    return next((row for row in decisions(place.desk.file) if row.proposal_number == number), None)


def choose(place, number, column=1):
    at = next(at for at, line in enumerate(place.model.rows) if line.number == number)
    place.view.setCurrentIndex(place.model.index(at, column))
    place.view.setFocus()


def test_the_weightiest_cards_come_first_with_their_decision(place):
    first = place.model.rows[0]
    assert (first.number, first.dots, first.verdict) == ("A-22", 41, "adopt")
    assert place.state.text() == "4 von 64 entschieden"


@pytest.mark.parametrize(
    ("key", "verdict"), [(Qt.Key.Key_1, "adopt"), (Qt.Key.Key_3, "defer"), (Qt.Key.Key_4, "reject")]
)
def test_a_key_decides_and_undo_takes_it_back(window, place, key, verdict):
    choose(place, "A-23")
    press(place.view, key)
    assert decided(place, "A-23").verdict == verdict
    assert place.chosen.number == "A-23"
    window.desk.undo()
    assert decided(place, "A-23") is None


def test_zero_opens_a_decision_again_and_keeps_its_reason(place):
    choose(place, "A-22")
    press(place.view, Qt.Key.Key_0)
    assert (decided(place, "A-22").verdict, decided(place, "A-22").reason) == ("", "Raum und Träger stehen bereit.")


def test_merging_asks_with_which_card(place):
    choose(place, "A-24")
    press(place.view, Qt.Key.Key_2)
    chooser = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser))
    type_text(chooser.field, "A-23")
    press(chooser.field, Qt.Key.Key_Return)
    assert (decided(place, "A-24").verdict, decided(place, "A-24").merged_with) == ("merge", "A-23")
    assert place.model.index(place.view.currentIndex().row(), 4).data() == "zusammenführen mit A-23"


def test_the_origin_leads_from_forum_over_group_to_the_original_wording(place):
    choose(place, "A-29")
    assert "Fachforum 3" in place.origin.text()
    assert "Gruppe „Patenschaften“ (28 Punkte, Rang 2)" in place.origin.text()
    assert "A-30 „Elternlotsen an Grundschulen“" in place.origin.text()
    assert "Patenschaften zwischen alteingesessenen" in place.original.text()
    assert place.votes.text() == "Ja 10 · Nein 0 · Enthaltung 2"


def test_reason_responsible_and_due_are_written_in_place(place):
    choose(place, "A-25")
    place.reason.setFocus()
    type_text(place.reason, "Fläche ist frei")
    press(place.reason, Qt.Key.Key_Return)
    for column, text in ((5, "Gartenamt"), (6, "31.3.2017")):
        choose(place, "A-25", column)
        press(place.view, Qt.Key.Key_F2)
        editor = editor_in(place.view)
        type_text(editor, text)
        press(editor, Qt.Key.Key_Return)
    found = decided(place, "A-25")
    assert (found.reason, found.responsible, found.due) == ("Fläche ist frei", "Gartenamt", "2017-03-31")


def test_digits_in_an_editor_decide_nothing(place):
    choose(place, "A-26", 5)
    before = decided(place, "A-26").verdict
    press(place.view, Qt.Key.Key_F2)
    type_text(editor_in(place.view), "4")
    assert decided(place, "A-26").verdict == before


def test_the_reason_stays_with_its_card_when_another_is_chosen_while_writing(place):
    choose(place, "A-31")
    place.reason.setFocus()
    type_text(place.reason, "Kosten klären")
    choose(place, "A-32")
    assert decided(place, "A-31").reason == "Kosten klären"
    assert decided(place, "A-32") is None
    assert place.reason.text() == ""


def test_words_and_open_ones_narrow_the_list(place):
    type_text(place.filter, "nachbarschaftscafé")
    assert {line.number for line in place.model.rows} == {"A-22", "A-27"}
    place.filter.clear()
    place.open_only.click()
    assert len(place.model.rows) == 60


def test_without_cards_it_says_where_they_come_from(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("decisions")
        assert window.places["decisions"].empty.isVisible()
