"""What people typed, made safe for Word and Excel; whatever that costs is counted and told.

XML 1.0 (section 2.2) has no place for most control characters, halves of surrogate pairs and noncharacters. Excel
holds 32,767 UTF-16 units in a cell and reads ``_x0041_`` as "A" (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
"""

import re

from forumtool.i18n import Catalogue

CELL_UNITS = 32_767

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c]")
_FORBIDDEN = re.compile(
    "[^\t\n\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
    "|[" + "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)) + "]"
)
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
_NAMED_AT_MOST = 12


class SafeText:
    """Makes the texts of one document safe and remembers what was taken away. ``where`` names the row of a text."""

    def __init__(self, say: Catalogue) -> None:
        self._say = say
        self._removed: dict[str, int] = {}
        self._shortened: dict[str, None] = {}

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
        """Return the text for an Excel cell: escaped where Excel would read an escape, and never too long."""
        text = self.plain(text)
        if "_x" in text:
            text = _ESCAPE_LIKE.sub("_x005F_", text)
        if len(text) * 2 > CELL_UNITS and _units(text) > CELL_UNITS:
            self._shortened[where] = None
            text = _cut(text, self._say("… [gekürzt, voller Wortlaut im Protokoll]"))
        return text

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
        if self._shortened:
            named = [where for where in self._shortened if where][:_NAMED_AT_MOST]
            found.append(
                self._say(
                    "{count} Einträge waren länger als eine Excel-Zelle und wurden gekürzt: {where}. "
                    "Der volle Wortlaut steht im Protokoll.",
                    count=len(self._shortened),
                    where=", ".join(named) or "–",
                )
            )
        return found


def looks_like_formula(text: str) -> bool:
    """Return whether Excel would read the text as a formula if somebody typed it."""
    return text.startswith(_FORMULA_SIGNS)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, ending: str) -> str:
    room = (CELL_UNITS - _units(ending)) * 2
    kept = text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
    return kept.removesuffix("_").removesuffix("_x005F") + ending
