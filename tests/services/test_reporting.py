"""A report holds what the file holds, of one forum or of everything."""

import csv
from pathlib import Path

import pytest

from forumtool.domain.capture_line import Draft
from forumtool.domain.rows import NewParticipant
from forumtool.services import goals as aims
from forumtool.services import naming, people, proposals, reporting
from forumtool.services.clusters import add_cluster
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.proposals import proposals as cards_of
from tests.builders import DATA, capture, example, forum_for, goal_of
from tests.exports.samples import docx, filled, paragraphs_of, rows_of, sections_of, xlsx

_KARLSRUHE = DATA / "karlsruhe_plan" / "plan_2012_structured.csv"


def test_report_of_a_forum_holds_its_cards_only(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        (elsewhere,) = capture(file, "Im anderen Forum", number="1.1")
        report = reporting.build(file, forum_id=forum_for(file).id)
        assert elsewhere.number not in {card.number for card in report.proposals}
        assert {part.goal.number for part in report.goals if part.goal} == {"3.1", "3.2", "3.3"}
        assert len(report.proposals) == 15


def test_report_of_everything_holds_cards_without_forum_and_without_goal(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        alone = proposals.capture(file, "Vom Prozess", forum_id=None, goal_id=goal_of(file).id)
        with file.step("") as edit:
            _, number = proposals.place(edit, Draft("Ohne Ziel"), forum_id=None, goal_id=None)
        report = reporting.build(file, forum_id=None)
        assert sorted(card.number for part in report.goals for card in part.proposals) == sorted(
            card.number for card in report.proposals
        )
        assert {alone.number, number} <= {card.number for card in report.proposals}
        assert report.goals[-1].goal is None
        assert "Ohne Ziel" in paragraphs_of(docx(report)[0])


def test_forum_that_is_gone_is_an_error_of_ours(tmp_path: Path) -> None:
    with filled(tmp_path) as file, pytest.raises(LookupError):
        reporting.build(file, forum_id="weg")


def test_plan_of_a_real_city_is_exported_card_by_card(tmp_path: Path) -> None:
    if not _KARLSRUHE.exists():
        pytest.skip("the data set of Karlsruhe is not beside the checkout")
    with _KARLSRUHE.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    new_process(tmp_path / "ka.forum", "empty")
    with ForumFile.open(tmp_path / "ka.forum") as file:
        _import(file, rows)
        cards = cards_of(file)
        for at, goal_id in enumerate(dict.fromkeys(card.goal_id for card in cards)):
            own = [card.id for card in cards if card.goal_id == goal_id]
            add_cluster(file, f"Gruppe {at}", forum_id=None, goal_id=goal_id, cards=own[::2])
        report = reporting.build(file, forum_id=None)
    measures = [row for row in rows if row["art"] not in {"Ziel", "Indikator"}]
    assert len(report.proposals) == len(measures) == 114
    book = rows_of(xlsx(report)[0], "Vorschläge")
    assert [row["Fundstelle"] for row in book] == [card.reference for card in report.proposals]
    assert {row["Fundstelle"]: row["Originalton"] for row in book} == {row["id"]: row["text"] for row in measures}
    tables = sections_of(docx(report)[0])
    body = {row[0]: row[1] for path, found in tables.items() if "Wege" in path for row in found}
    assert body == {card.number: card.text for card in report.proposals}
    assert {row[0]: row[2] for row in tables["Anhang: alle Karten im Originalton"]} == {
        card.number: card.original_text for card in report.proposals
    }


def _import(file: ForumFile, rows: list[dict[str, str]]) -> None:
    fields: dict[str, str] = {}
    goal_id = None
    with file.step("") as edit:
        for row in rows:
            field_id = fields.get(row["handlungsfeld"])
            if field_id is None:
                field_id = fields[row["handlungsfeld"]] = aims.place_theme_field(edit, row["handlungsfeld"])
                edit.flush()
                goal_id = None
            if row["art"] == "Ziel" or goal_id is None:
                title = row["text"] if row["art"] == "Ziel" else row["handlungsfeld"]
                goal_id = aims.place_goal(edit, field_id, aims.next_goal_number(edit, field_id), title)
                edit.flush()
            if row["art"] not in {"Ziel", "Indikator"}:
                proposals.place(edit, Draft(row["text"]), forum_id=None, goal_id=goal_id, reference=row["id"])


def test_people_of_one_name_are_nobodys_organisation(tmp_path):
    with ForumFile.open(example(tmp_path)) as file:
        both = [NewParticipant("Maria Schmidt", body) for body in ("Verein", "Amt")]
        people.add_participants(file, forum_for(file).id, [*both, NewParticipant("Ayşe Yılmaz", "Birhan e. V.")])
        assert naming.persons(file) == {"Maria Schmidt": "", "Ayşe Yılmaz": "Birhan e. V."}
