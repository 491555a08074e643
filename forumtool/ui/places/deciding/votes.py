"""The vote on one proposal, typed without a mouse: yes, Tab, no, Tab, abstentions, Enter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QIntValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from forumtool.i18n import _
from forumtool.services.decisions import votes_remark
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import keycap, words

Counts = tuple[int, int, int]
_MOST = 999


class Votes(QWidget):
    """Three counts that are written together, when Enter is pressed or the last of them is left.

    ``put`` is asked with the counts, ``entered`` is called after Enter.
    """

    def __init__(self, put: Callable[[Counts], object], entered: Callable[[], object]) -> None:
        super().__init__()
        self._put, self._entered = put, entered
        self._shown: Counts = (0, 0, 0)
        self.yes, self.no, self.abstained = (
            self._field(_("Ja-Stimmen")), self._field(_("Nein-Stimmen")), self._field(_("Enthaltungen")),
        )  # fmt: skip
        self.setLayout(
            across(keycap("A"), self._label(_("Ja"), self.yes), self.yes, self._label(_("Nein"), self.no), self.no,
                   self._label(_("Enthaltung"), self.abstained), self.abstained, spacing=6)
        )  # fmt: skip

    def _field(self, name: str) -> "CountField":
        field = CountField(name, self._left)
        field.returnPressed.connect(self._enter)
        return field

    def _label(self, text: str, field: QLineEdit) -> QLabel:
        label = words(text, "small")
        label.setBuddy(field)
        return label

    @property
    def typed(self) -> Counts:
        """What stands in the fields; nothing is none."""
        yes, no, abstained = (int(field.text() or 0) for field in (self.yes, self.no, self.abstained))
        return yes, no, abstained

    def show_counts(self, counts: Counts) -> None:
        """Show the counts of a proposal in place of what is there; without a vote the fields are empty."""
        self._shown = counts
        for field, count in zip((self.yes, self.no, self.abstained), counts, strict=True):
            text = str(count) if any(counts) else ""
            if field.text() != text and not (field.hasFocus() and field.isModified()):
                field.setText(text)

    def begin(self) -> None:
        """Put the keyboard on the first field."""
        self.yes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Write what has been typed."""
        typed = self.typed
        for field in (self.yes, self.no, self.abstained):
            field.setModified(False)
        if typed != self._shown:
            self._shown = typed
            self._put(typed)

    def _enter(self) -> None:
        self.finish()
        self._entered()

    def _left(self) -> None:
        if self.focusWidget() is None or not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.finish()


class CountField(QLineEdit):
    """A count of votes; ``left`` is called when the keyboard goes elsewhere."""

    def __init__(self, name: str, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(0, _MOST, self))
        self.setFixedWidth(48)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._left()


def vote_told(counts: Counts, seats: int) -> str:
    """Return a vote in words, and quietly if it has more votes than the steering group has seats; empty for none."""
    if not any(counts):
        return ""
    told = _("Ja {yes} · Nein {no} · Enthaltung {abstained}", yes=counts[0], no=counts[1], abstained=counts[2])
    return " · ".join(filter(None, (told, votes_remark(counts, seats))))
