"""The thumbnails of photographs, made beside the window and kept while the program runs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumtool.domain.rows import PhotoRow
from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.places.ordering.column_model import plain_tip
from forumtool.ui.tasks import TaskRunner
from forumtool.ui.theme.style import body_font, worn

_WIDE, _HIGH, _CAPTION = 118, 62, 18
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex

_thumbnails: dict[str, QImage] = {}


class PhotoModel(QAbstractListModel):
    """Photographs in their order."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = TaskRunner(self)
        self._asked: set[str] = set()
        self.rows: Sequence[PhotoRow] = ()

    def show(self, rows: Sequence[PhotoRow]) -> None:
        """Show photographs."""
        if list(rows) != list(self.rows):
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnail(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.caption
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.caption) if row.caption else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.caption or _("Foto {at} von {count}", at=index.row() + 1, count=len(self.rows))
        return None

    def _thumbnail(self, row: PhotoRow) -> QImage | None:
        """Return a thumbnail, or None until it has been made."""
        if row.content not in _thumbnails and row.content not in self._asked:
            from forumtool.drawing.images import shown

            self._asked.add(row.content)
            data = self._desk.file.content(row.content)
            self._runner.run(
                lambda: shown(data, 2 * _WIDE, 2 * _HIGH), lambda made: self._made(row.content, made), self._failed
            )
        return _thumbnails.get(row.content)

    def _made(self, content: str, thumbnail: QImage) -> None:
        _thumbnails[content] = thumbnail
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def _failed(self, error: Exception) -> None:
        raise error


class PhotoDelegate(QStyledItemDelegate):
    """Paints a thumbnail and its caption below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_WIDE + 10, _HIGH + _CAPTION + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        thumbnail = index.data(Qt.ItemDataRole.DecorationRole)
        frame = QRect(option.rect.x() + 3, option.rect.y() + 3, _WIDE, _HIGH)
        painter.fillRect(frame, QColor(worn().track))
        if isinstance(thumbnail, QImage) and not thumbnail.isNull():
            size = thumbnail.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRect(frame.topLeft(), size)
            spot.moveCenter(frame.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(spot, thumbnail)
        state = option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_Active:
            painter.setPen(QPen(QColor(worn().accent), 2))
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        painter.setFont(body_font(13))
        painter.setPen(QColor(worn().quiet))
        below = QRect(frame.left(), frame.bottom() + 2, _WIDE, _CAPTION)
        caption = painter.fontMetrics().elidedText(
            index.data() or _("ohne Beschriftung"), Qt.TextElideMode.ElideRight, _WIDE
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, caption)
