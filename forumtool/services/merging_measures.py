"""One measure goes into another one: its cards, decisions and ties go along, and what the other lacks."""

from typing import TYPE_CHECKING, Any

from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _
from forumtool.services.measures import tie_cards
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step

if TYPE_CHECKING:
    from forumtool.domain.models import Measure

_TAKEN_OVER = ("text", "lead", "partners", "horizon", "resources", "cost", "indicator")
_TIES = {"obstacle_id": "measure_obstacle", "existing_offer_id": "measure_offer"}


def merge_measures(file: ForumFile, measure_id: str, into_id: str) -> Step | None:
    """Let a measure go into another one, as one step; None if one of them is gone.

    What stands in the other one stays; where it says nothing, it takes the words of the first. Entries of progress go
    along only where the other has none, as two measures were never at one point. Raises a ``UserError`` for itself.
    """
    from forumtool.domain.models import Measure

    if measure_id == into_id:
        raise UserError(_("Eine Maßnahme geht nicht in sich selbst auf: Bitte die Nummer einer anderen angeben."))
    with file.step(N_("Maßnahme „{title}“ geht in „{into}“ auf")) as edit:
        gone, stays = edit.get(Measure, measure_id), edit.get(Measure, into_id)
        if gone is None or stays is None:
            return None
        edit.words |= {"title": _named(gone), "into": _named(stays)}
        edit.change(Measure, into_id, **{name: getattr(gone, name) for name in _TAKEN_OVER if not getattr(stays, name)})
        cards = _keys(edit, "SELECT proposal_id FROM measure_proposal WHERE measure_id = ? AND NOT deleted", measure_id)
        tie_cards(edit, into_id, cards)
        _tie(edit, measure_id, into_id)
        _decide(edit, gone, stays)
        _take_progress(edit, measure_id, into_id)
        edit.remove(Measure, measure_id)
    return edit.done


def _named(row: "Measure") -> str:
    return f"{row.number} {row.title}".strip()


def _keys(edit: Edit, sql: str, *values: object) -> list[str]:
    return [key for (key,) in edit.plain(sql, *values)]


def _tie(edit: Edit, measure_id: str, into_id: str) -> None:
    """What stands in the way of the one, and what it builds on, does so for the other."""
    from forumtool.domain.models import MeasureObstacle, MeasureOffer

    kinds: dict[str, Any] = {"obstacle_id": MeasureObstacle, "existing_offer_id": MeasureOffer}
    for column, table in _TIES.items():
        named = f"SELECT {column} FROM {table} WHERE measure_id = ? AND NOT deleted"  # noqa: S608 - names of ours
        there = set(_keys(edit, named, into_id))
        for key in dict.fromkeys(_keys(edit, named, measure_id)):
            if key not in there:
                edit.add(kinds[column](measure_id=into_id, **{column: key}))


def _decide(edit: Edit, gone: "Measure", stays: "Measure") -> None:
    """The decisions that led to the one lead to the other, and name its number where they named the old one."""
    from forumtool.domain.models import Decision

    for key, number in edit.plain(
        "SELECT id, measure_number FROM decision WHERE measure_id = ? AND NOT deleted", gone.id
    ):
        same = number and number == gone.number
        edit.change(Decision, key, measure_id=stays.id, measure_number=stays.number if same else number)


def _take_progress(edit: Edit, measure_id: str, into_id: str) -> None:
    from forumtool.domain.models import MeasureProgress

    entries = "SELECT id FROM measure_progress WHERE measure_id = ? AND NOT deleted"
    if not _keys(edit, entries, into_id):
        for key in _keys(edit, entries, measure_id):
            edit.change(MeasureProgress, key, measure_id=into_id)
