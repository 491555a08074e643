"""A Word document as a reader aloud meets it: paragraphs in order, with what styles say of each.

ECMA-376 part 1, chapter 17.
"""

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from forumtool.exports.word_theme import Theme

_SHOWN = 60
_MAIN = "/officeDocument"
P, TC, TBL, T, R = (qn(f"w:{name}") for name in ("p", "tc", "tbl", "t", "r"))
_VALUE, _STYLE = qn("w:val"), f"{qn('w:pPr')}/{qn('w:pStyle')}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class WordReading:
    """The parts of a document that people meet.

    Raises what zipfile and lxml raise for what is none, and a ``ValueError`` for another kind of Office file.
    """

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            self._parts = {name: parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels"))}
        ties = (tie for tie in self._tree("_rels/.rels") if tie.get("Type", "").endswith(_MAIN))
        main = next((tie.get("Target", "") for tie in ties), "")
        folder, _slash, name = main.lstrip("/").rpartition("/")
        self.body = self._tree(main.lstrip("/")).find(qn("w:body"))
        if self.body is None:
            raise ValueError("no body of a Word document")
        self.ties = {tie.get("Id"): tie for tie in self._tree(f"{folder}/_rels/{name}.rels")}
        self._folder = folder
        self.edges = [*self._near("/header"), *self._near("/footer")]
        styles: Any = next(self._near("/styles"), None)
        self.styles = self.body.makeelement(qn("w:styles")) if styles is None else styles
        self._by_id = {style.get(qn("w:styleId")): style for style in self.styles.findall(qn("w:style"))}
        self._said: dict[tuple[str, str], Any] = {}
        for root in (self.body, *self.edges):  # the same thing a second time, for old programs
            for old in list(root.iter(FALLBACK)):
                old.getparent().remove(old)

    def _near(self, kind: str) -> Iterator[Any]:
        """The parts that the document's relations of a kind lead to."""
        for tie in self.ties.values():
            if tie.get("Type", "").endswith(kind) and tie.get("TargetMode") != "External":
                target = tie.get("Target", "")
                yield self._tree(target.lstrip("/") if target.startswith("/") else f"{self._folder}/{target}")

    def _tree(self, name: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        return etree.fromstring(self._parts[name], parser)

    @cached_property
    def title(self) -> str:
        """What the document calls itself in its properties."""
        name = next((name for name in self._parts if name.startswith("docProps/core")), "")
        found = self._tree(name).find("{http://purl.org/dc/elements/1.1/}title") if name else None
        return "" if found is None else (found.text or "").strip()

    @cached_property
    def language(self) -> str:
        """The language that the styles say, empty if none."""
        said = self.style_says(self.default_style, "w:rPr/w:lang")
        found = said if said is not None else self.default("w:lang")
        return "" if found is None else found.get(qn("w:val"), "")

    @cached_property
    def theme(self) -> Theme:
        """The colours of the theme."""
        scheme = next((one for root in self._near("/theme") for one in root.iter(qn("a:clrScheme"))), None)
        mapping = next((one for root in self._near("/settings") for one in root.iter(qn("w:clrSchemeMapping"))), None)
        return Theme(scheme, mapping)

    @cached_property
    def page_colour(self) -> str:
        """The colour of the pages where they have one and it is shown (17.2.1), empty for paper."""
        shown = any(
            next(root.iter(qn("w:displayBackgroundShape")), None) is not None for root in self._near("/settings")
        )
        return self.theme.colour(self.body.getparent().find(qn("w:background")), "color") if shown else ""

    @cached_property
    def locks(self) -> list[Any]:
        """What forbids changing the document (17.15.1.29)."""
        return [one for root in self._near("/settings") for one in root.iter(qn("w:documentProtection"))]

    @cached_property
    def default_style(self) -> str:
        """The id of the style of paragraphs that name none."""
        return next(
            (key for key, style in self._by_id.items()
             if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true", "on"}), ""
        )  # fmt: skip

    @cached_property
    def paragraphs(self) -> list[Any]:
        """The paragraphs of the text outside of tables, in order."""
        return list(_outside_tables(self.body))

    @cached_property
    def tables(self) -> list[Any]:
        """Every table."""
        return list(self.body.iter(TBL))

    def style_of(self, paragraph: Any) -> str:
        """Return the id of a paragraph's style."""
        named = paragraph.find(_STYLE)
        return self.default_style if named is None else named.get(_VALUE, "")

    def says(self, paragraph: Any, tag: str) -> Any:
        """Return a property of a paragraph ("w:outlineLvl"), its own or that of its style, or None."""
        properties = paragraph.find(qn("w:pPr"))
        own = None if properties is None else properties.find(qn(tag))
        return own if own is not None else self.style_says(self.style_of(paragraph), f"w:pPr/{tag}")

    def style_says(self, key: str, path: str) -> Any:
        """Return an element of a style or of those that it is based on, or None."""
        if (key, path) not in self._said:
            self._said[key, path] = self._look_up(key, path)
        return self._said[key, path]

    def _look_up(self, key: str, path: str) -> Any:
        steps = "/".join(map(qn, path.split("/")))
        return next((found for style in self.styles_from(key) if (found := style.find(steps)) is not None), None)

    def style(self, key: str) -> Any:
        """Return a style by its id, or None."""
        return self._by_id.get(key)

    def styles_from(self, key: str) -> list[Any]:
        """Return a style and those that it is based on, the nearest first."""
        found: list[Any] = []
        style: Any = self._by_id.get(key)
        while style is not None and style not in found:
            found.append(style)
            based = style.find(qn("w:basedOn"))
            style = None if based is None else self._by_id.get(based.get(qn("w:val")))
        return found

    def name_of(self, key: str) -> str:
        """Return what a style is called; its id where it has no name."""
        style: Any = self.style(key)
        named = None if style is None else style.find(qn("w:name"))
        return key if named is None else str(named.get(qn("w:val"), key))

    def default(self, tag: str) -> Any:
        """Return a property of runs ("w:sz") that holds where no style says another, or None."""
        return self.styles.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", tag))))

    def level(self, paragraph: Any) -> int:
        """Return the level of a heading from 1, 0 for a paragraph that is none."""
        said = self.says(paragraph, "w:outlineLvl")
        value = "" if said is None else said.get(qn("w:val"), "")
        return int(value) + 1 if value.isdigit() and int(value) < 9 else 0  # 9 is body text (17.3.1.20)  # noqa: PLR2004


def _outside_tables(node: Any) -> Iterator[Any]:
    for child in node:
        if child.tag == P:
            yield from child.iter(P)  # itself, and what text boxes in it hold
        elif child.tag != TBL:
            yield from _outside_tables(child)


def short(text: str) -> str:
    """Return the beginning of a text in one line, to name a place by."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def own_text(paragraph: Any) -> str:
    """Return the words of a paragraph without those of text boxes in it; breaks and tabs as signs."""
    return "".join(_signs(paragraph))


def _signs(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag == T:
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            yield "\f" if child.get(qn("w:type")) in {"page", "column"} else "\n"
        elif child.tag in _INSIDE:
            yield from _signs(child)


_INSIDE = {qn(f"w:{name}") for name in ("r", "hyperlink", "fldSimple", "ins", "smartTag", "sdt", "sdtContent")}
