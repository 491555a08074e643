"""Vertiefen: out of the groups that the room found weighty come measures, agreements, and what is set aside."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
)

from forumtool.domain.rows import ActionRow, ClusterRow, MeasureRow, ParkingRow
from forumtool.domain.when import read, shown
from forumtool.i18n import _, ngettext, speaking
from forumtool.services import follow_up, measures
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.steering import cards_of_cluster
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text, shortcut
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.entry_table import EntryTable
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across
from forumtool.ui.parts.row_heights import TREE_PADDING, WrapDelegate
from forumtool.ui.parts.table import Column
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.place import Place
from forumtool.ui.theme.style import body_font, worn

_KEY = Qt.ItemDataRole.UserRole
_LONG = 280


class GroupDelegate(WrapDelegate):
    """A row is as wide as its column, less the indentation of its level."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tree = self.parent()
        if isinstance(tree, QTreeWidget):
            levels = 2 if index.parent().isValid() else 1
            indent = levels * tree.indentation() if index.column() == 0 else 0
            option.rect.setWidth(tree.columnWidth(index.column()) - indent)
        return super().sizeHint(option, index)


class GroupTree(QTreeWidget):
    """Groups that open to their cards; the arrow is painted in the colours of the window."""

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        super().drawBranches(painter, rect, index)
        item = self.itemFromIndex(index)
        if item is None or item.childIndicatorPolicy() != QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator:
            return
        painter.setPen(QColor(worn().quiet))
        painter.setFont(body_font(13))
        closed = "◂" if self.isRightToLeft() else "▸"
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "▾" if item.isExpanded() else closed)


