"""The sheet of a letter in the house's template: its letterhead, the address for a window envelope, room to sign.

Measures are those of DIN 5008, form B (letterhead of 45 mm): the field of the address begins 45 mm below the upper and
20 mm from the left edge, is 85 mm by 45 mm and has 5 mm of room at its left; its lower 27.3 mm are the address, the
line above them is the sender. The block of information begins at 50 mm and 125 mm; the subject stands 8.46 mm below
the field. Address and block are frames on the page (``w:framePr``, ECMA-376 part 1, 17.3.1.11), read where they stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm
from docxtpl import DocxTemplate
from lxml import etree

from forumtool.domain.letters import Letters
from forumtool.exports.blocks import Block
from forumtool.exports.docx_body import Body
from forumtool.exports.docx_completing import complete
from forumtool.exports.docx_fields import Fields, values
from forumtool.exports.docx_frame import describe, speak
from forumtool.exports.docx_languages import in_other_letters
from forumtool.exports.docx_place import divide, keep_section
from forumtool.exports.letter_words import subject
from forumtool.exports.package_parts import save_with_pieces
from forumtool.exports.safe_text import SafeText
from forumtool.exports.shipped_templates import PLAIN, shipped
from forumtool.exports.tongues import Tongues, typed_in
from forumtool.exports.word_document import logo_run
from forumtool.i18n import Catalogue

_TWIPS = 1440 / 25.4
_SENDER = (25.0, 57.7, 80.0, 32.3)  # left, top, width, height in millimetres: the sender's line and the address
_INFORMATION = (125.0, 50.0, 65.0, 35.0)
_SUBJECT = 98.46
_TO_SIGN = 16.0
_SMALL = '<w:sz w:val="16"/><w:szCs w:val="16"/>'
_PLAIN = '<w:b/><w:bCs/><w:color w:val="auto"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_LOOSE_ENDS = " \t·•,;|–-/"
_PAGE_FIELDS = {"NUMPAGES", "SECTIONPAGES"}


class LetterFrame:
    """A document of letters, each in a section of its own whose pages count from one."""

    def __init__(self, letters: Letters, say: Catalogue) -> None:
        self._safe, self._say, self._letters = SafeText(say), say, letters
        report = letters.about
        self._tongues = Tongues(say.language, typed_in(report))
        chosen = report.template or shipped(PLAIN)
        house = DocxTemplate(BytesIO(chosen.content))
        house.init_docx()
        self._section = keep_section(house.docx)
        self._top = _settle(Section(self._section, house.docx.part))
        told = {**values(report, subject(say), say, self._safe, state=""), "audience": ""}  # it is for its reader
        self._said = Fields(house, told, lambda part: logo_run(part, report, say, self._safe), say).fill()
        self._document = house.docx
        for edge in _edges(house.docx):
            _tidy(edge)
        self._styles = complete(self._document, chosen.mapping)
        speak(self._document, say)
        title = say("Rückmeldebriefe {title}", title=letters.process)
        describe(self._document, title, letters.process, letters.host, say, self._safe)
        self._place = divide(self._document)

    def letter(self, address: Sequence[str], facts: Sequence[str], blocks: Sequence[Block], *, more: bool) -> str:
        """Return a letter as XML; ``more`` tells that another one comes behind it."""
        return "".join(
            (
                *self._framed(_SENDER, [(self._letters.host, _SMALL), *((line, "") for line in address)]),
                *self._framed(_INFORMATION, [(fact, "") for fact in facts]),
                self._subject(),
                self._body(blocks),
                self._farewell(),
                self._signed(more=more),
            )
        )

    def _framed(self, where: tuple[float, float, float, float], lines: Iterable[tuple[str, str]]) -> Iterator[str]:
        left, top, width, height = (round(part * _TWIPS) for part in where)
        frame = (
            f'<w:framePr w:w="{width}" w:h="{height}" w:hRule="atLeast" w:wrap="around" w:vAnchor="page" '
            f'w:hAnchor="page" w:x="{left}" w:y="{top}"/>'
        )
        for words, look in lines:
            if self._safe.line(words).strip():
                yield self._line(words, f"{frame}{_TIGHT}", look)

    def _subject(self) -> str:
        before = max(0, round((_SUBJECT - self._top) * _TWIPS))
        style = f'<w:pStyle w:val="{self._styles.ids["heading1"]}"/>'
        outline = '<w:outlineLvl w:val="0"/>' if 1 in self._styles.outlined else ""
        space = f'<w:spacing w:before="{before}" w:after="240"/>'
        return self._line(subject(self._say), f"{style}{space}{outline}", _PLAIN)

    def _body(self, blocks: Sequence[Block]) -> str:
        place = self._place
        made = Body(self._safe, styles=self._styles, room=place.room, taken=place.taken, tongues=self._tongues)
        made.write(blocks)
        return b"".join(made.pieces()).decode()

    def _farewell(self) -> str:
        return self._line(self._say("Mit freundlichen Grüßen"), '<w:keepNext/><w:spacing w:before="240" w:after="0"/>')

    def _signed(self, *, more: bool) -> str:
        """The sender below the room for the signature; here ends the section of a letter that another one follows."""
        ending = etree.tostring(self._section, encoding="unicode") if more else ""
        space = f'<w:spacing w:before="{round(_TO_SIGN * _TWIPS)}" w:after="0"/>'
        return self._line(self._letters.host or self._letters.process, f"{space}{ending}")

    def _line(self, text: str, properties: str, look: str = "") -> str:
        words = in_other_letters(escape(self._safe.line(text)))
        run = f"<w:rPr>{look}</w:rPr>" if look else ""
        return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'

    def save(self, body: Iterable[str], stream: BinaryIO) -> list[str]:
        """Write the document of these letters and return sentences about its texts and its template."""
        package = BytesIO()
        self._document.save(package)
        part = self._document.part.partname.lstrip("/")
        pieces = (self._place.before, *(piece.encode() for piece in body), self._place.behind)
        save_with_pieces(package, stream, part, pieces)
        return [*self._safe.notes(), *self._said]


def _settle(section: Any) -> float:
    """Turn the page upright, with the margins of a letter; return the upper one in millimetres."""
    if section.page_width is None or section.page_width > (section.page_height or 0):
        section.top_margin, section.bottom_margin = Mm(25), Mm(20)
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.gutter = Mm(0)
    section.start_type = WD_SECTION.NEW_PAGE
    properties = section._sectPr
    for gone in (*properties.findall(qn("w:cols")), *properties.findall(qn("w:pgNumType"))):
        properties.remove(gone)
    properties.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    return abs(section.top_margin.mm) if section.top_margin is not None else 25.0


def _edges(document: Any) -> Iterator[Any]:
    for tie in document.part.rels.values():
        if tie.reltype in (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI):
            yield tie.target_part.element


def _tidy(edge: Any) -> None:
    """Take away what led on to a field that a letter leaves empty, and the number of all pages of all letters."""
    for paragraph in edge.iter(qn("w:p")):
        first = next(paragraph.iter(qn("w:t")), None)
        if first is not None:
            first.text = (first.text or "").lstrip(_LOOSE_ENDS)
        for field in list(paragraph.iter(qn("w:fldSimple"))):
            if set((field.get(qn("w:instr")) or "").split()) & _PAGE_FIELDS:
                _take_with_words_before(field)


def _take_with_words_before(field: Any) -> None:
    before = field.getprevious()
    while before is not None and before.tag == qn("w:r") and before.find(qn("w:tab")) is None:
        before.getparent().remove(before)
        before = field.getprevious()
    field.getparent().remove(field)
