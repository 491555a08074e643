"""The rows of Ablauf: an item with its planned slot and what really came of it."""

from typing import Any, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import Slot
from forumtool.domain.when import local_time
from forumtool.i18n import _
from forumtool.ui.parts.row_heights import WrapDelegate
from forumtool.ui.parts.table import Index, RowsModel
from forumtool.ui.theme.style import body_font, worn

SIGN, START, END, MINUTES, TITLE, METHOD, GOAL, REAL = range(8)
_LINE = 2  # pixels


class Item(NamedTuple):
    """A step of the agenda with its planned slot; ``probable`` is when it will begin as the day goes on, or empty."""

    id: str
    row: AgendaRow
    slot: Slot
    probable: str = ""

    @property
    def runs(self) -> bool:
        """Tell whether it has begun and not ended."""
        return bool(self.row.started_at and not self.row.ended_at)

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return bool(self.row.ended_at)

    @property
    def sign(self) -> str:
        """A dot for what runs, a tick for what is over."""
        return "●" if self.runs else "✓" if self.is_over else ""

    @property
    def real(self) -> str:
        """When it really was, in local time."""
        if not self.row.started_at:
            return ""
        return f"{local_time(self.row.started_at)} – {local_time(self.row.ended_at)}".rstrip()

    @property
    def really(self) -> str:
        """When it really was, or will probably begin where that is not as planned."""
        if self.row.started_at or self.probable in ("", self.slot.start):
            return self.real
        return _("etwa {time}", time=self.probable)

    @property
    def start_told(self) -> str:
        """What there is to know about the planned start."""
        if self.slot.overlaps:
            return _("Beginnt {count} Minuten vor dem Ende des Punktes davor.", count=self.slot.overlaps)
        if self.row.planned_start:
            return _("Feste Uhrzeit; wer sie leert, lässt den Punkt auf den davor folgen.")
        return _("Folgt auf den Punkt davor.") if self.slot.start else ""


class AgendaModel(RowsModel[Item]):
    """What runs in strong type, what is over quiet; of the starts only the fixed ones stand out, or are a warning.

    ``share`` is how much of the running item's time is over, 0 to 1, or None where it has no time.
    """

    share: float | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.rows[index.row()]
        if role == Qt.ItemDataRole.FontRole and item.runs:
            return body_font(strong=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(_colour(item, index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == START:
            return item.start_told
        return super().data(index, role)


class AgendaCells(WrapDelegate):
    """Paints the running item on a ground of its own, with a line at its foot that grows as its time goes."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), self.parent()
        runs = isinstance(model, AgendaModel) and model.rows[index.row()].runs
        if runs:
            painter.fillRect(option.rect, QColor(worn().row_ground))
        super().paint(painter, option, index)
        if runs and isinstance(model, AgendaModel) and isinstance(view, QTableView) and model.share is not None:
            area = QRect(option.rect)
            area.setTop(area.bottom() - _LINE + 1)
            colour = worn().warning if model.share >= 1 else worn().accent
            painter.fillRect(area.intersected(_gone(view, model.share, area)), QColor(colour))


def _gone(view: QTableView, share: float, line: QRect) -> QRect:
    """Return the part of a row's line that stands for the time that is over, from where people begin to read."""
    head = view.horizontalHeader()
    width = round(head.length() * share)
    left = head.length() - width if view.isRightToLeft() else 0
    return QRect(left - head.offset(), line.top(), width, line.height())


def _colour(item: Item, column: int) -> str:
    colours = worn()
    if column == SIGN:
        return colours.accent if item.runs else colours.safe
    if column == START and item.slot.overlaps and not item.is_over:
        return colours.warning
    if item.is_over or (column in (START, END) and not item.runs and not (column == START and item.row.planned_start)):
        return colours.quiet
    return colours.quiet if column == REAL and not item.row.started_at else colours.text
