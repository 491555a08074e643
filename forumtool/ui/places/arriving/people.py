"""The list of people, and finding one of them by the beginnings of words."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from forumtool.domain.rows import NewParticipant, ParticipantRow
from forumtool.domain.when import local_time
from forumtool.i18n import _
from forumtool.ui.parts.cells import ROW, Cells
from forumtool.ui.parts.table import Column, RowsModel, table

CHECK, PERSON, ORGANISATION, FUNCTION, BENCH, ARRIVAL = range(6)
_NARROW = 640


class Changes(NamedTuple):
    """What the list asks for: a field of a person, a bench for a person, presence."""

    field: Callable[[ParticipantRow, str, str], object]
    bench: Callable[[ParticipantRow, str], object]
    presence: Callable[[ParticipantRow, bool], object]
    benches: Callable[[], Sequence[str]]


class PeopleTable(QTableView):
    """People with presence, organisation, function, bench and arrival; rows of equal height scroll fast."""

    def __init__(self, model: RowsModel[ParticipantRow]) -> None:
        super().__init__()
        table(model, _("Teilnehmende"), self)
        self.setItemDelegate(Cells(self))
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setMinimumSectionSize(36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        self.setColumnHidden(FUNCTION, width < _NARROW)
        room = max(width - 36 - 112, 300)
        person, bench = (0.25, 0.25) if width >= _NARROW else (0.38, 0.28)
        for column, share in ((PERSON, person), (FUNCTION, 0.17), (BENCH, bench)):
            self.setColumnWidth(column, int(room * share))


def people_model(changes: Changes) -> RowsModel[ParticipantRow]:
    """Return the model of the list; edits are asked for, the list is read again after each step."""

    def field(name: str) -> Callable[[Any, str], object]:
        return lambda row, text: changes.field(row, name, text)

    return RowsModel((
        Column("", lambda row: row.state == "present", 36, check=changes.presence),
        Column(_("Person"), lambda row: row.name, 180, field("name"), look="strong"),
        Column(_("Organisation"), lambda row: row.organisation, 0, field("organisation")),
        Column(_("Funktion"), lambda row: row.function, 150, field("function")),
        Column(_("Bank"), lambda row: row.constituency, 170, changes.bench, look="chip", choices=changes.benches,
               free=True),
        Column(_("Ankunft"), arrival, 112, look="quiet"),
    ))  # fmt: skip


def arrival(row: ParticipantRow) -> str:
    """Return the time of arrival, or what is known instead."""
    if row.state == "present":
        return local_time(row.arrived_at) or _("anwesend")
    return _("entschuldigt") if row.state == "excused" else _("erwartet")


def found(rows: Sequence[ParticipantRow], typed: str) -> list[ParticipantRow]:
    """Return the people in whose name, organisation, function or bench every word typed begins a word."""
    wanted = _words(typed)
    if not wanted:
        return list(rows)
    return [row for row in rows if all(any(word.startswith(part) for word in _words_of(row)) for part in wanted)]


def _words_of(row: ParticipantRow) -> list[str]:
    return _words(f"{row.name} {row.organisation} {row.function} {row.constituency}")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def read_person(typed: str) -> NewParticipant:
    """Return the person that "Name, Organisation, Funktion" means."""
    name, organisation, function = (*(part.strip() for part in typed.split(",", 2)), "", "")[:3]
    return NewParticipant(name, organisation, function)
