"""The head of the place Ordnen: the goal, and buttons; those that do not fit stand in the menu only."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.goal_head import GoalHead

_GAP, _GOAL = 10, 250


class BoardHead(QWidget):
    """Tells with ``asked`` the same words as the keys, and "menu"."""

    asked = Signal(str)

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk = desk
        self.goal = GoalHead(desk, place)
        self.draft = self._button(_("Gruppen vorschlagen"), "draft", "V")
        self.doubles = self._button(_("Ähnliche Karten"), "doubles", "A")
        self.new = self._button(_("Neue Gruppe") + "  N", "new")
        self.undo = button(_("Rückgängig"), desk.undo)
        self.more = self._button("⋯", "menu", _("Alles, was man mit der Tafel tun kann"))
        self.more.setAccessibleName(_("Mehr"))
        self.send = self._button(_("An Leinwand zeigen"), "canvas", "L", role="primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.goal)
        for one in (self.draft, self.doubles, self.new, self.undo, self.more, self.send):
            layout.addWidget(one)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def refresh(self, *, has_goal: bool, has_draft: bool) -> None:
        """Read the goal and what can be undone."""
        self.goal.refresh()
        self.draft.setText(_("Entwurf schließen") if has_draft else _("Gruppen vorschlagen"))
        self.refresh_undo()
        for one in (self.new, self.more, self.send):
            one.setVisible(has_goal)
        self._fit()

    def refresh_undo(self) -> None:
        """Read whether there is a step to take back."""
        self.undo.setEnabled(self._desk.file.history.next_undo is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, text: str, word: str, tip: str = "", *, role: str = "") -> QPushButton:
        return button(text, lambda: self.asked.emit(word), role=role, tip=tip)

    def _fit(self) -> None:
        has_goal = not self.more.isHidden()
        always = [one for one in (self.new, self.more, self.send) if has_goal]
        room = self.width() - _GOAL - sum(one.sizeHint().width() + _GAP for one in always)
        for one in (self.draft, self.doubles, self.undo):
            room -= one.sizeHint().width() + _GAP
            one.setVisible(has_goal and room >= 0)
