"""Tables of a Word document as rows of text (WordprocessingML, ECMA-376 part 1, chapter 17).

A cell of a decision sheet holds several fields. They are told apart by the tags of their content controls ("A-17:due"),
and where a program has dropped these, as LibreOffice 7 does, by the label before the colon ("Frist: 31.03.2017").
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from forumtool.imports.cells import cell_text
from forumtool.imports.column_names import DECISION_COLUMNS
from forumtool.imports.columns import decision_columns, decision_label
from forumtool.imports.delimited import trimmed
from forumtool.imports.packages import DOCUMENT, part_of
from forumtool.imports.refused import damaged, empty
from forumtool.imports.workbook import Sheet

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LABEL = re.compile(r"\s*([^:\n]{2,20}):\s*(.*)", re.DOTALL)
_LINE_TO_WRITE_ON = re.compile(r"[\s_.…·]*")
_COLUMNS_AT_MOST = 63  # of a table in Word
_PLAIN = ("text", "reason")  # people may write a colon in these


def read_word(content: bytes, name: str) -> list[Sheet]:
    """Return each table with any words as a sheet; a decision sheet has a column for each of its fields.

    Raises a ``UserError`` for a document that is damaged or has no table.
    """
    try:
        found = list(_sheets(part_of(content, DOCUMENT)))
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error
    if not found:
        raise empty(name)
    return found


def _sheets(document: bytes) -> Iterator[Sheet]:
    """Table after table; what has been read is let go, so that memory is that of the largest one."""
    above, tables = "", 0
    blocks = etree.iterparse(BytesIO(document), tag=(f"{_W}p", f"{_W}tbl"), resolve_entities=False, no_network=True)
    for _event, block in blocks:
        if next(block.iterancestors(f"{_W}tbl"), None) is not None:
            continue
        if block.tag == f"{_W}p":
            above = _words(block) or above
        else:
            tables += 1
            rows = _rows(block, above)
            if rows:
                yield Sheet(str(tables), [(at, trimmed(row)) for at, row in enumerate(rows, 1) if any(row)], [])
        if block.getparent() is not None and block.getparent().tag == f"{_W}body":
            block.clear()


def _rows(table: Any, above: str) -> list[list[str]]:
    rows = [row for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table]
    grid = [_cells(row) for row in rows]
    heads = [_words(cell) if cell is not None else "" for cell in grid[0]] if grid else []
    columns = decision_columns(heads)
    if "verdict" in columns and "number" in columns:
        meanings = {at: meaning for meaning, at in columns.items()}
        fields = [_fields(row, cells, meanings) for row, cells in zip(rows[1:], grid[1:], strict=True)]
        return _with_heads(fields, above)
    return [[_words(cell) if cell is not None else "" for cell in cells] for cells in grid]


def _with_heads(rows: list[dict[str, str]], above: str) -> list[list[str]]:
    """Rows of fields under the names of their columns; the heading above the table is the goal of its rows."""
    keys = list(dict.fromkeys(("number", "text", "goal", *(key for row in rows for key in row))))
    heads = [DECISION_COLUMNS[key][0] for key in keys]
    return [heads, *([row.get(key, above if key == "goal" else "") for key in keys] for row in rows)]


def _cells(row: Any) -> list[Any]:
    """The cells of a row by the columns of the grid; a cell over several columns stands in the first of them."""
    found: list[Any] = []
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr")) is row:
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            width = span.get(f"{_W}val", "1") if span is not None else "1"
            found += [cell, *[None] * (min(int(width), _COLUMNS_AT_MOST) - 1 if width.isdecimal() else 0)]
    return found


def _fields(row: Any, cells: list[Any], meanings: dict[int, str]) -> dict[str, str]:
    """What each field of a row says: by the columns and labels, and where there are tags, by these."""
    found: dict[str, str] = {}
    for at, cell in enumerate(cells):
        if cell is not None:
            _read_cell(cell, meanings.get(at, ""), found)
    for control in row.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        _number, sign, key = (tag.get(f"{_W}val", "") if tag is not None else "").partition(":")
        if sign and key in DECISION_COLUMNS:
            found[key] = _said(control)
    return found


def _read_cell(cell: Any, meaning: str, found: dict[str, str]) -> None:
    lines: dict[str, list[str]] = {meaning: []}
    key = meaning
    for paragraph in cell.iter(f"{_W}p"):
        words = _words(paragraph)
        label = _LABEL.match(words) if meaning not in _PLAIN else None
        named = decision_label(label[1]) if label else ""
        if label and named:
            key, words = named, label[2]
        lines.setdefault(key, []).append("" if _LINE_TO_WRITE_ON.fullmatch(words) else words.strip())
    if meaning == "text":
        lines = {"text": lines["text"][:1]}  # below it stands where it comes from
    found.update({key: "\n".join(filter(None, said)) for key, said in lines.items() if key})


def _words(part: Any) -> str:
    return cell_text("".join(_pieces(part)))


def _pieces(part: Any) -> Iterator[str]:
    """The text of a part, without what only invites to write."""
    for one in part.iterchildren():
        if one.tag == f"{_W}t":
            yield one.text or ""
        elif one.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif one.tag == f"{_W}tab":
            yield " "
        elif one.tag == f"{_W}sdt":
            yield _said(one)
        elif one.tag == f"{_W}p":
            yield from _pieces(one)
            yield "\n"
        elif isinstance(one.tag, str) and one.tag not in (f"{_W}pPr", f"{_W}rPr", f"{_W}tcPr", f"{_W}del"):
            yield from _pieces(one)


def _said(control: Any) -> str:
    """What a content control says: the value of a chosen item, a day whatever its look, or its words."""
    properties, content = control.find(f"{_W}sdtPr"), control.find(f"{_W}sdtContent")
    if content is None or properties is None or properties.find(f"{_W}showingPlcHdr") is not None:
        return ""
    words = cell_text("".join(_pieces(content)))
    if _LINE_TO_WRITE_ON.fullmatch(words):
        return ""
    for item in properties.iter(f"{_W}listItem"):
        if item.get(f"{_W}displayText", "").strip() == words:
            return str(item.get(f"{_W}value") or words)
    return words
