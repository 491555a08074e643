"""Templates with what houses build into them: each is written into, says everything once and reads well aloud."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from forumtool.domain.report import Report, WordTemplate
from forumtool.exports import minutes_docx
from forumtool.exports.accessibility import missing_in
from forumtool.i18n import catalogue
from forumtool.imports.house_template import clean_template
from forumtool.services import reporting
from tests.builders import forum_for
from tests.exports.house_templates import saved, through_office
from tests.exports.odd_templates import ODD
from tests.exports.samples import everything_in, filled, paragraphs_of

_SIGN = re.compile(r'descr="(?:Logo|Zeichen):')


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    with filled(tmp_path_factory.mktemp("odd")) as file:
        return reporting.build(file, forum_id=forum_for(file).id)


def written(report: Report, content: bytes) -> tuple[bytes, list[str]]:
    stream = io.BytesIO()
    template = WordTemplate("Haus", clean_template(content, "Haus.docx"))
    notes = minutes_docx.write(report, stream, catalogue("de"), template=template)
    return stream.getvalue(), notes


def part(package: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        return parts.read(name).decode()


@pytest.mark.parametrize("odd", ODD)
def test_everything_is_said_once_and_the_document_reads_well(report: Report, odd: str) -> None:
    package, notes = written(report, ODD[odd]())
    words = paragraphs_of(package)
    assert notes == []
    assert {card.number for card in report.proposals} <= set(" ".join(words).split())
    assert words.count("Anlass und Auftrag") == 1 and words.count("Anlass und Auftrag\t") == 1, "and in the contents"
    assert "{{" not in everything_in(package)
    bold = {"„Fett“ sieht aus wie eine Überschrift und ist keine: Bitte die Formatvorlage für Überschriften nehmen."}
    missing = {one for one in missing_in(package, "x.docx") if "hebt sich zu wenig ab" not in one}  # python-docx's blue
    assert missing == (bold if odd == "revised" else set())


@pytest.mark.parametrize("odd", ["edges", "controls", "contents", "boxes"])
def test_the_same_holds_after_libreoffice_saved_the_template(report: Report, tmp_path: Path, odd: str) -> None:
    words = paragraphs_of(written(report, through_office(tmp_path, ODD[odd](), "docx"))[0])
    assert {card.number for card in report.proposals} <= set(" ".join(words).split())
    assert words.count("Anlass und Auftrag") == 1 and "{{" not in " ".join(words)


def test_headers_of_first_and_even_pages_are_filled(report: Report) -> None:
    text = everything_in(written(report, ODD["edges"]())[0])
    for words in ("Deckblatt Stadt Aachen", f"Ungerade {report.title}", f"Gerade {report.title}", ">Steuerungsgruppe<"):
        assert words in text


def test_content_is_free_of_the_control_that_held_its_place(report: Report) -> None:
    body = Document(io.BytesIO(written(report, ODD["controls"]())[0])).element.body
    inside = {"".join(one.itertext(qn("w:t"))) for one in body.iter(qn("w:sdtContent"))}
    assert inside == {report.title, "Ende"}
    assert next(body.iter(qn("w:showingPlcHdr")), None) is None, "what is filled in is no hint"


def test_the_cover_of_word_shows_our_title_and_host_and_footnotes_are_filled(report: Report) -> None:
    package, _notes = written(report, ODD["bound"]())
    assert paragraphs_of(package)[:2] == [f"Protokoll {report.title}", report.process.host]
    assert "Petra Geheim" not in everything_in(package)
    assert f"Herausgegeben von {report.process.host}" in part(package, "word/footnotes.xml")


@pytest.mark.parametrize(
    ("odd", "wish"), [("contents", 'TOC \\o "1-3" \\h \\z \\u'), ("simple contents", 'TOC \\o "1-2"')]
)
def test_the_contents_of_the_house_list_our_headings_as_it_wishes(report: Report, odd: str, wish: str) -> None:
    package, _notes = written(report, ODD[odd]())
    words = paragraphs_of(package)
    assert "Alter Eintrag" not in words and "alt" not in words and "Inhalt" not in words
    assert words.count("Inhaltsverzeichnis") == (odd == "contents")
    body = Document(io.BytesIO(package)).element.body
    assert [one.text.strip() for one in body.iter(qn("w:instrText")) if "TOC \\" in one.text] == [wish]


def test_contents_are_not_counted_among_numbered_headings(report: Report) -> None:
    document = Document(io.BytesIO(written(report, ODD["numbered"]())[0]))
    (heading,) = [one for one in document.paragraphs if one.text == "Inhalt"]
    assert heading._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val")) == "0"
    (first,) = [one for one in document.paragraphs if one.text == "Anlass und Auftrag"]
    assert first._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None, "the style numbers it"


def test_tracked_changes_are_accepted_and_name_nobody(report: Report) -> None:
    package, _notes = written(report, ODD["revised"]())
    words = paragraphs_of(package)
    assert words[:3] == [f"Neu: {report.title}", "Fett", "Hier"]
    text = everything_in(package)
    for gone in ("Petra Geheim", "Verschoben", "w:ins ", "w:del ", "PrChange"):
        assert gone not in text


def test_headings_without_levels_get_theirs(report: Report) -> None:
    document = Document(io.BytesIO(written(report, ODD["outdated"]())[0]))
    (first,) = [one for one in document.paragraphs if one.text == "Anlass und Auftrag"]
    assert first._p.style == "berschrift1"
    assert first._p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val")) == "0"


def test_no_lock_and_no_label_of_the_template_reaches_the_minutes(report: Report) -> None:
    package, _notes = written(report, ODD["protected"]())
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        assert not [name for name in parts.namelist() if "Label" in name]
    assert "documentProtection" not in part(package, "word/settings.xml")


def test_the_sign_of_the_house_stands_there_once(report: Report) -> None:
    assert report.logo
    package, _notes = written(report, ODD["logo"]())
    assert len(_SIGN.findall(everything_in(package))) == 1
    own = Document()
    own.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(report.logo.data))
    package, _notes = written(report, saved(own))
    assert "<w:drawing" in part(package, "word/header1.xml")
    assert not _SIGN.search(part(package))
    package, _notes = written(report, saved(Document()))
    assert len(_SIGN.findall(part(package))) == 1, "where the template has none"
