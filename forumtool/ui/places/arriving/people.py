"""The list of people: presence, who they are, bench, group, consent, arrival."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from forumtool.domain.rows import ParticipantRow
from forumtool.domain.when import local_time
from forumtool.i18n import _
from forumtool.ui.parts.cells import ROW
from forumtool.ui.parts.table import Column, Index, RowsModel, table
from forumtool.ui.places.arriving.consent import CONSENT_WIDTH, ConsentCells, told

CHECK, PERSON, ORGANISATION, FUNCTION, BENCH, GROUP, CONSENT, ARRIVAL = range(8)
_CHECK, _GROUP, _ARRIVAL = 36, 84, 112
_FUNCTION_FROM, _CONSENT_FROM, _BENCH_FROM = 680, 440, 360
_LEAST_NAME = 156  # "Müller-Lüdenscheidt" in strong type


class Changes(NamedTuple):
    """What the list asks for: a field of a person, a bench, presence, a group, consent."""

    field: Callable[[ParticipantRow, str, str], object]
    bench: Callable[[ParticipantRow, str], object]
    presence: Callable[[ParticipantRow, bool], object]
    group: Callable[[ParticipantRow, str], object]
    consent: Callable[[ParticipantRow, str], object]
    benches: Callable[[], Sequence[str]]
    where: Callable[[ParticipantRow], str]


class PeopleModel(RowsModel[ParticipantRow]):
    """People on the list, and behind them those known from other forums, who are only to be admitted."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.rows[index.row()].attendance_id is None:
            flags &= ~Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.column() == CONSENT and role == Qt.ItemDataRole.ToolTipRole:
            return told(self.rows[index.row()])
        if index.column() == ORGANISATION and role == Qt.ItemDataRole.ToolTipRole:
            row = self.rows[index.row()]
            return " · ".join(part for part in (row.organisation, row.function) if part)
        return super().data(index, role)


class PeopleTable(QTableView):
    """The view of the list; rows of equal height scroll fast. Columns without room or content are left out."""

    def __init__(self, model: PeopleModel, consent: Callable[[ParticipantRow, str], object]) -> None:
        super().__init__()
        self._people, self._grouped = model, False
        table(model, _("Teilnehmende"), self)
        self.setItemDelegate(ConsentCells(self, CONSENT, consent))
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setMinimumSectionSize(36)

    def chosen(self) -> list[ParticipantRow]:
        """Return the chosen people, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._people.rows[at] for at in rows if at < len(self._people.rows)]

    def choose(self, keys: Sequence[str]) -> None:
        """Choose the people with these keys, as far as they are shown, and no others."""
        selection, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        places = [at for key in keys if (at := self._people.row_of(key)) >= 0]
        selection.clearSelection()
        for at in places:
            selection.select(self._people.index(at, PERSON), flag.Select | flag.Rows)
        if places:
            column = max(self.currentIndex().column(), PERSON)
            selection.setCurrentIndex(self._people.index(places[-1], column), flag.NoUpdate)
            self.scrollTo(self._people.index(places[-1], PERSON))

    def show_groups(self, grouped: bool) -> None:
        """Show the column of groups, once there are any."""
        if grouped != self._grouped:
            self._grouped = grouped
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give the words what the fixed columns leave; the function goes first, then consent, then the bench."""
        room = self.viewport().width() - _CHECK - _ARRIVAL - (_GROUP if self._grouped else 0)
        with_consent = room - CONSENT_WIDTH >= _CONSENT_FROM
        room -= CONSENT_WIDTH if with_consent else 0
        with_function = room >= _FUNCTION_FROM
        self.setColumnHidden(GROUP, not self._grouped)
        self.setColumnHidden(CONSENT, not with_consent)
        self.setColumnHidden(FUNCTION, not with_function)
        self.setColumnHidden(BENCH, room < _BENCH_FROM)
        person, bench = (0.24, 0.23) if with_function else (0.28, 0.31)
        for column, share in ((PERSON, person), (FUNCTION, 0.18), (BENCH, bench)):
            self.setColumnWidth(column, int(max(room, 300) * share))
        self.setColumnWidth(PERSON, max(self.columnWidth(PERSON), _LEAST_NAME))


def people_model(changes: Changes) -> PeopleModel:
    """Return the model of the list; edits are asked for, the list is read again after each step."""

    def field(name: str) -> Callable[[Any, str], object]:
        return lambda row, text: changes.field(row, name, text)

    return PeopleModel((
        Column("", lambda row: row.state == "present", _CHECK, check=changes.presence),
        Column(_("Person"), lambda row: row.name or row.function, 180, field("name"), raw=lambda row: row.name,
               look="strong"),
        Column(_("Organisation"), lambda row: row.organisation, 0, field("organisation")),
        Column(_("Funktion"), lambda row: row.function, 150, field("function")),
        Column(_("Bank"), lambda row: row.constituency, 170, changes.bench, look="chip", choices=changes.benches,
               free=True),
        Column(_("Gruppe"), lambda row: row.drawn_group or "", _GROUP, changes.group),
        Column(_("Ja zu"), told, CONSENT_WIDTH),
        Column(_("Ankunft"), lambda row: arrival(row) or changes.where(row), _ARRIVAL, look="quiet"),
    ))  # fmt: skip


def arrival(row: ParticipantRow) -> str:
    """Return the time of arrival, or what is known instead; nothing for a person who is not on the list."""
    if row.state == "present":
        return local_time(row.arrived_at) or _("anwesend")
    return {"excused": _("entschuldigt"), "expected": _("erwartet")}.get(row.state, "")
