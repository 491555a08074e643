"""Catalogues of words: German is the source text, English is complete in ``resources/locale/en``.

The language of the window and the language of a document differ: ``_`` speaks the window's language, an export
takes a ``Catalogue`` of its own as an argument.
"""

import gettext
import os
from functools import cache

from forumtool.paths import resource

LANGUAGES = ("de", "en")


class Catalogue:
    """The words of one language.

    ``language`` is "de" or "en"; any other raises ``ValueError``.
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language!r}")
        self.language = language
        self._words: gettext.NullTranslations = (
            gettext.NullTranslations()
            if language == "de"
            else gettext.translation("forumtool", resource("locale"), [language])
        )

    def __call__(self, text: str, /, **values: object) -> str:
        """Return the text in this language with ``{name}`` replaced by the values."""
        found = self._words.gettext(text) if text else text
        return found.format(**values) if values else found

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return the form for the count; ``{count}`` is replaced by it."""
        return self._words.ngettext(one, many, count).format(count=count, **values)


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language, read once."""
    return Catalogue(language)


def _wanted() -> str:
    wanted = os.environ.get("FORUMTOOL_LANGUAGE", "")
    return wanted if wanted in LANGUAGES else "de"


_speaking: list[Catalogue] = []


def speak(language: str) -> None:
    """Make ``_`` speak this language from now on."""
    _speaking[:] = [catalogue(language)]


def speaking() -> Catalogue:
    """Return the catalogue of the window and the terminal."""
    if not _speaking:
        _speaking.append(catalogue(_wanted()))
    return _speaking[0]


def _(text: str, /, **values: object) -> str:
    """Return the text in the language of the window."""
    return speaking()(text, **values)


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form for the count in the language of the window; ``{count}`` is replaced by it."""
    return speaking().plural(one, many, count, **values)


def N_(text: str) -> str:
    """Mark a text for the catalogue and return it unchanged; it is translated where it is shown."""
    return text


def decimal(number: float) -> str:
    """Return a number with one digit behind the comma, or point, of the window's language."""
    text = f"{number:.1f}"
    return text.replace(".", ",") if speaking().language == "de" else text
