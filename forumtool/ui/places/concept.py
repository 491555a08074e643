"""Konzept: the chapters that the results go into, and what has come through to them so far."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.rows import MeasureRow
from forumtool.domain.when import shown
from forumtool.i18n import _, ngettext, speaking
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import milestones, process, theme_fields
from forumtool.storage.queries.steering import ChapterRow, chapters
from forumtool.ui.desk import Desk
from forumtool.ui.parts.going import begin_at
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, MARGIN, Panel
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words
from forumtool.ui.places.place import Place


class Concept(Place):
    """Fields of action with the theme fields that go into them, the measures, and how long the concept holds."""

    concerns = ("process", "milestone", "action_field", "field_mapping", "theme_field", "goal", "proposal", "measure",
                "measure_proposal", "cluster")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.title, self.validity = words("", "heading", wrap=True), words("", "", wrap=True)
        self.occasion = words("", "quiet", wrap=True)
        self.chapters_model: RowsModel[ChapterRow] = RowsModel(
            (
                Column(_("Nr."), lambda row: row.number, 56),
                Column(_("Handlungsfeld"), lambda row: row.title, 290),
                Column(_("aus den Themenfeldern"), lambda row: " · ".join(row.theme_fields) or "–"),
                Column(_("Vorschläge"), lambda row: row.cards or "–", 114, align_right=True),
                Column(_("Maßnahmen"), lambda row: row.measures or "–", 118, align_right=True),
            )
        )
        self.chapters = table(self.chapters_model, _("Handlungsfelder"))
        self.measures_model: RowsModel[MeasureRow] = RowsModel(
            (
                Column(_("Maßnahme"), lambda row: row.title),
                Column(_("Ziel"), lambda row: row.goal_number, 58),
                Column(_("Federführung"), lambda row: row.lead, 220),
                Column(_("Wann"), lambda row: row.horizon, 150),
                Column(_("Karten"), lambda row: len(row.proposals) or "–", 76, align_right=True),
            )
        )
        self.measures = table(self.measures_model, _("Maßnahmen"))
        for view, model in ((self.chapters, self.chapters_model), (self.measures, self.measures_model)):
            model.setParent(view)
            wrap_rows(view)
        Narrow(self.measures, self.measures_model.columns, (3, 4), 220)
        self._build()

    def _build(self) -> None:
        self.no_chapters = words(
            _("Noch kein Handlungsfeld: Die Gliederung des Konzepts steht erst fest, wenn die Foren gesprochen haben."),
            "quiet", wrap=True,
        )  # fmt: skip
        self.no_measures = words(
            _("Noch keine Maßnahme: Im Vertiefen (Strg 8) werden Gruppen zu Maßnahmen."), "quiet", wrap=True
        )
        self.unmapped = words("", "small", wrap=True)
        for label in (self.no_chapters, self.no_measures, self.unmapped):
            label.setContentsMargins(16, 10, 16, 10)
        head = Panel(spacing=4)
        for label in (self.title, self.validity, self.occasion):
            head.inside.addWidget(label)
        upper, lower = Panel(margin=1, spacing=0), Panel(margin=1, spacing=0)
        for panel, view, sentence in (
            (upper, self.chapters, self.no_chapters),
            (lower, self.measures, self.no_measures),
        ):
            panel.inside.addWidget(view, 1)
            panel.inside.addWidget(sentence, 0, Qt.AlignmentFlag.AlignTop)
        upper.inside.addWidget(self.unmapped)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(head)
        outer.addWidget(upper, 3)
        outer.addWidget(lower, 2)

    def refresh(self) -> None:
        """Read the fields of action and what goes into them, and show it."""
        file = self.desk.file
        of = process(file)
        self.title.setText(of.title)
        self.validity.setText(self._valid(of.validity_years))
        self.occasion.setText(of.occasion)
        self.occasion.setVisible(bool(of.occasion))
        self.chapters_model.show(chapters(file))
        self.measures_model.show(measures(file))
        for view, model, sentence in (
            (self.chapters, self.chapters_model, self.no_chapters),
            (self.measures, self.measures_model, self.no_measures),
        ):
            view.setVisible(bool(model.rows))
            sentence.setVisible(not model.rows)
        self._tell_unmapped()

    def take_focus(self) -> None:
        """Put the keyboard on the fields of action."""
        begin_at(self.chapters, 0, 1)

    def _valid(self, years: int) -> str:
        """Say how long the concept holds, and what the last milestone says about it."""
        said = ngettext("Das Konzept gilt {count} Jahr.", "Das Konzept gilt {count} Jahre.", years)
        found = milestones(self.desk.file)
        if found:
            said += f" {found[-1].title}: {shown(found[-1].when, speaking().language)}."
        return said

    def _tell_unmapped(self) -> None:
        mapped = {title for row in self.chapters_model.rows for title in row.theme_fields}
        missing = [field.title for field in theme_fields(self.desk.file) if field.title not in mapped]
        self.unmapped.setText(
            _("Noch keinem Handlungsfeld zugeordnet: {titles}.", titles=", ".join(missing)) if missing else ""
        )
        self.unmapped.setVisible(bool(missing) and bool(self.chapters_model.rows))
