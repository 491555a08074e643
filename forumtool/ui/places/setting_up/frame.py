"""Prozess: what the whole programme is, its milestones and its guiding principles."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.when import read, shown, typed
from forumtool.i18n import N_, _, speaking
from forumtool.services import frame
from forumtool.services.processes import rename
from forumtool.storage.queries.process import milestones, principles
from forumtool.ui.desk import Desk
from forumtool.ui.parts.beside import Beside
from forumtool.ui.parts.editable import EditableList, Verbs
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import GAP, Panel, across, scrolling
from forumtool.ui.parts.table import Column
from forumtool.ui.parts.wide_field import WideField
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page
from forumtool.ui.places.setting_up.layouts import fill, labelled
from forumtool.ui.places.setting_up.logo import LogoField


class FramePage(Page):
    """The process at the left; Fahrplan and Leitlinien at the right."""

    concerns = ("process", "milestone", "guiding_principle")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lines = {
            field: LineField(name=_(name), write=self._writes(field))
            for field, name in (
                ("title", N_("Titel")), ("motto", N_("Leitwort")), ("host", N_("Gastgeber")),
                ("accompanied_by", N_("Begleitet von")),
            )
        }  # fmt: skip
        self.occasion = WideField(_("Anlass und Auftrag"), lambda text: self._write(occasion=text), 7)
        self.years = LineField(name=_("Gültigkeit in Jahren"), write=self._write_years)
        self.years.setValidator(QIntValidator(1, 30, self))
        self.years.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.years.setFixedWidth(56)
        self.adopted = LineField(name=_("Beschlossen am"), write=lambda text: self._write(adopted_on=read(text)))
        self.adopted.setPlaceholderText(_("Tag des Ratsbeschlusses, etwa 12.7.2017"))
        self.logo = LogoField(desk)
        self.milestones = self._milestones()
        self.principles = self._principles()
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.milestones, 1)
        column.addWidget(self.principles, 1)
        fill(self, Beside((self._form(), 2), (lists, 3), least=640))

    def _form(self) -> Panel:
        panel, form = Panel(margin=1), QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(3)
        for key in ("title", "motto"):
            labelled(column, self.lines[key].accessibleName(), self.lines[key])
        labelled(column, self.occasion.accessibleName(), self.occasion)
        for key in ("host", "accompanied_by"):
            labelled(column, self.lines[key].accessibleName(), self.lines[key])
        column.addSpacing(8)
        column.addWidget(words(_("Das Konzept gilt"), "small"))
        column.addLayout(across(self.years, words(_("Jahre, dann wird es erneuert"), "quiet"), 1))
        labelled(column, self.adopted.accessibleName(), self.adopted)
        labelled(column, _("Zeichen der Dokumente"), self.logo)
        column.addStretch(1)
        area = scrolling(form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        panel.inside.addWidget(area)
        return panel

    def _milestones(self) -> EditableList:
        do = self.desk.do
        return EditableList(
            _("Fahrplan"), _("Neuer Meilenstein, Enter legt ihn an"),
            (Column(_("Wann"), lambda row: shown(row.when, speaking().language), 160,
                    lambda row, text: do(frame.change_milestone, row.id, when=text), raw=lambda row: typed(row.when),
                    look="quiet wrap"),
             Column(_("Meilenstein"), lambda row: row.title, 200,
                    lambda row, text: do(frame.change_milestone, row.id, title=text), look="wrap"),
             Column(_("Erläuterung"), lambda row: row.note, 0,
                    lambda row, text: do(frame.change_milestone, row.id, note=text), look="wrap")),
            Verbs(lambda title: do(frame.add_milestone, title), lambda row: do(frame.remove_milestone, row.id),
                  lambda row, step: do(frame.move_milestone, row.id, step)),
            empty=_("Noch kein Meilenstein. Oben hineinschreiben, Enter; dann F2 für den Termin."),
        )  # fmt: skip

    def _principles(self) -> EditableList:
        do = self.desk.do
        return EditableList(
            _("Leitlinien"), _("Neue Leitlinie, Enter legt sie an"),
            (Column(_("Leitlinie"), lambda row: row.title, 200,
                    lambda row, text: do(frame.change_principle, row.id, title=text), look="wrap"),
             Column(_("Wortlaut"), lambda row: row.text, 0,
                    lambda row, text: do(frame.change_principle, row.id, text=text), look="wrap")),
            Verbs(lambda title: do(frame.add_principle, title), lambda row: do(frame.remove_principle, row.id),
                  lambda row, step: do(frame.move_principle, row.id, step)),
            empty=_("Noch keine Leitlinie. Oben hineinschreiben, Enter legt sie an."),
        )  # fmt: skip

    def refresh(self) -> None:
        row = self.desk.process()
        for field, line in self.lines.items():
            line.show_text(str(getattr(row, field)))
        self.occasion.show_text(row.occasion)
        self.years.show_text(str(row.validity_years))
        self.adopted.show_text(typed(row.adopted_on))
        self.logo.show_process(row)
        self.milestones.show_rows(milestones(self.desk.file))
        self.principles.show_rows(principles(self.desk.file))

    def take_focus(self) -> None:
        self.lines["title"].setFocus()

    def _writes(self, field: str) -> Callable[[str], None]:
        return lambda text: self._write(**{field: text})

    def _write(self, **values: str | int) -> None:
        self.desk.do(rename, self.desk.process().id, **values)

    def _write_years(self, typed: str) -> None:
        self._write(validity_years=int(typed))
