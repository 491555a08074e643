"""How far a long step has come. The step holds the window's thread, so what is told here is painted at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLabel, QProgressBar

_LONG = 300  # rows; fewer are there before anybody looks
_WHOLE = 100


class StepBar(QProgressBar):
    """A thin bar that is there while a step with many rows is being made, and moves at each hundredth of it.

    The label beside it says meanwhile what is being done. Nothing that the user does is handled until the step is over.
    """

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        self._label = label
        self._said = self._before = ""
        self.setTextVisible(False)
        self.setFixedSize(160, 6)
        self.setRange(0, _WHOLE)
        self.hide()

    @contextmanager
    def over(self, total: int, said: str) -> Iterator[Callable[[int, int], None]]:
        """Say what is being done with so many rows while the block runs, which gets the bar's ``tell``."""
        self.tell(0, total, said)
        try:
            yield self.tell
        finally:
            self.end()

    def tell(self, done: int, total: int, said: str = "") -> None:
        """Show how many rows are done; a step with few of them shows nothing."""
        part = done * _WHOLE // total if total > _LONG else 0
        if total > _LONG and (self.isHidden() or part > self.value()):
            if self.isHidden() and said:
                self._said, self._before = said, self._label.text()
                self._label.setText(said)
            self.setValue(part)
            if self.isHidden():
                self._make_room()
            self._label.repaint()
            self.repaint()

    def _make_room(self) -> None:
        """Lay out what stands beside the bar at once, which else waits until the step is over."""
        self.show()
        around = self.parentWidget()
        if around is not None and (layout := around.layout()) is not None:
            layout.activate()
            around.repaint()

    def end(self) -> None:
        """Go, and leave the label as it was, unless it says something else by now."""
        if self._said and self._label.text() == self._said:
            self._label.setText(self._before)
        self._said = ""
        self.hide()
        self.reset()
