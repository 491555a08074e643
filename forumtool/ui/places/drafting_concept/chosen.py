"""The chosen measure: what stands in it, how far it is, and where it came from."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from forumtool.domain.rows import MeasureCardRow, MeasureRow, ProgressRow
from forumtool.i18n import _, ngettext
from forumtool.services.measures import change_measure
from forumtool.services.merging_measures import merge_measures
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.sketches import cards_of_measure
from forumtool.ui.desk import Desk
from forumtool.ui.parts.panel import Panel, scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.places.drafting_concept.facts import Facts
from forumtool.ui.places.drafting_concept.years import Years


class Chosen(Panel):
    """Three pages about one measure; without one they are not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=14, spacing=6)
        self._desk = desk
        self.row: MeasureRow | None = None
        self.title = words("", "heading", wrap=True)
        self.facts = Facts(self._put, self._merge)
        self.years = Years(desk)
        self.origin = Sources()
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setAccessibleName(_("Seiten zur Maßnahme"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title, page in (
            (_("Fortschritt"), self.years),
            (_("Angaben"), scrolling(self.facts)),
            (_("Herkunft"), scrolling(self.origin)),
        ):
            self.tabs.addTab(title)
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        for thing in (self.title, self.tabs):
            self.inside.addWidget(thing)
        self.inside.addWidget(self.stack, 1)

    def show_measure(self, row: MeasureRow | None, entries: Sequence[ProgressRow]) -> None:
        """Show a measure with its entries; nothing for none."""
        if self.row is not None and (row is None or row.id != self.row.id):
            self.facts.finish()  # to the measure that it was typed for
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(row.label)
        self.facts.show_measure(row)
        self.years.show_entries(row.id, entries)
        self._show_origin()

    def _turn(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self._show_origin()

    def _show_origin(self) -> None:
        """Read the cards only while they can be seen."""
        if self.row is not None and self.tabs.currentIndex() == self.tabs.count() - 1:
            self.origin.show_cards(cards_of_measure(self._desk.file, self.row.id))

    def _put(self, field: str, text: str) -> None:
        if self.row is not None:
            self._desk.do(change_measure, self.row.id, **{field: text})

    def _merge(self, number: str) -> None:
        """Let the measure go into the one of this number."""
        if self.row is None or not number.strip():
            return
        found = [row.id for row in measures(self._desk.file) if row.number == number.strip()]
        if len(found) == 1:
            self._desk.do(merge_measures, self.row.id, found[0])
        else:
            self._desk.say_warning(
                _("Eine Maßnahme mit der Nummer {number} gibt es hier nicht, oder mehrere.", number=number.strip())
            )


class Sources(QWidget):
    """Group by group the cards that a measure came from, in their own words."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 8, 0)
        self._column.setSpacing(4)

    def show_cards(self, cards: Sequence[MeasureCardRow]) -> None:
        """Show these cards."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if not cards:
            self._column.addWidget(words(_("Diese Maßnahme entstand ohne Karten."), "quiet", wrap=True))
        for _group, members in groupby(cards, key=lambda card: card.cluster_id):
            found = list(members)
            self._column.addWidget(words(_head(found[0]), "strong", wrap=True))
            for card in found:
                self._column.addWidget(words(f"{card.number}  „{card.original_text}“", "", wrap=True))
        self._column.addStretch(1)


def _head(card: MeasureCardRow) -> str:
    if not card.cluster_id:
        return _("ohne Gruppe")
    dots = ngettext("{count} Punkt", "{count} Punkte", card.cluster_dots) if card.cluster_dots else ""
    return " · ".join(filter(None, (card.cluster_title, dots)))
