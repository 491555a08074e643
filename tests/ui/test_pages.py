"""The preview: real pages of the whole document, the first at once, and the reader stays where they are."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from forumtool.exports.blocks import Block, Column, Contents, Heading, Paragraph, Table, Title
from forumtool.exports.document import Document
from forumtool.i18n import catalogue
from forumtool.ui.places.minuting.pages import Pages
from forumtool.ui.theme.style import wear
from tests.ui.keys import press

SAY = catalogue("de")


def document(rows: int, first: str = "Erste Worte") -> Document:
    cards = [(f"A-{at}", f"Ein Vorschlag mit der Nummer {at}") for at in range(rows)]
    blocks: list[Block] = [Title("Protokoll"), Contents("Inhalt"), Heading(1, "Karten"), Paragraph(first)]
    return Document([*blocks, Table((Column("Nr.", 2), Column("Text")), cards), Heading(1, "Ende")], SAY, "Protokoll")


@pytest.fixture
def pages(qtbot: Any, qapp: Any) -> Pages:
    wear(qapp, "light")
    made = Pages()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_the_first_pages_are_there_at_once_and_all_of_them_soon(pages: Pages, qtbot: Any) -> None:
    pages.show_document(document(5_000))
    assert "Erste Worte" in pages.words
    assert not pages.is_whole
    assert pages.where.text().startswith("Seite 1 von ") and pages.where.text().endswith(" …")
    qtbot.waitUntil(lambda: pages.is_whole, timeout=30_000)
    assert "A-4999" in pages.words and "Ende" in pages.words
    assert pages.where.text() == f"Seite 1 von {pages.view.pages.count}"  # type: ignore[union-attr]


def test_the_reader_stays_on_the_page_when_the_document_changes(pages: Pages, qtbot: Any) -> None:
    pages.show_document(document(2_000))
    qtbot.waitUntil(lambda: pages.is_whole, timeout=30_000)
    bar = pages.view.verticalScrollBar()
    bar.setValue(round(pages.view.desk.step * 30))
    told = pages.where.text()
    pages.show_document(document(2_000, "Andere Worte"))
    assert "Erste Worte" in pages.words, "the old pages stay until the new ones reach here"
    qtbot.waitUntil(lambda: pages.is_whole and "Andere Worte" in pages.words, timeout=30_000)
    assert pages.where.text() == told
    pages.show_document(document(10))
    qtbot.waitUntil(lambda: pages.is_whole and "A-11" not in pages.words)
    assert pages.view.page == 0


def test_keys_lead_through_the_pages_and_change_their_size(pages: Pages, qtbot: Any) -> None:
    pages.show_document(document(300))
    qtbot.waitUntil(lambda: pages.is_whole)
    last = pages.view.desk.count
    press(pages.view, Qt.Key.Key_End)
    assert pages.where.text() == f"Seite {last} von {last}"
    press(pages.view, Qt.Key.Key_PageUp)
    press(pages.view, Qt.Key.Key_PageUp)
    assert pages.view.page < last - 1
    press(pages.view, Qt.Key.Key_Home)
    assert pages.view.page == 0
    usual = pages.view.desk.page_width
    press(pages.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages.view.desk.page_width > usual
    press(pages.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pages.view.desk.page_width == usual


def test_a_larger_page_keeps_its_words_in_view(pages: Pages, qtbot: Any) -> None:
    pages.show_document(document(2_000))
    qtbot.waitUntil(lambda: pages.is_whole, timeout=30_000)
    pages.view.verticalScrollBar().setValue(round(pages.view.desk.step * 20.5))
    at = pages.view.page
    pages.view.set_zoom(2)
    assert pages.view.page == at


def test_a_screen_reader_hears_the_page_in_view(pages: Pages, qtbot: Any) -> None:
    pages.show_document(document(300))
    qtbot.waitUntil(lambda: pages.is_whole)
    press(pages.view, Qt.Key.Key_End)
    assert "A-299" in pages.view.accessibleDescription()
    assert "Erste Worte" not in pages.view.accessibleDescription()


def test_words_are_painted_on_white_paper_in_the_dark_window_too(pages: Pages, qtbot: Any, qapp: Any) -> None:
    wear(qapp, "dark")
    pages.show_document(document(3))
    qtbot.waitUntil(lambda: pages.is_whole)
    picture = pages.view.grab().toImage()
    middle = QPoint(picture.width() // 2, 30)
    assert picture.pixelColor(middle) == QColor("white")
    darkest = min(picture.pixelColor(x, y).lightness() for x in range(100, 500, 2) for y in range(60, 300, 2))
    assert darkest < 110
    wear(qapp, "light")
