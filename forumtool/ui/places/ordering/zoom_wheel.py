"""Turning the wheel with Ctrl held over lists that would otherwise scroll."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget


class ZoomWheel(QObject):
    """``turned`` tells +1 for nearer and -1 for further away, once for each notch."""

    turned = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turned = 0

    def watch(self, widget: QWidget) -> None:
        """Take the wheel with Ctrl from a widget."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()  # a touchpad turns by small parts of a notch
        while abs(self._turned) >= 120:
            step = 1 if self._turned > 0 else -1
            self._turned -= 120 * step
            self.turned.emit(step)
        return True
