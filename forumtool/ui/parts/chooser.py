"""The one list to choose from by typing: groups, goals, forums, places. Enter takes, Esc leaves."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from forumtool.i18n import _

_ROWS = 10


class Choice(NamedTuple):
    """Something to choose: what is shown, a remark beside it, and what choosing does."""

    title: str
    act: Callable[[], object]
    remark: str = ""


class Chooser(QFrame):
    """A popup with a field and the choices that contain all the words typed into it.

    ``make`` offers to make something new out of the words typed, as the last choice.
    """

    def __init__(
        self,
        owner: QWidget,
        prompt: str,
        choices: Sequence[Choice],
        *,
        make: Callable[[str], object] | None = None,
        make_title: str = "",
        find: Callable[[str], Sequence[Choice]] | None = None,
    ) -> None:
        super().__init__(owner.window(), Qt.WindowType.Popup)
        self._over = owner.window()
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices, self._make, self._make_title, self._find = choices, make, make_title, find
        self._shown: list[Choice] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self.take())
        self._show("")

    def open_below(self, widget: QWidget) -> None:
        """Open under a widget, inside the screen."""
        self._open_at(widget.mapToGlobal(QPoint(0, widget.height() + 4)))

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        self._open_at(window.mapToGlobal(QPoint((window.width() - 520) // 2, 64)))

    def _open_at(self, where: QPoint) -> None:
        self.resize(520, 58 + 36 * min(_ROWS, max(3, len(self._shown))))
        area = self._over.screen().availableGeometry()
        self.move(
            max(area.left(), min(where.x(), area.right() - self.width())),
            max(area.top(), min(where.y(), area.bottom() - self.height())),
        )
        self.show()
        self.field.setFocus()

    def take(self) -> None:
        """Take the marked choice and close."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._shown):
            return
        choice = self._shown[row]
        self.close()
        choice.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self._shown:
                self.list.setCurrentRow((self.list.currentRow() + step) % len(self._shown))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        parts = typed.casefold().split()
        if self._find is not None:
            self._shown = list(self._find(typed))
        else:
            self._shown = [one for one in self._choices if all(part in one.title.casefold() for part in parts)]
        make = self._make
        if (
            make is not None
            and typed.strip()
            and all(one.title.casefold() != typed.strip().casefold() for one in self._shown)
        ):
            title = typed.strip()
            self._shown.append(
                Choice((self._make_title or _("Neu: „{title}“")).format(title=title), lambda: make(title))
            )
        self.list.clear()
        for one in self._shown:
            item = QListWidgetItem(f"{one.title}   ·   {one.remark}" if one.remark else one.title)
            item.setToolTip(one.title)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
