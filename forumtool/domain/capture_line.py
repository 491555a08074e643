"""The signs of a capture line: ``#`` tag, ``@`` person or group, ``!`` obstacle, ``+`` offer, ``>`` other goal.

A sign counts at the start of the line or after a blank, directly before its name (``+49`` is a number, no offer).
What a name covers: quotation marks decide, else the longest known name, else one word behind ``#`` and ``>`` and at
the start of the line, and all words to the next sign behind ``!`` and ``+``. Behind ``@`` it ends where a sentence goes
on in small letters ("@Frau Müller sagt …"). ``@Anna Kunz: text`` names who said it up to the colon, as minutes are
written. A backslash before a sign makes it plain text.

``!``, ``+`` and ``?`` as the first character make the whole card an obstacle, an offer or a question.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from forumtool.domain.rows import Vocabulary

SIGNS = "#@!+>"
_ONLY_ONE = "@>"
_KIND_OF_FIRST = {"!": "obstacle", "+": "offer", "?": "question"}
_BEGUN = re.compile(r"(?:(?<=\s)|^)([#@](?![#@!+>])|[!+>](?=[^\s#@!+>]))")
_START = re.compile(r"(?:(?<=\s)|^)(?:([#@!+])(?=[^\W\d_]|[\"„“])|([#>])(?=\d))")
_QUOTED = re.compile(r"[\"„“]([^\"“”„]*)[\"“”]?")
_WORD = re.compile(r"[^\s,;]+")
_GOAL = re.compile(r"\d[\w.]*\w|\d")
_GROUP = re.compile(r"(?:Gruppe|Tisch|Team|AG|Group|Table)\s+[\w.-]+", re.IGNORECASE)
_SPEAKER = re.compile(r"[^\s:,;]+(?: [^\s:,;]+){0,3}(?=:\s)")
_ADDRESSED = re.compile(r"(?:Frau|Herr|Familie|Dr\.|Prof\.)(?:\s+(?:Dr\.|Prof\.))*\s+[^\s:,;]+")
# Small words that stand within names of people and organisations.
_IN_NAMES = frozenset(
    "al an am auf aus bin da de del der des di du e. e.v. el en für ibn im in la le und van vom von zu zum zur".split()  # noqa: SIM905 - a list of words is read like a sentence
)
_ESCAPED = re.compile(r"\\([#@!+>?])")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2028\u2029]+")


class Token(NamedTuple):
    """A sign and its name, and where they stand in the line: from ``start`` up to before ``end``."""

    sign: str
    name: str
    start: int
    end: int


class Draft(NamedTuple):
    """What a line says. ``goal`` is the number of another goal, or empty; ``contributor`` a name as typed."""

    text: str
    kind: str = "way"
    tags: tuple[str, ...] = ()
    contributor: str = ""
    obstacles: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    goal: str = ""


def parse(line: str, known: Vocabulary) -> Draft:
    """Read a line. Nothing is lost: a tag in the middle of a sentence marks the card and stays in the sentence."""
    line = clean(line)
    kind = "way"
    if line[:1] in _KIND_OF_FIRST:
        kind, line = _KIND_OF_FIRST[line[0]], line[1:].lstrip()
    found = tokens(line, known)
    names: dict[str, list[str]] = {sign: [] for sign in SIGNS}
    for token in found:
        if token.name not in names[token.sign]:
            names[token.sign].append(token.name)
    return Draft(
        text=_text(line, found),
        kind=kind,
        tags=tuple(names["#"]),
        contributor=names["@"][-1] if names["@"] else "",
        obstacles=tuple(names["!"]),
        offers=tuple(names["+"]),
        goal=names[">"][-1] if names[">"] else "",
    )


def clean(text: str) -> str:
    """Return the text without blanks at its ends; halves of characters that no file can hold become U+FFFD."""
    return text.encode("utf-8", "replace").decode("utf-8").strip() if not text.isascii() else text.strip()


def tokens(line: str, known: Vocabulary) -> list[Token]:
    """Return the signs of a line and what they name, in order."""
    found: list[Token] = []
    at = 0
    while match := _START.search(line, at):
        sign = match[1] or match[2]
        name, end = _name(line, match.end(), sign, known, first=not line[: match.start()].strip())
        if name:
            found.append(Token(sign, name, match.start(), end))
        at = max(end, match.end())
    return found


def token_at(line: str, cursor: int) -> Token | None:
    """Return the sign that is being typed at the cursor and what stands behind it so far, for completion.

    Behind ``#`` and ``@`` nothing needs to stand yet; the other signs are also marks of a sentence.
    """
    begun = None
    for match in _BEGUN.finditer(line[:cursor]):
        begun = match
    if begun is None:
        return None
    typed = line[begun.end() : cursor].lstrip('"„“')
    if "\n" in typed or (begun[1] == ">" and typed.endswith(" ")) or typed.startswith(" "):
        return None
    return Token(begun[1], typed, begun.start(), cursor)


def spelt(sign: str, name: str, known: Vocabulary) -> str:
    """Return how a name is written behind its sign, whatever follows: in quotation marks if it would not end there."""
    found = tokens(f"x {sign}{name} Y", known)
    return f"{sign}{name}" if sign == ">" or [token.name for token in found] == [name] else f'{sign}"{name}"'


def toggled(line: str, title: str, known: Vocabulary) -> str:
    """Return the line with a tag at its end, or without the tag if it has it; the words of a sentence stay."""
    found = tokens(line, known)
    worn = [token for token in found if token.sign == "#" and token.name.casefold() == title.casefold()]
    if not worn:
        return f"{line.rstrip()} {spelt('#', title, known)} ".lstrip()
    whole = line
    for token in reversed(worn):
        before, after = line[: token.start], line[token.end :]
        if _plain(before, found) and _plain_after(whole, token, found):
            line = f"{before}{token.name}{after}"
        else:
            line = f"{before.rstrip()} {after.lstrip()}".lstrip()
    return line


def _name(line: str, at: int, sign: str, known: Vocabulary, *, first: bool) -> tuple[str, int]:
    if quoted := _QUOTED.match(line, at):
        return quoted[1].strip(), quoted.end()
    if sign == ">":
        goal = _GOAL.match(line, at)
        return (goal[0], goal.end()) if goal else ("", at)
    if name := _longest_known(line, at, _known(sign, known)):
        return name, at + len(name)
    if sign == "@" and (name := _group_or_speaker(line, at, first=first)):
        return name, at + len(name)
    if sign == "#" or first:
        word = _WORD.match(line, at)
        return (word[0].rstrip(".:!?"), at + len(word[0].rstrip(".:!?"))) if word else ("", at)
    following = _START.search(line, at)
    end = following.start() if following else len(line)
    if sign == "@":
        end = at + _length_of_name(line[at:end])
    return line[at:end].strip(), end


def _length_of_name(words: str) -> int:
    """Return where a name ends: before the first small word that names do not have, without small words at its end.

    A name in small letters is one word.
    """
    end = 0
    for word in re.finditer(r"\S+", words):
        if word[0][0].islower() and word[0].casefold() not in _IN_NAMES:
            break
        if not word[0][0].islower() or word[0].casefold() in {"e.", "e.v."}:
            end = word.end()
    return end or len(words.split(maxsplit=1)[0])


def _group_or_speaker(line: str, at: int, *, first: bool) -> str:
    """A group at a table, or the name before a colon; a verb there ("Anna sagt:") is no part of one."""
    if group := _GROUP.match(line, at):
        return group[0]
    if addressed := _ADDRESSED.match(line, at):
        return addressed[0]
    speaker = _SPEAKER.match(line, at) if first else None
    return speaker[0] if speaker and not speaker[0].split()[-1][0].islower() else ""


def _known(sign: str, known: Vocabulary) -> tuple[str, ...]:
    if sign == "@":
        return (*known.people, *known.organisations, *known.groups)
    return {"#": known.tags, "!": known.obstacles, "+": known.offers}[sign]


def _longest_known(line: str, at: int, names: tuple[str, ...]) -> str:
    best = ""
    rest = line[at:].casefold()
    for name, folded in _with_folds(names):
        if rest.startswith(folded) and len(name) > len(best) and not rest[len(name) : len(name) + 1].isalnum():
            best = name
    return line[at : at + len(best)]


@lru_cache(maxsize=16)
def _with_folds(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the names with what is compared of them; many lines are read with the same ones."""
    return [(name, name.casefold()) for name in names]


