"""In a document of another language every passage says its own: what people typed, what the template brings."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.report import Report, WordTemplate
from forumtool.exports import minutes_docx
from forumtool.exports.accessibility import missing_in
from forumtool.exports.blocks import Spoken
from forumtool.exports.tongues import Tongues, typed_in
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.storage.queries.proposals import proposals
from tests.builders import capture, forum_for
from tests.exports.house_templates import cover, letterhead, saved
from tests.exports.samples import docx, filled

ENGLISH = "We need more places where the children of the quarter can play"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    with filled(tmp_path_factory.mktemp("tongues")) as file:
        capture(file, ENGLISH, "Sprache, Schrift und Bücher", "Ämter: Briefe in einfacher Sprache مقهى schreiben")
        return reporting.build(file, forum_id=forum_for(file).id, wording="both")


def spoken(package: bytes) -> list[list[tuple[str, str]]]:
    """The runs of each paragraph with the language that they say, "" for that of the document; edges first."""
    document = Document(io.BytesIO(package))
    section = document.sections[0]
    roots = (section.header._element, section.footer._element, document.element.body)
    return [
        [(_words(run), _language(run)) for run in paragraph.iter(qn("w:r"))]
        for root in roots
        for paragraph in root.iter(qn("w:p"))
    ]


def _words(run) -> str:
    return "".join(text.text or "" for text in run.iter(qn("w:t")))


def _language(run) -> str:
    said = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    return "" if said is None else said.get(qn("w:val")) or said.get(qn("w:bidi"))


def told(package: bytes) -> dict[str, str]:
    return {text: language for runs in spoken(package) for text, language in runs if text}


def test_what_people_typed_is_german_in_an_english_document_and_the_program_speaks_english(report: Report) -> None:
    found = told(docx(report, "en")[0])
    for german in ("Schulhöfe 3.1 am Nachmittag öffnen", "Fester oder wechselnder Ort?", "Was zuerst?", "Begegnung",
                   "Nadelfabrik", "Bereitstellen von Informationen", report.title):  # fmt: skip
        assert found[german] == "de-DE", german
    for english in ("Results by goal", "Dissent", " · 7 dots", "Goal 3.1 ", ENGLISH):
        assert found[english] == "", english


def test_within_words_of_the_program_the_passage_is_found(report: Report) -> None:
    runs = [[one for one in runs if one[0]] for runs in spoken(docx(report, "en")[0])]
    assert [("Obstacle: ", ""), ("Öffnungszeiten 3.1 passen nicht", "de-DE")] in runs
    assert [("A-1: ", ""), ("Zwei sind dagegen.", "de-DE")] in runs
    assert any(one == ("Minutes of ", "") for one in [runs_[0] for runs_ in runs if runs_])


def test_a_sentence_in_another_language_is_told_in_a_german_document(report: Report) -> None:
    found = told(docx(report, "de")[0])
    assert {text: language for text, language in found.items() if language} == {ENGLISH: "en-GB", "مقهى": "ar"}


def test_other_letters_within_a_german_passage_keep_their_own_language(report: Report) -> None:
    found = told(docx(report, "en")[0])
    assert found["مقهى"] == "ar"
    assert {found[part] for part in ("Ämter: Briefe in einfacher Sprache ", " schreiben")} == {"de-DE"}


def test_a_card_remembers_the_language_of_its_words(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        capture(file, ENGLISH)
        assert {card.language for card in proposals(file) if card.text == ENGLISH} == {"en"}
        assert {card.language for card in proposals(file) if card.text != ENGLISH} == {"de"}


@pytest.mark.parametrize("house", [letterhead, cover])
def test_a_german_letterhead_stays_german_around_fields_that_speak_english(report: Report, house) -> None:
    document = Document(io.BytesIO(house()))
    document.styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), "de-DE")
    stream = io.BytesIO()
    template = WordTemplate("Haus", saved(document))
    minutes_docx.write(report, stream, catalogue("en"), template=template)
    found = told(stream.getvalue())
    if house is letterhead:
        assert found["Stadt Musterhausen – "] == found["Integrationskonzept der Stadt Aachen"] == "de-DE"
        assert next(language for text, language in found.items() if text.startswith(("sent, ", "draft, "))) == ""
    else:
        assert [found[text] for text in ("Am ", "12 May 2016", " in ", "Nadelfabrik")] == [
            "de-DE",
            "",
            "de-DE",
            "de-DE",
        ]
    assert not [one for one in missing_in(stream.getvalue(), "x.docx") if "Sprache" in one]


def test_a_field_says_nothing_of_the_language_that_word_took_it_for(report: Report) -> None:
    document = Document()
    run = document.add_paragraph().add_run("{{ forum.title }}")
    run._r.get_or_add_rPr().append(run._r.makeelement(qn("w:lang"), {qn("w:val"): "en-US"}))
    stream = io.BytesIO()
    minutes_docx.write(report, stream, catalogue("de"), template=WordTemplate("Haus", saved(document)))
    assert told(stream.getvalue())[report.title] == ""


@given(st.text(max_size=60), st.sampled_from(["de", "en"]))
def test_passages_lie_in_order_within_the_text_and_never_change_it(report: Report, text: str, language: str) -> None:
    found = Tongues(language, typed_in(report))(f"Wir sind für {text} und Begegnung: {ENGLISH}\n{text}")
    assert str(found) == f"Wir sind für {text} und Begegnung: {ENGLISH}\n{text}"
    ends = [0] + [place for passage in found.passages for place in passage[:2]] if isinstance(found, Spoken) else [0]
    assert ends == sorted(ends) and ends[-1] <= len(found)
