"""What Enter would do with the words in the field, in one line."""

from collections.abc import Callable

from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.places.arriving.acts import called
from forumtool.ui.places.arriving.finding import read_person


def hint(typed: str, meant: ParticipantRow | None, where: Callable[[ParticipantRow], str]) -> str:
    """Return whom Enter means, or that it adds somebody; ``where`` tells the forum that a person is known from."""
    if not typed:
        return ""
    if meant is None:
        return _("Enter fügt „{who}“ neu hinzu, als anwesend. Ein Komma trennt Name, Organisation und Funktion.",
                 who=_new(typed))  # fmt: skip
    values = {"who": _who(meant), "keys": key_text("Ctrl+Enter"), "typed": _new(typed)}
    if meant.attendance_id is None:
        return _("Enter: {who} · {where} · auf die Liste und anwesend.   {keys}: „{typed}“ neu.",
                 where=where(meant), **values)  # fmt: skip
    return _("Enter: {who} ist da.   {keys}: „{typed}“ neu hinzufügen.", **values)


def _who(row: ParticipantRow) -> str:
    """Name and organisation: two people of one name are told apart."""
    return " · ".join(part for part in (row.name, row.organisation) if part) or called(row)


def _new(typed: str) -> str:
    person = read_person(typed)
    return " · ".join(part for part in (person.name, person.organisation, person.function) if part)
