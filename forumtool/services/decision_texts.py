"""Whether a row of a list means the card whose number it has: its text is one of those that the card ever had."""

from collections.abc import Iterator
from functools import cached_property

from forumtool.domain.folding import folded
from forumtool.exports.words import KINDS
from forumtool.i18n import LANGUAGES, catalogue
from forumtool.imports.cells import cell_text
from forumtool.storage.queries.worded import ever_worded, worded
from forumtool.storage.reading import Reading

_CUT = 60  # signs; a text that is cut on its way is longer


class Texts:
    """The wordings of one file's cards."""

    def __init__(self, source: Reading) -> None:
        self._source = source
        self._worded = worded(source)

    def now(self, key: str) -> str:
        """Return the wording of a card that counts, empty for none."""
        return self._worded[key].text if key in self._worded else ""

    def fits(self, key: str, said: str) -> bool:
        """Tell whether a card says this or ever said it; nothing fits every card."""
        if not said or said == cell_text(self.now(key)):
            return True
        every = {*self._worded.get(key, ()), *ever_worded(self._source, [key])[key]}
        return any(_is_said(plain, text) for plain in self._readings(said) for text in every)

    def is_another(self, said: str) -> bool:
        """Tell whether some card of the file is worded like this."""
        return any(plain in self._all for plain in self._readings(said))

    def _readings(self, said: str) -> Iterator[str]:
        """A text as it stands, and without the word before it that says of a card what it is (``words.card_text``)."""
        yield _plain(said)
        before, _sign, text = said.partition(":")
        if _plain(before) in self._kinds:
            yield _plain(text)

    @cached_property
    def _kinds(self) -> set[str]:
        return {_plain(catalogue(language)(kind)) for language in LANGUAGES for kind in KINDS.values()}

    @cached_property
    def _all(self) -> set[str]:
        return {_plain(text) for one in self._worded.values() for text in one if text}


def _plain(text: str) -> str:
    return folded(" ".join(text.split()))


def _is_said(plain: str, text: str) -> bool:
    whole = _plain(text)
    return plain == whole or (len(plain) > _CUT and whole.startswith(plain))
