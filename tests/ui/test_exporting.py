"""Every document at any moment: for whom is seen first, the window goes on, and stopping leaves nothing half."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumtool.services import goals as goal_verbs
from forumtool.services import processes, proposals
from forumtool.services.processes import rename
from forumtool.storage.digest import digest
from forumtool.storage.queries.process import goals, process
from forumtool.storage.queries.proposals import proposals as cards
from forumtool.ui.exporting.dialog import ExportDialog
from forumtool.ui.exporting.named import NamedDialog
from forumtool.ui.exporting.offers import IN_FOLDER, OFFERS
from forumtool.ui.places.deciding.reading import read_list
from forumtool.ui.shell.keys import pages
from forumtool.ui.shell.register import ENTRIES
from tests.ui.desks import window_on
from tests.ui.exports import begin, choose, dialog_in, waited, written
from tests.ui.forum_day import forum_day
from tests.ui.keys import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
WITH_FILES = [(offer.key, form) for offer in OFFERS for form in offer.forms if form != IN_FOLDER]


def everything_in(path: Path) -> str:
    found = Document(path)
    of_tables = [cell.text for table in found.tables for cell in table._cells]
    return "\n".join([paragraph.text for paragraph in found.paragraphs] + of_tables)


def left_in(folder: Path) -> list[str]:
    """What is there but the file of the process itself, hidden files too."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and "forum" not in path.suffix)


@pytest.fixture
def window(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "capture") as opened:
        yield opened


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "aus"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("key", "form"), WITH_FILES)
def test_everything_that_is_offered_is_written(window, out, key, form, monkeypatch):
    monkeypatch.setenv("PATH", "")  # without LibreOffice, which takes ten seconds for each
    said = written(window, key, out / f"x.{form}")
    assert said.startswith(f"Fertig: x.{form}")
    assert left_in(out) == [f"x.{form}"]


@pytest.mark.parametrize("source", ["empty", "aachen"])
def test_a_process_without_cards_gives_a_document_or_one_sentence(tmp_path, qtbot, out, source):
    with window_on(tmp_path, qtbot, source) as window:
        window.desk.choose_forum(None)
        for offer in OFFERS:
            if IN_FOLDER not in offer.forms:
                path = out / f"{offer.key}.{offer.forms[0]}"
                assert written(window, offer.key, path) == f"Fertig: {path.name}"
        said = []
        window.desk.said.connect(lambda kind, sentence: said.append((kind, sentence)))
        ExportDialog(window.desk, window, "letters").exporting.write_letters(out)
        assert waited(lambda: bool(said))
        assert said[0][0] == "warning" and said[0][1].startswith("Noch kein Brief")


def test_the_proposed_name_is_that_of_what_is_chosen(window):
    dialog = ExportDialog(window.desk, window, "minutes")
    assert dialog.name("docx") == "Protokoll Fachforum 3 · Zusammenleben im Quartier"
    dialog.of.setCurrentIndex(dialog.of.count() - 1)
    assert dialog.forum_id is None
    assert dialog.name("xlsx") == f"Listen {window.desk.process().title}"


# For whom


def test_for_whom_is_chosen_for_each_kind_and_kept_with_the_process(window):
    dialog = ExportDialog(window.desk, window, "concept")
    assert dialog.readers.audience == "steering"
    assert "Organisationen" in dialog.readers.told.text()
    choose(dialog, "internal")
    again = ExportDialog(window.desk, window, "concept")
    assert again.readers.audience == "internal"
    assert ExportDialog(window.desk, window, "synthesis").readers.audience == "steering"


def test_another_process_is_asked_anew(tmp_path, qtbot, window):
    choose(ExportDialog(window.desk, window, "concept"), "internal")
    processes.new_process(tmp_path / "andere.forum", "empty")
    assert window.open(tmp_path / "andere.forum")
    assert ExportDialog(window.desk, window, "concept").readers.audience == "steering"


