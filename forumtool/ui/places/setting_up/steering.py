"""Steuerungsgruppe: its seats by constituency, organisation and office."""

from PySide6.QtWidgets import QFrame

from forumtool.i18n import _, ngettext
from forumtool.services import steering
from forumtool.storage.journal import Step
from forumtool.storage.queries.process import constituencies, steering_members
from forumtool.ui.desk import Desk
from forumtool.ui.parts.editable import EditableList, Verbs
from forumtool.ui.parts.table import Column
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page
from forumtool.ui.places.setting_up.layouts import fill


class SteeringPage(Page):
    """One table of seats; a seat belongs to a constituency, which may be a new one."""

    concerns = ("steering_member", "constituency")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        change = self._change
        self.list = EditableList(
            _("Steuerungsgruppe"), _("Neuer Sitz: Organisation, Funktion. Enter legt ihn in der gewählten Bank an"),
            (Column(_("Bank"), lambda row: row.constituency, 240, lambda row, text: change(row, constituency=text),
                    look="wrap", choices=self._benches, free=True),
             Column(_("Organisation"), lambda row: row.organisation, 0,
                    lambda row, text: change(row, organisation=text), look="wrap"),
             Column(_("Funktion"), lambda row: row.office, 240, lambda row, text: change(row, office=text),
                    look="wrap"),
             Column(_("Name"), lambda row: row.name, 150, lambda row, text: change(row, name=text), look="quiet")),
            Verbs(self._add, lambda row: desk.do(steering.remove_seat, row.id)),
            empty=_("Noch kein Sitz. Schreiben Sie oben „Organisation, Funktion“ hinein, Enter legt ihn an."),
        )  # fmt: skip
        self.counted = words("", "small", wrap=True)
        self.counted.setContentsMargins(13, 8, 13, 10)
        line = QFrame()
        line.setObjectName("panel")
        line.setFixedHeight(1)
        self.list.inside.addWidget(line)
        self.list.inside.addWidget(self.counted)
        fill(self, self.list)

    def refresh(self) -> None:
        rows = steering_members(self.desk.file)
        self.list.show_rows(rows)
        parts = [
            f"{bench}: {sum(row.constituency == bench for row in rows)}"
            for bench in dict.fromkeys(row.constituency for row in rows) if bench
        ]  # fmt: skip
        seats = ngettext("{count} Sitz", "{count} Sitze", len(rows))
        self.counted.setText(" · ".join((seats, *parts)))
        self.counted.setVisible(bool(rows))

    def take_focus(self) -> None:
        self.list.take_focus()

    def _benches(self) -> tuple[str, ...]:
        return tuple(bench.title for bench in constituencies(self.desk.file, "steering"))

    def _add(self, typed: str) -> Step | None:
        organisation, _comma, office = (part.strip() for part in typed.partition(","))
        row = self.list.row()
        benches = self._benches()
        bench = row.constituency if row else benches[0] if benches else ""
        return self.desk.do(steering.add_seat, bench, organisation, office=office)

    def _change(self, row: object, **values: str) -> None:
        self.desk.do(steering.change_seat, row.id, **values)  # type: ignore[attr-defined]
