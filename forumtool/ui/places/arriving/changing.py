"""What is changed in the list itself: a cell that was edited, a box or a mark that was clicked."""

from collections.abc import Callable, Sequence

from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import _
from forumtool.services import lots, people
from forumtool.ui.desk import Desk
from forumtool.ui.places.arriving.acts import Acts
from forumtool.ui.places.arriving.people import Changes

Rows = Sequence[ParticipantRow]


class Changing:
    """Each change is one step. Bench and consent go to all of the ``chosen`` people if the row is one of them."""

    def __init__(self, desk: Desk, acts: Acts, chosen: Callable[[], Rows]) -> None:
        self._desk, self._acts, self._chosen = desk, acts, chosen

    def changes(self, where: Callable[[ParticipantRow], str]) -> Changes:
        """Return what the list asks for; ``where`` names the forum that somebody is known from."""
        return Changes(
            self._field, self._seat, self._mark, self._put_in_group, self.turn_consent, self._acts.benches, where
        )

    def turn_consent(self, row: ParticipantRow, to: str) -> None:
        """Note a consent, or take it back."""
        self._acts.consent(self._meant(row), to)

    def _meant(self, row: ParticipantRow) -> Rows:
        chosen = self._chosen()
        return chosen if row.id in {one.id for one in chosen} else [row]

    def _field(self, row: ParticipantRow, field: str, text: str) -> None:
        self._desk.do(people.change_participant, row.id, **{field: text})

    def _seat(self, row: ParticipantRow, title: str) -> None:
        scope = people.scope_of(self._desk.file, str(self._desk.forum_id))
        self._desk.do(people.put_on_bench, [one.id for one in self._meant(row)], title, scope=scope)

    def _mark(self, row: ParticipantRow, present: bool) -> None:
        self._acts.mark([row], "present" if present else "expected")

    def _put_in_group(self, row: ParticipantRow, typed: str) -> None:
        typed = typed.strip()
        if row.attendance_id and (typed.isdecimal() or not typed):
            self._desk.do(lots.put_in_group, [row.attendance_id], int(typed or 0))
        else:
            self._desk.say(_("Eine Gruppe ist eine Zahl: „{typed}“ geht nicht.", typed=typed))
