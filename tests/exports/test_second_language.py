"""What stands beside and behind a card, in the minutes and in the lists: other languages, other wordings, parts."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from forumtool.services import confirming, joining, proposals, reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forum_for, group
from tests.exports.samples import docx, rows_of, sections_of, xlsx

ARABIC = "مقهى الحي، مع رعاية الأطفال"
PERSON = "Anna Kunz"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        cafe, _lotsen, whole = capture(file, "Nachbarschaftscafé", "Lotsen", "Fest und Markt @Tisch 2")
        group(file, "Begegnung", [cafe.id])
        proposals.translate(file, cafe.id, ARABIC, "ar")
        said = joining.capture_as_support(file, f"Café für alle @{PERSON} !Geld", cafe.id)
        proposals.change(file, said.id, note="Raum ist da")
        joining.split(file, whole.id, ["Fest", "Markt"])
        confirming.confirm(file, [cafe.id])
        yield file


def minutes(file: ForumFile, names: str = "full") -> bytes:
    return docx(reporting.build(file, forum_id=forum_for(file).id, names=names))[0]


def book(file: ForumFile, names: str = "full") -> bytes:
    return xlsx(reporting.build(file, forum_id=None, names=names))[0]


def card_row(package: bytes, number: str) -> list[str]:
    rows = [row for path, found in sections_of(package).items() if "Wege" in path for row in found]
    (row,) = [row for row in rows if row[0].split()[0] == number]
    return row


def test_the_second_language_and_the_other_wordings_stand_under_the_wording(file):
    row = card_row(minutes(file), "A-1")
    assert row[1].split("\n") == [
        "Nachbarschaftscafé", f"Arabisch: {ARABIC}", f"Auch so gesagt: „Café für alle“ (A-4, {PERSON})",
    ]  # fmt: skip
    assert row[0] == "A-1 ✓", "the room confirmed it"
    assert row[-1] == "1", "one more stands behind it"


def test_who_said_the_other_wording_is_named_only_where_the_policy_allows_it(file):
    assert PERSON not in card_row(minutes(file, "anonymous"), "A-1")[1]
    assert PERSON not in card_row(minutes(file, "organisations"), "A-1")[1]
    assert PERSON not in str(rows_of(book(file, "organisations"), "Weitere Wortlaute"))


def test_the_annex_holds_every_original_and_says_with_what_it_stands(file):
    annex = {row[0]: row for row in sections_of(minutes(file))["Anhang: alle Karten im Originalton"]}
    assert {number: row[2] for number, row in annex.items()} == {
        "A-1": "Nachbarschaftscafé", "A-2": "Lotsen", "A-3": "Fest und Markt", "A-4": "Café für alle", "A-5": "Fest",
        "A-6": "Markt",
    }  # fmt: skip
    assert {number: row[3] for number, row in annex.items() if row[3]} == {"A-3": "A-5, A-6", "A-4": "A-1"}


def test_a_note_and_an_obstacle_of_a_wording_behind_a_card_are_not_lost(file):
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(minutes(file))).paragraphs)
    assert "A-4: Raum ist da" in text
    obstacles = [row for path, rows in sections_of(minutes(file)).items() if "Hemmnisse" in path for row in rows]
    assert ["Geld", "A-4"] in [row[:2] for row in obstacles]


def test_arabic_words_are_runs_from_right_to_left_with_their_language(file):
    capture(file, ARABIC)
    document = Document(io.BytesIO(minutes(file)))
    runs = [
        run
        for run in document.element.body.iter(qn("w:r"))
        if any("\u0600" <= sign <= "\u06ff" for sign in words_of(run))
    ]
    assert len(runs) == 3  # under a wording, as a wording, in the annex
    for run in runs:
        assert words_of(run) == ARABIC
        assert run.find(qn("w:rPr")).find(qn("w:rtl")) is not None
        assert run.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:bidi")) == "ar"
    turned = [
        paragraph for paragraph in document.element.body.iter(qn("w:p")) if paragraph.findall(f".//{qn('w:bidi')}")
    ]
    assert len(turned) == 2


def words_of(run) -> str:
    return "".join(text.text or "" for text in run.iter(qn("w:t")) if (text.text or "").strip())


def test_the_workbook_has_columns_for_the_second_language_and_the_parts(file):
    rows = {row["Nr."]: row for row in rows_of(book(file), "Vorschläge")}
    assert (rows["A-1"]["Zweite Sprache"], rows["A-1"]["Wortlaut in der zweiten Sprache"]) == ("Arabisch", ARABIC)
    assert rows["A-1"]["Auch so gesagt"] == "A-4: Café für alle"
    assert (rows["A-1"]["Zuspruch"], rows["A-5"]["Teil von"]) == (1, "A-3")
    assert rows["A-1"]["Im Forum bestätigt"] is not None
    assert rows["A-2"]["Im Forum bestätigt"] is None
    assert "A-4" not in rows and "A-3" not in rows


def test_the_workbook_lists_what_stands_behind_others_once(file):
    found = {row["Wortlaut-Nr."]: row for row in rows_of(book(file), "Weitere Wortlaute")}
    assert {number: (row["Steht bei"], row["Originalton"]) for number, row in found.items()} == {
        "A-3": ("A-5, A-6", "Fest und Markt"), "A-4": ("A-1", "Café für alle"),
    }  # fmt: skip
    assert found["A-4"]["Von"] == PERSON


def test_without_anything_behind_there_is_no_list_of_it(tmp_path):
    with ForumFile.open(example(tmp_path, "other.forum")) as file:
        capture(file, "eins")
        with zipfile.ZipFile(io.BytesIO(book(file))) as package:
            assert b"Weitere Wortlaute" not in package.read("xl/workbook.xml")
