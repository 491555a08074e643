"""The measures of the concept, edited where they stand, with how far each of them is."""

from collections.abc import Mapping, Sequence
from typing import Any

from forumtool.domain.rows import ActionFieldRow, MeasureRow, ProgressRow
from forumtool.exports.concept_parts import by_number
from forumtool.exports.words import PROGRESS_STATES
from forumtool.i18n import _
from forumtool.services import measures as verbs
from forumtool.storage.journal import Step
from forumtool.ui.desk import Desk
from forumtool.ui.parts.editable import EditableList, Verbs
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.table import Column

_NONE = "–"


class MeasureList(EditableList):
    """Measures field by field in the order of their numbers. A new one goes into the field ``new_in``, if any."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fields: dict[str, ActionFieldRow] = {}
        self._last: Mapping[str, ProgressRow] = {}
        self.new_in: str | None = None
        super().__init__(
            _("Maßnahmen"), _("Neue Maßnahme, Enter legt sie an"),
            (
                Column(_("Nr."), lambda row: row.number, 72, lambda row, text: self._put(row, number=text),
                       look="strong"),
                Column(_("Maßnahme"), lambda row: row.title, 0,
                       lambda row, text: text and self._put(row, title=text), look="wrap"),
                Column(_("Handlungsfeld"), self._field, 170, self._put_field, look="wrap",
                       choices=lambda: (_NONE, *(field.label for field in self._fields.values()))),
                Column(_("Federführung"), lambda row: row.lead, 150, lambda row, text: self._put(row, lead=text),
                       look="wrap"),
                Column(_("Wann"), lambda row: row.horizon, 104, lambda row, text: self._put(row, horizon=text),
                       look="wrap"),
                Column(_("Stand"), self._state, 116, look="quiet wrap"),
            ),
            Verbs(self._sketch, lambda row: desk.do(verbs.remove_measure, row.id)),
            empty=_("Noch keine Maßnahme: Übernommene Vorschläge werden hier zu Maßnahmen, "
                    "und im Vertiefen (Strg 8) werden es Gruppen."),
        )  # fmt: skip
        self.view.fits = False
        Narrow(self.view, self.model.columns, (4, 3, 2), 180)

    def show_measures(
        self, rows: Sequence[MeasureRow], fields: Sequence[ActionFieldRow], progress: Sequence[ProgressRow]
    ) -> None:
        """Show measures with the last of their entries; fields are those to choose from."""
        self._fields = {field.id: field for field in fields}
        self._last = {entry.measure_id: entry for entry in progress}
        rank = {field.id: place for place, field in enumerate(fields)}
        ordered = sorted(
            rows,
            key=lambda row: (rank.get(row.action_field_id or "", len(rank)), not row.number, by_number(row.number)),
        )
        self.show_rows(ordered)
        self.view.viewport().update()

    def _sketch(self, title: str) -> Step | None:
        return self._desk.do(verbs.sketch, title, forum_id=None, action_field_id=self.new_in)

    def _put(self, row: MeasureRow, **values: Any) -> object:
        return self._desk.do(verbs.change_measure, row.id, **values)

    def _field(self, row: MeasureRow) -> str:
        field = self._fields.get(row.action_field_id or "")
        return field.label if field else _NONE

    def _put_field(self, row: MeasureRow, label: str) -> None:
        found = next((key for key, field in self._fields.items() if field.label == label), None)
        self._put(row, action_field_id=found)

    def _state(self, row: MeasureRow) -> str:
        last = self._last.get(row.id)
        if last is None:
            return _NONE
        state = _(PROGRESS_STATES.get(last.state, last.state))
        return f"{state} {last.percent} %"
