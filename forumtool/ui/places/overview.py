"""Überblick: the process at a glance, and where its ways are still missing, as the cards come in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QTableView, QVBoxLayout, QWidget

from forumtool.domain.coverage import TagSet
from forumtool.domain.rows import GoalRow, MilestoneRow
from forumtool.domain.when import shown, standing
from forumtool.i18n import _, ngettext, speaking
from forumtool.storage.queries.process import goals, milestones, theme_fields
from forumtool.storage.queries.proposals import tag_groups
from forumtool.storage.queries.steering import RoomRow, rooms, tag_sets, totals
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.figures import Figures
from forumtool.ui.parts.going import begin_at, go_to
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, down, scrolling
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.timeline import Stop, Timeline
from forumtool.ui.parts.to_goal import catch_for
from forumtool.ui.parts.words import words
from forumtool.ui.places.place import Place
from forumtool.ui.places.surveying.fields import CARDS, FieldsModel, lines

if TYPE_CHECKING:
    from forumtool.ui.parts.goal_coverage import Coverage

_ROOMY = 1060  # pixels; below that the panels stand one below the other
_LEAST, _SHEET = 284, 516  # pixels
_NAMED = 12


class Overview(Place):
    """Figures, the roadmap, the theme fields with their goals, what these have no way for, and the forums."""

    concerns = ("process", "milestone", "theme_field", "goal", "forum", "proposal", "proposal_tag", "tag", "tag_group",
                "cluster", "participant", "measure", "attendance")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk_goal: str | None = None
        inside = QWidget()
        self.setLayout(down(scrolling(inside)))  # first, as widgets that find their place at once are styled only once
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        self.reminder = words("", "warning", wrap=True)
        self.reminder.hide()
        outer.addWidget(self.reminder)  # on top: it comes once in three years
        captions = (_("Ziele"), _("Foren"), _("Vorschläge"), _("Gruppen"), _("Personen"))
        self.figures = Figures(captions)
        outer.addWidget(self.figures)
        self._main = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main.setSpacing(GAP)
        outer.addLayout(self._main, 1)
        self._build_fields()
        self._sheet = Panel()
        self._sheet.setMinimumHeight(_SHEET)
        self._main.addWidget(self._sheet, 5)
        self.coverage: Coverage | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._add_coverage)
        self._build_roadmap(outer)
        self._build_forums(outer)

    def _build_roadmap(self, outer: QVBoxLayout) -> None:
        roadmap = Panel()
        outer.addWidget(roadmap)
        self.timeline = Timeline()
        self.no_milestones = words(_("Noch kein Meilenstein: Der Fahrplan entsteht im Aufbau."), "quiet", wrap=True)
        for thing in (words(_("Fahrplan"), "heading"), self.timeline, self.no_milestones):
            roadmap.inside.addWidget(thing)

    def _build_fields(self) -> None:
        panel = Panel(margin=1, spacing=0)
        self._main.addWidget(panel, 3)
        self.fields_model = FieldsModel()
        self.fields = table(self.fields_model, _("Themenfelder und Ziele"))
        self.missing = words("", "small", wrap=True)
        self.to_setup = button(_("Zum Aufbau"), lambda: go_to(self, "setup"))
        self.no_goals = _empty(_("Noch kein Ziel: Themenfelder und Ziele entstehen im Aufbau."), self.to_setup)
        for thing, stretch in ((self.fields, 1), (self.no_goals, 0), (self.missing, 0)):
            panel.inside.addWidget(thing, stretch)
        self.fields_model.setParent(self.fields)
        self.missing.setContentsMargins(16, 8, 16, 10)
        self.fields.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.fields.setMinimumHeight(_LEAST)
        wrap_rows(self.fields)
        _open_by_keys_and_mouse(self.fields, self._open_goal)
        self.fields.clicked.connect(self._open_count)
        self.fields.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_goal(now.row()))

    def _build_forums(self, outer: QVBoxLayout) -> None:
        panel = Panel(margin=1, spacing=0)
        outer.addWidget(panel)
        self.forums_model: RowsModel[RoomRow] = RowsModel(
            (
                Column(_("Forum"), lambda row: row.title),
                Column(_("Wann"), lambda row: shown(row.when, speaking().language), 190),
                Column(_("Vorschläge"), lambda row: row.cards or "–", 112, align_right=True),
            )
        )
        self.forums = table(self.forums_model, _("Foren"))
        panel.inside.addWidget(self.forums, 1)
        self.no_forums = _empty(_("Noch kein Forum: Oben beim Forum einen Titel schreiben und Enter drücken."))
        panel.inside.addWidget(self.no_forums)
        self.forums_model.setParent(self.forums)
        self.forums.setWordWrap(False)
        Narrow(self.forums, self.forums_model.columns, (1,), 170)
        _open_by_keys_and_mouse(self.forums, self._open_forum)

    def refresh(self) -> None:
        """Read the file and show it; with 2,000 cards that takes less than a frame."""
        file = self.desk.file
        found, every = totals(file), goals(file)
        self.figures.show_figures((found.goals, found.forums, found.proposals, found.clusters, found.people))
        self._show_milestones()
        sets = tag_sets(file)
        counts = dict.fromkeys((goal.id for goal in every), 0)
        for one in sets:
            if one.goal_id in counts:
                counts[one.goal_id] += one.cards
        self.fields_model.show(lines(theme_fields(file), every, counts))
        self.no_goals.setVisible(not every)
        self.fields.setVisible(bool(self.fields_model.rows))
        self._tell_missing(every, counts, found.proposals - sum(counts.values()))
        self._show_forums()
        self._show_coverage(every, sets)

    def _show_coverage(self, every: Sequence[GoalRow], sets: Sequence[TagSet]) -> None:
        self._sheet.setVisible(bool(every))
        if not every:
            return
        if self.coverage is None:
            self._soon.start(0)
            return
        from forumtool.insight.coverage import cells_by_goal

        self.coverage.show_cells(cells_by_goal(every, tag_groups(self.desk.file), sets), self._spoken_about(every))
        self._follow_desk()

    def _add_coverage(self) -> None:
        """Add what the first picture does not wait for; it comes with the second."""
        if self.coverage is not None or not self.desk.is_open:
            return
        from forumtool.ui.parts.goal_coverage import Coverage

        self._sheet.hide()  # so that everything in it is laid out before it can be seen
        self.coverage = Coverage(self._sheet, self._choose_goal, self._catch)
        self._sheet.setMinimumHeight(0)
        self._show_coverage(goals(self.desk.file), tag_sets(self.desk.file))

    def take_focus(self) -> None:
        """Put the keyboard on the goals, or on what makes the first one."""
        if not self.fields_model.rows:
            self.to_setup.setFocus()
            return
        begin_at(self.fields, next((at for at, line in enumerate(self.fields_model.rows) if not line.is_field), 0), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _ROOMY
        self._main.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom,
        )

    def _spoken_about(self, every: Sequence[GoalRow]) -> list[str]:
        """Return the goals of the chosen forum; without one, no goal goes before the others."""
        return [goal.id for goal in self.desk.goals()] if self.desk.forum_id and len(every) else []

    def _show_milestones(self) -> None:
        today, language = date.today().isoformat(), speaking().language
        found = milestones(self.desk.file)
        self.timeline.show_stops(
            [Stop(row.title, shown(row.when, language), standing(row.when, today), row.note) for row in found]
        )
        self.timeline.setVisible(bool(found))
        self.no_milestones.setVisible(not found)
        self._remind(found)

    def _remind(self, found: Sequence[MilestoneRow]) -> None:
        """Say that the concept is to be renewed, where it is."""
        from forumtool.exports.concept_parts import reminder, validity_of

        self.reminder.setText(reminder(validity_of(self.desk.process(), found), speaking()))
        self.reminder.setVisible(bool(self.reminder.text()))

    def _show_forums(self) -> None:
        found = rooms(self.desk.file)
        self.forums_model.show(found)
        self.no_forums.setVisible(not found)
        self.forums.setVisible(bool(found))
        self.forums.setFixedHeight(38 + 36 * len(found))

    def _tell_missing(self, every: Sequence[GoalRow], counts: Mapping[str, int], loose: int) -> None:
        missing = [goal for goal in every if not counts.get(goal.id)]
        said = []
        if missing:
            numbers = ", ".join(goal.number for goal in missing[:_NAMED])
            if len(missing) > _NAMED:
                numbers = _("{numbers} und {count} weitere", numbers=numbers, count=len(missing) - _NAMED)
            said.append(
                ngettext(
                    "{count} Ziel hat noch keinen Weg: {numbers}.",
                    "{count} Ziele haben noch keinen Weg: {numbers}.",
                    len(missing),
                    numbers=numbers,
                )
            )
        elif every:
            said.append(_("Zu jedem Ziel gibt es mindestens einen Vorschlag."))
        if loose:
            said.append(
                ngettext(
                    "{count} Vorschlag gehört zu keinem Ziel.", "{count} Vorschläge gehören zu keinem Ziel.", loose
                )
            )
        self.missing.setText(" ".join(said))
        self.missing.setVisible(bool(said))

    # The goal that is looked at, and the ways to others

    def _follow_desk(self) -> None:
        """Look at the goal that is worked on when that has become another; else at the one that was chosen here."""
        if self.coverage is None:
            return
        goal_id = self.coverage.goal_id
        if self.desk.goal_id != self._desk_goal or not goal_id:
            self._desk_goal = self.desk.goal_id
            goal_id = self.desk.goal_id or ""
        at = self.fields_model.row_of(goal_id) if goal_id else -1
        if at >= 0 and self.fields.currentIndex().row() != at:
            self.fields.setCurrentIndex(self.fields_model.index(at, 1))
        elif goal_id != self.coverage.goal_id:
            self.coverage.show_goal(goal_id)

    def _show_goal(self, row: int) -> None:
        goal_id = self.fields_model.goal_at(row)
        if goal_id and self.coverage is not None:
            self.coverage.show_goal(goal_id)

    def _choose_goal(self, goal_id: str) -> None:
        self.fields.setCurrentIndex(self.fields_model.index(self.fields_model.row_of(goal_id), 1))

    def _catch(self, goal_id: str, tags: Sequence[str]) -> None:
        catch_for(self, self.desk, goal_id, tags)

    def _open_goal(self, index: QModelIndex) -> None:
        goal_id = self.fields_model.goal_at(index.row())
        if goal_id:
            self._catch(goal_id, ())

    def _open_count(self, index: QModelIndex) -> None:
        if index.column() == CARDS:
            self._open_goal(index)

    def _open_forum(self, index: QModelIndex) -> None:
        self.desk.choose_forum(self.forums_model.rows[index.row()].id)
        go_to(self, "agenda")


def _open_by_keys_and_mouse(view: QTableView, act: Any) -> None:
    view.doubleClicked.connect(act)
    EnterKey(view, lambda: act(view.currentIndex()) if view.currentIndex().isValid() else None)


def _empty(sentence: str, *things: QWidget) -> QWidget:
    made = QWidget()
    layout = down(words(sentence, "quiet", wrap=True), *things, 1)
    layout.setContentsMargins(16, 16, 16, 16)
    for thing in things:
        layout.setAlignment(thing, Qt.AlignmentFlag.AlignLeft)
    made.setLayout(layout)
    return made
