"""What a round of dots is about: its targets, who is in the room, and how questions were worded before."""

from typing import NamedTuple

from forumtool.domain.rows import DOT_COLOURS, DotRoundRow, TargetRow
from forumtool.storage.reading import Reading

_TEXT = "CASE p.edited_text WHEN '' THEN p.original_text ELSE p.edited_text END"
_CARDS = (
    f"SELECT p.id, {_TEXT}, p.laptop || '-' || p.running_number, coalesce(c.title, ''), 0, '' FROM proposal p"
    " LEFT JOIN cluster c ON c.id = p.cluster_id AND NOT c.deleted"
    " LEFT JOIN goal g ON g.id = p.goal_id LEFT JOIN theme_field t ON t.id = g.theme_field_id WHERE {condition}"
    " ORDER BY t.position, g.position, c.id IS NULL, c.position, c.id, p.cluster_position, p.id"
)
_CLUSTERS = (
    "SELECT c.id, c.title, '', '', (SELECT count(*) FROM card k WHERE k.cluster_id = c.id), coalesce(g.number, '')"
    " FROM cluster c"
    " LEFT JOIN goal g ON g.id = c.goal_id LEFT JOIN theme_field t ON t.id = g.theme_field_id WHERE {condition}"
    " ORDER BY t.position, g.position, c.position, c.id"
)
_COUNTED = "IN (SELECT {column} FROM dot_count WHERE dot_round_id = ?1 AND NOT deleted AND dots > 0)"
_ASKED = "(?2 IS NULL OR {table}.goal_id = ?2) AND {table}.forum_id IS ?3"


class BenchRow(NamedTuple):
    """A constituency with the colour of its dots, 1 to ``DOT_COLOURS``; without a key, those of no constituency (0).

    ``present`` are its people at the forum.
    """

    id: str | None
    title: str
    colour: int
    present: int


class WordingRow(NamedTuple):
    """A question that was asked before, and the words at the ends of its scale."""

    question: str
    kind: str
    targets: str
    low: str
    high: str
    goal_number: str


def targets(source: Reading, row: DotRoundRow) -> list[TargetRow]:
    """Return what the dots of a round can go on, in the order of the board.

    These are the groups, or the cards that stand, of its goal (without one: of the forum), and whatever has dots of
    this round already. A round that is not written yet has an empty key.
    """
    where = (row.id, row.goal_id, row.forum_id)
    if row.targets == "cards":
        asked = f"p.id IN (SELECT id FROM card) AND {_ASKED.format(table='p')} AND (?4 IS NULL OR p.cluster_id = ?4)"
        groups = source.rows(TargetRow, _CLUSTERS.format(condition=_counted("c", "cluster_id")), row.id)
        condition = f"({asked}) OR {_counted('p', 'proposal_id')}"
        return groups + source.rows(TargetRow, _CARDS.format(condition=condition), *where, row.cluster_id)
    condition = f"NOT c.deleted AND {_ASKED.format(table='c')} OR {_counted('c', 'cluster_id')}"
    cards = source.rows(TargetRow, _CARDS.format(condition=_counted("p", "proposal_id")), row.id)
    groups = source.rows(TargetRow, _CLUSTERS.format(condition=condition), *where)
    return [group if row.goal_id is None else group._replace(goal_number="") for group in groups] + cards


def _counted(table: str, column: str) -> str:
    return f"NOT {table}.deleted AND {table}.id {_COUNTED.format(column=column)}"


def present_by_bench(source: Reading, forum_id: str | None) -> dict[str | None, int]:
    """Return how many people of each bench are present at a forum; None stands for people without a bench."""
    return dict(
        source.plain(
            "SELECT c.id, count(*) FROM attendance a JOIN participant p ON p.id = a.participant_id"
            " LEFT JOIN constituency c ON c.id = p.constituency_id AND NOT c.deleted"
            " WHERE NOT a.deleted AND NOT p.deleted AND a.state = 'present' AND a.forum_id IS ? GROUP BY c.id",
            forum_id,
        )
    )


def benches(source: Reading, row: DotRoundRow) -> list[BenchRow]:
    """Return whose dots are counted in a round, in order: who is present, else all, and whoever has dots in it.

    Dots and people of no constituency come last, with an empty title, if there are any.
    """
    present = present_by_bench(source, row.forum_id)
    counted = {count.constituency_id for count in row.counts}
    every = source.plain(
        "SELECT id, title, colour, deleted FROM constituency WHERE scope = 'forum' ORDER BY position, id"
    )
    nobody = not any(key in present for key, *_rest in every)
    found = [
        BenchRow(key, title, colour or at % DOT_COLOURS + 1, present.get(key, 0))
        for at, (key, title, colour, deleted) in enumerate(every)
        if key in counted or (not deleted and (nobody or key in present))
    ]
    if None in counted or None in present or not found:
        found.append(BenchRow(None, "", 0, present.get(None, 0)))
    return found


def wordings(source: Reading) -> list[WordingRow]:
    """Return the questions that were asked, the newest first, each wording once."""
    found: dict[tuple[str, str], WordingRow] = {}
    for row in source.rows(
        WordingRow,
        "SELECT r.question, r.kind, r.targets, r.low, r.high, coalesce(g.number, '') FROM dot_round r"
        " LEFT JOIN goal g ON g.id = r.goal_id WHERE NOT r.deleted AND r.question <> '' ORDER BY r.id DESC",
    ):
        found.setdefault((row.question, row.kind), row)
    return list(found.values())
