"""Ankommen, driven by keys and mouse on a real file."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from forumtool.domain.rows import NewParticipant
from forumtool.services.forums import add_forum
from forumtool.services.lots import draw_groups, put_in_group
from forumtool.services.people import add_participants
from forumtool.storage.queries.forums import forums, participants
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.importing.dialog import ImportDialog
from forumtool.ui.places.arrive import Arrive
from forumtool.ui.places.arriving.composition import composed, told
from forumtool.ui.places.arriving.consent import CONSENT_WIDTH
from forumtool.ui.places.arriving.drawing import DrawPopup
from forumtool.ui.places.arriving.people import ARRIVAL, BENCH, CHECK, CONSENT, GROUP, PERSON
from forumtool.ui.projection import Projection
from forumtool.ui.shell.window import MainWindow
from forumtool.ui.theme.style import body_font
from tests.builders import GOAL, capture, forum_for, goal_of
from tests.ui.desks import editor_in, window_on
from tests.ui.hands import asked_for
from tests.ui.keys import press, type_text

PEOPLE = (
    NewParticipant("TN 01", "Birhan e. V.", "Vorstand", "", "Migrantenvertretung"),
    NewParticipant("TN 02", "Caritasverband Aachen", "Beratung", "", "Praxis"),
    NewParticipant("TN 03", "Caritasverband Aachen", "Leitung", "", "Praxis"),
    NewParticipant("TN 04", "Freiwilligenzentrum", "Patenschaften", "", "Ehrenamt"),
)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

# Qt's offscreen platform says this of popups; it cannot do it and need not.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(tmp_path: Any, qtbot: Any) -> Iterator[MainWindow]:
    with window_on(tmp_path, qtbot) as opened:
        forum_id = forums(opened.desk.file)[2].id
        opened.desk.choose_forum(forum_id)
        opened.desk.do(add_participants, forum_id, PEOPLE)
        opened.go_to("arrive")
        yield opened


@pytest.fixture
def place(window: MainWindow) -> Arrive:
    found = window.places["arrive"]
    assert isinstance(found, Arrive)
    return found


def states(place: Arrive) -> dict[str, str]:
    return {row.name: row.state for row in participants(place.desk.file, str(place.desk.forum_id))}


def names(place: Arrive) -> list[str]:
    return [row.name for row in place.model.rows]


def test_typing_filters_by_the_beginnings_of_words_and_enter_marks_the_first_present(place: Arrive) -> None:
    type_text(place.entry, "cari")
    assert names(place) == ["TN 02", "TN 03"]
    press(place.entry, Qt.Key.Key_Return)
    assert states(place) == {"TN 01": "expected", "TN 02": "present", "TN 03": "expected", "TN 04": "expected"}
    assert place.entry.text() == ""
    assert len(names(place)) == 4


def test_the_middle_of_a_word_finds_nobody(place: Arrive) -> None:
    type_text(place.entry, "verband")
    assert names(place) == []
    assert "Enter fügt „verband“ neu hinzu" in place.hint.text()


def test_enter_twice_marks_two_people_of_one_organisation(place: Arrive) -> None:
    for _time in range(2):
        type_text(place.entry, "caritas")
        press(place.entry, Qt.Key.Key_Return)
    assert [states(place)[name] for name in ("TN 02", "TN 03")] == ["present", "present"]


def test_a_name_nobody_has_is_added_as_present_with_organisation_and_function(place: Arrive) -> None:
    type_text(place.entry, "Müller Ağa, Moscheegemeinde, Vorstand")
    press(place.entry, Qt.Key.Key_Return)
    (row,) = [row for row in participants(place.desk.file, str(place.desk.forum_id)) if row.name == "Müller Ağa"]
    assert (row.organisation, row.function, row.state) == ("Moscheegemeinde", "Vorstand", "present")
    assert place.chosen() == [row]
    place.desk.undo()
    assert "Müller Ağa" not in states(place)


def test_ctrl_enter_adds_somebody_although_others_match(place: Arrive) -> None:
    type_text(place.entry, "TN")
    press(place.entry, Qt.Key.Key_Return, CTRL)
    assert states(place)["TN"] == "present"
    assert len(states(place)) == 5


def test_behind_a_list_that_was_read_by_keys_the_next_name_goes_into_the_field(
    place: Arrive, tmp_path: Any, qtbot: Any
) -> None:
    path = tmp_path / "Liste.csv"
    path.write_text("Name;Organisation\nErika Musterfrau;Birhan e. V.\n", encoding="utf-8")
    place.read_list.setFocus()
    with asked_for(path):
        press(place.read_list, Qt.Key.Key_Space)
    (dialog,) = place.findChildren(ImportDialog)
    press(dialog.go, Qt.Key.Key_Return)
    place.window().activateWindow()  # drawn into memory, a window stays inactive after a dialog
    qtbot.waitUntil(place.entry.hasFocus)
    type_text(place.entry, "erika")
    press(place.entry, Qt.Key.Key_Return)
    assert states(place)["Erika Musterfrau"] == "present"


def test_the_mouse_marks_and_adds_people_by_buttons_that_say_what_they_do(place: Arrive) -> None:
    left = Qt.MouseButton.LeftButton
    assert not place.enter.isVisible()
    type_text(place.entry, "tn 04")
    assert place.enter.text() == "Anwesend"
    QTest.mouseClick(place.enter, left)
    assert states(place)["TN 04"] == "present" and place.entry.hasFocus()
    type_text(place.entry, "TN 0")
    QTest.mouseClick(place.add_new, left)
    assert states(place)["TN 0"] == "present"
    type_text(place.entry, "Niemand, den man kennt")
    assert place.enter.text() == "Hinzufügen" and not place.add_new.isVisible()
    QTest.mouseClick(place.enter, left)
    assert states(place)["Niemand"] == "present" and not place.enter.isVisible()


def test_who_is_there_already_is_not_marked_again(place: Arrive) -> None:
    type_text(place.entry, "birhan")
    press(place.entry, Qt.Key.Key_Return)
    undoable = place.desk.file.history.next_undo
    type_text(place.entry, "birhan")
    press(place.entry, Qt.Key.Key_Return)
    assert place.desk.file.history.next_undo == undoable


def test_space_e_and_delete_act_on_all_chosen_people_as_one_step_each(place: Arrive) -> None:
    press(place.entry, Qt.Key.Key_Down)
    press(place.list, Qt.Key.Key_Down, SHIFT)
    press(place.list, Qt.Key.Key_Space)
    assert [states(place)[name] for name in ("TN 01", "TN 02", "TN 03")] == ["present", "present", "expected"]
    press(place.list, Qt.Key.Key_E)
    assert [states(place)[name] for name in ("TN 01", "TN 02")] == ["excused", "excused"]
    press(place.list, Qt.Key.Key_Delete)
    assert set(states(place)) == {"TN 03", "TN 04"}
    place.desk.undo()
    assert [states(place)[name] for name in ("TN 01", "TN 02")] == ["excused", "excused"]
    place.desk.undo()
    place.desk.undo()
    assert set(states(place).values()) == {"expected"}


def test_a_click_on_the_check_box_turns_presence_and_shows_the_time(place: Arrive) -> None:
    middle = place.list.visualRect(place.model.index(1, CHECK)).center()
    QTest.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert states(place)["TN 02"] == "present"
    assert ":" in place.model.index(1, ARRIVAL).data()
    QTest.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert states(place)["TN 02"] == "expected"
    assert place.model.index(1, ARRIVAL).data() == "erwartet"


def test_f2_changes_a_name_in_place(place: Arrive) -> None:
    press(place.entry, Qt.Key.Key_Down)
    press(place.list, Qt.Key.Key_F2)
    editor = editor_in(place.list)
    type_text(editor, "Frau Özdemir")
    press(editor, Qt.Key.Key_Return)
    assert "Frau Özdemir" in states(place)
    assert place.list.currentIndex().column() == PERSON


def test_an_unknown_bench_typed_in_place_becomes_a_new_one(place: Arrive) -> None:
    place.list.setCurrentIndex(place.model.index(3, BENCH))
    press(place.list, Qt.Key.Key_F2)
    editor = editor_in(place.list)
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "Ehrenamt"
    editor.setEditText("Wirtschaft")
    press(editor, Qt.Key.Key_Return)
    benches = {row.name: row.constituency for row in participants(place.desk.file, str(place.desk.forum_id))}
    assert benches["TN 04"] == "Wirtschaft"
    assert benches["TN 01"] == "Migrantenvertretung"


def test_b_puts_all_chosen_people_on_a_bench(place: Arrive) -> None:
    from forumtool.ui.parts.chooser import Chooser

    press(place.entry, Qt.Key.Key_Down)
    press(place.list, Qt.Key.Key_Down, SHIFT)
    press(place.list, Qt.Key.Key_B)
    (chooser,) = place.window().findChildren(Chooser)
    type_text(chooser.field, "verw")
    press(chooser.field, Qt.Key.Key_Return)
    benches = {row.name: row.constituency for row in participants(place.desk.file, str(place.desk.forum_id))}
    assert [benches[name] for name in ("TN 01", "TN 02", "TN 03")] == ["Verwaltung", "Verwaltung", "Praxis"]


def test_the_composition_counts_by_bench_and_says_who_is_missing(place: Arrive) -> None:
    type_text(place.entry, "birhan")
    press(place.entry, Qt.Key.Key_Return)
    rows = participants(place.desk.file, str(place.desk.forum_id))
    benches = composed(rows, ("Praxis", "Ehrenamt", "Migrantenvertretung", "Verwaltung"))
    assert [tuple(bench) for bench in benches] == [("Praxis", 0, 2), ("Ehrenamt", 0, 1), ("Migrantenvertretung", 1, 1)]
    assert place.composition.sentence.text() == told(benches)
    assert told(benches) == "1 von 4 anwesend. Aus der Bank „Praxis“ fehlen zwei."


def test_without_a_forum_the_place_offers_to_choose_one(place: Arrive) -> None:
    place.desk.choose_forum(None)
    assert place.choose.isVisible()
    assert not place.entry.isVisible()


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_long_name_is_read_whole(window: MainWindow, place: Arrive, width: int) -> None:
    window.resize(width, 640)
    QApplication.processEvents()
    font = body_font()
    font.setBold(True)
    needed = QFontMetrics(font).horizontalAdvance("Müller-Lüdenscheidt")
    assert place.list.columnWidth(PERSON) > needed


def test_an_empty_list_says_what_to_do(place: Arrive) -> None:
    place.desk.choose_forum(forums(place.desk.file)[0].id)
    assert "Noch steht niemand auf der Liste." in place.empty.sentence.text()
    assert place.empty.isVisible()


def test_in_a_narrow_window_the_sentence_stands_below_the_list(window: MainWindow, place: Arrive) -> None:
    assert place.composition.isVisible()
    window.resize(920, 600)
    assert not place.composition.isVisible()
    assert place.brief.isVisible()
    assert place.brief.text() == place.composition.sentence.text() != ""


def groups(place: Arrive) -> dict[str, int]:
    return {row.name: row.drawn_group for row in participants(place.desk.file, str(place.desk.forum_id))}


def consents(place: Arrive) -> dict[str, tuple[bool, bool, bool]]:
    rows = participants(place.desk.file, str(place.desk.forum_id))
    return {row.name: (row.consent_attribution, row.consent_photo, row.consent_email) for row in rows}


def test_names_are_found_without_their_accents_and_before_organisations(place: Arrive) -> None:
    new = [NewParticipant("Yılmaz Özdemir", "Zebra"), NewParticipant("محمد الأحمد", "Rahaward"), NewParticipant("Zora")]
    place.desk.do(add_participants, place.desk.forum_id, new)
    for typed in ("yil", "oezd", "ozd", "özd"):
        place.entry.setText(typed)
        assert names(place) == ["Yılmaz Özdemir"]
    place.entry.setText("ze")
    assert names(place) == ["Yılmaz Özdemir"]
    place.entry.setText("z")
    assert names(place) == ["Zora", "Yılmaz Özdemir"]
    place.entry.setText("الأ")
    assert names(place) == ["محمد الأحمد"]


def test_two_people_of_one_name_are_told_apart(place: Arrive) -> None:
    place.desk.do(add_participants, place.desk.forum_id, [NewParticipant("Max", "AWO"), NewParticipant("Max", "DRK")])
    place.entry.setText("max")
    assert "Max · AWO ist da" in place.hint.text()
    press(place.entry, Qt.Key.Key_Return)
    place.entry.setText("max")
    assert "Max · DRK ist da" in place.hint.text()


def test_a_person_of_another_forum_comes_by_two_letters_and_enter(place: Arrive) -> None:
    other = forums(place.desk.file)[0]
    place.desk.do(add_participants, other.id, [NewParticipant("Fatma Yılmaz", "Birhan e. V.")])
    assert "Fatma Yılmaz" not in names(place)
    type_text(place.entry, "fa")
    assert names(place) == ["Fatma Yılmaz"]
    where = other.title.split(" · ")[0]
    assert place.model.index(0, ARRIVAL).data() == where
    assert f"Fatma Yılmaz · Birhan e. V. · {where} · auf die Liste und anwesend" in place.hint.text()
    press(place.entry, Qt.Key.Key_Return)
    assert states(place)["Fatma Yılmaz"] == "present"
    (person,) = participants(place.desk.file, other.id)
    assert person.id in {row.id for row in participants(place.desk.file, str(place.desk.forum_id))}
    place.desk.undo()
    assert "Fatma Yılmaz" not in states(place)


def test_whoever_is_on_the_list_comes_before_people_of_other_forums(place: Arrive) -> None:
    place.desk.do(add_participants, forums(place.desk.file)[0].id, [NewParticipant("Birgit", "AWO")])
    type_text(place.entry, "bir")
    assert names(place) == ["TN 01", "Birgit"]
    press(place.entry, Qt.Key.Key_Return)
    assert states(place)["TN 01"] == "present"


def test_digits_note_consent_for_all_chosen_people_and_take_it_back(place: Arrive) -> None:
    press(place.entry, Qt.Key.Key_Down)
    press(place.list, Qt.Key.Key_Down, SHIFT)
    press(place.list, Qt.Key.Key_2)
    press(place.list, Qt.Key.Key_3)
    assert consents(place) == {
        "TN 01": (False, True, True), "TN 02": (False, True, True), "TN 03": (False, False, False),
        "TN 04": (False, False, False),
    }  # fmt: skip
    assert place.model.index(0, CONSENT).data() == "Einwilligung: Foto, E-Mail"
    press(place.list, Qt.Key.Key_2)
    assert consents(place)["TN 01"] == (False, False, True)
    press(place.list, Qt.Key.Key_Down)
    press(place.list, Qt.Key.Key_1)
    assert consents(place)["TN 03"] == (True, False, False)
    place.desk.undo()
    assert consents(place)["TN 03"] == (False, False, False)


def test_a_click_on_a_mark_of_consent_turns_it(place: Arrive) -> None:
    cell = place.list.visualRect(place.model.index(2, CONSENT))
    photo = QPoint(cell.left() + CONSENT_WIDTH // 2, cell.center().y())
    QTest.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=photo)
    assert consents(place)["TN 03"] == (False, True, False)
    QTest.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=photo)
    assert consents(place)["TN 03"] == (False, False, False)


def test_groups_are_drawn_by_keys_alone_as_one_step(place: Arrive) -> None:
    assert place.list.isColumnHidden(GROUP)
    press(place.entry, Qt.Key.Key_G, CTRL)
    (popup,) = place.window().findChildren(DrawPopup)
    type_text(popup.number, "2")
    assert popup.wish.everybody  # nobody is there yet
    assert popup.sentence.text() == "2 Gruppen zu 2 Personen; jede Bank verteilt sich auf alle."
    press(popup.number, Qt.Key.Key_Return)
    assert sorted(groups(place).values()) == [1, 1, 2, 2]
    assert groups(place)["TN 02"] != groups(place)["TN 03"]
    assert not place.list.isColumnHidden(GROUP)
    place.desk.undo()
    assert set(groups(place).values()) == {0}
    assert place.list.isColumnHidden(GROUP)


def test_who_comes_late_gets_the_smallest_group_by_one_key_from_the_field(place: Arrive) -> None:
    said: list[str] = []
    place.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    rows = participants(place.desk.file, str(place.desk.forum_id))
    place.desk.do(put_in_group, [str(row.attendance_id) for row in rows[:3]], 1)
    place.desk.do(put_in_group, [str(rows[3].attendance_id)], 2)
    type_text(place.entry, "Neu, AWO")
    press(place.entry, Qt.Key.Key_Return)
    assert said[-1] == "Neu ist noch in keiner Gruppe: F4 legt in die kleinste."
    assert "1 Person ist ohne Gruppe" in place.groups.sentence.text()
    press(place.entry, Qt.Key.Key_F4)
    assert groups(place)["Neu"] == 2
    assert said[-1] == "Neu: Gruppe 2."
    assert place.groups.sentence.text() == ""


def test_a_group_may_be_chosen_by_g_or_typed_into_its_column(place: Arrive) -> None:
    from forumtool.ui.parts.chooser import Chooser

    place.desk.do(draw_groups, place.desk.forum_id, groups=2, everybody=True)
    press(place.entry, Qt.Key.Key_Down)
    press(place.list, Qt.Key.Key_G)
    (chooser,) = place.window().findChildren(Chooser)
    type_text(chooser.field, "ohne")
    press(chooser.field, Qt.Key.Key_Return)
    assert groups(place)["TN 01"] == 0
    place.list.setCurrentIndex(place.model.index(0, GROUP))
    press(place.list, Qt.Key.Key_F2)
    editor = editor_in(place.list)
    type_text(editor, "2")
    press(editor, Qt.Key.Key_Return)
    assert groups(place)["TN 01"] == 2


def test_ctrl_enter_adds_the_person_while_something_is_read_back_and_is_the_windows_in_an_empty_field(
    window: MainWindow, place: Arrive
) -> None:
    file = window.desk.file
    capture(file, "Sprachcafé")
    window.desk.project(Projection("readback", forum_for(file, GOAL).id, goal_of(file, GOAL).id))
    window.activateWindow()
    assert window.projector.is_reading_back
    place.entry.setFocus()
    type_text(place.entry, "Caritas")
    press(place.entry, Qt.Key.Key_Return, CTRL)
    assert states(place)["Caritas"] == "present"
    assert not proposals(file)[0].confirmed_at
    press(place.entry, Qt.Key.Key_Return, CTRL)
    assert proposals(file)[0].confirmed_at


def test_a_steering_meeting_invites_the_group_and_counts_its_thirds(place: Arrive) -> None:
    place.desk.do(add_forum, "Sitzung", kind="steering")
    place.desk.choose_forum(forums(place.desk.file)[-1].id)
    assert place.invite.isVisible()
    place.invite.click()
    benches = composed(participants(place.desk.file, str(place.desk.forum_id)), place.acts.benches())
    assert [(bench.present, bench.listed) for bench in benches] == [(0, 4)] * 3
    assert place.model.index(11, PERSON).data().startswith("Stellvertretende Leitung")
    press(place.entry, Qt.Key.Key_Down)
    press(place.list, Qt.Key.Key_Space)
    assert place.composition.sentence.text() == "1 von 12 anwesend. Aus der Bank „Stadt Aachen“ fehlen vier."
