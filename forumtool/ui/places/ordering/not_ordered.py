"""The white panel at the left: cards that are in no group yet."""

from collections.abc import Sequence

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.ui.parts.panel import Panel
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.column_view import ColumnView

WIDTH = 214
_INSIDE = 9


class NotOrdered(Panel):
    """Cards without a group. Cards dropped here leave their group."""

    def __init__(self, texts: CardTexts) -> None:
        super().__init__(margin=_INSIDE, spacing=8)
        self.setFixedWidth(WIDTH)
        self.inside.setContentsMargins(_INSIDE, _INSIDE, 0, 1)
        self.title, self.view = words("", "overline"), ColumnView(texts)
        self.empty = words("", "small", wrap=True)
        self.empty.setContentsMargins(0, 0, _INSIDE, 0)
        for thing in (self.title, self.empty):
            self.inside.addWidget(thing)
        self.inside.addWidget(self.view, 1)
        self.view.setMinimumHeight(40)
        self.view.lit.connect(self._light)

    def show_cards(self, cards: Sequence[ProposalRow], *, ordered: int, drafted: int = 0) -> None:
        """Show cards; ``ordered`` are in groups and ``drafted`` in a draft, to say why there may be none here."""
        count = len(cards) + drafted
        self.title.setText(_("NOCH NICHT GEORDNET · {count}", count=count))
        self.view.setAccessibleName(_("Noch nicht geordnet: {count}", count=count))
        self.view.cards.show(cards)
        self.empty.setText(self._told(count, ordered, drafted))
        self.empty.setVisible(not cards or bool(drafted))

    def _told(self, count: int, ordered: int, drafted: int) -> str:
        if drafted:
            return _("Davon {count} im Entwurf, rechts.", count=drafted)
        if count or ordered:
            return _("Alle Karten sind geordnet.")
        return _("Noch keine Karten: Unter Erfassen kommen sie dazu.")

    def _light(self, on: bool) -> None:
        self.setProperty("lit", on)
        self.style().polish(self)  # this frame only: a style sheet of its own would dress every card list again
