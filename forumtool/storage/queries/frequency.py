"""How often obstacles and existing offers are named, in all and in each theme field, and by which cards."""

from collections import defaultdict
from typing import NamedTuple

from forumtool.domain.folding import in_word_order
from forumtool.domain.synthesis import Frequency
from forumtool.storage.reading import Reading

_LINKS = {"obstacle": ("proposal_obstacle", "obstacle_id"), "existing_offer": ("proposal_offer", "existing_offer_id")}


def frequencies(source: Reading, table: str) -> list[Frequency]:
    """Return what a table ("obstacle", "existing_offer") holds, the most named first, then by title.

    Proposals behind others count, too: each of them named it.
    """
    link, column = _LINKS[table]
    counts: dict[str, dict[str | None, int]] = defaultdict(dict)
    for key, field_id, count in source.plain(
        f"SELECT l.{column}, t.id, count(DISTINCT p.id) FROM {link} l JOIN proposal p ON p.id = l.proposal_id"
        " LEFT JOIN goal g ON g.id = p.goal_id LEFT JOIN theme_field t ON t.id = g.theme_field_id AND NOT t.deleted"
        " WHERE NOT l.deleted AND NOT p.deleted GROUP BY 1, 2"
    ):
        counts[key][field_id] = count
    state = "state" if table == "existing_offer" else "''"
    found = [
        Frequency(id_, title, said, sum(counts[id_].values()), counts[id_])
        for id_, title, said in source.plain(f"SELECT id, title, {state} FROM {table} WHERE NOT deleted ORDER BY id")
    ]
    return sorted(in_word_order(found, lambda row: row.title), key=lambda row: -row.total)


class Naming(NamedTuple):
    """A card that names an obstacle or an offer."""

    id: str
    number: str
    text: str
    forum_title: str
    goal_number: str


def naming_cards(source: Reading, table: str, key: str) -> list[Naming]:
    """Return the proposals that name an obstacle or an offer, as captured."""
    link, column = _LINKS[table]
    return source.rows(
        Naming,
        "SELECT p.id, p.laptop || '-' || p.running_number,"
        " CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END, coalesce(f.title, ''),"
        f" coalesce(g.number, '') FROM proposal p LEFT JOIN forum f ON f.id = p.forum_id"
        f" LEFT JOIN goal g ON g.id = p.goal_id WHERE NOT p.deleted AND p.id IN"
        f" (SELECT proposal_id FROM {link} WHERE {column} = ? AND NOT deleted) ORDER BY p.id",
        key,
    )
