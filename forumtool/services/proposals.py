"""Catching proposals, and working on a card afterwards."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from forumtool.domain.capture_line import Draft, clean, parse
from forumtool.domain.errors import UserError
from forumtool.domain.function_words import told_by_words
from forumtool.domain.languages import GERMAN, told_by_letters
from forumtool.domain.rows import Vocabulary
from forumtool.i18n import N_, _
from forumtool.services.goals import goal_numbered
from forumtool.services.offers import obstacle_named, offer_named
from forumtool.services.tags import tag_named
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import vocabulary
from forumtool.storage.reading import Reading

_GROUP = re.compile(r"(gruppe|tisch|team|ag|group|table)\b", re.IGNORECASE)


class Captured(NamedTuple):
    """A card that is on disk."""

    id: str
    number: str
    text: str
    step: Step


class Contributor(NamedTuple):
    """Who said it: ``kind`` is "", "person", "organisation" or "group"; a person on a list has a key."""

    kind: str = ""
    name: str = ""
    id: str | None = None


def capture(file: ForumFile, line: str, *, forum_id: str | None, goal_id: str) -> Captured:
    """Put one line with its signs on disk as one card and one step; return it when it is there, not before.

    Raises a ``UserError`` for a line without words or with a goal that does not exist; nothing is written then.
    """
    known = vocabulary(file)
    draft, named = read_line(file, line, known, goal_id)
    with file.step(N_("Vorschlag {number} erfasst")) as edit:
        key, number = place(edit, draft, forum_id=forum_id, goal_id=named, known=known)
        edit.words["number"] = number
    if edit.done is None:
        raise RuntimeError("a new card is always a change")
    return Captured(key, number, draft.text, edit.done)


def read_line(source: Reading, line: str, known: Vocabulary, goal_id: str | None) -> tuple[Draft, str | None]:
    """Return what a line says and the goal it is for: the one that it names, else the one given.

    Raises a ``UserError`` for a line without words or with a goal that does not exist.
    """
    draft = parse(line, known)
    if not draft.text:
        raise UserError(_("Der Vorschlag hat noch keinen Text: Bitte ein paar Worte vor die Zeichen schreiben."))
    return (draft, goal_numbered(source, draft.goal).id) if draft.goal else (draft, goal_id)


def place(
    edit: Edit,
    draft: Draft,
    *,
    forum_id: str | None,
    goal_id: str | None,
    note: str = "",
    reference: str = "",
    number: tuple[str, int] | None = None,
    known: Vocabulary | None = None,
) -> tuple[str, str]:
    """Add a card within a step; return its key and number. ``number`` and ``known`` save looking them up again."""
    from forumtool.domain.models import Proposal, ProposalTag

    letter, running = number or edit.next_number()
    values = values_of(draft, contributor_named(edit, draft.contributor, known))
    row = edit.add(
        Proposal(
            laptop=letter, running_number=running, forum_id=forum_id, goal_id=goal_id, note=note,
            reference=reference, **values,
        )
    )  # fmt: skip
    for title in draft.tags:
        edit.add(ProposalTag(proposal_id=row.id, tag_id=tag_named(edit, title)))
    for title in draft.obstacles:
        _tie_obstacle(edit, row.id, title)
    for title in draft.offers:
        _tie_offer(edit, row.id, title)
    return row.id, f"{letter}-{running}"


def values_of(draft: Draft, contributor: Contributor) -> dict[str, Any]:
    """Return the values of a new card that come from its line."""
    return {
        "kind": draft.kind,
        "original_text": draft.text,
        "language": told_by_letters(draft.text) or told_by_words(draft.text) or GERMAN,
        "contributor_kind": contributor.kind,
        "contributor_name": contributor.name,
        "contributor_id": contributor.id,
    }


def contributor_named(source: Reading, name: str, known: Vocabulary | None = None) -> Contributor:
    """Find out whom a name means: a person on a list, an organisation, a group at a table, else a person not listed.

    A part of a name counts if it is a whole word and fits one name only ("Birhan" is "Birhan e. V.").
    """
    name = name.strip()
    if not name:
        return Contributor()
    people = source.plain("SELECT id, name FROM participant WHERE NOT deleted ORDER BY id")
    listed = [Contributor("person", found, key) for key, found in people]
    bodies = [Contributor("organisation", found) for found in (known or vocabulary(source)).organisations]
    for fits in (_same, _has_word):
        persons = [one for one in listed if fits(one.name, name)]
        organisations = [one for one in bodies if fits(one.name, name)]
        if len(persons) == 1 and not organisations:
            return persons[0]
        if len(organisations) == 1 and not persons:
            return organisations[0]
        if persons or organisations:
            break
    return Contributor("group" if _GROUP.match(name) else "person", name)


def _same(known: str, typed: str) -> bool:
    return known.casefold() == typed.casefold()


def _has_word(known: str, typed: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(typed)}(?!\w)", known, re.IGNORECASE) is not None


def reword(file: ForumFile, proposal_id: str, text: str) -> Step | None:
    """Give a card an edited wording; the original stays. The original's own words, or none, take the edit away.

    What the room had confirmed was the wording before: another one is not confirmed.
    """
    from forumtool.domain.models import Proposal

    with file.step(N_("Fassung von {number} geändert"), number=number_of(file, proposal_id)) as edit:
        row = edit.get(Proposal, proposal_id)
        if row is not None:
            text = clean(text)
            edited = "" if text == row.original_text else text
            if edited != row.edited_text:
                edit.change(Proposal, proposal_id, edited_text=edited, confirmed_at="")
    return edit.done


def change(file: ForumFile, proposal_id: str, **values: object) -> Step | None:
    """Change note, dissent, kind, language, support_count, goal_id … of a card, never its original wording.

    For another goal, a card leaves its group.
    """
    from forumtool.domain.models import Proposal

    if "original_text" in values:
        raise ValueError("the original wording never changes")
    with file.step(N_("{number} geändert"), number=number_of(file, proposal_id)) as edit:
        row = edit.get(Proposal, proposal_id)
        if row is not None and values.get("goal_id", row.goal_id) != row.goal_id:
            values = {**values, "cluster_id": None, "cluster_position": ""}
        edit.change(Proposal, proposal_id, **values)
    return edit.done


def translate(file: ForumFile, proposal_id: str, text: str, language: str) -> Step | None:
    """Set the wording in a second language beside a card's own; no text takes it away.

    ``language`` is a code of ``domain.languages``.
    """
    from forumtool.domain.models import Proposal

    with file.step(N_("Zweite Sprache von {number} geändert"), number=number_of(file, proposal_id)) as edit:
        text = clean(text)
        edit.change(Proposal, proposal_id, other_text=text, other_language=language if text else "")
    return edit.done


def attribute(file: ForumFile, proposal_id: str, name: str) -> Step | None:
    """Say who a card is from; an empty name takes the attribution away."""
    from forumtool.domain.models import Proposal

    with file.step(N_("Herkunft von {number} geändert"), number=number_of(file, proposal_id)) as edit:
        found = contributor_named(edit, name)
        edit.change(
            Proposal, proposal_id, contributor_kind=found.kind, contributor_name=found.name, contributor_id=found.id
        )
    return edit.done


def tag(file: ForumFile, proposal_ids: Sequence[str], tag_id: str, *, on: bool = True) -> Step | None:
    """Put a tag on cards or take it off, as one step."""
    from forumtool.domain.models import ProposalTag

    with file.step(N_("Merkmal gesetzt") if on else N_("Merkmal entfernt")) as edit:
        for key in proposal_ids:
            links = edit.plain(
                "SELECT id FROM proposal_tag WHERE proposal_id = ? AND tag_id = ? AND NOT deleted", key, tag_id
            )
            if on and not links:
                edit.add(ProposalTag(proposal_id=key, tag_id=tag_id))
            elif not on:
                for (link,) in links:
                    edit.remove(ProposalTag, link)
    return edit.done


def tag_as(file: ForumFile, proposal_ids: Sequence[str], title: str) -> Step | None:
    """Put a tag on cards by its name; an unknown word becomes a tag of the file's own vocabulary."""
    from forumtool.domain.models import ProposalTag

    with file.step(N_("Merkmal gesetzt")) as edit:
        tag_id = tag_named(edit, title)
        for key in proposal_ids:
            if not edit.plain(
                "SELECT 1 FROM proposal_tag WHERE proposal_id = ? AND tag_id = ? AND NOT deleted", key, tag_id
            ):
                edit.add(ProposalTag(proposal_id=key, tag_id=tag_id))
    return edit.done


