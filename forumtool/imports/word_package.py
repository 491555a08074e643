"""The parts of a Word package that a template may keep, and how they are tied (ECMA-376 part 2, 9.3 and 10.1)."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT = _WORD + "document.main+xml"
MAIN_KINDS = {
    DOCUMENT,
    _WORD + "template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
"""What the main part of .docx, .dotx, .docm and .dotm is ([MS-OE376] and ECMA-376 part 1, 11.3.10)."""
_KNOWN = {
    "officeDocument", "core-properties", "styles", "settings", "fontTable", "theme", "numbering",
    "header", "footer", "footnotes", "endnotes", "image", "font",
}  # fmt: skip
_STRICT = "http://purl.oclc.org/ooxml/"
_DATE = (2026, 1, 1, 0, 0, 0)


class Package:
    """The parts of a package by name ("word/document.xml"), those of XML as trees.

    ``lost`` says for each part that is kept which of its relations are not.
    """

    def __init__(self, parts: zipfile.ZipFile) -> None:
        self._parts = parts
        self._names = {name.casefold(): name for name in parts.namelist()}
        self._kinds = self._read_kinds()
        self._ties: dict[str, list[etree._Element]] = {}
        self.trees: dict[str, etree._Element] = {}
        self.lost: dict[str, set[str]] = {}
        self._kept: dict[str, bytes] = {}
        roots = self._relations("")
        self.is_strict = any(tie.get("Type", "").startswith(_STRICT) for tie in roots)
        self.main = next((self._target("", tie) for tie in roots if _kind(tie) == "officeDocument"), None)

    def kind_of(self, part: str) -> str:
        """Return the content type of a part."""
        return self._kinds.get(part) or self._kinds.get(part.rpartition(".")[2].casefold(), "")

    def keep_what_is_known(self) -> None:
        """Follow the relations from the root and keep each part that a known one leads to."""
        waiting = [""]
        while waiting:
            part = waiting.pop()
            kept, self.lost[part] = [], set()
            for tie in self._relations(part):
                target = None if tie.get("TargetMode") == "External" else self._target(part, tie)
                if target is None or _kind(tie) not in _KNOWN:
                    self.lost[part].add(tie.get("Id", ""))
                    continue
                kept.append(tie)
                if target not in self._kept:
                    self._take(target)
                    waiting.append(target)
            self._ties[part] = kept
        self.lost = {part: lost for part, lost in self.lost.items() if part in self.trees}

    def _take(self, part: str) -> None:
        self._kept[part] = self._parts.read(part)
        if part.endswith(".xml"):
            self.trees[part] = _parsed(self._kept[part])

    def written(self) -> bytes:
        """Return the package of the parts that were kept, its main part a document; equal parts give equal bytes."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self._all():
                package.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _all(self) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", self._written_kinds()
        for part, ties in self._ties.items():
            if ties:
                yield _relations_of(part), _xml(_wrapped(f"{{{_RELATIONS}}}Relationships", _RELATIONS, ties))
        for part, content in self._kept.items():
            yield part, _xml(self.trees[part]) if part in self.trees else content

    def _written_kinds(self) -> bytes:
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="rels", ContentType=_RELS_KIND)
        for part in self._kept:
            kind = DOCUMENT if part == self.main else self.kind_of(part)
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=kind)
        return _xml(root)

    def _read_kinds(self) -> dict[str, str]:
        kinds: dict[str, str] = {}
        for entry in _parsed(self._parts.read("[Content_Types].xml")):
            if entry.get("PartName"):
                name = entry.get("PartName", "").lstrip("/")
                kinds[self._names.get(name.casefold(), name)] = entry.get("ContentType", "")
            elif entry.get("Extension"):
                kinds[entry.get("Extension", "").casefold()] = entry.get("ContentType", "")
        return kinds

    def _relations(self, part: str) -> list[etree._Element]:
        name = self._names.get(_relations_of(part).casefold())
        return [tie for tie in _parsed(self._parts.read(name)) if isinstance(tie.tag, str)] if name else []

    def _target(self, part: str, tie: etree._Element) -> str | None:
        target = unquote(tie.get("Target", ""))
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        return self._names.get(path.casefold())


_RELS_KIND = "application/vnd.openxmlformats-package.relationships+xml"


def _kind(tie: etree._Element) -> str:
    return str(tie.get("Type", "")).rpartition("/")[2]


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _wrapped(tag: str, space: str, children: list[etree._Element]) -> etree._Element:
    root = etree.Element(tag, nsmap={None: space})
    root.extend(children)
    return root


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a part of Word's has no document type")
    return root


def _xml(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
