"""Blocks in a template as a Word document: the template's frame, its styles, and the content at its place."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from forumtool.domain.report import Photo, Report, WordTemplate
from forumtool.exports.blocks import Block, Contents, Paragraph, Picture, Title
from forumtool.exports.document import Document
from forumtool.exports.docx_body import Body
from forumtool.exports.docx_completing import complete
from forumtool.exports.docx_contents import take_contents, with_entries
from forumtool.exports.docx_fields import Fields, values
from forumtool.exports.docx_frame import describe, speak
from forumtool.exports.docx_pictures import picture_run
from forumtool.exports.docx_place import Place, divide, take_mark
from forumtool.exports.docx_voices import keep_voices, mark_passages
from forumtool.exports.package_parts import save_with_pieces
from forumtool.exports.safe_text import SafeText
from forumtool.exports.shipped_templates import PLAIN, shipped
from forumtool.exports.tongues import Tongues, typed_in
from forumtool.i18n import Catalogue

_LOGO_WIDTH, _LOGO_HEIGHT = 5.0, 2.0  # centimetres at most
_PIXELS_PER_CM = 40
_LOGO = re.compile(r"\{\{\s*logo\b")
_EDGES = (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI)
_LOGO_NUMBER = 1_000_000  # behind any number of pictures in the text


def write_document(
    document: Document, report: Report, stream: BinaryIO, template: WordTemplate | None = None
) -> list[str]:
    """Write a document into the template, the report's if none is given, the plain one if it has none.

    The report fills the template's fields.

    Returns a sentence for everything that could not stand in the document as it was typed or as the template asked.
    """
    say, chosen = document.say, template or report.template or shipped(PLAIN)
    safe = SafeText(say)
    house = DocxTemplate(BytesIO(chosen.content))
    house.init_docx()
    wish = take_contents(house.docx.element.body)
    blocks = _without_what_is_there(document.blocks, house.docx, report.logo, has_contents=bool(wish))
    said = _astray(take_mark(house.docx), say)
    keep_voices(house.docx, _roots(house.docx), say.language)
    said += Fields(
        house,
        values(report, document.title, say, safe, document.state),
        lambda part: logo_run(part, report, say, safe),
        say,
    ).fill()
    frame = house.docx
    tongues = Tongues(say.language, typed_in(report))
    mark_passages(_roots(frame), tongues)
    styles = complete(frame, chosen.mapping)
    speak(frame, say)
    describe(frame, document.title, document.subject, document.author, say, safe)
    place = divide(frame)
    body = Body(safe, lambda picture: _keep(frame.part, picture), styles, place.room, place.taken, tongues)
    body.write(blocks)
    if notes := safe.notes():
        body.append([Paragraph(say("Hinweis zur Ausgabe: {note}", note=" ".join(notes)), quiet=True)])
    package = BytesIO()
    frame.save(package)
    save_with_pieces(package, stream, frame.part.partname.lstrip("/"), _whole(place, body, wish))
    return [*safe.notes(), *said]


def _whole(place: Place, body: Body, wish: str) -> Iterator[bytes]:
    """The document's part; ``wish`` is the instruction of the template's own table of contents."""
    entries = body.contents(wish) if wish else b""
    yield with_entries(place.before, entries)
    yield from body.pieces()
    yield with_entries(place.behind, entries)


def _keep(part: Any, picture: bytes) -> str:
    """Put a picture into the package and return the relation that leads to it."""
    relation, _image = part.get_or_add_image(BytesIO(picture))
    return str(relation)


def logo_run(part: Any, report: Report, say: Catalogue, safe: SafeText) -> str:
    """Return the logo of the house as a run for a part, with the relation that it needs there; nothing without one."""
    logo = report.logo
    if logo is None or not logo.data:
        return ""
    wide, high = max(logo.width, 1), max(logo.height, 1)
    scale = min(_LOGO_WIDTH / wide, _LOGO_HEIGHT / high, 1 / _PIXELS_PER_CM)
    told = quoteattr(safe.line(say("Logo: {host}", host=report.process.host or report.process.title)))
    return picture_run(_LOGO_NUMBER, _keep(part, logo.data), (wide * scale, high * scale), told)


def _without_what_is_there(
    blocks: Iterable[Block], document: Any, logo: Photo | None, *, has_contents: bool
) -> list[Block]:
    """Leave out title, logo and contents where the template has its own."""
    body = document.element.body
    gone: list[type[Any]] = []
    if logo and (_asks_for_logo(document) or _shows(document, logo.data)):
        blocks = [block for block in blocks if not (isinstance(block, Picture) and block.data == logo.data)]
    if "document.title" in "".join(body.itertext(qn("w:t"))):
        gone.append(Title)
    if has_contents:
        gone.append(Contents)
    return [block for block in blocks if not isinstance(block, tuple(gone))]


def _asks_for_logo(document: Any) -> bool:
    return bool(_LOGO.search("".join(text for root in _roots(document) for text in root.itertext(qn("w:t")))))


def _shows(document: Any, picture: bytes) -> bool:
    """Tell whether a template has the very same picture in a header or on its cover."""
    parts = (document.part, *(tie.target_part for tie in document.part.rels.values() if tie.reltype in _EDGES))
    return any(tie.reltype == RELATIONSHIP_TYPE.IMAGE and tie.target_part.blob == picture
               for part in parts for tie in part.rels.values() if not tie.is_external)  # fmt: skip


def _roots(document: Any) -> Iterator[Any]:
    yield document.element.body
    for tie in document.part.rels.values():
        if tie.reltype in _EDGES:
            yield tie.target_part.element


def _astray(astray: bool, say: Catalogue) -> list[str]:
    if not astray:
        return []
    return [say("Der Platz für den Inhalt liegt in der Vorlage in einer Tabelle oder einem Textfeld: Der Inhalt steht"
                " deshalb am Ende.")]  # fmt: skip
