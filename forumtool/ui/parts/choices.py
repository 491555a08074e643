"""Choices in a list: what kind each is, its title with the words that were typed emphasised, and a remark."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumtool.domain.folding import marks
from forumtool.ui.theme.style import body_font, worn

_ROW, _PAD, _GAP, _KIND = 34, 10, 16, 116
_REMARK = 0.42  # of the room beside the kind
_BEFORE = 16  # signs shown before a hit that would not be seen otherwise
_LONGEST = 1_000  # signs looked through for a hit
_ROOT = QModelIndex()


class Choice(NamedTuple):
    """Something to choose: what is shown, what choosing does, a remark behind it, its kind and number before it."""

    title: str
    act: Callable[[], object]
    remark: str = ""
    kind: str = ""
    number: str = ""


class ChoicesModel(QAbstractListModel):
    """Choices, and the folded parts of what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []
        self.parts: Sequence[str] = ()

    def show(self, choices: Sequence[Choice], parts: Sequence[str]) -> None:
        """Show these choices in place of the others."""
        self.beginResetModel()
        self.choices, self.parts = list(choices), parts
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "   ·   ".join(part for part in (choice.kind, choice.number, choice.title, choice.remark) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.title
        return None


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a choice on one line. A long title begins where its hit can be seen."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = cast(ChoicesModel, index.model())
        choice = model.choices[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().accent_ground))
            painter.drawRoundedRect(option.rect, 6, 6)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if any(one.kind for one in model.choices):
            _draw(painter, _cut(room, _KIND - _GAP, mirrored), choice.kind, 13, worn().quiet, ())
            room = _rest(room, _KIND, mirrored)
        if choice.remark:
            needed = QFontMetrics(body_font(13)).horizontalAdvance(choice.remark) + 4
            width = min(needed, int(room.width() * _REMARK))
            area = _cut(room, width, not mirrored)
            _draw(painter, area, choice.remark, 13, worn().quiet, model.parts)
            room = _rest(room, width + _GAP, not mirrored)
        if choice.number:
            width = QFontMetrics(body_font(strong=True)).horizontalAdvance(choice.number) + 8
            _draw(painter, _cut(room, width, mirrored), choice.number, 14, worn().text, model.parts)
            room = _rest(room, width, mirrored)
        _draw(painter, room, choice.title, 14, worn().text, model.parts)
        painter.restore()


def choices_view(model: ChoicesModel) -> QListView:
    """Return a list of choices; the keyboard stays in the field above it."""
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(ChoiceDelegate(view))
    view.setUniformItemSizes(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    return view


def _draw(painter: QPainter, area: QRect, text: str, pixels: int, colour: str, parts: Sequence[str]) -> None:
    """Write a text on one line, its hits in strong type and the accent's colour."""
    font = body_font(pixels)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(_from_hit(text, metrics, area.width(), parts), Qt.TextElideMode.ElideRight, area.width())
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_emphasis(shown, pixels, span) for span in marks(shown, parts)] if parts else [])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    painter.setPen(QColor(colour))
    painter.setClipRect(area)
    layout.draw(painter, QPointF(area.x(), area.y() + (area.height() - line.height()) / 2))
    painter.setClipping(False)


def _emphasis(text: str, pixels: int, span: tuple[int, int]) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in span)
    found.start, found.length = start, end - start
    form = QTextCharFormat()
    form.setFont(body_font(pixels, strong=True))
    form.setForeground(QColor(worn().accent))
    found.format = form
    return found


def _from_hit(text: str, metrics: QFontMetrics, width: int, parts: Sequence[str]) -> str:
    """Leave out the beginning of a text whose first hit would be cut off."""
    if not parts or metrics.horizontalAdvance(text) <= width:
        return text
    found = marks(text[:_LONGEST], parts)
    if not found or metrics.horizontalAdvance(text[: found[0][1]]) < width - 2 * _GAP:
        return text
    at = text.find(" ", max(0, found[0][0] - _BEFORE), found[0][0])
    return f"… {text[at + 1 if at >= 0 else found[0][0] :]}"


def _cut(area: QRect, width: int, from_right: bool) -> QRect:
    left = area.right() - width + 1 if from_right else area.x()
    return QRect(left, area.y(), width, area.height())


def _rest(area: QRect, width: int, from_right: bool) -> QRect:
    return area.adjusted(0, 0, -width, 0) if from_right else area.adjusted(width, 0, 0, 0)
