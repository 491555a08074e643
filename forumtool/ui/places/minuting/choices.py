"""For whom the minutes are, and how they are written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from forumtool.exports.words import AUDIENCES, WORDINGS
from forumtool.i18n import N_, _
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.words import words

_SHOWN = {
    "internal": N_("Alles: Namen, Notizen und Fotos."),
    "steering": N_("Organisationen; Namen nur, wer zugestimmt hat. Mit Notizen und Fotos."),
    "public": N_("Ohne Namen von Personen und Organisationen. Notizen und Fotos nur, wenn angehakt."),
}
_LANGUAGES = {"de": "Deutsch", "en": "English"}


class Readers(QWidget):
    """Chooses the audience and says what it is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = _combo(_("Für wen"), AUDIENCES)
        self.told = words("", "small", wrap=True)
        self.choice.activated.connect(lambda _at: self._turn())
        label = words(_("Für"), "heading")
        label.setBuddy(self.choice)
        head = across(label, self.choice)
        head.setStretch(1, 1)
        column = down(spacing=4)
        column.addLayout(head)
        column.addWidget(self.told)
        self.setLayout(column)

    @property
    def audience(self) -> str:
        """The key of the chosen audience."""
        return str(self.choice.currentData())

    def offer(self, keys: Sequence[str]) -> None:
        """Offer only these audiences, the first of them chosen."""
        self.choice.clear()
        for key in AUDIENCES:
            if key in keys:
                self.choice.addItem(_(AUDIENCES[key]), key)
        self.choice.setEnabled(len(keys) > 1)
        self.show_audience(keys[0])

    def show_audience(self, key: str) -> None:
        """Show a choice."""
        _show(self.choice, key)
        self.told.setText(_(_SHOWN[self.audience]))

    def _turn(self) -> None:
        self.told.setText(_(_SHOWN[self.audience]))
        self.changed.emit()


class Form(QWidget):
    """Chooses wording, language, and whether the minutes are of one forum or of everything."""

    changed = Signal()
    whole_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wording = _combo(_("Wortlaut der Karten"), WORDINGS)
        self.language = _combo(_("Sprache des Dokuments"), _LANGUAGES)
        self.whole = QCheckBox(_("alle Foren und der ganze Prozess"))
        column = down(spacing=4)
        for combo in (self.wording, self.language):
            combo.activated.connect(lambda _at: self.changed.emit())
            label = words(combo.accessibleName(), "small")
            label.setBuddy(combo)
            column.addWidget(label)
            column.addWidget(combo)
            column.addSpacing(8)
        self.whole.toggled.connect(lambda _on: self.whole_changed.emit())
        column.addWidget(self.whole)
        column.addStretch(1)
        self.setLayout(column)

    def show_choices(self, wording: str, language: str) -> None:
        """Show what is chosen."""
        _show(self.wording, wording)
        _show(self.language, language)


def _combo(name: str, titles: Mapping[str, str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    for key, title in titles.items():
        combo.addItem(_(title) if title not in _LANGUAGES.values() else title, key)
    return combo


def _show(combo: QComboBox, key: str) -> None:
    combo.setCurrentIndex(max(0, combo.findData(key)))
