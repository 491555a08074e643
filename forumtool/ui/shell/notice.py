"""A sentence for the user in the status line: quiet ones go by themselves, warnings with the next act after reading."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.words import words

_QUIET_FOR, _PER_SIGN, _LONG = 4000, 40, 100  # milliseconds, and for each sign beyond so many
_LEFT, _GAP = 10, 4


class Notice(QFrame):
    """One sentence in the room that it is given: it covers nothing and never takes the keyboard.

    ``turned`` tells that it came, went or says something else.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.text = words("", "notice", wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.close_button = button("×", self.hide, role="noticeClose", tip=_("Schließen"))
        self.close_button.setAccessibleName(_("Schließen"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_LEFT, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._since = QElapsedTimer()
        self._reading = 0
        self.hide()

    def say(self, kind: str, sentence: str) -> None:
        """Show a sentence, "quiet" for as long as it takes to read, "warning" until closed, replaced or passed."""
        for one in (self, self.text):
            one.setProperty("state", kind)
            one.style().polish(one)
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self.turned.emit()
        self._timer.stop()
        self._reading = _QUIET_FOR + _PER_SIGN * max(0, len(sentence) - _LONG)
        self._since.start()
        if kind == "quiet":
            self._timer.start(self._reading)

    def pass_by(self) -> None:
        """Go when an act has succeeded since: a quiet sentence at once, a warning when there was time to read it."""
        if self.property("state") == "quiet" or (self._since.isValid() and self._since.hasExpired(self._reading)):
            self.hide()

    def height_in(self, width: int) -> int:
        """Return how high the sentence is in a width, both in pixels."""
        return self.text.heightForWidth(width - _LEFT - _GAP - self.close_button.sizeHint().width()) + 2

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turned.emit()
