"""Lines out of what was copied elsewhere: a list from Word, a mail, a column of a table."""

import re

_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_SENTENCE_END = re.compile(r"[\n\r\u2028\u2029]+|;\s+|(?<=\w{3}[.!?؟])\s+(?=[^\W\d_a-zäöüß])")
_BULLET = re.compile(r"(?:[-*•·‣⁃∙▪▫◦●○■□►▶➢➤✓✔☐☑–—\uf0b7\uf0a7][ \t\u00a0]+|o\t+)+")
_NUMBER = re.compile(r"(?:\(\d{1,3}\)|\d{1,3}[.)]|[a-z]\))[ \t\u00a0]+")


def lines_of(text: str) -> list[str]:
    """Return the lines with words, without bullets, and without numbering if most of them are numbered.

    A single "12. Mai …" keeps its number. ``+``, ``!`` and ``#`` are signs of the capture line and stay.
    """
    found = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in _stripped(text)]
    if sum(_NUMBER.match(line) is not None for line in found) * 2 > len(found) > 1:
        found = [_NUMBER.sub("", line, count=1) if _NUMBER.match(line) else line for line in found]
    return [line for line in map(str.strip, found) if any(sign.isalnum() for sign in line)]


def _stripped(text: str) -> list[str]:
    return [line for line in map(str.strip, _LINE_END.split(text)) if line]


def parts_of(text: str) -> list[str]:
    """Return the sentences of a card, as a first suggestion where it may be split; "z. B. Kinder" is no end of one."""
    return [part for part in map(str.strip, _SENTENCE_END.split(text)) if part]
