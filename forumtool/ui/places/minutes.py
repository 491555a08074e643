"""Protokoll: what goes out, to whom, in which version, as Word, Excel and PDF; the pages beside it as they will be."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from forumtool.domain.audience import DEFAULT_AUDIENCE
from forumtool.domain.due import read_due
from forumtool.domain.errors import UserError
from forumtool.domain.report import WORDINGS
from forumtool.exports.minutes_sections import for_readers, usual
from forumtool.exports.writing import Exported
from forumtool.i18n import _, catalogue, speaking
from forumtool.services import minutes as verbs
from forumtool.services.publishing import Looked, looked_through, report_of
from forumtool.storage.copy import Copy
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.reading import Reading
from forumtool.ui.desk import Desk
from forumtool.ui.exporting.exporting import Exporting, told_of_folder
from forumtool.ui.exporting.named import show_find
from forumtool.ui.long_work import Tell
from forumtool.ui.parts.beside import Beside
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across, down, scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.places.minuting.choices import Form, Readers
from forumtool.ui.places.minuting.finds import FindsPane
from forumtool.ui.places.minuting.foot import Foot
from forumtool.ui.places.minuting.looking import Looking
from forumtool.ui.places.minuting.minutes_pages import MinutesPages
from forumtool.ui.places.minuting.sections import SectionList
from forumtool.ui.places.minuting.templates import TemplateChoice
from forumtool.ui.places.minuting.versions import Versions
from forumtool.ui.places.place import Place
from forumtool.ui.settings import Settings
from forumtool.ui.tasks import TaskRunner

_MILLISECONDS_OF_PEACE = 150
_WIDTH, _LEAST = 300, 860  # pixels: the choices; the pages with what was found beside them


class MinutesPlace(Place):
    """The organiser's place: readers, sections, form and version at the left, and the buttons that write."""

    concerns = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.settings = Settings()
        self.runner = TaskRunner(self)
        self.pages, self.finds = MinutesPages(self.runner), FindsPane()
        self.readers, self.sections, self.form, self.versions = Readers(), SectionList(), Form(), Versions()
        self.templates = TemplateChoice(desk)
        self.foot = Foot(desk.long_work, self.export, self.export_all, self._open_folder)
        self.exporting = Exporting(desk, self)
        self.both, self.said, self.open_folder = self.foot.both, self.foot.said, self.foot.open_folder
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.looking = Looking(self.finds)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MILLISECONDS_OF_PEACE)
        self._soon.timeout.connect(self._show_pages)
        self._build()
        self._bind()

    def _build(self) -> None:
        panel = Panel(margin=0, spacing=0)
        panel.setFixedWidth(_WIDTH)
        self._build_tabs()
        for thing, stretch, margins in (
            (self.readers, 0, (MARGIN, 12, MARGIN, 4)), (self.tabs, 0, (MARGIN, 0, MARGIN, 0)),
            (self.stack, 1, (MARGIN - 4, 4, 8, 4)), (self.foot, 0, (MARGIN, 6, MARGIN, 12)),
        ):  # fmt: skip
            row = across(thing)
            row.setContentsMargins(*margins)
            panel.inside.addLayout(row, stretch)
        sheet = Panel(margin=1)
        sheet.inside.addWidget(self.pages)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(panel)
        outer.addWidget(Beside((sheet, 5), (self.finds, 4), least=_LEAST), 1)
        self.finds.hide()

    def _build_tabs(self) -> None:
        self.tabs.setAccessibleName(_("Seiten"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        hint = words(_("Ziehen oder Alt ↑ ↓ ändert die Reihenfolge."), "small", wrap=True)
        hint.setContentsMargins(4, 0, 0, 0)  # begins where the boxes do
        contents = QWidget()
        column = down(self.sections, hint, spacing=4)
        column.setStretch(0, 1)
        contents.setLayout(column)
        form = _padded(QWidget())
        form.setLayout(down(self.form, self.templates, spacing=14))
        sending = _padded(QWidget())
        sending.setLayout(down(self.versions, self.foot.everything, spacing=12))
        for title, page in ((_("Inhalt"), contents), (_("Form"), scrolling(form)),
                            (_("Version"), scrolling(sending))):  # fmt: skip
            self.tabs.addTab(title)
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)

    def _bind(self) -> None:
        self.readers.changed.connect(self._readers_changed)
        self.sections.changed.connect(lambda: self._keep(sections=" ".join(self.sections.sections)))
        self.form.changed.connect(
            lambda: self._keep(wording=self.form.wording.currentData(), language=self.form.language.currentData())
        )
        self.form.whole_changed.connect(self.refresh)
        self.versions.deadline_typed.connect(
            lambda text: self._keep(objections_until=read_due(text, date.today()) if text else "")
        )
        self.versions.send_wanted.connect(lambda: self.desk.do(verbs.send, self._forum_id()))
        self.versions.approve_wanted.connect(lambda: self.desk.do(verbs.approve, self._forum_id()))
        self.finds.changed.connect(self._soon.start)
        self.looking.told.connect(lambda again: self.foot.ask_again(again=again))
        self.finds.wanted.connect(lambda find: show_find(self, find))

    def take_focus(self) -> None:
        self.both.setFocus()

    def refresh(self) -> None:
        self.form.whole.setEnabled(self.desk.forum_id is not None)
        standing = verbs.standing(self.desk.file, self._forum_id())
        self.versions.show_standing(standing)
        self.templates.refresh()
        row = standing.version
        if not self.desk.file.read_only:  # there the choices of this window count
            audience = row.audience or DEFAULT_AUDIENCE
            self.readers.show_audience(audience)
            self.form.show_choices(row.wording or WORDINGS[0], row.language or speaking().language)
            self.sections.show_sections(tuple(row.sections.split()) or usual(audience))
        self._soon.start()

    @property
    def audience(self) -> str:
        """The key of the chosen audience."""
        return self.readers.audience

    @property
    def language(self) -> str:
        """The language of the document."""
        return str(self.form.language.currentData())

    def _keep(self, **choices: str) -> None:
        """Keep a choice with the version, where the file can be written."""
        self._soon.start()
        if not self.desk.file.read_only:
            self.desk.do(verbs.choose, self._forum_id(), **choices)

    def _readers_changed(self) -> None:
        """Let the ticks follow the readers: what they are not shown is ticked no more."""
        row = verbs.standing(self.desk.file, self._forum_id()).version
        sections = for_readers(self.sections.sections, row.audience or DEFAULT_AUDIENCE, self.audience)
        self.sections.show_sections(sections)
        self._keep(audience=self.audience, sections=" ".join(sections))

    def _forum_id(self) -> str | None:
        return None if self.form.whole.isChecked() else self.desk.forum_id

    def _choices(self) -> dict[str, Any]:
        """How the report is built."""
        return {
            "forum_id": self._forum_id(),
            "audience": self.audience,
            "wording": str(self.form.wording.currentData()),
            "sections": self.sections.sections,
        }

    # Writing

    def export(self, formats: Sequence[str], folder: Path | None = None) -> None:
        """Ask for a folder, if none is given, and write the files beside the window.

        What goes to everybody is looked through first, just as it will be written: names in free text are told; asked
        a second time, it writes.
        """
        self.desk.long_work.run(
            _("Das Protokoll wird zusammengestellt …"),
            partial(_read, self._choices()),
            lambda looked: self._write_unless_named(looked, tuple(formats), folder),
            self._failed,
            self,
        )

    def _write_unless_named(self, looked: Looked, formats: tuple[str, ...], folder: Path | None) -> None:
        self.looking.show(looked)
        if self.looking.must_tell(formats, self.sections.sections):
            self._tell(
                _("Noch stehen Namen oder Adressen im freien Text: schwärzen, ersetzen oder trotzdem ausgeben."),
                warning=True,
            )
            return
        target = folder or self.exporting.ask_for_folder()
        if target is not None:
            self.settings.export_folder = str(target)
            self._write(looked, target, formats)

    def _write(self, looked: Looked, folder: Path, formats: tuple[str, ...]) -> None:
        blackened, sections, language = self.finds.blackened, self.sections.sections, self.language

        def work(_source: Reading, tell: Tell) -> list[Exported]:
            from forumtool.drawing.exporting import export
            from forumtool.exports.accessibility import with_verdicts

            done = count(1)
            tell(0, len(formats))
            return with_verdicts(export(looked.blackened(blackened), folder, formats, language, sections,
                                        lambda _one: tell(next(done), len(formats))))  # fmt: skip

        self.desk.long_work.run(_("Das Protokoll wird geschrieben …"), work, self._exported, self._failed, self)

    def export_all(self, folder: Path | None = None) -> None:
        """Write everything for the steering group into a folder of its own within the one that is asked for."""
        within = folder or self.exporting.ask_for_folder()
        if within is not None:
            self.exporting.write_folder(within, self._exported_all, self._failed, self)

    def _exported_all(self, files: Sequence[Exported]) -> None:
        self._tell(told_of_folder(files))
        self.open_folder.show()

    def _exported(self, files: Sequence[Exported]) -> None:
        said = [_("Fertig: {name}", name=one.path.name) for one in files]
        said += [note for one in files for note in one.notes]
        self._tell("\n".join(said))
        self.open_folder.show()

    def _failed(self, error: UserError) -> None:
        self._tell(str(error), warning=True)

    def _tell(self, text: str, *, warning: bool = False) -> None:
        """Say what became of it, also to whoever has gone to another place meanwhile."""
        self.foot.tell(text, warning=warning)
        if not self.isVisible():
            (self.desk.say_warning if warning else self.desk.say)(text)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.settings.export_folder))

    # The pages

    def _show_pages(self) -> None:
        if not self.desk.is_open or not self.isVisible():
            return
        copy = self.desk.do(ForumFile.copied)
        if copy is not None:
            read, say = partial(_read_copy, self._choices(), copy), catalogue(self.language)
            self.pages.show_minutes(read, self.finds.blackened, say, self.sections.sections, self.looking.show)


def _read_copy(choices: dict[str, Any], copy: Copy) -> Looked:
    try:
        return _looked(choices, copy)
    finally:
        copy.close()


def _read(choices: dict[str, Any], source: Reading, tell: Tell) -> Looked:
    tell(0, 0)
    return _looked(choices, source)


def _looked(choices: dict[str, Any], source: Reading) -> Looked:
    return looked_through(source, "minutes", report_of(source, "minutes", **choices), ("xlsx",))


def _padded(page: QWidget) -> QWidget:
    page.setContentsMargins(4, 4, 8, 0)
    return page
