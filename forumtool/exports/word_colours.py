"""Which colours meet in a Word document: those of words and of the ground that they stand on, style by style.

What is nearer to the words goes before: the run, its style, the paragraph, its style, the table's style with what it
says of the first row or of every other one, the defaults (ECMA-376 part 1, 17.7.2 and 17.7.6).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from forumtool.exports.word_reading import TBL, TC, P, R, T, WordReading
from forumtool.exports.word_tables import conditions, parts_of

_WHITE = "FFFFFF"
_LARGE, _LARGE_BOLD, _USUAL_SIZE = 36, 28, 20  # half points: 18 pt, 14 pt, and what Word takes where nobody says a size
_BOX, _PROPERTIES = qn("w:txbxContent"), qn("w:rPr")
_LOOKS = {qn(f"w:{name}") for name in ("rStyle", "color", "shd", "highlight", "sz", "b", "vanish", "webHidden")}
_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""The colours of a text marker (ST_HighlightColor, 17.18.40)."""


class Meeting(NamedTuple):
    """Words of a colour on a ground, in a style by its name. ``large`` as WCAG 2.1 defines it: 18 pt, or 14 pt bold."""

    style: str
    text: str
    ground: str
    large: bool


class _Place(NamedTuple):
    """Where paragraphs stand: the style and conditions of a table, the ground, the colour of a shape for its words."""

    table: str = ""
    row: tuple[str, ...] = ()
    ground: str = _WHITE
    text: str = ""


_Own = dict[str, tuple[tuple[str, str], ...]]
_Look = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
_Found = tuple[str, str, _Place, _Look]


def meetings(read: WordReading) -> set[Meeting]:
    """Return all pairs of colours that a document shows; colours that Word chooses so that they are seen are none."""
    page = _Place(ground=read.page_colour or _WHITE)
    found: set[_Found] = set()
    for root in (read.body, *read.edges):
        gathering = _Gathering(read, root)
        gathering.add(root, page)
        for box in root.iter(_BOX):
            gathering.add(box, _in_shape(read, box, page))
        found |= gathering.found
    resolving = _Resolving(read)
    return {one for one in (resolving.meeting(*look) for look in found) if one.text}


class _Gathering:
    """Keeps each look of a part once. Most of 20,000 rows say nothing of their own: these take few steps."""

    def __init__(self, read: WordReading, root: Any) -> None:
        self.found: set[_Found] = set()
        self._read = read
        self._grounds = {shade.getparent().getparent(): read.theme.ground(shade) for shade in root.iter(qn("w:shd"))}
        looked = (look.getparent() for look in root.iter(*_LOOKS) if look.getparent().tag == _PROPERTIES)
        self._special = {next(properties.iterancestors(P)) for properties in looked if _is_of_run(properties)}
        self._special |= {next(box.iterancestors(P)) for box in root.iter(_BOX)}

    def add(self, node: Any, place: _Place) -> None:
        """Add what stands in a node, table in table."""
        for child in node:
            if child.tag == P:
                self._add_paragraph(child, place)
            elif child.tag == TBL:
                self._add_table(child, place)
            elif child.tag != TC:
                self.add(child, place)

    def _add_table(self, table: Any, place: _Place) -> None:
        style, grounds, places = _style_of(table), self._grounds, dict[tuple[tuple[str, ...], str], _Place]()
        whole = grounds.get(table, "")
        for cell, row in conditions(table, self._read.style(style)):
            key = row, grounds.get(cell, "") or whole or place.ground
            if key not in places:
                places[key] = place._replace(table=style, row=row, ground=key[1])
            self.add(cell, places[key])

    def _add_paragraph(self, paragraph: Any, place: _Place) -> None:
        style, ground = self._read.style_of(paragraph), self._grounds.get(paragraph, "")
        if paragraph in self._special:
            self.found |= {(style, ground, place, look) for look in _looks_of(paragraph)}
        elif (key := (style, ground, place, ())) not in self.found and any(map(_is_seen, paragraph.iter(T))):
            self.found.add(key)


def _is_of_run(properties: Any) -> bool:
    return bool(properties.getparent().tag == R)


def _is_seen(text: Any) -> bool:
    return bool((text.text or "").strip())


def _looks_of(paragraph: Any) -> set[_Look]:
    """The different looks of a paragraph's runs that show words."""
    runs = (run for run in paragraph.iter(R) if next(run.iterancestors(P)) is paragraph)
    return {_look(run.find(_PROPERTIES)) for run in runs if any(map(_is_seen, run.iter(T)))}


