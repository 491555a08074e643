"""Where ways are missing: all goals by phase and age, and below them the chosen goal phase by age."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.coverage import NO_GOALS
from forumtool.exports.gap_words import single_gaps
from forumtool.i18n import _, ngettext
from forumtool.insight.coverage import cells_by_goal, coverage_by_goal
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import tag_groups
from forumtool.storage.queries.steering import rooms, tag_sets, totals
from forumtool.ui.desk import Desk
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.figures import Figures
from forumtool.ui.parts.goal_coverage import Coverage
from forumtool.ui.parts.heat_table import HeatRow, HeatTable
from forumtool.ui.parts.panel import GAP, Panel, across, down, scrolling
from forumtool.ui.parts.to_goal import catch_for
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page


class GapsPage(Page):
    """Figures over all forums, the cards of each goal by phase and age, and one goal phase by age with its gaps."""

    concerns = ("proposal", "proposal_tag", "tag", "tag_group", "goal", "theme_field", "forum", "cluster",
                "measure")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found = NO_GOALS
        inside = QWidget()
        self.setLayout(down(scrolling(inside)))  # first, as widgets that find their place at once are styled only once
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        captions = (_("Foren mit Vorschlägen"), _("Vorschläge"), _("Gruppen"), _("fehlende Merkmale"), _("Maßnahmen"))
        self.figures = Figures(captions)
        outer.addWidget(self.figures)
        self._build_heat(outer)
        self.goal_sheet = Panel()
        self.coverage = Coverage(self.goal_sheet, self._choose, lambda goal, tags: catch_for(self, desk, goal, tags))
        outer.addWidget(self.goal_sheet, 1000)
        outer.addStretch(1)

    def _build_heat(self, outer: QVBoxLayout) -> None:
        upper = Panel()
        outer.addWidget(upper)
        self.legend = words(_("Vorschläge je Ziel, nach Phase und Lebensalter. Gestrichelt: noch keiner."), "quiet")
        self.heat = HeatTable(_("Vorschläge je Ziel, Phase und Lebensalter"))
        self.heat.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = words(
            _("Sobald es Ziele und Merkmale für Phase und Lebensalter gibt, steht hier, wo Wege fehlen."),
            "quiet",
            wrap=True,
        )
        upper.inside.addLayout(across(words(_("Wo fehlen Wege?"), "heading"), self.legend, 1))
        upper.inside.addWidget(self.heat.view)
        upper.inside.addWidget(self.nothing)
        self.heat.model.tip = self._tip
        self.heat.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.heat.view.clicked.connect(self._open)
        EnterKey(self.heat.view, lambda: self._open(self.heat.view.currentIndex()))
        self.heat.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_goal(now.row()))
        self.heat.view.verticalHeader().setSectionsClickable(True)
        self.heat.view.verticalHeader().sectionClicked.connect(self._show_goal)

    def refresh(self) -> None:
        """Read all cards and count them."""
        file = self.desk.file
        every, groups, sets = goals(file), tag_groups(file), tag_sets(file)
        found = self._found = coverage_by_goal(every, groups, sets)
        self.coverage.show_cells(cells_by_goal(every, groups, sets), ())
        missing = single_gaps(self.coverage.gaps_model.rows)
        phases = sum(len(group.tags) for group in groups if group.axis == "phase")
        rows = [
            HeatRow(goal.id, goal.label, counts, cards,
                    frozenset(at for at, tag in enumerate(found.tags) if (goal.id, tag.id) in missing))
            for goal, counts, cards in zip(found.goals, found.counts, found.cards, strict=True)
        ]  # fmt: skip
        parts = frozenset({phases}) if 0 < phases < len(found.tags) else frozenset()
        self.heat.show_counts([tag.title for tag in found.tags], rows, parts)
        self.heat.fit_height()
        something = bool(found.tags and rows)
        for thing in (self.heat.view, self.legend, self.goal_sheet):
            thing.setVisible(something)
        self.nothing.setVisible(not something)
        self._show_figures(str(len(missing)) if something else "–")
        if something and not self.coverage.goal_id:
            self._choose(max(rows, key=lambda row: row.total).id)

    def take_focus(self) -> None:
        """Put the keyboard on the counts."""
        self.heat.view.setFocus()

    def _show_figures(self, missing: str) -> None:
        rooms_, counts = rooms(self.desk.file), totals(self.desk.file)
        spoken = sum(1 for row in rooms_ if row.cards)
        self.figures.show_figures(
            (_("{some} von {all}", some=spoken, all=len(rooms_)), counts.proposals, counts.clusters,
             missing, counts.measures)
        )  # fmt: skip

    def _show_goal(self, row: int) -> None:
        if 0 <= row < len(self.heat.model.rows):
            self.coverage.show_goal(self.heat.model.rows[row].id)

    def _choose(self, goal_id: str) -> None:
        """Show the goal of a gap; the counts above follow."""
        self.coverage.show_goal(goal_id)
        self.heat.view.setCurrentIndex(self.heat.model.index(self.heat.model.row_of(goal_id), 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            row, tag = self.heat.model.rows[index.row()], self._found.tags[index.column()]
            catch_for(self, self.desk, row.id, () if row.counts[index.column()] else (tag.title,))

    def _tip(self, row: int, column: int) -> str:
        goal, tag, count = self._found.goals[row], self._found.tags[column], self._found.counts[row][column]
        said = ngettext("{count} Vorschlag", "{count} Vorschläge", count) if count else _("noch kein Weg")
        return _("Ziel {number} · {what}: {said}", number=goal.number, what=tag.title, said=said)
