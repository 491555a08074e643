"""A quiet button in a line that does what Enter does there: whoever has only a mouse can save, too."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit

from forumtool.i18n import _
from forumtool.ui.parts.buttons import Button

_EDGE = 3  # pixels


class EnterButton(Button):
    """Stands at the end of a line while something is written in it; the words end before it."""

    def __init__(self, field: QLineEdit, text: str) -> None:
        super().__init__(text)
        self.setParent(field)
        self.setObjectName("inField")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(_("Enter"))
        self._field = field
        self.clicked.connect(lambda _on=False: field.returnPressed.emit())
        field.textChanged.connect(self._settle)
        field.installEventFilter(self)
        self._settle(field.text())

    def say(self, text: str) -> None:
        """Say what Enter would do now."""
        if text != self.text():
            self.setText(text)
            self._settle(self._field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._settle(self._field.text())
        return super().eventFilter(watched, event)

    def _settle(self, typed: str) -> None:
        width = self.sizeHint().width()
        self.setVisible(bool(typed.strip()))
        self._field.setTextMargins(0, 0, width if typed.strip() else 0, 0)
        height = self._field.height() - 2 * _EDGE
        left = _EDGE if self.isRightToLeft() else self._field.width() - width - _EDGE
        self.setGeometry(left, _EDGE, width, height)
