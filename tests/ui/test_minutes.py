"""Protokoll: the preview shows what the files will hold, and the files are written beside the window."""

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from forumtool.storage.queries.proposals import proposals
from forumtool.ui.places.minutes import MinutesPlace
from tests.demonstration import demonstration
from tests.ui.desks import window_on


@pytest.fixture
def place(tmp_path, qtbot):
    demonstration(tmp_path / "quartier.forum")
    with window_on(tmp_path, qtbot) as window:
        window.go_to("minutes")
        found = window.places["minutes"]
        assert isinstance(found, MinutesPlace)
        qtbot.waitUntil(lambda: found.pages.is_whole)
        yield found
        found.runner.stop()


def preview(place: MinutesPlace, qtbot) -> str:
    qtbot.waitUntil(lambda: not place._soon.isActive())
    return place.pages.words


def test_preview_shows_goals_groups_and_cards(place, qtbot):
    text = preview(place, qtbot)
    assert "Begegnung im Alltag" in text and "Ergebnisse je Ziel" in text
    assert place.pages.view.pages.count > 2


def test_a_section_that_is_not_ticked_is_in_neither_preview_nor_file(place, qtbot, tmp_path):
    place.ticks["agenda"].setChecked(False)
    qtbot.waitUntil(lambda: "Kartenabfrage, Ordnen" not in place.pages.words)
    place.export(("docx",), tmp_path)
    qtbot.waitUntil(place.both.isEnabled)
    (path,) = tmp_path.glob("*.docx")
    assert "Ablauf" not in [paragraph.text for paragraph in Document(path).paragraphs]


def test_word_and_excel_are_written_and_named_in_the_window(place, qtbot, tmp_path):
    place.export(("docx", "xlsx"), tmp_path)
    qtbot.waitUntil(place.both.isEnabled)
    (word,), (excel,) = tmp_path.glob("*.docx"), tmp_path.glob("*.xlsx")
    assert word.name in place.said.text() and excel.name in place.said.text()
    numbers = {card.number for card in proposals(place.desk.file, place.desk.scope)}
    sheet = load_workbook(excel)["Vorschläge"]
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == numbers


def test_names_are_left_out_unless_they_are_asked_for(place, qtbot):
    place.names.button(0).setChecked(True)
    qtbot.waitUntil(lambda: "TN 01" in place.pages.words)
    place.names.button(1).setChecked(True)
    qtbot.waitUntil(lambda: "TN 01" not in place.pages.words)
    assert "Birhan e. V." in place.pages.words
    place.names.button(2).setChecked(True)
    qtbot.waitUntil(lambda: "Birhan e. V. (" not in place.pages.words)


def test_document_speaks_english_while_the_window_speaks_german(place, qtbot):
    place.language.setCurrentIndex(1)
    place.language.activated.emit(1)
    qtbot.waitUntil(lambda: "Results by goal" in place.pages.words)
    assert place.both.text().startswith("Word und Excel")


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(place, qtbot, tmp_path):
    (tmp_path / "blockiert").write_text("a file, no folder")
    place.export(("docx",), tmp_path / "blockiert")
    qtbot.waitUntil(place.both.isEnabled)
    assert place.said.objectName() == "warning" and "blockiert" in place.said.text()
    assert (tmp_path / "blockiert").read_text() == "a file, no folder"


def test_a_pdf_without_libreoffice_says_what_it_lacks(place, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    place.export(("pdf",), tmp_path)
    qtbot.waitUntil(place.pdf.isEnabled, timeout=20_000)
    (path,) = tmp_path.glob("*.pdf")
    assert path.name in place.said.text() and "nicht barrierefrei ausgezeichnet" in place.said.text()
    assert len(PdfReader(path).pages) == place.pages.view.pages.count


def test_the_boards_follow_into_the_preview_and_stand_in_the_file(place, qtbot, tmp_path):
    qtbot.waitUntil(lambda: "Pinnwand mit Begegnung im Alltag" in place.pages.words, timeout=20_000)
    place.export(("docx",), tmp_path)
    qtbot.waitUntil(place.both.isEnabled, timeout=20_000)
    (path,) = tmp_path.glob("*.docx")
    told = [one.get("descr") for one in Document(path).element.body.iter() if one.tag.endswith("}docPr")]
    assert any(text.startswith("Pinnwand mit Begegnung im Alltag (6 Karten") for text in told)
