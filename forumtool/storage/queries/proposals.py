"""Cards, their tags and what is tied to them."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping

from forumtool.domain.folding import in_word_order
from forumtool.domain.rows import (
    EVERYTHING,
    NamedRow,
    ObstacleRow,
    OfferRow,
    ProposalRow,
    Scope,
    TagGroupRow,
    TagRow,
    Vocabulary,
    Wording,
)
from forumtool.domain.stopping import breathing
from forumtool.storage.queries.process import goals
from forumtool.storage.reading import Reading

_NUMBER = "p.laptop || '-' || p.running_number"
_PROPOSAL = (
    f"SELECT p.id, {_NUMBER}, p.forum_id, coalesce(f.title, ''), p.goal_id, coalesce(g.number, ''), p.kind,"
    " CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END, p.original_text, p.edited_text,"
    " p.language, p.contributor_kind, p.contributor_id, coalesce(n.name, p.contributor_name),"
    " coalesce(n.organisation, CASE p.contributor_kind WHEN 'person' THEN '' ELSE p.contributor_name END), p.note,"
    " p.dissent, p.support_count, p.reference, c.id, coalesce(c.title, ''), coalesce(c.colour, 0), p.other_text,"
    " p.other_language, coalesce(j.laptop || '-' || j.running_number, ''),"
    " coalesce(s.laptop || '-' || s.running_number, ''), p.confirmed_at,"
    " CASE WHEN j.forum_id IS p.forum_id THEN '' ELSE coalesce(e.title, '') END"
    " FROM {table} p LEFT JOIN goal g ON g.id = p.goal_id LEFT JOIN theme_field t ON t.id = g.theme_field_id"
    " LEFT JOIN forum f ON f.id = p.forum_id LEFT JOIN participant n ON n.id = p.contributor_id"
    " LEFT JOIN cluster c ON c.id = p.cluster_id AND NOT c.deleted LEFT JOIN proposal j ON j.id = p.joined_to_id"
    " LEFT JOIN forum e ON e.id = j.forum_id LEFT JOIN proposal s ON s.id = p.split_from_id WHERE NOT p.deleted"
)
_CARD = _PROPOSAL.format(table="card")
_BEHIND = _PROPOSAL.format(table="proposal") + " AND p.id NOT IN (SELECT id FROM card)"
_WITH_KEYS = " AND p.id IN (SELECT value FROM json_each(?1))"
_ON_BOARD = " ORDER BY p.cluster_position = '', p.cluster_position, p.id"
_IN_SCOPE = " AND (?1 OR p.forum_id IS ?2) AND (?3 IS NULL OR p.goal_id = ?3)"
_OF_SCOPE = " JOIN proposal p ON p.id = l.proposal_id WHERE NOT l.deleted AND NOT x.deleted AND NOT p.deleted"


def proposals(source: Reading, scope: Scope = EVERYTHING, goal_id: str | None = None) -> list[ProposalRow]:
    """Return the cards of a scope and, if named, a goal: by goal, then as captured."""
    return _complete(
        source,
        f"{_CARD}{_IN_SCOPE} ORDER BY t.position, t.id, g.position, g.id, p.id",
        _IN_SCOPE,
        (scope.everything, scope.forum_id, goal_id),
    )


def newest_first(source: Reading, scope: Scope, goal_id: str) -> list[str]:
    """Return the keys of a goal's cards, the newest first; keys sort by time."""
    found = source.plain(
        f"SELECT p.id FROM card p WHERE TRUE{_IN_SCOPE} ORDER BY p.id DESC", scope.everything, scope.forum_id, goal_id
    )
    return [key for (key,) in found]


def proposals_with_keys(source: Reading, keys: Collection[str]) -> list[ProposalRow]:
    """Return the proposals with these keys, in any order; those that are gone are left out."""
    whole = f"{_PROPOSAL.format(table='proposal')}{_WITH_KEYS}"
    return _complete(source, whole, _WITH_KEYS, (json.dumps(list(keys)),))


def behind(source: Reading, scope: Scope = EVERYTHING, goal_id: str | None = None) -> list[ProposalRow]:
    """Return the proposals that stand behind others: joined to a card, or split into parts. As captured."""
    return _complete(
        source, f"{_BEHIND}{_IN_SCOPE} ORDER BY p.id", _IN_SCOPE, (scope.everything, scope.forum_id, goal_id)
    )


