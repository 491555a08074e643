"""Every word that is typed stands in the PDF that the program paints itself, on its page, and can be copied from it."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.drawing.bookmarks import pdf_of
from forumtool.drawing.document import DocumentPages
from forumtool.exports.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Heading,
    KeyValues,
    Paragraph,
    Picture,
    Table,
    Title,
)
from forumtool.exports.document import Document
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.safe_text import SafeText
from forumtool.i18n import catalogue
from tests.drawing.reading import letters, pages_of, turns, without_blanks
from tests.exports import forum_files
from tests.exports.hard_texts import NOVEL, STRANGE
from tests.exports.samples import texts_of

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("OpenType support missing"),
]
SAY = catalogue("de")
TABLE = (Column("a", 3.0), Column("b"), Column("c", 3.0, right=True))


def laid(blocks: list[Block]) -> DocumentPages:
    pages = DocumentPages(Document(blocks, SAY, "Titel"))
    pages.lay_out()
    return pages


def said(pages: DocumentPages) -> str:
    """The words of all pages, one behind the other, without the line at the foot of each."""
    whole = pages_of(pdf_of(pages))
    feet = (without_blanks(f"Seite {at} von {len(whole)}") for at in range(1, len(whole) + 1))
    return "".join(page.removesuffix(foot) for page, foot in zip(whole, feet, strict=True))


def wanted(text: str) -> str:
    return without_blanks(SafeText(SAY).plain(text))


_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")), max_size=400),
    st.lists(st.sampled_from([*STRANGE, "Sprachcafé im Park"]), max_size=4).map(" ".join),
)
_BLOCK = st.one_of(
    st.builds(Paragraph, _TEXT, st.booleans()),
    st.builds(Heading, st.integers(1, 4), _TEXT),
    st.builds(Title, _TEXT, _TEXT, _TEXT),
    st.builds(Bullets, st.lists(_TEXT, max_size=3).map(tuple)),
    st.builds(KeyValues, st.lists(st.tuples(_TEXT, _TEXT), max_size=3).map(tuple)),
    st.builds(Table, st.just(TABLE), st.lists(st.tuples(_TEXT, _TEXT, _TEXT), max_size=4)),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(block=_BLOCK)
def test_any_text_reads_back_from_the_pdf(block: Block) -> None:
    """Equal but for blanks, which are where lines end; from right to left letter by letter, as readers order these."""
    pages = laid([block])
    found = said(pages)
    for text in map(wanted, texts_of(block)):
        if turns(text):
            assert not letters_lost(text, found), text
        else:
            assert text in found


def letters_lost(text: str, found: str) -> list[str]:
    there = letters(found)
    return [sign for sign in set(letters(text)) if letters(text).count(sign) > there.count(sign)]


@pytest.mark.parametrize("key", ["minutes", "concept"])
def test_the_nasty_file_is_painted_whole(tmp_path: Path, key: str) -> None:
    with forum_files.nasty(tmp_path, novels=False) as file:
        blocks = DOCUMENTS[key].compose(forum_files.report_of(file, key), SAY, None).blocks
    found = said(laid(list(blocks)))
    texts = [wanted(text) for block in blocks if not isinstance(block, Picture) for text in texts_of(block)]
    assert [text for text in texts if not turns(text) and text not in found] == []
    assert Counter(letters("".join(filter(turns, texts)))) - Counter(letters(found)) == Counter()


def test_a_heading_that_is_longer_than_a_page_stands_in_the_contents_where_it_begins() -> None:
    pages = laid([Contents("Inhalt"), Paragraph("x"), Heading(1, NOVEL), Heading(1, "danach")])
    (first, *_level), (second, *_others) = [(words, page) for _level, words, page, _y in pages.headings]
    assert (first, second) == (NOVEL, "danach")
    assert [link.page for link in pages.links] == [0, 0]
    assert without_blanks(NOVEL) in said(pages)
