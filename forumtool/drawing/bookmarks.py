"""What Qt's writer leaves out of a PDF: bookmarks, language, title in the window, links in the contents, blanks.

ISO 32000-1: 12.3.3 (outline), 12.2 (viewer preferences), 14.9.2 (language), 12.5.6.5 (links), 9.10.3 (names of glyphs).
"""

import re
import unicodedata
from io import BytesIO

from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import BooleanObject, DictionaryObject, Fit, IndirectObject, NameObject, TextStringObject

from forumtool.drawing.document import HEIGHT, DocumentPages
from forumtool.drawing.pdf import painted
from forumtool.drawing.spoken import Spoken, put_words
from forumtool.drawing.text import PER_POINT
from forumtool.exports.words import LOCALES

_LISTS = re.compile(rb"\[[^\]]*\]")
_SIGN = re.compile(rb"<(0009|F[B-D][0-9A-F]{2}|FE[7-9A-F][0-9A-F])>")
_ABOVE = 12.0  # points that are seen above a heading that was jumped to


def pdf_of(pages: DocumentPages) -> bytes:
    """Return the pages of a document as PDF, with everything that leads through it and all its words."""
    spoken, document = Spoken(pages), pages.document
    writer = PdfWriter(BytesIO(painted(spoken, document.title, document.author)), incremental=True)
    put_words(writer, spoken.said)
    _tell(writer, LOCALES[pages.document.say.language], pages.document.subject)
    _add_outline(writer, pages)
    _add_links(writer, pages)
    _name_signs(writer)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _tell(writer: PdfWriter, language: str, subject: str) -> None:
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    if subject:
        writer.add_metadata({"/Subject": subject})


def _add_outline(writer: PdfWriter, pages: DocumentPages) -> None:
    """Add a bookmark for each heading below the last one of a lower level."""
    path: list[tuple[int, IndirectObject]] = []
    for level, words, page, y in pages.headings:
        while path and path[-1][0] >= level:
            path.pop()
        parent = path[-1][1] if path else None
        path.append((level, writer.add_outline_item(title=words, page_number=page, parent=parent, fit=_at(y))))


def _add_links(writer: PdfWriter, pages: DocumentPages) -> None:
    targets = [(page, y) for _level, _words, page, y in pages.headings]
    for link in pages.links:
        page, y = targets[link.heading]
        area = link.area
        rect = (_x(area.left()), _y(area.bottom()), _x(area.right()), _y(area.top()))
        writer.add_annotation(link.page, Link(rect=rect, target_page_index=page, fit=_at(y), border=[0, 0, 0]))


def _name_signs(writer: PdfWriter) -> None:
    """Name glyphs after the signs that people type.

    Qt names the blank after the first sign with that glyph, which is the tab, and joined letters after their forms.
    """
    fonts = {font.idnum: font for page in writer.pages for font in page["/Resources"]["/Font"].values()}  # type: ignore[index]
    for font in fonts.values():
        named = font.get_object()["/ToUnicode"].get_object()
        named.set_data(_LISTS.sub(lambda found: _SIGN.sub(_typed, found[0]), named.get_data()))


def _typed(sign: re.Match[bytes]) -> bytes:
    name = sign[1].decode()
    typed = " " if name == "0009" else unicodedata.normalize("NFKC", chr(int(name, 16))).strip()
    return f"<{typed.encode('utf-16-be').hex().upper()}>".encode()


def _at(y: float) -> Fit:
    return Fit.xyz(left=0, top=min(_y(y) + _ABOVE, _y(0)), zoom=0)


def _x(units: float) -> float:
    return round(units / PER_POINT, 2)


def _y(units: float) -> float:
    """PDF counts from the foot of the page."""
    return round((HEIGHT - units) / PER_POINT, 2)
