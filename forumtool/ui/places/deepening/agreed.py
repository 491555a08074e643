"""Vereinbarungen and Themenspeicher: who does what by when, and what was set aside for whom."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from forumtool.domain.due import read_due
from forumtool.domain.rows import ActionRow, ParkingRow
from forumtool.domain.when import shown, typed
from forumtool.i18n import _, speaking
from forumtool.services import follow_up
from forumtool.ui.desk import Desk
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.name_field import NameField
from forumtool.ui.parts.table import Column
from forumtool.ui.places.deepening.ledger import Ledger


class Agreements(Ledger):
    """Who does what by when."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.who, self.due = NameField(name=_("Wer"), several=True), LineField(name=_("Bis wann"))
        self.who.setPlaceholderText(_("Wer"))
        self.due.setPlaceholderText(_("Bis wann: Fr, in 2 Wochen"))
        super().__init__(
            (
                Column("", lambda row: row.done, 36, check=lambda row, on: self._put(row, done=on)),
                Column(_("Was"), lambda row: row.text, 0, lambda row, text: self._put(row, text=text.strip())),
                Column(_("Wer"), lambda row: row.responsible, 190,
                       lambda row, text: self._put(row, responsible=text.strip(" ,;"))),
                Column(_("Bis wann"), lambda row: shown(row.due, speaking().language), 150,
                       lambda row, text: self._put(row, due=self.read(text)), raw=lambda row: typed(row.due)),
            ),
            _("Vereinbarungen"),
            prompt=_("Neue Vereinbarung: was"),
            empty=_("Noch keine Vereinbarung: Unten schreiben, was wer bis wann tut, und Enter drücken."),
            beside=((self.who, 190), (self.due, 230)),
            named=(2,),
            add=lambda text, who, due: desk.do(
                follow_up.agree, text, forum_id=desk.forum_id, responsible=who.strip(" ,;"), due=self.read(due)),
            remove=lambda row: desk.do(follow_up.remove_agreement, row.id),
            move=lambda row, step: desk.do(follow_up.move_agreement, row.id, step),
        )  # fmt: skip

    def read(self, words: str) -> str:
        """Return a day as it was typed as an ISO 8601 date, counted from the forum's day on; other words stay."""
        forum = self._desk.forum()
        return read_due(words, _day(forum.when if forum else ""))

    def show_agreements(self, rows: Sequence[ActionRow]) -> None:
        """Show these agreements."""
        self.show_rows(rows)

    def _put(self, row: ActionRow, **values: Any) -> None:
        self._desk.do(follow_up.change_agreement, row.id, **values)


class Parked(Ledger):
    """What was set aside, and for whom."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.addressee = NameField(name=_("Für wen"))
        self.addressee.setPlaceholderText(_("Für wen"))
        super().__init__(
            (
                Column(_("Thema"), lambda row: row.text, 0, lambda row, text: self._put(row, text=text.strip())),
                Column(_("Für wen"), lambda row: row.addressee, 260,
                       lambda row, text: self._put(row, addressee=text.strip())),
            ),
            _("Themenspeicher"),
            prompt=_("Neues Thema für später"),
            empty=_("Noch nichts im Themenspeicher: Unten schreiben, was später für wen dran ist, und Enter drücken."),
            beside=((self.addressee, 260),),
            named=(1,),
            add=lambda text, addressee: desk.do(
                follow_up.set_aside, text, forum_id=desk.forum_id, addressee=addressee),
            remove=lambda row: desk.do(follow_up.take_up, row.id),
            move=lambda row, step: desk.do(follow_up.move_set_aside, row.id, step),
        )  # fmt: skip

    def show_parked(self, rows: Sequence[ParkingRow]) -> None:
        """Show what was set aside."""
        self.show_rows(rows)

    def _put(self, row: ParkingRow, **values: Any) -> None:
        self._desk.do(follow_up.change_set_aside, row.id, **values)


def _day(when: str) -> date:
    """The day of the forum, or today if it has none."""
    try:
        return date.fromisoformat(when)
    except ValueError:
        return date.today()
