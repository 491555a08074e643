"""Finding persons in a text, however their names are written there.

"Frau Dr. Neumann", "Neumann, Ulrike", "U. Neumann", "ULRIKE  NEUMANN" are Ulrike Neumann; "Mueller" is Müller and
"Yilmaz" is Yılmaz. In a field that names somebody for a task, a surname alone counts behind a form of address, or where
it is all that a part of the field says; in free text, a part of a name counts wherever it begins with a capital letter.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from forumtool.domain.folding import folded

WORD = re.compile(r"[^\W_]+")
_ADDRESSED = re.compile(r"(?:\b(?:Herrn?|Frau|Hr|Fr|Dr|Prof|Mr|Ms|Mrs)\b\.?\s*)+$", re.IGNORECASE)
_LEAST = 3  # letters of a part of a name
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
    given: bool = False  # names nobody in a field: "Rat der Stadt" is not Rat


class Persons:
    """The persons to be found, by name with their organisation, empty where it is not known or not one."""

    def __init__(self, persons: Mapping[str, str]) -> None:
        of: dict[tuple[tuple[str, ...], bool, bool], set[str]] = defaultdict(set)
        for name, organisation in persons.items():
            for spelling in _spellings(name):
                of[spelling].add(organisation)
        self._by_first: dict[str, list[_Spelling]] = defaultdict(list)
        for (words, alone, given), bodies in of.items():
            several = len(bodies - {""}) > 1
            self._by_first[words[0]].append(_Spelling(words, "" if several else max(bodies), alone, given))
        for spellings in self._by_first.values():
            spellings.sort(key=lambda one: (one.alone, one.given, -len(one.words)))

    def find(self, text: str, *, anywhere: bool = False) -> list[Found]:
        """Return the persons that an NFC text names, from left to right; ``anywhere`` also those named in part."""
        words = [(compared(match[0]), match.start(), match.end()) for match in WORD.finditer(text)]
        found: list[Found] = []
        at = 0
        while at < len(words):
            spelling = self._at(text, words, at, anywhere)
            if spelling is None:
                at += 1
                continue
            first, last = words[at], words[at + len(spelling.words) - 1]
            addressed = _ADDRESSED.search(text[: first[1]])
            end = last[2] + (text[last[2] : last[2] + 1] == "." and len(last[0]) == 1)
            found.append(Found(addressed.start() if addressed else first[1], end, spelling.organisation))
            at += len(spelling.words)
        return found

    def _at(self, text: str, words: Sequence[tuple[str, int, int]], at: int, anywhere: bool) -> _Spelling | None:
        for spelling in self._by_first.get(words[at][0], ()):
            end = at + len(spelling.words)
            if tuple(word for word, _start, _end in words[at:end]) != spelling.words:
                continue
            start, stop = words[at][1], words[end - 1][2]
            if not spelling.alone or (anywhere and _is_written_as_a_name(text[start:stop])):
                return spelling
            if not spelling.given and _stands_alone(text, start, stop):
                return spelling
        return None


def _spellings(name: str) -> Iterator[tuple[tuple[str, ...], bool, bool]]:
    """Yield the ways to write a name, whether that is a part of it alone, and whether this part is the given name."""
    parts = [tuple(map(compared, WORD.findall(unicodedata.normalize("NFC", part)))) for part in name.split()]
    parts = [part for part in parts if part]
    if not parts:
        return
    begins = len(parts) - 1
    while begins > 1 and parts[begins - 1][0] in _PARTICLES:
        begins -= 1
    given, surname = sum(parts[:begins], ()), sum(parts[begins:], ())
    yield given + surname, False, False
    if given:
        yield surname + given, False, False
        yield (given[0][0], *surname), False, False
        yield (*surname, given[0][0]), False, False
        yield (*given, parts[-1][0][0]), False, False
        yield surname, True, False
        yield parts[-1], True, False
        yield given, True, True


def _stands_alone(text: str, start: int, end: int) -> bool:
    if _ADDRESSED.search(text[:start]):
        return True
    before, behind = text[:start].rstrip(" ("), text[end:].lstrip(" )")
    return not re.search(r"\w$", before) and not re.match(r"[\w-]", behind) and not before.endswith("-")


def _is_written_as_a_name(part: str) -> bool:
    """Tell a part of a name from other words: three letters at least, one of its words with a capital letter."""
    letters = [word for word in WORD.findall(part) if word[0].isalpha()]
    return sum(map(len, letters)) >= _LEAST and any(word[0] == word[0].upper() for word in letters)


@lru_cache(maxsize=65_536)
def compared(word: str) -> str:
    """A word as it is compared: without case, accents and the two ways to write an umlaut."""
    return _UMLAUTS.sub(r"\1", folded(word)) or word
