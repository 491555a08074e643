"""How far the measures are over the years: noted for a day, changed, and taken away."""

from typing import Any

from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step

STATES = ("planned", "running", "done", "stopped")
_WHOLE = 100


def record_progress(
    file: ForumFile, measure_id: str, on: str, state: str = "running", percent: int = 0, note: str = ""
) -> Step | None:
    """Note how far a measure was on a day (ISO 8601): one of ``STATES``, 0 to 100 per cent, and words.

    Raises a ``UserError`` for another percentage, ``ValueError`` for another state.
    """
    from forumtool.domain.models import Measure, MeasureProgress

    _require(state=state, percent=percent)
    with file.step(N_("Fortschritt von „{title}“ festgehalten")) as edit:
        row = edit.get(Measure, measure_id)
        if row is not None:
            edit.words["title"] = f"{row.number} {row.title}".strip()
            edit.add(MeasureProgress(measure_id=measure_id, on=on, state=state, percent=percent, note=note))
    return edit.done


def change_progress(file: ForumFile, progress_id: str, **values: Any) -> Step | None:
    """Change on, state, percent or note of an entry; raises as ``record_progress`` does."""
    from forumtool.domain.models import MeasureProgress

    _require(**values)
    with file.step(N_("Fortschritt geändert")) as edit:
        edit.change(MeasureProgress, progress_id, **values)
    return edit.done


def remove_progress(file: ForumFile, progress_id: str) -> Step | None:
    """Delete an entry."""
    from forumtool.domain.models import MeasureProgress

    with file.step(N_("Fortschritt gelöscht")) as edit:
        edit.remove(MeasureProgress, progress_id)
    return edit.done


def _require(*, state: str = STATES[0], percent: int = 0, **_others: object) -> None:
    if state not in STATES:
        raise ValueError(f"no state {state!r}")
    if not 0 <= percent <= _WHOLE:
        raise UserError(_("Der Fortschritt ist eine Zahl von 0 bis 100: Bitte so eingeben."))
