"""The numbers of pages in the table of contents of a Word document, for a program that does not count them itself.

A field PAGEREF (ECMA-376 part 1, 17.16.5.40) has its result between the marks "separate" and "end".
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from forumtool.exports.package_parts import save_with_parts

_PART = "word/document.xml"
_REFERENCE = re.compile(r"\s*PAGEREF\s+(\S+)")


def with_pages(document: bytes, pages: Mapping[str, int]) -> bytes:
    """Return a Word document whose contents name the page of each bookmark; dots lead to it."""
    stream = BytesIO()
    save_with_parts(BytesIO(document), stream, lambda name, part: _numbered(part, pages) if name == _PART else part)
    return stream.getvalue()


def _numbered(part: bytes, pages: Mapping[str, int]) -> bytes:
    root = etree.fromstring(part)
    for instruction in root.iter(qn("w:instrText")):
        found = _REFERENCE.match(instruction.text or "")
        if found and found[1] in pages:
            _tell(instruction.getparent(), str(pages[found[1]]))
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def _tell(run: Any, number: str) -> None:
    """Put a number in place of the field's result; ``run`` holds its instruction."""
    marks = list(_result(run))
    if not marks:
        return
    separate, *old = marks
    for one in old:
        one.getparent().remove(one)
    told = etree.Element(qn("w:r"))
    etree.SubElement(told, qn("w:t")).text = number
    separate.addnext(told)
    for tab in next(run.iterancestors(qn("w:p"))).iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"):
        if tab.get(qn("w:val")) == "right":
            tab.set(qn("w:leader"), "dot")


def _result(run: Any) -> Iterator[Any]:
    """The run with the mark "separate" and those behind it, up to the mark "end"."""
    begun = False
    for one in run.itersiblings(qn("w:r")):
        mark = one.find(qn("w:fldChar"))
        kind = mark.get(qn("w:fldCharType")) if mark is not None else ""
        if kind == "end":
            return
        begun = begun or kind == "separate"
        if begun:
            yield one
