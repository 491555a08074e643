"""What a table's style says of its first row, of every other one and so on (ECMA-376 part 1, 17.7.6 and 17.4.55)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn

from forumtool.exports.word_reading import TC

_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_TRUE = {"1", "true", "on"}


def conditions(table: Any, style: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Return each cell of a table with the names of what holds of it in a style, the strongest at the front."""
    look = _look(table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}"))
    high, wide = (_band(style, name) for name in ("Row", "Col"))
    rows = [row.findall(TC) or list(row.iter(TC)) for row in table.findall(qn("w:tr"))]
    for at, cells in enumerate(rows):
        of_row = _of_row(at, len(rows), look, high)
        for place, cell in enumerate(cells):
            yield cell, (*_of_column(place, len(cells), look), *of_row, *_bands(place, look["firstColumn"], wide,
                         () if look["noVBand"] else ("band1Vert", "band2Vert")))  # fmt: skip


def parts_of(styles: Iterable[Any], row: Sequence[str], path: str) -> Iterator[Any]:
    """Return the elements at a path ("w:rPr/w:color") of styles, the nearest first: conditions, then the whole."""
    chain, steps = list(styles), "/".join(map(qn, path.split("/")))
    for name in (*row, "wholeTable"):
        for style in chain:
            for part in style.findall(qn("w:tblStylePr")):
                if part.get(qn("w:type")) == name and (found := part.find(steps)) is not None:
                    yield found
    yield from (found for style in chain if (found := style.find(steps)) is not None)


def _look(node: Any) -> dict[str, bool]:
    if node is None:  # Word takes none of it then
        return dict.fromkeys(_BITS, False) | {"noHBand": True, "noVBand": True}
    value = node.get(qn("w:val"), "")
    bits = int(value, 16) if value else 0
    return {
        name: node.get(qn(f"w:{name}")) in _TRUE if node.get(qn(f"w:{name}")) is not None else bool(bits & bit)
        for name, bit in _BITS.items()
    }


def _band(style: Any, name: str) -> int:
    said = None if style is None else style.find(f"{qn('w:tblPr')}/{qn(f'w:tblStyle{name}BandSize')}")
    value = "" if said is None else said.get(qn("w:val"), "")
    return max(int(value), 1) if value.isdigit() else 1


def _of_row(at: int, count: int, look: dict[str, bool], high: int) -> tuple[str, ...]:
    if look["firstRow"] and at == 0:
        return ("firstRow",)
    if look["lastRow"] and at == count - 1:
        return ("lastRow",)
    return _bands(at, look["firstRow"], high, () if look["noHBand"] else ("band1Horz", "band2Horz"))


def _of_column(place: int, count: int, look: dict[str, bool]) -> tuple[str, ...]:
    first, last = look["firstColumn"] and place == 0, look["lastColumn"] and place == count - 1
    return (*(("firstCol",) if first else ()), *(("lastCol",) if last else ()))


def _bands(at: int, after_first: bool, size: int, names: tuple[str, ...]) -> tuple[str, ...]:
    place = at - after_first
    return (names[place // size % 2],) if names and place >= 0 else ()
