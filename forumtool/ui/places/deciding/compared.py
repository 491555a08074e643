"""What a list of decisions would change, as a table: a row for each cell, with what is here and what the list says."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from forumtool.i18n import _
from forumtool.imports.plan import Line
from forumtool.services.decision_plan import CHANGE, NEW, Change, field_title, sentence
from forumtool.ui.parts.table import CARD_NUMBER, Column, Index, RowsModel
from forumtool.ui.theme.style import worn

MEANWHILE, REMARK, TICK = 5, 6, 7


class Row(NamedTuple):
    """A change and whether it is taken, or a line of the list that says nothing that can be taken."""

    id: str
    change: Change | None
    taken: bool = False
    line: Line | None = None


class ComparedModel(RowsModel[Row]):
    """Changes and lines; what needs a choice stands out. ``choose`` is asked to take a change or leave it."""

    def __init__(self, choose: Callable[[Change, bool], object]) -> None:
        def tick(row: Row, on: bool) -> None:
            if row.change is not None:
                choose(row.change, on)

        super().__init__([
            Column(_("Zeile"), _line, 58, look="quiet", align_right=True),
            Column(_("Nr."), lambda row: row.change.number if row.change else "", CARD_NUMBER, look="quiet"),
            Column(_("Was"), _what, 150),
            Column(_("Bisher"), lambda row: row.change.before if row.change else "", look="quiet"),
            Column(_("In der Liste"), _said),
            Column(_("Inzwischen hier"), lambda row: row.change.meanwhile if row.change else "", 150),
            Column(_("Bemerkung"), _remark, 246, look="quiet"),
            Column("", lambda row: row.taken, 44, check=tick),
        ])  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and row.change is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(row, index.column())
        return super().data(index, role)


def rows_of(changes: Sequence[Change], lines: Sequence[Line], taken: Callable[[Change], bool]) -> list[Row]:
    """Return the rows of changes and lines, in the order of the list."""
    found = [Row(change.id, change, taken(change)) for change in changes]
    found += [Row(f"line/{at}", None, line=line) for at, line in enumerate(lines)]
    return sorted(found, key=lambda row: row.change.line if row.change else row.line.number if row.line else 0)


def whole(row: Row) -> str:
    """Return a row in words, uncut: which proposal it is about, and all of what would change."""
    if row.change is None:
        return " · ".join(filter(None, (_said(row), _remark(row))))
    about = _("{number} „{text}“", number=row.change.number, text=row.change.text) if row.change.number else ""
    return "\n".join(filter(None, (" ".join(about.split()), sentence(row.change, taken=row.taken))))


def _colour(row: Row, column: int) -> QColor | None:
    if row.change is None:
        return QColor(worn().quiet)
    if row.change.kind not in (CHANGE, NEW) and column in (MEANWHILE, REMARK):
        return QColor(worn().warning)
    return None if row.taken else QColor(worn().quiet)


def _line(row: Row) -> int:
    return row.change.line if row.change else row.line.number if row.line else 0


def _what(row: Row) -> str:
    return field_title(row.change) if row.change else _("bleibt weg")


def _said(row: Row) -> str:
    if row.change is None:
        return row.line.text if row.line else ""
    if row.change.kind == NEW:
        return f"{row.change.text} → {row.change.now}"
    return row.change.now or _("leer")


def _remark(row: Row) -> str:
    return row.change.remark if row.change else row.line.remark if row.line else ""
