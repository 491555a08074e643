"""Fortschritt: how far the chosen measure was over the years, and a line for the next entry."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox

from forumtool.domain.due import read_due
from forumtool.domain.rows import ProgressRow
from forumtool.domain.when import shown, typed
from forumtool.exports.words import PROGRESS_STATES
from forumtool.i18n import _, speaking
from forumtool.services import progress as verbs
from forumtool.ui.desk import Desk
from forumtool.ui.parts.cells import Cells
from forumtool.ui.parts.entry_table import EntryTable
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.table import Column


class Years(EntryTable):
    """Entries with their day; a new one needs at least that. ``measure_id`` is the measure that they are about."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.measure_id = ""
        self.state, self.percent, self.note = QComboBox(), LineField(name=_("Prozent")), LineField(name=_("Bemerkung"))
        self.state.setAccessibleName(_("Stand"))
        for code, title in PROGRESS_STATES.items():
            self.state.addItem(_(title), code)
        self.percent.setPlaceholderText("%")
        self.percent.setFixedWidth(64)
        self.note.setPlaceholderText(_("Bemerkung"))
        super().__init__(
            (
                Column(_("Datum"), lambda row: shown(row.on, speaking().language), 118,
                       lambda row, text: self._put(row, on=read_day(text)), raw=lambda row: typed(row.on)),
                Column(_("Stand"), lambda row: _(PROGRESS_STATES.get(row.state, row.state)), 92,
                       lambda row, text: self._put(row, state=_state(text) or row.state),
                       choices=lambda: [_(title) for title in PROGRESS_STATES.values()]),
                Column("%", lambda row: row.percent, 50, self._put_percent, align_right=True),
                Column(_("Bemerkung"), lambda row: row.note, 0, lambda row, text: self._put(row, note=text.strip()),
                       look="wrap"),
            ),
            _("Fortschritt"),
            prompt=_("Datum"),
            empty=_("Noch kein Eintrag: Unten Datum, Stand, Prozent und Bemerkung schreiben und Enter drücken."),
            add=self._record,
            remove=lambda row: desk.do(verbs.remove_progress, row.id),
            beside=(self.state, self.percent, self.note),
        )  # fmt: skip
        self.view.setItemDelegate(Cells(self.view))
        self.entry.setMinimumWidth(90)
        for field in (self.percent, self.note):
            field.left.connect(self.entry.returnPressed.emit)

    def show_entries(self, measure_id: str, rows: Sequence[ProgressRow]) -> None:
        """Show the entries of a measure; the next one goes on from the last."""
        if measure_id != self.measure_id:
            self.measure_id = measure_id
            for field in (self.entry, self.percent, self.note):
                field.clear()
            self.state.setCurrentIndex(self.state.findData(rows[-1].state if rows else "running"))
        self.show_rows(rows)

    def _record(self, day: str) -> object:
        percent = read_percent(self.percent.text() or ("100" if self.state.currentData() == "done" else "0"))
        step = self._desk.do(
            verbs.record_progress, self.measure_id, read_day(day), self.state.currentData(), percent,
            self.note.text().strip(),
        )  # fmt: skip
        if step is not None:
            for field in (self.percent, self.note):
                field.clear()
            self.entry.setFocus()
        return step

    def _put(self, row: ProgressRow, **values: Any) -> None:
        self._desk.do(verbs.change_progress, row.id, **values)

    def _put_percent(self, row: ProgressRow, text: str) -> None:
        self._put(row, percent=read_percent(text))


def read_day(words: str) -> str:
    """Return a day as it was typed as an ISO 8601 date, counted from today; other words stay."""
    return read_due(words, date.today())


def read_percent(text: str) -> int:
    """Return a percentage as it was typed; -1, which no percentage is, for words."""
    digits = text.strip().removesuffix("%").strip()
    return int(digits) if digits.isdecimal() else -1


def _state(text: str) -> str:
    """The code of a state by its word."""
    return next((code for code, title in PROGRESS_STATES.items() if text in {_(title), code}), "")
