"""Refusing what the board suggests: recorded, so that it does not come back tomorrow, and taken back like any step."""

from forumtool.i18n import N_
from forumtool.services.proposals import number_of
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def refuse_groups(file: ForumFile, proposal_id: str) -> Step | None:
    """Say that a card fits none of the groups that there are; one that is made later may be suggested again."""
    from forumtool.domain.models import Refusal

    with file.step(N_("Gruppenvorschlag für {number} abgelehnt"), number=number_of(file, proposal_id)) as edit:
        edit.add(Refusal(proposal_id=proposal_id))
    return edit.done


def refuse_double(file: ForumFile, one_id: str, other_id: str) -> Step | None:
    """Say that two cards do not say the same; said once more, that is no step."""
    from forumtool.domain.models import Refusal

    first, second = sorted((one_id, other_id))
    number, other = number_of(file, first), number_of(file, second)
    with file.step(N_("{number} und {other} sind nicht dasselbe"), number=number, other=other) as edit:
        if not edit.plain(
            "SELECT 1 FROM refusal WHERE NOT deleted AND proposal_id = ? AND other_id = ?", first, second
        ):
            edit.add(Refusal(proposal_id=first, other_id=second))
    return edit.done
