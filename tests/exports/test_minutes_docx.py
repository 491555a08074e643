"""The minutes for Word, read back and compared with the file."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from forumtool.exports.blocks import Column, Heading, KeyValues, Paragraph, Table
from forumtool.exports.docx_body import Body
from forumtool.exports.minutes import SECTIONS
from forumtool.exports.safe_text import SafeText
from forumtool.i18n import catalogue
from forumtool.services import proposals, reporting
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import proposals as cards_of
from tests.builders import forum_for
from tests.exports.samples import NUMBERS, docx, filled, paragraphs_of, sections_of


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as open_file:
        yield open_file


def _minutes(file: ForumFile, **choices) -> bytes:
    return docx(reporting.build(file, forum_id=forum_for(file).id), **choices)[0]


def test_each_card_stands_under_its_goal_and_group_with_number_wording_and_tags(file: ForumFile) -> None:
    tables = sections_of(_minutes(file))
    titles = {goal.id: goal.label for goal in goals(file)}
    for card in cards_of(file):
        group = next((row for row in outcomes.clusters(file) if row.id == card.cluster_id), None)
        heading = f"{group.title} · {group.dots} Punkte" if group else "Noch nicht geordnet"
        rows = tables[f"Ergebnisse je Ziel / Ziel {titles[card.goal_id]} / Wege / {heading}"]
        (row,) = [row for row in rows if row[0] == card.number]
        assert row[1] == card.text or (card.kind == "obstacle" and row[1] == f"Hemmnis: {card.text}")
        assert row[2] == ", ".join(tag.title for tag in card.tags)
        assert row[4] == str(card.support_count or "")


def test_annex_holds_every_card_in_its_original_wording(file: ForumFile) -> None:
    annex = sections_of(_minutes(file))["Anhang: alle Karten im Originalton"]
    assert {row[0]: row[3] for row in annex} == {card.number: card.original_text for card in cards_of(file)}
    assert any(card.edited_text for card in cards_of(file))


def test_dots_ranks_and_voters_are_those_of_the_file(file: ForumFile) -> None:
    package = _minutes(file)
    for number in NUMBERS:
        (rows,) = [
            rows for path, rows in sections_of(package).items() if f"Ziel {number}" in path and "Gewichtung" in path
        ]
        assert rows == [["1", "Räume", "9"], ["2", "Begegnung", "7"]]
    sums = [text for text in paragraphs_of(package) if "gezählt" in text]
    assert sums == ["4 Personen haben abgestimmt · 5 Punkte je Person · 20 Punkte erwartet · 16 Punkte gezählt"] * 3


def test_outcomes_of_the_forum_are_all_there(file: ForumFile) -> None:
    package = _minutes(file)
    tables, words = sections_of(package), "\n".join(paragraphs_of(package))
    assert tables["Themenspeicher"] == [["Sprachkurse finanzieren", "Rat der Stadt"]]
    assert tables["Vereinbarungen"][0][0] == "Raumliste verschicken"
    assert tables["Vereinbarungen"][0][2] == "31. Mai 2016"
    for said in (
        "M1 Cafés in jedem Quartier · schnell umsetzbar",
        "Einwände gegen dieses Protokoll sind bis 30. Juni 2016",
        "Version 2, versandt",
        "A-1: Fester oder wechselnder Ort?",
        "A-1: Zwei sind dagegen.",
        "Vier Quartiere.",
    ):
        assert said in words


def test_whole_process_holds_cards_of_all_forums_and_of_none(file: ForumFile) -> None:
    goal = goals(file)[0]
    alone = proposals.capture(file, "Ohne Forum gekommen", forum_id=None, goal_id=goal.id)
    package, _ = docx(reporting.build(file, forum_id=None))
    rows = [row for rows in sections_of(package).values() for row in rows]
    assert [alone.number, "Ohne Forum gekommen"] in [row[:2] for row in rows]
    body = [
        row[0]
        for path, rows in sections_of(package).items()
        if path.startswith("Ergebnisse") and "Wege" in path
        for row in rows
    ]
    assert sorted(body) == sorted(card.number for card in cards_of(file))


def test_sections_that_are_not_chosen_are_left_out(file: ForumFile) -> None:
    headings = "\n".join(sections_of(_minutes(file, sections=("head", "results"))))
    assert "Wege" in headings
    for gone in ("Anhang", "Gewichtung", "Hemmnisse", "Teilnehmende"):
        assert gone not in headings


def test_every_section_has_content_here_and_contents_lists_each_heading(file: ForumFile) -> None:
    report = reporting.build(file, forum_id=forum_for(file).id)
    package, _ = docx(report._replace(boards=report.photos))
    document = Document(io.BytesIO(package))
    top = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert top == [section.title for section in SECTIONS if not section.within and section.key != "head"]
    listed = [re.sub(r"\t.*", "", p.text) for p in document.paragraphs if p.style.name.casefold().startswith("toc ")]
    wanted = [p.text for p in document.paragraphs if p.style.name in {"Heading 1", "Heading 2"}]
    assert listed[1:] == wanted


def test_tables_repeat_their_head_keep_rows_whole_and_have_widths(file: ForumFile) -> None:
    body = Document(io.BytesIO(_minutes(file))).element.body
    tables = list(body.iter(qn("w:tbl")))
    assert tables
    for table in tables:
        rows = list(table.iter(qn("w:tr")))
        assert rows[0].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
        grid = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
        assert sum(grid) == pytest.approx(16 * 567, abs=len(grid))
        assert [int(width.get(qn("w:w"))) for width in rows[0].iter(qn("w:tcW"))] == grid


def test_no_empty_paragraph_makes_room_outside_tables(file: ForumFile) -> None:
    body = Document(io.BytesIO(_minutes(file))).element.body
    empty = [p for p in body.findall(qn("w:p")) if not "".join(p.itertext()).strip()]
    assert not [p for p in empty if not list(p.iter(qn("w:drawing")))]


@pytest.mark.parametrize(("language", "code"), [("de", "de-DE")])
def test_file_says_its_language_title_author_and_counts_its_pages(file: ForumFile, language: str, code: str) -> None:
    package = _minutes(file, language=language)
    document = Document(io.BytesIO(package))
    assert document.core_properties.title == "Protokoll Fachforum 3 · Zusammenleben im Quartier"
    assert document.core_properties.author == "Stadt Aachen, Kommunales Integrationszentrum"
    assert document.core_properties.language == code
    assert f'w:lang w:val="{code}"' in document.styles.element.xml
    fields = [node.get(qn("w:instr")).strip() for node in document.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Integrationskonzept" in document.sections[0].header.paragraphs[0].text
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name]


def test_a_goal_never_stands_alone_at_the_foot_of_a_page():
    """Question and count lead on to what was said: kept with the next paragraph up to the next heading or table."""
    blocks = [
        Heading(2, "Ziel 3.3 Bürgerbeteiligung"), Paragraph("Leitfrage: Welche Wege?"),
        Paragraph("16 Vorschläge", True),
        Heading(3, "Wege"), Paragraph("Ein Absatz für sich."), Heading(2, "Ziel 3.4"),
    ]  # fmt: skip
    body = Body(SafeText(catalogue("de")))
    body.write(blocks)
    document = Document()
    xml = body.document(document.element.body[-1]).decode()
    kept = [words for words in ("Leitfrage: Welche Wege?", "16 Vorschläge", "Ein Absatz für sich.")
            if "<w:keepNext/>" in xml[: xml.index(words, xml.index("Leitfrage"))].rpartition("<w:p>")[2]]  # fmt: skip
    assert kept == ["Leitfrage: Welche Wege?", "16 Vorschläge"]


def test_the_facts_of_a_measure_stand_on_one_page_and_a_novel_among_them_goes_on():
    def kept(*values: str) -> list[bool]:
        body = Body(SafeText(catalogue("de")))
        body.write(
            [Heading(1, "Maßnahme"), KeyValues(tuple((f"Angabe {at}", value) for at, value in enumerate(values)))]
        )
        lines = b"".join(body.pieces()).decode().split("</w:p>")
        return ["<w:keepNext/>" in line for line in lines if 'w:val="Angabe"' in line]

    assert kept("3.2", "", "Birhan e. V.", "2017") == [True, True, False]
    assert kept("3.2", "Ein Satz, der viel erklärt. " * 200, "2017") == [False, False, False]


def test_a_small_table_is_seen_at_one_look_and_no_row_of_a_large_one_stands_alone():
    def kept(rows: int) -> list[int]:
        body = Body(SafeText(catalogue("de")))
        body.write([Table((Column("Nr."), Column("Thema")), [(f"A-{at}", "Wohnen") for at in range(rows)])])
        lines = b"".join(body.pieces()).decode().split("</w:tr>")[1:-1]
        assert len(lines) == rows
        assert all(line.count("<w:keepNext/>") in {0, 2} for line in lines)
        return [at for at, line in enumerate(lines) if "<w:keepNext/>" in line]

    assert kept(1) == []
    assert kept(5) == [0, 1, 2, 3]
    assert kept(40) == [0, 38]
