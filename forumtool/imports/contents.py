"""What a cell seems to be when no head says so: an address, a name, an organisation."""

import re
from collections.abc import Callable, Collection, Sequence

from forumtool.domain.mail_addresses import is_address

_ORGANISATION = re.compile(
    r"\b(?:e\.? ?V|gGmbH|GmbH|AG|Verein|Verband|Stadt|Amt|Fachbereich|Schule|Kita|Kirche\w*|Gemeinde|Moschee\w*|"
    r"Caritas\w*|Diakonie|DRK|AWO|Universität|Hochschule|Rat|Büro|Zentrum|Stiftung|Initiative|Polizei|Jobcenter)\b",
    re.IGNORECASE,
)
_WORD_OF_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset({"von", "van", "der", "den", "de", "zu", "zur", "vom", "und", "al", "el", "bin", "da", "dos", "di"})
_WORDS_OF_NAME = range(2, 6)
_LONGEST_NAME = 60
_HALF = 0.5


def is_turned_name(cell: str) -> bool:
    """Tell whether a cell looks like "Nachname, Vorname"."""
    family, comma, given = cell.partition(",")
    return bool(comma) and are_words_of_name(family.split(), 1) and are_words_of_name(given.split(), 1)


def is_name(cell: str) -> bool:
    """Tell whether a cell looks like "Vorname Nachname"."""
    return len(cell) <= _LONGEST_NAME and are_words_of_name(cell.split(), 2) and not is_organisation(cell)


def is_organisation(cell: str) -> bool:
    """Tell whether a cell holds a word that organisations are called by."""
    return _ORGANISATION.search(cell) is not None


def are_words_of_name(words: Sequence[str], least: int = 1) -> bool:
    """Tell whether words could be a name: letters, not too many, and none but the small ones begins small."""
    return (
        least <= len(words) < _WORDS_OF_NAME.stop
        and all(_WORD_OF_NAME.fullmatch(word) for word in words)
        and all(not word[0].islower() or word in _SMALL for word in words)
        and any(not word[0].islower() for word in words)
    )


def guess_by_content(rows: Sequence[Sequence[str]], free: Sequence[int], missing: Collection[str]) -> dict[str, int]:
    """Return the columns of the ``missing`` meanings (email, name, organisation) among the free ones.

    Two columns of single words are a family name and a given name, in the order of office lists.
    """
    found: dict[str, int] = {}

    def first(*kinds: Kind) -> int | None:
        left = [at for at in free if at not in found.values()]
        return next((at for kind in kinds for at in left if _mostly(rows, at, kind)), None)

    for meaning, kinds in _KINDS.items():
        if meaning in missing and (place := first(*kinds)) is not None:
            found[meaning] = place
    if "name" in missing and "name" not in found:
        words = [at for at in free if at not in found.values() and _mostly(rows, at, _is_word_of_name)]
        found |= dict(zip(("family", "given"), words, strict=False)) if len(words) > 1 else {}
    return found


def _is_word_of_name(cell: str) -> bool:
    return len(cell.split()) == 1 and are_words_of_name([cell], 1) and not is_organisation(cell)


Kind = Callable[[str], bool]
_KINDS: dict[str, tuple[Kind, ...]] = {
    "email": (is_address,),
    "name": (is_turned_name, is_name),
    "organisation": (is_organisation,),
}


def _mostly(rows: Sequence[Sequence[str]], at: int, kind: Kind) -> bool:
    cells = [row[at] for row in rows if row[at]]
    return sum(map(kind, cells)) > _HALF * max(len(cells), 1)