class Deepen(Place):
    """The groups by their dots at the left; measures, agreements and the parking lot at the right."""

    concerns = ("cluster", "dot_count", "dot_round", "proposal", "measure", "measure_proposal", "action_item",
                "parking_lot_item", "forum", "goal")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.measures, self.agreements, self.parked = self._measures(), self._agreements(), self._parked()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for table in (self.measures, self.agreements, self.parked):
            self.tabs.addTab(table, "")
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._turn, by))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(self._groups_panel(), 2)
        right = Panel(margin=12)
        right.inside.addWidget(self.tabs)
        outer.addWidget(right, 5)

    def _groups_panel(self) -> Panel:
        self.groups = GroupTree()
        self.groups.setAccessibleName(_("Gruppen nach Punkten"))
        self.groups.setColumnCount(2)
        self.groups.setHeaderHidden(True)
        self.groups.setWordWrap(True)
        self.groups.setIndentation(16)
        self.groups.setItemDelegate(GroupDelegate(self.groups, TREE_PADDING))
        self.groups.setExpandsOnDoubleClick(True)
        self.groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.groups.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(1, 62)
        head.sectionResized.connect(lambda *_sizes: self.groups.scheduleDelayedItemsLayout())
        self.groups.itemExpanded.connect(self._fill)
        EnterKey(self.groups, self._sketch)
        self.no_groups = words(
            _("Noch keine Gruppe: Im Ordnen (Strg 6) entstehen Gruppen, im Gewichten (Strg 7) ihre Punkte."),
            "quiet", wrap=True,
        )  # fmt: skip
        self.no_groups.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.sketch = button(_("Maßnahme skizzieren"), self._sketch, role="primary")
        self.sketch.setToolTip(_("Skizziert eine Maßnahme, die ihre Karten behält") + "  (Enter)")
        panel = Panel(margin=12)
        panel.inside.addWidget(words(_("GRUPPEN NACH PUNKTEN"), "overline"))
        panel.inside.addWidget(self.groups, 1)
        panel.inside.addWidget(self.no_groups, 1)
        panel.inside.addLayout(across(keycap("→"), words(_("Karten zeigen"), "small"), 1))
        panel.inside.addWidget(self.sketch)
        panel.setMinimumWidth(220)
        panel.setMaximumWidth(264)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return panel

    def _measures(self) -> EntryTable:
        def put(field: str) -> Any:
            return lambda row, text: self.desk.do(measures.change_measure, row.id, **{field: text.strip()})

        return EntryTable(
            (
                Column(_("Maßnahme"), lambda row: row.title, 0, put("title")),
                Column(_("Federführung"), lambda row: row.lead, 0, put("lead")),
                Column(_("Partner"), lambda row: row.partners, 0, put("partners")),
                Column(_("Wann"), lambda row: row.horizon, 92, put("horizon")),
                Column(_("aus"), _sources, 84),
                Column(_("sofort"), lambda row: row.quick_win, 70, check=lambda row, on: self.desk.do(
                    measures.change_measure, row.id, quick_win=on)),
            ),
            _("Maßnahmenskizzen"),
            prompt=_("Neue Maßnahme ohne Gruppe, Enter fügt sie an"),
            empty=_("Noch keine Maßnahme: Links eine Gruppe wählen und Enter drücken."),
            drop=(4, 2, 3),
            least=128,
            add=lambda title: self.desk.do(measures.sketch, title, forum_id=self.desk.forum_id),
            remove=lambda row: self.desk.do(measures.remove_measure, row.id),
        )  # fmt: skip

    def _agreements(self) -> EntryTable:
        def put(field: str) -> Any:
            return lambda row, text: self.desk.do(follow_up.change_agreement, row.id, **{field: text.strip()})

        return EntryTable(
            (
                Column("", lambda row: row.done, 36, check=lambda row, on: self.desk.do(
                    follow_up.change_agreement, row.id, done=on)),
                Column(_("Was"), lambda row: row.text, 0, put("text")),
                Column(_("Wer"), lambda row: row.responsible, 170, put("responsible")),
                Column(_("Bis wann"), lambda row: shown(row.due, speaking().language), 132,
                       lambda row, text: self.desk.do(follow_up.change_agreement, row.id, due=read(text))),
            ),
            _("Vereinbarungen"),
            prompt=_("Neue Vereinbarung, Enter fügt sie an"),
            empty=_("Noch keine Vereinbarung: Unten schreiben, was jemand bis wann tut, und Enter drücken."),
            add=lambda text: self.desk.do(follow_up.agree, text, forum_id=self.desk.forum_id),
            remove=lambda row: self.desk.do(follow_up.remove_agreement, row.id),
        )  # fmt: skip

    def _parked(self) -> EntryTable:
        def put(field: str) -> Any:
            return lambda row, text: self.desk.do(follow_up.change_set_aside, row.id, **{field: text.strip()})

        return EntryTable(
            (
                Column(_("Thema"), lambda row: row.text, 0, put("text")),
                Column(_("Für wen"), lambda row: row.addressee, 220, put("addressee")),
            ),
            _("Themenspeicher"),
            prompt=_("Neues Thema für später, Enter legt es ab"),
            empty=_("Noch nichts im Themenspeicher: Unten schreiben, was später dran ist, und Enter drücken."),
            add=lambda text: self.desk.do(follow_up.set_aside, text, forum_id=self.desk.forum_id),
            remove=lambda row: self.desk.do(follow_up.take_up, row.id),
        )

    def refresh(self) -> None:
        """Read groups and what came of them, and show it."""
        file, scope = self.desk.file, self.desk.scope
        self._show_groups(sorted(outcomes.clusters(file, scope), key=lambda row: -row.dots))
        found: tuple[tuple[EntryTable, str, list[MeasureRow] | list[ActionRow] | list[ParkingRow]], ...] = (
            (self.measures, _("Maßnahmen"), outcomes.measures(file, scope)),
            (self.agreements, _("Vereinbarungen"), outcomes.action_items(file, scope)),
            (self.parked, _("Themenspeicher"), outcomes.parking_lot(file, scope)),
        )
        for at, (table, title, rows) in enumerate(found):
            table.show_rows(rows)
            self.tabs.setTabText(at, f"{title}  {len(rows)}" if rows else title)
            self.tabs.setTabToolTip(at, key_text("Ctrl+PgDown"))

    def take_focus(self) -> None:
        """Put the keyboard on the weightiest group, or where a first measure is written."""
        if self.groups.topLevelItemCount():
            self.groups.setFocus()
        else:
            self._show_tab(self.tabs.currentIndex())

    def _show_groups(self, rows: list[ClusterRow]) -> None:
        chosen, open_ = self._chosen_group(), self._open_groups()
        self.groups.clear()
        for row in rows:
            item = QTreeWidgetItem([row.title, f"●\u00a0{row.dots}" if row.dots else ""])
            item.setData(0, _KEY, row.id)
            item.setFont(0, body_font(strong=True))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, ngettext("{count} Karte", "{count} Karten", row.cards))
            if row.cards:
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self.groups.addTopLevelItem(item)
            item.setExpanded(row.id in open_)
            if row.id == chosen:
                self.groups.setCurrentItem(item)
        if rows and self.groups.currentItem() is None:
            self.groups.setCurrentIndex(self.groups.model().index(0, 0))
        self.no_groups.setVisible(not rows)
        self.groups.setVisible(bool(rows))
        self.sketch.setEnabled(bool(rows))

    def _fill(self, item: QTreeWidgetItem) -> None:
        """Read the cards of a group when it is opened."""
        if item.parent() is not None or item.childCount():
            return
        for card in cards_of_cluster(self.desk.file, str(item.data(0, _KEY))):
            text = card.original_text if len(card.original_text) <= _LONG else f"{card.original_text[:_LONG]} …"
            child = QTreeWidgetItem([text, card.number])
            child.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            item.addChild(child)

    def _open_groups(self) -> set[str]:
        items = (self.groups.topLevelItem(at) for at in range(self.groups.topLevelItemCount()))
        return {str(item.data(0, _KEY)) for item in items if item is not None and item.isExpanded()}

    def _chosen_group(self) -> str | None:
        item = self.groups.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        return str(item.data(0, _KEY)) if item is not None else None

    def _sketch(self) -> None:
        """Sketch a measure out of the chosen group and let its title be written."""
        cluster_id = self._chosen_group()
        step = self.desk.do(measures.sketch_from_cluster, cluster_id) if cluster_id else None
        if step is not None:
            self.tabs.setCurrentIndex(0)
            self.measures.choose_key(next(iter(step.changes["measure"])))
            self.measures.edit(0)

    def _turn(self, by: int) -> None:
        self._show_tab((self.tabs.currentIndex() + by) % self.tabs.count())

    def _show_tab(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        (self.measures, self.agreements, self.parked)[at].take_focus()


def _sources(row: MeasureRow) -> str:
    """The first card that a measure came from, and how many more."""
    return "".join(row.proposals[:1]) + (f" +{len(row.proposals) - 1}" if len(row.proposals) > 1 else "")
