"""Giving the proposals out for decision, as a list for Excel or a sheet for Word, and reading them back."""

from PySide6.QtWidgets import QWidget

from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.exporting.dialog import ExportDialog
from forumtool.ui.exporting.offers import SHEET
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across


class Lists(QWidget):
    """Three buttons. The list for Excel goes with the minutes of all forums; its last columns are the decisions."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.back = button(_("Entscheidungsliste einlesen …"), self.read_list)
        self.as_word = button(_("Bogen als Word …"), lambda: self.ask(SHEET))
        self.as_excel = button(_("Liste als Excel …"), lambda: self.ask("lists"), role="primary")
        self.setLayout(across(self.back, self.as_word, self.as_excel))

    def read_list(self) -> None:
        """Ask for a list of decisions, and show what it would change."""
        from forumtool.ui.places.deciding.reading import ask_for_decisions

        ask_for_decisions(self._desk, self)

    def ask(self, key: str) -> None:
        """Ask for whom and where to."""
        ExportDialog(self._desk, self, key).open()
