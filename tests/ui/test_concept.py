"""Konzept and the page of keys."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from forumtool.services.action_fields import map_field
from forumtool.services.decisions import decide
from forumtool.services.measures import change_measure, sketch
from forumtool.services.processes import rename
from forumtool.storage.digest import digest
from forumtool.storage.queries.concept import progress
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields, mappings, process, theme_fields
from forumtool.ui.exporting.dialog import ExportDialog
from forumtool.ui.places.drafting_concept.adopting import AdoptDialog
from forumtool.ui.shell.keys import KeysDialog, pages
from forumtool.ui.shell.register import ENTRIES
from tests.builders import capture
from tests.ui.desks import window_on
from tests.ui.exports import dialog_in, written
from tests.ui.forum_day import forum_day


def test_cards_come_through_the_mapped_theme_fields_and_measures_are_those_put_in(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place = window.places["concept"]
        rows = {row.title: row for row in place.chapters_model.rows}
        housing, health = rows["Wohnen / Sozialplanung"], rows["Gesundheit"]
        assert (housing.theme_fields, housing.cards, housing.measures) == (("Zusammenleben im Quartier",), 64, 0)
        assert (health.theme_fields, health.cards, health.measures) == ((), 0, 0)
        quarter = theme_fields(window.desk.file)[2]
        window.desk.do(map_field, health.id, quarter.id, on=True)
        window.desk.do(change_measure, place.measures_model.rows[0].id, action_field_id=health.id)
        rows = {row.title: row for row in place.chapters_model.rows}
        assert (rows["Gesundheit"].cards, rows["Gesundheit"].measures) == (64, 1)
        assert "3 Jahre" in place.validity.text()
        assert place.measures_model.rows[0].title == "Nachbarschaftscafé mit Kinderbetreuung"


def test_what_goes_nowhere_is_named(tmp_path, qtbot):
    with window_on(tmp_path, qtbot) as window:
        window.go_to("concept")
        assert "Zusammenleben im Quartier" in window.places["concept"].unmapped.text()


def test_an_empty_process_has_no_chapters_yet(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, "empty") as window:
        window.go_to("concept")
        place = window.places["concept"]
        assert place.no_chapters.isVisible() and place.no_measures.isVisible()


def test_the_page_of_keys_names_every_place_and_fits_the_window(tmp_path, qtbot):
    with window_on(tmp_path, qtbot, size=(1024, 640)) as window:
        dialog = KeysDialog(window)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.height() <= 640 and dialog.width() <= 1024
        titles = {what for _title, keys in pages() for _key, what in keys}
        assert {entry.title for entry in ENTRIES} <= titles


def test_what_was_adopted_is_shown_before_it_is_taken_over_and_undone_at_once(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place, before = window.places["concept"], digest(window.desk.file)
        place.outputs.ask_to_adopt()
        (dialog,) = place.findChildren(AdoptDialog)
        assert dialog.model.rows and not {row.id for row in measures(window.desk.file)} - {
            row.id for row in place.measures_model.rows}  # fmt: skip
        assert digest(window.desk.file) == before
        adopted = {number for row in dialog.model.rows for number in row.proposals}
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        assert adopted <= {number for row in place.measures_model.rows for number in row.proposals}
        window.desk.undo()
        assert digest(window.desk.file) == before


def test_a_measure_is_edited_where_it_stands_and_in_the_fields_beside(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place = window.places["concept"]
        model, key = place.measures_model, place.measures_model.rows[0].id
        model.setData(model.index(0, 0), "3.7")
        model.setData(model.index(model.row_of(key), 2), "3 Wohnen / Sozialplanung")
        place.reveal(key)
        field = place.chosen.facts.field("cost")
        place.chosen.tabs.setCurrentIndex(1)
        qtbot.keyClicks(field, "12.000 Euro")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        row = next(row for row in measures(window.desk.file) if row.id == key)
        assert (row.number, row.cost) == ("3.7", "12.000 Euro")
        assert row.action_field_id == place.chapters_model.rows[2].id
        assert place.chosen.title.text().startswith("3.7 ")


def test_progress_is_written_with_the_keyboard_and_shown_in_the_list(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place = window.places["concept"]
        place.reveal(place.measures_model.rows[0].id)
        years = place.chosen.years
        years.entry.setFocus()
        qtbot.keyClicks(years.entry, "1.3.2027")
        years.percent.setFocus()
        qtbot.keyClicks(years.percent, "40")
        qtbot.keyClick(years.percent, Qt.Key.Key_Return)
        (entry,) = progress(window.desk.file)
        assert (entry.on, entry.state, entry.percent) == ("2027-03-01", "running", 40)
        assert place.measures_model.data(place.measures_model.index(0, 5)) == "läuft 40 %"
        assert years.entry.hasFocus() and not years.entry.text()
        years.model.setData(years.model.index(0, 1), "umgesetzt")
        years.model.setData(years.model.index(0, 2), "140")
        assert [(row.state, row.percent) for row in progress(window.desk.file)] == [("done", 40)]


def test_where_a_measure_came_from_is_told_group_by_group(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place = window.places["concept"]
        row = next(row for row in place.measures_model.rows if row.proposals)
        place.reveal(row.id)
        place.chosen.tabs.setCurrentIndex(2)
        said = "\n".join(label.text() for label in place.chosen.origin.findChildren(QLabel))
        assert all(f"{number}  „" in said for number in row.proposals)


def test_a_measure_goes_into_another_one_by_its_number_and_all_are_numbered_anew(tmp_path, qtbot):
    with window_on(tmp_path, qtbot) as window:
        field = action_fields(window.desk.file)[0]
        for title, number in (("Eins", "1.4"), ("Zwei", "1.7")):
            window.desk.do(sketch, title, forum_id=None, action_field_id=field.id, number=number)
        window.go_to("concept")
        place = window.places["concept"]
        place.reveal(next(row.id for row in place.measures_model.rows if row.title == "Zwei"))
        place.chosen.tabs.setCurrentIndex(1)
        into = place.chosen.facts.into
        into.setFocus()
        qtbot.keyClicks(into, "1.5")
        qtbot.keyClick(into, Qt.Key.Key_Return)
        assert [row.title for row in place.measures_model.rows] == ["Eins", "Zwei"]
        into.clear()
        qtbot.keyClicks(into, "1.4")
        place.list.view.setFocus()
        assert len(place.measures_model.rows) == 2
        into.setFocus()
        qtbot.keyClick(into, Qt.Key.Key_Return)
        assert [row.title for row in place.measures_model.rows] == ["Eins"]
        place.outputs.renumber.click()
        assert [row.number for row in place.measures_model.rows] == ["1.1"]
        window.desk.undo()
        window.desk.undo()
        assert [row.number for row in place.measures_model.rows] == ["1.4", "1.7"]


def test_the_letters_are_written_into_a_folder_and_noted(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        (card,) = capture(window.desk.file, 'Feste planen @"Birhan e. V."')
        decide(window.desk.file, card.id, verdict="reject")
        ExportDialog(window.desk, window, "letters").exporting.write_letters(tmp_path / "briefe")
        qtbot.waitUntil(lambda: window.desk.file.one("SELECT count(*) FROM feedback_letter") != (0,), timeout=20_000)
        assert len(list((tmp_path / "briefe").iterdir())) == 4


def test_a_theme_field_is_mapped_with_the_space_bar(tmp_path, qtbot):
    with window_on(tmp_path, qtbot) as window:
        window.go_to("concept")
        chapters = window.places["concept"].chapters
        chapters.tabs.setCurrentIndex(1)
        view = chapters.mapping.list.view
        view.setFocus()
        view.setCurrentIndex(view.model().index(0, 2))
        before = mappings(window.desk.file)
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert len(mappings(window.desk.file) ^ before) == 1


def test_only_the_measures_of_the_chosen_field_are_shown_if_wanted(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place = window.places["concept"]
        place.chapters.view.setCurrentIndex(place.chapters_model.index(4, 1))
        qtbot.mouseClick(place.chapters.only, Qt.MouseButton.LeftButton)
        assert place.measures_model.rows == []
        qtbot.keyClicks(place.list.entry, "Gesund im Quartier")
        qtbot.keyClick(place.list.entry, Qt.Key.Key_Return)
        assert [row.title for row in place.measures_model.rows] == ["Gesund im Quartier"]


def test_a_concept_that_runs_out_is_told_here_and_in_the_overview(tmp_path, qtbot):
    with window_on(tmp_path, qtbot) as window:
        of = process(window.desk.file)
        window.desk.do(rename, of.id, adopted_on=f"{date.today().year - 4}-01-01")
        for key, label in (("concept", "validity"), ("overview", "reminder")):
            window.go_to(key)
            assert "Es ist zu erneuern" in getattr(window.places[key], label).text()
        window.desk.do(rename, of.id, adopted_on=date.today().isoformat())
        assert not window.places["overview"].reminder.isVisible()


def test_the_documents_are_written_beside_the_window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place = window.places["concept"]
        for key in ("concept", "progress", "interim"):
            getattr(place.outputs, key).click()
            dialog = dialog_in(place)
            assert dialog.offer.key == key
            dialog.reject()
            path = tmp_path / f"{key}.docx"
            assert written(window, key, path) == f"Fertig: {path.name}"
