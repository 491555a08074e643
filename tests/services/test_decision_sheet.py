"""The Word sheet of the steering group: what it shows, and what is read back however it was saved."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from forumtool.domain.errors import UserError
from forumtool.exports import decision_sheet_docx
from forumtool.exports.accessibility import missing_in
from forumtool.i18n import catalogue
from forumtool.imports.packages import DOCUMENT_AT_MOST, MARKS_AT_MOST
from forumtool.services import weighing
from forumtool.services.deciding import look_at_list, preferred, take_decisions
from forumtool.services.decision_plan import CHANGE, CONFLICT, NEW, QUESTION, DecisionPlan
from forumtool.services.decision_sheets import decision_sheet
from forumtool.services.decisions import decide
from forumtool.services.proposals import change
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.decided import Decided
from tests.builders import capture, dot_round, example, group
from tests.decision_lists import CARDS, fields, meeting, number, of, saved_again
from tests.exports import forum_files
from tests.exports.judges import by_the_schemas

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


@pytest.fixture
def cards(file: ForumFile) -> list[str]:
    return meeting(file)


def written(file: ForumFile, path: Path, language: str = "de") -> Path:
    with path.open("wb") as stream:
        decision_sheet_docx.write(decision_sheet(file, names="full"), stream, catalogue(language))
    return path


def fill(path: Path, said: Mapping[str, str], *, tags: bool = True) -> Path:
    """Write into the fields with these tags as Word does; without ``tags`` as a program that drops the fields."""
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for control in list(root.iter(f"{W}sdt")):
        properties = control.find(f"{W}sdtPr")
        tag = properties.find(f"{W}tag").get(f"{W}val")
        if tag in said:
            for mark in properties.findall(f"{W}showingPlcHdr"):
                properties.remove(mark)
            for words in control.iter(f"{W}t"):
                words.text = said[tag]
        if not tags:
            parent = control.getparent()
            for run in control.find(f"{W}sdtContent"):
                parent.insert(parent.index(control), run)
            parent.remove(control)
    parts["word/document.xml"] = etree.tostring(root)
    with zipfile.ZipFile(path, "w") as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    return path


def look(file: ForumFile, path: Path) -> DecisionPlan:
    return look_at_list(file, path, date(2016, 6, 9))


def said_of(own: str, other: str) -> dict[str, str]:
    return {
        f"{own}:verdict": "zusammenführen", f"{own}:merged_with": other, f"{own}:responsible": "Gartenamt",
        f"{own}:due": "31.01.2017", f"{own}:reason": "Passt: zusammen", f"{own}:votes_yes": "9", f"{own}:votes_no": "1",
        f"{own}:measure_number": "4.2", f"{own}:action_field": "11 Zukunftsfonds",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sheet_is_accessible(file: ForumFile, cards: list[str], tmp_path: Path, language: str) -> None:
    assert missing_in(written(file, tmp_path / "bogen.docx", language).read_bytes(), "bogen.docx") == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sheet_is_valid_for_the_schema(file: ForumFile, cards: list[str], tmp_path: Path, language: str) -> None:
    decide(file, cards[2], verdict="defer", reason="=1 <&> \x01 „a\nb“", responsible='"x" & <y>', due="2017-03")
    assert by_the_schemas([written(file, tmp_path / "bogen.docx", language)]) == {}


def test_the_proposals_with_the_most_dots_come_first_within_their_goal(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    heavy = group(file, "Feste", [cards[4]])
    weighing.count(file, dot_round(file), heavy, 7)
    document = docx.Document(str(written(file, tmp_path / "bogen.docx")))
    first = document.tables[0].rows[1].cells
    assert first[0].text == number(file, cards[4])
    assert [one.text for one in first[1].paragraphs][1].startswith("7 Punkte · Feste · Fachforum 3")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("office", [False, True])
def test_a_sheet_that_nobody_filled_in_changes_nothing(
    file: ForumFile, cards: list[str], tmp_path: Path, language: str, office: bool
) -> None:
    path = written(file, tmp_path / "bogen.docx", language)
    plan = look(file, saved_again(path, tmp_path / "neu") if office else path)
    assert (plan.changes, plan.lines, plan.remarks) == ((), (), ())


def test_a_sheet_of_20000_proposals_is_read_back_also_when_word_has_saved_it(tmp_path: Path, long: bool) -> None:
    """Word adds half as much again; the short form has 400 proposals and reckons what 20,000 need."""
    many = 20_000 if long else 400
    with forum_files.large(tmp_path, many) as file:
        path = written(file, tmp_path / "bogen.docx")
        plan = look(file, path)
        assert (plan.changes, plan.lines, plan.remarks) == ((), (), ())
        number_of = number(file, file.one("SELECT id FROM card ORDER BY running_number DESC")[0])
        fill(path, {f"{number_of}:responsible": "Gartenamt"})
        (change,) = look(file, path).changes
        assert (change.number, change.now) == (number_of, "Gartenamt")
    with zipfile.ZipFile(path) as whole:
        content = whole.read("word/document.xml")
    assert len(content) / many * 20_000 * 1.5 < DOCUMENT_AT_MOST
    assert (content.count(b"<") - content.count(b"</") + content.count(b"=")) / many * 20_000 * 1.5 < MARKS_AT_MOST


def test_a_small_document_that_unpacks_to_more_than_memory_holds_is_refused(file: ForumFile, tmp_path: Path) -> None:
    path, tags = tmp_path / "bombe.docx", b"<w:p/>" * 2**17
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("word/document.xml", "w") as part:
        for _ in range(MARKS_AT_MOST // 2**17 + 1):
            part.write(tags)
    assert path.stat().st_size < 2**20
    with pytest.raises(UserError, match="groß"):
        look(file, path)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("due", ["2017-03-31", "2017-03", "2017", "2016-04/2016-05", "Ende Juni", "laufend"])
def test_every_kind_of_deadline_is_read_back_as_it_is(
    file: ForumFile, cards: list[str], tmp_path: Path, due: str, language: str
) -> None:
    decide(file, cards[2], verdict="adopt", due=due)
    assert look(file, written(file, tmp_path / "bogen.docx", language)).changes == ()


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_no_way_says_first_what_it_is_and_is_known_again(
    file: ForumFile, cards: list[str], tmp_path: Path, language: str
) -> None:
    change(file, cards[0], kind="question")
    change(file, cards[1], kind="obstacle")
    path = written(file, tmp_path / "bogen.docx", language)
    seen = {row.cells[0].text: row.cells[1].paragraphs[0].text for row in docx.Document(str(path)).tables[0].rows}
    question, obstacle = ("Frage", "Hemmnis") if language == "de" else ("Question", "Obstacle")
    assert [seen[number(file, key)] for key in cards[:3]] == [
        f"{question}: {CARDS[0]}", f"{obstacle}: {CARDS[1]}", CARDS[2],
    ]  # fmt: skip
    assert look(file, path).changes == ()
    fill(path, {f"{number(file, key)}:verdict": "zurückstellen" for key in cards[2:3]})
    fill(path, {f"{number(file, cards[0])}:reason": "Warum nicht"})
    for stays in (True, False):
        plan = look(file, path if stays else without_stand(path))
        assert {change.kind for change in plan.changes} <= {CHANGE, CONFLICT}  # never taken for another card
        assert len(plan.changes) == 2


def without_stand(path: Path) -> Path:
    """The document as a program saves it that drops what it does not know of its properties."""
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist() if name != "docProps/custom.xml"}
    with zipfile.ZipFile(path, "w") as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    return path


def test_a_sheet_with_nothing_to_decide_says_so(file: ForumFile, tmp_path: Path) -> None:
    words = [one.text for one in docx.Document(str(written(file, tmp_path / "bogen.docx"))).paragraphs]
    assert words[-1] == "Hier gibt es keinen Vorschlag, über den zu entscheiden ist."
    assert not any("0 " in text for text in words)


@pytest.mark.parametrize("way", ["word", "libreoffice", "without fields"])
def test_what_was_filled_in_is_read_back_however_it_was_saved(
    file: ForumFile, cards: list[str], tmp_path: Path, way: str
) -> None:
    own, before = number(file, cards[3]), digest(file)
    path = written(file, tmp_path / "bogen.docx")
    fill(path, said_of(own, number(file, cards[0])), tags=way != "without fields")
    plan = look(file, saved_again(path, tmp_path / "neu") if way == "libreoffice" else path)
    assert plan.lines == ()
    take_decisions(file, preferred(plan, of_list=False))
    assert of(file, cards[3]) == Decided(
        "merge", cards[0], "Passt: zusammen", "Gartenamt", "2017-01-31", 9, 1, 0, "4.2", fields(file)[1].id
    )
    file.undo()
    assert digest(file) == before


def test_a_sheet_knows_what_was_decided_since_it_was_written(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own = number(file, cards[3])
    path = fill(written(file, tmp_path / "bogen.docx"), {f"{own}:verdict": "ablehnen"})
    decide(file, cards[3], verdict="adopt")
    decide(file, cards[4], verdict="adopt", reason="Ja")
    (change,) = look(file, saved_again(path, tmp_path / "neu")).changes
    assert (change.kind, change.now, change.meanwhile) == (CONFLICT, "ablehnen", "übernehmen")


def test_a_sheet_that_merges_in_a_circle_is_asked_about(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    one, two = number(file, cards[3]), number(file, cards[4])
    said = {f"{one}:merged_with": two, f"{two}:merged_with": one}
    plan = look(file, fill(written(file, tmp_path / "bogen.docx"), said))
    assert [(change.kind, change.taken) for change in plan.changes] == [(QUESTION, False)] * 2
    assert preferred(plan, of_list=True) == []


def test_a_box_that_was_ticked_among_the_others_counts(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    own, two = number(file, cards[3]), number(file, cards[4])
    path = fill(written(file, tmp_path / "bogen.docx"), {
        f"{own}:verdict": "☐ übernehmen ☒ zurückstellen ☐ ablehnen", f"{two}:verdict": "☒ übernehmen ☒ ablehnen",
    }, tags=False)  # fmt: skip
    plan = look(file, path)
    assert [(change.number, change.now) for change in plan.changes] == [(own, "zurückstellen")]
    assert [line.remark for line in plan.lines] == ["Entscheidung: mehr als eine Entscheidung angekreuzt"]


def test_a_row_that_was_copied_for_a_new_proposal_becomes_one_for_the_goal_of_its_table(
    file: ForumFile, cards: list[str], tmp_path: Path
) -> None:
    path = written(file, tmp_path / "bogen.docx")
    document = docx.Document(str(path))
    rows = document.tables[0]._tbl.tr_lst
    rows[-1].addnext(deepcopy(rows[1]))
    row = document.tables[0].rows[-1]
    row.cells[0].paragraphs[0].runs[0].text = ""
    row.cells[1].paragraphs[0].runs[0].text = "Runder Tisch Vermieter"
    document.save(str(path))
    (change,) = look(file, path).changes
    assert (change.kind, change.text, change.taken) == (NEW, "Runder Tisch Vermieter", True)
    assert change.now.startswith("3.2 ")


def test_a_plain_table_in_word_is_read_as_well(file: ForumFile, cards: list[str], tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Ergebnis der Sitzung")
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(table.rows[0].cells, ("Vorschlag Nr.", "Beschluss", "Begründung"), strict=True):
        cell.text = words
    for cell, words in zip(table.rows[1].cells, (number(file, cards[4]), "vertagt", "Frist: offen"), strict=True):
        cell.text = words
    document.save(str(tmp_path / "ergebnis.docx"))
    plan = look(file, tmp_path / "ergebnis.docx")
    assert [(change.field, change.now) for change in plan.changes] == [
        ("verdict", "zurückstellen"), ("reason", "Frist: offen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 cut off", "beschädigt"), (b"", "ist leer"), (b"%PDF-1.7", "ist ein PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "Kennwort"),
        (b"Name;Ort\nMeier;Aachen\n", "enthält keine Entscheidungen"), (b"Nr.;Entscheidung\n", "keine Entscheidungen"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_decisions_gets_one_sentence(
    file: ForumFile, tmp_path: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "liste").write_bytes(content)
    with pytest.raises(UserError, match=sentence) as refused:
        look(file, tmp_path / "liste")
    assert str(refused.value).count("\n") == 0


def test_a_word_document_without_tables_or_with_broken_parts_gets_one_sentence(file: ForumFile, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "leer.docx"))
    with pytest.raises(UserError, match=r"leer\.docx"):
        look(file, tmp_path / "leer.docx")
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as parts:
        parts.writestr("word/document.xml", "<w:document><w:body>")
    (tmp_path / "kaputt.docx").write_bytes(broken.getvalue())
    with pytest.raises(UserError, match="beschädigt"):
        look(file, tmp_path / "kaputt.docx")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sheet_reads_well_aloud_in_both_languages(file, tmp_path, language):
    capture(file, "Schulhöfe öffnen", "We need more places where the children of the quarter can play", "مقهى الحي")
    path = written(file, tmp_path / "bogen.docx", language)
    assert missing_in(path.read_bytes(), path.name) == []
    runs = docx.Document(str(path)).element.body.iter(f"{W}r")
    spoken = {"".join(run.itertext(f"{W}t")): run.find(f"{W}rPr/{W}lang") for run in runs}
    assert (spoken["Schulhöfe öffnen"] is None) is (language == "de")
    assert spoken["مقهى الحي"].get(f"{W}bidi") == "ar"
