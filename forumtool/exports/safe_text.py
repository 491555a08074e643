"""What people typed, made safe for Word and Excel; whatever that costs is counted and told.

XML 1.0 (section 2.2) has no place for most control characters, halves of surrogate pairs and noncharacters. Excel
holds 32,767 UTF-16 units in a cell and reads ``_x0041_`` as "A" (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from forumtool.i18n import Catalogue

CELL_UNITS = 32_767

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c]")
_FORBIDDEN = re.compile(
    "[^\t\n\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
    "|[" + "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)) + "]"
)
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SIGNS_READ = ("=", "+", "-", "@", "\t", "'")
_NAMED_AT_MOST, _NAME_AT_MOST = 12, 60
_PART_UNITS = 16_000  # even if every sign of a part had to be escaped to twice its length, it would fit into a cell


class LongText(NamedTuple):
    """A text that is longer than a cell: the name of its row, and the text in parts that fit."""

    where: str
    parts: tuple[str, ...]


class SafeText:
    """Makes the texts of one document safe and remembers what was taken away. ``where`` names the row of a text."""

    def __init__(self, say: Catalogue) -> None:
        self._say = say
        self._removed: dict[str, int] = {}
        self._long: list[LongText] = []

    def plain(self, text: str) -> str:
        """Return the text with line breaks as ``\\n`` and without what XML forbids."""
        if text.isprintable():
            return text
        if "\r" in text or "\x0b" in text or "\x0c" in text:
            text = _LINE_ENDS.sub("\n", text)
        kept, count = _FORBIDDEN.subn("", text)
        if count:
            self._removed[text] = count
        return kept

    def line(self, text: str) -> str:
        """Return the text as above in one line, for titles and properties."""
        return " ".join(self.plain(text).split())

    def cell(self, text: str, where: str = "") -> str:
        """Return the text for an Excel cell: escaped where Excel would read an escape, and never too long.

        Of a text that is too long the cell gets the beginning and says where all of it stands; see ``long_texts``.
        """
        text = self.plain(text)
        escaped = _ESCAPE_LIKE.sub("_x005F_", text) if "_x" in text else text
        if len(escaped) * 2 > CELL_UNITS and _units(escaped) > CELL_UNITS:
            self._long.append(LongText(where, tuple(_parts(text))))
            return self.cell(self._long[-1].parts[0]) + self._say("… [ganzer Wortlaut im Blatt „Lange Texte“]")
        return escaped

    @property
    def long_texts(self) -> tuple[LongText, ...]:
        """What was longer than a cell, in the order of the cells."""
        return tuple(self._long)

    def notes(self) -> list[str]:
        """Return one sentence for each kind of change, none if every text stands as it was typed."""
        found = []
        if self._removed:
            found.append(
                self._say(
                    "In {texts} Texten wurden {count} Zeichen entfernt, die Word und Excel nicht darstellen können.",
                    texts=len(self._removed),
                    count=sum(self._removed.values()),
                )
            )
        if self._long:
            every = dict.fromkeys(_named(text.where) for text in self._long if text.where)
            named = list(every)[:_NAMED_AT_MOST]
            found.append(
                self._say(
                    "{count} Einträge sind länger als eine Excel-Zelle: {where}. "
                    "Ihr ganzer Wortlaut steht in Teilen im Blatt „Lange Texte“.",
                    count=len(self._long),
                    where=", ".join(named) or "–",
                )
            )
        return found


def looks_like_formula(text: str) -> bool:
    """Return whether Excel would read a formula, or take the first sign away, if somebody typed the text."""
    return text.startswith(_SIGNS_READ)


def _named(where: str) -> str:
    """A row as a sentence names it: in one line, the beginning of a long name."""
    words = " ".join(_FORBIDDEN.sub("", where).split())
    return words if len(words) <= _NAME_AT_MOST else f"{words[: _NAME_AT_MOST - 1].rstrip()}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _parts(text: str) -> Iterator[str]:
    while text:
        part = text.encode("utf-16-le")[: _PART_UNITS * 2].decode("utf-16-le", "ignore")
        yield part
        text = text[len(part) :]
