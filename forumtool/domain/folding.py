"""Words made comparable: no case, umlauts spelt out, no accents, signs as spaces. Other scripts stay as they are.

"Straße" and "STRASSE" are equal, so are "Café" and "cafe", "Işık" and "isik"; "Gül" is found as "Guel" and as "Gul".
"""

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain
from typing import TypeVar

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d"}
_SIGNS = string.punctuation + "„“”‚‘’‹›«»–—…·•×§°´\t\r\n\u00a0\u200e\u200f،؛؟"
_APART = "\0"
_Row = TypeVar("_Row")
_NUMBER = re.compile(r"([a-z]{1,2}) ?(\d+)")


@cache
def _table(plain: bool) -> dict[str, str]:
    """Map signs to spaces and Latin letters with accents to their base; other scripts are not in it."""
    found = dict.fromkeys(_SIGNS, " ")
    for sign in map(chr, chain(range(0x80, 0x250), range(0x300, 0x370), range(0x1E00, 0x1F00))):
        base = "".join(one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one))
        if base.isascii():
            found[sign] = base
    return {**found, **_LETTERS, **({sign: base[0] for sign, base in _UMLAUTS.items()} if plain else _UMLAUTS)}


def folded(text: str, *, plain: bool = False) -> str:
    """Return comparable words with one space between them; ``plain`` drops the dots of umlauts as well."""
    return folded_each([text], plain=plain)[0].strip()


def folded_each(texts: Iterable[str], *, plain: bool = False) -> list[str]:
    """Fold many texts at once, in a fraction of the time; spaces at their ends stay."""
    table = _table(plain)
    parts = [text.replace(_APART, " ") for text in texts]
    whole = unicodedata.normalize("NFC", _APART.join(parts)).casefold()
    for sign in set(whole) & table.keys():
        whole = whole.replace(sign, table[sign])
    while "  " in whole:
        whole = whole.replace("  ", " ")
    return whole.split(_APART) if parts else []


def in_word_order(rows: Iterable[_Row], *texts: Callable[[_Row], str]) -> list[_Row]:
    """Return rows as a directory orders them (DIN 5007-1): ä as a, ß as ss, whatever case, accents and signs.

    The first text decides, the next one among equals; rows that are equal in all stay in their order.
    """
    found = list(rows)
    folds = zip(*(folded_each(map(text, found), plain=True) for text in texts), strict=True)
    keys = [tuple(fold.strip() for fold in one) for one in folds]
    return [row for _key, row in sorted(zip(keys, found, strict=True), key=lambda one: one[0])]


def parts_of(typed: str) -> list[str]:
    """Return what was typed, part by part, as it stands in folded words: "a-17" is one part, "a 17"."""
    return [part for part in map(folded, typed.split()) if part]


def as_number(typed: str) -> str:
    """Return the folded number of a card if that is what was typed ("a17", "A 17"), else nothing."""
    found = _NUMBER.fullmatch(folded(typed))
    return f"{found[1]} {found[2]}" if found else ""


def marks(text: str, parts: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the parts stand in a text, as merged pairs of begin and end: at the starts of words, else inside."""
    found: set[int] = set()
    for plain in (False,) if text.isascii() else (False, True):
        folds = [_letter(sign, plain) for sign in text]
        letters = "".join(folds)
        origin = [at for at, fold in enumerate(folds) for _letter_of_it in fold]
        for part in parts:
            for at in _places(letters, part):
                found.update(origin[at : at + len(part)])
    return _merged(sorted(found))


@cache
def _letter(sign: str, plain: bool) -> str:
    return folded(sign, plain=plain) or ("" if unicodedata.combining(sign) else " ")


def _places(letters: str, part: str) -> list[int]:
    """Return where a part begins a word, else where it first stands inside one."""
    places = []
    at = inside = letters.find(part)
    while at >= 0:
        if at == 0 or letters[at - 1] == " ":
            places.append(at)
        at = letters.find(part, at + 1)
    return places or ([inside] if inside >= 0 else [])


def _merged(places: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for at in places:
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return spans
