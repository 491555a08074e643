"""A template that lacks a style is completed: with ours, in the template's typeface, size and colour of headings."""

from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from forumtool.exports.contrast import ENOUGH, contrast, is_colour
from forumtool.exports.docx_numbering import add_bullets
from forumtool.exports.docx_roles import ROLES, Styles, found_in, name_of
from forumtool.exports.docx_styles import ACCENT, OWN, STYLES, TABLE, TEXT

_OUR_SIZE = 21
_WORDS_SIZE = 20  # half points, where no style says any (17.3.2.38)
_SMALLEST = 16
_ANY = 400
_IN_CELLS = 19
_DENSE = {"cell", "table_head"}  # the widths of columns suit words of about our size
_LEVELS = range(1, 5)
_NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'  # 17.9.18


def complete(document: Any, mapping: Mapping[str, str]) -> Styles:
    """Return the styles of a document by role, after adding those that it lacks.

    ``mapping`` names styles by role, as ``DocumentTemplate`` keeps it; a name that the document does not have counts
    as none.
    """
    return _Completing(document.styles.element, mapping).styles(document)


class _Completing:
    def __init__(self, styles: Any, mapping: Mapping[str, str]) -> None:
        self._styles = styles
        self._by_id = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
        self._names = {name_of(style).casefold() for style in self._by_id.values()}
        self._found = found_in(styles, mapping)
        self._size = self._size_of_text()
        self._colour = _seen_on_white(self._said_by(self._found.get("heading1"), "w:rPr/w:color"))
        self._ids = {role: str(style.get(qn("w:styleId"))) for role, style in self._found.items()}

    def styles(self, document: Any) -> Styles:
        missing = [role for role in (*STYLES, "table") if role in ROLES and role not in self._found]
        for role in missing:
            self._ids[role] = self._free_id(OWN.ids[role])
        for role in missing:
            self._add(role)
        return Styles(
            self._ids,
            self._bullets(document, missing),
            self._without_level(),
            "table_head" in missing and not self._has_head(),
            self._is_tight(),
            _NO_NUMBER if self._said_by(self._by_id[self._ids["toc_heading"]], "w:pPr/w:numPr") is not None else "",
        )

    def _add(self, role: str) -> None:
        style = parse_xml(TABLE if role == "table" else STYLES[role])
        style.set(qn("w:styleId"), self._ids[role])
        named = style.find(qn("w:name"))
        named.set(qn("w:val"), self._free_name(named.get(qn("w:val"))))
        for tag in ("w:basedOn", "w:next"):
            self._point(style, tag, style.get(qn("w:type")))
        for run in style.findall(qn("w:rPr")):
            self._fit(run, most=_IN_CELLS if role in _DENSE else _ANY)
        self._styles.append(style)
        self._by_id[self._ids[role]] = style

    def _point(self, style: Any, tag: str, kind: str) -> None:
        """Lead to the style that stands in this document for the one that ours names."""
        named = style.find(qn(tag))
        if named is None:
            return
        ours = {own: role for role, own in OWN.ids.items()}.get(named.get(qn("w:val")))
        target = self._ids[ours] if ours else self._default(kind)
        if target:
            named.set(qn("w:val"), target)
        else:
            style.remove(named)

    def _fit(self, run: Any, most: int) -> None:
        """Take typeface and black from the template, scale the size to its text, colour headings like its first."""
        face, colour = run.find(qn("w:rFonts")), run.find(qn("w:color"))
        if face is not None:
            run.remove(face)
        if colour is not None and colour.get(qn("w:val")) in {ACCENT, TEXT}:
            if colour.get(qn("w:val")) == ACCENT and self._colour is not None:
                run.replace(colour, parse_xml(_colour(self._colour)))
            else:
                run.remove(colour)
        for size in run.findall(qn("w:sz")) + run.findall(qn("w:szCs")):
            scaled = round(int(size.get(qn("w:val"))) * self._size / _OUR_SIZE)
            size.set(qn("w:val"), str(min(max(scaled, _SMALLEST), most)))

    def _bullets(self, document: Any, missing: list[str]) -> int:
        style = self._by_id[self._ids["bullets"]]
        if "bullets" not in missing and self._said_by(style, "w:pPr/w:numPr") is not None:
            return 0
        number = add_bullets(document, self._ids["bullets"])
        if "bullets" not in missing:
            return number
        style.find(qn("w:pPr")).find(qn("w:numPr")).find(qn("w:numId")).set(qn("w:val"), str(number))
        return 0

    def _has_head(self) -> bool:
        """Tell whether the table's style has a first row on a ground of its own: words suit it, ours would not."""
        chain = self._chain(self._by_id[self._ids["table"]])
        parts = (part for style in chain for part in style.findall(qn("w:tblStylePr")))
        return any(
            part.get(qn("w:type")) == "firstRow" and part.find(f"{qn('w:tcPr')}/{qn('w:shd')}") is not None
            for part in parts
        )

    def _is_tight(self) -> bool:
        above = self._said_by(self._by_id[self._ids["table"]], "w:tblPr/w:tblCellMar/w:top")
        return above is None or above.get(qn("w:w")) in {None, "0"}

    def _without_level(self) -> frozenset[int]:
        told = {level: self._said_by(self._by_id[self._ids[f"heading{level}"]], "w:pPr/w:outlineLvl")
                for level in _LEVELS}  # fmt: skip
        return frozenset(
            level for level, said in told.items() if said is None or said.get(qn("w:val")) != str(level - 1)
        )

    def _said_by(self, style: Any, path: str) -> Any:
        """Return an element of a style or of the nearest one that it is based on."""
        steps = "/".join(map(qn, path.split("/")))
        return next((found for one in self._chain(style) if (found := one.find(steps)) is not None), None)

    def _chain(self, style: Any) -> Iterator[Any]:
        """A style and those that it is based on, the nearest first."""
        seen = set()
        while style is not None and style not in seen:
            seen.add(style)
            yield style
            based = style.find(qn("w:basedOn"))
            style = None if based is None else self._by_id.get(based.get(qn("w:val")))

    def _size_of_text(self) -> int:
        said = self._said_by(self._by_id.get(self._default("paragraph")), "w:rPr/w:sz")
        if said is None:
            said = self._styles.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz"))))
        value = "" if said is None else said.get(qn("w:val"), "")
        return int(value) if value.isdigit() else _WORDS_SIZE

    def _default(self, kind: str) -> str:
        """Return the id of the default style of a kind, empty if there is none."""
        return next(
            (
                key
                for key, style in self._by_id.items()
                if style.get(qn("w:type")) == kind and style.get(qn("w:default")) in {"1", "true", "on"}
            ),
            "",
        )

    def _free_id(self, wanted: str) -> str:
        taken = {*self._by_id, *self._ids.values()}
        return next(key for key in _numbered(wanted) if key not in taken)

    def _free_name(self, wanted: str) -> str:
        name = next(name for name in _numbered(wanted, " ") if name.casefold() not in self._names)
        self._names.add(name.casefold())
        return name


def _numbered(word: str, between: str = "") -> Iterator[str]:
    yield word
    at = 2
    while True:
        yield f"{word}{between}{at}"
        at += 1


def _seen_on_white(colour: Any) -> Any:
    """A heading may be white on a ground of its own; what is completed has no ground."""
    value = "" if colour is None else str(colour.get(qn("w:val")))
    return colour if is_colour(value) and contrast(value, "FFFFFF") >= ENOUGH else None


def _colour(like: Any) -> str:
    attributes = " ".join(f'w:{key.rpartition("}")[2]}="{value}"' for key, value in like.attrib.items())
    return f"<w:color {nsdecls('w')} {attributes}/>"
