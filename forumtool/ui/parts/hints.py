"""The keys of a place in one line: those that do not fit are left out, the last ones first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import keycap, words

_GAP = 10


class KeyHints(QWidget):
    """Pairs of a key and what it does."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._pairs = [self._pair(key, what) for key, what in pairs]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for pair in self._pairs:
            layout.addWidget(pair)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = 0
        for pair in self._pairs:
            needed += pair.sizeHint().width()
            pair.setVisible(needed <= event.size().width())
            needed += _GAP

    def _pair(self, key: str, what: str) -> QWidget:
        pair = QWidget(self)
        pair.setLayout(across(keycap(key), words(what, "small"), spacing=5))
        return pair
