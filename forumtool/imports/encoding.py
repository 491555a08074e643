"""The text of a file that does not say how it was written."""

import codecs
import re
import unicodedata
from itertools import islice
from typing import NamedTuple

ENCODINGS = ("utf-8", "cp1252", "mac_roman", "cp850", "cp1254", "utf-16")
"""What a user may say that a text is written in; of equally likely ones of eight bits the earlier is believed."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BITS = ("cp1252", "mac_roman", "cp850", "cp1254")
_REPLACEMENT = "\ufffd"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SAMPLE, _LOOKED_AT = 4_000, 100_000

_UMLAUTS = frozenset("äöüÄÖÜß")
_TURKISH = frozenset("ğışĞİŞ")
_LETTERS = frozenset("éèêëçáàâãåíìîïñóòôõøúùûæœšžÉÈÇÁÀÂÅÍÓÔØÚŠŽ")
_BETWEEN_WORDS = frozenset("„“”‚‘’–—…€§°²³½·•«»©®\u00a0")
_OPENING = frozenset("„‚•€")
_STRANGE = -3


class Decoded(NamedTuple):
    """A text and the name of its encoding, as Python names it."""

    text: str
    encoding: str


def decode(content: bytes, encoding: str = "") -> Decoded:
    """Return the text of a file: by its byte order mark, else UTF-16 if it has zero bytes, else UTF-8, else of eight
    bits: Windows, Mac, DOS or Turkish, in whichever the letters beyond ASCII make the most sensible words.

    An ``encoding`` that the user names is believed. Never raises: bytes that mean nothing in it become U+FFFD.
    """
    if encoding:
        return Decoded(content.decode(encoding, "replace").removeprefix("\ufeff"), encoding)
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(marked, "replace"), marked)
    if b"\0" in content:
        return _without_mark(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mended(content)


def _without_mark(content: bytes) -> Decoded:
    """Choose the byte order in which more signs are plain ASCII: delimiters, line ends and most letters are."""
    found = [Decoded(content.decode(name, "replace"), name) for name in ("utf-16-le", "utf-16-be")]
    best = max(found, key=lambda one: sum("\t" <= sign < "\x7f" for sign in one.text[:_LOOKED_AT]))
    if "\n" in best.text or "\r" in best.text:
        return best
    return Decoded(content.decode("latin-1"), "latin-1")  # no lines: no text at all, and its zero bytes show that


def _mended(content: bytes) -> Decoded:
    """Choose UTF-8 for a text that is UTF-8 but for a few broken places, such as a line cut in a letter."""
    text = content.decode("utf-8", "replace")
    broken = text.count(_REPLACEMENT)
    letters = len(text) - len(text.encode("ascii", "ignore")) - broken
    if letters > broken:
        return Decoded(text, "utf-8")
    found = [Decoded(content.decode(name, "replace"), name) for name in _EIGHT_BITS]
    return max(found, key=lambda one: _sense(one.text))  # of equal ones the first, which is the most common


def _sense(text: str) -> int:
    """Return how much the first signs beyond ASCII look like letters of names in their words."""
    found = islice(_BEYOND_ASCII.finditer(text), _SAMPLE)
    return sum(_value(one[0], text[one.start() - 1 : one.start()], text[one.end() : one.end() + 1]) for one in found)


def _value(sign: str, before: str, after: str) -> int:
    if _out_of_place(sign, before, after):
        return _STRANGE
    if sign in _UMLAUTS:
        return 4 if sign.isupper() and after.islower() else 3  # at the beginning of a word
    if sign in _TURKISH:
        return 2
    if sign in _LETTERS:
        return 1
    if sign in _BETWEEN_WORDS:
        amid = before.isalpha() and (after.islower() or sign in _OPENING)
        return _STRANGE if amid and sign != "’" else 1
    return 0 if unicodedata.category(sign) in ("Lu", "Ll") else _STRANGE


def _out_of_place(sign: str, before: str, after: str) -> bool:
    """Tell whether a capital stands amid small letters or a small letter amid capitals; "ß" stands anywhere."""
    if sign.isupper():
        return before.islower() or (before.isalpha() and after.islower() and after != "ß")
    return sign.islower() and sign != "ß" and before.isupper() and after.isupper()
