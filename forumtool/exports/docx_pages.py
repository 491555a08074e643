"""The foot of a Word document that is no minutes: its page numbers."""

from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from forumtool.i18n import Catalogue

_TEXT = '<w:t xml:space="preserve">'


def number_pages(section: Any, say: Catalogue) -> None:
    """Put the number of the page and of all pages at the foot of a section."""
    section.footer.is_linked_to_previous = False
    pages = escape(say("Seite {page} von {pages}", page="\0", pages="\1"))
    for mark, field in (("\0", "PAGE"), ("\1", "NUMPAGES")):
        counted = f'<w:fldSimple w:instr=" {field} "><w:r>{_TEXT}1</w:t></w:r></w:fldSimple>'
        pages = pages.replace(mark, f"</w:t></w:r>{counted}<w:r>{_TEXT}")
    old = section.footer._element[0]
    section.footer._element.replace(
        old,
        parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>'
            f"<w:r>{_TEXT}{pages}</w:t></w:r></w:p>"
        ),
    )
