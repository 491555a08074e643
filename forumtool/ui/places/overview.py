"""Überblick: the process at a glance, and where its ways are still missing."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from forumtool.domain.rows import EVERYTHING, GoalRow, ThemeFieldRow
from forumtool.domain.when import shown, standing
from forumtool.i18n import _, ngettext, speaking
from forumtool.storage.queries.process import goals, milestones, theme_fields
from forumtool.storage.queries.proposals import counts_by_goal
from forumtool.storage.queries.steering import RoomRow, rooms, totals
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.figures import Figures
from forumtool.ui.parts.going import begin_at, go_to
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, down, scrolling
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, Index, RowsModel, table
from forumtool.ui.parts.timeline import Stop, Timeline
from forumtool.ui.parts.words import words
from forumtool.ui.places.place import Place
from forumtool.ui.theme.style import body_font, worn

_LEAST = 216


class Line(NamedTuple):
    """A theme field, or a goal below it, with the number of its cards."""

    id: str
    number: str
    title: str
    cards: int
    is_field: bool


class FieldsModel(RowsModel[Line]):
    """Theme fields in strong type, their goals below them, and in another colour what has no way yet."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.FontRole and line.is_field:
            return body_font(strong=True)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2 and not line.cards:
            return QColor(worn().warning)
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_field = index.isValid() and self.rows[index.row()].is_field
        return flags & ~Qt.ItemFlag.ItemIsSelectable if is_field else flags


