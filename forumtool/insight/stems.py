"""German stems by the Snowball algorithm 3.1 (https://snowballstem.org/algorithms/german/stemmer.html).

The stems are those of the package snowballstemmer, whose generated code takes ten times as long; a test compares them.
"""

import re
from functools import lru_cache

_VOWELS = "aeiouyäöü"
_BETWEEN_VOWELS = re.compile(f"([{_VOWELS}])([uy])(?=[{_VOWELS}])")
_SPELLINGS = re.compile("ß|qu|ae|oe|ue")
_SPELT = {"ß": "ss", "qu": "qu", "ae": "ä", "oe": "ö", "ue": "ü"}
_REGION = re.compile(f"[^{_VOWELS}]*[{_VOWELS}]+[^{_VOWELS}]")
_INFLECTION = re.compile("(?:erinnen|erin|lns|ern|em|en|ln|er|es|e|s)$")
_COMPARISON = re.compile("(?:est|en|er|et|st)$")
_DERIVATION = re.compile("(?:lich|isch|heit|keit|end|ung|ig|ik)$")
_LONGER_THAN_ET = ("tick", "plan", "geordn", "intern", "tr")
_DOTLESS = str.maketrans("UYäöü", "uyaou")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word, which holds lower-case letters only; vowels lose their dots."""
    word = _BETWEEN_VOWELS.sub(lambda found: found[1] + found[2].upper(), word)
    word = _SPELLINGS.sub(lambda found: _SPELT[found[0]], word)
    first, second = _regions(word)
    word = _without_inflection(word, first)
    word = _without_comparison(word, first)
    word = _without_derivation(word, first, second)
    return word.translate(_DOTLESS)


def plain(beginning: str) -> str:
    """Return the beginning of a word in the letters of stems."""
    return beginning.replace("ß", "ss").translate(_DOTLESS)


def _regions(word: str) -> tuple[int, int]:
    """Where the regions begin in which endings may go: behind the first consonant after a vowel, and the second."""
    found = _REGION.match(word) if len(word) > 2 else None  # noqa: PLR2004 - the algorithm's
    if found is None:
        return len(word), len(word)
    again = _REGION.match(word, found.end())
    return max(3, found.end()), again.end() if again else len(word)


def _without_inflection(word: str, first: int) -> str:
    found = _INFLECTION.search(word)
    if found is None or found.start() < first:
        return word
    ending, rest = found[0], word[: found.start()]
    if ending in ("ln", "lns"):
        return rest + "l"
    if ending == "s":
        return rest if rest.endswith(tuple("bdfghklmnrt")) else word
    if ending == "em":
        return word if rest.endswith("syst") else rest
    if ending in ("e", "en", "es") and rest.endswith("niss"):
        return rest[:-1]
    return rest


def _without_comparison(word: str, first: int) -> str:
    found = _COMPARISON.search(word)
    if found is None or found.start() < first:
        return word
    ending, rest = found[0], word[: found.start()]
    if ending == "st":
        return rest if rest.endswith(tuple("bdfghklmnt")) and len(rest) > 3 else word  # noqa: PLR2004 - the algorithm's
    if ending == "et":
        return rest if rest.endswith(tuple("Udfgklmnrstzä")) and not rest.endswith(_LONGER_THAN_ET) else word
    return rest


def _without_derivation(word: str, first: int, second: int) -> str:
    found = _DERIVATION.search(word)
    if found is None or found.start() < second:
        return word
    ending, rest = found[0], word[: found.start()]
    if ending in ("ig", "ik", "isch"):
        return word if rest.endswith("e") else rest
    if ending in ("lich", "heit"):
        return rest[:-2] if rest.endswith(("er", "en")) and len(rest) - 2 >= first else rest
    if rest.endswith("ig") and len(rest) - 2 >= second:
        return rest if ending != "keit" and rest.endswith("eig") else rest[:-2]
    if ending == "keit" and rest.endswith("lich") and len(rest) - 4 >= second:
        return rest[:-4]
    return rest
