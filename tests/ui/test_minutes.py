"""Protokoll: the preview shows what the files will hold, for whom it is chosen; the files are written beside it."""

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from forumtool.exports.minutes_sections import KEYS
from forumtool.services import minutes as verbs
from forumtool.services import proposals as cards
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.places.minutes import MinutesPlace
from tests.demonstration import demonstration
from tests.ui.desks import window_on
from tests.ui.forum_day import forum_day

ALT = Qt.KeyboardModifier.AltModifier


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


def text_of(place: MinutesPlace) -> str:
    return place.pages.words


def choose(combo, key: str) -> None:
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def line_of(place: MinutesPlace, key: str):
    return place.sections.lines.index([line.id for line in place.sections.lines.rows].index(key), 0)


def with_a_name(place: MinutesPlace, qtbot) -> None:
    """A public document in whose free text a person is named."""
    desk = place.desk
    card = proposals(desk.file, desk.scope)[0]
    desk.do(cards.reword, card.id, "Willkommensmappe, fragt Stadtbibliothek und tn@post.example")
    choose(place.readers.choice, "public")
    qtbot.waitUntil(lambda: any("post.example" in find.text for find in place.finds.model.rows))


def test_preview_shows_goals_groups_and_cards(place, qtbot):
    text = text_of(place)
    assert "Begegnung im Alltag" in text and "Ergebnisse je Ziel" in text
    assert place.pages.view.pages.count > 2


def test_a_section_that_is_not_ticked_is_in_neither_preview_nor_file(place, qtbot, tmp_path):
    place.sections.tick("agenda", on=False)
    qtbot.waitUntil(lambda: "Kartenabfrage, Ordnen" not in text_of(place))
    place.export(("docx",), tmp_path)
    qtbot.waitUntil(place.both.isEnabled)
    (path,) = tmp_path.glob("*.docx")
    assert "Ablauf" not in [paragraph.text for paragraph in Document(path).paragraphs]


def test_space_ticks_and_alt_with_an_arrow_moves_what_the_keyboard_is_on(place, qtbot):
    place.sections.setFocus()
    place.sections.setCurrentIndex(line_of(place, "agenda"))
    QTest.keyClick(place.sections, Qt.Key.Key_Up, ALT)
    QTest.keyClick(place.sections, Qt.Key.Key_Up, ALT)
    order = place.sections.sections
    assert order.index("agenda") == order.index("occasion") - 1
    assert place.sections.currentIndex() == line_of(place, "agenda")
    QTest.keyClick(place.sections, Qt.Key.Key_Space)
    assert "agenda" not in place.sections.sections
    QTest.keyClick(place.sections, Qt.Key.Key_Space)
    assert place.sections.sections == order
    qtbot.waitUntil(lambda: 0 < text_of(place).find("\nAblauf") < text_of(place).find("\nAnlass und Auftrag"))


def test_a_section_is_dragged_and_lands_where_the_line_is(place, qtbot):
    view = place.sections
    start, end = (view.visualRect(line_of(place, key)).center() for key in ("input", "participants"))
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(port, start + (end - start) * step / 10)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end - QPoint(0, 6))
    order = view.sections
    assert order.index("input") < order.index("agenda")
    assert sorted(order) == sorted(KEYS)


def test_choices_stay_with_the_version_and_are_taken_back_by_undo(place, qtbot):
    place.sections.tick("annex", on=False)
    choose(place.form.wording, "both")
    row = verbs.standing(place.desk.file, place.desk.forum_id).version
    assert row.wording == "both" and "annex" not in row.sections.split()
    place.desk.undo()
    place.desk.undo()
    assert "annex" in place.sections.sections
    assert place.form.wording.currentData() == "edited"


def test_word_and_excel_are_written_and_named_in_the_window(place, qtbot, tmp_path):
    place.export(("docx", "xlsx"), tmp_path)
    qtbot.waitUntil(place.both.isEnabled)
    (word,), (excel,) = tmp_path.glob("*.docx"), tmp_path.glob("*.xlsx")
    assert word.name in place.said.text() and excel.name in place.said.text()
    numbers = {card.number for card in proposals(place.desk.file, place.desk.scope)}
    sheet = load_workbook(excel)["Vorschläge"]
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == numbers


def test_whoever_goes_elsewhere_meanwhile_hears_what_became_of_it(place, qtbot, tmp_path):
    window = place.window()
    place.export(("docx",), tmp_path)
    window.go_to("capture")
    qtbot.waitUntil(lambda: window.notice.text.text().startswith("Fertig: Protokoll"), timeout=60_000)


def test_each_audience_sees_its_names(place, qtbot):
    choose(place.readers.choice, "internal")
    qtbot.waitUntil(lambda: "TN 01" in text_of(place))
    choose(place.readers.choice, "steering")
    qtbot.waitUntil(lambda: "TN 01" not in text_of(place))
    assert "Rahaward e. V." in text_of(place)
    choose(place.readers.choice, "public")
    qtbot.waitUntil(lambda: "Rahaward" not in text_of(place))
    assert "discussion" not in place.sections.sections


def test_names_in_free_text_are_told_before_a_public_export_and_it_goes_on_when_asked_again(place, qtbot, tmp_path):
    with_a_name(place, qtbot)
    assert place.finds.isVisible()
    place.export(("docx", "xlsx"), tmp_path)
    qtbot.waitUntil(lambda: place.said.objectName() == "warning")
    assert place.both.text().startswith("Trotzdem")
    assert not list(tmp_path.glob("*.docx"))
    place.both.setFocus()
    place.export(("docx", "xlsx"), tmp_path)
    qtbot.waitUntil(place.open_folder.isVisible)
    (word,) = tmp_path.glob("*.docx")
    assert "tn@post.example" in "\n".join(cell.text for table in Document(word).tables for cell in table._cells)


