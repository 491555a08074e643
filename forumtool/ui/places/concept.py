"""Konzept: the chapters that the results go into, the measures in them, how far these are, and how long it holds."""

from collections import Counter

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.when import shown
from forumtool.exports.concept_parts import reminder, validity_of
from forumtool.i18n import _, ngettext, speaking
from forumtool.storage.queries.concept import progress
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields, milestones, process, theme_fields
from forumtool.ui.desk import Desk
from forumtool.ui.parts.beside import Beside
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, down, scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.places.drafting_concept.chapter_table import ChapterTable
from forumtool.ui.places.drafting_concept.chosen import Chosen
from forumtool.ui.places.drafting_concept.measure_list import MeasureList
from forumtool.ui.places.drafting_concept.outputs import Outputs
from forumtool.ui.places.place import Place

_LOW = 620  # pixels
_MEASURES = 290  # pixels at least; on a lower window the place scrolls
_LEAST = 700  # pixels; below that the chosen measure stands below the others


class Concept(Place):
    """Fields of action with the theme fields that go into them; the measures, and the chosen one over the years."""

    concerns = ("process", "milestone", "action_field", "field_mapping", "theme_field", "goal", "proposal", "measure",
                "measure_proposal", "measure_progress", "cluster", "dot_count", "dot_round")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._inside = QWidget()
        self.setLayout(down(scrolling(self._inside)))  # first, as widgets that find their place are styled only once
        self.title, self.validity = words("", "heading", wrap=True), words("", "", wrap=True)
        self.occasion = words("", "quiet", wrap=True)
        self.outputs = Outputs(desk)
        self.chapters = ChapterTable(desk, self._show_measures)
        self.list, self.chosen = MeasureList(desk), Chosen(desk)
        self.chapters_model, self.measures_model = self.chapters.model, self.list.model
        self.no_chapters, self.no_measures, self.unmapped = self.chapters.empty, self.list.empty, self.chapters.unmapped
        self.list.chosen.connect(self._show_chosen)
        self._build()

    def _build(self) -> None:
        head = Panel(margin=14, spacing=4)
        for thing in (self.title, self.validity, self.occasion):
            head.inside.addWidget(thing)
        head.inside.addSpacing(4)
        head.inside.addWidget(self.outputs)
        outer = QVBoxLayout(self._inside)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        for one in (self.list, self.chosen):
            one.setMinimumHeight(_MEASURES)
        outer.addWidget(head)
        outer.addWidget(self.chapters, 4)
        outer.addWidget(_Lower((self.list, 3), (self.chosen, 2), least=_LEAST), 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_occasion()

    def refresh(self) -> None:
        """Read the fields of action and what goes into them, and show it."""
        of = process(self.desk.file)
        self.title.setText(of.title)
        self.validity.setText(self._valid(of.validity_years))
        self.occasion.setText(of.occasion)
        self._show_occasion()
        self.chapters.refresh()
        self._show_measures()
        self.chapters.tell(" ".join(filter(None, (self._unmapped(), *self._doubles()))))

    def take_focus(self) -> None:
        """Put the keyboard on the fields of action."""
        self.chapters.take_focus()

    def reveal(self, key: str) -> None:
        """Choose a measure and put the keyboard on it."""
        self.chapters.only.setChecked(False)
        self._show_measures()
        self.list.choose(key, 1)
        self.list.view.setFocus()

    def _show_occasion(self) -> None:
        self.occasion.setVisible(bool(self.occasion.text()) and self.height() >= _LOW)

    def _show_measures(self) -> None:
        if not self.desk.is_open:
            return
        chapter = self.chapters.chosen
        only = chapter.id if chapter and self.chapters.only.isChecked() else None
        self.list.new_in = chapter.id if chapter else None
        rows = [row for row in measures(self.desk.file) if only in {None, row.action_field_id}]
        self.list.show_measures(rows, action_fields(self.desk.file), progress(self.desk.file))
        if self.list.row() is None and self.list.model.rows:
            self.list.choose(self.list.model.rows[0].id, 1)
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.list.row()
        entries = [one for one in progress(self.desk.file) if row and one.measure_id == row.id]
        self.chosen.show_measure(row, entries)

    def _valid(self, years: int) -> str:
        """Say how long the concept holds, and until when where that is known; remind where it is to be renewed."""
        found, language = milestones(self.desk.file), speaking().language
        valid = validity_of(process(self.desk.file), found)
        if valid and valid.is_adopted:
            said = ngettext(
                "Beschlossen am {since}, gilt {count} Jahr, bis {until}.",
                "Beschlossen am {since}, gilt {count} Jahre, bis {until}.",
                years, since=shown(valid.since, language), until=shown(valid.until, language),
            )  # fmt: skip
        else:
            said = ngettext("Das Konzept gilt {count} Jahr.", "Das Konzept gilt {count} Jahre.", years)
            if found:
                said += f" {found[-1].title}: {shown(found[-1].when, language)}."
        return f"{said} {reminder(valid, speaking())}".strip()

    def _unmapped(self) -> str:
        mapped = {title for row in self.chapters_model.rows for title in row.theme_fields}
        missing = [field.title for field in theme_fields(self.desk.file) if field.title not in mapped]
        if not missing or not self.chapters_model.rows:
            return ""
        return _("Noch keinem Handlungsfeld zugeordnet: {titles}.", titles=", ".join(missing))

    def _doubles(self) -> list[str]:
        counts = Counter(row.number for row in measures(self.desk.file) if row.number)
        return [
            _("Die Nummer {number} steht an {count} Maßnahmen.", number=number, count=count)
            for number, count in counts.items()
            if count > 1
        ]


class _Lower(Beside):
    """Its tables scroll: it takes the height that there is, whatever its sentences would like."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False
