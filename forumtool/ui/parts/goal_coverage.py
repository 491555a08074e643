"""Where ways are missing: one goal phase by age, and below it all gaps in plain words. A click or Enter leads there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy

from forumtool.domain.coverage import Gap, GoalCells
from forumtool.domain.rows import TagRow
from forumtool.exports.gap_words import gap_told, gaps_counted
from forumtool.i18n import _, ngettext, speaking
from forumtool.insight.coverage import gaps
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.heat_table import HeatRow, HeatTable
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.table import Column, Index, RowsModel, table
from forumtool.ui.parts.words import words
from forumtool.ui.theme.style import body_font, worn

_SUM = "sum"
_NARROWEST, _LIST = 50, 132  # pixels

Catch = Callable[[str, Sequence[str]], object]


class GapsModel(RowsModel[Gap]):
    """A gap on each line: its goal in strong type, then what has no way."""

    def __init__(self) -> None:
        super().__init__((Column(_("Ziel"), _goal, 92), Column(_("Was fehlt"), _said)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            return body_font(strong=True)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1 and not self.rows[index.row()].tags:
            return QColor(worn().warning)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("Klick oder Enter: diesen Weg erfassen")
        return super().data(index, role)


class Coverage:
    """Fills a panel with one goal at a time; ``choose`` is asked for a gap's goal, ``catch`` to go and fill the gap."""

    def __init__(self, panel: Panel, choose: Callable[[str], object], catch: Catch) -> None:
        self._inside, self._choose, self._catch = panel.inside, choose, catch
        self._cells: Mapping[str, GoalCells] = {}
        self.goal_id = ""
        self.goal, self.legend = words("", wrap=True), words("", "quiet", wrap=True)
        self.to_capture = button(_("Ins Erfassen"), lambda: catch(self.goal_id, ()))
        self.heat = HeatTable(_("Vorschläge nach Phase und Lebensalter"), _NARROWEST)
        self.heat.model.tip = self._tip
        self.heat.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.without_axes = words(
            _("Ohne Merkmale für Phase und Lebensalter zählt hier nur, welches Ziel noch keinen Weg hat."),
            "quiet",
            wrap=True,
        )
        self.gaps_model = GapsModel()
        self.gaps = table(self.gaps_model, _("Was noch keinen Weg hat"))
        self.gaps_model.setParent(self.gaps)
        self.gaps_head, self.no_gaps = words("", "overline"), words(_("Hier fehlt nichts."), "quiet")
        self._build()
        self._bind()

    def _build(self) -> None:
        self.gaps.horizontalHeader().hide()
        self.gaps.setWordWrap(False)
        self.gaps.setMinimumHeight(_LIST)
        self.gaps.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.gaps.verticalHeader().setDefaultSectionSize(32)
        for view in (self.gaps, self.heat.view):
            view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        head = across(words(_("Wo fehlen Wege?"), "heading"), self.goal, self.to_capture)
        head.setStretch(1, 1)
        self._inside.addLayout(head)
        for thing in (self.legend, self.heat.view, self.without_axes, self.gaps_head):
            self._inside.addWidget(thing)
        self._inside.addWidget(self.gaps, 1)
        self._inside.addWidget(self.no_gaps, 1, Qt.AlignmentFlag.AlignTop)

    def _bind(self) -> None:
        self.heat.view.clicked.connect(self._catch_cell)
        EnterKey(self.heat.view, lambda: self._catch_cell(self.heat.view.currentIndex()))
        self.gaps.clicked.connect(self._catch_gap)
        EnterKey(self.gaps, lambda: self._catch_gap(self.gaps.currentIndex()))
        self.gaps.selectionModel().currentRowChanged.connect(lambda now, _before: self._follow(now.row()))

    def show_cells(self, cells: Mapping[str, GoalCells], first: Sequence[str]) -> None:
        """Show what all goals have and lack; gaps of the goals in ``first`` go before the others."""
        self._cells = cells
        kept = self.gaps_model.rows[self.gaps.currentIndex().row()].id if self.gaps.currentIndex().isValid() else ""
        found = gaps(cells.values(), first)
        self.gaps_model.show(found)
        at = self.gaps_model.row_of(kept) if kept else -1
        if at >= 0 and at != self.gaps.currentIndex().row():
            self.gaps.setCurrentIndex(self.gaps_model.index(at, 0))
        self.gaps_head.setText(_("WAS NOCH FEHLT: {counted}", counted=gaps_counted(found, speaking())))
        self.gaps_head.setVisible(bool(found))
        self.gaps.setVisible(bool(found))
        self.no_gaps.setVisible(not found)
        self.show_goal(self.goal_id if self.goal_id in cells else "")

    def show_goal(self, goal_id: str) -> None:
        """Show the cards of one goal, phase by age."""
        self.goal_id = goal_id
        cells = self._cells.get(goal_id)
        self.to_capture.setEnabled(cells is not None)
        self.goal.setText(cells.goal.label if cells is not None else "")
        has_axes = cells is not None and bool(cells.phases or cells.ages)
        self.heat.view.setVisible(has_axes)
        self.without_axes.setVisible(not has_axes)
        self.legend.setText(_legend(cells) if cells is not None else "")
        self.legend.setVisible(has_axes)
        if cells is not None and has_axes:
            self._show_heat(cells)

    def _show_heat(self, cells: GoalCells) -> None:
        width = len(cells.ages)
        rows = [
            HeatRow(
                phase.id,
                phase.title,
                (*cells.counts[at], cells.phase_totals[at]),
                cells.cards,
                _lacking(cells, at),
            )
            for at, phase in enumerate(cells.phases)
        ]
        none = frozenset(at for at, total in enumerate(cells.age_totals) if not total and any(cells.age_totals))
        rows.append(HeatRow(_SUM, _("alle"), (*cells.age_totals, cells.cards), cells.cards, none, is_sum=True))
        heads = [*(age.title for age in cells.ages), _("alle")]
        self.heat.show_counts(heads, rows, frozenset({width}) if width else frozenset(), frozenset({width}))
        self.heat.fit_height()

    def _follow(self, row: int) -> None:
        """Show the goal of the gap that the keyboard is on, and mark its cell."""
        if not 0 <= row < len(self.gaps_model.rows):
            return
        gap = self.gaps_model.rows[row]
        if gap.goal.id != self.goal_id:
            self._choose(gap.goal.id)
        cells = self._cells.get(gap.goal.id)
        if cells is not None and gap.tags:
            at = _place(cells.phases, gap.tags), _place(cells.ages, gap.tags)
            self.heat.view.setCurrentIndex(self.heat.model.index(*at))

    def _catch_gap(self, index: QModelIndex) -> None:
        if index.isValid():
            gap = self.gaps_model.rows[index.row()]
            self._catch(gap.goal.id, [tag.title for tag in gap.tags])

    def _catch_cell(self, index: QModelIndex) -> None:
        cells = self._cells.get(self.goal_id)
        if cells is not None and index.isValid():
            missing = not self.heat.model.rows[index.row()].counts[index.column()]
            tags = [tag.title for tag in _tags_at(cells, index.row(), index.column())]
            self._catch(self.goal_id, tags if missing else ())

    def _tip(self, row: int, column: int) -> str:
        cells = self._cells.get(self.goal_id)
        if cells is None:
            return ""
        what = " × ".join(tag.title for tag in _tags_at(cells, row, column)) or _("alle")
        count = self.heat.model.rows[row].counts[column]
        said = ngettext("{count} Vorschlag", "{count} Vorschläge", count) if count else _("noch kein Weg")
        return _("Ziel {number} · {what}: {said}", number=cells.goal.number, what=what, said=said)