def test_a_public_export_is_looked_through_even_if_nobody_waits_for_the_list(place, qtbot, tmp_path):
    card = proposals(place.desk.file, place.desk.scope)[0]
    place.desk.do(cards.reword, card.id, "Fragt tn@post.example")
    choose(place.readers.choice, "public")
    place.export(("docx",), tmp_path)
    qtbot.waitUntil(lambda: place.said.objectName() == "warning")
    assert not list(tmp_path.glob("*.docx"))


def test_what_is_blackened_is_in_neither_preview_nor_file_and_stays_in_the_forum(place, qtbot, tmp_path):
    with_a_name(place, qtbot)
    qtbot.waitUntil(lambda: "tn@post.example" in text_of(place))
    place.finds.all.click()
    assert place.finds.kept == ()
    qtbot.waitUntil(lambda: "tn@post.example" not in text_of(place))
    place.export(("docx",), tmp_path)
    qtbot.waitUntil(place.open_folder.isVisible)
    (word,) = tmp_path.glob("*.docx")
    assert "Willkommensmappe, fragt … und …" in "\n".join(
        cell.text for table in Document(word).tables for cell in table._cells
    )
    assert "tn@post.example" in proposals(place.desk.file, place.desk.scope)[0].text


def test_enter_on_a_find_leads_to_its_card(place, qtbot):
    with_a_name(place, qtbot)
    at = next(at for at, find in enumerate(place.finds.model.rows) if find.where.kind == "card")
    place.finds.view.setFocus()
    place.finds.view.setCurrentIndex(place.finds.model.index(at, 1))
    QTest.keyClick(place.finds.view, Qt.Key.Key_Return)
    assert place.window().settings.place == "capture"


def test_a_version_is_sent_with_its_deadline_and_what_is_new_is_listed(place, qtbot):
    versions = place.versions
    versions.deadline.setText("30.6.2027")
    versions.deadline.commit()
    versions.send.click()
    assert versions.state.text() == "Version 1, versandt, Einwände bis 30. Juni 2027"
    desk = place.desk
    desk.do(cards.reword, proposals(desk.file, desk.scope)[2].id, "Anders")
    assert versions.state.text() == "Version 2, Entwurf"
    assert [row.what for row in versions.changes.rows] == ["A-3"]
    assert "→ Anders" in versions.changes.rows[0].told
    desk.undo()
    versions.approve.click()
    assert versions.state.text().startswith("Version 1, genehmigt am")


def test_document_speaks_english_while_the_window_speaks_german(place, qtbot):
    choose(place.form.language, "en")
    qtbot.waitUntil(lambda: "Results by goal" in text_of(place))
    assert place.both.text().startswith("Word und Excel")


def test_an_export_that_is_stopped_leaves_nothing_behind(place, qtbot, tmp_path):
    folder = tmp_path / "aus"
    place.export(("docx", "xlsx"), folder)
    place.foot.stop.click()
    qtbot.waitUntil(place.both.isEnabled)
    left = list(folder.iterdir()) if folder.exists() else []
    if place.said.objectName() == "warning":
        assert "abgebrochen" in place.said.text() and len(left) < 2
    assert not [path for path in left if path.suffix == ".part"]


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(place, qtbot, tmp_path):
    (tmp_path / "blockiert").write_text("a file, no folder")
    place.export(("docx",), tmp_path / "blockiert")
    qtbot.waitUntil(place.both.isEnabled)
    assert place.said.objectName() == "warning" and "blockiert" in place.said.text()
    assert (tmp_path / "blockiert").read_text() == "a file, no folder"


@pytest.mark.parametrize("size", [(1024, 640), (911, 512)])
def test_buttons_and_sections_are_in_view_in_a_small_window(place, qtbot, size):
    window = place.window()
    window.resize(*size)
    choose(place.readers.choice, "public")
    qtbot.waitUntil(place.finds.isVisible)
    for thing in (place.both, place.foot.excel, place.tabs, place.readers.choice, place.finds.all):
        area = thing.rect().translated(thing.mapTo(place, QPoint(0, 0)))
        assert place.rect().contains(area), thing.accessibleName() or thing.text()
    assert place.sections.viewport().height() >= 4 * 24


def test_a_pdf_without_libreoffice_says_what_it_lacks(place, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    place.export(("pdf",), tmp_path)
    qtbot.waitUntil(place.foot.pdf.isEnabled, timeout=20_000)
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


def test_everything_for_the_steering_group_is_written_into_a_folder_of_its_own(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "minutes") as window:
        place = window.places["minutes"]
        assert place.foot.everything.isEnabled()
        place.export_all(tmp_path)
        assert not place.foot.everything.isEnabled()
        assert place.foot.stop.isVisible()
        qtbot.waitUntil(lambda: "Dateien" in place.said.text(), timeout=90_000)
        (folder,) = (one for one in tmp_path.iterdir() if one.is_dir())
        assert folder.name.startswith("Für die Steuerungsgruppe")
        assert {path.suffix for path in folder.iterdir()} == {".docx", ".pdf", ".xlsx", ".txt"}


def test_the_folder_for_the_steering_group_is_stopped_with_whole_files_only(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "minutes") as window:
        place = window.places["minutes"]
        place.export_all(tmp_path)
        place.foot.stop.click()
        qtbot.waitUntil(lambda: "abgebrochen" in place.said.text(), timeout=90_000)
        assert not list(tmp_path.rglob("*.part")) and not list(tmp_path.rglob("*.txt"))
