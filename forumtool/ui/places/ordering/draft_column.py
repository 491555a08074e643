"""A column of the draft: what may become a group, with buttons to take it or to drop it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.column import Column
from forumtool.ui.places.ordering.draft import DraftHeap


class DraftColumn(Column):
    """One heap of a draft. ``taken`` and ``refused`` tell what somebody decided."""

    taken = Signal()
    refused = Signal()

    def __init__(self, texts: CardTexts, key: str) -> None:
        super().__init__(texts)
        self.key = key
        self.view.paper.ghost = True
        self.head.menu.hide()
        self.take = button(_("Übernehmen"), self.taken.emit, tip=_("Enter"))
        self.refuse = button(_("Verwerfen"), self.refused.emit, role="plain", tip="X")
        self.below.addLayout(across(self.take, self.refuse, 1, spacing=4))

    def show_heap(self, heap: DraftHeap, cards: Sequence[ProposalRow]) -> None:
        """Show a heap and its cards."""
        self.head.show_title(heap.title)
        self.head.facts.show_facts(len(cards), 0, ", ".join(heap.words), before=_("Entwurf"))
        self.view.setAccessibleName(_("Entwurf: {title}, {cards}", title=heap.title, cards=self.head.facts.cards))
        self.show_cards(cards, "")
