"""Protokoll: the template of the house is read in, chosen, mapped and written into."""

import pytest
from docx import Document
from PySide6.QtWidgets import QLabel

from forumtool.services.templates import mapping_of
from forumtool.storage.queries.process import templates
from forumtool.ui.places.minutes import MinutesPlace
from forumtool.ui.places.minuting.style_mapping import StyleMapping
from tests.demonstration import demonstration
from tests.exports.house_templates import letterhead, with_macros
from tests.ui.desks import window_on


@pytest.fixture
def place(tmp_path, qtbot):
    demonstration(tmp_path / "quartier.forum")
    with window_on(tmp_path, qtbot) as window:
        window.go_to("minutes")
        found = window.places["minutes"]
        assert isinstance(found, MinutesPlace)
        yield found
        found.runner.stop()


@pytest.fixture
def house(tmp_path):
    path = tmp_path / "Stadt.dotx"
    path.write_bytes(letterhead())
    return path


def offered(place) -> list[str]:
    return [place.templates.list.itemText(at) for at in range(place.templates.list.count())]


def choose(place, title: str) -> None:
    place.templates.list.setCurrentIndex(offered(place).index(title))
    place.templates.list.activated.emit(place.templates.list.currentIndex())


def written(place, qtbot, folder):
    place.export(("docx",), folder)
    qtbot.waitUntil(place.both.isEnabled)
    (path,) = folder.glob("Protokoll*.docx")
    return Document(path)


def test_a_template_that_was_read_in_is_chosen_and_written_into(place, qtbot, house, tmp_path):
    assert offered(place) == ["Schlicht", "Kommunal, mit Deckblatt", "Word-Vorlage einlesen …"]
    assert place.templates.map.isHidden()
    place.templates.take(house)
    assert place.templates.list.currentText() == "Stadt.dotx"
    document = written(place, qtbot, tmp_path)
    assert "Stadt Musterhausen" in document.sections[0].header.paragraphs[0].text


def test_the_municipal_template_is_one_choice_away_and_undone_by_undo(place, qtbot, tmp_path):
    choose(place, "Kommunal, mit Deckblatt")
    assert len(templates(place.desk.file)) == 1
    assert written(place, qtbot, tmp_path).paragraphs[1].style.name == "Title"
    place.desk.undo()
    assert place.templates.list.currentText() == "Schlicht"
    assert offered(place).count("Kommunal, mit Deckblatt") == 1


def test_the_plain_template_is_chosen_again_and_a_template_removed(place, house):
    place.templates.take(house)
    choose(place, "Schlicht")
    assert not any(row.is_chosen for row in templates(place.desk.file))
    choose(place, "Stadt.dotx")
    place.templates.remove.click()
    assert offered(place)[0] == place.templates.list.currentText() == "Schlicht"


def test_what_was_written_is_checked_and_the_window_says_so(place, qtbot, house, tmp_path):
    written(place, qtbot, tmp_path)
    assert "✓ barrierefrei geprüft: Überschriften, Tabellenköpfe" in place.said.text()
    place.templates.take(house)
    written(place, qtbot, tmp_path)
    assert "1 Bild hat keinen Alternativtext: Bitte" in place.said.text()


def test_another_file_is_refused_with_a_sentence_and_nothing_changes(place, tmp_path):
    path = tmp_path / "Brief.docx"
    path.write_text("kein Dokument")
    said = []
    place.desk.said.connect(lambda _kind, text: said.append(text))
    place.templates.take(path)
    assert "„Brief.docx“ ist kein Word-Dokument" in said[-1]
    assert templates(place.desk.file) == []


def test_styles_are_mapped_in_a_list_and_the_fields_are_told(place, qtbot, tmp_path):
    path = tmp_path / "Amt.docm"
    path.write_bytes(with_macros())
    place.templates.take(path)
    place.templates.map.click()
    (dialog,) = place.templates.findChildren(StyleMapping)
    choice = dialog.choices["heading1"]
    assert choice.currentText() == "von selbst: heading 1"
    assert dialog.choices["quiet"].currentText() == "wird ergänzt"
    choice.setCurrentIndex(choice.findText("heading 2"))
    choice.activated.emit(choice.currentIndex())
    assert mapping_of(templates(place.desk.file)[0]) == {"heading1": "heading 2"}
    assert "{{ forum.title }}" in {label.text() for label in dialog.findChildren(QLabel)}
    dialog.accept()
