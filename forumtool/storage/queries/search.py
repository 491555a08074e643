"""Everything that has words, as lean as a search needs it, and where what was found can be looked at."""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from forumtool.domain.findable import Findable, Wording
from forumtool.storage.reading import Reading

_NUMBER = "p.laptop || '-' || p.running_number"
_TEXT = "CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END"
_BY = "coalesce(n.name || ' ' || n.organisation, p.contributor_name)"
_CARDS = (
    f"SELECT 'card', p.id, {_NUMBER}, {_TEXT}, coalesce(g.number, ''),"
    " CASE p.edited_text WHEN '' THEN '' ELSE p.original_text || ' ' END || p.other_text || ' ' || p.note || ' '"
    f" || p.dissent || ' ' || p.reference || ' ' || {_BY}"
    " FROM proposal p LEFT JOIN goal g ON g.id = p.goal_id AND NOT g.deleted"
    " LEFT JOIN participant n ON n.id = p.contributor_id WHERE NOT p.deleted AND "
)
_TIED = " UNION ALL ".join(
    f"SELECT l.proposal_id, x.title FROM proposal_{link} l JOIN {table} x ON x.id = l.{table}_id"
    " WHERE NOT l.deleted AND NOT x.deleted AND {condition}"
    for link, table in (("tag", "tag"), ("obstacle", "obstacle"), ("offer", "existing_offer"))
)
_DECIDED = "SELECT l.proposal_id, l.responsible FROM decision l WHERE NOT l.deleted AND {condition}"
_AMONG = "{column} IN (SELECT value FROM json_each(?1))"
_THINGS = (
    "SELECT 'goal', g.id, g.number, g.title, coalesce(t.title, ''), g.question || ' ' || g.note FROM goal g"
    " LEFT JOIN theme_field t ON t.id = g.theme_field_id WHERE NOT g.deleted",
    "SELECT 'forum', id, '', title, \"when\", place || ' ' || host FROM forum WHERE NOT deleted",
    "SELECT 'group', c.id, '', c.title, coalesce(g.number, ''), c.note FROM cluster c"
    " LEFT JOIN goal g ON g.id = c.goal_id WHERE NOT c.deleted",
    "SELECT 'measure', m.id, m.number, m.title, coalesce(g.number, ''), m.text || ' ' || m.lead || ' ' || m.partners"
    " || ' ' || m.resources || ' ' || m.indicator FROM measure m LEFT JOIN goal g ON g.id = m.goal_id"
    " WHERE NOT m.deleted",
    "SELECT 'person', id, '', CASE name WHEN '' THEN organisation ELSE name END, organisation,"
    " function || ' ' || note FROM participant WHERE NOT deleted",
    "SELECT 'organisation', organisation, '', organisation, '', '' FROM (SELECT organisation FROM participant"
    " WHERE NOT deleted UNION SELECT organisation FROM steering_member WHERE NOT deleted UNION"
    " SELECT contributor_name FROM proposal WHERE NOT deleted AND contributor_kind = 'organisation')"
    " WHERE organisation <> ''",
    "SELECT 'seat', s.id, '', CASE s.name WHEN '' THEN s.organisation ELSE s.name END, coalesce(c.title, ''),"
    " s.office || ' ' || s.organisation FROM steering_member s LEFT JOIN constituency c ON c.id = s.constituency_id"
    " WHERE NOT s.deleted",
    "SELECT 'tag', t.id, '', t.title, v.title, '' FROM tag t JOIN tag_group v ON v.id = t.tag_group_id"
    " WHERE NOT t.deleted AND NOT v.deleted",
    "SELECT 'offer', id, '', title, provider, note FROM existing_offer WHERE NOT deleted",
    "SELECT 'obstacle', id, '', title, '', note FROM obstacle WHERE NOT deleted",
    "SELECT 'action', id, '', text, responsible, '' FROM action_item WHERE NOT deleted",
    "SELECT 'parked', id, '', text, addressee, '' FROM parking_lot_item WHERE NOT deleted",
)
_TOUCHED = (
    " UNION ".join(
        f"SELECT {column} FROM {table} WHERE {_AMONG.format(column=key)}"
        for table, column, keys in (
            ("proposal", "id", ("id", "goal_id", "contributor_id")),
            ("proposal_tag", "proposal_id", ("id", "tag_id")),
            ("proposal_obstacle", "proposal_id", ("id", "obstacle_id")),
            ("proposal_offer", "proposal_id", ("id", "existing_offer_id")),
            ("decision", "proposal_id", ("id",)),
        )
        for key in keys
    )
)  # fmt: skip


class Spot(NamedTuple):
    """Where a row can be looked at: its key, its forum and its goal."""

    id: str
    forum_id: str | None = None
    goal_id: str | None = None


def cards_after(source: Reading, key: str, most: int) -> list[Findable]:
    """Return up to ``most`` proposals with keys behind this one, in order, also those that stand behind others."""
    found = source.plain(f"{_CARDS} p.id > ?1 ORDER BY p.id LIMIT ?2", key, most)
    return _tied(source, found, "l.proposal_id > ?1 AND l.proposal_id <= ?2", key, found[-1][1]) if found else []


