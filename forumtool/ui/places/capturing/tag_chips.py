"""The tags used last as a row of numbered chips under the field; they never take the keyboard."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.words import keycap

_GAP = 5


class TagChips(QWidget):
    """Chips in one line; those that do not fit are left out, their digits count all the same.

    ``toggle`` is called with the place of a chip that was clicked, counted from 0.
    """

    def __init__(self, toggle: Callable[[int], object]) -> None:
        super().__init__()
        self._toggle = toggle
        self._chips: list[QPushButton] = []
        self._marked: set[str] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._head = keycap("#")
        self._row.addWidget(self._head)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def show_tags(self, titles: Sequence[str]) -> None:
        """Show these tags by their digits."""
        while len(self._chips) < len(titles):
            self._add_chip()
        for at, chip in enumerate(self._chips):
            title = titles[at] if at < len(titles) else ""
            if chip.property("title") != title:
                chip.setProperty("title", title)
                chip.setText(f"{at + 1}  {title}")
                chip.setAccessibleName(_("Merkmal {digit}: {title}", digit=at + 1, title=title))
        self._marked = None
        self._fit(self.width())

    def mark(self, titles: Collection[str]) -> None:
        """Mark the tags that the card being typed, or the chosen cards, have."""
        worn = {title.casefold() for title in titles}
        if worn == self._marked:
            return
        self._marked = worn
        for chip in self._chips:
            chip.setChecked(str(chip.property("title")).casefold() in worn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _add_chip(self) -> None:
        at = len(self._chips)
        chip = button("", partial(self._clicked, at), role="chip")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chips.append(chip)
        self._row.insertWidget(at + 1, chip)

    def _clicked(self, at: int) -> None:
        self._marked = None  # the click has marked the chip already, whatever comes of it
        self._toggle(at)

    def _fit(self, width: int) -> None:
        needed = self._head.sizeHint().width()
        for chip in self._chips:
            needed += _GAP + chip.sizeHint().width()
            chip.setVisible(bool(chip.property("title")) and needed <= width)
