"""The field and the list in which a second language is chosen."""

from PySide6.QtWidgets import QComboBox

from forumtool.domain.languages import LANGUAGES, likely
from forumtool.i18n import _


class LanguageBox(QComboBox):
    """Languages by name. It follows what is being written until somebody chooses."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Zweite Sprache"))
        self.setPlaceholderText("–")
        self._is_chosen = False
        self._last = ""
        for code, name in LANGUAGES.items():
            self.addItem(_(name), code)
        self.activated.connect(self._choose)

    @property
    def code(self) -> str:
        """The language that is shown; the one used last while none is."""
        return str(self.currentData() or likely("", self._last))

    def begin(self, code: str, last: str) -> None:
        """Show a card's language; one that has none yet gets that of the letters as they are written."""
        self._is_chosen, self._last = bool(code), last
        if code:
            self._show(code)
        else:
            self.setCurrentIndex(-1)

    def follow(self, text: str) -> None:
        """Show the language that a text is probably in."""
        if not self._is_chosen and text.strip():
            self._show(likely(text, self._last))

    def _show(self, code: str) -> None:
        at = self.findData(code)
        if at < 0:
            self.addItem(code, code)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def _choose(self, _at: int) -> None:
        self._is_chosen = True
