"""How cells of a table look and are edited: plain, strong, quiet, as a chip, wrapped, with a check box."""

import unicodedata
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from forumtool.ui.parts.chips import Chip, paint_chips
from forumtool.ui.parts.keyboard import is_enter
from forumtool.ui.parts.table import Column, Index, RowsModel
from forumtool.ui.theme.style import body_font, worn

PAD_X, PAD_Y, ROW = 13, 8, 36
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_LINES = 8


class WrappedEditor(QPlainTextEdit):
    """Several lines of one text; Enter confirms it."""


class Cells(QStyledItemDelegate):
    """Paints and edits the cells of a ``RowsModel`` as its columns say."""

    def column(self, index: Index) -> Column:
        """Return the column of a cell."""
        model = index.model()
        if isinstance(model, RowsModel):
            return model.columns[index.column()]
        return Column("", lambda row: row)

    def look(self, index: Index) -> str:
        """Return how a cell looks."""
        return self.column(index).look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        inside = QRect(option.rect).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            paint_check(
                painter,
                QRect(option.rect.left(), option.rect.top(), option.rect.width(), ROW),
                checked=Qt.CheckState(checked) == Qt.CheckState.Checked,
            )
        else:
            self.paint_text(painter, inside, index)
        painter.restore()

    def paint_text(self, painter: QPainter, inside: QRect, index: Index) -> None:
        """Paint the words of a cell."""
        look, text = self.look(index), str(index.data() or "")
        if "chip" in look:
            if text:
                paint_chips(painter, inside, [Chip(text, worn().chip)])
            return
        painter.setFont(body_font(strong="strong" in look))
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        plain = worn().quiet if "quiet" in look else worn().text
        painter.setPen(colour if isinstance(colour, QColor) else QColor(plain))
        right = self.column(index).align_right or is_rtl(text)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if "wrap" in look:
            painter.drawText(inside, int(_WRAP | side), shortened(text, inside.width()))
            return
        line = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside.adjusted(0, 0, 0, PAD_Y), int(side | Qt.AlignmentFlag.AlignTop), line)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if "wrap" not in self.look(index):
            return QSize(60, ROW)
        width = column_width(self.parent(), index) - 2 * PAD_X
        return QSize(60, max(ROW, text_height(str(index.data() or ""), width) + 2 * PAD_Y))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self.column(index)
        editor: QWidget
        if column.choices is not None:
            editor = _combo(parent, column)
        elif "wrap" in self.look(index):
            editor = WrappedEditor(parent)
            editor.setTabChangesFocus(True)
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(column.head)
        editor.installEventFilter(self)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if is_written_in(editor):
            return
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(text))
            if editor.isEditable():
                editor.setEditText(text)
            else:
                editor.activated.connect(lambda _at: self._take(editor))
                editor.showPopup()
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, typed_in(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect).adjusted(1, 1, -1, -1)
        if isinstance(editor, QPlainTextEdit):
            area.setHeight(max(area.height(), 64))
        editor.setGeometry(area)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is None:
            return super().editorEvent(event, model, option, index)
        if event.type() != QEvent.Type.MouseButtonRelease:
            return event.type() == QEvent.Type.MouseButtonDblClick
        turned = Qt.CheckState.Unchecked if Qt.CheckState(checked) == Qt.CheckState.Checked else Qt.CheckState.Checked
        return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if is_enter(event) and isinstance(editor, QPlainTextEdit):
            self._take(editor)
            return True
        return super().eventFilter(editor, event)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def is_written_in(editor: QWidget) -> bool:
    """Tell whether somebody has typed into an editor: a step from elsewhere must not put the old text back."""
    if isinstance(editor, QPlainTextEdit):
        return editor.document().isModified()
    return isinstance(editor, QLineEdit) and editor.isModified()


def typed_in(editor: QWidget) -> str:
    """Return the text of an editor, in one line."""
    if isinstance(editor, QComboBox):
        return editor.currentText().strip()
    if isinstance(editor, QPlainTextEdit):
        return " ".join(editor.toPlainText().split())
    return editor.text().strip() if isinstance(editor, QLineEdit) else ""


def _combo(parent: QWidget, column: Column) -> QComboBox:
    combo = QComboBox(parent)
    combo.setEditable(column.free)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(list(column.choices() if column.choices else ()))
    return combo


def is_rtl(text: str) -> bool:
    """Tell whether the first letter of a text is written from right to left."""
    first = next(
        (unicodedata.bidirectional(sign) for sign in text if unicodedata.bidirectional(sign) in ["L", "R", "AL"]), ""
    )
    return first in ("R", "AL")


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what is behind a cell: its row, if chosen, the line below, and a frame where the keyboard is."""
    colours = worn()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(colours.row_ground))
    painter.setPen(QColor(colours.line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.accent))
        painter.drawRoundedRect(QRect(option.rect).adjusted(2, 2, -3, -4), 5, 5)


def paint_check(painter: QPainter, area: QRect, *, checked: bool) -> None:
    """Paint a check box in the middle of an area."""
    colours = worn()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRect(area.center().x() - 7, area.center().y() - 7, 15, 15)
    painter.setPen(QColor(colours.accent if checked else colours.strong_line))
    painter.setBrush(QColor(colours.accent if checked else colours.panel))
    painter.drawRoundedRect(box, 4, 4)
    if checked:
        painter.setPen(QPen(QColor(colours.accent_text), 1.8))
        corner = box.topLeft()
        tick = ((4, 8), (6.8, 10.8), (11.5, 5))
        painter.drawPolyline(QPolygonF([QPointF(corner.x() + x, corner.y() + y) for x, y in tick]))


def column_width(view: QObject | None, index: Index) -> int:
    """Return the width of a cell's column in its view."""
    return view.columnWidth(index.column()) if isinstance(view, (QTableView, QTreeView)) else 200


def text_height(text: str, width: int, *, strong: bool = False) -> int:
    """Return the height in pixels of a text that wraps in a width, at most eight lines."""
    metrics = QFontMetrics(body_font(strong=strong))
    height = metrics.boundingRect(QRect(0, 0, max(width, 40), 100_000), int(_WRAP), shortened(text, width)).height()
    return min(height, _LINES * metrics.lineSpacing())


def shortened(text: str, width: int) -> str:
    """Return as much of a text as eight lines of a width may hold; all of it is in its tooltip and editor."""
    most = max(60, _LINES * max(width, 40) // 9)
    return text if len(text) <= most else text[: most - 2].rstrip() + " …"


def fit_rows(view: QTableView, model: RowsModel[Any]) -> None:
    """Give rows the height that their wrapped words need, also after a column has changed its width."""
    head = view.verticalHeader()
    head.setSectionResizeMode(head.ResizeMode.ResizeToContents)
    head.setMinimumSectionSize(ROW)
    view.horizontalHeader().sectionResized.connect(lambda *_: view.resizeRowsToContents())
    model.dataChanged.connect(lambda *_: view.resizeRowsToContents())