def cards_with_keys(source: Reading, keys: Collection[str]) -> list[Findable]:
    """Return those of these proposals that are there, in the order of their keys."""
    among = json.dumps(list(keys))
    found = source.plain(f"{_CARDS} {_AMONG.format(column='p.id')} ORDER BY p.id", among)
    return _tied(source, found, _AMONG.format(column="l.proposal_id"), among)


def cards_touched(source: Reading, keys: Collection[str]) -> list[str]:
    """Return the proposals whose words these rows are part of: their own, their tags', their goals', their people's."""
    return [key for (key,) in source.plain(_TOUCHED, json.dumps(list(keys))) if key]


def things(source: Reading) -> list[Findable]:
    """Return everything with words but the proposals."""
    return [row for select in _THINGS for row in source.rows(Findable, select)]


def wordings(source: Reading, keys: Collection[str]) -> dict[str, list[Wording]]:
    """Return the words of these proposals that are not their titles, what was said first."""
    among = json.dumps(list(keys))
    found: dict[str, list[Wording]] = defaultdict(list)
    for key, *told in source.plain(
        f"SELECT p.id, CASE p.edited_text WHEN '' THEN '' ELSE p.original_text END, p.other_text, p.note, p.dissent,"
        f" {_BY} FROM proposal p LEFT JOIN participant n ON n.id = p.contributor_id"
        f" WHERE {_AMONG.format(column='p.id')}",
        among,
    ):
        kinds = ("original", "other", "note", "dissent", "by")
        found[key] += [Wording(kind, text.strip()) for kind, text in zip(kinds, told, strict=True) if text.strip()]
    for kind, sql in (("tags", _TIED), ("responsible", _DECIDED)):
        words: dict[str, list[str]] = defaultdict(list)
        for key, title in source.plain(sql.format(condition=_AMONG.format(column="l.proposal_id")), among):
            words[key].append(title)
        for key, titles in words.items():
            found[key].append(Wording(kind, ", ".join(titles)))
    return found


def standing_card(source: Reading, proposal_id: str) -> Spot | None:
    """Return the card that stands for a proposal: itself, the one it was joined to, or its first part; None if gone."""
    seen: set[str] = set()
    key: str | None = proposal_id
    while key and key not in seen:
        seen.add(key)
        found = source.rows(Spot, "SELECT id, forum_id, goal_id FROM card WHERE id = ?", key)
        if found:
            return found[0]
        (key,) = source.one(
            "SELECT coalesce((SELECT min(id) FROM proposal WHERE split_from_id = ?1 AND NOT deleted),"
            " (SELECT joined_to_id FROM proposal WHERE id = ?1))",
            key,
        )
    return None


def spot_of(source: Reading, table: str, key: str) -> Spot | None:
    """Return where a row with a forum can be looked at: of ``cluster``, ``measure`` …; None if it is gone."""
    goal = "goal_id" if table in ("cluster", "measure") else "NULL"
    found = source.rows(Spot, f"SELECT id, forum_id, {goal} FROM {table} WHERE id = ? AND NOT deleted", key)
    return found[0] if found else None


def list_of_person(source: Reading, participant_id: str, forum_id: str | None) -> Spot | None:
    """Return a forum that has the person on its list: this one if it does, else the newest; None without any."""
    found = source.rows(
        Spot,
        "SELECT participant_id, forum_id FROM attendance WHERE NOT deleted AND participant_id = ?1"
        " ORDER BY forum_id IS ?2 DESC, id DESC LIMIT 1",
        participant_id,
        forum_id,
    )
    return found[0] if found else None


def bearer_of(source: Reading, organisation: str) -> tuple[str, str] | None:
    """Return the kind and key of the first that an organisation is named by: a person, a seat, or a card."""
    found = source.plain(
        "SELECT * FROM (SELECT 'person', id FROM participant WHERE NOT deleted AND organisation = ?1"
        " ORDER BY id LIMIT 1)"
        " UNION ALL SELECT * FROM (SELECT 'seat', id FROM steering_member WHERE NOT deleted AND organisation = ?1"
        " ORDER BY id LIMIT 1) UNION ALL SELECT * FROM (SELECT 'card', id FROM proposal WHERE NOT deleted"
        " AND contributor_kind = 'organisation' AND contributor_name = ?1 ORDER BY id LIMIT 1)",
        organisation,
    )
    return (found[0][0], found[0][1]) if found else None


def _tied(source: Reading, cards: list[tuple[str, ...]], condition: str, *values: object) -> list[Findable]:
    words: dict[str, list[str]] = defaultdict(list)
    for key, title in source.plain(f"{_TIED} UNION ALL {_DECIDED}".format(condition=condition), *values):
        words[key].append(title)
    return [Findable._make((*row[:5], " ".join((row[5], *words.get(row[1], ()))))) for row in cards]
