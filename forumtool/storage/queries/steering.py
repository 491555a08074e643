"""What the steering group reads: all cards with what was decided, the forums' rooms, and the fields of action."""

from typing import NamedTuple

from forumtool.domain.rows import ActionFieldRow
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


def decision_lines(source: Reading) -> list[DecisionLine]:
    """Return all cards, those of the groups with the most dots first, then by goal and as captured."""
    return source.rows(
        DecisionLine,
        "SELECT p.id, p.laptop || '-' || p.running_number,"
        " CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END, p.original_text,"
        " coalesce(g.number, ''), coalesce(f.title, ''), coalesce(f.\"when\", ''), c.id, coalesce(c.title, ''),"
        " coalesce(k.dots, 0) AS dots, coalesce(d.verdict, ''), coalesce(o.laptop || '-' || o.running_number, ''),"
        " coalesce(d.reason, ''), coalesce(d.responsible, ''), coalesce(d.due, ''), coalesce(d.votes_yes, 0),"
        " coalesce(d.votes_no, 0), coalesce(d.votes_abstained, 0)"
        " FROM card p LEFT JOIN goal g ON g.id = p.goal_id LEFT JOIN theme_field t ON t.id = g.theme_field_id"
        " LEFT JOIN forum f ON f.id = p.forum_id LEFT JOIN cluster c ON c.id = p.cluster_id AND NOT c.deleted"
        " LEFT JOIN (SELECT n.cluster_id, sum(n.dots) AS dots FROM dot_count n"
        "   JOIN dot_round r ON r.id = n.dot_round_id"
        "   WHERE NOT n.deleted AND NOT r.deleted GROUP BY n.cluster_id) k ON k.cluster_id = c.id"
        " LEFT JOIN (SELECT proposal_id, min(id) AS id FROM decision WHERE NOT deleted GROUP BY proposal_id) one"
        "   ON one.proposal_id = p.id"
        " LEFT JOIN decision d ON d.id = one.id LEFT JOIN proposal o ON o.id = d.merged_with_id"
        " ORDER BY dots DESC, t.position, t.id, g.position, g.id, p.id",
    )


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
    for id_, title, when, cards in source.plain(
        'SELECT id, title, "when", (SELECT count(*) FROM card WHERE forum_id = forum.id)'
        " FROM forum WHERE NOT deleted ORDER BY position, id",
    ):
        own = benches.get(id_, {})
        listed, present = (sum(pair[place] for pair in own.values()) for place in (0, 1))
        found.append(RoomRow(id_, title, when, cards, listed, present, own))
    return found


def tagged_by_goal(source: Reading) -> dict[tuple[str | None, str], int]:
    """Return how many cards each goal has with each tag, by the keys of both."""
    return {
        (goal_id, tag_id): count
        for goal_id, tag_id, count in source.plain(
            "SELECT p.goal_id, l.tag_id, count(DISTINCT p.id) FROM proposal_tag l"
            " JOIN card p ON p.id = l.proposal_id"
            " WHERE NOT l.deleted GROUP BY 1, 2",
        )
    }


class ChapterRow(NamedTuple):
    """A field of action with the theme fields that go into it, and how many cards and measures come through them."""

    id: str
    number: str
    title: str
    theme_fields: tuple[str, ...]
    cards: int
    measures: int


_THROUGH = (
    "SELECT m.action_field_id, count(DISTINCT x.id) FROM field_mapping m"
    " JOIN theme_field t ON t.id = m.theme_field_id AND NOT t.deleted"
    " JOIN goal g ON g.theme_field_id = t.id AND NOT g.deleted"
    " JOIN {table} x ON x.goal_id = g.id AND NOT x.deleted WHERE NOT m.deleted GROUP BY 1"
)


def chapters(source: Reading) -> list[ChapterRow]:
    """Return the fields of action in order. A measure put into a field counts there only, else where its goal goes."""
    cards = dict(source.plain(_THROUGH.format(table="card")))
    through = "(SELECT id, goal_id, deleted FROM measure WHERE action_field_id IS NULL)"
    measures = dict(source.plain(_THROUGH.format(table=through)))
    own = dict(
        source.plain(
            "SELECT action_field_id, count(*) FROM measure"
            " WHERE NOT deleted AND action_field_id IS NOT NULL GROUP BY 1",
        )
    )

    def chapter(row: ActionFieldRow) -> ChapterRow:
        count = own.get(row.id, 0) + measures.get(row.id, 0)
        return ChapterRow(row.id, row.number, row.title, row.theme_fields, cards.get(row.id, 0), count)

    return [chapter(row) for row in action_fields(source)]


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
