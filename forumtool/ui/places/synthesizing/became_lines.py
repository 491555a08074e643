"""The proposals with what became of them, as a table of any length."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from forumtool.domain.rows import ActionFieldRow
from forumtool.domain.synthesis import Became
from forumtool.exports.became import fields_told, group_told, outcome_told, verdict_told
from forumtool.i18n import _, speaking
from forumtool.ui.parts.lazy_rows import LazyModel
from forumtool.ui.parts.table import CARD_NUMBER, Column, Index
from forumtool.ui.theme.style import worn

FIELDS = ("number", "text", "forum", "goal", "group", "became", "verdict", "")
GROUP, LAST = FIELDS.index("group"), len(FIELDS) - 1


class Titles:
    """What measures and fields of action are called, by their keys."""

    def __init__(self) -> None:
        self.measures: Mapping[str, str] = {}
        self.fields: Mapping[str, ActionFieldRow] = {}

    def outcome(self, row: Became) -> str:
        """Return what a proposal was joined into, split into and worked out as, in one line."""
        return outcome_told(row, self.measures, speaking()).replace("\n", " · ")

    def field(self, row: Became) -> str:
        """Return its field of action."""
        return fields_told(row, self.fields)

    def way(self, row: Became) -> str:
        """Return its whole way from the forum on; the open end says so."""
        goal = _("Ziel {number}", number=row.goal_number) if row.goal_number else ""
        group = group_told(row, speaking()) or _("in keiner Gruppe")
        ends = (self.outcome(row), verdict_told(row, speaking()), self.field(row))
        end = " → ".join(filter(None, ends)) or _("noch offen")
        return " → ".join(filter(None, (row.forum_title or _("ohne Forum"), goal, group, end)))


def columns(titles: Titles) -> tuple[Column, ...]:
    """Return the columns in the order of ``FIELDS``."""
    return (
        Column(_("Nr."), lambda row: row.number, CARD_NUMBER),
        Column(_("Vorschlag"), lambda row: row.text),
        Column(_("Forum"), lambda row: row.forum_title, 150),
        Column(_("Ziel"), lambda row: row.goal_number, 58),
        Column(_("Gruppe"), lambda row: f"{row.cluster_title} ● {row.dots}" if row.dots else row.cluster_title, 170),
        Column(_("Wurde zu"), titles.outcome, 200),
        Column(_("Entscheidung"), lambda row: verdict_told(row, speaking()), 130),
        Column(_("Handlungsfeld"), titles.field, 124),
    )


class BecameModel(LazyModel[Became]):
    """Numbers in quiet colour; the tip of a line is its whole way."""

    titles: Titles

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(worn().quiet)
        return super().data(index, role)