def test_a_document_for_everybody_only_has_nothing_to_choose(window):
    dialog = ExportDialog(window.desk, window, "interim")
    dialog.open()
    assert not dialog.readers.isVisible() and "nennt niemanden" in dialog.hint.text()


@pytest.mark.parametrize("key", ["synthesis", "concept", "interim"])
def test_names_are_shown_before_something_goes_to_everybody(window, out, key):
    desk = window.desk
    desk.do(rename, process(desk.file).id, occasion="Fragen an tn@post.example")
    card = cards(desk.file, desk.scope)[0]
    desk.do(proposals.reword, card.id, "Fragt tn@post.example")
    path = out / "offen.docx"
    begin(window, key, path, "public" if key != "interim" else "")
    assert waited(lambda: bool(window.findChildren(NamedDialog)))
    (dialog,) = window.findChildren(NamedDialog)
    assert any("tn@post.example" in find.text for find in dialog.pane.model.rows)
    assert left_in(out) == []
    dialog.pane.all.click()
    assert dialog.go.text() == "Ausgeben"
    dialog.go.click()
    assert waited(path.exists)
    text = everything_in(path)
    assert "post.example" not in text and "…" in text


def test_whoever_wants_no_named_document_gets_none_and_is_led_to_the_card(window, out):
    desk = window.desk
    card = cards(desk.file, desk.scope)[0]
    desk.do(proposals.reword, card.id, "Fragt tn@post.example")
    window.go_to("synthesis")
    begin(window, "synthesis", out / "offen.docx", "public")
    assert waited(lambda: bool(window.findChildren(NamedDialog)))
    (dialog,) = window.findChildren(NamedDialog)
    at = next(at for at, find in enumerate(dialog.pane.model.rows) if find.where.kind == "card")
    dialog.pane.view.setCurrentIndex(dialog.pane.model.index(at, 1))
    QTest.keyClick(dialog.pane.view, Qt.Key.Key_Return)
    assert window.settings.place == "capture" and left_in(out) == []


# From everywhere


def test_ctrl_e_keeps_the_card_that_is_being_typed(window, qtbot):
    field = window.places["capture"].field
    type_text(field, "Halber Gedanke #Sen")
    QTest.keyClick(field, Qt.Key.Key_E, CTRL)
    dialog = dialog_in(window)
    assert dialog.isVisible() and dialog.offer.key == "minutes"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    assert field.toPlainText() == "Halber Gedanke #Sen"


def test_a_card_is_captured_while_a_document_is_being_written(window, out):
    desk, before = window.desk, len(cards(window.desk.file, window.desk.scope))
    begin(window, "minutes", out / "p.docx")
    assert desk.long_work.is_busy
    field = window.places["capture"].field
    field.setFocus()
    type_text(field, "Währenddessen gesagt")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(cards(desk.file, desk.scope)) == before + 1
    assert waited((out / "p.docx").exists)
    assert "Währenddessen gesagt" not in everything_in(out / "p.docx")


def test_ctrl_e_opens_what_can_be_written_from_every_place(window, qtbot):
    expected = {"synthesis": "synthesis", "decisions": "sheet", "concept": "concept"}
    for place in ENTRIES:
        window.go_to(place.key)
        qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
        dialog = dialog_in(window)
        assert dialog.isVisible() and dialog.offer.key == expected.get(place.key, "minutes"), place.key
        dialog.reject()


def test_ctrl_e_without_a_file_says_what_is_missing(window):
    window.show_start()
    window.export()
    assert "keine Datei geöffnet" in window.notice.text.text()


def test_the_key_is_on_the_page_of_keys():
    assert "Ctrl+E" in {key for _title, keys in pages() for key, _what in keys}


# While it is being written


def test_how_far_it_is_stands_in_the_status_line_and_goes(window, out):
    work = window.status.work
    assert not work.isVisible()
    begin(window, "synthesis", out / "z.xlsx")
    assert work.isVisible() and work.said.text().startswith("„z.xlsx“")
    assert not window.status.name.isVisible()
    assert waited((out / "z.xlsx").exists) and waited(lambda: not work.isVisible())
    assert window.status.notice.text.text() == "Fertig: z.xlsx"


