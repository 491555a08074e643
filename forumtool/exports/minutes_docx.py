"""The minutes as a Word document."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from forumtool.domain.report import Report
from forumtool.exports.blocks import Block, Paragraph
from forumtool.exports.docx_body import Body
from forumtool.exports.docx_frame import describe, settle
from forumtool.exports.docx_styles import restyle
from forumtool.exports.minutes import compose, document_title
from forumtool.exports.package_parts import save_with_parts
from forumtool.exports.safe_text import SafeText
from forumtool.exports.words import LOCALES
from forumtool.i18n import Catalogue


def write(report: Report, stream: BinaryIO, say: Catalogue, sections: Sequence[str] | None = None) -> list[str]:
    """Write the minutes and return a sentence for everything that could not stand in them as it was typed."""
    safe = SafeText(say)
    document = Document()
    restyle(document, LOCALES[say.language])
    _lay_out_page(document)
    _head_and_foot(document, report, say, safe)
    settle(document, say)
    host = report.process.host
    describe(document, document_title(report, say), report.process.title, host, say, safe)
    blocks = compose(report, say, sections)
    body = _body(blocks, say, safe, partial(_keep, document.part)).document(document.element.body[-1])
    frame = BytesIO()
    document.save(frame)
    save_with_parts(frame, stream, lambda name, part: body if name == "word/document.xml" else part)
    return safe.notes()


def _keep(part: Any, picture: bytes) -> str:
    """Put a picture into the package and return the relation that leads to it."""
    relation, _image = part.get_or_add_image(BytesIO(picture))
    return str(relation)


def _body(blocks: Sequence[Block], say: Catalogue, safe: SafeText, keep: Callable[[bytes], str]) -> Body:
    body = Body(safe, keep)
    body.write(blocks)
    if notes := safe.notes():
        body.append([Paragraph(say("Hinweis zur Ausgabe: {note}", note=" ".join(notes)), quiet=True)])
    return body


def _lay_out_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.25)
    section.different_first_page_header_footer = True


def _head_and_foot(document: Any, report: Report, say: Catalogue, safe: SafeText) -> None:
    section = document.sections[0]
    title = document_title(report, say)
    process = report.process.title if report.one_forum else ""
    _line(section.header, "Header", safe.line(title), escape(safe.line(process)))
    _line(section.first_page_header, "Header", "", "")
    pages = escape(say("Seite {page} von {pages}", page="\0", pages="\1"))
    pages = pages.replace("\0", f"</w:t></w:r>{_number('PAGE')}{_RUN}").replace(
        "\1", f"</w:t></w:r>{_number('NUMPAGES')}{_RUN}"
    )
    host = safe.line((report.forums[0].forum.host if report.one_forum else "") or report.process.host)
    for foot in (section.footer, section.first_page_footer):
        _line(foot, "Footer", host, pages)


_RUN = '<w:r><w:t xml:space="preserve">'


def _number(field: str) -> str:
    return f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _line(part: Any, style: str, left: str, right: str) -> None:
    """Fill a header or footer with one line; ``right`` is XML of runs that goes on within an open run."""
    part.is_linked_to_previous = False
    runs = f"{_RUN}{escape(left)}</w:t></w:r>" if left else ""
    if right:
        runs += f"<w:r><w:tab/></w:r>{_RUN}{right}</w:t></w:r>"
    old = part._element[0]
    part._element.replace(old, parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'))
