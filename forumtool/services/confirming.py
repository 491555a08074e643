"""Marking what the room has confirmed when it was read back. A mark is for a wording: another wording loses it."""

from collections.abc import Sequence

from forumtool.domain import when
from forumtool.i18n import N_
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step

_NAMED = 3  # numbers in the label of a step


def confirm(file: ForumFile, proposal_ids: Sequence[str], *, on: bool = True) -> Step | None:
    """Mark cards as confirmed in the forum, or take the mark off, as one step; marked ones keep their time."""
    from forumtool.domain.models import Proposal

    mark = when.now() if on else ""
    with file.step(N_("{number} im Forum bestätigt") if on else N_("Bestätigung zurückgenommen")) as edit:
        rows = [row for key in proposal_ids if (row := edit.get(Proposal, key)) is not None]
        fresh = [row for row in rows if bool(row.confirmed_at) != on]
        named = ", ".join(f"{row.laptop}-{row.running_number}" for row in fresh[:_NAMED])
        edit.words["number"] = f"{named} …" if len(fresh) > _NAMED else named
        for row in fresh:
            edit.change(Proposal, row.id, confirmed_at=mark)
    return edit.done
