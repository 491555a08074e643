"""Konzept and the page of keys."""

from forumtool.services.action_fields import map_field
from forumtool.storage.queries.process import theme_fields
from forumtool.ui.shell.keys import KeysDialog, pages
from forumtool.ui.shell.register import ENTRIES
from tests.ui.desks import window_on
from tests.ui.forum_day import forum_day


def test_cards_and_measures_come_through_the_mapped_theme_fields(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "concept") as window:
        place = window.places["concept"]
        rows = {row.title: row for row in place.chapters_model.rows}
        housing, health = rows["Wohnen / Sozialplanung"], rows["Gesundheit"]
        assert (housing.theme_fields, housing.cards, housing.measures) == (("Zusammenleben im Quartier",), 64, 4)
        assert (health.theme_fields, health.cards, health.measures) == ((), 0, 0)
        quarter = theme_fields(window.desk.file)[2]
        window.desk.do(map_field, health.id, quarter.id, on=True)
        rows = {row.title: row for row in place.chapters_model.rows}
        assert rows["Gesundheit"].cards == 64
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
