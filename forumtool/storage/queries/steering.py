"""What the steering group reads: all cards with what was decided, the forums' rooms, and the fields of action."""

import json
from collections.abc import Collection
from typing import NamedTuple

from forumtool.domain.coverage import TagSet
from forumtool.storage.queries.process import action_fields
from forumtool.storage.reading import Reading


class DecisionLine(NamedTuple):
    """A card with the dots of its group and what was decided; without a decision ``verdict`` is empty."""

    id: str
    number: str
    text: str
    original_text: str
    goal_number: str
    forum_title: str
    forum_when: str
    cluster_id: str | None
    cluster_title: str
    dots: int
    verdict: str
    merged_with: str
    reason: str
    responsible: str
    due: str
    votes_yes: int
    votes_no: int
    votes_abstained: int
    decided_on: str = ""
    measure_number: str = ""
    action_field_id: str | None = None


_WEIGHT = (
    "weight AS (SELECT n.cluster_id, sum(n.dots) AS dots FROM dot_count n JOIN dot_round r ON r.id = n.dot_round_id"
    " JOIN cluster c ON c.id = n.cluster_id AND NOT c.deleted WHERE NOT n.deleted AND NOT r.deleted GROUP BY 1)"
)
GOAL_AT = (  # the goals in their order
    "place AS (SELECT g.id, row_number() OVER (ORDER BY t.position, t.id, g.position, g.id) AS at FROM goal g"
    " LEFT JOIN theme_field t ON t.id = g.theme_field_id)"
)
_VERDICT = "verdict AS (SELECT proposal_id, min(id) AS id FROM decision WHERE NOT deleted GROUP BY 1)"
_DECIDED = (  # of several decisions, as two laptops may have written them, the first one counts
    "NOT d.deleted AND d.verdict <> '' AND NOT EXISTS"
    " (SELECT 1 FROM decision o WHERE o.proposal_id = d.proposal_id AND o.id < d.id AND NOT o.deleted)"
)
_TEXT = "CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END"
_ORDER = "coalesce(weight.dots, 0) DESC, place.at, p.id"
_VERDICTS = f"WITH {_VERDICT} SELECT d.proposal_id FROM verdict JOIN decision d ON d.id = verdict.id"
_SORTED_BY = {
    "number": "SELECT p.id FROM card p ORDER BY length(p.laptop) {way}, p.laptop {way}, p.running_number {way}",
    "goal": f"WITH {GOAL_AT} SELECT p.id FROM card p JOIN place ON place.id = p.goal_id"
    " ORDER BY place.at {way}, p.id",
    "dots": f"WITH {_WEIGHT} SELECT p.id FROM weight JOIN card p ON p.cluster_id = weight.cluster_id"
    " WHERE weight.dots > 0 ORDER BY weight.dots {way}, p.id",
    "verdict": f"{_VERDICTS} WHERE d.verdict <> '' ORDER BY CASE d.verdict WHEN 'adopt' THEN 1 WHEN 'merge' THEN 2"
    " WHEN 'defer' THEN 3 ELSE 4 END {way}, d.proposal_id",
    "responsible": f"{_VERDICTS} WHERE d.responsible <> '' ORDER BY d.responsible COLLATE NOCASE {{way}},"
    " d.proposal_id",
    "due": f"{_VERDICTS} WHERE d.due <> '' ORDER BY d.due {{way}}, d.proposal_id",
}


def decision_keys(source: Reading, most: int = -1) -> list[str]:
    """Return the keys of all cards, those of the groups with the most dots first, then by goal and as captured.

    The first few (``most``) come in a fraction of the time, as only groups with dots have to be looked at.
    """
    for join in ("JOIN", "LEFT JOIN") if most >= 0 else ("LEFT JOIN",):
        found = source.plain(
            f"WITH {_WEIGHT}, {GOAL_AT} SELECT p.id FROM card p LEFT JOIN place ON place.id = p.goal_id"
            f" {join} weight ON weight.cluster_id = p.cluster_id {'AND weight.dots > 0' if join == 'JOIN' else ''}"
            f" ORDER BY {_ORDER} LIMIT ?",
            most,
        )
        if len(found) == most:
            break
    return [key for (key,) in found]


