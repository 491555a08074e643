"""Laying cards together and splitting them. No wording is lost: each proposal keeps its own, behind the card that stands."""

from collections.abc import Sequence

from forumtool.domain.capture_line import clean, parse
from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _
from forumtool.services.proposals import Captured, number_of, place
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import vocabulary


def capture_as_support(file: ForumFile, line: str, lead_id: str) -> Captured:
    """Put one line on disk as a wording that counts as support of a card of the same forum and goal; one step.

    Raises a ``UserError`` for a line without words or if the card is gone; nothing is written then.
    """
    from forumtool.domain.models import Proposal

    draft = parse(line, vocabulary(file))
    if not draft.text:
        raise UserError(_("Der Vorschlag hat noch keinen Text: Bitte ein paar Worte vor die Zeichen schreiben."))
    with file.step(N_("{number} als Unterstützung von {lead} erfasst"), lead=number_of(file, lead_id)) as edit:
        lead = edit.get(Proposal, lead_id)
        if lead is None:
            raise UserError(_("Die Karte gibt es nicht mehr: Bitte den Vorschlag mit Enter einzeln erfassen."))
        key, number = place(edit, draft, forum_id=lead.forum_id, goal_id=lead.goal_id)
        edit.flush()
        edit.change(Proposal, key, joined_to_id=lead.joined_to_id or lead_id)
        edit.words["number"] = number
    if edit.done is None:
        raise RuntimeError("a new card is always a change")
    return Captured(key, number, draft.text, edit.done)


def join(file: ForumFile, proposal_ids: Sequence[str], lead_id: str) -> Step | None:
    """Lay cards together with one that stands for them; what stood behind them stands behind it from now on."""
    from forumtool.domain.models import Proposal

    with file.step(N_("{number} mit {lead} zusammengelegt"), lead=number_of(file, lead_id)) as edit:
        lead = edit.get(Proposal, lead_id)
        if lead is None:
            return None
        first = lead.joined_to_id or lead_id
        moved = [key for key in proposal_ids if key != first]
        edit.words["number"] = ", ".join(number_of(edit, key) for key in moved)
        for key in moved:
            for behind in (key, *_behind(edit, key)):
                edit.change(Proposal, behind, joined_to_id=first)
    return edit.done


def separate(file: ForumFile, proposal_ids: Sequence[str]) -> Step | None:
    """Let cards stand by themselves again; with a card that stands for others, all of them."""
    from forumtool.domain.models import Proposal

    with file.step(N_("{number} steht wieder für sich")) as edit:
        freed = [key for one in proposal_ids for key in (_behind(edit, one) or [one])]
        edit.words["number"] = ", ".join(number_of(edit, key) for key in freed)
        for key in freed:
            edit.change(Proposal, key, joined_to_id=None)
    return edit.done


def split(file: ForumFile, proposal_id: str, texts: Sequence[str]) -> Step | None:
    """Make each text a card of its own, with the tags, origin and group of the card; it stays behind them.

    Raises a ``UserError`` for fewer than two texts with words; nothing is written then.
    """
    from forumtool.domain.models import Proposal, ProposalObstacle, ProposalOffer, ProposalTag

    words = [text for text in map(clean, texts) if text]
    if len(words) < 2:
        raise UserError(
            _("Zum Aufteilen braucht es mindestens zwei Teile: Bitte jeden in eine eigene Zeile schreiben.")
        )
    with file.step(N_("{number} aufgeteilt"), number=number_of(file, proposal_id)) as edit:
        whole = edit.get(Proposal, proposal_id)
        if whole is None:
            return None
        kept = whole.model_dump(
            include={
                "forum_id", "goal_id", "kind", "language", "contributor_kind", "contributor_name", "contributor_id",
                "cluster_id", "cluster_position",
            }
        )  # fmt: skip
        for text in words:
            letter, running = edit.next_number()
            part = edit.add(
                Proposal(laptop=letter, running_number=running, original_text=text, split_from_id=proposal_id, **kept)
            )
            for link, column in ((ProposalTag, "tag_id"), (ProposalObstacle, "obstacle_id"),
                                 (ProposalOffer, "existing_offer_id")):  # fmt: skip
                for (target,) in edit.plain(
                    f"SELECT {column} FROM {link.__tablename__} WHERE proposal_id = ? AND NOT deleted", proposal_id
                ):
                    edit.add(link(proposal_id=part.id, **{column: target}))
    return edit.done


def unsplit(file: ForumFile, proposal_id: str) -> Step | None:
    """Take the parts of a split card away again; the card stands as before."""
    from forumtool.domain.models import Proposal

    with file.step(N_("{number} wieder ungeteilt"), number=number_of(file, proposal_id)) as edit:
        for (key,) in edit.plain("SELECT id FROM proposal WHERE split_from_id = ? AND NOT deleted", proposal_id):
            edit.remove(Proposal, key)
    return edit.done


def _behind(edit: Edit, proposal_id: str) -> list[str]:
    return [key for (key,) in edit.plain("SELECT id FROM proposal WHERE joined_to_id = ? AND NOT deleted", proposal_id)]
