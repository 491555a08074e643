"""The goal being worked on, at the head of a place: its number and title; a click or Alt+Up/Down changes it."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.to_goal import change_goal_by_keys
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.theme.style import body_font, worn

_ARROW, _HEIGHT = 20, 42  # the style sheet says the height, too: it sets a lower one for buttons


def no_goal_yet() -> str:
    """Return what a place says that needs a goal and has none."""
    return _("Noch kein Ziel: Unter Aufbau das erste anlegen ({keys}).", keys=key_text("Ctrl+2"))


class GoalHead(QPushButton):
    """Shows the desk's goal on at most two lines; ``place`` is where Alt+Up and Alt+Down change it."""

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk = desk
        self._number, self._title = "", ""
        self.setObjectName("plain")
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.clicked.connect(self.choose)
        change_goal_by_keys(place, desk)

    def refresh(self) -> None:
        """Read the goal."""
        goal = self._desk.goal()
        self._number = _("Ziel {number}", number=goal.number) if goal else ""
        self._title = goal.title if goal else ""
        self.setAccessibleName(f"{self._number} {self._title}".strip())
        self.setToolTip(f"{self._title}\n" + _("Anderes Ziel") + ": Alt ↑ ↓" if goal else "")
        self.setEnabled(goal is not None)
        self.update()

    def choose(self) -> None:
        """Choose the goal by typing."""
        choices = [
            Choice(goal.label, partial(self._desk.choose_goal, goal.id), goal.theme_field_title)
            for goal in self._desk.goals()
        ]
        Chooser(self, _("Ziel wählen"), choices).open_below(self)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(body_font(strong=True))
        lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        painter.setPen(QColor(worn().accent if lit else worn().text))
        start = painter.fontMetrics().horizontalAdvance(self._number) + 10
        room = max(40.0, self.width() - start - _ARROW)
        title = Wrapped(self._title, body_font(), room, lines=2)
        top = (self.height() - max(title.height, title.line_height)) / 2
        line = painter.fontMetrics().height()
        painter.drawText(QRectF(0, top, start, line), Qt.AlignmentFlag.AlignVCenter, self._number)
        title.draw(painter, start, top)
        end = start + (room if title.count > 1 else title.last_width)
        if self.hasFocus():
            bottom = top + max(title.height, line) + 2
            painter.drawLine(QPointF(0, bottom), QPointF(end, bottom))
        if self._title:
            painter.drawText(QRectF(end + 6, top, _ARROW, line), Qt.AlignmentFlag.AlignVCenter, "▾")