def decision_lines(source: Reading, keys: Collection[str] | None = None) -> list[DecisionLine]:
    """Return the cards with these keys, else all, in the order of ``decision_keys``."""
    among = "" if keys is None else "IN (SELECT value FROM json_each(?1))"
    verdict = _VERDICT.replace("NOT deleted", f"NOT deleted AND proposal_id {among}") if among else _VERDICT
    return source.rows(
        DecisionLine,
        f"WITH {_WEIGHT}, {GOAL_AT}, {verdict}"
        f" SELECT p.id, p.laptop || '-' || p.running_number, {_TEXT}, p.original_text,"
        " coalesce(g.number, ''), coalesce(f.title, ''), coalesce(f.\"when\", ''), c.id, coalesce(c.title, ''),"
        " coalesce(weight.dots, 0), coalesce(d.verdict, ''), coalesce(o.laptop || '-' || o.running_number, ''),"
        " coalesce(d.reason, ''), coalesce(d.responsible, ''), coalesce(d.due, ''), coalesce(d.votes_yes, 0),"
        " coalesce(d.votes_no, 0), coalesce(d.votes_abstained, 0), coalesce(d.decided_on, ''),"
        " coalesce(d.measure_number, ''), d.action_field_id"
        " FROM card p LEFT JOIN goal g ON g.id = p.goal_id LEFT JOIN place ON place.id = p.goal_id"
        " LEFT JOIN forum f ON f.id = p.forum_id LEFT JOIN cluster c ON c.id = p.cluster_id AND NOT c.deleted"
        " LEFT JOIN weight ON weight.cluster_id = p.cluster_id LEFT JOIN verdict ON verdict.proposal_id = p.id"
        " LEFT JOIN decision d ON d.id = verdict.id LEFT JOIN proposal o ON o.id = d.merged_with_id"
        f"{f' WHERE p.id {among}' if among else ''} ORDER BY {_ORDER}",
        *(() if keys is None else (_json(keys),)),
    )


def cards_sorted_by(source: Reading, column: str, *, descending: bool = False) -> list[str]:
    """Return the keys of the cards in the order of a column of ``DecisionLine``; those with nothing in it are left out.

    Not of its texts: SQLite would put ä behind z.
    """
    return [key for (key,) in source.plain(_SORTED_BY[column].format(way="DESC" if descending else "ASC"))]


def beginnings(source: Reading, keys: Collection[str]) -> list[tuple[str, str]]:
    """Return with its key how the text of each card begins."""
    among = "(SELECT value FROM json_each(?))"
    found = source.plain(f"SELECT p.id, substr({_TEXT}, 1, 48) FROM proposal p WHERE p.id IN {among}", _json(keys))
    return [(key, text) for key, text in found]


def _json(keys: Collection[str]) -> str:
    return json.dumps(list(keys))


def decided(source: Reading) -> set[str]:
    """Return the keys of the proposals that something was decided of."""
    return {key for (key,) in source.plain(f"SELECT d.proposal_id FROM decision d WHERE {_DECIDED}")}


def count_decided(source: Reading) -> int:
    """Return how many cards something was decided of."""
    (some,) = source.one(
        f"SELECT count(*) FROM decision d WHERE {_DECIDED} AND EXISTS (SELECT 1 FROM card WHERE id = d.proposal_id)"
    )
    return int(some)


def rank_of_cluster(source: Reading, cluster_id: str) -> int:
    """Return the place of a group by its dots among those of its goal and forum; equal dots share a place."""
    (better,) = source.one(
        f"WITH {_WEIGHT} SELECT count(*) FROM weight JOIN cluster c ON c.id = weight.cluster_id"
        " JOIN cluster own ON own.id = ?1 AND own.goal_id IS c.goal_id AND own.forum_id IS c.forum_id"
        " WHERE weight.dots > (SELECT coalesce(sum(dots), 0) FROM weight WHERE cluster_id = ?1)",
        cluster_id,
    )
    return int(better) + 1


