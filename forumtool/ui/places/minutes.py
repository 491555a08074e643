"""Protokoll: what goes out, with whose names, as Word and Excel; the pages beside it as they will be."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _, catalogue, speaking
from forumtool.paths import documents_folder
from forumtool.services.reporting import build
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across, scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.places.minuting.pages import Pages
from forumtool.ui.places.minuting.templates import TemplateChoice
from forumtool.ui.places.place import Place
from forumtool.ui.settings import Settings
from forumtool.ui.tasks import TaskRunner

_NAMES = (("full", N_("wie erfasst")), ("organisations", N_("nur Organisationen")), ("anonymous", N_("anonym")))
_MILLISECONDS_OF_PEACE = 150


class MinutesPlace(Place):
    """The organiser's place: ticks, names, language, and two buttons."""

    concerns = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.settings = Settings()
        self.runner = TaskRunner(self)
        self.pages = Pages()
        self.ticks: dict[str, QCheckBox] = {}
        self.names = QButtonGroup(self)
        self.language = QComboBox()
        self.templates = TemplateChoice(desk)
        self.whole = QCheckBox(_("alle Foren und der ganze Prozess"))
        self.said = words("", "small", wrap=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MILLISECONDS_OF_PEACE)
        self._soon.timeout.connect(self._show_pages)
        self._build()

    def _build(self) -> None:
        panel = Panel(margin=0)
        panel.setFixedWidth(292)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        rows.setSpacing(2)
        self._build_sections(rows)
        rows.addStretch(1)
        panel.inside.addWidget(scrolling(inside), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        foot.setSpacing(6)
        self._build_choices(foot)
        foot.addWidget(self.templates)
        foot.addSpacing(6)
        self.both = button(_("Word und Excel ausgeben …"), lambda: self.export(("docx", "xlsx")), role="primary")
        self.word = button(_("nur Word …"), lambda: self.export(("docx",)))
        self.excel = button(_("nur Excel …"), lambda: self.export(("xlsx",)))
        self.open_folder = button(_("Ordner öffnen"), self._open_folder, role="plain")
        self.open_folder.hide()
        foot.addWidget(self.both)
        foot.addLayout(across(self.word, self.excel, 1))
        foot.addWidget(self.said)
        foot.addLayout(across(self.open_folder, 1))
        panel.inside.addLayout(foot)
        sheet = Panel(margin=1)
        sheet.inside.addWidget(self.pages)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(panel)
        outer.addWidget(sheet, 1)

    def _build_sections(self, rows: QVBoxLayout) -> None:
        from forumtool.exports.minutes import SECTIONS

        rows.addWidget(words(_("Inhalt"), "heading"))
        for section in SECTIONS:
            tick = QCheckBox(_(section.title))
            tick.setChecked(True)
            tick.toggled.connect(self._soon.start)
            self.ticks[section.key] = tick
            rows.addWidget(tick)

    def _build_choices(self, rows: QVBoxLayout) -> None:
        rows.addWidget(words(_("Namen"), "heading"))
        for at, (key, title) in enumerate(_NAMES):
            choice = QRadioButton(_(title))
            choice.setChecked(key == "organisations")
            self.names.addButton(choice, at)
            rows.addWidget(choice)
        self.names.idToggled.connect(lambda *_: self._soon.start())
        rows.addSpacing(4)
        self.language.setAccessibleName(_("Sprache des Dokuments"))
        for title, language in (("Deutsch", "de"), ("English", "en")):
            self.language.addItem(title, language)
        self.language.setCurrentIndex(0 if speaking().language == "de" else 1)
        self.language.activated.connect(lambda _at: self._soon.start())
        self.whole.toggled.connect(self._soon.start)
        rows.addWidget(self.language)
        rows.addWidget(self.whole)

    def take_focus(self) -> None:
        self.both.setFocus()

    def refresh(self) -> None:
        self.whole.setEnabled(self.desk.forum_id is not None)
        self.templates.refresh()
        self._soon.start()

    @property
    def policy(self) -> str:
        """The chosen policy of names."""
        return _NAMES[self.names.checkedId()][0]

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys of the ticked sections."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def export(self, formats: tuple[str, ...], folder: Path | None = None) -> None:
        """Ask for a folder, if none is given, and write the files beside the window."""
        if folder is None:
            start = self.settings.export_folder or str(documents_folder())
            name = QFileDialog.getExistingDirectory(self, _("Wohin mit den Dateien?"), start)
            if not name:
                return
            folder = Path(name)
        self.settings.export_folder = str(folder)
        report = self.desk.do(build, forum_id=self._forum_id(), names=self.policy)
        if report is None:
            return
        from forumtool.exports.accessibility import with_verdicts
        from forumtool.exports.writing import export

        sections, language, target = self.sections, str(self.language.currentData()), folder
        self._busy(True)
        self.runner.run(
            lambda: with_verdicts(export(report, target, formats, language, sections)), self._exported, self._failed
        )

    def _forum_id(self) -> str | None:
        return None if self.whole.isChecked() else self.desk.forum_id

    def _exported(self, files) -> None:  # type: ignore[no-untyped-def]
        self._busy(False)
        said = [_("Fertig: {name}", name=one.path.name) for one in files]
        said += [note for one in files for note in one.notes]
        self.said.setObjectName("small")
        self._tell("\n".join(said))
        self.open_folder.show()

    def _failed(self, error: UserError) -> None:
        self._busy(False)
        self.said.setObjectName("warning")
        self._tell(str(error))

    def _tell(self, text: str) -> None:
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)

    def _busy(self, busy: bool) -> None:
        for one in (self.both, self.word, self.excel):
            one.setEnabled(not busy)
        if busy:
            self._tell(_("Wird geschrieben …"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.settings.export_folder))

    def _show_pages(self) -> None:
        if not self.desk.is_open or not self.isVisible():
            return
        from forumtool.exports.minutes import compose
        from forumtool.ui.places.minuting.document import document

        report = self.desk.do(build, forum_id=self._forum_id(), names=self.policy)
        if report is not None:
            say = catalogue(str(self.language.currentData()))
            self.pages.show_document(document(compose(report, say, self.sections), say))
