"""Aufbau, driven by keys and mouse on a real file."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from forumtool.domain.pictures import size_of
from forumtool.services.proposals import capture
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.process import (
    action_fields,
    goals,
    mappings,
    milestones,
    principles,
    steering_members,
    theme_fields,
)
from forumtool.storage.queries.proposals import obstacles, offers, tag_groups
from forumtool.ui.places.setting_up.outline import MARK, NUMBER, TITLE, WORDS
from forumtool.ui.places.setup import PAGES, Setup
from forumtool.ui.shell.window import MainWindow
from tests.builders import photo
from tests.ui.desks import editor_in, window_on
from tests.ui.keys import press, type_text

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return

# Qt's offscreen platform says this of popups; it cannot do it and need not.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(tmp_path: Any, qtbot: Any) -> Iterator[MainWindow]:
    with window_on(tmp_path, qtbot) as opened:
        opened.go_to("setup")
        yield opened


@pytest.fixture
def place(window: MainWindow) -> Setup:
    found = window.places["setup"]
    assert isinstance(found, Setup)
    return found


def page(place: Setup, key: str) -> Any:
    place.open_page(key)
    return place.page


def choose(place: Setup, number: str, column: int = TITLE) -> Any:
    """Choose a row of the outline by its number."""
    outline = page(place, "goals").outline
    item = next(item for item in outline.items() if item.text(NUMBER) == number)
    outline.setCurrentItem(item, column)
    outline.setFocus()
    return outline


def cell(edited: Any, title: str, column: int) -> None:
    """Make a cell of an editable list the current one."""
    at = next(at for at, row in enumerate(edited.model.rows) if title in row)
    edited.view.setCurrentIndex(edited.model.index(at, column))
    edited.view.setFocus()


def test_all_pages_are_reached_by_the_keyboard(place: Setup) -> None:
    seen = []
    for _page in PAGES:
        seen.append(PAGES[place.tabs.currentIndex()][0])
        assert place.page.isVisible()
        press(QApplication.focusWidget(), Qt.Key.Key_Tab, CTRL)
    assert seen == [key for key, _name, _title in PAGES]
    assert place.tabs.currentIndex() == 0
    press(QApplication.focusWidget(), Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert place.tabs.currentIndex() == len(PAGES) - 1


def test_n_writes_a_new_goal_into_the_chosen_field(place: Setup) -> None:
    outline = choose(place, "2.1")
    press(outline, Qt.Key.Key_N)
    type_text(place.page.entry, "Vereine öffnen sich")
    press(place.page.entry, ENTER)
    goal = next(goal for goal in goals(place.desk.file) if goal.title == "Vereine öffnen sich")
    assert (goal.number, goal.theme_field_number, goal.is_example) == ("2.3", "2", False)
    assert outline.currentItem().text(NUMBER) == "2.3"
    place.desk.undo()
    assert all(goal.number != "2.3" for goal in goals(place.desk.file))


def test_shift_n_writes_a_new_theme_field_and_i_an_indicator(place: Setup) -> None:
    outline = choose(place, "1.1")
    press(outline, Qt.Key.Key_N, SHIFT)
    type_text(place.page.entry, "Gesundheit")
    press(place.page.entry, ENTER)
    assert [field.title for field in theme_fields(place.desk.file)][-1] == "Gesundheit"
    outline = choose(place, "1.1")
    press(outline, Qt.Key.Key_I)
    type_text(place.page.entry, "Anteil der Beschäftigten")
    press(place.page.entry, ENTER)
    assert goals(place.desk.file)[0].indicators == ("Anteil der Beschäftigten",)
    assert outline.currentItem().text(TITLE) == "Anteil der Beschäftigten"
    outline.setFocus()
    press(outline, Qt.Key.Key_Delete)
    assert goals(place.desk.file)[0].indicators == ()


def test_the_letter_n_in_an_editor_is_a_letter(place: Setup) -> None:
    outline = choose(place, "1.1")
    press(outline, Qt.Key.Key_F2)
    editor = editor_in(outline)
    type_text(editor, "nN Neu")
    press(editor, ENTER)
    assert goals(place.desk.file)[0].title == "nN Neu"


def test_an_example_goal_is_marked_until_its_wording_is_changed(place: Setup) -> None:
    outline = choose(place, "1.1", WORDS)
    assert outline.currentItem().text(MARK) == "Beispiel"
    press(outline, Qt.Key.Key_F2)
    editor = editor_in(outline)
    type_text(editor, "Wie öffnen wir uns?")
    press(editor, ENTER)
    goal = goals(place.desk.file)[0]
    assert (goal.question, goal.is_example) == ("Wie öffnen wir uns?", False)
    assert outline.currentItem().text(MARK) == ""
    place.desk.undo()
    assert outline.currentItem().text(MARK) == "Beispiel"


@pytest.mark.parametrize("held", [ALT_SHIFT, CTRL])
def test_goals_and_fields_move_by_keys_and_keep_the_choice(place: Setup, held: Qt.KeyboardModifier) -> None:
    outline = choose(place, "3.2")
    press(outline, Qt.Key.Key_Up, held)
    assert [goal.number for goal in goals(place.desk.file)][4:7] == ["3.2", "3.1", "3.3"]
    assert outline.currentItem().text(NUMBER) == "3.2"
    outline = choose(place, "4")
    press(outline, Qt.Key.Key_Up, held)
    assert [field.number for field in theme_fields(place.desk.file)] == ["1", "2", "4", "3"]
    assert outline.currentItem().text(NUMBER) == "4"


def test_a_goal_with_cards_is_not_deleted_and_says_why(place: Setup) -> None:
    said: list[tuple[str, str]] = []
    place.desk.said.connect(lambda kind, sentence: said.append((kind, sentence)))
    goal = next(goal for goal in goals(place.desk.file) if goal.number == "1.1")
    capture(place.desk.file, "Ein Weg", forum_id=None, goal_id=goal.id)
    outline = choose(place, "1.1")
    press(outline, Qt.Key.Key_Delete)
    assert said[-1][0] == "warning"
    assert "1 Vorschl" in said[-1][1]
    assert outline.currentItem().text(NUMBER) == "1.1"
    outline = choose(place, "1.2")
    press(outline, Qt.Key.Key_Delete)
    assert all(goal.number != "1.2" for goal in goals(place.desk.file))


def test_an_empty_process_asks_for_its_first_theme_field(tmp_path: Any, qtbot: Any) -> None:
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("setup")
        shown: Any = window.places["setup"]
        for key, _name, _title in PAGES:
            shown.open_page(key)
        shown.open_page("goals")
        assert shown.page.empty.isVisible()
        type_text(shown.page.entry, "Wohnen")
        press(shown.page.entry, ENTER)
        assert [field.title for field in theme_fields(window.desk.file)] == ["Wohnen"]
        assert not shown.page.empty.isVisible()
        shown.page.write_new("goal")
        type_text(shown.page.entry, "Wohnungen finden")
        press(shown.page.entry, ENTER)
        assert goals(window.desk.file)[0].label == "1.1 Wohnungen finden"


def test_a_forum_gets_its_date_as_typed(place: Setup) -> None:
    found = page(place, "forums")
    type_text(found.list.entry, "Auftakt im Rathaus")
    press(found.list.entry, ENTER)
    added = forums(place.desk.file)[-1]
    assert added.title == "Auftakt im Rathaus"
    cell(found.list, "Auftakt im Rathaus", 3)
    press(found.list.view, Qt.Key.Key_F2)
    editor = editor_in(found.list.view)
    type_text(editor, "12.05.2016")
    press(editor, ENTER)
    assert forums(place.desk.file)[-1].when == "2016-05-12"
    assert found.list.view.currentIndex().data() == "12. Mai 2016"
    press(found.list.view, Qt.Key.Key_F2)
    assert editor_in(found.list.view).text() == "12.05.2016"  # type: ignore[attr-defined]


def test_kind_and_theme_field_of_a_forum_are_chosen_from_lists(place: Setup) -> None:
    found = page(place, "forums")
    for column, text in ((1, "Auftakt"), (2, theme_fields(place.desk.file)[3].number)):
        found.list.view.setCurrentIndex(found.list.model.index(0, column))
        press(found.list.view, Qt.Key.Key_F2)
        combo = editor_in(found.list.view)
        assert isinstance(combo, QComboBox)
        combo.hidePopup()
        combo.setCurrentIndex(combo.findText(text, Qt.MatchFlag.MatchStartsWith))
        combo.activated.emit(combo.currentIndex())
    row = forums(place.desk.file)[0]
    assert (row.kind, row.theme_field_id) == ("kickoff", theme_fields(place.desk.file)[3].id)


def test_what_was_typed_into_the_details_stays_with_its_forum(place: Setup) -> None:
    found = page(place, "forums")
    found.list.view.setCurrentIndex(found.list.model.index(0, 0))
    outlook = found.details.wide["outlook"]
    outlook.setFocus()
    type_text(outlook, "Rückmeldung bis Ende Juni")
    found.list.view.setCurrentIndex(found.list.model.index(1, 0))
    assert [row.outlook for row in forums(place.desk.file)[:2]] == ["Rückmeldung bis Ende Juni", ""]


def test_tag_groups_and_tags_are_added_renamed_and_deleted(place: Setup) -> None:
    found = page(place, "tags")
    type_text(found.groups.entry, "Sprachen")
    press(found.groups.entry, ENTER)
    assert found.groups.row().title == "Sprachen"
    for word in ("Türkisch", "Arabisch"):
        type_text(found.tags.entry, word)
        press(found.tags.entry, ENTER)
    cell(found.tags, "Türkisch", 0)
    press(found.tags.view, Qt.Key.Key_F2)
    editor = editor_in(found.tags.view)
    type_text(editor, "Kurdisch")
    press(editor, ENTER)
    press(found.tags.view, Qt.Key.Key_Down, CTRL)
    assert [tag.title for tag in tag_groups(place.desk.file)[-1].tags] == ["Arabisch", "Kurdisch"]
    press(found.tags.view, Qt.Key.Key_Delete)
    assert [tag.title for tag in tag_groups(place.desk.file)[-1].tags] == ["Arabisch"]
    found.groups.view.setFocus()
    press(found.groups.view, Qt.Key.Key_Delete)
    assert "Sprachen" not in [group.title for group in tag_groups(place.desk.file)]


def test_the_process_and_its_frame_are_edited_in_place(place: Setup) -> None:
    found = page(place, "frame")
    motto = found.lines["motto"]
    motto.setFocus()
    motto.selectAll()
    type_text(motto, "Wir gehören dazu")
    press(motto, ENTER)
    assert place.desk.process().motto == "Wir gehören dazu"
    found.years.setFocus()
    found.years.selectAll()
    type_text(found.years, "5")
    press(found.years, ENTER)
    assert place.desk.process().validity_years == 5
    type_text(found.milestones.entry, "Ratsbeschluss")
    press(found.milestones.entry, ENTER)
    cell(found.milestones, "Ratsbeschluss", 0)
    press(found.milestones.view, Qt.Key.Key_F2)
    editor = editor_in(found.milestones.view)
    type_text(editor, "07.2018 bis 07.2021")
    press(editor, ENTER)
    assert milestones(place.desk.file)[-1][1:3] == ("Ratsbeschluss", "2018-07/2021-07")
    type_text(found.principles.entry, "Auf Augenhöhe")
    press(found.principles.entry, ENTER)
    assert principles(place.desk.file)[-1].title == "Auf Augenhöhe"
    found.principles.view.setFocus()
    press(found.principles.view, Qt.Key.Key_Delete)
    assert "Auf Augenhöhe" not in [row.title for row in principles(place.desk.file)]


def test_the_sign_of_the_documents_is_taken_from_a_file_and_away_again(place: Setup, tmp_path: Any) -> None:
    frame = page(place, "frame")
    picture = photo(300, 90)
    (tmp_path / "zeichen.png").write_bytes(picture.data)
    (tmp_path / "kein.png").write_bytes(b"no picture")
    frame.logo.take(tmp_path / "kein.png")
    assert place.desk.process().logo == ""
    frame.logo.take(tmp_path / "zeichen.png")
    row = place.desk.process()
    assert size_of(place.desk.file.content(row.logo)) == (300, 90)
    assert not frame.logo.picture.pixmap().isNull()
    frame.logo.remove.click()
    assert place.desk.process().logo == "" and frame.logo.picture.text() == "keines"
    place.desk.undo()
    assert place.desk.process().logo == row.logo


def test_what_the_room_said_of_the_day_and_who_gets_the_minutes_are_written_down(place: Setup) -> None:
    details = page(place, "forums").details
    for field, text in (("feedback", "Gern öfter"), ("distribution", "Steuerungsgruppe\nTeilnehmende")):
        details.wide[field].setPlainText(text)
        details.wide[field].finish()
    row = next(row for row in forums(place.desk.file) if row.feedback)
    assert (row.feedback, row.distribution) == ("Gern öfter", "Steuerungsgruppe\nTeilnehmende")


def test_the_twelve_seats_are_shown_and_one_is_added_to_the_chosen_bench(place: Setup) -> None:
    found = page(place, "steering")
    assert found.counted.text().startswith("12 Sitze")
    cell(found.list, "Rahaward e. V.", 1)
    type_text(found.list.entry, "Moscheeverein, Vorsitz")
    press(found.list.entry, ENTER)
    seat = next(row for row in steering_members(place.desk.file) if row.organisation == "Moscheeverein")
    assert (seat.constituency, seat.office) == ("Integrationsrat und Migrantenselbstorganisationen", "Vorsitz")
    found.list.view.setFocus()
    press(found.list.view, Qt.Key.Key_Delete)
    assert len(steering_members(place.desk.file)) == 12


def test_a_check_box_maps_a_theme_field_to_a_field_of_action(place: Setup) -> None:
    found = page(place, "action_fields")
    middle = found.list.view.visualRect(found.list.model.index(1, 3)).center()
    QTest.mouseClick(found.list.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    wanted = {(action_fields(place.desk.file)[1].id, theme_fields(place.desk.file)[1].id)}
    assert mappings(place.desk.file) == wanted
    found.list.view.setFocus()
    press(found.list.view, Qt.Key.Key_Space)
    assert mappings(place.desk.file) == set()
    place.desk.undo()
    assert mappings(place.desk.file) == wanted


def test_a_new_theme_field_is_a_new_column_of_the_matrix(place: Setup) -> None:
    assert len(page(place, "action_fields").list.model.columns) == 6
    outline = choose(place, "1")
    press(outline, Qt.Key.Key_N, SHIFT)
    type_text(place.page.entry, "Gesundheit")
    press(place.page.entry, ENTER)
    assert len(page(place, "action_fields").list.model.columns) == 7


def test_offers_and_obstacles_are_kept_with_the_cards_that_name_them(place: Setup) -> None:
    goal = goals(place.desk.file)[0]
    capture(place.desk.file, "Ein Weg +Stadtteilbüro !Befristung", forum_id=None, goal_id=goal.id)
    found = page(place, "offers")
    assert [found.offers.model.index(0, column).data() for column in (0, 2, 3)] == ["Stadtteilbüro", "vorhanden", "1"]
    cell(found.offers, "Stadtteilbüro", 1)
    press(found.offers.view, Qt.Key.Key_F2)
    editor = editor_in(found.offers.view)
    type_text(editor, "Stadt Aachen")
    press(editor, ENTER)
    assert offers(place.desk.file)[0].provider == "Stadt Aachen"
    type_text(found.obstacles.entry, "Raumkosten")
    press(found.obstacles.entry, ENTER)
    assert [row.title for row in obstacles(place.desk.file)] == ["Befristung", "Raumkosten"]
    cell(found.obstacles, "Befristung", 0)
    press(found.obstacles.view, Qt.Key.Key_Delete)
    assert [row.title for row in obstacles(place.desk.file)] == ["Raumkosten"]


def test_long_and_right_to_left_words_are_shown_and_stay_whole(place: Setup) -> None:
    outline = choose(place, "1.1")
    press(outline, Qt.Key.Key_N)
    long = "مقهى الحي مع رعاية الأطفال " * 110
    place.page.entry.setText(long)
    press(place.page.entry, ENTER)
    assert next(goal for goal in goals(place.desk.file) if goal.number == "1.3").title == long.strip()
    item = outline.currentItem()
    assert outline.visualItemRect(item).height() < 200
