"""Blocks as the body of a Word document (WordprocessingML, ECMA-376 part 1, chapter 17).

The body is written as text: python-docx's objects for 5,000 cards would take minutes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls
from lxml import etree

from forumtool.domain.stopping import breathing
from forumtool.exports.blocks import (
    CONTENTS_LEVELS,
    TEXT_WIDTH,
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
    without_gaps,
)
from forumtool.exports.docx_languages import TEXT_RUN, marked
from forumtool.exports.docx_pictures import picture_paragraph
from forumtool.exports.docx_roles import Styles
from forumtool.exports.docx_styles import CELL_ROOM, HEAD_GROUND, LINE, OUR_EDGE, OWN
from forumtool.exports.docx_words import Cells, Written, frame
from forumtool.exports.safe_text import SafeText
from forumtool.exports.table_widths import widths
from forumtool.exports.tongues import Tongues

TWIPS_PER_CM = 1440 / 2.54
_KEEP_NEXT = "<w:keepNext/>"
_AFTER_TABLE = '<w:spacing w:before="200"/>'
_AT_ONCE = 4_000  # parts; some hundred thousand signs
_MOST_OF_PAGE = 0.82  # leaves room for a heading above a picture and the words below it
_BLANK_LINES = re.compile(r"\n\s*\n|^\n+|\n+$")
_RUN_OF_BLANKS = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n]{2,}")
_LIST_SIGN = re.compile(r"[-–•*·▪◦‣]\s+(?=\S)")
_UNSEEN = " \n\t\r\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff"
_HEAD_GROUND = (
    f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{LINE}"/></w:tcBorders>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_GROUND}"/>'
)


class Room(NamedTuple):
    """What a page has for text, in centimetres."""

    width: float = TEXT_WIDTH
    height: float = 24.7


class Body:
    """Writes blocks as XML and keeps what the table of contents needs.

    ``keep`` puts the bytes of a picture into the package and returns what the body calls it; without it there must be
    no pictures. ``styles`` are those of the document, ``room`` that of its pages. Numbers of bookmarks and pictures
    begin behind ``taken``. ``tongues`` find the words that are in another language than the document. Any text is
    written so that it reads well aloud: no heading without words or with a level left out, no empty paragraph, nothing
    put in its place by blanks; cells of tables hold what they hold, sign by sign.
    """

    def __init__(
        self,
        safe: SafeText,
        keep: Callable[[bytes], str] | None = None,
        styles: Styles = OWN,
        room: Room = Room(),  # noqa: B008 - a frozen default
        taken: int = 0,
        tongues: Tongues | None = None,
    ) -> None:
        self._safe = safe
        self._keep = keep
        self._room = room
        self._ids = styles.ids
        self._styles = styles
        self._taken = self._pictures = taken
        self._parts: list[str] = []
        self._headings: list[tuple[int, str, str]] = []
        self._written = Written(safe, tongues)

    def write(self, blocks: Sequence[Block]) -> None:
        """Append the blocks."""
        blocks = without_gaps(blocks)
        self._headings = [
            (block.level, self._flowing(block.text) or "–", f"_Toc{100_000_000 + self._taken + at}")
            for at, block in enumerate(block for block in blocks if isinstance(block, Heading))
        ]
        marks, level = iter(self._headings), 0
        neighbours = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
        for at, (before, block, after) in enumerate(breathing(neighbours), self._taken + 1):
            if isinstance(block, Heading):
                level = block.level
                self._heading(at, *next(marks))
            elif isinstance(block, Paragraph):
                more = _KEEP_NEXT if leads_on(before, block, after, level) else ""
                more += _AFTER_TABLE if isinstance(before, Table) else ""
                self._parts.extend(self._paragraphs(block, more))
            else:
                self._parts.extend(self._block(block))

    def append(self, blocks: Iterable[Block]) -> None:
        """Append blocks that are no headings behind what is written."""
        for block in blocks:
            self._parts.extend(self._block(block))

    def pieces(self) -> Iterator[bytes]:
        """Return everything written, in pieces as large as a package takes well."""
        for at in range(0, len(self._parts), _AT_ONCE):
            yield "".join(self._parts[at : at + _AT_ONCE]).encode()

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
                named = (("quiet", above), ("title", text), ("subtitle", below))
                written = [self._styled(role, found) for role, words in named if (found := self._flowing(words))]
            case Contents(heading, levels):
                written = self._contents(heading, levels)
            case Paragraph():
                written = self._paragraphs(block)
            case Bullets(items):
                written = self._points(items)
            case KeyValues():
                written = self._key_values(block)
            case Table():
                written = self._table(block)
            case Picture():
                caption = self._flowing(block.caption)
                written = [self._picture(block), *([self._styled("caption", caption)] if caption else [])]
            case _:
                raise TypeError(f"no block {block!r}")
        return written

    def _picture(self, block: Picture) -> str:
        if self._keep is None:
            raise TypeError("a picture needs a package")
        self._pictures += 1
        description = quoteattr(self._safe.line(block.description or block.caption))
        width, height = block.size
        scale = min(1, self._room.width / width, self._room.height * _MOST_OF_PAGE / height)
        size = (width * scale, height * scale)
        return picture_paragraph(self._pictures, self._keep(block.data), size, description, self._ids["picture"])

    def _paragraphs(self, block: Paragraph, more: str = "") -> list[str]:
        """A paragraph, or several where the text has blank lines."""
        parts = _BLANK_LINES.split(self._safe.plain(block.text)) if "\n" in block.text else [block.text]
        role = "quiet" if block.quiet else "body"
        return [line for part in parts for line in self._paragraph(role, part, more)]

    def _paragraph(self, role: str, text: str, more: str) -> Iterator[str]:
        """One paragraph; lines that people began with a sign of a list are one."""
        lines = text.strip().split("\n")
        if all(_LIST_SIGN.match(line.lstrip()) for line in lines):
            yield from self._points(_LIST_SIGN.sub("", line.lstrip(), count=1) for line in lines)
        elif words := self._flowing(text):
            yield self._styled(role, words, more)

    def _points(self, items: Iterable[str]) -> list[str]:
        return [self._styled("bullets", words, self._list) for item in items if (words := self._flowing(item))]

    def _flowing(self, text: str) -> str:
        """The words of a text that is no cell: without blanks that only put something in its place."""
        if not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " ":
            plain = _BLANK_LINES.sub("\n", self._safe.plain(text))
            calm = _RUN_OF_BLANKS.sub(" ", plain).strip()
            if calm != text:
                text = calm
        return self._words(text) if text.strip(_UNSEEN) else ""

    def _words(self, text: str) -> str:
        """The text for within a ``w:t``, with breaks and tabs as elements, and runs of its own for other languages."""
        if type(text) is str:
            return self._written[text]
        return "".join(marked(text, self._written.__getitem__, self._written.plainly))

    def _heading(self, at: int, level: int, words: str, mark: str) -> None:
        outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level in self._styles.outlined else ""
        self._parts.append(
            f'<w:p><w:pPr><w:pStyle w:val="{self._ids[f"heading{level}"]}"/>{outline}</w:pPr>'
            f'<w:bookmarkStart w:id="{at}" w:name="{mark}"/>'
            f'<w:r>{TEXT_RUN}{words}</w:t></w:r><w:bookmarkEnd w:id="{at}"/></w:p>'
        )

    def _contents(self, heading: str, levels: int) -> Iterable[str]:
        """The table of contents under its heading; nothing where there is no heading to list."""
        if entries := list(self._entries(f'TOC \\o "1-{levels}" \\h \\z \\u', levels)):
            yield self._styled("toc_heading", self._words(heading), self._styles.unnumbered)
            yield from entries

    def contents(self, instruction: str) -> bytes:
        """Return the table of contents of what is written, for a template that has its own place for it."""
        return ("".join(self._entries(instruction, CONTENTS_LEVELS)) or "<w:p/>").encode()

    def _entries(self, instruction: str, levels: int) -> Iterator[str]:
        """A TOC field that Word brings up to date on opening; entries are there already, page numbers are Word's."""
        entries = [entry for entry in self._headings if entry[0] <= levels]
        # Dots would lead to nothing where the pages are not counted anew; Word writes these lines again with dots.
        at = int(self._room.width * TWIPS_PER_CM)
        ours = f'<w:tab w:val="clear" w:pos="{OUR_EDGE}"/>' if at != OUR_EDGE else ""
        stop = f'<w:tab w:val="right" w:pos="{at}"/>'
        edge = f"<w:tabs>{stop + ours if at < OUR_EDGE else ours + stop}</w:tabs>"
        begin = _field("begin", dirty=True) + _instruction(instruction)
        begin += _field("separate")
        for level, words, mark in entries:
            end = _field("end") if mark == entries[-1][2] else ""
            page = (
                _field("begin", dirty=True) + _instruction(f"PAGEREF {mark} \\h") + _field("separate") + _field("end")
            )
            yield (
                f'<w:p><w:pPr><w:pStyle w:val="{self._ids[f"toc{level}"]}"/>{edge}</w:pPr>{begin}'
                f'<w:hyperlink w:anchor="{mark}" w:history="1">'
                f"<w:r>{TEXT_RUN}{words}</w:t></w:r><w:r><w:tab/></w:r>{page}</w:hyperlink>{end}</w:p>"
            )
            begin = ""

    def _table(self, table: Table) -> Iterable[str]:
        columns, held_rows = table.columns, table.held
        measured = [round(width * TWIPS_PER_CM) for width in widths(table, self._room.width)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in measured)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._ids["table"]}"/>'
            f'<w:tblW w:w="{sum(measured)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"{CELL_ROOM if self._styles.tight else ''}"
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        yield self._head(columns, measured)
        styles = [self._ids["cell_right" if column.right else "cell"] for column in columns]
        free, held = (
            [Cells(frame(width, style, keep), self._words) for width, style in zip(measured, styles, strict=True)]
            for keep in ("", _KEEP_NEXT)
        )
        for at, row in enumerate(breathing(table.rows)):
            cells = held if at in held_rows else free
            row_of_cells = "".join([column[text] for column, text in zip(cells, row, strict=True)])
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row_of_cells}</w:tr>"
        yield "</w:tbl>"

    def _head(self, columns: Sequence[Column], measured: Sequence[int]) -> str:
        ground = _HEAD_GROUND if self._styles.own_head else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{ground}<w:vAlign w:val="bottom"/></w:tcPr>'
            f"{self._styled('table_head_right' if column.right else 'table_head', self._words(column.title))}</w:tc>"
            for column, width in zip(columns, measured, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    @property
    def _list(self) -> str:
        number = self._styles.bullets
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""

    def _styled(self, role: str, words: str, more: str = "") -> str:
        style = self._ids.get(role, "")
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
        return f"<w:p>{properties}{f'<w:r>{TEXT_RUN}{words}</w:t></w:r>' if words else ''}</w:p>"

    def _key_values(self, block: KeyValues) -> Iterator[str]:
        pairs = [(self._flowing(name), found) for name, value in block.pairs if (found := self._flowing(value))]
        for at, (name, value) in enumerate(pairs, 1):
            keep = _KEEP_NEXT if block.stays_together and at < len(pairs) else ""
            yield (
                f'<w:p><w:pPr><w:pStyle w:val="{self._ids["key_value"]}"/>{keep}</w:pPr><w:r><w:rPr><w:b/></w:rPr>'
                f"{TEXT_RUN}{name}</w:t></w:r><w:r><w:tab/></w:r><w:r>{TEXT_RUN}{value}</w:t></w:r></w:p>"
            )


def _field(kind: str, *, dirty: bool = False) -> str:
    mark = ' w:dirty="true"' if dirty else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{mark}/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape(text)} </w:instrText></w:r>'
