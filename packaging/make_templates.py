"""The Word templates that ship, made anew: .venv/bin/python packaging/make_templates.py [FOLDER]

Equal code gives equal bytes. Without a folder they go to resources/templates.
"""

import io
import sys
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from forumtool.exports.docx_frame import settle
from forumtool.exports.docx_styles import ACCENT, LINE, TEXT, restyle
from forumtool.i18n import catalogue
from forumtool.imports.house_template import clean_template

ROOT = Path(__file__).resolve().parent.parent
_PAGES = "{{ words.page }} \0 {{ words.of }} \1"


def main(words: list[str]) -> None:
    """Write both templates."""
    folder = Path(words[0]) if words else ROOT / "resources" / "templates"
    for name, make in (("schlicht", plain), ("kommunal", municipal)):
        (folder / f"{name}.docx").write_bytes(make())


def plain() -> bytes:
    """No cover: the title stands where the text begins; page numbers at the foot, the subject at the head."""
    document = _begun()
    section = document.sections[0]
    section.header_distance = section.footer_distance = Cm(1.25)
    _lines(section.header, _line("Header", "{{ document.title }}",
                                 "{% if forum.title %}{{ process.title }}{% endif %}"))  # fmt: skip
    _lines(section.first_page_header, _line("Header", "", ""))
    for foot in (section.footer, section.first_page_footer):
        _lines(foot, _line("Footer", "{{ host }}", _PAGES))
    _body(document, _words("", "{{ inhalt }}"))
    return _saved(document, "schlicht")


def municipal() -> bytes:
    """A cover with the logo, what the document is and who made it; a line of colour leads through the pages."""
    document = _begun()
    section = document.sections[0]
    section.top_margin, section.bottom_margin = Cm(3.2), Cm(2.6)
    section.header_distance, section.footer_distance = Cm(1.4), Cm(1.1)
    _add_cover_styles(document)
    _lines(section.header, _line("Header", "{{ host }}", "{{ document.title }}", _edge("bottom", LINE, 4, 6)))
    _lines(section.first_page_header, _words("Header", "{{ logo }}"))
    for foot in (section.footer, section.first_page_footer):
        _lines(foot, _line("Footer", "{{ minutes.state }} · {{ today }}", _PAGES, _edge("top", LINE, 4, 6)))
    facts = [("date", "forum.date"), ("place", "forum.place"), ("host", "host"), ("facilitation", "facilitation"),
             ("minute_taker", "minute_taker")]  # fmt: skip
    rows = "".join(
        f"{{%p if {field} %}}\n{{{{ words.{caption} }}}}\t{{{{ {field} }}}}\n{{%p endif %}}\n"
        for caption, field in facts
    )
    version = "{{ words.version }}\t{{ minutes.version }}, {{ minutes.state }} · {{ audience }}"
    rows += f"{{%p if minutes.version %}}\n{version}\n{{%p endif %}}"
    below = (("", "{%p if forum.title %}"), ("Subtitle", "{{ process.title }}"), ("", "{%p else %}"),
             ("Subtitle", "{{ minutes.state }} · {{ today }} · {{ audience }}"), ("", "{%p endif %}"))  # fmt: skip
    _body(
        document,
        _words("Deckblattzeile", "{{ host }}"),
        _words("Title", "{{ document.title }}"),
        *(_words(style, text) for style, text in below),
        *(_row(row) for row in rows.split("\n")),
        f"<w:p {nsdecls('w')}><w:pPr>{_cover_section(document)}</w:pPr></w:p>",
        _words("", "{{ inhalt }}"),
    )
    section.different_first_page_header_footer = False
    return _saved(document, "kommunal")


def _begun():
    document = Document()
    restyle(document, "de-DE")
    settle(document, catalogue("de"))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    section.different_first_page_header_footer = True
    return document


def _add_cover_styles(document) -> None:
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) == "Title":
            _set(style, before=3000, after=120, size=60, colour=ACCENT)
        elif style.get(qn("w:styleId")) == "Subtitle":
            _set(style, before=0, after=1200, size=28, colour=TEXT)
    styles.append(parse_xml(
        f'<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" w:styleId="Deckblattzeile">'
        '<w:name w:val="Deckblattzeile"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f'<w:pBdr><w:left w:val="single" w:sz="48" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
        '<w:spacing w:before="600" w:after="0"/><w:ind w:left="200"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="{TEXT}"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>'
    ))  # fmt: skip


def _set(style, before: int, after: int, size: int, colour: str) -> None:
    space = style.find(qn("w:pPr")).find(qn("w:spacing"))
    space.set(qn("w:before"), str(before))
    space.set(qn("w:after"), str(after))
    run = style.find(qn("w:rPr"))
    run.find(qn("w:color")).set(qn("w:val"), colour)
    for tag in ("w:sz", "w:szCs"):
        run.find(qn(tag)).set(qn("w:val"), str(size))


def _cover_section(document) -> str:
    """The cover is a section of its own with the page of the rest, so that a house may give it another."""
    from lxml import etree

    section = parse_xml(etree.tostring(document.element.body[-1]))
    return etree.tostring(section, encoding="unicode")


def _row(text: str) -> str:
    return _words("Angabe" if "\t" in text else "", text)


def _edge(side: str, colour: str, size: int, space: int) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def _line(style: str, left: str, right: str, more: str = "") -> str:
    runs = _run(left) if left else ""
    if right:
        for at, field in enumerate(("PAGE", "NUMPAGES")):
            right = right.replace(chr(at), f"|{field}|")
        pieces = [
            f'<w:fldSimple w:instr=" {piece} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            if piece in {"PAGE", "NUMPAGES"} else _run(piece)
            for piece in right.split("|") if piece
        ]  # fmt: skip
        runs += f"<w:r><w:tab/></w:r>{''.join(pieces)}"
    return f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def _words(style: str, text: str) -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = "<w:r><w:tab/></w:r>".join(_run(piece, strong="\t" in text and not at)
                                      for at, piece in enumerate(text.split("\t")))  # fmt: skip
    return f"<w:p {nsdecls('w')}>{named}{runs}</w:p>"


def _run(text: str, *, strong: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if strong else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _lines(part, xml: str) -> None:
    part.is_linked_to_previous = False
    part._element.replace(part._element[0], parse_xml(xml))


def _body(document, *paragraphs: str) -> None:
    for xml in paragraphs:
        document.element.body[-1].addprevious(parse_xml(xml))


def _saved(document, name: str) -> bytes:
    from datetime import datetime

    properties = document.core_properties
    properties.title, properties.author, properties.comments = name, "forumtool", ""
    properties.created = properties.modified = datetime(2026, 1, 1)
    stream = io.BytesIO()
    document.save(stream)
    return clean_template(stream.getvalue(), name)


if __name__ == "__main__":
    main(sys.argv[1:])
