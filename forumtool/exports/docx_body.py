"""Blocks as the body of a Word document (WordprocessingML, ECMA-376 part 1, chapter 17).

The body is written as text: python-docx's objects for 5,000 cards would take minutes.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls
from lxml import etree

from forumtool.domain.languages import starts_right_to_left, told_by_letters
from forumtool.exports.blocks import (
    CONTENTS_LEVELS,
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
    leads_on,
    widths,
)
from forumtool.exports.docx_pictures import picture_paragraph
from forumtool.exports.docx_styles import HEAD_GROUND, LINE
from forumtool.exports.safe_text import SafeText

TWIPS_PER_CM = 1440 / 2.54
# Dots would lead to nothing in a program that does not count the pages anew; Word writes these lines again with dots.
_NO_DOTS = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
_KEEP_NEXT = "<w:keepNext/>"
_AFTER_TABLE = '<w:spacing w:before="200"/>'
_TEXT = '<w:t xml:space="preserve">'
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
# From a letter to the last one before a Latin letter, a break or the end, with blanks and signs between them.
_RIGHT_TO_LEFT = re.compile(f"{_LETTER}(?:[^A-Za-z\u00c0-\u024f\n\t]*{_LETTER})?")


class Body:
    """Writes blocks as XML and keeps what the table of contents needs.

    ``keep`` puts the bytes of a picture into the package and returns what the body calls it; without it there must be
    no pictures.
    """

    def __init__(self, safe: SafeText, keep: Callable[[bytes], str] | None = None) -> None:
        self._safe = safe
        self._keep = keep
        self._pictures = 0
        self._parts: list[str] = []
        self._headings: list[tuple[int, str, str]] = []

    def write(self, blocks: Sequence[Block]) -> None:
        """Append the blocks."""
        self._headings = [
            (block.level, self._words(block.text), f"_Toc{100_000_000 + at}")
            for at, block in enumerate(block for block in blocks if isinstance(block, Heading))
        ]
        marks, level = iter(self._headings), 0
        neighbours = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
        for at, (before, block, after) in enumerate(neighbours):
            if isinstance(block, Heading):
                level = block.level
                self._heading(at, *next(marks))
            elif isinstance(block, Paragraph):
                more = _KEEP_NEXT if leads_on(before, block, after, level) else ""
                more += _AFTER_TABLE if isinstance(before, Table) else ""
                self._parts.append(_styled(_style_of(block), self._words(block.text), more))
            else:
                self._parts.extend(self._block(block))

    def append(self, blocks: Iterable[Block]) -> None:
        """Append blocks that are no headings behind what is written."""
        for block in blocks:
            self._parts.extend(self._block(block))

    def document(self, section: Any) -> bytes:
        """Return everything written as the document's part, which ends with the section's properties."""
        ending = etree.tostring(section, encoding="unicode")
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:document {nsdecls('w')}><w:body>{''.join(self._parts)}{ending}</w:body></w:document>"
        ).encode()

    def _block(self, block: Block) -> Iterable[str]:
        written: Iterable[str]
        match block:
            case Title(text, above, below):
                written = [
                    _styled(style, self._words(words))
                    for style, words in (("Hinweis", above), ("Title", text), ("Subtitle", below))
                    if words
                ]
            case Contents(heading):
                written = self._contents(heading)
            case Paragraph(text):
                written = [_styled(_style_of(block), self._words(text))]
            case Bullets(items):
                written = [_styled("ListBullet", self._words(item)) for item in items]
            case KeyValues(pairs):
                written = [_angabe(self._words(name), self._words(value)) for name, value in pairs]
            case Table(columns, rows):
                written = self._table(columns, rows)
            case Picture():
                written = [self._picture(block), _styled("Caption", self._words(block.caption))]
            case _:
                raise TypeError(f"no block {block!r}")
        return written

    def _picture(self, block: Picture) -> str:
        if self._keep is None:
            raise TypeError("a picture needs a package")
        self._pictures += 1
        description = quoteattr(self._safe.line(block.description))
        return picture_paragraph(self._pictures, self._keep(block.data), block.size, description)

    def _words(self, text: str) -> str:
        """The text for within a ``w:t``, with breaks and tabs as elements, and runs of its own for other scripts."""
        text = escape(self._safe.plain(text))
        if not text.isascii():
            text = _RIGHT_TO_LEFT.sub(_run_to_left, text)
        if "\n" in text or "\t" in text:
            text = text.replace("\n", f"</w:t><w:br/>{_TEXT}").replace("\t", f"</w:t><w:tab/>{_TEXT}")
        return text

    def _heading(self, at: int, level: int, words: str, mark: str) -> None:
        self._parts.append(
            f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr><w:bookmarkStart w:id="{at}" w:name="{mark}"/>'
            f'<w:r>{_TEXT}{words}</w:t></w:r><w:bookmarkEnd w:id="{at}"/></w:p>'
        )

    def _contents(self, heading: str) -> Iterable[str]:
        """A TOC field that Word brings up to date on opening; entries are there already, page numbers are Word's."""
        entries = [entry for entry in self._headings if entry[0] <= CONTENTS_LEVELS]
        if not entries:
            return
        yield _styled("TOCHeading", self._words(heading))
        begin = _field("begin", dirty=True) + _instruction(f'TOC \\o "1-{CONTENTS_LEVELS}" \\h \\z \\u')
        begin += _field("separate")
        for level, words, mark in entries:
            end = _field("end") if mark == entries[-1][2] else ""
            page = (
                _field("begin", dirty=True) + _instruction(f"PAGEREF {mark} \\h") + _field("separate") + _field("end")
            )
            yield (
                f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/>{_NO_DOTS}</w:pPr>{begin}'
                f'<w:hyperlink w:anchor="{mark}" w:history="1">'
                f"<w:r>{_TEXT}{words}</w:t></w:r><w:r><w:tab/></w:r>{page}</w:hyperlink>{end}</w:p>"
            )
            begin = ""

    def _table(self, columns: Sequence[Column], rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
        measured = [round(width * TWIPS_PER_CM) for width in widths(columns)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in measured)
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="Protokolltabelle"/>'
            f'<w:tblW w:w="{sum(measured)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        yield self._head(columns, measured)
        frames = [
            _frame(width, "Zellerechts" if column.right else "Zelle")
            for column, width in zip(columns, measured, strict=True)
        ]
        plain = self._words
        for row in rows:
            cells = [
                f"{_turned(frame, text)}<w:r>{_TEXT}{plain(text)}</w:t></w:r></w:p></w:tc>"
                if text
                else f"{frame}</w:p></w:tc>"
                for frame, text in zip(frames, row, strict=True)
            ]
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
        yield "</w:tbl>"

    def _head(self, columns: Sequence[Column], measured: Sequence[int]) -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="8" '
            f'w:space="0" w:color="{LINE}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{HEAD_GROUND}"/>'
            f'<w:vAlign w:val="bottom"/></w:tcPr>'
            f"{_styled('Tabellenkopfrechts' if column.right else 'Tabellenkopf', self._words(column.title))}</w:tc>"
            for column, width in zip(columns, measured, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _run_to_left(found: re.Match[str]) -> str:
    """A run of right-to-left words within another run; Word takes font, order and spelling from the marks."""
    marks = f'<w:rPr><w:rtl/><w:lang w:bidi="{told_by_letters(found[0]) or "ar"}"/></w:rPr>'
    return f"</w:t></w:r><w:r>{marks}{_TEXT}{found[0]}</w:t></w:r><w:r>{_TEXT}"


def _turned(frame: str, text: str) -> str:
    """The beginning of a cell; one whose words begin at the right is a paragraph from right to left."""
    return frame.replace("</w:pPr>", "<w:bidi/></w:pPr>") if starts_right_to_left(text) else frame


def _frame(width: int, style: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


def _style_of(block: Paragraph) -> str:
    return "Hinweis" if block.quiet else ""


def _styled(style: str, words: str, more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{f'<w:r>{_TEXT}{words}</w:t></w:r>' if words else ''}</w:p>"


def _angabe(name: str, value: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Angabe"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>{_TEXT}{name}</w:t></w:r>'
        f"<w:r><w:tab/></w:r><w:r>{_TEXT}{value}</w:t></w:r></w:p>"
    )


def _field(kind: str, *, dirty: bool = False) -> str:
    mark = ' w:dirty="true"' if dirty else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{mark}/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'
