"""Names of people as lists write them, put in the order in which people are called. Names are never keys."""

import re
import unicodedata
from collections.abc import Mapping

from forumtool.imports.contents import are_words_of_name, is_organisation

_SALUTATION = re.compile(r"(?:Herrn?|Frau|Hr\.|Fr\.)(?=\s|$)\s*", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:Univ\.-)?Prof(?:essor(?:in)?)?\b\.?|Dr\b\.?|Dipl\.-?\s?\w*\.?|Mag\.|PD\b|apl\.|h\. ?c\.|habil\.|-Ing\."
    r"|(?:med|phil|rer|nat|jur|theol|pol|soc)\.)\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_LETTERS_OF_A_BODY = re.compile(r"[A-ZÄÖÜ]{2,6}")
_MOST_WORDS = 4


def in_order(cells: Mapping[str, str], *, family_first: bool = False) -> str:
    """Return the name of a row by the meaning of its cells, as in "Dr. Ayşe Meier-Özdemir".

    ``family_first``: the head says so, and "Müller Max" is Max Müller. A salutation stands only before a family name
    without a given one.
    """
    given, family, name = (cells.get(meaning, "") for meaning in ("given", "family", "name"))
    salutation, title = _salutation(cells)
    if given and not family:  # "Name" beside "Vorname" is the family name
        family, name = name, ""
    if not given and not family:
        return _joined(title, turned(name, family_first=family_first))
    if not given and salutation and not _SALUTATION.match(family):
        return _joined(salutation, title, family)
    return _joined(title, given, family)


def turned(name: str, *, family_first: bool = False) -> str:
    """Return "Vorname Name" for "Name, Vorname", with a title in front and what stands in brackets behind."""
    bracket = _BRACKET.fullmatch(name)
    if bracket:
        return f"{turned(bracket[1], family_first=family_first)} ({bracket[2]})"
    parts = [part.strip() for part in name.strip(" ,").split(",")]
    if len(parts) == 3 and _is_title(parts[2]):  # noqa: PLR2004 - "Müller, Max, Dr."
        return _joined(parts[2], parts[1], parts[0])
    if len(parts) == 2 and _may_be_turned(*parts):  # noqa: PLR2004 - "Müller, Max"
        salutation = _SALUTATION.fullmatch(parts[1])
        return _joined(parts[1] if salutation else _SALUTATION.sub("", parts[1], count=1), parts[0])
    words = name.split()
    if family_first and len(words) == 2 and are_words_of_name(words) and not _SALUTATION.match(name):  # noqa: PLR2004
        return _joined(words[1], words[0])
    return _without_salutation(name.strip(" ,"))


def apart(name: str) -> tuple[str, str]:
    """Return the name and the organisation of "Max Müller (AWO)"; what else stands in brackets stays in the name."""
    found = _BRACKET.fullmatch(name)
    if found and (is_organisation(found[2]) or _LETTERS_OF_A_BODY.fullmatch(found[2].strip())):
        return found[1], found[2].strip()
    return name, ""


def compared(text: str) -> str:
    """Return a name or organisation as it is compared: whatever its case, blanks, titles and form of its letters."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    while (match := _SALUTATION.match(plain) or _TITLE.match(plain)) and match.end() < len(plain):
        plain = plain[match.end() :]
    return plain


def _salutation(cells: Mapping[str, str]) -> tuple[str, str]:
    """The salutation and the title of a row: "Frau Dr." in the column of salutations is both."""
    said, title = cells.get("salutation", ""), cells.get("title", "")
    match = _SALUTATION.match(said)
    if match:
        return match[0].strip(), title or said[match.end() :].strip()
    return "", title


def _without_salutation(name: str) -> str:
    """Leave a salutation out where more than a family name follows: "Herr Max Müller", but "Frau Müller" stays."""
    match = _SALUTATION.match(name)
    rest = name[match.end() :] if match else name
    plain = _TITLE.sub("", rest)
    return rest if match and len(plain.split()) > 1 else name


def _is_title(text: str) -> bool:
    return bool(text) and not _TITLE.sub("", text).strip(" .")


def _may_be_turned(family: str, given: str) -> bool:
    words = (len(family.split()), len(given.split()))
    return all(0 < count <= _MOST_WORDS for count in words) and not is_organisation(family)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