def proposal(source: Reading, proposal_id: str) -> ProposalRow | None:
    """Return one proposal, also one that stands behind another, or None if it is gone."""
    found = proposals_with_keys(source, (proposal_id,))
    return found[0] if found else None


def proposal_numbered(source: Reading, number: str) -> ProposalRow | None:
    """Return the proposal that people call by a number (A-17), or None."""
    letter, _, running = number.partition("-")
    found = source.one(
        "SELECT id FROM proposal WHERE laptop = ? AND running_number = ? AND NOT deleted", letter, running
    )
    return proposal(source, found[0]) if found else None


def board(source: Reading, scope: Scope, goal_id: str | None) -> list[ProposalRow]:
    """Return the cards of a goal in the order of the board: by position in their cluster, then as captured."""
    return _complete(
        source,
        f"{_CARD}{_IN_SCOPE}{_ON_BOARD}",
        _IN_SCOPE,
        (scope.everything, scope.forum_id, goal_id),
    )


def board_keys(source: Reading, scope: Scope, goal_id: str) -> list[str]:
    """Return the keys of the cards of a goal in the order of the board."""
    sql = f"SELECT p.id FROM card p WHERE TRUE{_IN_SCOPE}{_ON_BOARD}"
    return [key for (key,) in source.plain(sql, scope.everything, scope.forum_id, goal_id)]


def _complete(source: Reading, sql: str, condition: str, values: tuple[object, ...]) -> list[ProposalRow]:
    known = {tag.id: tag for group in tag_groups(source) for tag in group.tags}
    tags: dict[str, list[TagRow]] = defaultdict(list)
    for key, tag_id in source.plain(
        "SELECT l.proposal_id, x.id FROM proposal_tag l"
        f" JOIN tag x ON x.id = l.tag_id JOIN tag_group v ON v.id = x.tag_group_id AND NOT v.deleted"
        f"{_OF_SCOPE}{condition}"
        " ORDER BY v.position, x.position, x.id",
        *values,
    ):
        tags[key].append(known[tag_id])
    obstacles = _named(source, "proposal_obstacle", "obstacle", condition, values)
    offers = _named(source, "proposal_offer", "existing_offer", condition, values)
    wordings = _wordings(source, condition, values)
    once: dict[object, object] = {}  # cards share the words that recur: forum, goal, kind, organisation, group
    return [
        ProposalRow._make(
            (
                *(once.setdefault(value, value) for value in row),
                *(tuple(named.get(row[0], ())) for named in (tags, obstacles, offers, wordings)),
            )
        )
        for row in breathing(source.plain(sql, *values))
    ]


def _named(
    source: Reading, link: str, table: str, condition: str, values: tuple[object, ...]
) -> Mapping[str, list[NamedRow]]:
    found: dict[str, list[NamedRow]] = defaultdict(list)
    for key, *named in source.plain(
        f"SELECT l.proposal_id, x.id, x.title FROM {link} l JOIN {table} x ON x.id = l.{table}_id{_OF_SCOPE}{condition}"
        " ORDER BY l.id",
        *values,
    ):
        found[key].append(NamedRow(*named))
    return found


def _wordings(source: Reading, condition: str, values: tuple[object, ...]) -> Mapping[str, list[Wording]]:
    found: dict[str, list[Wording]] = defaultdict(list)
    for lead, *wording in source.plain(
        "SELECT p.id, w.id, w.laptop || '-' || w.running_number,"
        " CASE w.edited_text WHEN '' THEN w.original_text ELSE w.edited_text END, w.contributor_kind,"
        " coalesce(n.name, w.contributor_name),"
        " coalesce(n.organisation, CASE w.contributor_kind WHEN 'person' THEN '' ELSE w.contributor_name END),"
        " CASE WHEN w.forum_id IS p.forum_id THEN '' ELSE coalesce(f.title, '') END"
        " FROM proposal w JOIN proposal p ON p.id = w.joined_to_id LEFT JOIN participant n ON n.id = w.contributor_id"
        " LEFT JOIN forum f ON f.id = w.forum_id"
        f" WHERE w.joined_to_id IS NOT NULL AND NOT w.deleted{condition} ORDER BY w.id",
        *values,
    ):
        found[lead].append(Wording(*wording))
    return found


