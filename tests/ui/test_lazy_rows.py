"""Tables of any length: rows are read when they are asked for."""

from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QTableView

from forumtool.ui.parts.lazy_rows import LazyModel, LazyRows
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table


class Row(NamedTuple):
    id: str
    text: str


class Shelf:
    """Rows by their keys; remembers how many were read."""

    def __init__(self, count):
        self.keys = [f"k{at}" for at in range(count)]
        self.texts = {key: f"Text {key}" for key in self.keys}
        self.read = []

    def __call__(self, keys):
        self.read += keys
        return [Row(key, self.texts[key]) for key in reversed(list(keys))]


@pytest.fixture
def shelf():
    return Shelf(20_000)


def test_rows_come_in_the_order_of_their_keys_and_are_read_once(shelf):
    rows = LazyRows(shelf.keys, shelf)
    assert (len(rows), rows[7].id, rows[-1].id) == (20_000, "k7", "k19999")
    read = len(shelf.read)
    assert read < 200
    assert [row.id for row in rows[3:6]] == ["k3", "k4", "k5"]
    assert len(shelf.read) == read
    with pytest.raises(IndexError):
        rows[20_000]


def test_all_rows_can_be_gone_through_without_being_kept(shelf):
    rows = LazyRows(shelf.keys, shelf)
    assert [row.id for row in rows] == shelf.keys
    assert len(rows.held) < 4_000


def test_a_view_reads_what_it_shows(shelf, qtbot):
    model = LazyModel((Column("Text", lambda row: row.text),), shelf)
    view = table(model, "Texte")
    qtbot.addWidget(view)
    model.show_keys(shelf.keys)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert 0 < len(shelf.read) < 500
    view.scrollToBottom()
    view.grab()
    assert "k19999" in shelf.read
    assert len(shelf.read) < 1_000


def test_equal_keys_keep_the_place_and_show_what_has_changed(shelf, qtbot):
    model = LazyModel((Column("Text", lambda row: row.text),), shelf)
    view = table(model, "Texte")
    qtbot.addWidget(view)
    model.show_keys(shelf.keys)
    view.setCurrentIndex(model.index(500, 0))
    shelf.texts["k500"] = "Neu"
    model.show_keys(list(shelf.keys))
    assert view.currentIndex().row() == 500
    assert view.currentIndex().data() == "Neu"
    assert (model.row_of("k500"), model.row_of("nobody")) == (500, -1)
    model.show_keys([])
    assert (model.rowCount(), model.row_of("k500")) == (0, -1)


def test_rows_are_measured_when_they_come_into_view(qtbot):
    asked = []
    model = RowsModel((Column("Text", lambda row: asked.append(row.id) or row.text),))
    view = table(model, "Texte", QTableView())
    qtbot.addWidget(view)
    wrap_rows(view)
    view.resize(300, 300)
    view.show()
    qtbot.waitExposed(view)
    model.show([Row(f"k{at}", "viele Worte " * (1 + at % 9)) for at in range(5_000)])
    qtbot.waitUntil(lambda: view.rowHeight(3) > 36)
    assert len(set(asked)) < 200
    view.setCurrentIndex(model.index(4_999, 0))
    qtbot.waitUntil(lambda: view.rowHeight(4_999) > 36)
    assert len(set(asked)) < 400


def test_a_row_that_was_chosen_stays_in_view_when_rows_above_it_grow(qtbot):
    model = RowsModel((Column("Text", lambda row: row.text),))
    view = table(model, "Texte", QTableView())
    qtbot.addWidget(view)
    wrap_rows(view)
    view.resize(200, 240)
    view.show()
    qtbot.waitExposed(view)
    model.show([Row(f"k{at}", "viele Worte in vielen Zeilen " * 3) for at in range(40)])
    view.setCurrentIndex(model.index(20, 0))
    qtbot.waitUntil(lambda: view.rowHeight(20) > 36)
    assert view.viewport().rect().intersects(view.visualRect(model.index(20, 0)))


def test_a_new_row_comes_first_and_a_changed_one_is_shown_without_reading_the_others(shelf, qtbot):
    model = LazyModel((Column("Text", lambda row: row.text),), shelf)
    view = table(model, "Texte")
    qtbot.addWidget(view)
    model.show_keys(shelf.keys)
    view.setCurrentIndex(model.index(500, 0))
    assert [row.id for row in model.rows.of(["k3", "k499"])] == ["k3", "k499"]
    read = len(shelf.read)
    model.put_first(Row("new", "ganz oben"))
    assert (model.rows[0].text, model.rows[4].id, view.currentIndex().row()) == ("ganz oben", "k3", 501)
    assert model.replace(Row("new", "anders"))
    assert model.index(0, 0).data() == "anders"
    assert not model.replace(Row("nobody", ""))
    assert len(shelf.read) - read <= 128
    assert (len(model.rows), len(shelf.keys)) == (20_001, 20_000)


def test_many_rows_asked_for_at_once_are_read_at_once(shelf):
    asked = []
    rows = LazyRows(shelf.keys, lambda keys: asked.append(len(keys)) or shelf(keys))
    assert [row.id for row in rows.of(shelf.keys)] == shelf.keys
    assert asked == [20_000]


def test_rows_compare_as_what_they_are(shelf):
    assert LazyRows(["k1", "k2"], shelf) == [Row("k1", "Text k1"), Row("k2", "Text k2")]
    assert LazyRows(["k1"], shelf) != [Row("k1", "anders")]
    assert LazyRows([], shelf) == []
