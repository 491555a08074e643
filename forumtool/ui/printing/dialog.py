"""Printing for the day: choose a paper, see its pages, keep it as PDF or Word."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from forumtool.domain.errors import UserError
from forumtool.drawing.paper_pages import pages_of, write_pdf
from forumtool.exports.day_papers import SIGNS, TITLES, compose
from forumtool.exports.file_names import safe_name
from forumtool.exports.papers import Paper
from forumtool.i18n import _, speaking
from forumtool.paths import documents_folder
from forumtool.storage.queries.forums import participants
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.page_view import PageView
from forumtool.ui.parts.panel import GAP, Panel, across
from forumtool.ui.parts.words import words
from forumtool.ui.printing.wishes import Wishes
from forumtool.ui.settings import Settings

_SIDE = 300


class PrintDialog(QDialog):
    """The papers of the chosen forum."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent.window()
        self.desk, self._settings, self._say = desk, Settings(), speaking()
        self._written: Path | None = None
        self.paper: Paper | None = None
        self.setWindowTitle(_("Drucken"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wishes = Wishes(self.show_paper)
        self.preview = PageView()
        self.said = words("", "small", wrap=True)
        self.open_file = button(_("Datei öffnen"), self._open_file, role="plain")
        self.pdf = button(_("Als PDF …"), lambda: self._ask(".pdf", "PDF (*.pdf)", self.write_pdf), role="primary")
        self.word = button(_("Als Word …"), lambda: self._ask(".docx", "Word (*.docx)", self.write_word))
        self.pdf.setDefault(True)
        self._build()
        self.show_paper()

    def _build(self) -> None:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(words(_("Drucken"), "heading"))
        left.addWidget(self.wishes)
        left.addStretch(1)
        left.addWidget(self.said)
        left.addLayout(across(self.open_file, 1))
        left.addLayout(across(self.pdf, self.word, 1, button(_("Schließen"), self.reject)))
        self.open_file.hide()
        sheet = Panel(margin=1)
        sheet.inside.addWidget(self.preview)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(GAP)
        outer.addWidget(side)
        outer.addWidget(sheet, 1)
        whole = self._over.size()
        self.resize(min(980, whole.width() - 60), min(820, whole.height() - 40))

    def show_paper(self) -> None:
        """Show the pages of what is chosen now."""
        forum, choice = self.desk.forum(), self.wishes.choice
        if forum is not None:
            rows = participants(self.desk.file, forum.id)
            self.paper = compose(choice, forum, self.desk.process().title, rows, self._say)
        pages = pages_of(self.paper, self._say) if self.paper is not None else None
        self.preview.show_pages(pages)
        for one in (self.pdf, self.word):
            one.setEnabled(pages is not None)
        self.open_file.hide()
        if pages is not None:
            self._tell(self._say.plural("{count} Seite A4", "{count} Seiten A4", pages.count))
        else:
            self._tell(
                _("Tischschilder gibt es zu ausgelosten Gruppen: Bitte erst auslosen (Strg G).")
                if choice.kind == SIGNS
                else _("Es ist noch niemand da.")
            )

    def write_pdf(self, path: Path) -> None:
        """Write the paper as PDF, or say why it cannot be written."""
        if self.paper is not None:
            paper = self.paper
            self._write(path, lambda: write_pdf(paper, path, self._say))

    def write_word(self, path: Path) -> None:
        """Write the paper as a Word document, or say why it cannot be written."""
        if self.paper is not None:
            from forumtool.exports.paper_files import write_word

            paper, host = self.paper, self.desk.process().host
            self._write(path, lambda: write_word(paper, path, host, self._say))

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except UserError as error:
            self._tell(str(error), warning=True)
            return
        self._settings.export_folder = str(path.parent)
        self._written = path
        self._tell(_("Fertig: {name}", name=path.name))
        self.open_file.show()

    def _ask(self, suffix: str, kinds: str, write: Callable[[Path], object]) -> None:
        forum = self.desk.forum()
        folder = Path(self._settings.export_folder or documents_folder())
        title = " ".join((_(TITLES[self.wishes.kind]), forum.title if forum else ""))
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Sichern unter"), str(folder / safe_name(title, suffix)), kinds
        )
        if name:
            path = Path(name)
            write(path if path.suffix.casefold() == suffix else path.with_name(path.name + suffix))

    def _open_file(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _tell(self, text: str, *, warning: bool = False) -> None:
        self.said.setObjectName("warning" if warning else "small")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)
