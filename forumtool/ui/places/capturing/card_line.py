"""One line for what is said to a card: the note from the discussion, dissent, second language, and who said it."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import N_, _
from forumtool.services import proposals as cards
from forumtool.storage.queries.recent import language_used
from forumtool.ui.desk import Desk
from forumtool.ui.parts.keyboard import is_enter, is_press
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.name_field import Completing
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.capturing.languages import LanguageBox

_EDGE = 14
_BREAKS = "⏎↵¶"
NOTE, DISSENT, LANGUAGE, PERSON = "note", "dissent", "language", "person"
_TITLES = {
    NOTE: N_("Notiz zu {number}"),
    DISSENT: N_("Dissens zu {number}"),
    LANGUAGE: N_("Zweite Sprache zu {number}"),
    PERSON: N_("Wer hat {number} gesagt?"),
}


class CardLine(QWidget):
    """Opens over one card, writes with Enter, forgets with Esc; ``closed`` tells that the keyboard is free again.

    Words of several lines stay so: each break is shown as a sign and written as a break again.
    """

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ProposalRow | None = None
        self._kind = NOTE
        self._break = ""
        self.title = words("", "small")
        self.field = LineField()
        self.completing = Completing(self.field)
        self._names: Sequence[str] = ()
        self.language = LanguageBox()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(_EDGE, 0, _EDGE, 0)
        lines.setSpacing(4)
        keys = (keycap("Enter"), words(_("sichern"), "small"), keycap("Esc"), words(_("zurück"), "small"))
        lines.addLayout(across(self.title, 1, *keys, spacing=5))
        lines.addLayout(across(self.field, self.language))
        self.field.committed.connect(self._write)
        self.field.left.connect(self._close)
        self.field.textEdited.connect(self.language.follow)
        for part in (self.field, self.language):
            part.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Tell whether something is being written to a card."""
        return self._card is not None

    def know(self, names: Sequence[str]) -> None:
        """Complete with these names where somebody is named."""
        self._names = names

    def open(self, card: ProposalRow, kind: str) -> None:
        """Take the keyboard for a card's note, dissent or second language."""
        if self._card is not None:
            self.field.commit()
        self._card, self._kind = None, kind
        title = _(_TITLES[kind], number=card.number)
        self.title.setText(title)
        self.field.setAccessibleName(title)
        shown = {NOTE: card.note, DISSENT: card.dissent, LANGUAGE: card.other_text, PERSON: card.contributor}[kind]
        self.completing.names = self._names if kind == PERSON else ()
        self.field.setModified(False)
        self.field.show_text(self._in_one_line(shown))
        self.field.end(False)
        if kind == PERSON:
            self.field.selectAll()  # another name takes its place
        self.language.setVisible(kind == LANGUAGE)
        self.language.begin(card.other_language, language_used(self._desk.file))
        self._card = card
        self.field.setFocus()

    def _in_one_line(self, text: str) -> str:
        lines = text.strip().splitlines()
        # a sign that somebody has written into the words must not become a break
        unused = next((sign for sign in _BREAKS if sign not in text), _BREAKS[0])
        self._break = unused if len(lines) > 1 else ""
        return f" {self._break} ".join(lines)

    def _in_lines(self, text: str) -> str:
        return re.sub(f" ?{self._break} ?", "\n", text).strip() if self._break else text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and is_press(event) and self.completing.hears(event):
            return True
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._close_if_left)
        elif (
            watched is self.language
            and isinstance(event, QKeyEvent)
            and is_press(event)
            and (is_enter(event) or event.key() == Qt.Key.Key_Escape)
        ):
            if is_enter(event):
                self._write_language()
            self._close()
            return True
        return super().eventFilter(watched, event)

    def _close_if_left(self) -> None:
        here = QApplication.focusWidget()
        inside = here is not None and self.isAncestorOf(here)
        if self.is_open and not inside and not self.language.view().isVisible():
            self._close()

    def _close(self) -> None:
        if self._card is not None:
            self._card = None
            self.closed.emit()

    def _write(self, shown: str) -> None:
        text = self._in_lines(shown)
        verbs: dict[str, Callable[[str], object]] = {
            NOTE: lambda key: self._desk.do(cards.change, key, note=text),
            DISSENT: lambda key: self._desk.do(cards.change, key, dissent=text),
            LANGUAGE: lambda key: self._desk.do(cards.translate, key, text, self.language.code),
            PERSON: lambda key: self._desk.do(cards.attribute, key, text),
        }
        if self._card is not None:
            verbs[self._kind](self._card.id)

    def _write_language(self) -> None:
        """Write a language that was chosen behind the text; the text alone was written when its field was left."""
        card = self._card
        if card is not None and self.field.text().strip():
            self._desk.do(cards.translate, card.id, self._in_lines(self.field.text()), self.language.code)
