"""What a PDF of Qt's writer says, read as ISO 32000-1 (9.10, 14.9.4) wants it read."""

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, StreamObject

_RANGE = re.compile(r"<([0-9A-F]+)>\s*<[0-9A-F]+>\s*(?:\[([^\]]*)\]|<([0-9A-F]+)>)")
_UNSEEN = {"Cf", "Mn", "Zs", "Zl", "Zp", "Cc"}


def pages_of(content: bytes) -> list[str]:
    """The words of each page as they are painted, without blanks; from right to left in the order of the page."""
    reader = PdfReader(io.BytesIO(content))
    return [without_blanks("".join(_said(reader, page))) for page in reader.pages]


def objects_of(content: bytes) -> Iterator[str]:
    """Every string and every stream of a PDF, unpacked: properties, bookmarks, metadata, attached files."""
    reader = PdfReader(io.BytesIO(content))
    for number in range(1, int(reader.trailer["/Size"])):
        thing = IndirectObject(number, 0, reader).get_object()
        yield from _strings(thing)
        if isinstance(thing, StreamObject) and thing.get("/Subtype") != "/Image":
            yield thing.get_data().decode("utf-8", "replace")
    yield from _strings(reader.trailer.get("/Info", ""))


def _strings(thing: Any) -> Iterator[str]:
    if isinstance(thing, DictionaryObject):
        for value in thing.values():
            yield from _strings(value)
    elif isinstance(thing, ArrayObject):
        for value in thing:
            yield from _strings(value)
    elif isinstance(thing, str | bytes):
        yield thing if isinstance(thing, str) else thing.decode("utf-8", "replace")


def without_blanks(text: str) -> str:
    """A text as it can be read from a page, where lines end anywhere."""
    return "".join(text.split())


def turns(text: str) -> bool:
    """Whether any letter runs from right to left."""
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)


def letters(text: str) -> list[str]:
    """The letters of a text from right to left, in no order, for each reader turns them in a way of its own."""
    plain = unicodedata.normalize("NFKC", text)
    return sorted(sign for sign in plain if unicodedata.category(sign) not in _UNSEEN)


def _said(reader: PdfReader, page: Any) -> Iterator[str]:
    fonts = {name: _names(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    names: dict[int, str] = {}
    is_replaced = False
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator == b"BDC":
            is_replaced = True
            yield operands[1]["/ActualText"].original_bytes[2:].decode("utf-16-be")
        elif operator == b"EMC":
            is_replaced = False
        elif operator == b"Tf":
            names = fonts[operands[0]]
        elif operator == b"Tj" and not is_replaced:
            raw = operands[0].original_bytes
            yield "".join(names.get(int.from_bytes(raw[at : at + 2], "big"), "\0") for at in range(0, len(raw), 2))


def _names(font: Any) -> dict[int, str]:
    """What each glyph of a font is called (its ToUnicode map)."""
    told = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    found: dict[int, str] = {}
    for first, several, one in _RANGE.findall(told.split("endcodespacerange")[1]):
        for at, name in enumerate(re.findall(r"<([0-9A-F]+)>", several) if several else [one]):
            found[int(first, 16) + at] = bytes.fromhex(name).decode("utf-16-be", "replace")
    return found
