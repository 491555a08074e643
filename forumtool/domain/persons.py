"""Finding persons in a field that names somebody for a task, however their names are written there.

"Frau Dr. Neumann", "Neumann, Ulrike", "U. Neumann", "ULRIKE  NEUMANN" are Ulrike Neumann; "Mueller" is Müller and
"Yilmaz" is Yılmaz. A surname alone counts behind a form of address, or where it is all that a part of the field says.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from forumtool.domain.folding import folded

_WORD = re.compile(r"[^\W_]+")
_ADDRESSED = re.compile(r"(?:\b(?:Herrn?|Frau|Hr|Fr|Dr|Prof|Mr|Ms|Mrs)\b\.?\s*)+$", re.IGNORECASE)
_UMLAUTS = re.compile("([aou])e")
_PARTICLES = frozenset({
    "von", "vom", "van", "der", "den", "dem", "de", "del", "della", "di", "da", "dos", "do", "du", "la", "le", "el",
    "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur", "zum", "y", "o", "mac", "mc",
})  # fmt: skip


class Found(NamedTuple):
    """Where a person stands in a text, forms of address before the name included, and their organisation."""

    start: int
    end: int
    organisation: str


class _Spelling(NamedTuple):
    words: tuple[str, ...]
    organisation: str
    alone: bool  # a surname, which is a name only where nothing else stands beside it


class Persons:
    """The persons to be found, by name with their organisation, empty where it is not known or not one."""

    def __init__(self, persons: Mapping[str, str]) -> None:
        of: dict[tuple[tuple[str, ...], bool], set[str]] = defaultdict(set)
        for name, organisation in persons.items():
            for words, alone in _spellings(name):
                of[words, alone].add(organisation)
        self._by_first: dict[str, list[_Spelling]] = defaultdict(list)
        for (words, alone), bodies in of.items():
            several = len(bodies - {""}) > 1
            self._by_first[words[0]].append(_Spelling(words, "" if several else max(bodies), alone))
        for spellings in self._by_first.values():
            spellings.sort(key=lambda one: (one.alone, -len(one.words)))

    def find(self, text: str) -> list[Found]:
        """Return the persons that an NFC text names, from left to right."""
        words = [(_key(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
        found: list[Found] = []
        at = 0
        while at < len(words):
            spelling = self._at(text, words, at)
            if spelling is None:
                at += 1
                continue
            first, last = words[at], words[at + len(spelling.words) - 1]
            addressed = _ADDRESSED.search(text[: first[1]])
            end = last[2] + (text[last[2] : last[2] + 1] == "." and len(last[0]) == 1)
            found.append(Found(addressed.start() if addressed else first[1], end, spelling.organisation))
            at += len(spelling.words)
        return found

    def _at(self, text: str, words: Sequence[tuple[str, int, int]], at: int) -> _Spelling | None:
        for spelling in self._by_first.get(words[at][0], ()):
            end = at + len(spelling.words)
            if tuple(word for word, _start, _end in words[at:end]) != spelling.words:
                continue
            if not spelling.alone or _stands_alone(text, words[at][1], words[end - 1][2]):
                return spelling
        return None


def _spellings(name: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the ways to write a name, and whether that is the surname alone."""
    parts = [tuple(map(_key, _WORD.findall(unicodedata.normalize("NFC", part)))) for part in name.split()]
    parts = [part for part in parts if part]
    if not parts:
        return
    begins = len(parts) - 1
    while begins > 1 and parts[begins - 1][0] in _PARTICLES:
        begins -= 1
    given, surname = sum(parts[:begins], ()), sum(parts[begins:], ())
    yield given + surname, False
    if given:
        yield surname + given, False
        yield (given[0][0], *surname), False
        yield (*surname, given[0][0]), False
        yield (*given, parts[-1][0][0]), False
        yield surname, True
        yield parts[-1], True


def _stands_alone(text: str, start: int, end: int) -> bool:
    if _ADDRESSED.search(text[:start]):
        return True
    before, behind = text[:start].rstrip(" ("), text[end:].lstrip(" )")
    return not re.search(r"\w$", before) and not re.match(r"[\w-]", behind) and not before.endswith("-")


def _key(word: str) -> str:
    """A word as it is compared: without case, accents and the two ways to write an umlaut."""
    return _UMLAUTS.sub(r"\1", folded(word)) or word
