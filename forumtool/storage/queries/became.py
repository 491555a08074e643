"""What became of each proposal, also of those that stand behind others: its keys first, the rest for those in view."""

import json
from collections.abc import Collection

from forumtool.domain.synthesis import Became
from forumtool.storage.queries.steering import GOAL_AT
from forumtool.storage.reading import Reading

_WEIGHT = (
    "weight AS (SELECT c.id, sum(n.dots) AS dots,"
    " rank() OVER (PARTITION BY c.forum_id, c.goal_id ORDER BY sum(n.dots) DESC) AS rank"
    " FROM dot_count n JOIN dot_round r ON r.id = n.dot_round_id AND NOT r.deleted"
    " JOIN cluster c ON c.id = n.cluster_id AND NOT c.deleted WHERE NOT n.deleted GROUP BY c.id HAVING sum(n.dots) > 0)"
)
_STANDS = "coalesce(j.id, p.id)"  # a card whose lead is gone stands for itself
_LED = "proposal j ON j.id = p.joined_to_id AND NOT j.deleted"
_TIED = "FROM measure_proposal l JOIN measure m ON m.id = l.measure_id AND NOT m.deleted"
_OF = f"WHERE l.proposal_id = {_STANDS} AND NOT l.deleted"
_FIELD = "SELECT a.id, a.position"
_FIELDS = (  # what was decided, else those of its measures: where they were put, or where their goal goes
    f"{_FIELD} FROM action_field a WHERE a.id = d.action_field_id AND NOT a.deleted"
    f" UNION {_FIELD} {_TIED} JOIN action_field a ON a.id = m.action_field_id AND NOT a.deleted {_OF}"
    " AND d.action_field_id IS NULL"
    f" UNION {_FIELD} {_TIED} JOIN goal h ON h.id = m.goal_id JOIN field_mapping f"
    " ON f.theme_field_id = h.theme_field_id AND NOT f.deleted JOIN action_field a ON a.id = f.action_field_id"
    f" AND NOT a.deleted {_OF} AND m.action_field_id IS NULL AND d.action_field_id IS NULL"
)
_LINES = (
    "SELECT p.id, p.laptop || '-' || p.running_number,"
    " CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END, coalesce(own.title, ''),"
    " coalesce(g.number, ''), coalesce(c.title, ''), coalesce(weight.dots, 0), coalesce(weight.rank, 0),"
    " coalesce(j.laptop || '-' || j.running_number, ''), coalesce(other.title, ''),"
    " (SELECT json_group_array(laptop || '-' || running_number) FROM (SELECT laptop, running_number FROM proposal"
    "  WHERE split_from_id = p.id AND NOT deleted ORDER BY id)),"
    f" (SELECT json_group_array(id) FROM (SELECT m.id {_TIED} {_OF} ORDER BY m.position, m.id)),"
    " coalesce(d.verdict, ''), coalesce(o.laptop || '-' || o.running_number, ''),"
    f" (SELECT json_group_array(id) FROM (SELECT id FROM ({_FIELDS}) ORDER BY position, id))"
    " FROM proposal p LEFT JOIN forum own ON own.id = p.forum_id LEFT JOIN goal g ON g.id = p.goal_id"
    " LEFT JOIN cluster c ON c.id = p.cluster_id AND NOT c.deleted LEFT JOIN weight ON weight.id = c.id"
    f" LEFT JOIN {_LED} LEFT JOIN forum other ON other.id = j.forum_id"
    " LEFT JOIN decision d ON d.id ="
    f" (SELECT min(id) FROM decision WHERE proposal_id = {_STANDS} AND NOT deleted)"
    " LEFT JOIN proposal o ON o.id = d.merged_with_id"
    " WHERE NOT p.deleted{among} ORDER BY p.id"
)
_JOINED = (
    f"led AS MATERIALIZED (SELECT p.id, j.id AS lead FROM proposal p JOIN {_LED}"
    " WHERE p.joined_to_id IS NOT NULL AND NOT p.deleted)"
)
_FIRST = "first AS (SELECT proposal_id, verdict, min(id) FROM decision WHERE NOT deleted GROUP BY 1)"
_THERE = "EXISTS (SELECT 1 FROM proposal p WHERE p.id = {key} AND NOT p.deleted)"
_PARTS = "FROM proposal s WHERE s.split_from_id IS NOT NULL AND NOT s.deleted"
_FORUM_AT = "place AS (SELECT id, row_number() OVER (ORDER BY position, id) AS at FROM forum WHERE NOT deleted)"
_BY_PLACE = "JOIN place ON place.id = p.{column} WHERE NOT p.deleted ORDER BY place.at {{way}}, p.id"
_SORTED_BY = {
    "number": "SELECT id FROM proposal WHERE NOT deleted ORDER BY length(laptop) {way}, laptop {way},"
    " running_number {way}",
    "forum": f"WITH {_FORUM_AT} SELECT p.id FROM proposal p {_BY_PLACE.format(column='forum_id')}",
    "goal": f"WITH {GOAL_AT} SELECT p.id FROM proposal p {_BY_PLACE.format(column='goal_id')}",
    "group": f"WITH {_WEIGHT} SELECT p.id FROM weight JOIN proposal p ON p.cluster_id = weight.id"
    " WHERE NOT p.deleted ORDER BY weight.dots {way}, weight.id, p.id",
    "became": f"WITH {_JOINED} SELECT id FROM (SELECT id, '1' || lead AS what FROM led"
    f" UNION ALL SELECT s.split_from_id, '2' {_PARTS}"
    " UNION ALL SELECT l.proposal_id, '3' || m.title FROM measure_proposal l JOIN measure m ON m.id = l.measure_id"
    f" AND NOT m.deleted WHERE NOT l.deleted) found WHERE {_THERE.format(key='found.id')}"
    " GROUP BY id ORDER BY min(what) {way}, id",
    "verdict": f"WITH {_JOINED}, {_FIRST} SELECT id FROM (SELECT proposal_id AS id, verdict FROM first"
    f" WHERE proposal_id NOT IN (SELECT id FROM led) AND {_THERE.format(key='proposal_id')}"
    " UNION ALL SELECT led.id, verdict FROM led JOIN first ON proposal_id = lead) WHERE verdict <> ''"
    " ORDER BY CASE verdict WHEN 'adopt' THEN 1 WHEN 'merge' THEN 2 WHEN 'defer' THEN 3 ELSE 4 END {way}, id",
}


