"""Where the content goes in a template, and how much room there is: the paragraph with the mark, else the end."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from forumtool.exports.docx_body import Room

_MARK = re.compile(r"\{\{\s*(?:inhalt|content)\s*\}\}")
_PLACES = {qn("w:body"), qn("w:sdtContent"), qn("w:sdt")}
_EDGES = (qn("w:headerReference"), qn("w:footerReference"))
_TWIPS_PER_CM = 1440 / 2.54
_HERE = "forumtool-content"
_A4 = (
    f'<w:sectPr {nsdecls("w")}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" '
    'w:left="1417" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
_LEAST = 4.0  # centimetres; a template with less room for text is mistaken


class Place(NamedTuple):
    """What stands in the document's part before and behind the content, as XML, and the room for it.

    ``taken`` is the highest number of a bookmark or a picture in the template.
    """

    before: bytes
    behind: bytes
    room: Room
    taken: int


def take_mark(document: Any) -> bool:
    """Put a sign where the content goes, before the fields are filled; tell whether a mark lay where it cannot stay.

    Content within the cell of a table or a text box would not be read in order: it goes to the end then.
    """
    body = document.element.body
    astray = False
    for paragraph in list(body.iter(qn("w:p"))):
        if not _MARK.fullmatch(_own_text(paragraph).strip()):
            continue
        if all(one.tag in _PLACES for one in _up_to(paragraph, body)):
            if body.find(f".//{_HERE}") is None:
                _replace(paragraph)
                continue
        else:
            astray = True
        _silence(paragraph)
    if body.find(qn("w:sectPr")) is None:
        body.append(parse_xml(_A4))
    if body.find(f".//{_HERE}") is None:
        _append(body)
    return astray


def keep_section(document: Any) -> Any:
    """Take everything out of a template but the section that the content lies in, with the edges of its pages.

    Returns the properties of the section; edges that it took over from sections before it are its own now.
    """
    body = document.element.body
    take_mark(document)
    sign = body.find(f".//{_HERE}")
    section = _section_of(sign, body)
    every = list(body.iter(qn("w:sectPr")))
    for before in reversed(every[: every.index(section)]):
        _take_edges(section, before)
    for child in list(body):
        body.remove(child)
    body.append(body.makeelement(_HERE))
    body.append(section)
    return section


def _take_edges(section: Any, before: Any) -> None:
    """Headers and footers that a section does not name are those of the one before (17.10.1)."""
    there = {(edge.tag, edge.get(qn("w:type"))) for edge in section.iter(*_EDGES)}
    for at, edge in enumerate(edge for edge in before.iter(*_EDGES) if (edge.tag, edge.get(qn("w:type"))) not in there):
        section.insert(at, deepcopy(edge))


def divide(document: Any) -> Place:
    """Return the document's part in two pieces, divided at the sign."""
    root = document.element
    if root.body.find(f".//{_HERE}") is None:  # it stood under a condition that does not hold
        _append(root.body)
    sign, *others = root.body.findall(f".//{_HERE}")
    for other in others:
        other.getparent().remove(other)
    room = _room(_section_of(sign, root.body))
    sign.tail = None
    whole = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    before, _sign, behind = re.split(f"(<{_HERE}(?: [^>]*)?/>)".encode(), whole, maxsplit=1)
    return Place(before, behind, room, _taken(root))


def _replace(paragraph: Any) -> None:
    """Put the sign in the mark's place; the end of a section that lies in the paragraph stays behind it."""
    sign = paragraph.makeelement(_HERE)
    paragraph.addprevious(sign)
    _open_controls(paragraph)
    section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None:
        paragraph.getparent().remove(paragraph)
    else:
        _silence(paragraph)


def _open_controls(paragraph: Any) -> None:
    """Let what stands in content controls around a paragraph stand by itself: they may be locked or take words only."""
    for control in [one for one in paragraph.iterancestors() if one.tag == qn("w:sdt")]:
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)


def _silence(paragraph: Any) -> None:
    for child in list(paragraph):
        if child.tag != qn("w:pPr"):
            paragraph.remove(child)


def _append(body: Any) -> None:
    """Put the sign at the end, in place of empty paragraphs: a template without words has at least one."""
    section = body.findall(qn("w:sectPr"))[-1]
    last = section.getprevious()
    while last is not None and last.tag == qn("w:p") and _is_empty(last):
        body.remove(last)
        last = section.getprevious()
    section.addprevious(body.makeelement(_HERE))


def _is_empty(paragraph: Any) -> bool:
    kept = {qn("w:pPr"), qn("w:r"), qn("w:rPr"), qn("w:proofErr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd")}
    return (
        not "".join(paragraph.itertext()).strip()
        and all(child.tag in kept for child in paragraph)
        and all(inner.tag in kept | {qn("w:t"), qn("w:lastRenderedPageBreak")}
                for run in paragraph.findall(qn("w:r")) for inner in run)
        and paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None
    )  # fmt: skip


def _own_text(paragraph: Any) -> str:
    return "".join(
        node.text or "" for node in paragraph.iter(qn("w:t")) if next(node.iterancestors(qn("w:p"))) is paragraph
    )


def _up_to(node: Any, top: Any) -> Iterator[Any]:
    for one in node.iterancestors():
        yield one
        if one is top:
            return


def _section_of(sign: Any, body: Any) -> Any:
    """The properties of the section that the sign lies in: the next ones behind it (ECMA-376 part 1, 17.6.17)."""
    seen = False
    for node in body.iter(_HERE, qn("w:sectPr")):
        if seen and node.tag != _HERE:
            return node
        seen = seen or node.tag == _HERE
    return body.find(qn("w:sectPr"))


def _room(section: Any) -> Room:
    size, margin = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margin is None:
        return Room()
    width = _cm(size, "w") - _cm(margin, "left") - _cm(margin, "right") - _cm(margin, "gutter")
    height = _cm(size, "h") - abs(_cm(margin, "top")) - abs(_cm(margin, "bottom"))
    return Room(max(_of_columns(section.find(qn("w:cols")), width), _LEAST), max(height, _LEAST))


def _of_columns(columns: Any, width: float) -> float:
    """The width of a column, of the narrowest if they differ (17.6.4)."""
    if columns is None:
        return width
    each = [_cm(column, "w") for column in columns.findall(qn("w:col"))]
    count = int(columns.get(qn("w:num")) or 1)
    if count <= 1:
        return width
    return min(each) if each else (width - (count - 1) * (_cm(columns, "space") or 1.25)) / count


def _cm(node: Any, name: str) -> float:
    value = node.get(qn(f"w:{name}")) or "0"
    units = {"mm": 0.1, "cm": 1.0, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "pi": 2.54 / 6}
    if value[-2:] in units:  # ST_UniversalMeasure, 22.9.2.15
        return float(value[:-2]) * units[value[-2:]]
    return float(value) / _TWIPS_PER_CM


def _taken(root: Any) -> int:
    numbers = [node.get(qn("w:id")) for node in root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]
    numbers += [node.get("id") for node in root.iter(qn("wp:docPr"))]
    return max((int(number) for number in numbers if number and number.isdigit()), default=0)
