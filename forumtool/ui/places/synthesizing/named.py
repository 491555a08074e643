"""What stands in the way and what exists already: how often it is named in each theme field, and by which cards."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.synthesis import Frequency
from forumtool.exports.words import OFFER_STATES
from forumtool.i18n import _, ngettext
from forumtool.storage.queries.frequency import Naming, frequencies, naming_cards
from forumtool.storage.queries.process import theme_fields
from forumtool.ui.desk import Desk
from forumtool.ui.parts.beside import Beside
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.going import begin_at, show_card
from forumtool.ui.parts.heat_table import HeatRow, HeatTable
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, Panel, across, down, scrolling
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import CARD_NUMBER, Column, RowsModel, table
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page

_NARROWEST, _NARROW, _LOWEST = 50, 740, 190  # pixels
_TABLES = ("obstacle", "existing_offer")


class NamedPage(Page):
    """Two tables of counts, the most named first; beside them the cards that name what is chosen."""

    concerns = ("obstacle", "existing_offer", "proposal_obstacle", "proposal_offer", "proposal", "goal", "theme_field",
                "forum")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: tuple[str, str] = ("", "")
        self._fields: list[str | None] = []
        self.counts = {
            "obstacle": HeatTable(_("Hemmnisse je Themenfeld"), _NARROWEST),
            "existing_offer": HeatTable(_("Angebote je Themenfeld"), _NARROWEST),
        }
        self.empty = {
            "obstacle": words(_("Noch kein Hemmnis genannt: im Erfassen ! tippen."), "quiet", wrap=True),
            "existing_offer": words(_("Noch kein Angebot genannt: im Erfassen + tippen."), "quiet", wrap=True),
        }
        self.legend = words("", "quiet", wrap=True)
        self.cards_model: RowsModel[Naming] = RowsModel(
            (
                Column(_("Nr."), lambda card: card.number, CARD_NUMBER),
                Column(_("Vorschlag"), lambda card: card.text),
                Column(_("Ziel"), lambda card: card.goal_number, 66),
                Column(_("Forum"), lambda card: card.forum_title, 150),
            )
        )
        self.cards = table(self.cards_model, _("Karten dazu"))
        self.cards_model.setParent(self.cards)
        self.chosen = words("", "heading", wrap=True)
        self._build()
        self._bind()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for key, heading in zip(_TABLES, (_("Was steht im Weg?"), _("Was gibt es schon?")), strict=True):
            sheet = Panel()
            sheet.inside.addLayout(across(words(heading, "heading"), 1))
            sheet.inside.addWidget(self.counts[key].view, 1)
            sheet.inside.addWidget(self.empty[key], 1, Qt.AlignmentFlag.AlignTop)
            sheet.setMinimumHeight(_LOWEST)
            column.addWidget(sheet, 1)
        column.addWidget(self.legend)
        self.beside = right = Panel()
        right.inside.addWidget(self.chosen)
        right.inside.addWidget(self.cards, 1000)
        right.inside.addStretch(1)
        wrap_rows(self.cards)
        Narrow(self.cards, self.cards_model.columns, (3, 2), 180)
        right.setMinimumHeight(_LOWEST)
        self.setLayout(down(scrolling(Beside((left, 3), (right, 2), least=_NARROW))))

    def _bind(self) -> None:
        for key, heat in self.counts.items():
            heat.model.tip = lambda row, column, key=key: self._tip(key, row, column)
            heat.view.selectionModel().currentRowChanged.connect(lambda now, _before, key=key: self._choose(key, now))
            heat.view.clicked.connect(lambda index, key=key: self._choose(key, index))
            EnterKey(heat.view, self.cards.setFocus)
        EnterKey(self.cards, lambda: self._open(self.cards.currentIndex()))
        self.cards.doubleClicked.connect(self._open)

    def refresh(self) -> None:
        """Count anew; what was chosen stays chosen."""
        fields = theme_fields(self.desk.file)
        rows = {key: frequencies(self.desk.file, key) for key in _TABLES}
        self._fields = [field.id for field in fields]
        heads = [field.number or field.title for field in fields]
        if any(row.by_field.get(None) for found in rows.values() for row in found):
            self._fields.append(None)
            heads.append(_("ohne"))
        for key, found in rows.items():
            self._show(key, found, heads)
        named = " · ".join(f"{field.number} {field.title}".strip() for field in fields)
        self.legend.setText(_("Themenfelder: {fields}.", fields=named))
        self.legend.setVisible(bool(fields))
        self.beside.setVisible(any(rows.values()))
        self._show_cards(*self._shown)

    def take_focus(self) -> None:
        """Put the keyboard on the obstacles, or on the offers while there are none."""
        view = next((heat.view for heat in self.counts.values() if heat.model.rows), self.cards)
        begin_at(view, 0)

    def _show(self, key: str, found: Sequence[Frequency], heads: Sequence[str]) -> None:
        heat, width = self.counts[key], len(self._fields)
        rows = [
            HeatRow(row.id, _label(row), (*(row.by_field.get(at, 0) for at in self._fields), row.total), row.total,
                    frozenset())
            for row in found
        ]  # fmt: skip
        heat.show_counts([*heads, _("alle")], rows, frozenset({width}) if width else frozenset(), frozenset({width}))
        heat.view.setVisible(bool(rows))
        self.empty[key].setVisible(not rows)

    def _choose(self, key: str, index: QModelIndex) -> None:
        if index.isValid():
            self._show_cards(key, self.counts[key].model.rows[index.row()].id)

    def _show_cards(self, key: str, thing_id: str) -> None:
        row = next((row for row in self.counts[key].model.rows if row.id == thing_id), None) if key else None
        self._shown = (key, thing_id) if row else ("", "")
        self.cards_model.show(naming_cards(self.desk.file, key, thing_id) if row else ())
        self.chosen.setText(row.label if row else _("Eine Zeile wählen: Hier stehen die Karten dazu."))
        self.cards.setVisible(row is not None)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            show_card(self, self.cards_model.rows[index.row()].id)

    def _tip(self, key: str, row: int, column: int) -> str:
        heat = self.counts[key]
        found, head = heat.model.rows[row], heat.model.columns[column].head
        said = ngettext("{count} Vorschlag", "{count} Vorschläge", found.counts[column])
        return _("{what}, {where}: {said}", what=found.label, where=head, said=said)


def _label(row: Frequency) -> str:
    return " · ".join(filter(None, (row.title, _(OFFER_STATES.get(row.state, row.state)) if row.state else "")))
