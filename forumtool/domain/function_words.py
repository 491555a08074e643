"""What the small words of a text tell about its language where letters cannot: "the", "und", "pour" stand in any text.

Only languages whose small words are known here are told apart; of others nothing is said rather than something wrong.
"""

import re
from functools import cache

_WORDS = {
    "de": (
        "aber als am auch auf aus bei bis brauchen das dass dem den der die durch ein eine einem einen einer gibt haben"
        " ihre im ist kann können mit nach nicht noch nur oder ohne sich sie sind soll sollen sowie über und unter vom"
        " von vor wenn werden wie wir wird zu zum zur zwischen für mehr des"
    ),
    "en": (
        "and are as at be but by can for from have how in into is it more need not of on or our should that the their"
        " there they this to we what when where which who with without you your"
    ),
    "fr": (
        "au aux avec ce cette dans des du elle est et il la le les leur leurs mais nous ou par pas plus pour que qui"
        " sans sont sur un une"
    ),
    "es": "al como con del el en es hay la las los más para pero por que se sin son su sus un una",
    "it": "anche che ci come con degli dei del della delle di è gli il la le ma nel nella non per più sono un una",
    "pt": "ao as com como da das do dos em mais na nas no não os para pelo por que são se sem um uma",
    "tr": "ama bir bu çok da daha de değil en gibi her için ile kadar olan olarak sonra var ve yok",
    "pl": "ale czy dla do jak jest już lub na nie od oraz po przez przy są się tak to więcej że",
    "ro": "acest are ca care ce cu dar de din este fi în la mai nu o pe pentru prin sau să sunt și un",
}
_KNOWN: dict[str, str] = {}
for _code, _listed in _WORDS.items():
    for _one in _listed.split():
        _KNOWN[_one] = "" if _one in _KNOWN else _code  # what two languages have tells nothing
_LETTERS = re.compile(r"[^\W\d_]+").findall
FEWEST = 4
"""So many words a text must have at least."""
_ENOUGH, _SHARE, _CLEARLY = 2, 0.2, 2


def told_otherwise(text: str, language: str, fewest: int = FEWEST, hits: int = _ENOUGH) -> str:
    """Return the code of another language than ``language`` that a text is in, as below; empty if none is told.

    Fast where there is none, as nearly always: a small word of another language must stand between blanks.
    """
    if _of_others(language).isdisjoint(text.lower().split()):
        return ""
    told = told_by_words(text, fewest, hits)
    return told if told != language else ""


@cache
def _of_others(language: str) -> frozenset[str]:
    return frozenset(word for word, code in _KNOWN.items() if code not in {"", language})


def told_by_words(text: str, fewest: int = FEWEST, hits: int = _ENOUGH) -> str:
    """Return the code of the language whose small words stand in a text, empty where that is not clear.

    A text needs the ``fewest`` words and that many different small ones of one language (``hits``), one word in five at
    least, and twice as many as of all others together.
    """
    words = _LETTERS(text.lower())
    if len(words) < fewest:
        return ""
    found: dict[str, set[str]] = {}
    for word in words:
        if code := _KNOWN.get(word):
            found.setdefault(code, set()).add(word)
    if not found:
        return ""
    code, best = max(found.items(), key=lambda one: len(one[1]))
    others = sum(len(told) for key, told in found.items() if key != code)
    count = sum(1 for word in words if word in best)
    clear = len(best) >= hits and len(best) >= _CLEARLY * others and count >= _SHARE * len(words)
    return code if clear else ""
