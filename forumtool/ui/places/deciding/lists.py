"""Giving the proposals out for decision, as a list for Excel or a sheet for Word, and reading them back."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from forumtool.i18n import _, speaking
from forumtool.services.decision_sheets import decision_sheet
from forumtool.services.reporting import build
from forumtool.ui.desk import Desk
from forumtool.ui.file_writing import FileWriting
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across


class Lists(QWidget):
    """Three buttons. Files are written beside the window; what became of them is said by the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._writing = FileWriting(desk, self)
        self.runner = self._writing.runner
        self.back = button(_("Entscheidungsliste einlesen …"), self.read_list)
        self.as_word = button(_("Bogen als Word …"), self.write_sheet)
        self.as_excel = button(_("Liste als Excel …"), self.write_list, role="primary")
        self.setLayout(across(self.back, self.as_word, self.as_excel))

    def read_list(self) -> None:
        """Ask for a list of decisions, and show what it would change."""
        from forumtool.ui.places.deciding.reading import ask_for_decisions

        ask_for_decisions(self._desk, self)

    def write_list(self, path: Path | None = None) -> None:
        """Write all lists of the process for Excel; the decisions are the last columns of the proposals."""
        title = _("Listen {title}", title=self._desk.process().title)
        path = path or self._writing.ask(title, ".xlsx")
        report = self._desk.do(build, forum_id=None) if path else None
        if path is not None and report is not None:
            from forumtool.exports import workbook_xlsx

            say = speaking()
            self._writing.write(path, lambda stream: workbook_xlsx.write(report, stream, say))

    def write_sheet(self, path: Path | None = None) -> None:
        """Write the decision sheet for Word."""
        title = _("Entscheidungsbogen {title}", title=self._desk.process().title)
        path = path or self._writing.ask(title, ".docx")
        sheet = self._desk.do(decision_sheet) if path else None
        if path is not None and sheet is not None:
            from forumtool.exports import decision_sheet_docx

            say = speaking()
            self._writing.write(path, lambda stream: decision_sheet_docx.write(sheet, stream, say))
