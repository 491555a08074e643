"""Entscheidungen in a meeting and after it: the vote by keys, the list that comes back and its preview."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumtool.services.decisions import decide
from forumtool.storage.digest import digest
from forumtool.storage.queries.decided import Decided
from forumtool.storage.queries.decided import stand as stand_of
from forumtool.storage.queries.process import action_fields
from forumtool.ui.places.deciding.compared import TICK
from forumtool.ui.places.deciding.reading import ReadingDialog, read_list
from forumtool.ui.places.decisions import Decisions
from forumtool.ui.shell.window import MainWindow
from tests.decision_lists import edited, grid, of, workbook
from tests.ui.exports import waited, written
from tests.ui.forum_day import forum_day
from tests.ui.keys import press, type_text


@pytest.fixture
def window(tmp_path: Path, qtbot: Any) -> Iterator[MainWindow]:
    with forum_day(tmp_path, qtbot, "decisions") as opened:
        yield opened


@pytest.fixture
def place(window: MainWindow) -> Decisions:
    found = window.places["decisions"]
    assert isinstance(found, Decisions)
    return found


def choose(place: Decisions, number: str) -> str:
    at = next(at for at, line in enumerate(place.model.rows) if line.number == number)
    place.view.setCurrentIndex(place.model.index(at, 1))
    place.view.setFocus()
    return place.model.keys[at]


def chosen(place: Decisions) -> str:
    assert place.chosen is not None
    return place.chosen.number


# In the meeting


def test_a_vote_is_typed_without_a_mouse_and_is_one_step(window: MainWindow, place: Decisions) -> None:
    key, file = choose(place, "A-23"), window.desk.file
    press(place.view, Qt.Key.Key_1)
    steps = file.history.count
    press(place.view, Qt.Key.Key_A)
    for counted in ("10", "0", "2"):
        field = QApplication.focusWidget()
        assert field is not None
        type_text(field, counted)
        press(field, Qt.Key.Key_Return if counted == "2" else Qt.Key.Key_Tab)
    assert of(file, key)[:1] + of(file, key)[5:8] == ("adopt", 10, 0, 2)
    assert file.history.count == steps + 1
    assert chosen(place) == "A-24"  # the next one that is open
    assert QApplication.focusWidget() is place.view
    choose(place, "A-23")
    assert place.origin.votes.text() == "Ja 10 · Nein 0 · Enthaltung 2"
    window.desk.undo()
    assert of(file, key) == Decided("adopt")


def test_a_vote_before_the_verdict_waits_for_the_key_that_decides(window: MainWindow, place: Decisions) -> None:
    key = choose(place, "A-23")
    press(place.view, Qt.Key.Key_A)
    type_text(place.origin.counts.yes, "7")
    press(place.origin.counts.yes, Qt.Key.Key_Return)
    assert chosen(place) == "A-23"
    press(place.view, Qt.Key.Key_4)
    assert (of(window.desk.file, key).verdict, of(window.desk.file, key).votes_yes) == ("reject", 7)


def test_more_votes_than_seats_are_remarked_and_kept(window: MainWindow, place: Decisions) -> None:
    key = choose(place, "A-23")
    press(place.view, Qt.Key.Key_A)
    type_text(place.origin.counts.yes, "13")
    choose(place, "A-24")  # left without Enter
    assert of(window.desk.file, key).votes_yes == 13
    assert of(window.desk.file, place.model.keys[place.view.currentIndex().row()]) == Decided()
    choose(place, "A-23")
    assert place.origin.votes.text().endswith(" · 13 Stimmen bei 12 Sitzen")


def test_merging_in_a_circle_is_refused_with_one_sentence(window: MainWindow, place: Decisions) -> None:
    said: list[str] = []
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    keys = [choose(place, number) for number in ("A-24", "A-25", "A-26")]
    place._merge(keys[0], keys[1])
    place._merge(keys[1], keys[2])
    before = digest(window.desk.file)
    place._merge(keys[2], keys[0])
    assert said[-1].startswith("So würde im Kreis zusammengeführt (A-26 → A-24 → A-25 → A-26)")
    assert digest(window.desk.file) == before


def test_n_goes_round_to_the_next_open_one_and_says_when_there_is_none(window: MainWindow, place: Decisions) -> None:
    last = place.model.rowCount() - 1
    choose(place, place.model.rows[last].number)
    press(place.view, Qt.Key.Key_N)
    assert chosen(place) == "A-23"  # A-22 is decided
    type_text(place.filter, "A-22")
    place.desk.finding.finish()
    said: list[str] = []
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    place.view.setFocus()
    press(place.view, Qt.Key.Key_N)
    assert said == ["Über alle Vorschläge in der Tabelle ist entschieden."]


def test_where_an_adopted_proposal_goes_is_written_in_the_form(window: MainWindow, place: Decisions) -> None:
    key, file, details = choose(place, "A-24"), window.desk.file, place.origin.details
    for field, text in (
        (details.responsible, "Gartenamt"), (details.due, "31.3.2017"), (details.measure_number, "4.2"),
        (details.decided_on, "9.6.2016"),
    ):  # fmt: skip
        field.setFocus()
        type_text(field, text)
        press(field, Qt.Key.Key_Return)
    details.action_field.setCurrentIndex(2)
    details.action_field.activated.emit(2)
    assert of(file, key) == Decided(
        responsible="Gartenamt", due="2017-03-31", measure_number="4.2", action_field_id=action_fields(file)[1].id
    )
    assert file.one("SELECT decided_on FROM decision WHERE proposal_id = ?", key) == ("2016-06-09",)
    assert details.due.text() == "31.03.2017"


def test_what_is_being_typed_stays_with_its_proposal_when_another_is_chosen(
    window: MainWindow, place: Decisions
) -> None:
    key, details = choose(place, "A-24"), place.origin.details
    details.measure_number.setFocus()
    type_text(details.measure_number, "4.2")
    other = choose(place, "A-25")
    assert (of(window.desk.file, key).measure_number, of(window.desk.file, other).measure_number) == ("4.2", "")
    assert details.measure_number.text() == ""


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640), (911, 512)])
def test_every_field_of_a_decision_can_be_seen(window: MainWindow, place: Decisions, size: tuple[int, int]) -> None:
    window.resize(*size)
    choose(place, "A-24")
    QApplication.processEvents()
    for thing in (
        place.origin.counts.abstained,
        place.origin.reason,
        place.origin.details.decided_on,
        place.lists.back,
    ):
        corner = thing.mapTo(place, thing.rect().bottomRight())
        assert thing.isVisible()
        assert place.rect().contains(corner)
    assert place.lists.back.width() >= place.lists.back.sizeHint().width()
    assert place.view.viewport().height() >= 2 * 36


# The list that comes back


def returned(place: Decisions, folder: Path, edits: dict[tuple[str, str], object]) -> Path:
    file = place.desk.file
    return workbook(folder / "liste.xlsx", edited(grid(file), edits), stand_of(file))


def look(window: MainWindow, place: Decisions, path: Path) -> ReadingDialog:
    before = set(place.findChildren(ReadingDialog))
    read_list(window.desk, place, path)
    assert waited(lambda: bool(set(place.findChildren(ReadingDialog)) - before))
    (dialog,) = set(place.findChildren(ReadingDialog)) - before
    return dialog


def shown(dialog: ReadingDialog) -> list[list[str]]:
    return [
        [dialog.model.index(at, column).data() or "" for column in range(1, TICK)]
        for at in range(dialog.model.rowCount())
    ]


def ticks(dialog: ReadingDialog) -> list[bool]:
    return [row.taken for row in dialog.model.rows]


def test_a_list_is_looked_at_cell_by_cell_and_taken_as_one_step(
    window: MainWindow, place: Decisions, tmp_path: Path
) -> None:
    edits: dict[tuple[str, str], object] = {
        ("A-22", "reason"): "Kein Raum", ("A-23", "verdict"): "ablehnen", ("A-24", "verdict"): "vielleicht",
    }  # fmt: skip
    before = digest(window.desk.file)
    dialog = look(window, place, returned(place, tmp_path, edits))
    assert sorted(shown(dialog)) == [
        ["", "bleibt weg", "", "A-24 · vielleicht", "", "Entscheidung: „vielleicht“ ist keine Entscheidung"],
        ["A-22", "Begründung", "Raum und Träger stehen bereit.", "Kein Raum", "", ""],
        ["A-23", "Entscheidung", "", "ablehnen", "", ""],
    ]
    assert digest(window.desk.file) == before
    said: list[str] = []
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    dialog.go.click()
    assert said == ["Entscheidungsliste eingelesen (Änderungen: 2). Strg Z nimmt alles zurück."]
    choose(place, "A-23")
    assert place.chosen is not None
    assert place.chosen.verdict == "reject"
    window.desk.undo()
    assert digest(window.desk.file) == before


def test_a_conflict_shows_both_and_is_left_until_it_is_ticked(
    window: MainWindow, place: Decisions, tmp_path: Path
) -> None:
    path = returned(place, tmp_path, {("A-23", "verdict"): "ablehnen", ("A-25", "verdict"): "übernehmen"})
    key = choose(place, "A-23")
    decide(window.desk.file, key, verdict="defer")
    dialog = look(window, place, path)
    conflict = next(at for at, row in enumerate(shown(dialog)) if row[0] == "A-23")
    assert shown(dialog)[conflict] == [
        "A-23", "Entscheidung", "", "ablehnen", "zurückstellen", "Inzwischen auch hier geändert",
    ]  # fmt: skip
    assert (ticks(dialog)[conflict], dialog.go.text()) == (False, "1 Änderung übernehmen")
    dialog.to_choose.click()
    assert len(shown(dialog)) == 1
    dialog.view.setCurrentIndex(dialog.model.index(0, 1))
    press(dialog.view, Qt.Key.Key_Space)
    assert (ticks(dialog), dialog.go.text()) == ([True], "2 Änderungen übernehmen")
    dialog.file_counts.click()
    assert ticks(dialog) == [False]
    dialog.list_counts.click()
    dialog.go.click()
    assert of(window.desk.file, key).verdict == "reject"


def test_of_a_number_that_says_two_things_only_one_can_be_ticked(
    window: MainWindow, place: Decisions, tmp_path: Path
) -> None:
    rows = edited(grid(window.desk.file), {("A-23", "verdict"): "ablehnen"})
    twice = next(["übernehmen" if cell == "ablehnen" else cell for cell in row] for row in rows if row[0] == "A-23")
    path = workbook(tmp_path / "liste.xlsx", [*rows, twice], stand_of(window.desk.file))
    dialog = look(window, place, path)
    assert (ticks(dialog), dialog.go.isEnabled()) == ([False, False], False)
    for at in (0, 1):
        tick = dialog.model.index(at, TICK)
        dialog.model.setData(tick, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert ticks(dialog) == [False, True]


def test_of_the_list_of_another_file_nothing_is_ticked_and_both_texts_are_seen(
    window: MainWindow, place: Decisions, tmp_path: Path
) -> None:
    rows = edited(grid(window.desk.file), {("A-23", "verdict"): "ablehnen", ("A-24", "verdict"): "ablehnen"})
    text = next(str(row[2]) for row in rows if row[0] == "A-23")
    rows = [["Eins" if cell == text else cell for cell in row] for row in rows]
    dialog = look(window, place, workbook(tmp_path / "l.xlsx", rows, "0123456789abcdef 0000000000000000-elsewhere"))
    assert (ticks(dialog), dialog.go.isEnabled()) == ([False, False], False)
    assert "stammt aus einer anderen Datei" in dialog.summary.text()
    at = next(at for at, row in enumerate(shown(dialog)) if row[0] == "A-23")
    dialog.view.setCurrentIndex(dialog.model.index(at, 1))
    assert f"hier „{text}“, in der Liste „Eins“" in " ".join(dialog.row.text().split())
    dialog.list_counts.click()
    assert [row.change.number for row in dialog.model.rows if row.change and row.taken] == ["A-24"]


def test_what_was_decided_while_the_preview_stood_open_is_said_in_it(
    window: MainWindow, place: Decisions, tmp_path: Path
) -> None:
    dialog = look(window, place, returned(place, tmp_path, {("A-23", "verdict"): "ablehnen"}))
    decide(window.desk.file, choose(place, "A-23"), verdict="defer")
    dialog.go.click()
    assert "noch einmal einlesen" in dialog.said.text()
    assert dialog.isVisible()


def test_a_file_that_is_no_list_gets_its_sentence_in_the_window(
    window: MainWindow, place: Decisions, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    window.desk.said.connect(lambda kind, sentence: said.append((kind, sentence)))
    (tmp_path / "liste.csv").write_text("Name;Ort\nMeier;Aachen\n")
    read_list(window.desk, place, tmp_path / "liste.csv")
    assert waited(lambda: bool(said))
    assert not place.findChildren(ReadingDialog)
    assert said[0][0] == "warning"
    assert said[0][1].startswith("„liste.csv“ enthält keine Entscheidungen")


def test_list_and_sheet_are_written_and_say_nothing_new_when_they_come_back(
    window: MainWindow, place: Decisions, tmp_path: Path, qtbot: Any
) -> None:
    for key, name in (("lists", "l.xlsx"), ("sheet", "b.docx")):
        assert written(window, key, tmp_path / name) == f"Fertig: {name}"
        dialog = look(window, place, tmp_path / name)
        assert (dialog.model.rowCount(), dialog.go.isEnabled()) == (0, False)
        dialog.reject()
