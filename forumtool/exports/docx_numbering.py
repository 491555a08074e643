"""The list behind a bulleted style (numbering definitions, ECMA-376 part 1, 17.9)."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart


def add_bullets(document: Any, style: str, *, look: str = "") -> int:
    """Add a list of plain dots for a paragraph style to the document and return its number.

    ``look`` are properties of the dots as XML; a document that is all ours has no other list.
    """
    numbering = _numbering_of(document)
    lists, abstracts = numbering.findall(qn("w:num")), numbering.findall(qn("w:abstractNum"))
    key = 1 + max((int(found.get(qn("w:abstractNumId"))) for found in abstracts), default=0)
    number = 1 + max((int(found.get(qn("w:numId"))) for found in lists), default=0)
    if look:
        for old in (*lists, *abstracts):
            numbering.remove(old)
        lists = abstracts = []
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr>'
        f"{look}</w:lvl></w:abstractNum>"
    )
    made = parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{key}"/></w:num>')
    _insert(numbering, abstract, abstracts, before=lists)
    _insert(numbering, made, lists, before=numbering.findall(qn("w:numIdMacAtCleanup")))
    return number


def _insert(numbering: Any, made: Any, like: list[Any], before: list[Any]) -> None:
    """Put an element behind those like it, or before what must follow: the schema fixes the order."""
    if like:
        like[-1].addnext(made)
    elif before:
        before[0].addprevious(made)
    else:
        numbering.append(made)


def _numbering_of(document: Any) -> Any:
    part = document.part
    if all(tie.reltype != RELATIONSHIP_TYPE.NUMBERING for tie in part.rels.values()):
        element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        kind = CONTENT_TYPE.WML_NUMBERING
        made = NumberingPart(PackURI("/word/numbering.xml"), kind, element, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element
