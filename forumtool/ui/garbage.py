"""Cycles of objects are collected on the window's thread only.

Python collects on whatever thread happens to make the next object. A table's model and view that hold each other would
then be deleted beside the window, and Qt crashes: four times of four with PySide6 6.11, never on the window's thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class Garbage(QObject):
    """Collects in the moments in between what Python would have collected at once, generation by generation."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones."""
        due = [at for at, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if count > most]  # fmt: skip
        if due:
            gc.collect(due[-1])