def _text(line: str, found: list[Token]) -> str:
    """Cut the tokens out; a tag with words on both sides leaves its name in the sentence.

    A card is said by one and stands with one goal: the last that is named counts, others stay where they were written.
    """
    last = {token.sign: token.name for token in found}
    parts: list[str] = []
    at = 0
    for token in found:
        parts.append(line[at : token.start])
        if token.sign == "#" and _plain(line[: token.start], found) and _plain_after(line, token, found):
            parts.append(token.name)
        elif token.sign in _ONLY_ONE and token.name != last[token.sign]:
            parts.append(line[token.start : token.end])
        at = token.end
    parts.append(line[at:])
    text = _SPACES.sub(" ", _ESCAPED.sub(r"\1", "".join(parts))).strip()
    return text.removeprefix(":").lstrip() if found and not line[: found[0].start].strip() else text


def _plain(before: str, found: list[Token]) -> bool:
    for token in reversed([token for token in found if token.end <= len(before)]):
        before = before[: token.start] + before[token.end :]
    return bool(before.strip())


def _plain_after(line: str, token: Token, found: list[Token]) -> bool:
    at = token.end
    for following in found:
        if following.start < at:
            continue
        if line[at : following.start].strip(" ,;"):
            return True
        at = following.end
    return bool(line[at:].strip(" ,;"))
