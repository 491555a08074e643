"""The round trip of decisions: whatever became of a list on its way, it says what somebody changed and nothing else."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from forumtool.domain.errors import Unchanged, UserError
from forumtool.domain.rows import NewParticipant
from forumtool.exports.decision_columns import DECISION_COLUMNS
from forumtool.exports.writing import export
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.services.deciding import look_at_list, preferred, take_decisions
from forumtool.services.decision_plan import CONFLICT, NEW, QUESTION, DecisionPlan
from forumtool.services.decisions import decide
from forumtool.services.joining import join
from forumtool.services.people import add_participants
from forumtool.services.proposals import reword
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.decided import Decided, decided_at, decided_now
from forumtool.storage.queries.decided import stand as stand_of
from tests.builders import example, forum_for, goal_of
from tests.decision_lists import CARDS, KEYS, Grid, edited, fields, grid, meeting, number, of, saved_again, workbook

TODAY = date(2016, 6, 9)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


@pytest.fixture
def cards(file: ForumFile) -> list[str]:
    return meeting(file)


def look(file: ForumFile, path: Path) -> DecisionPlan:
    return look_at_list(file, path, TODAY)


def sent(file: ForumFile, path: Path, edits: dict[tuple[str, str], object] | None = None) -> Path:
    """The list with its stand, and edits in it."""
    return workbook(path, edited(grid(file), edits or {}), stand_of(file))


def cell(row: Any) -> tuple[object, ...]:
    return row.number, row.field, row.before, row.now


def test_a_list_that_nobody_changed_changes_nothing(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    plan = look(file, sent(file, tmp_path / "liste.xlsx"))
    assert (plan.changes, plan.lines, plan.remarks) == ((), (), ())
    with pytest.raises(Unchanged):
        take_decisions(file, plan.changes)


def test_every_column_is_read_back_as_one_step_and_undone_as_one(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own, before = number(file, cards[3]), digest(file)
    said = {
        "verdict": "zusammenführen", "merged_with": number(file, cards[0]), "reason": "Passt\nzusammen",
        "responsible": "Gartenamt", "due": date(2017, 1, 31), "votes_yes": 9, "votes_no": "1 Stimme",
        "votes_abstained": "2,0", "measure_number": 12, "action_field": "zukunft",
    }  # fmt: skip
    plan = look(file, sent(file, tmp_path / "a.xlsx", {(own, key): value for key, value in said.items()}))
    assert [change.field for change in plan.changes] == [key for key in KEYS if key != "merged_with"]
    assert cell(plan.changes[0]) == (own, "verdict", "", f"zusammenführen mit {number(file, cards[0])}")
    steps = file.history.count
    take_decisions(file, preferred(plan, of_list=False))
    assert file.history.count == steps + 1
    assert of(file, cards[3]) == Decided(
        "merge", cards[0], "Passt\nzusammen", "Gartenamt", "2017-01-31", 9, 1, 2, "12", fields(file)[1].id
    )
    (decided_on,) = file.one("SELECT decided_on FROM decision WHERE proposal_id = ?", cards[3])
    assert decided_on == date.today().isoformat()
    file.undo()
    assert digest(file) == before
    assert findings(file) == []


def test_a_cell_that_was_emptied_takes_back_what_stood_there(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own, other = number(file, cards[0]), number(file, cards[1])
    edits = {(own, "reason"): None, (own, "votes_yes"): None, (own, "action_field"): " ", (other, "verdict"): ""}
    plan = look(file, sent(file, tmp_path / "a.xlsx", edits))
    assert [(change.number, change.field, change.now) for change in plan.changes] == [
        (own, "reason", ""), (own, "votes_yes", ""), (own, "action_field", ""), (other, "verdict", ""),
    ]  # fmt: skip
    take_decisions(file, plan.changes)
    assert of(file, cards[0])._replace(reason="x") == Decided(
        "adopt", None, "x", "FB Soziales", "2017-03-31", 0, 0, 2, "4.2", None
    )
    assert of(file, cards[1])[:2] == ("", None)


def test_what_was_decided_meanwhile_stays_unless_the_list_is_chosen(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own = number(file, cards[0])
    path = sent(file, tmp_path / "a.xlsx", {(own, "verdict"): "ablehnen", (own, "reason"): "Kein Geld"})
    decide(file, cards[0], verdict="defer")
    decide(file, cards[3], verdict="adopt")  # the list says nothing of it: no conflict, nothing emptied
    plan = look(file, path)
    verdict, reason = plan.changes
    assert (verdict.kind, verdict.before, verdict.now, verdict.meanwhile) == (
        CONFLICT, "übernehmen", "ablehnen", "zurückstellen",
    )  # fmt: skip
    assert preferred(plan, of_list=False) == [reason]
    assert preferred(plan, of_list=True) == [verdict, reason]
    take_decisions(file, [reason])
    assert (of(file, cards[0]).verdict, of(file, cards[0]).reason) == ("defer", "Kein Geld")
    assert of(file, cards[3]).verdict == "adopt"


def test_what_was_changed_here_to_the_same_is_no_conflict(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    path = sent(file, tmp_path / "a.xlsx", {(number(file, cards[0]), "verdict"): "ablehnen"})
    decide(file, cards[0], verdict="reject")
    assert look(file, path).changes == ()


def test_a_change_that_was_undone_since_is_none(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    path = sent(file, tmp_path / "a.xlsx", {(number(file, cards[0]), "verdict"): "ablehnen"})
    take_decisions(file, look(file, path).changes)
    assert look(file, path).changes == ()
    file.undo()
    assert [change.kind for change in look(file, path).changes] == ["change"]


def test_a_preview_that_is_out_of_date_writes_nothing(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own = number(file, cards[0])
    plan = look(file, sent(file, tmp_path / "a.xlsx", {(own, "verdict"): "ablehnen", (own, "reason"): "Kein Geld"}))
    decide(file, cards[0], verdict="defer")
    before = digest(file)
    with pytest.raises(UserError, match="noch einmal einlesen"):
        take_decisions(file, plan.changes)
    assert digest(file) == before


def test_a_list_without_its_stand_fills_in_and_clears_nothing(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    edits = {(number(file, cards[0]), "reason"): "", (number(file, cards[0]), "verdict"): "ablehnen",
             (number(file, cards[4]), "verdict"): "adopt"}  # fmt: skip
    plan = look(file, workbook(tmp_path / "a.xlsx", edited(grid(file), edits)))
    assert [(change.field, change.kind, change.taken) for change in plan.changes] == [
        ("verdict", CONFLICT, False), ("verdict", "change", True),
    ]  # fmt: skip
    assert any("Leere Zellen ändern nichts" in remark for remark in plan.remarks)


@pytest.mark.parametrize("stand", ["0000000000000000-elsewhere", "0123456789abcdef 0000000000000000-elsewhere"])
def test_of_the_list_of_another_file_nothing_is_taken_unless_somebody_says_so(
    file: ForumFile, cards: list[str], tmp_path: Path, stand: str
) -> None:
    own = number(file, cards[4])
    rows = edited(grid(file), {(own, "verdict"): "adopt", (own, "reason"): "Gut"})
    rows.append([None, "3.2", "Von dort", *[None] * len(KEYS)])
    path = workbook(tmp_path / "a.xlsx", rows, stand)
    plan = look(file, path)
    assert plan.is_foreign
    assert [(change.kind, change.taken) for change in plan.changes] == [(CONFLICT, False)] * 2 + [(NEW, False)]
    assert preferred(plan, of_list=False) == []
    assert [remark[:40] for remark in plan.remarks] == ["Die Liste stammt aus einer anderen Datei"]
    taken = preferred(look_at_list(file, path, TODAY, of_any_file=True), of_list=False)
    take_decisions(file, taken)
    assert (len(taken), of(file, cards[4]).verdict, of(file, cards[4]).reason) == (3, "adopt", "Gut")


def test_a_row_whose_text_its_card_never_had_is_a_question_with_both_texts(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    first, second = (number(file, cards[at]) for at in (3, 4))
    rows = edited(grid(file), {(first, "verdict"): "ablehnen", (second, "verdict"): "ablehnen"})
    rows = [["Eins" if cell == CARDS[3] else cell for cell in row] for row in rows]
    for stand in ("", "0123456789abcdef 0000000000000000-elsewhere"):
        wrong, _right = look(file, workbook(tmp_path / "a.xlsx", rows, stand)).changes
        assert (wrong.number, wrong.kind, wrong.taken, wrong.text) == (first, QUESTION, False, CARDS[3])
        assert wrong.remark == f"Anderer Wortlaut: hier „{CARDS[3]}“, in der Liste „Eins“"
    plan = look(file, tmp_path / "a.xlsx")
    assert wrong not in preferred(plan, of_list=True)
    mine = look(file, workbook(tmp_path / "a.xlsx", rows, stand_of(file)))
    assert [change.taken for change in mine.changes] == [True, True]  # this file's list may be worded anew


def test_a_card_that_was_reworded_since_is_known_by_what_it_was_called(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own = number(file, cards[4])
    for wording in ("Straßenfest", "Fest der ganzen Straße", "Nachbarschaftsfest"):
        reword(file, cards[4], wording)
        path = workbook(tmp_path / f"{wording}.xlsx", edited(grid(file), {(own, "verdict"): "ablehnen"}))
    reword(file, cards[4], "Ein Fest")
    for path in tmp_path.glob("*.xlsx"):
        assert [(change.number, change.taken) for change in look(file, path).changes] == [(own, True)]


def test_numbers_that_were_sorted_away_from_their_texts_are_questions_even_in_a_list_of_this_file(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    heads, *body = edited(grid(file), {(number(file, cards[4]), "verdict"): "ablehnen"})
    turned = [[after[0], *row[1:]] for row, after in zip(body, [*body[1:], body[0]], strict=True)]
    plan = look(file, workbook(tmp_path / "a.xlsx", [heads, *turned], stand_of(file)))
    assert {change.kind for change in plan.changes} == {QUESTION}
    assert preferred(plan, of_list=True) == []


def test_merging_in_a_circle_is_asked_about_and_never_written(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    one, two, three, four = (number(file, cards[at]) for at in (1, 2, 3, 4))  # 1 is merged with 2 already
    edits = {(two, "merged_with"): three, (three, "merged_with"): one, (four, "merged_with"): one}
    plan = look(file, sent(file, tmp_path / "a.xlsx", edits))
    assert [(change.number, change.kind, change.taken) for change in plan.changes] == [
        (two, QUESTION, False), (three, QUESTION, False), (four, "change", True),
    ]  # fmt: skip
    assert plan.changes[0].remark == f"im Kreis zusammengeführt: {one} → {two} → {three} → {one}"
    before = digest(file)
    with pytest.raises(UserError, match="im Kreis zusammengeführt"):
        take_decisions(file, plan.changes)
    assert digest(file) == before
    take_decisions(file, plan.changes[1:])
    assert of(file, cards[3]).merged_with_id == cards[1]


def test_merging_with_oneself_is_told_and_changes_nothing(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own = number(file, cards[3])
    plan = look(file, sent(file, tmp_path / "a.xlsx", {(own, "merged_with"): own}))
    assert plan.changes == ()
    assert [line.remark for line in plan.lines] == [
        "Entscheidung: ein Vorschlag lässt sich nicht mit sich selbst zusammenführen"
    ]


def test_a_circle_that_the_list_itself_opens_is_none(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    one, two = number(file, cards[1]), number(file, cards[2])  # 1 is merged with 2
    edits = {(one, "verdict"): "ablehnen", (one, "merged_with"): None, (two, "merged_with"): one}
    plan = look(file, sent(file, tmp_path / "a.xlsx", edits))
    take_decisions(file, preferred(plan, of_list=False))
    assert (of(file, cards[1]).verdict, of(file, cards[2]).merged_with_id) == ("reject", cards[1])


def test_a_formula_that_nobody_calculated_is_told_and_changes_nothing(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own, third, fourth = (number(file, cards[at]) for at in (0, 3, 4))
    rows = edited(grid(file), {
        (own, "reason"): '=CONCATENATE("a","b")', (own, "action_field"): "=1+1", (third, "merged_with"): "=A1",
        (third, "reason"): "So", (fourth, "votes_yes"): "=5",
    })  # fmt: skip
    rows.append(["=A2", "3.2", "Neu", *[None] * len(KEYS)])
    plan = look(file, workbook(tmp_path / "a.xlsx", rows, stand_of(file)))
    assert [(change.number, change.now) for change in plan.changes] == [(third, "So")]
    without = "eine Formel ohne Ergebnis: bitte in Excel öffnen und speichern"
    assert sorted(line.remark for line in plan.lines) == [
        f"Begründung: {without}", f"Entscheidung: {without}", f"Handlungsfeld: {without}", f"Ja: {without}",
        "die Nummer ist eine Formel ohne Ergebnis",
    ]  # fmt: skip


def test_more_votes_than_seats_are_remarked_before_they_are_taken(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own, other = number(file, cards[0]), number(file, cards[4])  # of the first 10 said yes, 2 abstained
    edits = {(own, "votes_no"): 1, (other, "votes_yes"): 999, (other, "reason"): "Ja"}
    rows = edited(grid(file), edits)
    rows.append([None, "3.2", "Neu", "adopt", *[None] * 4, 9, 4, None, None, None])
    plan = look(file, workbook(tmp_path / "a.xlsx", rows, stand_of(file)))
    assert {(change.number, change.field): (change.remark, change.taken) for change in plan.changes} == {
        (own, "votes_no"): ("13 Stimmen bei 12 Sitzen", True), (other, "reason"): ("", True),
        (other, "votes_yes"): ("999 Stimmen bei 12 Sitzen", True),
        ("", ""): ("von Hand ergänzt · 13 Stimmen bei 12 Sitzen", True),
    }  # fmt: skip


def test_a_row_added_by_hand_becomes_a_proposal_with_its_decision_in_the_same_step(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    rows = grid(file)
    empty = [None] * (len(KEYS) - 2)
    rows += [
        [None, "3.2", "Runder Tisch Vermieter", "übernehmen", None, *empty],
        ["neu", goal_of(file).label, "Hausbesuche", None, None, *empty],
        ["Z-9", "3.2", "Von einem anderen Laptop", None, None, *empty],
        ["Z-9", "3.2", None, "ablehnen", None, *empty],
        [None, "77", "Ohne Ziel hier", None, None, *empty],
        [None, None, None, "ablehnen", None, *empty],
        [None, "3.2", "sprachcafé im park", None, None, *empty],
    ]  # fmt: skip
    plan = look(file, workbook(tmp_path / "a.xlsx", rows, stand_of(file)))
    assert [(change.kind, change.text, change.taken) for change in plan.changes] == [
        (NEW, "Runder Tisch Vermieter", True), (NEW, "Hausbesuche", True), (NEW, "Von einem anderen Laptop", False),
    ]  # fmt: skip
    assert [(line.number, line.remark) for line in plan.lines] == [
        (10, "eine Nummer, die es hier nicht gibt"),
        (11, "ein neuer Vorschlag, aber ohne Ziel, das es hier gibt"),
        (12, "weder Nummer noch Text"),
        (13, f"steht schon da als {number(file, cards[0])}"),
    ]
    before = digest(file)
    take_decisions(file, preferred(plan, of_list=False))
    key, goal_id, forum_id = file.one(
        "SELECT id, goal_id, forum_id FROM card WHERE original_text = 'Runder Tisch Vermieter'"
    )
    assert (goal_id, forum_id, of(file, key).verdict) == (goal_of(file).id, None, "adopt")
    again = look(file, tmp_path / "a.xlsx")
    assert [change.text for change in again.changes] == ["Von einem anderen Laptop"]
    file.undo()
    assert digest(file) == before


def test_equal_rows_count_once_and_different_ones_are_a_question(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own = number(file, cards[3])
    rows = edited(grid(file), {(own, "verdict"): "ablehnen"})
    (row,) = (row for row in rows if row[0] == own)
    once = look(file, workbook(tmp_path / "a.xlsx", [*rows, row], stand_of(file)))
    assert [(change.now, change.kind) for change in once.changes] == [("ablehnen", "change")]
    other = ["übernehmen" if value == "ablehnen" else value for value in row]
    twice = look(file, workbook(tmp_path / "a.xlsx", [*rows, other], stand_of(file)))
    assert {(change.now, change.kind) for change in twice.changes} == {
        ("ablehnen", QUESTION), ("übernehmen", QUESTION),
    }  # fmt: skip
    assert preferred(twice, of_list=True) == []
    with pytest.raises(UserError, match="zweimal Verschiedenes"):
        take_decisions(file, twice.changes)
    take_decisions(file, twice.changes[:1])
    assert of(file, cards[3]).verdict in ("adopt", "reject")


def test_what_a_cell_cannot_mean_is_told_and_the_rest_is_taken(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own, second, third = (number(file, cards[at]) for at in (2, 3, 4))
    plan = look(file, sent(file, tmp_path / "a.xlsx", {
        (own, "verdict"): "mal sehen", (own, "reason"): "Gut", (own, "votes_yes"): "viele", (own, "due"): "#N/A",
        (second, "verdict"): "zusammenführen", (third, "merged_with"): "Z-99", (third, "action_field"): "Verkehr",
    }))  # fmt: skip
    assert [(change.field, change.now) for change in plan.changes] == [("reason", "Gut")]
    assert sorted(line.remark for line in plan.lines) == [
        "Entscheidung: zum Zusammenführen fehlt die Nummer des anderen Vorschlags",
        "Entscheidung: zum Zusammenführen gibt es keinen Vorschlag „Z-99“",
        "Entscheidung: „mal sehen“ ist keine Entscheidung",
        "Frist: ein Fehlerwert statt eines Inhalts",
        "Handlungsfeld: ein Handlungsfeld „Verkehr“ gibt es nicht",
        "Ja: „viele“ ist keine Zahl",
    ]


def test_another_number_beside_a_new_decision_that_is_no_merging_is_told(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    own, other = number(file, cards[3]), number(file, cards[0])
    plan = look(file, sent(file, tmp_path / "a.xlsx", {(own, "verdict"): "ablehnen", (own, "merged_with"): other}))
    assert plan.changes == ()
    assert [line.remark for line in plan.lines] == ["Entscheidung: zusammenführen mit, aber anders entschieden"]


def test_a_cell_with_several_fields_of_action_is_told(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own, (first, second) = number(file, cards[3]), fields(file)
    both = f"{first.number}, {second.number}"
    plan = look(file, sent(file, tmp_path / "a.xlsx", {(own, "action_field"): both}))
    assert plan.changes == ()
    assert [line.remark for line in plan.lines] == ["Handlungsfeld: mehr als ein Handlungsfeld"]


def test_an_overview_that_names_numbers_and_fields_is_no_list_of_decisions(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    rows = [["Nr.", "Vorschlag", "Wurde zu", "Handlungsfeld"], [number(file, cards[4]), CARDS[4], "offen", "1"]]
    with pytest.raises(UserError, match="enthält keine Entscheidungen"):
        look(file, workbook(tmp_path / "a.xlsx", rows))


def test_columns_that_are_missing_stay_as_they_are_and_are_named(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    rows = edited(grid(file), {(number(file, cards[4]), "verdict"): "angenommen"})
    plan = look(file, workbook(tmp_path / "a.xlsx", [[row[3], "x", row[0]] for row in rows], stand_of(file)))
    assert [(change.field, change.now) for change in plan.changes] == [("verdict", "übernehmen")]
    assert "Begründung, Zuständig, Frist, Ja, Nein" in plan.remarks[0]


def test_renamed_heads_are_known_by_their_other_names_or_by_their_cells(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    rows = edited(grid(file), {(number(file, cards[4]), "verdict"): "angenommen"})
    rows[0][0], rows[0][3], rows[0][6], rows[0][8] = "Unsere Zählung", "BESCHLUSS (9. Juni)", "verantwortlich", "dafür"
    lines = [["Sitzung vom 9. Juni"], [], *rows]
    plan = look(file, workbook(tmp_path / "a.xlsx", lines, stand_of(file)))
    assert [(change.line, change.now) for change in plan.changes] == [(8, "übernehmen")]
    assert plan.remarks == ()


@pytest.mark.parametrize("written", ["{letter}{digits}", "{letter} – 0{digits} ", "Nr. {letter}-{digits}", "{digits}"])
def test_numbers_are_known_however_they_are_written(
    file: ForumFile, cards: list[str], tmp_path: Path, written: str
) -> None:
    rows = edited(grid(file), {(number(file, cards[4]), "reason"): "So"})
    for row in rows[1:]:
        letter, _sign, digits = str(row[0]).partition("-")
        row[0] = written.format(letter=letter.lower(), digits=digits)
    plan = look(file, workbook(tmp_path / "a.xlsx", rows, stand_of(file)))
    assert [cell(change) for change in plan.changes] == [(number(file, cards[4]), "reason", "", "So")]
    assert plan.lines == ()


def test_a_proposal_that_was_laid_to_another_since_is_told(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    path = sent(file, tmp_path / "a.xlsx", {(number(file, cards[4]), "verdict"): "ablehnen"})
    join(file, [cards[4]], cards[3])
    plan = look(file, path)
    assert plan.changes == ()
    assert [line.remark for line in plan.lines] == ["dieser Vorschlag steht hier nicht mehr für sich"]


def test_a_list_in_cp1252_with_semicolons_is_read(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own = number(file, cards[4])
    text = (
        f"Vorschlag-Nr.;Entscheidung;Zuständig;Frist\r\n{own};ÜBERNEHMEN;Büro für Älteste;31.3.17\r\n\r\nSumme;1;;\r\n"
    )
    (tmp_path / "liste.csv").write_bytes(text.encode("cp1252"))
    plan = look(file, tmp_path / "liste.csv")
    take_decisions(file, preferred(plan, of_list=False))
    assert of(file, cards[4]) == Decided("adopt", responsible="Büro für Älteste", due="2017-03-31")
    assert [line.remark for line in plan.lines] == ["sieht nach einer Summe aus"]


def test_an_english_list_is_read_by_a_german_window(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own = number(file, cards[4])
    rows = edited(grid(file, "en"), {(own, "verdict"): "defer", (own, "votes_no"): 7, (own, "due"): "31/12/2017"})
    assert rows[0][0] == "No."
    assert "No" in rows[0]
    for order in (list(range(len(rows[0]))), [*range(1, len(rows[0])), 0]):  # the number first, and behind "No"
        moved = [[row[at] for at in order] for row in rows]
        plan = look(file, workbook(tmp_path / "a.xlsx", moved, stand_of(file)))
        assert [(change.field, change.now) for change in plan.changes] == [
            ("verdict", "zurückstellen"), ("due", "31. Dezember 2017"), ("votes_no", "7"),
        ]  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_title_of_a_decision_column_is_known_in_both_languages(
    file: ForumFile, cards: list[str], language: str
) -> None:
    from forumtool.imports.columns import decision_columns, decision_label

    heads = [str(head) for head in grid(file, language)[0]]
    found = {at: key for key, at in decision_columns(heads).items()}
    assert [found[at] for at in range(len(heads))] == ["number", "goal", "text", *KEYS]
    say = catalogue(language)
    assert [decision_label(say(column.title)) for column in DECISION_COLUMNS] == list(KEYS)


@pytest.mark.parametrize("names", ["full", "organisations", "anonymous"])
def test_a_name_that_the_export_hid_is_no_change(file: ForumFile, cards: list[str], tmp_path: Path, names: str) -> None:
    add_participants(file, forum_for(file).id, [NewParticipant("Anna Meier", organisation="Caritas")])
    decide(file, cards[3], responsible="Anna Meier, Gartenamt")
    report = reporting.build(file, forum_id=None, names=names)
    (made,) = export(report, tmp_path / "aus", ["xlsx"])
    assert look(file, made.path).changes == ()
    assert of(file, cards[3]).responsible == "Anna Meier, Gartenamt"


def test_the_workbook_that_goes_out_comes_back_from_libreoffice_with_what_was_written_into_it(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    (made,) = export(reporting.build(file, forum_id=None), tmp_path / "aus", ["xlsx"])
    book = openpyxl.load_workbook(made.path)
    sheet = book["Vorschläge"]
    heads = {str(one.value): one.column for one in sheet[1]}
    line = next(one.row for one in sheet["A"] if one.value == number(file, cards[4]))
    sheet.cell(line, heads["Entscheidung"]).value = "ablehnen"
    sheet.cell(line, heads["Begründung"]).value = '=CONCATENATE("Zu ","teuer")'
    sheet.row_dimensions[line].hidden = True
    book.save(made.path)
    plan = look(file, saved_again(made.path, tmp_path / "neu"))
    assert [cell(change)[:2] + cell(change)[3:] for change in plan.changes] == [
        (number(file, cards[4]), "verdict", "ablehnen"), (number(file, cards[4]), "reason", "Zu teuer"),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_libreoffice_saves_a_shaken_list_again_and_every_edit_comes_back(
    file: ForumFile, cards: list[str], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    own, second, third = (number(file, key) for key in chance.sample(cards[2:], 3))
    edits = {
        (own, "verdict"): "Zusammengeführt", (own, "merged_with"): number(file, cards[0]), (own, "due"): TODAY,
        (own, "reason"): "Erste Zeile\nzweite; mit „Zeichen“ <&>", (second, "verdict"): '=CONCATENATE("ab","lehnen")',
        (second, "votes_no"): 12, (second, "votes_yes"): "3", (third, "measure_number"): "4.10",
        (third, "action_field"): fields(file)[1].title, (number(file, cards[0]), "due"): None,
    }  # fmt: skip
    heads, *body = edited(grid(file), edits)
    chance.shuffle(body)
    order = chance.sample(range(len(heads)), len(heads))
    rows = [[row[at] for at in order] for row in (heads, *body)]
    stand = stand_of(file)
    path = workbook(tmp_path / "liste.xlsx", rows, stand, hidden=chance.sample(range(2, 7), 2))
    plan = look(file, saved_again(path, tmp_path / "neu"))
    assert {(change.number, change.field): change.now for change in plan.changes} == {
        (own, "verdict"): f"zusammenführen mit {number(file, cards[0])}", (own, "due"): "9. Juni 2016",
        (own, "reason"): "Erste Zeile\nzweite; mit „Zeichen“ <&>", (second, "verdict"): "ablehnen",
        (second, "votes_no"): "12", (second, "votes_yes"): "3", (third, "measure_number"): "4.10",
        (third, "action_field"): f"{fields(file)[1].number} Zukunftsfonds", (number(file, cards[0]), "due"): "",
    }  # fmt: skip
    assert (plan.lines, plan.remarks) == ((), ())


def test_the_stand_is_what_was_decided_then_whatever_came_later(file: ForumFile, cards: list[str]) -> None:
    stand, then = stand_of(file), decided_now(file)
    decide(file, cards[0], verdict="reject", measure_number="")
    decide(file, cards[2], verdict="adopt")
    file.undo()
    file.redo()
    assert decided_at(file, stand) == then
    assert decided_at(file, stand_of(file)) == decided_now(file) != then
    assert decided_at(file, "unknown") is None


# The rule, for all lists

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn")), max_size=20)
VERDICT_WORDS = {
    "adopt": ["übernehmen", "Angenommen", "adopt", "  ja ", "überneh", "☒ übernehmen ☐ ablehnen"],
    "defer": ["zurückstellen", "vertagt", "zur"],
    "reject": ["ablehnen", "NEIN", "reject"], "": ["", "offen", "–", None],
}  # fmt: skip
DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))


@st.composite
def edit(draw: st.DrawFn) -> tuple[str, object, object]:
    """A field, what somebody types, and what that means; of the other proposal, its place among the five."""
    key = draw(st.sampled_from([key for key in KEYS if key != "merged_with"]))
    if key == "verdict":
        verdict = draw(st.sampled_from([*VERDICT_WORDS, "merge"]))
        if verdict == "merge":
            return key, "merge", draw(st.integers(0, 3))
        return key, draw(st.sampled_from(VERDICT_WORDS[verdict])), verdict
    if key.startswith("votes"):
        count = draw(st.integers(0, 40))
        return key, draw(st.sampled_from([count, str(count), f" {count} Stimmen", float(count)])), count
    if key == "due":
        day = draw(DAYS)
        typed = draw(
            st.sampled_from([day, day.isoformat(), f"{day:%d.%m.%Y}", f"bis {day.day}.{day.month}.{day.year}"])
        )
        return key, typed, day.isoformat()
    if key == "action_field":
        at = draw(st.integers(0, 1))
        return key, draw(st.sampled_from([["Quartierstreffs", "quartier"], ["ZUKUNFTSFONDS", "Zuk"]][at])), at
    words = draw(WORDS)
    return key, f"  {words}\u00a0" if words else None, words


@given(data=st.data())
@examples(max_examples=60)
def test_edits_come_back_exactly_whatever_happens_to_rows_and_columns(
    tmp_path_factory: Any, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("round")
    with ForumFile.open(example(folder)) as file:
        cards = meeting(file)
        wanted = data.draw(
            st.dictionaries(st.integers(0, 4), st.lists(edit(), max_size=4, unique_by=lambda one: one[0]))
        )
        edits, expected = _edits(file, cards, wanted)
        rows = _shaken(edited(grid(file), edits), data)
        hidden = data.draw(st.sets(st.integers(2, 6)))
        before = digest(file)
        path = workbook(folder / "liste.xlsx", rows, stand_of(file), hidden=sorted(hidden))
        plan = look(file, path)
        assert (plan.lines, plan.remarks) == ((), ())
        if any(change.kind == QUESTION for change in plan.changes):
            assert _goes_in_a_circle(expected)
            with pytest.raises(UserError, match="im Kreis"):
                take_decisions(file, plan.changes)
            assert digest(file) == before
            return
        assert all(change.kind == "change" for change in plan.changes)
        assert not _goes_in_a_circle(expected)
        if plan.changes:
            take_decisions(file, plan.changes)
            assert {key: of(file, key) for key in cards} == expected
            assert look(file, path).changes == ()
            file.undo()
        else:
            assert {key: of(file, key) for key in cards} == expected
        assert digest(file) == before


def _goes_in_a_circle(decided: dict[str, Decided]) -> bool:
    for start in decided:
        key: str | None = start
        for _step in decided:
            key = decided[key].merged_with_id if key else None
            if key == start:
                return True
    return False


def _edits(
    file: ForumFile, cards: list[str], wanted: dict[int, list[tuple[str, object, object]]]
) -> tuple[dict[tuple[str, str], object], dict[str, Decided]]:
    """What is typed into which cell, and what every decision is afterwards."""
    from forumtool.imports.cells import cell_text

    edits: dict[tuple[str, str], object] = {}
    expected = {key: of(file, key) for key in cards}
    for at, every in wanted.items():
        own = number(file, cards[at])
        for key, typed, meant in every:
            found = expected[cards[at]]
            if key == "verdict":
                other = cards[(at + 1 + int(str(meant))) % 5] if typed == "merge" else None
                edits[own, "verdict"], edits[own, "merged_with"] = typed, number(file, other) if other else None
                expected[cards[at]] = found._replace(verdict="merge" if other else str(meant), merged_with_id=other)
            elif key == "action_field":
                edits[own, key] = typed
                expected[cards[at]] = found._replace(action_field_id=fields(file)[int(str(meant))].id)
            else:
                edits[own, key] = typed
                value = cell_text(typed) if key in ("reason", "responsible", "measure_number") else meant
                expected[cards[at]] = found._replace(**{key: value})
    return edits, expected


def _shaken(rows: Grid, data: st.DataObject) -> Grid:
    """The rows and columns in another order, with blank rows and columns of somebody's own between them."""
    order = data.draw(st.permutations(range(len(rows[0]))))
    heads, *body = ([row[at] for at in order] for row in rows)
    body = data.draw(st.permutations(body))
    if data.draw(st.booleans()):
        heads, body = [*heads, "Rückfrage"], [[*row, "klären"] for row in body]
    if data.draw(st.booleans()):
        body = [*body[:2], [], *body[2:]]
    return [heads, *body]
