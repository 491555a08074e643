"""The rail: the day from top to bottom."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from forumtool.i18n import _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.panel import scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.shell.register import ENTRIES, Entry
from forumtool.ui.shell.sizes import RAIL
from forumtool.ui.theme.style import body_font, worn


class RailButton(QPushButton):
    """A place in the rail, with a count at its right."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.count = ""
        self.setObjectName("railButton")
        self.setCheckable(True)
        self.setAccessibleName(_(entry.title))
        self.setToolTip(key_text(entry.keys))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(RAIL - 16, 32)

    def tell(self, count: str) -> None:
        """Show a count, or nothing."""
        if count != self.count:
            self.count = count
            self.setAccessibleDescription(count)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        chosen = self.isChecked()
        inside = self.rect().adjusted(10, 0, -10, 0)
        painter.setFont(body_font(strong=chosen))
        painter.setPen(QColor(worn().accent if chosen else worn().text))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _(self.entry.title))
        painter.setPen(QColor(worn().quiet))
        painter.setFont(body_font(13))
        if self.count == "●":
            self._dot(painter, inside)
        else:
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.count)

    def _dot(self, painter: QPainter, inside: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(worn().quiet))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(inside.right() - 8, inside.center().y() - 4, 8, 8)


class Rail(QFrame):
    """All places under their headings; tells which one is wanted."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(RAIL)
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(1)
        section = ""
        for entry in ENTRIES:
            if entry.section != section:
                section = entry.section
                layout.addWidget(words(_(section), "railHeading"))
            button = RailButton(entry)
            button.clicked.connect(lambda _checked=False, key=entry.key: self.wanted.emit(key))
            self._group.addButton(button)
            self.buttons[entry.key] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self._area = scrolling(inside)  # a low window scrolls the day, it does not cut it
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def mark(self, key: str) -> None:
        """Show which place is open."""
        self.buttons[key].setChecked(True)
        self._area.ensureWidgetVisible(self.buttons[key])
        for button in self.buttons.values():
            button.update()