class Overview(Place):
    """Figures, the roadmap, the theme fields with their goals, and the forums."""

    concerns = ("process", "milestone", "theme_field", "goal", "forum", "proposal", "cluster", "participant", "measure",
                "attendance")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        captions = (_("Ziele"), _("Foren"), _("Vorschläge"), _("Gruppen"), _("Personen"))
        self.figures = Figures(captions)
        self.timeline = Timeline()
        self.no_milestones = words(_("Noch kein Meilenstein: Der Fahrplan entsteht im Aufbau."), "quiet", wrap=True)
        roadmap = Panel()
        for thing in (words(_("Fahrplan"), "heading"), self.timeline, self.no_milestones):
            roadmap.inside.addWidget(thing)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self._fields_panel(), 3)
        lower.addWidget(self._forums_panel(), 2)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(self.figures)
        outer.addWidget(roadmap)
        outer.addLayout(lower, 1)
        self.setLayout(down(scrolling(inside)))

    def refresh(self) -> None:
        """Read the file and show it."""
        file = self.desk.file
        found, every, fields = totals(file), goals(file), theme_fields(file)
        counts = counts_by_goal(file, EVERYTHING)
        self.figures.show_figures((found.goals, found.forums, found.proposals, found.clusters, found.people))
        self._show_milestones()
        self.fields_model.show(_lines(fields, every, counts))
        self.no_goals.setVisible(not every)
        self.fields.setVisible(bool(self.fields_model.rows))
        self._tell_missing(every, counts)
        self.forums_model.show(rooms(file))
        self.no_forums.setVisible(not self.forums_model.rows)
        self.forums.setVisible(bool(self.forums_model.rows))

    def take_focus(self) -> None:
        """Put the keyboard on the goals, or on what makes the first one."""
        if not self.fields_model.rows:
            self.to_setup.setFocus()
            return
        begin_at(self.fields, next((at for at, line in enumerate(self.fields_model.rows) if not line.is_field), 0), 1)

    def _fields_panel(self) -> QWidget:
        self.fields_model = FieldsModel(
            (
                Column(_("Nr."), lambda line: line.number, 64),
                Column(_("Themenfeld und Ziele"), lambda line: line.title),
                Column(_("Vorschläge"), _told, 116, align_right=True),
            )
        )
        self.fields = table(self.fields_model, _("Themenfelder und Ziele"))
        self.fields_model.setParent(self.fields)
        wrap_rows(self.fields)
        _open_by_keys_and_mouse(self.fields, self._open_goal)
        self.missing = words("", "small", wrap=True)
        self.missing.setContentsMargins(16, 8, 16, 10)
        self.to_setup = button(_("Zum Aufbau"), lambda: go_to(self, "setup"))
        self.no_goals = _empty(_("Noch kein Ziel: Themenfelder und Ziele entstehen im Aufbau."), self.to_setup)
        panel = Panel(margin=1, spacing=0)
        for thing, stretch in ((self.fields, 1), (self.no_goals, 0), (self.missing, 0)):
            panel.inside.addWidget(thing, stretch)
        return panel

    def _forums_panel(self) -> QWidget:
        self.forums_model: RowsModel[RoomRow] = RowsModel(
            (
                Column(_("Forum"), lambda row: row.title),
                Column(_("Wann"), lambda row: shown(row.when, speaking().language), 128),
                Column(_("Vorschläge"), lambda row: row.cards or "–", 112, align_right=True),
            )
        )
        self.forums = table(self.forums_model, _("Foren"))
        self.forums_model.setParent(self.forums)
        wrap_rows(self.forums)
        Narrow(self.forums, self.forums_model.columns, (1,), 170)
        _open_by_keys_and_mouse(self.forums, self._open_forum)
        self.no_forums = _empty(_("Noch kein Forum: Oben beim Forum einen Titel schreiben und Enter drücken."))
        panel = Panel(margin=1, spacing=0)
        panel.setMinimumHeight(_LEAST)
        panel.inside.addWidget(self.forums, 1)
        panel.inside.addWidget(self.no_forums)
        return panel

    def _show_milestones(self) -> None:
        today, language = date.today().isoformat(), speaking().language
        found = milestones(self.desk.file)
        self.timeline.show_stops(
            [Stop(row.title, shown(row.when, language), standing(row.when, today), row.note) for row in found]
        )
        self.timeline.setVisible(bool(found))
        self.no_milestones.setVisible(not found)

    def _tell_missing(self, every: list[GoalRow], counts: Mapping[str | None, int]) -> None:
        missing = [goal for goal in every if not counts.get(goal.id)]
        loose = sum(count for key, count in counts.items() if key not in {goal.id for goal in every})
        said = []
        if missing:
            numbers = ", ".join(goal.number for goal in missing[:12]) + (" …" if len(missing) > 12 else "")
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

    def _open_goal(self, index: QModelIndex) -> None:
        line = self.fields_model.rows[index.row()]
        if line.is_field:
            return
        self._choose_forum_for(line.id)
        self.desk.choose_goal(line.id)
        go_to(self, "capture")

    def _choose_forum_for(self, goal_id: str) -> None:
        """Work on a goal where it is spoken about: in the chosen forum if it is one of its goals, else in its own."""
        from forumtool.storage.queries.forums import forum_of_goal

        if goal_id not in {goal.id for goal in self.desk.goals()}:
            found = forum_of_goal(self.desk.file, goal_id)
            self.desk.choose_forum(found.id if found else None)

    def _open_forum(self, index: QModelIndex) -> None:
        self.desk.choose_forum(self.forums_model.rows[index.row()].id)
        go_to(self, "agenda")


def _lines(fields: list[ThemeFieldRow], every: list[GoalRow], counts: Mapping[str | None, int]) -> list[Line]:
    lines: list[Line] = []
    for field in fields:
        own = [goal for goal in every if goal.theme_field_id == field.id]
        lines.append(Line(field.id, field.number, field.title, sum(counts.get(goal.id, 0) for goal in own), True))
        lines += [Line(goal.id, goal.number, goal.title, counts.get(goal.id, 0), False) for goal in own]
    known = {field.id for field in fields}
    alone = [goal for goal in every if goal.theme_field_id not in known]
    return lines + [Line(goal.id, goal.number, goal.title, counts.get(goal.id, 0), False) for goal in alone]


def _told(line: Line) -> str:
    if line.cards:
        return str(line.cards)
    return "" if line.is_field else _("noch keiner")


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
