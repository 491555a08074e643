"""Entscheidungen: deciding by keys, the origin of a card, the reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumtool.services import joining, proposals
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


def narrow(place, text):
    type_text(place.filter, text)
    place.desk.finding.finish()  # on a busy machine the index may need another turn


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
    assert "Fachforum 3" in place.origin.way.text()
    assert "Gruppe „Patenschaften“ (28 Punkte, Rang 2)" in place.origin.way.text()
    assert "A-30 „Elternlotsen an Grundschulen“" in place.origin.way.text()
    assert "Patenschaften zwischen alteingesessenen" in place.origin.original.text()
    assert place.origin.votes.text() == "Ja 10 · Nein 0 · Enthaltung 2"


def test_reason_responsible_and_due_are_written_in_place(place):
    choose(place, "A-25")
    place.origin.reason.setFocus()
    type_text(place.origin.reason, "Fläche ist frei")
    press(place.origin.reason, Qt.Key.Key_Return)
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
    place.origin.reason.setFocus()
    type_text(place.origin.reason, "Kosten klären")
    choose(place, "A-32")
    assert decided(place, "A-31").reason == "Kosten klären"
    assert decided(place, "A-32") is None
    assert place.origin.reason.text() == ""


def test_words_and_open_ones_narrow_the_list(place):
    narrow(place, "nachbarschaftscafé")
    assert {line.number for line in place.model.rows} == {"A-22", "A-27"}
    place.filter.clear()
    place.open_only.click()
    assert len(place.model.rows) == 60


def test_without_cards_it_says_where_they_come_from(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("decisions")
        assert window.places["decisions"].empty.isVisible()


def numbers(place):
    return [line.number for line in place.model.rows]


def test_words_of_a_note_and_of_who_is_responsible_narrow_the_list(window, place):
    card = window.desk.file.one("SELECT id FROM card WHERE running_number = 31")[0]
    window.desk.do(proposals.change, card, note="Über der Dachluke")
    narrow(place, "ueber dachl")
    assert numbers(place) == ["A-31"]
    place.filter.clear()
    narrow(place, "freiwilligenzentrum")
    assert "A-29" in numbers(place)


def test_a_column_sorts_then_turns_and_then_the_table_is_as_before(place):
    before = numbers(place)
    place.sorting.turn(0)
    assert numbers(place) == [f"A-{number}" for number in range(1, 65)]
    place.sorting.turn(0)
    assert numbers(place)[0] == "A-64"
    place.sorting.turn(0)
    assert numbers(place) == before


def test_s_sorts_by_the_column_that_the_keyboard_is_on_and_the_card_stays_chosen(place):
    choose(place, "A-40", column=1)
    press(place.view, Qt.Key.Key_S)
    texts = [line.text.casefold() for line in place.model.rows]
    assert texts == sorted(texts, key=lambda text: text.replace("ä", "a").replace("ö", "o").replace("ü", "u"))
    assert place.chosen.number == "A-40"


def test_a_table_sorted_by_words_follows_what_happens_to_the_cards(window, place):
    place.sorting.turn(1)
    file, card = window.desk.file, place.model.rows[-1]
    window.desk.do(proposals.reword, card.id, "Ääh, zuerst das hier")
    assert place.model.rows[0].number == card.number
    new = proposals.capture(file, "AAA Anfang", forum_id=None, goal_id=window.desk.goal_id)
    assert numbers(place)[:2] == [new.number, card.number]
    joining.split(file, new.id, ["Zzz das Ende", "Aaaaaa"])
    assert [line.text for line in (place.model.rows[0], place.model.rows[-1])] == ["Aaaaaa", "Zzz das Ende"]
    file.undo()
    assert numbers(place)[:2] == [new.number, card.number]
    proposals.remove(file, [new.id])
    assert numbers(place)[0] == card.number
    place.sorting.turn(1)
    assert numbers(place)[-1] == card.number


def test_cards_without_a_value_stand_last_whichever_way_a_column_is_sorted(place):
    decided = {line.number for line in place.model.rows if line.verdict}
    for _turn in range(2):
        place.sorting.turn(4)
        assert set(numbers(place)[: len(decided)]) == decided
    place.sorting.turn(4)
    place.sorting.turn(3)
    assert place.model.rows[0].dots == 41


def test_a_decision_moves_its_card_where_the_table_is_sorted_by_decisions(place):
    place.sorting.turn(4)
    choose(place, "A-50")
    press(place.view, Qt.Key.Key_1)
    assert "A-50" in numbers(place)[:5]
    assert place.chosen.number == "A-50"


def test_a_table_longer_than_its_first_picture_holds_all_cards_and_keeps_the_chosen_one(tmp_path, qtbot, monkeypatch):
    from forumtool.ui.parts import long_table

    monkeypatch.setattr(long_table, "FIRST", 10)
    with forum_day(tmp_path, qtbot, "decisions") as window:
        place = window.places["decisions"]
        first = place.chosen.number
        qtbot.waitUntil(lambda: len(place.model.rows) == 64)
        assert place.chosen.number == first
        assert place.state.text() == "4 von 64 entschieden"


def test_a_card_that_the_filter_hides_is_revealed(window, place):
    narrow(place, "nachbarschaftscafé")
    key = window.desk.file.one("SELECT id FROM card WHERE running_number = 60")[0]
    place.reveal(key)
    assert place.chosen.number == "A-60"
