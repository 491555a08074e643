"""Laying cards together and splitting them. No wording is lost: each proposal keeps its own, behind what stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from forumtool.domain.capture_line import clean
from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _
from forumtool.services.proposals import Captured, number_of, place, read_line
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import vocabulary

if TYPE_CHECKING:  # the models are loaded with the first step
    from forumtool.domain.models import Proposal

_FEWEST_PARTS = 2
_SHARED = {
    "forum_id", "goal_id", "kind", "language", "contributor_kind", "contributor_name", "contributor_id", "cluster_id",
    "cluster_position",
}  # fmt: skip


def capture_as_support(
    file: ForumFile, line: str, lead_id: str, *, forum_id: str | None = None, goal_id: str | None = None
) -> Captured:
    """Put one line on disk as a wording that counts as support of a card; one step.

    It keeps forum and goal in which it was said; without a goal these are the card's. Raises a ``UserError`` for a
    line without words, a goal that does not exist, or if the card is gone; nothing is written then.
    """
    from forumtool.domain.models import Proposal

    known = vocabulary(file)
    draft, goal_id = read_line(file, line, known, goal_id)
    with file.step(N_("{number} als Unterstützung von {lead} erfasst")) as edit:
        lead = _standing(edit, lead_id)
        if lead is None:
            raise UserError(_("Die Karte gibt es nicht mehr: Bitte den Vorschlag mit Enter einzeln erfassen."))
        where = (forum_id, goal_id) if goal_id else (lead.forum_id, lead.goal_id)
        key, number = place(edit, draft, forum_id=where[0], goal_id=where[1], known=known)
        edit.flush()
        edit.change(Proposal, key, joined_to_id=lead.id)
        edit.words.update(number=number, lead=number_of(edit, lead.id))
    if edit.done is None:
        raise RuntimeError("a new card is always a change")
    return Captured(key, number, draft.text, edit.done)


def join(file: ForumFile, proposal_ids: Sequence[str], lead_id: str) -> Step | None:
    """Lay cards together with one that stands for them; what stood behind them stands behind it from now on.

    Raises a ``UserError`` if that one is gone or has been split; nothing is written then.
    """
    from forumtool.domain.models import Proposal

    with file.step(N_("{number} mit {lead} zusammengelegt")) as edit:
        lead = _standing(edit, lead_id)
        if lead is None:
            raise UserError(_("Die Karte steht nicht mehr da: Bitte eine andere wählen."))
        moved = [key for key in dict.fromkeys(proposal_ids) if key != lead.id and not _parts(edit, key)]
        edit.words.update(number=_numbers(edit, moved), lead=number_of(edit, lead.id))
        for key in moved:
            for behind in (key, *_behind(edit, key)):
                edit.change(Proposal, behind, joined_to_id=lead.id)
    return edit.done


def separate(file: ForumFile, proposal_ids: Sequence[str]) -> Step | None:
    """Let cards stand by themselves again; with a card that stands for others, all of them."""
    from forumtool.domain.models import Proposal

    with file.step(N_("{number} steht wieder für sich")) as edit:
        freed = [key for one in proposal_ids for key in (_behind(edit, one) or [one])]
        edit.words["number"] = _numbers(edit, freed)
        for key in freed:
            edit.change(Proposal, key, joined_to_id=None)
    return edit.done


def split(file: ForumFile, proposal_id: str, texts: Sequence[str]) -> Step | None:
    """Make each text a card of its own, with the tags, origin and group of the card; it stays behind them.

    What was laid together with the card stands by itself again: nobody knows which part it supports. Raises a
    ``UserError`` for fewer than two texts with words; nothing is written then.
    """
    from forumtool.domain.models import Proposal

    words = [text for text in map(clean, texts) if text]
    if len(words) < _FEWEST_PARTS:
        raise UserError(
            _("Zum Aufteilen braucht es mindestens zwei Teile: Bitte jeden in eine eigene Zeile schreiben.")
        )
    with file.step(N_("{number} aufgeteilt"), number=number_of(file, proposal_id)) as edit:
        whole = edit.get(Proposal, proposal_id)
        if whole is None or _parts(edit, proposal_id):
            return None
        for key in (proposal_id, *_behind(edit, proposal_id)):
            edit.change(Proposal, key, joined_to_id=None)
        ties = _ties(edit, proposal_id)
        letter, first = edit.next_number()
        for at, text in enumerate(words):
            kept = whole.model_dump(include=_SHARED)
            part = Proposal(
                laptop=letter, running_number=first + at, original_text=text, split_from_id=proposal_id, **kept
            )
            edit.add(part)
            for link, column, target in ties:
                edit.add(link(proposal_id=part.id, **{column: target}))
    return edit.done


def _ties(edit: Edit, proposal_id: str) -> list[tuple[Any, str, str]]:
    """What is tied to a card: the class of the link, its column, and the key that it leads to."""
    from forumtool.domain.models import ProposalObstacle, ProposalOffer, ProposalTag

    links: dict[Any, str] = {
        ProposalTag: "tag_id", ProposalObstacle: "obstacle_id", ProposalOffer: "existing_offer_id",
    }  # fmt: skip
    return [
        (link, column, target)
        for link, column in links.items()
        for (target,) in edit.plain(
            f"SELECT {column} FROM {link.__tablename__} WHERE proposal_id = ? AND NOT deleted ORDER BY id",  # noqa: S608
            proposal_id,
        )
    ]


def unsplit(file: ForumFile, proposal_id: str) -> Step | None:
    """Take the parts of a split card away again, also what these were split into; the card stands as before."""
    from forumtool.domain.models import Proposal

    with file.step(N_("{number} wieder ungeteilt"), number=number_of(file, proposal_id)) as edit:
        for key in _parts(edit, proposal_id):
            edit.remove(Proposal, key)
    return edit.done


def _behind(edit: Edit, proposal_id: str) -> list[str]:
    return [key for (key,) in edit.plain("SELECT id FROM proposal WHERE joined_to_id = ? AND NOT deleted", proposal_id)]


def _parts(edit: Edit, proposal_id: str) -> list[str]:
    found = edit.plain("SELECT id FROM proposal WHERE split_from_id = ? AND NOT deleted", proposal_id)
    return [key for (part,) in found for key in (part, *_parts(edit, part))]


def _standing(edit: Edit, proposal_id: str) -> "Proposal | None":
    """Return the card that stands for a proposal: itself, or the one that it is joined to; None if there is none."""
    from forumtool.domain.models import Proposal

    found = edit.one(
        "SELECT c.id FROM proposal p JOIN card c ON c.id IN (p.id, p.joined_to_id) WHERE p.id = ?", proposal_id
    )
    return edit.get(Proposal, found[0]) if found else None


def _numbers(edit: Edit, keys: Sequence[str]) -> str:
    return ", ".join(number_of(edit, key) for key in keys)