def tie(file: ForumFile, proposal_id: str, *, obstacle: str = "", offer: str = "") -> Step | None:
    """Name an obstacle or an existing offer with a card."""
    with file.step(N_("{number} geändert"), number=number_of(file, proposal_id)) as edit:
        if obstacle:
            _tie_obstacle(edit, proposal_id, obstacle)
        if offer:
            _tie_offer(edit, proposal_id, offer)
    return edit.done


def untie(file: ForumFile, proposal_id: str, *, obstacle_id: str = "", offer_id: str = "") -> Step | None:
    """Take an obstacle or an existing offer off a card."""
    from forumtool.domain.models import ProposalObstacle, ProposalOffer

    with file.step(N_("{number} geändert"), number=number_of(file, proposal_id)) as edit:
        for (link,) in edit.plain(
            "SELECT id FROM proposal_obstacle WHERE proposal_id = ? AND obstacle_id = ? AND NOT deleted",
            proposal_id,
            obstacle_id,
        ):
            edit.remove(ProposalObstacle, link)
        for (link,) in edit.plain(
            "SELECT id FROM proposal_offer WHERE proposal_id = ? AND existing_offer_id = ? AND NOT deleted",
            proposal_id,
            offer_id,
        ):
            edit.remove(ProposalOffer, link)
    return edit.done


def remove(file: ForumFile, proposal_ids: Iterable[str]) -> Step | None:
    """Delete cards; their numbers are not given again."""
    from forumtool.domain.models import Proposal

    keys = list(proposal_ids)
    numbers = ", ".join(number_of(file, key) for key in keys)
    with file.step(N_("{number} gelöscht"), number=numbers) as edit:
        for key in keys:
            edit.remove(Proposal, key)
    return edit.done


def number_of(source: Reading, proposal_id: str) -> str:
    """Return the number that people speak (A-17), or an empty text for no card."""
    found = source.one("SELECT laptop || '-' || running_number FROM proposal WHERE id = ?", proposal_id)
    return str(found[0]) if found else ""


def _tie_obstacle(edit: Edit, proposal_id: str, title: str) -> None:
    from forumtool.domain.models import ProposalObstacle

    key = obstacle_named(edit, title)
    if not edit.plain(
        "SELECT 1 FROM proposal_obstacle WHERE proposal_id = ? AND obstacle_id = ? AND NOT deleted", proposal_id, key
    ):
        edit.add(ProposalObstacle(proposal_id=proposal_id, obstacle_id=key))


def _tie_offer(edit: Edit, proposal_id: str, title: str) -> None:
    from forumtool.domain.models import ProposalOffer

    key = offer_named(edit, title)
    if not edit.plain(
        "SELECT 1 FROM proposal_offer WHERE proposal_id = ? AND existing_offer_id = ? AND NOT deleted", proposal_id, key
    ):
        edit.add(ProposalOffer(proposal_id=proposal_id, existing_offer_id=key))
