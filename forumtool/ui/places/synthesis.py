"""Zusammenschau: all forums side by side, and where ways are missing."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from forumtool.domain.coverage import NO_GOALS
from forumtool.i18n import _, ngettext
from forumtool.insight.coverage import coverage_by_goal
from forumtool.storage.queries.process import constituencies, goals
from forumtool.storage.queries.proposals import tag_groups
from forumtool.storage.queries.steering import RoomRow, rooms, tag_sets, totals
from forumtool.ui.desk import Desk
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.figures import Figures
from forumtool.ui.parts.heat_table import HeatRow, HeatTable
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across, down, scrolling
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.to_goal import catch_for
from forumtool.ui.parts.words import words
from forumtool.ui.places.place import Place


class Synthesis(Place):
    """Figures over all forums, the cards of each goal by phase and age, and who was in the rooms."""

    concerns = ("proposal", "proposal_tag", "tag", "tag_group", "goal", "theme_field", "forum", "cluster", "measure",
                "attendance", "participant", "constituency")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found = NO_GOALS
        inside = QWidget()
        self.setLayout(down(scrolling(inside)))  # first, as widgets that find their place at once are styled only once
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        captions = (_("Foren mit Vorschlägen"), _("Vorschläge"), _("Gruppen"), _("Lücken"), _("Maßnahmen"))
        self.figures = Figures(captions)
        outer.addWidget(self.figures)
        self._build_heat(outer)
        self._build_rooms(outer)

    def _build_heat(self, outer: QVBoxLayout) -> None:
        upper = Panel()
        outer.addWidget(upper, 1)
        self.legend = words(_("Vorschläge je Ziel, nach Phase und Lebensalter. Gestrichelt: noch keiner."), "quiet")
        self.heat = HeatTable(_("Vorschläge je Ziel, Phase und Lebensalter"))
        self.nothing = words(
            _("Sobald es Ziele und Merkmale für Phase und Lebensalter gibt, steht hier, wo Wege fehlen."),
            "quiet",
            wrap=True,
        )
        upper.inside.addLayout(across(words(_("Wo fehlen Wege?"), "heading"), self.legend, 1))
        upper.inside.addWidget(self.heat.view, 1)
        upper.inside.addWidget(self.nothing, 1)
        upper.setMinimumHeight(220)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.heat.model.tip = self._tip
        self.heat.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.heat.view.clicked.connect(self._open)
        EnterKey(self.heat.view, lambda: self._open(self.heat.view.currentIndex()))

    def _build_rooms(self, outer: QVBoxLayout) -> None:
        lower = Panel()
        outer.addWidget(lower)
        self.rooms_model: RowsModel[RoomRow] = RowsModel(())
        self.rooms = table(self.rooms_model, _("Zusammensetzung der Foren"))
        self.rooms_model.setParent(self.rooms)
        self.nobody = words(
            _("Noch steht niemand auf einer Liste: Im Ankommen (Strg 4) kommen die Personen dazu."), "quiet", wrap=True
        )
        self.room_legend = words(_("Anwesend von denen, die auf der Liste stehen."), "quiet")
        lower.inside.addLayout(across(words(_("Wer war dabei?"), "heading"), self.room_legend, 1))
        lower.inside.addWidget(self.rooms)
        lower.inside.addWidget(self.nobody)

    def refresh(self) -> None:
        """Read all cards and count them."""
        file = self.desk.file
        groups = tag_groups(file)
        found = self._found = coverage_by_goal(goals(file), groups, tag_sets(file))
        phases = sum(len(group.tags) for group in groups if group.axis == "phase")
        rows = [
            HeatRow(goal.id, goal.label, counts, cards)
            for goal, counts, cards in zip(found.goals, found.counts, found.cards, strict=True)
        ]
        parts = frozenset({phases}) if 0 < phases < len(found.tags) else frozenset()
        self.heat.show_counts([tag.title for tag in found.tags], rows, parts)
        something = bool(found.tags and rows)
        for thing in (self.heat.view, self.legend):
            thing.setVisible(something)
        self.nothing.setVisible(not something)
        rooms_ = rooms(file)
        counts = totals(file)
        spoken = sum(1 for row in rooms_ if row.cards)
        self.figures.show_figures(
            (_("{some} von {all}", some=spoken, all=len(rooms_)), counts.proposals, counts.clusters,
             found.gaps if something else "–", counts.measures)
        )  # fmt: skip
        self._show_rooms([row for row in rooms_ if row.listed])

    def take_focus(self) -> None:
        """Put the keyboard on the counts."""
        self.heat.view.setFocus()

    def _show_rooms(self, rows: list[RoomRow]) -> None:
        self.rooms.setVisible(bool(rows))
        self.room_legend.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        benches = [bench for bench in constituencies(self.desk.file, "forum")
                   if any(bench.id in row.benches for row in rows)]  # fmt: skip
        columns = [Column(_("Forum"), lambda row: row.title)]
        columns += [Column(bench.title, partial(_on_bench, bench.id), 118) for bench in benches]
        if any(None in row.benches for row in rows):
            columns.append(Column(_("ohne Bank"), partial(_on_bench, None), 90))
        columns.append(Column(_("zusammen"), lambda row: _share(row.listed, row.present), 90))
        self.rooms_model.beginResetModel()
        self.rooms_model.columns, self.rooms_model.rows = columns, rows
        self.rooms_model.endResetModel()
        head = self.rooms.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        height = head.sizeHint().height() + 36 * min(len(rows), 4) + 14
        self.rooms.setFixedHeight(height)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            row, tag = self.heat.model.rows[index.row()], self._found.tags[index.column()]
            catch_for(self, self.desk, row.id, () if row.counts[index.column()] else (tag.title,))

    def _tip(self, row: int, column: int) -> str:
        goal, tag, count = self._found.goals[row], self._found.tags[column], self._found.counts[row][column]
        said = ngettext("{count} Vorschlag", "{count} Vorschläge", count) if count else _("noch kein Weg")
        return _("Ziel {number} · {what}: {said}", number=goal.number, what=tag.title, said=said)


def _on_bench(bench_id: str | None, row: RoomRow) -> str:
    return _share(*row.benches.get(bench_id, (0, 0)))


def _share(listed: int, present: int) -> str:
    return _("{some} von {all}", some=present, all=listed) if listed else "–"
