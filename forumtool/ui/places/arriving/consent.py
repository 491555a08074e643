"""Consent in the list: three marks for being named, photographed and written to; a click turns one."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import N_, _
from forumtool.ui.parts.cells import PAD_X, ROW, Cells, paint_ground
from forumtool.ui.parts.table import Index, RowsModel
from forumtool.ui.theme.style import body_font, worn

# What is consented to, the letter of its mark, and how it is told.
KINDS = (
    ("attribution", N_("N"), N_("Namensnennung")), ("photo", N_("F"), N_("Foto")), ("email", N_("M"), N_("E-Mail")),
)  # fmt: skip
_SIDE, _GAP, _TOP = 20, 4, 8
CONSENT_WIDTH = 2 * PAD_X + len(KINDS) * (_SIDE + _GAP)


def told(row: ParticipantRow) -> str:
    """Return what a person has consented to, in words."""
    if row.attendance_id is None:
        return ""
    given = [_(words) for kind, _letter, words in KINDS if _given(row, kind)]
    return _("Einwilligung: {kinds}", kinds=", ".join(given)) if given else _("Einwilligung: noch keine")


class ConsentCells(Cells):
    """Cells whose column of consent shows marks and turns the one that is clicked."""

    def __init__(self, parent: QWidget, column: int, turn: Callable[[ParticipantRow, str], object]) -> None:
        super().__init__(parent)
        self._column, self._turn = column, turn

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._row(index)
        if row is None:
            super().paint(painter, option, index)
            return
        painter.save()
        paint_ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.attendance_id is not None:
            for at, (kind, letter, _words) in enumerate(KINDS):
                _paint_mark(painter, _place(option.rect, at), _(letter), given=_given(row, kind))
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = self._row(index)
        if row is None or row.attendance_id is None or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease:
            kind = _kind_at(option.rect, event.position().toPoint())
            if kind:
                self._turn(row, kind)
                return True
        return event.type() == QEvent.Type.MouseButtonDblClick

    def _row(self, index: Index) -> ParticipantRow | None:
        model = index.model()
        if index.column() != self._column or not isinstance(model, RowsModel):
            return None
        found: ParticipantRow = model.rows[index.row()]
        return found


def _given(row: ParticipantRow, kind: str) -> bool:
    return bool(getattr(row, f"consent_{kind}"))


def _place(cell: QRect, at: int) -> QRect:
    top = cell.top() + min(_TOP, (ROW - _SIDE) // 2)
    return QRect(cell.left() + PAD_X + at * (_SIDE + _GAP), top, _SIDE, _SIDE)


def _kind_at(cell: QRect, point: QPoint) -> str:
    return next((kind for at, (kind, *_told) in enumerate(KINDS) if _place(cell, at).contains(point)), "")


def _paint_mark(painter: QPainter, place: QRect, letter: str, *, given: bool) -> None:
    colours = worn()
    painter.setPen(QColor(colours.accent if given else colours.line))
    painter.setBrush(QColor(colours.accent_ground if given else colours.panel))
    painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), 5, 5)
    painter.setPen(QColor(colours.accent if given else colours.quiet))
    painter.setFont(body_font(13, strong=given))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)
