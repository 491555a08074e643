"""Erfassen, driven by keys on a real file."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from forumtool.domain.rows import NewParticipant, ProposalRow
from forumtool.services import clusters, joining
from forumtool.services import proposals as cards
from forumtool.services.people import add_participants
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.places.capture import Capture
from forumtool.ui.places.capturing.cards import PAD_X, TEXT, needed_height
from forumtool.ui.shell.window import MainWindow
from forumtool.ui.theme.style import body_font
from tests.ui.desks import editor_in, window_on
from tests.ui.keys import press, type_text

ENTER, ESC, DOWN, UP, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path: Any, qtbot: Any) -> Iterator[MainWindow]:
    with window_on(tmp_path, qtbot) as opened:
        opened.go_to("capture")
        yield opened


@pytest.fixture
def place(window: MainWindow) -> Capture:
    found = window.places["capture"]
    assert isinstance(found, Capture)
    return found


def write(place: Capture, text: str) -> None:
    """Type a line and confirm it; a list of names that is still open is closed first, so that nothing is completed."""
    type_text(place.field, text)
    if place.field.offers:
        press(place.field, ESC)
    press(place.field, ENTER)


def in_file(place: Capture) -> list[ProposalRow]:
    return proposals(place.desk.file)


def only_of(place: Capture, text: str) -> ProposalRow:
    write(place, text)
    return only(place)


def only(place: Capture) -> ProposalRow:
    (card,) = in_file(place)
    return card


def test_enter_puts_a_card_on_disk_and_empties_the_field(place, tmp_path):
    write(place, "Mehrsprachige Willkommensmappe für neue Mieter")
    assert place.field.toPlainText() == ""
    assert [row.number for row in place.model.rows] == ["A-1"]
    with _second_look(place, tmp_path) as copy:
        assert [card.text for card in proposals(copy)] == ["Mehrsprachige Willkommensmappe für neue Mieter"]


def _second_look(place: Capture, folder: Any) -> ForumFile:
    """Open a copy of the bytes that are on disk now, as after a power cut."""
    import shutil

    path = place.desk.file.path
    copy = folder / "copy.forum"
    shutil.copy2(path, copy)
    shutil.copy2(f"{path}-wal", f"{copy}-wal")
    return ForumFile.open(copy)


def test_a_button_saves_as_enter_does_and_is_there_only_while_something_is_written(place):
    assert not place.entry.save.isVisible()
    type_text(place.field, "Sprachcafé #Ank")
    width = place.field.width()
    QTest.mouseClick(place.entry.save, Qt.MouseButton.LeftButton)
    assert [tag.title for tag in only(place).tags] == ["Ankommen"]
    assert place.field.hasFocus() and not place.entry.save.isVisible() and place.field.width() == width


def test_down_chooses_the_whole_first_row_and_it_stays_chosen_while_the_card_is_edited(place):
    write(place, "Erster")
    press(place.field, DOWN)
    assert [index.row() for index in place.list.selectionModel().selectedRows()] == [0]
    press(place.list, TAB)
    assert [index.row() for index in place.list.selectionModel().selectedRows()] == [0]


def test_the_entry_is_framed_only_while_it_has_the_keyboard(place):
    write(place, "Erster")
    assert place.entry.property("lit") is True
    press(place.field, DOWN)
    assert place.entry.property("lit") is False


def test_tab_goes_from_the_origin_to_the_tags_and_space_puts_one_on_the_card(place):
    write(place, "Sprachcafé")
    press(place.field, DOWN)
    place.inspector.contributor.setFocus()
    press(place.inspector.contributor, TAB)
    chip = QApplication.focusWidget()
    assert isinstance(chip, QPushButton)
    press(chip, Qt.Key.Key_Space)
    assert [tag.title for tag in only(place).tags] == [chip.text()]


def test_an_obstacle_that_was_typed_but_not_confirmed_stays_with_its_card(place):
    write(place, "Erster")
    write(place, "Zweiter")
    press(place.field, DOWN)
    place.inspector.add_obstacle.setFocus()
    type_text(place.inspector.add_obstacle, "Raumkosten")
    place.list.setFocus()
    press(place.list, DOWN)
    assert place.inspector.add_obstacle.text() == ""
    assert {card.text: [one.title for one in card.obstacles] for card in in_file(place)} == {
        "Erster": [], "Zweiter": ["Raumkosten"],
    }  # fmt: skip


def test_newest_card_stands_first(place):
    for text in ("Erster", "Zweiter", "Dritter"):
        write(place, text)
    assert [row.text for row in place.model.rows] == ["Dritter", "Zweiter", "Erster"]


def test_all_signs_of_a_line_reach_the_card(place):
    write(place, "Nachbarschaftscafé #Ankommen #Begegnung @birhan !Raumkosten +Café Zuflucht")
    card = only(place)
    assert card.text == "Nachbarschaftscafé"
    assert [tag.title for tag in card.tags] == ["Ankommen", "Begegnung"]
    assert (card.contributor_kind, card.contributor) == ("organisation", "Birhan e. V.")
    assert [one.title for one in card.obstacles] == ["Raumkosten"]
    assert [one.title for one in card.offers] == ["Café Zuflucht"]


def test_names_are_offered_after_the_first_letter_and_tab_takes_the_first_without_saving(place):
    type_text(place.field, "Sprachcafé #a")
    assert place.field.offers[0] == "Ankommen"
    press(place.field, TAB)
    assert place.field.toPlainText() == "Sprachcafé #Ankommen "
    assert in_file(place) == []
    press(place.field, ENTER)
    assert [tag.title for tag in only(place).tags] == ["Ankommen"]


def test_arrow_down_and_tab_take_another_name(place):
    type_text(place.field, "Sprachcafé #e")
    offers = place.field.offers
    press(place.field, DOWN)
    press(place.field, TAB)
    assert place.field.toPlainText() == f"Sprachcafé #{offers[1]} "


def test_people_of_the_list_are_offered_with_umlauts(place):
    people = [NewParticipant("Übermann, Jörg-Uwe"), NewParticipant("محمد العربي")]
    place.desk.do(add_participants, place.desk.forum_id, people)
    type_text(place.field, "Idee @ü")
    assert place.field.offers == ["Übermann, Jörg-Uwe"]
    press(place.field, ENTER)
    assert (only(place).contributor_kind, only(place).contributor) == ("person", "Übermann, Jörg-Uwe")


def test_escape_closes_the_names_and_keeps_the_words(place):
    type_text(place.field, "Idee #Ank")
    press(place.field, ESC)
    assert place.field.offers == []
    press(place.field, ENTER)
    assert [tag.title for tag in only(place).tags] == ["Ank"]


def test_another_goal_by_sign_goes_to_that_goal(place):
    here = place.desk.goal().number
    write(place, "Offener Stadtteilrat >3.3")
    assert only(place).goal_number == "3.3" != here
    assert place.model.rows == []


def test_a_goal_that_does_not_exist_keeps_the_line_and_says_which_there_are(place, window):
    write(place, "Idee >9.9")
    assert in_file(place) == []
    assert place.field.toPlainText() == "Idee >9.9"
    assert "9.9" in window.notice.text.text() and "3.2" in window.notice.text.text()


def test_alt_and_arrows_change_the_goal(place):
    numbers = [goal.number for goal in place.desk.goals()]
    start = numbers.index(place.desk.goal().number)
    press(place.field, DOWN, ALT)
    assert place.desk.goal().number == numbers[start + 1]
    write(place, "Zu diesem Ziel")
    assert only(place).goal_number == numbers[start + 1]
    press(place.field, UP, ALT)
    assert place.desk.goal().number == numbers[start]


def test_first_sign_makes_the_whole_card_an_obstacle_or_a_question(place):
    write(place, "! Räume sind zu teuer")
    write(place, "? Wer hat die Schlüssel")
    assert [(card.kind, card.text) for card in in_file(place)] == [
        ("obstacle", "Räume sind zu teuer"), ("question", "Wer hat die Schlüssel"),
    ]  # fmt: skip


def test_a_line_of_signs_only_is_kept_in_the_field_with_a_reason(place, window):
    write(place, "#Ankommen")
    assert in_file(place) == []
    assert place.field.toPlainText() == "#Ankommen"
    assert "Text" in window.notice.text.text()


def test_wording_is_edited_in_place_and_the_original_stays(place):
    write(place, "Cafe im schlachthof")
    press(place.field, DOWN)
    assert place.list.hasFocus()
    press(place.list, Qt.Key.Key_F2)
    editor = editor_in(place.list)
    assert isinstance(editor, QPlainTextEdit)
    editor.selectAll()
    type_text(editor, "Café im Schlachthof")
    press(editor, ENTER)
    card = only(place)
    assert (card.text, card.original_text) == ("Café im Schlachthof", "Cafe im schlachthof")
    assert place.model.rows[0].text == "Café im Schlachthof"


def test_what_is_being_written_in_the_list_stays_while_rows_are_read_again(place, window):
    write(place, "Cafe im schlachthof")
    write(place, "Lotsen an Schulen")
    press(place.field, DOWN)
    press(place.list, Qt.Key.Key_F2)
    editor = editor_in(place.list)
    editor.selectAll()
    type_text(editor, "Lotsinnen")
    desk = window.desk
    clusters.add_cluster(desk.file, "Gruppe", forum_id=desk.forum_id, goal_id=desk.goal_id)
    cards.change(desk.file, place.model.rows[1].id, note="dazu")
    assert editor.toPlainText() == "Lotsinnen"
    press(editor, ENTER)
    assert [row.text for row in place.model.rows] == ["Lotsinnen", "Cafe im schlachthof"]


def test_undo_takes_the_card_back_and_redo_brings_it_again(place, window):
    write(place, "Erster")
    write(place, "Zweiter")
    press(window, Qt.Key.Key_Z, CTRL)
    assert [row.text for row in place.model.rows] == ["Erster"]
    press(window, Qt.Key.Key_Y, CTRL)
    assert [row.text for row in place.model.rows] == ["Zweiter", "Erster"]


def test_inspector_shows_and_changes_the_chosen_card_by_keyboard(place):
    write(place, "Sprachtandem")
    press(place.field, DOWN)
    press(place.field.window(), Qt.Key.Key_I, CTRL)
    assert place.inspector.text.hasFocus()
    place.inspector.note.setFocus()
    type_text(place.inspector.note, "Raum ist da")
    press(place.inspector.note, ENTER)
    place.inspector.dissent.setFocus()
    type_text(place.inspector.dissent, "Caritas sieht es anders")
    place.field.setFocus()
    card = only(place)
    assert (card.note, card.dissent) == ("Raum ist da", "Caritas sieht es anders")


def test_the_mark_of_one_card_is_set_and_taken_off_in_the_inspector_each_as_one_step(place):
    write(place, "Sprachtandem")
    press(place.field, DOWN)
    box, steps = place.inspector.confirmed, place.desk.file.history.count
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    assert only(place).confirmed_at and box.isChecked() and box.hasFocus()
    press(box, Qt.Key.Key_Space)
    assert not only(place).confirmed_at and not box.isChecked()
    assert place.desk.file.history.count == steps + 2
    place.desk.undo()
    assert only(place).confirmed_at and box.isChecked()


def chips_of(place: Capture) -> dict[str, QPushButton]:
    """The chips of the inspector that can be seen, by their words."""
    QApplication.processEvents()  # a layout shows what was added to it in the next turn
    return {chip.text(): chip for chip in place.inspector.tags.findChildren(QPushButton) if chip.isVisibleTo(place)}


def test_chips_of_the_inspector_set_and_take_tags_off(place):
    write(place, "Sprachtandem #Ankommen")
    press(place.field, DOWN)
    chips = chips_of(place)
    assert chips["Ankommen"].isChecked() and not chips["Familien"].isChecked()
    chips["Familien"].click()
    chips_of(place)["Ankommen"].click()
    assert [tag.title for tag in only(place).tags] == ["Familien"]


def test_inspector_attributes_a_card_to_a_group_and_back_to_nobody(place):
    write(place, "Sprachtandem")
    press(place.field, DOWN)
    place.inspector.contributor.setFocus()
    type_text(place.inspector.contributor, "Gruppe B")
    press(place.inspector.contributor, ENTER)
    assert (only(place).contributor_kind, only(place).contributor) == ("group", "Gruppe B")
    place.inspector.contributor.clear()
    press(place.inspector.contributor, ENTER)
    assert only(place).contributor_kind == ""


def test_obstacles_and_offers_are_tied_and_taken_off(place):
    write(place, "Sprachtandem")
    press(place.field, DOWN)
    type_text(place.inspector.add_obstacle, "Befristung")
    press(place.inspector.add_obstacle, ENTER)
    type_text(place.inspector.add_offer, "Stadtteilbüro")
    press(place.inspector.add_offer, ENTER)
    assert [one.title for one in only(place).obstacles] == ["Befristung"]
    place.inspector.obstacles.flow.itemAt(0).widget().click()
    assert only(place).obstacles == ()
    assert [one.title for one in only(place).offers] == ["Stadtteilbüro"]


def test_a_note_half_typed_belongs_to_its_card_when_another_is_chosen(place):
    write(place, "Erster")
    write(place, "Zweiter")
    place.reveal(in_file(place)[0].id)
    place.inspector.note.setFocus()
    type_text(place.inspector.note, "gehört zum ersten")
    place.chosen.choose([in_file(place)[1].id])
    assert [card.note for card in in_file(place)] == ["gehört zum ersten", ""]
    assert place.inspector.note.toPlainText() == ""


def test_what_is_typed_survives_a_step_of_somebody_else(place):
    write(place, "Erster")
    type_text(place.field, "halb geschrie")
    place.desk.do(cards.change, in_file(place)[0].id, note="inzwischen")
    assert place.field.toPlainText() == "halb geschrie"
    assert place.model.rows[0].note == "inzwischen"


def test_delete_removes_the_chosen_card_and_its_number_is_not_given_again(place):
    write(place, "Erster")
    press(place.field, DOWN)
    press(place.list, Qt.Key.Key_Delete)
    assert in_file(place) == []
    place.field.setFocus()
    write(place, "Zweiter")
    assert only(place).number == "A-2"


def test_a_pasted_novel_is_one_whole_card(place):
    novel = "Ein Satz über das Quartier. " * 400
    QApplication.clipboard().setText(novel)
    place.field.paste()
    press(place.field, ENTER)
    assert only(place).text == novel.strip()


def test_right_to_left_words_are_kept_as_they_are(place):
    write(place, "مقهى لغوي في الحي #Ankommen")
    assert only(place).text == "مقهى لغوي في الحي"


def test_a_number_of_five_digits_and_everybody_stand_in_the_list(place):
    card, view = only_of(place, "Sprachcafé"), place.list
    metrics = QFontMetrics(body_font())
    assert not view.isColumnHidden(3), "who said it"
    assert metrics.horizontalAdvance(f"{card.number[0]}-20000") <= view.columnWidth(0) - 2 * PAD_X


def test_the_inspector_is_no_wider_than_its_place_whatever_stands_behind_a_card(place, window):
    file = window.desk.file
    where = {"forum_id": window.desk.forum_id, "goal_id": window.desk.goal_id}
    lead = only_of(place, "Nachbarschaftscafé")
    joining.capture_as_support(file, "Café @Diakonie / Werkstatt der Kulturen", lead.id, **where)
    place.chosen.choose([lead.id])
    QApplication.processEvents()
    form = place.inspector.form
    assert form.minimumSizeHint().width() <= place.inspector.width()


def test_tall_rows_are_as_high_as_their_words(place):
    write(place, "Kurz")
    write(place, "Ein langer Vorschlag, der über mehrere Zeilen geht, " * 6)
    QApplication.processEvents()
    tall, small = place.list.rowHeight(0), place.list.rowHeight(1)
    assert tall == needed_height(place.model.rows[0], place.list.columnWidth(TEXT), place.list.columnWidth(2))
    assert tall > 2 * small


def test_without_any_goal_the_place_says_where_to_make_one(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("capture")
        place = window.places["capture"]
        assert "Aufbau" in place.empty.text() and place.empty.isVisible()
        write(place, "Idee ohne Ziel")
        assert place.field.toPlainText() == "Idee ohne Ziel"
        assert "Ziel" in window.notice.text.text()
