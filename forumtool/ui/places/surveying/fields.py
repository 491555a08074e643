"""Theme fields and their goals with what was caught for each."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from forumtool.domain.rows import GoalRow, ThemeFieldRow
from forumtool.i18n import _
from forumtool.ui.parts.table import Column, Index, RowsModel
from forumtool.ui.theme.style import body_font, worn

CARDS = 2


class Line(NamedTuple):
    """A theme field, or a goal below it, with the number of its cards."""

    id: str
    number: str
    title: str
    cards: int
    is_field: bool


class FieldsModel(RowsModel[Line]):
    """Theme fields in strong type, their goals below them, and in another colour what has no way yet."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(_("Nr."), lambda line: line.number, 58),
                Column(_("Themenfeld und Ziele"), lambda line: line.title),
                Column(_("Vorschläge"), _told, 110, align_right=True),
            )
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.FontRole and line.is_field:
            return body_font(strong=True)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == CARDS and not line.is_field:
            return QColor(worn().accent if line.cards else worn().warning)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == CARDS and not line.is_field:
            return _("Klick: ins Erfassen")
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_field = index.isValid() and self.rows[index.row()].is_field
        return flags & ~Qt.ItemFlag.ItemIsSelectable if is_field else flags

    def goal_at(self, row: int) -> str:
        """Return the key of the goal in a row, empty for a theme field."""
        line = self.rows[row] if 0 <= row < len(self.rows) else None
        return line.id if line is not None and not line.is_field else ""


def lines(fields: Sequence[ThemeFieldRow], every: Sequence[GoalRow], counts: Mapping[str, int]) -> list[Line]:
    """Return the fields with their goals below them, then the goals of no field."""
    found: list[Line] = []
    for field in fields:
        own = [goal for goal in every if goal.theme_field_id == field.id]
        found.append(Line(field.id, field.number, field.title, sum(counts.get(goal.id, 0) for goal in own), True))
        found += [Line(goal.id, goal.number, goal.title, counts.get(goal.id, 0), False) for goal in own]
    known = {field.id for field in fields}
    alone = [goal for goal in every if goal.theme_field_id not in known]
    return found + [Line(goal.id, goal.number, goal.title, counts.get(goal.id, 0), False) for goal in alone]


def _told(line: Line) -> str:
    if line.cards:
        return str(line.cards)
    return "" if line.is_field else _("noch keiner")
