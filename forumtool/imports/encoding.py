"""The text of a file that does not say how it was written."""

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REPLACEMENT = "\ufffd"
_ASCII = 128


class Decoded(NamedTuple):
    """A text and the name of its encoding, as Python names it."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """Return the text of a file: by its byte order mark, else UTF-16 if it has zero bytes, else UTF-8, else cp1252.

    Never raises: bytes that mean nothing in the encoding become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, "replace"), encoding)
    if b"\0" in content:
        return _without_mark(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mended(content)


def _without_mark(content: bytes) -> Decoded:
    """Choose the byte order in which more signs are plain ASCII: delimiters, line ends and most letters are."""
    found = [Decoded(content.decode(name, "replace"), name) for name in ("utf-16-le", "utf-16-be")]
    best = max(found, key=lambda one: sum("\t" <= sign < "\x7f" for sign in one.text))
    if "\n" in best.text or "\r" in best.text:
        return best
    return Decoded(content.decode("latin-1"), "latin-1")  # no lines: no text at all, and its zero bytes show that


def _mended(content: bytes) -> Decoded:
    """Choose UTF-8 for a text that is UTF-8 but for a few broken places, such as a line cut in a letter."""
    text = content.decode("utf-8", "replace")
    letters = sum(ord(sign) >= _ASCII for sign in text) - text.count(_REPLACEMENT)
    if letters > text.count(_REPLACEMENT):
        return Decoded(text, "utf-8")
    return Decoded(content.decode("cp1252", "replace"), "cp1252")