def proposal_keys(source: Reading, most: int = -1) -> list[str]:
    """Return the keys of all proposals, or of the first few (``most``), also of those behind others: as captured."""
    return [key for (key,) in source.plain("SELECT id FROM proposal WHERE NOT deleted ORDER BY id LIMIT ?", most)]


def became(source: Reading, keys: Collection[str] | None = None) -> list[Became]:
    """Return what became of the proposals with these keys, else of all, as captured."""
    among = "" if keys is None else " AND p.id IN (SELECT value FROM json_each(?1))"
    return [
        Became._make((*row[:10], _listed(row[10]), _listed(row[11]), *row[12:14], _listed(row[14])))
        for row in source.plain(
            f"WITH {_WEIGHT} {_LINES.format(among=among)}",
            *(() if keys is None else (json.dumps(list(keys)),)),
        )
    ]


def became_sorted_by(source: Reading, column: str, *, descending: bool = False) -> list[str]:
    """Return the keys of the proposals in the order of a column; those with nothing in it are left out.

    Columns are "number", "forum", "goal", "group", "became" and "verdict"; not the text: SQLite would put ä behind z.
    """
    return [key for (key,) in source.plain(_SORTED_BY[column].format(way="DESC" if descending else "ASC"))]


def with_outcome(source: Reading) -> set[str]:
    """Return the keys of the proposals that something became of: joined, split, worked out or decided."""
    found = source.plain(
        f"WITH {_JOINED} SELECT id FROM led UNION SELECT id FROM ("
        "SELECT l.proposal_id AS id FROM measure_proposal l JOIN measure m ON m.id = l.measure_id AND NOT m.deleted"
        " WHERE NOT l.deleted UNION ALL SELECT proposal_id FROM decision WHERE NOT deleted AND verdict <> ''"
        f" UNION ALL SELECT s.split_from_id {_PARTS}) found WHERE {_THERE.format(key='found.id')}"
    )
    return {key for (key,) in found}


def _listed(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def comparable(source: Reading, most: int) -> list[tuple[str, str, str | None]]:
    """Return key, text and forum of the cards, those of the groups with the most dots first, up to ``most``."""
    return [
        (key, text, forum_id)
        for key, text, forum_id in source.plain(
            f"WITH {_WEIGHT} SELECT p.id, CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END,"
            " p.forum_id FROM card p LEFT JOIN weight ON weight.id = p.cluster_id"
            " ORDER BY coalesce(weight.dots, 0) DESC, p.id LIMIT ?",
            most,
        )
    ]
