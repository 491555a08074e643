"""The cards that a measure came from, or those of a group: original wording beside the edited one, support, dots."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forumtool.domain.rows import MeasureCardRow, MeasureRow, Scope
from forumtool.i18n import _, ngettext
from forumtool.services import measures
from forumtool.storage.queries.sketches import WeighedGroupRow, cards_of_group, cards_of_measure, cards_to_add
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.panel import Panel
from forumtool.ui.parts.words import words
from forumtool.ui.places.deepening.entry_list import Entry, EntryList


class SourceCards(Panel):
    """Shows the cards of a measure, which can be added to and taken from, or of a group, to be read only."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=12)
        self._desk = desk
        self._measure: MeasureRow | None = None
        self._cards: list[MeasureCardRow] = []
        self._groups: Sequence[WeighedGroupRow] = ()
        self.title = words("", "overline")
        self.list = EntryList(_("Karten"), several=True)
        self.empty = words("", "quiet", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add = button(_("Hinzufügen …") + "  K", self.choose, tip=_("Karte oder ganze Gruppe hinzufügen"))
        for thing in (self.title, self.list, self.empty, self.add):
            self.inside.addWidget(thing, 1 if thing in (self.list, self.empty) else 0)
        self.list.entered.connect(self.choose)
        self.list.removed.connect(self._remove)

    def show_measure(self, row: MeasureRow, groups: Sequence[WeighedGroupRow]) -> None:
        """Show the cards that a measure came from."""
        self._measure, self._groups = row, groups
        self._show(cards_of_measure(self._desk.file, row.id))
        self.title.setText(ngettext("AUS {count} KARTE", "AUS {count} KARTEN", len(self._cards)))
        self.empty.setText(_("Noch keine Karte: Mit K die Karten oder Gruppen nehmen, aus denen sie entsteht."))

    def show_group(self, row: WeighedGroupRow) -> None:
        """Show the cards of a group."""
        self._measure = None
        self._show(cards_of_group(self._desk.file, row.id))
        self.title.setText(ngettext("{count} KARTE DER GRUPPE", "{count} KARTEN DER GRUPPE", len(self._cards)))
        self.empty.setText(_("In dieser Gruppe ist noch keine Karte."))

    def show_nothing(self) -> None:
        """Show no cards."""
        self._measure = None
        self._show([])
        self.title.setText(_("KARTEN"))
        self.empty.setText(_("Hier stehen die Karten der gewählten Gruppe oder Maßnahme."))

    def take_focus(self) -> None:
        """Put the keyboard on the cards, or where the first one is added."""
        target: QWidget = self.list if self._cards else self.add
        target.setFocus()

    def choose(self) -> None:
        """Choose a card or a group by its words, and add it to the measure."""
        if self._measure is not None:
            Chooser(self, _("Karte oder Gruppe hinzufügen"), list(self._choices(self._measure))).open_below(self.title)
        else:
            self._desk.say(_("Karten kommen zu einer Maßnahme: Erst eine wählen."))

    def _choices(self, row: MeasureRow) -> Iterator[Choice]:
        there = [card.id for card in self._cards]
        for group in self._groups:
            if group.cards:
                yield Choice(
                    _("Gruppe „{title}“", title=group.title),
                    partial(self._desk.do, measures.add_cluster, row.id, group.id),
                    ngettext("{count} Karte", "{count} Karten", group.cards),
                )
        for card in cards_to_add(self._desk.file, Scope(row.forum_id), there):
            act = partial(self._desk.do, measures.add_cards, row.id, [card.id])
            yield Choice(f"{card.number}  {card.text}", act, card.cluster_title)

    def _remove(self) -> None:
        if self._measure is not None and self.list.chosen_keys:
            self._desk.do(measures.remove_cards, self._measure.id, self.list.chosen_keys)

    def _show(self, cards: list[MeasureCardRow]) -> None:
        self._cards = cards
        self.list.show_entries(list(_entries(cards, headed=self._measure is not None)))
        self.list.setVisible(bool(cards))
        self.empty.setVisible(not cards)
        self.add.setVisible(self._measure is not None)


def _entries(cards: Sequence[MeasureCardRow], *, headed: bool) -> Iterator[Entry]:
    for group, found in groupby(cards, key=lambda card: card.cluster_id):
        inside = list(found)
        if headed:
            title = inside[0].cluster_title or _("Nicht geordnet")
            dots = f"●\u00a0{inside[0].cluster_dots}" if inside[0].cluster_dots else ""
            yield Entry(f"group {group}", title, mark=dots, is_heading=True)
        yield from (Entry(card.id, card.text, _details(card), is_strong=False) for card in inside)


def _details(card: MeasureCardRow) -> tuple[str, ...]:
    support = ngettext("{count} weitere Stimme", "{count} weitere Stimmen", card.support) if card.support else ""
    facts = " · ".join(filter(None, (card.number, support, f"●\u00a0{card.dots}" if card.dots else "")))
    original = _("Originalton: „{text}“", text=card.original_text) if card.edited_text else ""
    return tuple(filter(None, (facts, original)))
