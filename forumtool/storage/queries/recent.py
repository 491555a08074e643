"""What is asked while somebody types: the tags and people used last, and the cards that there are already."""

from collections.abc import Collection, Sequence

from forumtool.domain.rows import CardBrief
from forumtool.storage.reading import Reading


def wordings(source: Reading, keys: Sequence[str] | None = None) -> list[tuple[str, str]]:
    """Return key and text of every proposal, or of some, also of those that stand behind a card."""
    marks = "" if keys is None else f" AND id IN ({', '.join('?' * len(keys))})"
    return source.plain(
        "SELECT id, CASE edited_text WHEN '' THEN original_text ELSE edited_text END FROM proposal"
        f" WHERE NOT deleted{marks}",
        *(keys or ()),
    )


def cards_for(source: Reading, keys: Sequence[str]) -> dict[str, CardBrief]:
    """Return, for each of these proposals, the card that stands for it: itself, or the one that it is joined to."""
    marks = ", ".join("?" * len(keys))
    found = source.plain(
        "SELECT w.id, p.id, p.laptop || '-' || p.running_number,"
        " CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END, p.forum_id, p.goal_id,"
        " coalesce(g.number, ''), p.support_count"
        " + (SELECT count(*) FROM proposal b WHERE b.joined_to_id = p.id AND NOT b.deleted)"
        " FROM proposal w JOIN card p ON p.id IN (w.id, w.joined_to_id) LEFT JOIN goal g ON g.id = p.goal_id"
        f" WHERE w.id IN ({marks})",
        *keys,
    )
    return {key: CardBrief._make(card) for key, *card in found}


def tags_used(source: Reading, most: int) -> list[str]:
    """Return the tags put on cards, the newest first, as often as they were."""
    found = source.plain("SELECT tag_id FROM proposal_tag WHERE NOT deleted ORDER BY id DESC LIMIT ?", most)
    return [key for (key,) in found]


def tags_of_links(source: Reading, links: Collection[str]) -> list[str]:
    """Return the tags of these links between cards and tags, the newest last."""
    marks = ", ".join("?" * len(links))
    found = source.plain(f"SELECT tag_id FROM proposal_tag WHERE id IN ({marks}) AND NOT deleted ORDER BY id", *links)
    return [key for (key,) in found]


def contributors_used(source: Reading, most: int) -> list[str]:
    """Return whom the newest cards are from, the last one first, each once; ``most`` cards are looked at."""
    found = source.plain(
        "SELECT coalesce(n.name, p.contributor_name)"
        " FROM (SELECT * FROM proposal WHERE NOT deleted ORDER BY id DESC LIMIT ?) p"
        " LEFT JOIN participant n ON n.id = p.contributor_id WHERE p.contributor_kind <> '' ORDER BY p.id DESC",
        most,
    )
    return list(dict.fromkeys(name for (name,) in found if name))


def language_used(source: Reading) -> str:
    """Return the second language written last, or an empty text."""
    found = source.one(
        "SELECT other_language FROM proposal WHERE NOT deleted AND other_language <> '' ORDER BY id DESC LIMIT 1"
    )
    return str(found[0]) if found else ""
