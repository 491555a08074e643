"""German stems by the Snowball algorithm (https://snowballstem.org/algorithms/german/stemmer.html)."""

import threading
from functools import lru_cache

_DOTLESS = str.maketrans("äöü", "aou")
_own = threading.local()  # a stemmer keeps the word that it works on, so each thread has one


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word, which holds lower-case letters only; vowels lose their dots."""
    if not hasattr(_own, "stemmer"):
        from snowballstemmer import stemmer

        _own.stemmer = stemmer("german")
    return str(_own.stemmer.stemWord(word))


def plain(beginning: str) -> str:
    """Return the beginning of a word in the letters of stems."""
    return beginning.replace("ß", "ss").translate(_DOTLESS)