def _look(properties: Any) -> _Look:
    if properties is None:
        return ()
    return tuple((one.tag, tuple(sorted(one.attrib.items()))) for one in properties if one.tag in _LOOKS)


def _style_of(table: Any) -> str:
    named = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    return "" if named is None else str(named.get(qn("w:val"), ""))


def _in_shape(read: WordReading, box: Any, page: _Place) -> _Place:
    """What a text box says of its ground and its words; the page where it says nothing."""
    shape = next((one for one in box.iterancestors() if one.tag.endswith(("}wsp", "}shape", "}rect"))), None)
    if shape is None:
        return page
    filled = (shape.get("fillcolor") or "").lstrip("#").split(" ")[0].upper()
    fill = read.theme.drawn(next(shape.iterfind("{*}spPr/{*}solidFill"), None))
    if not fill and next(shape.iterfind("{*}spPr/{*}noFill"), None) is None:
        reference = next(shape.iterfind("{*}style/{*}fillRef"), None)
        fill = read.theme.drawn(reference) if reference is not None and reference.get("idx") != "0" else ""
    words = read.theme.drawn(next(shape.iterfind("{*}style/{*}fontRef"), None))
    return page._replace(ground=fill or (filled if len(filled) == len(_WHITE) else "") or page.ground, text=words)


class _Resolving:
    """Finds colours and sizes of looks."""

    def __init__(self, read: WordReading) -> None:
        self._read, self._theme = read, read.theme

    def meeting(self, style: str, ground: str, place: _Place, look: _Look) -> Meeting:
        """Return what the words of a look are; without a colour of their own the text is empty."""
        own = dict(look)
        colour, of_table = self._colour(style, place, own)
        ground = self._ground(style, ground, place, own)
        if any(qn(f"w:{name}") in own for name in ("vanish", "webHidden")):
            colour = ""
        size, bold = self._said(style, place, own, "sz"), self._said(style, place, own, "b")
        points = int(size) if size and size.isdigit() else _USUAL_SIZE
        large = points >= _LARGE or (points >= _LARGE_BOLD and bold not in {None, "0", "false", "off"})
        return Meeting(self._read.name_of(place.table if of_table else style), colour, ground, large)

    def _colour(self, style: str, place: _Place, own: _Own) -> tuple[str, bool]:
        for node in self._nearest(style, own, "color"):
            return self._theme.colour(node), False
        for node in self._of_table(place, "w:rPr/w:color"):
            return self._theme.colour(node), True
        return place.text or self._theme.colour(self._read.default("w:color")), False

    def _ground(self, style: str, ground: str, place: _Place, own: _Own) -> str:
        marker = dict(own.get(qn("w:highlight"), ())).get(qn("w:val"), "")
        found = _MARKERS.get(marker) or self._theme.ground(_node(own, "shd")) or ground
        found = found or self._theme.ground(self._read.style_says(style, "w:pPr/w:shd"))
        if found or place.ground != _WHITE or not place.table:
            return found or place.ground
        return next(
            (fill for node in self._of_table(place, "w:tcPr/w:shd") if (fill := self._theme.ground(node))), _WHITE
        )

    def _said(self, style: str, place: _Place, own: _Own, name: str) -> str | None:
        nodes = [
            *self._nearest(style, own, name),
            *self._of_table(place, f"w:rPr/w:{name}"),
            self._read.default(f"w:{name}"),
        ]
        return next((str(node.get(qn("w:val"), "1")) for node in nodes if node is not None), None)

    def _nearest(self, style: str, own: _Own, name: str) -> Iterator[Any]:
        """What the run says, then its style, then that of its paragraph."""
        yield from (node for node in (_node(own, name),) if node is not None)
        named = dict(own.get(qn("w:rStyle"), ())).get(qn("w:val"), "")
        for key in (named, style):
            if (said := self._read.style_says(key, f"w:rPr/w:{name}")) is not None:
                yield said

    def _of_table(self, place: _Place, path: str) -> Iterator[Any]:
        """What the table's style says: of the cell's place, then of all cells."""
        return parts_of(self._read.styles_from(place.table), place.row, path) if place.table else iter(())


def _node(own: _Own, name: str) -> Any:
    """The attributes of a run's property, which are asked for as those of an element are."""
    found = own.get(qn(f"w:{name}"))
    return None if found is None else dict(found)
