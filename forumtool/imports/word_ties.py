"""Cutting what ties a Word part to something that is not kept: links, linked pictures, programs, fields that fetch."""

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What goes as a whole when something inside it leads nowhere; in a picture of both kinds only the kept one stays.
_WHOLE = {f"{_W}{name}" for name in ("drawing", "pict", "object", "mailMerge")}
# A template is there to be written into, today and by anybody; its own comments and protection are not the document's.
_GONE = {
    f"{_W}{name}"
    for name in (
        "attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "trackRevisions", "altChunk",
        "subDoc", "control", "saveThroughXslt", "linkStyles", "object", "commentRangeStart", "commentRangeEnd",
        "commentReference", "dataBinding",
    )
}  # fmt: skip
_OUTSIDE = {"INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "MACROBUTTON", "DATABASE",
            "RD", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "HYPERLINK", "EMBED", "CONTROL", "PRINT"}  # fmt: skip


def cut_ties(root: etree._Element, lost: set[str]) -> None:
    """Remove from a part what needs one of the lost relations, and the fields that fetch or start something.

    The words of a link stay.
    """
    for node in list(root.iter(*_GONE)):
        _remove(node)
    for node in list(root.iter(etree.Element)):
        ties = [key for key, value in node.attrib.items() if key.startswith(_R) and value in lost]
        if ties:
            _cut(node, ties)
    _cut_simple_fields(root)
    _cut_fields(root)


def _cut(node: etree._Element, ties: list[str]) -> None:
    if node.tag == f"{_W}hyperlink":
        _unwrap(node)
        return
    for key in ties:
        del node.attrib[key]
    if any(key.startswith(_R) for key in node.attrib):  # a picture that lies in the file, too
        return
    whole = next((one for one in node.iterancestors() if one.tag in _WHOLE), None)
    if whole is None and node.tag in {f"{_W}headerReference", f"{_W}footerReference"}:
        whole = node
    if whole is not None or node.tag.startswith(_W):
        _remove_with_its_line(node if whole is None else whole)


def _cut_simple_fields(root: etree._Element) -> None:
    for field in list(root.iter(f"{_W}fldSimple")):
        if _leads_outside(field.get(f"{_W}instr", "")):
            _unwrap(field)


def _cut_fields(root: etree._Element) -> None:
    """Leave of a field in many runs (17.16.18) what it showed last."""
    stack: list[list[etree._Element]] = []
    for node in list(root.iter(f"{_W}fldChar", f"{_W}instrText")):
        kind = node.get(f"{_W}fldCharType")
        if kind == "begin":
            stack.append([])
        if stack:
            stack[-1].append(node)
        if kind == "end" and stack:
            _end(stack.pop())


def _end(field: list[etree._Element]) -> None:
    if _leads_outside("".join(node.text or "" for node in field if node.tag == f"{_W}instrText")):
        for node in field:
            _remove(node)


def _leads_outside(instruction: str) -> bool:
    first = instruction.split(maxsplit=1)[:1]
    if first and first[0].upper() == "HYPERLINK":
        return "\\l" not in instruction
    return bool(first) and first[0].upper() in _OUTSIDE


def _unwrap(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        at = parent.index(node)
        parent[at : at + 1] = list(node)


def _remove_with_its_line(node: etree._Element) -> None:
    """Remove something, and the paragraph that held nothing else if there are others beside it."""
    line = next(node.iterancestors(f"{_W}p"), None)
    _remove(node)
    if line is None or "".join(line.itertext()).strip() or any(True for _ in line.iter(*_WHOLE, f"{_W}sectPr")):
        return
    beside = line.getparent()
    if beside is not None and any(one.tag == line.tag for one in line.itersiblings()):
        _remove(line)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