class CardOf(NamedTuple):
    """A card of a group: its key, its number and its original wording."""

    id: str
    number: str
    original_text: str


def cards_of_cluster(source: Reading, cluster_id: str) -> list[CardOf]:
    """Return the cards of a group in the order of the board."""
    return source.rows(
        CardOf,
        "SELECT id, laptop || '-' || running_number, original_text FROM card"
        " WHERE cluster_id = ? ORDER BY cluster_position, id",
        cluster_id,
    )


class RoomRow(NamedTuple):
    """A forum and how many of each bench were on its list and came; ``benches`` maps a key to (listed, present)."""

    id: str
    title: str
    when: str
    cards: int
    listed: int
    present: int
    benches: dict[str | None, tuple[int, int]]


def rooms(source: Reading) -> list[RoomRow]:
    """Return the forums in order with the composition of their rooms."""
    benches: dict[str, dict[str | None, tuple[int, int]]] = {}
    for forum_id, bench_id, listed, present in source.plain(
        "SELECT a.forum_id, p.constituency_id, count(*), sum(a.state = 'present') FROM attendance a"
        " JOIN participant p ON p.id = a.participant_id WHERE NOT a.deleted AND NOT p.deleted GROUP BY 1, 2",
    ):
        benches.setdefault(forum_id, {})[bench_id] = (listed, present)
    found = []
    cards_of = dict(source.plain("SELECT forum_id, count(*) FROM card GROUP BY 1"))
    for id_, title, when in source.plain('SELECT id, title, "when" FROM forum WHERE NOT deleted ORDER BY position, id'):
        own = benches.get(id_, {})
        listed, present = (sum(pair[place] for pair in own.values()) for place in (0, 1))
        found.append(RoomRow(id_, title, when, cards_of.get(id_, 0), listed, present, own))
    return found


def tag_sets(source: Reading) -> list[TagSet]:
    """Return how many cards each goal has with each set of tags: few rows, whatever the number of cards."""
    return [
        TagSet(goal_id, frozenset((tags or "").split()), cards)
        for goal_id, tags, cards in source.plain(
            "SELECT goal_id, tags, count(*) FROM (SELECT p.goal_id, (SELECT group_concat(l.tag_id, ' ')"
            " FROM proposal_tag l WHERE l.proposal_id = p.id AND NOT l.deleted) AS tags FROM card p) GROUP BY 1, 2"
        )
    ]


class ChapterRow(NamedTuple):
    """A field of action with the theme fields that go into it, how many cards come through them, and its measures."""

    id: str
    number: str
    title: str
    theme_fields: tuple[str, ...]
    cards: int
    measures: int


_CARDS_THROUGH = (
    "SELECT m.action_field_id, count(DISTINCT x.id) FROM field_mapping m"
    " JOIN theme_field t ON t.id = m.theme_field_id AND NOT t.deleted"
    " JOIN goal g ON g.theme_field_id = t.id AND NOT g.deleted"
    " JOIN card x ON x.goal_id = g.id WHERE NOT m.deleted GROUP BY 1"
)


def chapters(source: Reading) -> list[ChapterRow]:
    """Return the fields of action in order, with the measures that are put into them."""
    cards = dict(source.plain(_CARDS_THROUGH))
    measures = dict(
        source.plain("SELECT action_field_id, count(*) FROM measure WHERE NOT deleted GROUP BY action_field_id")
    )
    return [
        ChapterRow(row.id, row.number, row.title, row.theme_fields, cards.get(row.id, 0), measures.get(row.id, 0))
        for row in action_fields(source)
    ]


class Totals(NamedTuple):
    """Counts of everything in the file."""

    goals: int
    forums: int
    proposals: int
    clusters: int
    people: int
    measures: int


def totals(source: Reading) -> Totals:
    """Return the counts of everything in the file."""
    tables = ("goal", "forum", "card", "cluster", "participant", "measure")
    counts = ", ".join(f"(SELECT count(*) FROM {table} WHERE NOT deleted)" for table in tables)
    return Totals(*source.one(f"SELECT {counts}"))