def test_what_is_stopped_leaves_nothing_and_says_so(window, out):
    said = []
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    for at, (key, form) in enumerate(WITH_FILES, 1):
        begin(window, key, out / f"x.{form}")
        window.status.work.stop.click()
        assert waited(lambda at=at: len(said) == at)
        assert "abgebrochen" in said[-1]
        assert left_in(out) == [] and not window.desk.long_work.is_busy


def test_an_old_file_stays_whole_when_its_successor_is_stopped(window, out):
    path = out / "k.docx"
    written(window, "concept", path)
    before = path.read_bytes()
    begin(window, "concept", path)
    window.desk.long_work.stop()
    assert waited(lambda: not window.desk.long_work.is_busy)
    assert path.read_bytes() == before and left_in(out) == ["k.docx"]


def test_undo_meanwhile_changes_the_file_and_not_what_is_being_written(window, out):
    desk = window.desk
    desk.do(proposals.reword, cards(desk.file, desk.scope)[0].id, "Vor dem Rückgängigmachen")
    begin(window, "minutes", out / "p.docx")
    desk.undo()
    undone = digest(desk.file)
    assert waited((out / "p.docx").exists)
    assert "Vor dem Rückgängigmachen" in everything_in(out / "p.docx")
    assert digest(desk.file) == undone


def test_a_second_wish_is_told_to_wait_and_its_dialog_stays(window, out):
    begin(window, "synthesis", out / "z.docx")
    dialog = ExportDialog(window.desk, window, "concept")
    assert not dialog.write_to(out / "k.docx")
    assert "„z.docx“ wird geschrieben" in window.notice.text.text()
    assert waited((out / "z.docx").exists)


def test_another_file_is_opened_meanwhile_and_hears_nothing_of_it(tmp_path, window, out):
    processes.new_process(tmp_path / "andere.forum", "empty")
    said = []
    begin(window, "synthesis", out / "z.docx")
    assert window.open(tmp_path / "andere.forum")
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    assert not window.desk.long_work.is_busy and not window.status.work.isVisible()
    assert written(window, "concept", out / "k.docx") == "Fertig: k.docx"
    assert said == ["Fertig: k.docx"] and left_in(out) == ["k.docx"]


def test_the_window_closes_meanwhile_with_nothing_half(window, out):
    begin(window, "synthesis", out / "z.docx")
    work = window.desk.long_work
    window.close()
    work.wait()
    assert left_in(out) == [] and not window.desk.is_open


def test_the_window_is_built_anew_meanwhile_and_what_was_begun_comes_to_its_end(window, out):
    for place, begun in (
        ("synthesis", lambda: begin(window, "synthesis", out / "z.docx")),
        ("minutes", lambda: window.places["minutes"].export(("docx",), out)),
        ("decisions", lambda: read_list(window.desk, window.places["decisions"], out / "z.docx")),
    ):
        window.go_to(place)
        begun()
        window.rebuild()
        assert window.status.work.isVisible()
        assert waited(lambda: not window.desk.long_work.is_busy and not window.status.work.isVisible())
    assert "z.docx" in left_in(out)


def test_a_folder_is_stopped_before_it_has_a_file_and_is_not_there(window, out):
    dialog = ExportDialog(window.desk, window, "folder")
    assert dialog.exporting.write_folder(out)
    window.desk.long_work.stop()
    assert waited(lambda: not window.desk.long_work.is_busy)
    assert list(out.iterdir()) == []


def test_all_goals_are_gone_and_every_document_is_still_written(window, out):
    for goal in goals(window.desk.file):
        window.desk.do(goal_verbs.remove_goal, goal.id)
    for key in ("minutes", "synthesis", "concept", "sheet"):
        assert written(window, key, out / f"{key}.docx") == f"Fertig: {key}.docx"
