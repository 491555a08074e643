"""Finding organisations in a text: whatever the case, with or without their legal form, also by their short name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from forumtool.domain.persons import WORD, compared

_LEGAL_FORM = re.compile(
    r"[\s,]*\b(?:e\.?\s?V\.?|eingetragener Verein|g?GmbH|gAG|AG|KG|eG|e\.?\s?G\.?|Inc\.?|Ltd\.?)\s*$", re.IGNORECASE
)
_SHORT = re.compile(r"^([A-ZÄÖÜ]{3,})\b|\(([A-ZÄÖÜ]{3,})\)")  # "DRK der Städteregion", "Volkshochschule (VHS)"


class Organisations:
    """The organisations to be found, by name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._short: set[str] = set()
        for name in names:
            for words in _spellings(name):
                self._by_first[words[0]].add(words)
            self._short |= {first or inside for first, inside in _SHORT.findall(name)}
        self._longest_first = {
            first: sorted(found, key=lambda words: -len(words)) for first, found in self._by_first.items()
        }

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return where the organisations stand in an NFC text, from left to right."""
        words = [(compared(match[0]), match.start(), match.end()) for match in WORD.finditer(text)]
        found, at = [], 0
        while at < len(words):
            count = self._count(text, words, at)
            if count:
                end = words[at + count - 1][2]
                legal = re.match(r"\.|,?\s?e\.?\s?[VG]\.?(?!\w)", text[end:])
                is_form = legal and (legal.end() > 1 or words[at + count - 1][0] == "v")
                found.append((words[at][1], end + (legal.end() if legal and is_form else 0)))
            at += count or 1
        return found

    def _count(self, text: str, words: list[tuple[str, int, int]], at: int) -> int:
        """How many words from here on are an organisation, 0 for none."""
        for wanted in self._longest_first.get(words[at][0], ()):
            if tuple(word for word, _start, _end in words[at : at + len(wanted)]) == wanted:
                return len(wanted)
        return int(text[words[at][1] : words[at][2]] in self._short)


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    whole = normalize("NFC", name)
    for written in {whole, _LEGAL_FORM.sub("", whole)}:
        if words := tuple(map(compared, WORD.findall(written))):
            yield words
