"""The import dialogs on real lists: what they show before, and what is in the file afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from forumtool.domain.rows import NewParticipant
from forumtool.imports.table import read_table
from forumtool.services.importing import plan_participants, take_participants
from forumtool.services.people import add_participants
from forumtool.storage.digest import digest
from forumtool.storage.queries.forums import forums, participants
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.importing.asking import ask_for_participants, look_into
from forumtool.ui.importing.dialog import ImportDialog
from forumtool.ui.importing.kinds import PARTICIPANTS, PROPOSALS, Kind
from forumtool.ui.importing.preview import TAKEN
from forumtool.ui.shell.window import MainWindow
from forumtool.ui.theme.style import worn
from tests.builders import DATA
from tests.ui.desks import window_on
from tests.ui.keys import press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PLAN = "Nr;Art;Text;Merkmale\n3.1;Maßnahme;Schwarzes Brett;Ankommen\n;;;\n3.1;Maßnahme;;\n3.2;Frage;Wer hat Zeit?;\n"


@pytest.fixture
def window(tmp_path: Path, qtbot: Any) -> Iterator[MainWindow]:
    with window_on(tmp_path, qtbot) as opened:
        yield opened


def look(window: MainWindow, kind: Kind, path: Path) -> ImportDialog:
    dialog = look_into(window.desk, window, kind, path)
    assert dialog is not None
    dialog.open()
    return dialog


def listed(folder: Path, text: str, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def shown(dialog: ImportDialog, column: int) -> list[str]:
    return [dialog.model.index(at, column).data() for at in range(dialog.model.rowCount())]


def test_a_real_plan_is_read_as_one_step_and_undone_as_one(window: MainWindow) -> None:
    path = DATA / "karlsruhe_plan" / "plan_2012_structured.csv"
    if not path.exists():
        pytest.skip("the shared data is not here")
    before = len(goals(window.desk.file))
    said: list[str] = []
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    dialog = look(window, PROPOSALS, path)
    assert {key: combo.currentText() for key, combo in dialog.columns.items() if combo.currentIndex()} == {
        "text": "text", "goal": "nr", "field": "handlungsfeld", "kind": "art", "id": "id",
    }  # fmt: skip
    assert len(dialog.model.rows) == 161
    assert "114 Vorschläge" in dialog.summary.text()
    press(dialog.go, Qt.Key.Key_Space)
    cards = proposals(window.desk.file)
    assert len(cards) == 114
    assert {card.forum_id for card in cards} == {None}
    assert said[-1].startswith("114 Vorschläge eingelesen.")
    window.desk.undo()
    assert (len(proposals(window.desk.file)), len(goals(window.desk.file))) == (0, before)


def test_cancelling_leaves_the_file_as_it_was(window: MainWindow, tmp_path: Path) -> None:
    dialog = look(window, PROPOSALS, listed(tmp_path, PLAN))
    press(dialog, Qt.Key.Key_Escape)
    assert proposals(window.desk.file) == []
    assert window.desk.file.history.next_undo is None


def test_rows_left_out_are_shown_with_their_reason_in_warning_colour(window: MainWindow, tmp_path: Path) -> None:
    dialog = look(window, PROPOSALS, listed(tmp_path, PLAN))
    remarks = dict(zip(shown(dialog, 0), shown(dialog, 4), strict=True))
    assert remarks["4"] == "ohne Text"
    at = shown(dialog, 0).index("4")
    assert dialog.model.index(at, 4).data(Qt.ItemDataRole.ForegroundRole) == QColor(worn().warning)
    assert dialog.model.index(shown(dialog, 0).index("2"), 4).data(Qt.ItemDataRole.ForegroundRole) is None


def test_without_a_text_column_nothing_can_be_read(window: MainWindow, tmp_path: Path) -> None:
    dialog = look(window, PROPOSALS, listed(tmp_path, PLAN))
    text = dialog.columns["text"]
    text.setCurrentIndex(0)
    text.activated.emit(0)
    assert not dialog.go.isEnabled()
    assert dialog.summary.objectName() == "warning"
    text.setCurrentText("Text")
    text.activated.emit(text.currentIndex())
    assert dialog.go.isEnabled()
    assert "2 Vorschläge" in dialog.summary.text()


def test_another_column_changes_the_preview(window: MainWindow, tmp_path: Path) -> None:
    dialog = look(window, PROPOSALS, listed(tmp_path, "Nr;Titel;Idee\n3.1;Kurz;Lang und breit\n"))
    assert shown(dialog, 2) == ["Lang und breit"]
    dialog.columns["text"].setCurrentText("Titel")
    dialog.columns["text"].activated.emit(1)
    assert shown(dialog, 2) == ["Kurz"]


def test_proposals_may_go_to_the_chosen_forum(window: MainWindow, tmp_path: Path) -> None:
    forum_id = forums(window.desk.file)[2].id
    window.desk.choose_forum(forum_id)
    dialog = look(window, PROPOSALS, listed(tmp_path, PLAN))
    assert dialog.forum.currentText() == "Ohne Forum (Prozess)"
    dialog.forum.setCurrentIndex(1)
    dialog.forum.activated.emit(1)
    press(dialog.go, Qt.Key.Key_Space)
    assert {card.forum_id for card in proposals(window.desk.file)} == {forum_id}


def test_the_wheel_over_a_column_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    dialog = look(window, PROPOSALS, listed(tmp_path, PLAN))
    combo = dialog.columns["text"]
    before = combo.currentText()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(combo.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, wheel)
    assert combo.currentText() == before


def test_people_are_put_on_the_list_of_the_forum_and_doubles_are_left_out(window: MainWindow, tmp_path: Path) -> None:
    forum_id = forums(window.desk.file)[2].id
    window.desk.choose_forum(forum_id)
    window.desk.do(add_participants, forum_id, [NewParticipant("TN 01", "Birhan e. V.")])
    path = listed(tmp_path, "Vorname;Nachname;Organisation;Bank\nTN;01;Birhan e. V.;\nTN;02;DRK;Ehrenamt\n")
    dialog = look(window, PARTICIPANTS, path)
    assert shown(dialog, 1) == ["bleibt weg", "Person"]
    press(dialog.go, Qt.Key.Key_Space)
    rows = participants(window.desk.file, forum_id)
    assert {(row.name, row.organisation, row.constituency, row.state) for row in rows} == {
        ("TN 01", "Birhan e. V.", "", "expected"), ("TN 02", "DRK", "Ehrenamt", "expected"),
    }  # fmt: skip
    dialog = look(window, PARTICIPANTS, path)
    assert not dialog.go.isEnabled()
    dialog.doubles.click()
    assert dialog.go.isEnabled()


def test_people_of_real_lists_in_four_encodings_are_the_same(window: MainWindow) -> None:
    folder = DATA / "participants"
    if not folder.exists():
        pytest.skip("the shared data is not here")
    window.desk.choose_forum(forums(window.desk.file)[0].id)
    seen = set()
    for name in ("participants-demo_de.csv", "participants-demo_de.utf8bom.csv", "participants-demo_de.utf16.txt"):
        dialog = look(window, PARTICIPANTS, folder / name)
        seen.add(tuple(shown(dialog, 2)))
        dialog.reject()
    assert len(seen) == 1
    assert "Juan Pérez, Chile" in next(iter(seen))


def test_a_picture_is_refused_with_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    window.desk.said.connect(lambda kind, sentence: said.append((kind, sentence)))
    (tmp_path / "bild.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert look_into(window.desk, window, PROPOSALS, tmp_path / "bild.csv") is None
    assert said[-1][0] == "warning"
    assert "bild.csv" in said[-1][1]


def test_people_without_a_forum_are_not_asked_for(window: MainWindow) -> None:
    said: list[str] = []
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    window.desk.choose_forum(None)
    ask_for_participants(window.desk, window)
    assert "Forum" in said[-1]


GUESTS = "Gästeliste\n\nName;Verein\nMüller, Max;AWO\nMüller, Max;AWO\nMüller, Max;DRK\n\nSumme;3\n* kommt später\n"


@pytest.fixture
def guests(window: MainWindow, tmp_path: Path) -> ImportDialog:
    window.desk.choose_forum(forums(window.desk.file)[2].id)
    return look(window, PARTICIPANTS, listed(tmp_path, GUESTS))


def listed_people(window: MainWindow) -> list[tuple[str, str]]:
    return [(row.name, row.organisation) for row in participants(window.desk.file, str(window.desk.forum_id))]


def choose(box: Any, text: str) -> None:
    at = box.findText(text, Qt.MatchFlag.MatchStartsWith)
    assert at >= 0, text
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_doubles_sums_and_notes_are_shown_unticked_and_a_tick_takes_them(
    window: MainWindow, guests: ImportDialog
) -> None:
    ticks = [guests.model.index(at, TAKEN).data(Qt.ItemDataRole.CheckStateRole) for at in range(6)]
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert ticks == [on, off, on, None, off, off]
    assert shown(guests, 4) == [
        "", "steht schon in Zeile 4", "gleicher Name wie in Zeile 4", "leere Zeile", "sieht nach einer Summe aus",
        "sieht nach einer Anmerkung aus",
    ]  # fmt: skip
    guests.view.setCurrentIndex(guests.model.index(1, 0))
    press(guests.view, Qt.Key.Key_Space)
    assert shown(guests, 1)[1] == "Person"
    guests.view.setCurrentIndex(guests.model.index(0, 0))
    press(guests.view, Qt.Key.Key_Space)
    assert shown(guests, 4)[0] == "abgewählt"
    press(guests.go, Qt.Key.Key_Space)
    assert listed_people(window) == [("Max Müller", "AWO"), ("Max Müller", "DRK")]
    window.desk.undo()
    assert listed_people(window) == []


def test_what_was_left_out_is_read_copied_and_saved(window: MainWindow, guests: ImportDialog, tmp_path: Path) -> None:
    guests.report.only.click()
    assert shown(guests, 0) == ["5", "7", "8", "9"]
    press(guests.go, Qt.Key.Key_Space)
    assert guests.isVisible()
    assert shown(guests, 0) == ["5", "7", "8", "9"]
    assert guests.summary.text().startswith("2 Personen eingelesen. 4 Zeilen blieben weg.")
    press(guests.report.copy, Qt.Key.Key_Space)
    copied = QApplication.clipboard().text()
    assert "Zeile 5: steht schon in Zeile 4 · Max Müller, AWO" in copied
    guests.report.save_to(tmp_path / "bericht.txt")
    assert (tmp_path / "bericht.txt").read_text(encoding="utf-8") == copied
    assert "bericht.txt" in guests.summary.text()
    guests.report.save_to(tmp_path / "fehlt" / "bericht.txt")
    assert "gibt es nicht" in guests.summary.text()
    closed = []
    guests.finished.connect(closed.append)
    press(guests.go, Qt.Key.Key_Space)
    assert closed


def test_new_benches_are_announced_before_and_said_afterwards(window: MainWindow, tmp_path: Path) -> None:
    window.desk.choose_forum(forums(window.desk.file)[2].id)
    dialog = look(window, PARTICIPANTS, listed(tmp_path, "Name;Bank\nMax;Praxis\nEva;Presse\n"))
    assert shown(dialog, 4) == ["", "neue Bank „Presse“"]
    assert "1 neue Bank („Presse“)" in dialog.summary.text()
    press(dialog.go, Qt.Key.Key_Space)
    assert "Dazu kommt: 1 neue Bank („Presse“)." in window.notice.text.text()


def test_a_list_that_comes_whole_closes_the_dialog(window: MainWindow, tmp_path: Path) -> None:
    window.desk.choose_forum(forums(window.desk.file)[2].id)
    dialog = look(window, PARTICIPANTS, listed(tmp_path, "Name;Verein\nMax;AWO\n\nEva;DRK\n"))
    closed = []
    dialog.finished.connect(closed.append)
    press(dialog.go, Qt.Key.Key_Space)
    assert closed


def test_the_columns_chosen_once_are_chosen_again_for_equal_heads(window: MainWindow, tmp_path: Path) -> None:
    window.desk.choose_forum(forums(window.desk.file)[2].id)
    path = listed(tmp_path, "Wer;Woher;Rolle\nMax Müller;AWO;Gast\n")
    dialog = look(window, PARTICIPANTS, path)
    choose(dialog.columns["organisation"], "Rolle")
    choose(dialog.columns["function"], "Woher")
    press(dialog.go, Qt.Key.Key_Space)
    again = look(window, PARTICIPANTS, listed(tmp_path, "Wer;Woher;Rolle\nEva Ott;DRK;Leitung\n", "neu.csv"))
    assert again.columns["organisation"].currentText() == "Rolle"
    assert again.columns["function"].currentText() == "Woher"
    assert "Spalten wie beim letzten Mal" in again.origin.facts.text()
    again.reject()
    other = look(window, PARTICIPANTS, listed(tmp_path, "Wer;Woher\nEva Ott;DRK\n", "anders.csv"))
    assert "beim letzten Mal" not in other.origin.facts.text()
    other.reject()


def test_another_sheet_other_heads_and_other_letters_may_be_chosen(window: MainWindow, tmp_path: Path) -> None:
    window.desk.choose_forum(forums(window.desk.file)[2].id)
    book = openpyxl.Workbook()
    for row in (["Name", "Verein"], ["Max", "AWO"]):
        book.active.append(row)
    other = book.create_sheet("Absagen")
    for row in (["Wer"], ["Eva"], ["Jan"]):
        other.append(row)
    book.save(tmp_path / "a.xlsx")
    dialog = look(window, PARTICIPANTS, tmp_path / "a.xlsx")
    choose(dialog.origin.sheet, "Absagen")
    choose(dialog.columns["name"], "Wer")
    assert shown(dialog, 2) == ["Eva", "Jan"]
    choose(dialog.origin.heads, "ohne")
    choose(dialog.columns["name"], "Spalte 1")
    assert shown(dialog, 2) == ["Wer", "Eva", "Jan"]
    dialog.reject()
    path = tmp_path / "b.csv"
    path.write_bytes("Name;Verein\nÞór;AWO\n".encode("cp1252"))
    dialog = look(window, PARTICIPANTS, path)
    choose(dialog.origin.encoding, "Windows-1252")
    assert shown(dialog, 2) == ["Þór, AWO"]
    path.unlink()
    choose(dialog.origin.encoding, "UTF-8")
    assert "gibt es nicht" in dialog.origin.facts.text()
    assert shown(dialog, 2) == ["Þór, AWO"]


def test_a_person_known_from_another_forum_is_put_on_the_list_as_that_person(
    window: MainWindow, tmp_path: Path
) -> None:
    first, third = forums(window.desk.file)[0], forums(window.desk.file)[2]
    window.desk.do(add_participants, first.id, [NewParticipant("Max Müller", "AWO")])
    window.desk.choose_forum(third.id)
    dialog = look(window, PARTICIPANTS, listed(tmp_path, "Name;Verein;Mail\nMüller, Max;AWO;m@awo.de\n"))
    assert shown(dialog, 1) == ["bekannte Person"]
    press(dialog.go, Qt.Key.Key_Space)
    (before,), (after,) = (participants(window.desk.file, one.id) for one in (first, third))
    assert (before.id, after.email, after.state) == (after.id, "m@awo.de", "expected")


def test_an_importer_that_fails_in_the_middle_leaves_nothing_behind(window: MainWindow, tmp_path: Path) -> None:
    forum_id = forums(window.desk.file)[2].id
    rows = "\n".join(f"Person {at};AWO {at}" for at in range(20))
    plan = plan_participants(window.desk.file, forum_id, read_table(listed(tmp_path, f"Name;Verein\n{rows}\n")))
    before = digest(window.desk.file)

    def fail(done: int, _total: int) -> None:
        if done == 10:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        take_participants(window.desk.file, plan, fail)
    assert digest(window.desk.file) == before
    assert participants(window.desk.file, forum_id) == []
