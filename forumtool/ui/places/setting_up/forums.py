"""Foren: all events as a table, the chosen one in full beside it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from forumtool.domain.rows import ForumRow
from forumtool.domain.when import read, shown, typed
from forumtool.i18n import N_, _, speaking
from forumtool.services.forums import add_forum, change_forum, move_forum, remove_forum
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.process import theme_fields
from forumtool.ui.desk import Desk
from forumtool.ui.parts.editable import EditableList, Verbs
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import GAP, Panel, scrolling
from forumtool.ui.parts.table import Column
from forumtool.ui.parts.wide_field import WideField
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page
from forumtool.ui.places.setting_up.layouts import labelled

FORUM_KINDS = {"kickoff": N_("Auftakt"), "expert": N_("Fachforum"), "steering": N_("Steuerungsgruppe")}
_KIND, _PLACE = 1, 4
_NARROW = 900


class ForumsPage(Page):
    """Events: title, kind, theme field, when and where in the table; who leads, input and outlook beside it."""

    concerns = ("forum", "theme_field")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._fields: dict[str, str] = {}
        self.list = EditableList(
            _("Foren"), _("Neues Forum, Enter legt es an"), self._columns(),
            Verbs(lambda title: desk.do(add_forum, title), lambda row: desk.do(remove_forum, row.id),
                  lambda row, step: desk.do(move_forum, row.id, step)),
            empty=_("Noch gibt es kein Forum. Schreiben Sie oben den Titel des ersten hinein, Enter legt es an."),
        )  # fmt: skip
        self.details = ForumDetails(desk)
        self.list.chosen.connect(lambda: self.details.show_forum(self.list.row(), self._fields))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.list, 1)
        row.addWidget(self.details)

    def _columns(self) -> tuple[Column, ...]:
        change = self._change
        return (
            Column(_("Titel"), lambda row: row.title, 0, lambda row, text: change(row, title=text), look="wrap"),
            Column(_("Art"), lambda row: kind_name(row.kind), 116, lambda row, text: change(row, kind=kind_key(text)),
                   choices=kind_names),
            Column(_("Themenfeld"), lambda row: self._fields.get(row.theme_field_id or "", "–"), 156,
                   lambda row, text: change(row, theme_field_id=field_key(self._fields, text)), look="quiet wrap",
                   choices=lambda: ("–", *self._fields.values())),
            Column(_("Wann"), lambda row: shown(row.when, speaking().language), 166,
                   lambda row, text: change(row, when=read(text)), raw=lambda row: typed(row.when), look="quiet"),
            Column(_("Ort"), lambda row: row.place, 110, lambda row, text: change(row, place=text), look="quiet wrap"),
        )  # fmt: skip

    def _change(self, row: ForumRow, **values: str | None) -> None:
        self.desk.do(change_forum, row.id, **values)

    def refresh(self) -> None:
        self._fields = {field.id: f"{field.number} {field.title}".strip() for field in theme_fields(self.desk.file)}
        rows = forums(self.desk.file)
        self.list.show_rows(rows)
        self.list.view.viewport().update()
        if self.list.row() is None and rows:
            self.list.choose((self.desk.forum() or rows[0]).id)
        self.details.show_forum(self.list.row(), self._fields)

    def take_focus(self) -> None:
        self.list.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self.details.setFixedWidth(250 if narrow else 300)
        for column in (_KIND, _PLACE):
            self.list.view.setColumnHidden(column, narrow)


class ForumDetails(Panel):
    """One event in full."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=1)
        self._desk = desk
        self._row: ForumRow | None = None
        self.title = words("", "heading", wrap=True)
        self.kind, self.field = QComboBox(), QComboBox()
        self.kind.addItems(kind_names())
        self.kind.activated.connect(lambda _at: self._write(kind=kind_key(self.kind.currentText())))
        self.field.activated.connect(lambda _at: self._write(theme_field_id=self.field.currentData()))
        for combo, name in ((self.kind, _("Art")), (self.field, _("Themenfeld"))):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
        self.lines = {
            field: LineField(name=_(name), write=self._writes(field))
            for field, name in (
                ("place", N_("Ort")), ("host", N_("Gastgeber")), ("facilitation", N_("Moderation")),
                ("minute_taker", N_("Protokollführung")),
            )
        }  # fmt: skip
        self.wide = {
            field: WideField(_(name), self._writes(field), lines)
            for field, name, lines in (
                ("input", N_("Input"), 4), ("feedback", N_("Rückmeldung des Raums"), 3),
                ("outlook", N_("Ausblick"), 3), ("distribution", N_("Verteiler, einer je Zeile"), 3),
            )
        }  # fmt: skip
        self._build()

    def _build(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(3)
        column.addWidget(self.title)
        labelled(column, _("Art"), self.kind)
        labelled(column, _("Themenfeld"), self.field)
        for field in (*self.lines.values(), *self.wide.values()):
            labelled(column, field.accessibleName(), field)
        column.addStretch(1)
        area = scrolling(form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside.addWidget(area)

    def show_forum(self, row: ForumRow | None, fields: Mapping[str, str]) -> None:
        """Show an event, or nothing."""
        if row is None or self._row is None or row.id != self._row.id:
            self._finish()
        self._row = row
        self.setEnabled(row is not None)
        self.title.setText(row.title if row else _("Kein Forum gewählt"))
        self.field.clear()
        self.field.addItem("–", None)
        for key, title in fields.items():
            self.field.addItem(title, key)
        self.field.setCurrentIndex(max(0, self.field.findData(row.theme_field_id)) if row else 0)
        self.kind.setCurrentText(kind_name(row.kind) if row else "")
        for field, line in self.lines.items():
            line.show_text(str(getattr(row, field)) if row else "")
        for field, wide in self.wide.items():
            wide.show_text(str(getattr(row, field)) if row else "")

    def _finish(self) -> None:
        """Write what is still being typed to the event that it was typed for."""
        for wide in self.wide.values():
            if wide.hasFocus():
                wide.finish()

    def _writes(self, field: str) -> Callable[[str], None]:
        return lambda text: self._write(**{field: text})

    def _write(self, **values: str | None) -> None:
        if self._row is not None:
            self._desk.do(change_forum, self._row.id, **values)


def kind_names() -> tuple[str, ...]:
    """Return the kinds of events as people call them."""
    return tuple(_(name) for name in FORUM_KINDS.values())


def kind_name(kind: str) -> str:
    """Return what people call a kind of event."""
    return _(FORUM_KINDS[kind]) if kind in FORUM_KINDS else kind


def kind_key(name: str) -> str:
    """Return the kind that people call so."""
    return next((kind for kind, text in FORUM_KINDS.items() if _(text) == name), "expert")


def field_key(fields: Mapping[str, str], title: str) -> str | None:
    """Return the key of a theme field by what is shown of it, or None."""
    return next((key for key, text in fields.items() if text == title), None)
