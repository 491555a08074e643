"""Handlungsfelder: the chapters of the concept, and which theme fields go into them."""

from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.rows import ThemeFieldRow
from forumtool.i18n import _
from forumtool.services import action_fields as verbs
from forumtool.storage.queries.process import action_fields, mappings, theme_fields
from forumtool.ui.desk import Desk
from forumtool.ui.parts.editable import EditableList, Verbs
from forumtool.ui.parts.table import Column, RowsModel
from forumtool.ui.places.page import Page

_OWN = 2
_ENOUGH, _WRAPS = 110, 165


class FieldRow(NamedTuple):
    """A field of action and the keys of the theme fields that go into it."""

    id: str
    number: str
    title: str
    mapped: frozenset[str]


class ActionFieldsPage(Page):
    """A matrix: a row for each field of action, a column of check boxes for each theme field."""

    concerns = ("action_field", "field_mapping", "theme_field")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._fields: list[ThemeFieldRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.list = self._matrix()
        self._layout.addWidget(self.list)

    def _matrix(self) -> EditableList:
        do = self.desk.do
        columns = [
            Column(_("Nr."), lambda row: row.number, 66,
                   lambda row, text: do(verbs.change_action_field, row.id, number=text), look="strong"),
            Column(_("Handlungsfeld"), lambda row: row.title, 0,
                   lambda row, text: text and do(verbs.change_action_field, row.id, title=text), look="wrap"),
            *(self._check(field) for field in self._fields),
        ]  # fmt: skip
        made = EditableList(
            _("Handlungsfelder und die Themenfelder, die in sie eingehen"),
            _("Neues Handlungsfeld, Enter legt es an"), columns,
            Verbs(lambda title: do(verbs.add_action_field, title), lambda row: do(verbs.remove_action_field, row.id),
                  lambda row, step: do(verbs.move_action_field, row.id, step)),
            empty=_("Noch kein Handlungsfeld: Die Kapitel des Konzepts dürfen auch später kommen."),
            model=_Model,
        )  # fmt: skip
        made.view.fits = False
        made.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return made

    def _check(self, field: ThemeFieldRow) -> Column:
        def turn(row: Any, on: bool) -> None:
            self.desk.do(verbs.map_field, row.id, field.id, on=on)

        return Column(f"{field.number} {field.title}", lambda row: field.id in row.mapped, _ENOUGH, check=turn)

    def refresh(self) -> None:
        fields = theme_fields(self.desk.file)
        if fields != self._fields:
            self._fields = fields
            self._layout.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
            self.list = self._matrix()
            self._layout.addWidget(self.list)
            self._fit()
        mapped = mappings(self.desk.file)
        self.list.show_rows([
            FieldRow(row.id, row.number, row.title, frozenset(field for one, field in mapped if one == row.id))
            for row in action_fields(self.desk.file)
        ])  # fmt: skip

    def take_focus(self) -> None:
        self.list.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the columns of the theme fields what the titles leave."""
        if not self._fields:
            return
        view, room = self.list.view, (self.width() - 60 - 260) // len(self._fields)
        for at in range(len(self._fields)):
            view.setColumnWidth(_OWN + at, max(_ENOUGH, min(room, 190)))
        wraps = room >= _WRAPS
        view.horizontalHeader().setFixedHeight(52 if wraps else 36)
        view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone if wraps else Qt.TextElideMode.ElideRight)


class _Model(RowsModel[FieldRow]):
    """Heads are cut to their columns: the tooltip has the whole title."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= _OWN:
            return int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        return super().headerData(section, orientation, role)
