"""The table of contents that a template has by itself: its place and its wishes stay, its old entries go.

A field TOC (ECMA-376 part 1, 17.16.5.68), in many runs from its mark "begin" to "end" or as a simple field.
"""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_SIGN = "forumtool-entries"
_SIGNS = re.compile(f"<{_SIGN}(?: [^>]*)?/>".encode())


def take_contents(body: Any) -> str:
    """Put a sign in place of the first table of contents and return its instruction, empty if there is none."""
    for field in body.iter(qn("w:instrText"), qn("w:fldSimple")):
        told = field.get(qn("w:instr")) or field.text or ""
        if told.split()[:1] == ["TOC"] and (lines := _lines(field)):
            sign = body.makeelement(_SIGN)
            lines[0].addprevious(sign)
            for line in lines:
                _take_away(line)
            return " ".join(told.split())
    return ""


def with_entries(part: bytes, entries: bytes) -> bytes:
    """Return a piece of the document's part with the entries where the sign is."""
    return _SIGNS.sub(lambda _found: entries, part)


def _lines(field: Any) -> list[Any]:
    """The paragraphs of a field; none if it does not end beside the one in which it begins."""
    first = next(field.iterancestors(qn("w:p")))
    if field.tag == qn("w:fldSimple"):
        return [first]
    found, depth = [], 0
    for line in _and_behind(first):
        found.append(line)
        for mark in line.iter(qn("w:fldChar")):
            depth += {"begin": 1, "end": -1}.get(mark.get(qn("w:fldCharType")), 0)
            if depth == 0:
                return found
    return []


def _and_behind(line: Any) -> Iterator[Any]:
    yield line
    yield from line.itersiblings(qn("w:p"))


def _take_away(line: Any) -> None:
    """Remove a paragraph; one that ends a section only becomes empty."""
    if line.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        line.getparent().remove(line)
        return
    for child in [one for one in line if one.tag != qn("w:pPr")]:
        line.remove(child)
