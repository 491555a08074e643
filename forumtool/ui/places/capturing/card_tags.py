"""All tags by their vocabularies, as chips that put them on the card or take them off."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from forumtool.domain.rows import TagGroupRow
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.words import words


class CardTags(QWidget):
    """``toggle`` is asked with a tag's key; Tab reaches each chip."""

    def __init__(self, toggle: Callable[[str], object]) -> None:
        super().__init__()
        self._toggle = toggle
        self._groups: Sequence[TagGroupRow] = ()
        self._chips: dict[str, QAbstractButton] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(3)

    def show_tags(self, groups: Sequence[TagGroupRow], worn: Collection[str], before: QWidget) -> None:
        """Show the vocabularies, the card's tags marked; Tab comes from ``before``."""
        if groups != self._groups:
            self._groups = groups
            self._build(before)
        for key, chip in self._chips.items():
            chip.setChecked(key in worn)

    def _build(self, before: QWidget) -> None:
        self._clear()
        for group in self._groups:
            if group.tags:
                self._rows.addSpacing(6)
                self._rows.addWidget(words(group.title, "small"))
                self._rows.addWidget(self._flow(group))
        for chip in self._chips.values():  # chips made anew would come behind everything else
            QWidget.setTabOrder(before, chip)
            before = chip

    def _flow(self, group: TagGroupRow) -> Flow:
        chips = Flow()
        for tag in group.tags:
            chip = button(tag.title, partial(self._toggle, tag.id), role="chip")
            chip.setCheckable(True)
            chip.setProperty("tag", tag.id)
            chips.flow.addWidget(chip)
            self._chips[tag.id] = chip
        return chips

    def _clear(self) -> None:
        self._chips.clear()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
