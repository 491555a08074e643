"""The synthesis as a file for people: for Word, for Excel, as PDF."""

from PySide6.QtWidgets import QWidget

from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.exporting.dialog import ExportDialog
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.panel import across


class Documents(QWidget):
    """One button; for whom and in which form is chosen where everything is written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.go = button(_("Ausgeben …"), self.ask, role="primary", tip=key_text("Ctrl+E"))
        self.setLayout(across(self.go))

    def ask(self) -> None:
        """Ask for whom and where to."""
        ExportDialog(self._desk, self, "synthesis").open()
