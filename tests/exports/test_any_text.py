"""Whatever is typed into any field stands whole in the documents that show it, in Word, Excel and on painted pages."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from forumtool.domain.report import Report
from forumtool.exports import word_document, workbook_xlsx
from forumtool.exports.blocks import Contents, Picture, Table, words_of
from forumtool.exports.document import Document
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.minutes_sections import KEYS as SECTIONS
from forumtool.exports.safe_text import SafeText
from forumtool.exports.sheets.sheet import Sheet
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forums
from tests.exports import forum_files
from tests.exports.hard_texts import STARTERS, STRANGE, harden
from tests.exports.samples import paragraphs_of, texts_of

SAY = catalogue("de")
_LIST_SIGN = re.compile(r"(?m)^\s*[-–•*·▪◦‣]\s+(?=\S)")
# Shown nowhere: notes of the file itself, people of the steering group, dates that are told as days, words of a scale.
_NOT_SHOWN = {
    "process.note", "process.adopted_on", "steering_member.organisation", "steering_member.office",
    "steering_member.name", "tag_group.title", "minutes.objections_until", "dot_round.low", "dot_round.high",
    "indicator.reference",
}  # fmt: skip
_TYPED = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80),
    st.builds(lambda *parts: "".join(parts), st.sampled_from(STARTERS), st.sampled_from(STRANGE)),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForumFile]:
    with forum_files.small(tmp_path_factory.mktemp("any")) as opened:
        yield opened


def plain(text: str) -> str:
    return SafeText(SAY).plain(text)


def squeezed(text: str) -> str:
    return "".join(plain(text).split())


def reports(file: ForumFile) -> Iterator[tuple[str, Report]]:
    """What every kind of document is written from, with both wordings where there are two."""
    for key in DOCUMENTS:
        for wording in ("edited", "both"):
            yield key, forum_files.report_of(file, key, audience="internal", wording=wording)
    for forum in forums(file):
        yield "minutes", reporting.build(file, forum_id=forum.id, audience="internal")


def lists_of(key: str, report: Report) -> list[Sheet]:
    lists = DOCUMENTS[key].lists
    return lists.make(report, SAY) if lists else []


def cells(sheets: list[Sheet]) -> list[str]:
    return [value for sheet in sheets for row in sheet.rows for value in row if isinstance(value, str) and value]


def test_every_field_that_is_typed_stands_whole_in_some_document(tmp_path: Path) -> None:
    with forum_files.small(tmp_path) as file:
        typed = harden(file)
        every = list(reports(file))
        said = [words_of(DOCUMENTS[key].compose(report, SAY, SECTIONS).blocks) for key, report in every]
        said += [text for key, report in every for text in cells(lists_of(key, report))]
    whole = "\n".join(said)
    shown = {place.split()[0] for place, text in typed.items() if text in whole}
    assert {place.split()[0] for place in typed} - shown == _NOT_SHOWN


@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(texts=st.lists(_TYPED, min_size=30, max_size=60))
def test_any_text_reads_back_from_word_and_excel(file: ForumFile, texts: list[str]) -> None:
    """Cells sign by sign, but for what no file of Office can hold; other words but for blanks and signs of a list."""
    harden(file, texts)
    for key, report in ((key, forum_files.report_of(file, key, audience="internal")) for key in DOCUMENTS):
        document, stream = DOCUMENTS[key].compose(report, SAY, SECTIONS), io.BytesIO()
        notes = word_document.write_document(document, report, stream)
        assert_in_word(document, stream.getvalue())
        assert bool(notes) == any(map(is_told, texts_of(document.blocks)))
        if sheets := lists_of(key, report):
            book = io.BytesIO()
            workbook_xlsx.write(report, book, SAY, sheets)
            found = shown_in(book)
            assert {text for text in cells(sheets) if plain(text) not in found} == set()


def is_told(text: str) -> bool:
    safe = SafeText(SAY)
    safe.plain(text)
    return bool(safe.notes())


def assert_in_word(document: Document, package: bytes) -> None:
    paragraphs = paragraphs_of(package)
    there, whole = set(paragraphs), squeezed("".join(paragraphs))
    for block in document.blocks:
        if isinstance(block, Table):
            assert {cell for row in block.rows for cell in row if plain(cell) not in there} <= {""}
        elif not isinstance(block, Contents | Picture):
            for text in texts_of(block):
                assert squeezed(text) in whole or squeezed(_LIST_SIGN.sub("", text)) in whole, text


def shown_in(book: io.BytesIO) -> set[str]:
    """What Excel shows in the cells of all sheets, and the long texts put together from their parts."""
    read = openpyxl.load_workbook(book)
    found = {unescape(cell) for page in read for row in page.values for cell in row if isinstance(cell, str)}
    parts: dict[str, str] = {}
    for number, _where, _part, text in read["Lange Texte"].values if "Lange Texte" in read.sheetnames else ():
        key = str(number).partition(".")[0]
        parts[key] = parts.get(key, "") + unescape(text)
    return found | set(parts.values())