def _lacking(cells: GoalCells, phase: int) -> frozenset[int]:
    """Return the ages that a phase should have a way for, and the column of sums if the phase has none at all."""
    pairs = [at for at, count in enumerate(cells.counts[phase]) if not count and cells.expected(phase, at)]
    nothing = not cells.phase_totals[phase] and any(cells.phase_totals)
    return frozenset((*pairs, *((len(cells.ages),) if nothing else ())))


def _tags_at(cells: GoalCells, row: int, column: int) -> list[TagRow]:
    return [*cells.phases[row : row + 1], *cells.ages[column : column + 1]]


def _place(tags: Sequence[TagRow], wanted: Sequence[TagRow]) -> int:
    """Return where one of the wanted tags stands, else the place of the sum."""
    return next((at for at, tag in enumerate(tags) if tag in wanted), len(tags))


def _legend(cells: GoalCells) -> str:
    count = ngettext("{count} Vorschlag", "{count} Vorschläge", cells.cards)
    if not cells.cards:
        return _("Noch kein Weg zu diesem Ziel.")
    if not cells.is_tagged:
        return _("{count}, noch keiner mit Phase oder Lebensalter: im Erfassen # tippen.", count=count)
    return _("{count} nach Phase und Lebensalter. Farbig gestrichelt: noch kein Weg.", count=count)


def _goal(gap: Gap) -> str:
    return _("Ziel {number}", number=gap.goal.number) if gap.goal.number else gap.goal.title


def _said(gap: Gap) -> str:
    told = gap_told(gap, speaking())
    return _("noch kein Weg · {what}", what=told) if gap.tags else told
