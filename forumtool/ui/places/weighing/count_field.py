"""A field for counted dots: digits only, and keys that go to its neighbours."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent

from forumtool.ui.parts.keyboard import ENTER, held
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.states import put_state

MOST_DOTS = 9_999
HEIGHT = 38  # as the style sheet makes it, with padding and frame
_WAYS = {**dict.fromkeys(ENTER, "next"), Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
_ASIDE = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}


class CountField(LineField):
    """Takes digits; letters are left to the place as commands.

    ``went`` tells the way the keyboard wants to go: "next", "up", "down", "left" or "right". ``limit`` is the most
    that is plausible, 0 if nobody knows; a number above it stands in the colour of a warning.
    """

    went = Signal(str)
    clicked = Signal()
    blurred = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.limit = 0
        self.setValidator(QIntValidator(0, MOST_DOTS, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setObjectName("count")
        self.textChanged.connect(self._weigh_up)

    @property
    def dots(self) -> int:
        """The number that stands there, also while it is typed."""
        return int(self.text() or 0)

    @property
    def is_over(self) -> bool:
        """Tell whether the number is more than there can be."""
        return 0 < self.limit < self.dots

    def show_dots(self, dots: int, limit: int) -> None:
        """Show a count and know from now on how many there can be."""
        self.limit = limit
        self.show_text(str(dots) if dots else "")
        self._weigh_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        way = _WAYS.get(key) or (_ASIDE.get(key) if self._at_edge(key) else None)
        plain = not held(event) & ~Qt.KeyboardModifier.ShiftModifier
        if way and plain:
            self.commit()
            self.went.emit(way)
        elif event.text().isalpha() and plain:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self.clicked.emit()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        self.blurred.emit()

    def _at_edge(self, key: Qt.Key) -> bool:
        whole = self.selectedText() == self.text()
        return whole or self.cursorPosition() == (0 if key == Qt.Key.Key_Left else len(self.text()))

    def _weigh_up(self) -> None:
        if self.is_over or self.property("state"):
            put_state(self, "warning" if self.is_over else "")
