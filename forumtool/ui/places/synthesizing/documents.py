"""The synthesis as a file for people: for Word, for Excel, as PDF."""

from pathlib import Path
from typing import BinaryIO

from PySide6.QtWidgets import QWidget

from forumtool.i18n import _, speaking
from forumtool.services.synthesis import build_synthesis, with_similar
from forumtool.ui.desk import Desk
from forumtool.ui.file_writing import FileWriting
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across

_MORE = " …"


class Documents(QWidget):
    """Three buttons. What is similar is found while the file is written, beside the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._writing = FileWriting(desk, self)
        self.runner = self._writing.runner
        self.as_pdf = button(_("PDF …"), lambda: self.write(".pdf"))
        self.as_excel = button(_("Excel …"), lambda: self.write(".xlsx"))
        self.as_word = button(_("Word …"), lambda: self.write(".docx"), role="primary")
        self.setLayout(across(self.as_pdf, self.as_excel, self.as_word, spacing=6))

    def be_brief(self, brief: bool) -> None:
        """Leave more room to what stands beside the buttons."""
        for one in (self.as_pdf, self.as_excel, self.as_word):
            title = one.text().removesuffix(_MORE)
            one.setText(title if brief else title + _MORE)

    def write(self, suffix: str, path: Path | None = None) -> None:
        """Write the synthesis for the steering group; without a path, ask where to."""
        title = _("Zusammenschau {title}", title=self._desk.process().title)
        path = path or self._writing.ask(title, suffix)
        report = self._desk.do(build_synthesis) if path else None
        if path is None or report is None:
            return
        say = speaking()

        def work(stream: BinaryIO) -> list[str]:
            from forumtool.drawing import report_pdf
            from forumtool.exports import word_document, workbook_xlsx
            from forumtool.exports.documents import DOCUMENTS

            kind, whole = DOCUMENTS["synthesis"], with_similar(report)
            if suffix == ".xlsx":
                return workbook_xlsx.write(whole, stream, say, kind.lists.make(whole, say) if kind.lists else [])
            if suffix == ".pdf":
                return report_pdf.write(kind.compose, whole, stream, say)
            return word_document.write_document(kind.compose(whole, say, None), whole, stream)

        self._writing.write(path, work)
