"""The white panel at the left: cards that are in no group yet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.ui.parts.panel import Panel
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.theme.style import worn

WIDTH = 214


class NotOrdered(Panel):
    """Cards without a group. Cards dropped here leave their group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=10, spacing=8)
        self.setFixedWidth(WIDTH)
        self.title, self.view = words("", "overline"), ColumnView()
        self.empty = words("", "small", wrap=True)
        for thing in (self.title, self.empty):
            self.inside.addWidget(thing)
        self.inside.addWidget(self.view, 1)
        self.view.setMinimumHeight(40)
        self.view.lit.connect(self._light)

    def show_cards(self, cards: Sequence[ProposalRow], *, ordered: int) -> None:
        """Show cards; ``ordered`` is how many are in groups, to say why there may be none here."""
        self.title.setText(_("NOCH NICHT GEORDNET · {count}", count=len(cards)))
        self.view.setAccessibleName(_("Noch nicht geordnet: {count}", count=len(cards)))
        self.view.cards.show(cards)
        self.empty.setText(
            _("Alle Karten sind geordnet.") if ordered else _("Noch keine Karten: Unter Erfassen kommen sie dazu.")
        )
        self.empty.setVisible(not cards)

    def _light(self, on: bool) -> None:
        self.setStyleSheet(f"#panel {{ border-color: {worn().accent}; }}" if on else "")
