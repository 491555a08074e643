"""What stands behind a card: the wordings that support it, and the card that it is a part of."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.rows import ProposalRow, Wording
from forumtool.i18n import _
from forumtool.services import joining
from forumtool.storage.queries.proposals import proposal_numbered
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words


class Behind(QWidget):
    """Every wording in full, each of which can stand by itself again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[str, tuple[Wording, ...]] = ("", ())
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 6, 0, 0)
        self._rows.setSpacing(2)

    def show_card(self, card: ProposalRow) -> None:
        """Show what stands behind a card; without anything the section is not there."""
        self.setVisible(bool(card.wordings or card.split_from))
        if self._shown == (card.split_from, card.wordings):
            return
        self._shown = (card.split_from, card.wordings)
        self._clear()
        if card.wordings:
            self._rows.addWidget(words(_("Auch so gesagt"), "small"))
        for one in card.wordings:
            told = " · ".join(filter(None, (one.number, one.elsewhere, one.contributor)))
            self._add(one.text, told, _("herausnehmen"), partial(self._desk.do, joining.separate, [one.id]))
        whole = proposal_numbered(self._desk.file, card.split_from) if card.split_from else None
        if whole is not None:
            self._rows.addWidget(words(_("Aufgeteilt aus"), "small"))
            undo = partial(self._desk.do, joining.unsplit, whole.id)
            self._add(whole.text, whole.number, _("wieder ganz"), undo)

    def _add(self, text: str, told: str, act_title: str, act: Callable[[], object]) -> None:
        take = button(act_title, act, role="plain")
        take.setAccessibleName(f"{told}: {act_title}")
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words(_("„{text}“", text=text), wrap=True))
        line = across(words(told, "small", wrap=True), take)
        line.setStretch(0, 1)
        column.addLayout(line)
        self._rows.addWidget(row)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
