"""The version of the minutes: where it stands, until when objections may come, and what is new in it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forumtool.domain.versions import Change
from forumtool.domain.when import shown, typed
from forumtool.exports.minutes_changes import field_told, values_told
from forumtool.exports.words import version
from forumtool.i18n import _, ngettext, speaking
from forumtool.services.minutes import Standing
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import down
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words

_LEAST = 150  # pixels for the list of changes; where there is less room, all of it scrolls


class _Row(NamedTuple):
    id: str
    what: str
    told: str


class Versions(QWidget):
    """``deadline_typed`` carries a day as typed; the others ask for what their buttons say."""

    deadline_typed = Signal(str)
    send_wanted = Signal()
    approve_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = words("", "heading", wrap=True)
        self.deadline = LineField(name=_("Einwände bis"), write=self.deadline_typed.emit)
        self.deadline.setPlaceholderText(_("Tag, etwa 30.6. oder in 2 Wochen"))
        self.send = button(_("Als versandt vermerken"), self.send_wanted.emit)
        self.approve = button(_("Als genehmigt vermerken"), self.approve_wanted.emit)
        self.news = words("", "small", wrap=True)
        self.changes: RowsModel[_Row] = RowsModel(
            (Column(_("Was"), lambda row: row.what, 92), Column(_("Änderung"), lambda row: row.told)), self
        )
        self.view = table(self.changes, _("Änderungen"))
        wrap_rows(self.view)
        self.view.setMinimumHeight(_LEAST)
        self._build()

    def _build(self) -> None:
        label = words(self.deadline.accessibleName(), "small")
        label.setBuddy(self.deadline)
        column = down(self.state, label, self.deadline, self.send, self.approve, self.news, spacing=6)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        self.setLayout(column)

    def show_standing(self, standing: Standing) -> None:
        """Show where the version stands."""
        row, changes = standing
        self.state.setText(version(row, speaking()))
        self.deadline.show_text(typed(row.objections_until))
        self.send.setVisible(row.state == "draft")
        self.approve.setVisible(row.state == "sent")
        self.news.setText(_told(changes.rows, changes.version, changes.sent_at) if changes else "")
        self.changes.show([_row(at, one) for at, one in enumerate(changes.rows)] if changes else [])
        self.view.setVisible(bool(self.changes.rows))


def _told(rows: Sequence[Change], number: int, sent_at: str) -> str:
    since = shown(sent_at[:10], speaking().language)
    count = ngettext("{count} Änderung", "{count} Änderungen", len(rows))
    return _("{count} gegenüber Version {version} vom {date}", count=count, version=number, date=since)


def _row(at: int, row: Change) -> _Row:
    before, after = values_told(row, speaking())
    told = f"{before} → {after}" if row.what == "changed" else after or before
    return _Row(f"{at} {row.key}", row.label, f"{field_told(row, speaking())}: {told}")
