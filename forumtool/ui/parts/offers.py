"""Names offered beside a field while somebody types: the keyboard stays in the field, a click takes a name."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from forumtool.ui.parts.keyboard import held
from forumtool.ui.parts.words import words
from forumtool.ui.theme.style import body_font, worn

DIGITS = 9
MOST = 30
WIDTH = 360  # pixels
_EDGE, _MARGIN, _GAP, _FOR_DIGIT = 4, 10, 2, 40
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -DIGITS, Qt.Key.Key_PageDown: DIGITS}


class Offers(QFrame):
    """A list over the window of a field; what is marked is what Enter takes, and a line below the names says so.

    It is no window of its own, so it never has the keyboard: nothing that is typed can get lost in it. The first nine
    names carry a digit where ``digits`` count.
    """

    taken = Signal(str)

    def __init__(self, field: QWidget, *, digits: bool = False) -> None:
        super().__init__(field)
        self._field = field
        self._names = QStringListModel(self)
        self.setObjectName("popup")
        self.list = QListView()
        self.list.setModel(self._names)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.told = words("", "small", wrap=True)
        self.told.setContentsMargins(_MARGIN, 0, _MARGIN, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(_GAP)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        if digits:
            self.list.setItemDelegate(_Numbered(self.list))
        self.list.clicked.connect(lambda index: self._take(str(index.data())))
        field.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Tell whether names are offered."""
        return not self.isHidden()

    @property
    def names(self) -> list[str]:
        """The names that are offered now, best first; empty when none are."""
        return self._names.stringList() if self.is_open else []

    @property
    def marked(self) -> str:
        """The name that Enter takes, empty for none."""
        index = self.list.currentIndex()
        return str(index.data()) if self.is_open and index.isValid() else ""

    def offer(self, names: Sequence[str], spot: QRect, *, marked: bool, told: str = "") -> None:
        """Offer names below a spot of the field, or above it where there is no room; mark the first one or none."""
        self._names.setStringList(list(names))
        self.list.setCurrentIndex(self._names.index(0) if marked else QModelIndex())
        self.tell(told)
        self._place(spot)
        self.show()
        self.raise_()

    def tell(self, sentence: str) -> None:
        """Say below the names what the keys do, or nothing."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def take(self) -> bool:
        """Take the name that is marked, else the first one; return False where none is offered."""
        name = self.marked or next(iter(self.names), "")
        return bool(name) and self._take(name)

    def take_digit(self, digit: int) -> bool:
        """Take the name that carries a digit; return False if none does."""
        names = self.names
        return 1 <= digit <= min(DIGITS, len(names)) and self._take(names[digit - 1])

    def walk(self, event: QKeyEvent) -> bool:
        """Mark another name with an arrow; return False for any other key."""
        step = 0 if held(event) else _STEPS.get(Qt.Key(event.key()), 0)
        if not step or not self.is_open:
            return False
        last, at = self._names.rowCount() - 1, self.list.currentIndex().row()
        to = at + step if at >= 0 or step > 0 else last
        to = to % (last + 1) if abs(step) == 1 else max(0, min(last, to))
        self.list.setCurrentIndex(self._names.index(to))
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._field.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if isValid(self._field):
            self._field.removeEventFilter(self)  # each event would pass through it, a dozen for a letter

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the field loses the keyboard or cannot be seen any more."""
        gone = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS
        if gone or event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def _take(self, name: str) -> bool:
        self.hide()
        self.taken.emit(name)
        return True

    def _place(self, spot: QRect) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        width = min(max(WIDTH, spot.width()), window.width())
        row = self.list.sizeHintForRow(0)
        height = row * min(DIGITS, self._names.rowCount()) + 2 * (_EDGE + self.list.frameWidth() + 1)
        if not self.told.isHidden():
            height += _GAP + self.told.heightForWidth(width - 2 * _EDGE)
        corner = self._field.mapTo(window, QPoint(spot.left(), spot.bottom() + _GAP))
        above = corner.y() - spot.height() - height - 2 * _GAP
        is_below = corner.y() + height <= window.height() or above < 0
        left = max(0, min(corner.x(), window.width() - width))
        self.setGeometry(left, corner.y() if is_below else above, width, height)


class _Numbered(QStyledItemDelegate):
    """Writes the digit quietly at the right; a name ends before it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - _FOR_DIGIT
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.row() < DIGITS:
            painter.save()
            painter.setFont(body_font(12))
            painter.setPen(QColor(worn().quiet))
            area = QRect(option.rect).adjusted(0, 0, -_MARGIN, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.row() + 1))
            painter.restore()


def fitting(names: Sequence[str], typed: str) -> list[str]:
    """Return the names that what was typed may mean: those that begin so first, then those with a word that does."""
    wanted = typed.casefold()
    begins = [name for name in names if name.casefold().startswith(wanted)]
    within = [name for name in names if f" {wanted}" in f" {name.casefold()}"] if wanted else []
    return list(dict.fromkeys([*begins, *within]))[:MOST]
