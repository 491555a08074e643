"""Which language the words of a Word document are in, run by run (``w:lang`` and ``w:rtl``, ECMA-376 part 1, 17.3.2).

WCAG 2.1, 3.1.2 (EN 301 549, 10.3.1.2): a reader aloud changes its voice where the language changes.
"""

import re
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from forumtool.domain.languages import SCRIPTS, is_latin, starts_right_to_left, told_by_letters
from forumtool.exports.words import LOCALES

TEXT_RUN = '<w:t xml:space="preserve">'
_LETTERS = "".join(f"{first}-{last}" for first, last in SCRIPTS) + "\u0600-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# From a letter to the last one before a Latin letter, a break or the end, with blanks and signs between them.
_OTHER = re.compile(f"[{_LETTERS}](?:[^A-Za-z\u00c0-\u024f\n\t]*[{_LETTERS}])?")
_EAST = {"zh"}


def in_other_letters(text: str) -> str:
    """Give each stretch of words in other letters than Latin, within an open run, a run with the language they tell."""
    return _OTHER.sub(_run_by_letters, text)


def stretches(text: str) -> list[str]:
    """Return the stretches of a text in other letters than Latin."""
    return _OTHER.findall(text)


def marked(text: str, plain: Callable[[str], str], within: Callable[[str], str]) -> Iterator[str]:
    """Return the pieces of a text whose passages have runs of their own.

    ``plain`` writes what is between them and ``within`` their words, which are marked already.

    ``text`` may have ``passages`` as ``blocks.Spoken`` has them; any other kind of text is one piece.
    """
    at = 0
    for start, end, language in getattr(text, "passages", ()):
        yield plain(text[at:start])
        yield from _passage(text[start:end], language, within)
        at = end
    yield plain(text[at:])


def _passage(text: str, language: str, plain: Callable[[str], str]) -> Iterator[str]:
    """Letters tell their language by themselves only roughly: Persian may be written with those of Arabic alone.

    Within a passage in Latin letters others tell their own language; within one in others Latin letters stay unmarked.
    """
    if not text.strip():
        yield plain(text)
    elif not _OTHER.search(text):
        yield _in_run(plain(text), language)
    else:
        at, latin = 0, is_latin(language)
        for found in _OTHER.finditer(text):
            yield from _between(text[at : found.start()], language if latin else "", plain)
            yield plain(found[0]) if latin else _in_run(plain_letters(found[0]), language)
            at = found.end()
        yield from _between(text[at:], language if latin else "", plain)


def _between(text: str, language: str, plain: Callable[[str], str]) -> Iterator[str]:
    yield _in_run(plain(text), language) if language and text.strip() else plain(text)


def plain_letters(text: str) -> str:
    """Return words that are marked already, for within a ``w:t``."""
    return escape("".join(sign for sign in text if sign.isprintable()))


def _run_by_letters(found: re.Match[str]) -> str:
    told = told_by_letters(found[0]) or ("ar" if starts_right_to_left(found[0]) else "")
    return _in_run(found[0], told) if told else found[0]


def _in_run(words: str, language: str) -> str:
    """A run within another one; Word takes font, order and spelling from the marks."""
    language = LOCALES.get(language, language)
    if starts_right_to_left(words):
        marks = f'<w:rtl/><w:lang w:bidi="{language}"/>'
    else:
        east = f' w:eastAsia="{language}"' if language in _EAST else ""
        marks = f'<w:lang w:val="{language}"{east}/>'
    return f"</w:t></w:r><w:r><w:rPr>{marks}</w:rPr>{TEXT_RUN}{words}</w:t></w:r><w:r>{TEXT_RUN}"
