"""Changes that somebody tracked in a Word part, accepted as by Word's own button (ECMA-376 part 1, 17.13.5).

A template is what its last hand made of it; who wrote which word of it is nobody's business in a document.
"""

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKED = {
    f"{_W}{name}" for name in ("rPr", "trPr", "tcPr", "numPr")
}  # within these they mark a paragraph, row or cell
_NEW = {f"{_W}{name}" for name in ("ins", "moveTo", "customXmlInsRangeStart", "customXmlInsRangeEnd")}
_OLD = {f"{_W}{name}" for name in ("del", "moveFrom")}
_EDGES = {
    f"{_W}{kind}Range{end}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
} | {f"{_W}{name}" for name in ("cellIns", "cellMerge", "numberingChange")}


def accept_revisions(root: etree._Element) -> None:
    """Make a part as if every tracked change in it had been accepted."""
    for node in list(root.iter(*_OLD, f"{_W}cellDel")):
        _take_away(node)
    for node in list(root.iter(*_NEW)):
        _keep(node)
    for node in list(root.iter(etree.Element)):
        if node.tag in _EDGES or (node.tag.startswith(_W) and node.tag.endswith("Change")):
            _remove(node)


def _take_away(node: etree._Element) -> None:
    about = node.getparent()
    _remove(node)
    if about is None or about.tag not in _MARKED:
        return
    if about.tag in {f"{_W}trPr", f"{_W}tcPr"}:
        whole = about.getparent()
        if whole is not None:
            _remove(whole)
    else:
        _drop_empty_line(about)


def _drop_empty_line(marks: etree._Element) -> None:
    """A paragraph whose end was deleted joins the next one; here it goes if nothing is left of it."""
    line = next(marks.iterancestors(f"{_W}p"), None)
    if line is None or "".join(line.itertext()).strip() or line.find(f".//{_W}sectPr") is not None:
        return
    parent = line.getparent()
    if parent is not None and any(one.tag == line.tag for one in line.itersiblings()):
        _remove(line)


def _keep(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        at = parent.index(node)
        parent[at : at + 1] = [] if parent.tag in _MARKED else list(node)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
