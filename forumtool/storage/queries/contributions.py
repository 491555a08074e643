"""Who contributed what, and what was decided of it."""

from typing import NamedTuple

from forumtool.storage.reading import Reading

_FIRST = "(SELECT min(o.id) FROM decision o WHERE o.proposal_id = {card}.id AND NOT o.deleted)"


class ContributionRow(NamedTuple):
    """A card with its contributor; a card counted as support of another one has that one's decision.

    ``consents`` tells that a person on the list may be written to.
    """

    id: str
    number: str
    text: str
    kind: str
    participant_id: str | None
    name: str
    organisation: str
    email: str
    consents: bool
    goal: str
    forum: str
    joined_to: str
    verdict: str
    merged_with: str
    reason: str
    measure: str


def contributions(source: Reading) -> list[ContributionRow]:
    """Return the cards of persons on the list and of organisations, as captured."""
    return source.rows(
        ContributionRow,
        "SELECT p.id, p.laptop || '-' || p.running_number, p.original_text, p.contributor_kind, n.id,"
        " coalesce(n.name, ''), coalesce(n.organisation, p.contributor_name), coalesce(n.email, ''),"
        " coalesce(n.consent_email, 0), trim(coalesce(g.number || ' ' || g.title, '')), coalesce(f.title, ''),"
        " coalesce(j.laptop || '-' || j.running_number, ''), coalesce(d.verdict, ''),"
        " coalesce(o.laptop || '-' || o.running_number, ''), coalesce(d.reason, ''),"
        " trim(coalesce(m.number || ' ' || m.title, d.measure_number, ''))"
        " FROM proposal p LEFT JOIN participant n ON n.id = p.contributor_id AND NOT n.deleted"
        " LEFT JOIN goal g ON g.id = p.goal_id AND NOT g.deleted"
        " LEFT JOIN forum f ON f.id = p.forum_id AND NOT f.deleted"
        " LEFT JOIN proposal j ON j.id = p.joined_to_id AND NOT j.deleted"
        f" LEFT JOIN decision own ON own.id = {_FIRST.format(card='p')} AND own.verdict <> ''"
        f" LEFT JOIN decision d ON d.id = coalesce(own.id, {_FIRST.format(card='j')})"
        " LEFT JOIN proposal o ON o.id = d.merged_with_id"
        " LEFT JOIN measure m ON m.id = d.measure_id AND NOT m.deleted"
        " WHERE NOT p.deleted AND (n.id IS NOT NULL OR p.contributor_kind = 'organisation') ORDER BY p.id",
    )
