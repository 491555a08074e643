"""Names and addresses that a document for everybody would say: shown before it is written, each can be blackened."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from forumtool.domain.finds import Find
from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.going import go_to
from forumtool.ui.parts.panel import across
from forumtool.ui.places.minuting.finds import FindsPane


class NamedDialog(QDialog):
    """Calls ``write`` with the ids of what is to be blackened, if somebody wants the document."""

    def __init__(self, parent: QWidget, finds: Sequence[Find], write: Callable[[frozenset[str]], object]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Namen und Adressen im freien Text"))
        self._over, self._write = parent.window(), write
        self.pane = FindsPane()
        self.pane.show_finds(finds)
        self.pane.wanted.connect(self._show_thing)
        self.pane.changed.connect(self._tell)
        self.cancel = button(_("Abbrechen"), self.reject)
        self.go = button("", self._take, role="primary")
        self.go.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 16)
        layout.setSpacing(10)
        layout.addWidget(self.pane, 1)
        layout.addLayout(across(1, self.cancel, self.go))
        room = self._over.size()
        self.resize(min(820, room.width() - 60), min(520, room.height() - 40))
        self._tell()
        self.pane.view.setCurrentIndex(self.pane.model.index(0, 1))
        self.pane.view.setFocus()

    def _tell(self) -> None:
        self.go.setText(_("Trotzdem ausgeben") if self.pane.kept else _("Ausgeben"))

    def _take(self) -> None:
        blackened = self.pane.blackened
        self.accept()
        self._write(blackened)

    def _show_thing(self, find: Find) -> None:
        self.reject()
        show_find(self._over, find)


def show_find(over: QWidget, find: Find) -> None:
    """Go where the thing is worked on."""
    from forumtool.domain.findable import Findable

    window: Any = over.window()
    if find.where.kind in {"card", "goal", "forum", "group", "measure", "action", "parked", "offer", "obstacle"}:
        from forumtool.ui.shell.found import show_found

        show_found(window, Findable(find.where.kind, find.where.key, "", find.where.label, ""))
    else:
        go_to(over, "setup")