def counts_by_goal(source: Reading, scope: Scope = EVERYTHING) -> dict[str | None, int]:
    """Return how many cards each goal has in a scope."""
    return dict(
        source.plain(
            "SELECT goal_id, count(*) FROM card WHERE (?1 OR forum_id IS ?2) GROUP BY goal_id",
            scope.everything,
            scope.forum_id,
        )
    )


def counts_by_forum(source: Reading) -> dict[str | None, int]:
    """Return how many cards each forum has; None stands for the process."""
    return dict(source.plain("SELECT forum_id, count(*) FROM card GROUP BY forum_id"))


def tag_groups(source: Reading) -> list[TagGroupRow]:
    """Return the vocabularies with their tags, in order."""
    tags: dict[str, list[TagRow]] = defaultdict(list)
    for tag in source.rows(
        TagRow,
        "SELECT t.id, t.title, g.id, g.title, g.colour FROM tag t JOIN tag_group g ON g.id = t.tag_group_id"
        " WHERE NOT t.deleted AND NOT g.deleted ORDER BY t.position, t.id",
    ):
        tags[tag.group_id].append(tag)
    return [
        TagGroupRow(id_, title, colour, axis, tuple(tags[id_]))
        for id_, title, colour, axis in source.plain(
            "SELECT id, title, colour, axis FROM tag_group WHERE NOT deleted ORDER BY position, id"
        )
    ]


def obstacles(source: Reading) -> list[ObstacleRow]:
    """Return the obstacles, the most named first."""
    named_by = _numbers(source, "proposal_obstacle", "obstacle_id")
    found = [
        ObstacleRow(id_, title, note, tuple(named_by.get(id_, ())))
        for id_, title, note in source.plain("SELECT id, title, note FROM obstacle WHERE NOT deleted ORDER BY id")
    ]
    return sorted(in_word_order(found, lambda row: row.title), key=lambda row: -len(row.proposals))


def offers(source: Reading) -> list[OfferRow]:
    """Return the existing offers by title."""
    named_by = _numbers(source, "proposal_offer", "existing_offer_id")
    found = [
        OfferRow._make((*row, tuple(named_by.get(row[0], ()))))
        for row in source.plain(
            "SELECT id, title, provider, state, note FROM existing_offer WHERE NOT deleted ORDER BY id"
        )
    ]
    return in_word_order(found, lambda row: row.title)


def _numbers(source: Reading, link: str, column: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, number in source.plain(
        f"SELECT l.{column}, {_NUMBER} FROM {link} l JOIN proposal p ON p.id = l.proposal_id"
        " WHERE NOT l.deleted AND NOT p.deleted ORDER BY p.id",
    ):
        found[key].append(number)
    return found


def vocabulary(source: Reading) -> Vocabulary:
    """Return the names that the signs of a capture line can mean."""

    def names(sql: str) -> tuple[str, ...]:
        return tuple(name for (name,) in source.plain(sql))

    return Vocabulary(
        tags=names(
            "SELECT t.title FROM tag t JOIN tag_group g ON g.id = t.tag_group_id WHERE NOT t.deleted AND NOT g.deleted"
            " ORDER BY g.position, t.position, t.id"
        ),
        people=names("SELECT DISTINCT name FROM participant WHERE NOT deleted AND name <> '' ORDER BY name"),
        organisations=names(
            "SELECT DISTINCT organisation FROM (SELECT organisation FROM participant WHERE NOT deleted UNION"
            " SELECT organisation FROM steering_member WHERE NOT deleted UNION SELECT contributor_name FROM proposal"
            " WHERE NOT deleted AND contributor_kind = 'organisation') WHERE organisation <> '' ORDER BY 1"
        ),
        groups=names(
            "SELECT DISTINCT contributor_name FROM proposal WHERE NOT deleted AND contributor_kind = 'group' ORDER BY 1"
        ),
        obstacles=names("SELECT title FROM obstacle WHERE NOT deleted ORDER BY title"),
        offers=names("SELECT title FROM existing_offer WHERE NOT deleted ORDER BY title"),
        goals=tuple((goal.number, goal.title) for goal in goals(source)),
    )
