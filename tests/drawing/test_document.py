"""A document becomes real pages: nothing is lost, what belongs together stays together, a PDF leads through it."""

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from forumtool.drawing import look
from forumtool.drawing.bookmarks import pdf_of
from forumtool.drawing.document import HEIGHT, DocumentPages
from forumtool.drawing.pieces import Entry, Head, Row
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
from forumtool.exports.docx_styles import restyle
from forumtool.exports.minutes_document import minutes_document
from forumtool.i18n import catalogue
from forumtool.services import reporting
from tests.builders import forum_for, photo
from tests.exports.samples import NUMBERS, filled

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("OpenType support missing"),
]
SAY = catalogue("de")
ARABIC = "مقهى الحي مع رعاية الأطفال"
TABLE = (Column("Nr.", 1.5), Column("Vorschlag"), Column("Punkte", 2.0, right=True))


def laid(blocks: Sequence[Block], **edges: Any) -> DocumentPages:
    pages = DocumentPages(Document(blocks, SAY, "Protokoll", **edges))
    assert pages.lay_out()
    return pages


def pdf(pages: DocumentPages) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(pages)))


def text_of(pages: DocumentPages) -> str:
    return "\n".join(pages.text(page) for page in range(pages.count))


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page (the first is 0) of each bookmark."""

    def walk(items: Any, depth: int) -> Any:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            else:
                yield depth, item.title, reader.get_destination_page_number(item)

    return list(walk(reader.outline, 0))


def sections(count: int) -> list[Block]:
    return [
        block
        for at in range(count)
        for block in (
            Heading(1 + at % 3, f"Abschnitt {at}"),
            Paragraph(f"Worum es in {at} geht."),
            Table(TABLE, [(f"{at}-{row}", f"Vorschlag {row} " * (row % 9), str(row)) for row in range(17)]),
        )
    ]


def test_the_contents_name_the_page_of_each_heading() -> None:
    pages = laid([Title("Protokoll"), Contents("Inhalt"), *sections(60)])
    reader = pdf(pages)
    told = dict(re.findall(r"(Abschnitt \d+)\n(\d+)\n", reader.pages[0].extract_text()))
    assert len(told) > 20
    for words, page in told.items():
        assert re.search(rf"\b{words}\n", reader.pages[int(page) - 1].extract_text()), words


def test_bookmarks_lead_to_each_heading_and_keep_their_levels() -> None:
    reader = pdf(laid([Title("Protokoll"), Contents("Inhalt"), *sections(30)]))
    found = outline(reader)
    assert [title for _depth, title, _page in found] == [f"Abschnitt {at}" for at in range(30)]
    assert [depth for depth, _title, _page in found] == [at % 3 for at in range(30)]
    for _depth, title, page in found:
        assert f"{title}\n" in reader.pages[page].extract_text()


def test_each_line_of_the_contents_is_a_link_to_its_page() -> None:
    reader = pdf(laid([Contents("Inhalt"), *sections(9)]))
    links = [one.get_object() for one in reader.pages[0]["/Annots"]]
    targets = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links]
    assert targets == [page for depth, _title, page in outline(reader) if depth < 2]


def test_a_pdf_says_its_title_and_its_language_and_brings_its_type() -> None:
    reader = pdf(laid([Title("Protokoll"), Heading(1, "Wort"), Paragraph(f"Deutsch und {ARABIC}")], subject="Prozess"))
    root = reader.root_object
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("de-DE", True)
    assert (reader.metadata.title, reader.metadata.subject) == ("Protokoll", "Prozess")
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    for font in fonts:
        (real,) = font.get_object()["/DescendantFonts"]
        assert {"/FontFile2", "/FontFile3"} & set(real.get_object()["/FontDescriptor"].get_object())
    assert len(fonts) >= 3


def test_heads_are_repeated_and_rows_stay_whole() -> None:
    rows = [(str(at), "viele Wörter " * (3 + at % 40), "1") for at in range(200)]
    pages = laid([Heading(1, "Karten"), Table(TABLE, rows)])
    for page in range(1, pages.count):
        first, *others = pages._laying.pages[page]
        assert isinstance(first.piece, Head)
        assert all(isinstance(one.piece, Row) and one.piece.first == 0 and one.piece.last == -1 for one in others)
    assert [line.split("\t")[0] for line in text_of(pages).splitlines() if "viele" in line] == [
        str(n) for n in range(200)
    ]


def test_a_word_without_end_goes_on_over_pages_and_loses_nothing() -> None:
    reader = pdf(laid([Table(TABLE, [("A-1", "X" * 5_000, "1"), ("A-2", "danach", "2")])]))
    text = "".join(page.extract_text() for page in reader.pages)
    assert text.count("X") == 5_000
    assert "danach" in text


def test_a_head_that_is_higher_than_half_a_page_hides_no_row() -> None:
    pages = laid([Table((Column("Wort " * 900, 4.0), Column("b")), [("Zeile", str(at)) for at in range(90)])])
    assert all(y + piece.height <= HEIGHT for page in pages._laying.pages[1:] for y, piece in page)
    assert text_of(pages).count("Zeile") == 90


def test_control_characters_are_left_out_and_told_on_the_last_page() -> None:
    pages = laid([Paragraph("Klingel \x07 hier")])
    assert "Klingel  hier" in text_of(pages)
    assert "1 Zeichen entfernt" in text_of(pages) and pages.notes


def test_nothing_is_one_empty_page() -> None:
    pages = laid([])
    assert (pages.count, len(pdf(pages).pages)) == (1, 1)


def test_pages_are_laid_out_in_goes_and_end_as_if_in_one() -> None:
    blocks = [Contents("Inhalt"), *sections(40)]
    slow = DocumentPages(Document(blocks, SAY, "Protokoll"))
    goes = 1
    while not slow.lay_out(0):
        goes += 1
        assert not slow.is_whole
    assert goes > 40
    assert text_of(slow) == text_of(laid(blocks))


def test_pictures_are_scaled_and_keep_to_their_caption() -> None:
    kept = photo(3000, 2000)
    blocks: list[Block] = [Paragraph(f"Zeile {at}") for at in range(20)]
    for at in range(4):
        blocks.append(Picture(kept.data, kept.media_type, 3000, 2000, f"Foto {at}", "Eine Pinnwand"))
    pages = laid(blocks)
    reader = pdf(pages)
    for at in range(4):
        (page,) = [one for one in reader.pages if f"Foto {at}" in one.extract_text()]
        sizes = [image.get_object()["/Width"] for image in page["/Resources"]["/XObject"].values()]
        assert 1300 < max(sizes) <= 16 / 2.54 * 220 + 1


def test_the_words_of_the_minutes_stand_in_their_order(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=forum_for(file).id)
    pages = DocumentPages(minutes_document(report, SAY))
    pages.lay_out()
    reader = pdf(pages)
    text = "\n".join(page.extract_text() for page in reader.pages)
    places = [text.rindex(f"Ziel {number} ") for number in NUMBERS]
    assert places == sorted(places)
    assert f"Seite 1 von {len(reader.pages)}" in text
    for number in NUMBERS:
        assert f"Mappe {number} in elf Sprachen" in text


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_another_reader_finds_every_script(tmp_path: Path) -> None:
    pages = laid(
        [Heading(1, "Wörter"), Paragraph("Größe, Straße, Łódź, Nguyễn Thị"), Paragraph("Шевченко"), Paragraph(ARABIC)]
    )
    path = tmp_path / "schriften.pdf"
    path.write_bytes(pdf_of(pages))
    said = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    assert "Größe, Straße, Łódź, Nguyễn Thị" in said
    assert "Шевченко" in said
    assert "الحي" in unicodedata.normalize("NFKC", said)  # readers find joined letters under this form


def test_the_pages_wear_sizes_and_colours_of_the_word_document() -> None:
    word = Word()
    restyle(word, "de-DE")
    styles = {
        "Title": look.TITLE, "Subtitle": look.SUBTITLE, "Hinweis": look.NOTE, "Caption": look.CAPTION,
        "Zelle": look.CELL, "Tabellenkopf": look.CELL_HEAD, "List Bullet": look.BULLET, "Header": look.EDGE_LINE,
        **{f"Heading {level}": style for level, style in look.HEADINGS.items()},
    }  # fmt: skip
    for name, style in styles.items():
        font, form = word.styles[name].font, word.styles[name].paragraph_format
        assert font.size.pt == style.size, name
        assert bool(font.bold) == style.strong, name
        assert (form.space_before or 0) == pytest.approx(style.before * 12_700), name
        assert (form.space_after or 0) == pytest.approx(style.after * 12_700), name
        told = (int(style.colour[at : at + 2], 16) for at in (1, 3, 5))
        assert all(abs(one - other) < 8 for one, other in zip(told, font.color.rgb, strict=True)), name


words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=300)
rows = st.lists(st.tuples(words, words, words), max_size=40)
blocks_of_all_kinds = st.lists(
    st.one_of(
        st.builds(Heading, st.integers(1, 4), words),
        st.builds(Paragraph, words, st.booleans()),
        st.builds(Bullets, st.lists(words, max_size=5).map(tuple)),
        st.builds(KeyValues, st.lists(st.tuples(words, words), max_size=5).map(tuple)),
        st.builds(Table, st.just(TABLE), rows),
        st.just(Contents("Inhalt")),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(blocks_of_all_kinds)
def test_whatever_stands_in_it_nothing_leaves_its_page_and_no_heading_stands_alone(blocks: list[Block]) -> None:
    pages = laid(blocks)
    headings = {id(words) for _heading, words in pages._laying._headings}
    below = HEIGHT - 2 * look.MARGIN + 0.01
    for at, page in enumerate(pages._laying.pages):
        ends = [0.0, *(y + piece.height for y, piece in page)]
        assert all(end <= y + 0.01 for end, (y, _piece) in zip(ends, page, strict=False))
        assert ends[-1] <= below
        if page and at + 1 < pages.count:
            assert id(page[-1].piece) not in headings
            assert not isinstance(page[-1].piece, Head)
    placed = sum(not isinstance(one.piece, Entry) for page in pages._laying.pages for one in page)
    assert placed >= sum(isinstance(block, Heading | Paragraph) for block in blocks)
