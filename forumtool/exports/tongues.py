"""In which language the words of a document are that its program did not say: people's texts, phrase by phrase.

A forum speaks German: what was typed there is German unless its letters or its small words tell otherwise (see
``domain.languages`` and ``domain.function_words``). A document in another language therefore has German passages
(WCAG 2.1, 3.1.2; names of people and places may go unmarked by that rule, but reading them in their language does no
harm).
"""

import re
from collections.abc import Iterable, Iterator

from forumtool.domain.function_words import told_otherwise
from forumtool.domain.languages import GERMAN
from forumtool.domain.report import Report
from forumtool.domain.report_texts import Where, rewritten
from forumtool.exports.blocks import Spoken

_TOKEN = re.compile(r"\w+|[^\w\s]+")
_BEGINNING = 4  # signs by which a text is looked up within another one; shorter ones are found only by themselves
_WORD = re.compile(r"[^\W\d_]")

Passage = tuple[int, int, str]


class Tongues:
    """Tells the passages of texts that are in another language than the document, whose ISO 639 code is ``language``.

    ``typed`` are the texts of people; a German document does not ask for them.
    """

    def __init__(self, language: str, typed: Iterable[str] = ()) -> None:
        self._language = language
        self._theirs = _languages(typed) if language != GERMAN else {}
        self._lengths: dict[str, list[int]] = {}
        for text in sorted(self._theirs, key=len, reverse=True):
            self._lengths.setdefault(text[:_BEGINNING], []).append(len(text))

    def __call__(self, text: str) -> str:
        """Return the text, as ``Spoken`` if any of it is in another language."""
        if told := self._theirs.get(text):
            return Spoken(text, [(0, len(text), told)]) if told != self._language else text
        passages = list(self._passages(text)) if self._theirs or "\n" in text else list(self._guessed(text, 0))
        return Spoken(text, passages) if passages else text

    def _passages(self, text: str) -> Iterator[Passage]:
        """Line by line: what people typed where it is told within other words, and of the rest what its words tell."""
        at = 0
        for line in text.split("\n") if "\n" in text else (text,):
            end = 0
            for start, stop, told in self._found_in(line) if self._theirs else ():
                yield from self._guessed(line[end:start], at + end)
                if told != self._language:
                    yield at + start, at + stop, told
                end = stop
            yield from self._guessed(line[end:], at + end)
            at += len(line) + 1

    def _guessed(self, part: str, at: int) -> Iterator[Passage]:
        if told := told_otherwise(part, self._language):
            yield at, at + len(part), told

    def _found_in(self, line: str) -> Iterator[Passage]:
        """The texts of people within a line, the longest at each place."""
        if told := self._theirs.get(line):
            yield 0, len(line), told
            return
        tokens = list(_TOKEN.finditer(line))
        ends = {token.end() for token in tokens}
        done = 0
        for token in tokens:
            start = token.start()
            if start < done:
                continue
            for length in self._lengths.get(line[start : start + _BEGINNING], ()):
                stop = start + length
                if stop in ends and (told := self._theirs.get(line[start:stop])) and _stands_apart(line, start, stop):
                    yield start, stop, told
                    done = stop
                    break


def _stands_apart(line: str, start: int, stop: int) -> bool:
    """Tell whether words are meant by themselves: several are, one among others may be any word."""
    if " " in line[start:stop]:
        return True
    return not _WORD.search(line[:start].rstrip(" ")[-1:]) and not _WORD.search(line[stop:].lstrip(" ")[:1])


def typed_in(report: Report) -> Iterator[str]:
    """Return what people typed, without wordings whose language is known, and what places and bodies are called."""
    found: list[str] = []

    def read(_where: Where, field: str, text: str) -> str:
        if field != "other_text":
            found.append(text)
        return text

    rewritten(report, read)
    yield from found
    yield from (report.process.host, report.process.accompanied_by)
    for part in report.forums:
        yield from (part.forum.place, part.forum.host)
        yield from (bench.constituency for bench in part.benches)
        yield from (text for one in part.people for text in (one.organisation, one.function))
    yield from (text for seat in report.steering for text in (seat.organisation, seat.constituency))
    yield from (card.contributor for card in report.proposals if card.contributor_kind != "person")


def _languages(typed: Iterable[str]) -> dict[str, str]:
    """The language of each text and, of several lines, of each."""
    lines = {one for text in typed for one in ((text, *text.split("\n")) if "\n" in text else (text,))}
    return {line: told_otherwise(line, GERMAN) or GERMAN for line in lines if _WORD.search(line)}
