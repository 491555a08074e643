"""The goals of the forum at the left, each with the number of its cards."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumtool.domain.rows import GoalRow
from forumtool.i18n import _, ngettext
from forumtool.ui.theme.style import body_font, worn

_KEY, _NUMBER, _TITLE, _COUNT = (Qt.ItemDataRole.UserRole + at for at in range(4))
_PAD = 12
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
Index = QModelIndex | QPersistentModelIndex


class GoalList(QListWidget):
    """Tells which goal is wanted."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Ziele"))
        self.setItemDelegate(_GoalDelegate(self))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._chosen)
        self._telling = True

    def show_goals(self, goals: list[GoalRow], counts: dict[str | None, int], chosen: str | None) -> None:
        """Show the goals; the chosen one is marked."""
        self._telling = False
        if [self.item(at).data(_KEY) for at in range(self.count())] != [goal.id for goal in goals]:
            self.clear()
            for _goal in goals:
                self.addItem(QListWidgetItem())
        for at, goal in enumerate(goals):
            item = self.item(at)
            count = ngettext("{count} Vorschlag", "{count} Vorschläge", counts.get(goal.id, 0))
            for role, value in ((_KEY, goal.id), (_NUMBER, goal.number), (_TITLE, goal.title), (_COUNT, count)):
                item.setData(role, value)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{goal.label}, {count}")
            item.setToolTip(goal.question or goal.title)
            if goal.id == chosen:
                self.setCurrentItem(item)
        self._telling = True

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and self._telling:
            self.wanted.emit(item.data(_KEY))


class _GoalDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() - 4 if isinstance(view, QListWidget) else option.rect.width()
        return QSize(width - 8, self._text_height(index, width - 8) + 2 * _PAD + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect).adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.accent_ground))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 6, 6)
        inside = area.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD)
        painter.setPen(QColor(colours.text))
        number = str(index.data(_NUMBER))
        painter.setFont(body_font(strong=True))
        painter.drawText(inside, _WRAP, number)
        painter.setFont(body_font())
        text = QRect(inside)
        text.setLeft(inside.left() + _indent(number))
        painter.drawText(text, _WRAP, str(index.data(_TITLE)))
        painter.setPen(QColor(colours.quiet))
        painter.setFont(body_font(13))
        painter.drawText(
            inside.adjusted(_indent(number), 0, 0, 4), Qt.AlignmentFlag.AlignBottom, str(index.data(_COUNT))
        )
        painter.restore()

    def _text_height(self, index: Index, width: int) -> int:
        room = QRect(0, 0, width - 2 * _PAD - _indent(str(index.data(_NUMBER))), 10_000)
        return QFontMetrics(body_font()).boundingRect(room, int(_WRAP), str(index.data(_TITLE))).height()


def _indent(number: str) -> int:
    return QFontMetrics(body_font(strong=True)).horizontalAdvance(number) + 8 if number else 0
