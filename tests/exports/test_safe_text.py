"""Any text that can be captured reads back equal from Word and Excel, or with a note."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.exports.safe_text import SafeText
from forumtool.i18n import catalogue
from forumtool.services import proposals, reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example
from tests.exports.samples import docx, everything_in, paragraphs_of, rows_of, xlsx

_NASTY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.text(
        st.sampled_from("=+-@_x0041_\x00\x01\x0b\x0c\r\n\t\x1f\x7f\x85\u2028\ufffe\uffff\ufdd0\U0001fffe<>&\"' A😀"),
        min_size=1,
        max_size=30,
    ),
)


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory):
    with ForumFile.open(example(tmp_path_factory.mktemp("safe"))) as file:
        yield file, capture(file, "x")[0]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_NASTY)
def test_any_text_reads_back_equal_or_with_a_note(card, text: str) -> None:
    file, captured = card
    proposals.reword(file, captured.id, "")
    proposals.reword(file, captured.id, text)
    stored = proposals_text(file, captured.id)
    report = reporting.build(file, forum_id=None)
    wanted = re.sub("\r\n?|[\x0b\x0c]", "\n", stored)
    package, notes = docx(report)
    assert wanted in paragraphs_of(package) or notes
    if notes:
        assert any(notes[0] in line for line in paragraphs_of(package))
    book, notes = xlsx(report)
    (row,) = rows_of(book, "Vorschläge")
    assert row["Vorschlag"] == wanted or notes
    if not notes:
        assert "Zeichen entfernt" not in everything_in(book)


def proposals_text(file: ForumFile, key: str) -> str:
    ((text,),) = file.plain(
        "SELECT CASE edited_text WHEN '' THEN original_text ELSE edited_text END FROM proposal WHERE id = ?", key
    )
    return str(text)


def test_what_xml_forbids_is_removed_and_counted() -> None:
    safe = SafeText(catalogue("de"))
    assert safe.plain("a\x00b\ud800c\ufffed\ufdd0") == "abcd"
    assert safe.plain("sauber") == "sauber"
    assert safe.notes() == ["In 1 Texten wurden 4 Zeichen entfernt, die Word und Excel nicht darstellen können."]


def test_escape_of_excel_is_escaped_and_other_underscores_stay() -> None:
    safe = SafeText(catalogue("de"))
    assert safe.cell("_x0041_ a_x b__x00e4_") == "_x005F_x0041_ a_x b__x005F_x00e4_"
    assert safe.notes() == []
