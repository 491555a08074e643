"""Groups, dots, measures and what the steering group decides."""

from collections import defaultdict

from forumtool.domain.rows import (
    EVERYTHING,
    ActionRow,
    ClusterRow,
    CountRow,
    DecisionRow,
    DotRoundRow,
    MeasureRow,
    NamedRow,
    ParkingRow,
    PhotoRow,
    Scope,
)
from forumtool.storage.reading import Reading


def clusters(source: Reading, scope: Scope = EVERYTHING, goal_id: str | None = None) -> list[ClusterRow]:
    """Return the groups of a scope and, if named, a goal, in the order of the board."""
    return source.rows(
        ClusterRow,
        "SELECT c.id, c.title, c.colour, c.note, c.forum_id, c.goal_id,"
        " (SELECT count(*) FROM card p WHERE p.cluster_id = c.id),"
        " (SELECT coalesce(sum(d.dots), 0) FROM dot_count d JOIN dot_round r ON r.id = d.dot_round_id"
        "   WHERE d.cluster_id = c.id AND NOT d.deleted AND NOT r.deleted)"
        " FROM cluster c LEFT JOIN goal g ON g.id = c.goal_id LEFT JOIN theme_field t ON t.id = g.theme_field_id"
        " WHERE NOT c.deleted AND (?1 OR c.forum_id IS ?2) AND (?3 IS NULL OR c.goal_id = ?3)"
        " ORDER BY t.position, g.position, c.position, c.id",
        scope.everything,
        scope.forum_id,
        goal_id,
    )


def dot_rounds(source: Reading, scope: Scope = EVERYTHING, goal_id: str | None = None) -> list[DotRoundRow]:
    """Return the rounds of a scope and, if named, a goal, with their counts."""
    counts: dict[str, list[CountRow]] = defaultdict(list)
    for round_id, *count in source.plain(
        "SELECT dot_round_id, cluster_id, proposal_id, constituency_id, dots, scale_step FROM dot_count"
        " WHERE NOT deleted AND dots > 0"
        " AND (cluster_id IS NULL OR NOT (SELECT deleted FROM cluster WHERE id = dot_count.cluster_id))"
        " AND (proposal_id IS NULL OR NOT (SELECT deleted FROM proposal WHERE id = dot_count.proposal_id))"
        " ORDER BY id",
    ):
        counts[round_id].append(CountRow(*count))
    return [
        DotRoundRow._make((*row, tuple(counts[row[0]])))
        for row in source.plain(
            "SELECT id, forum_id, goal_id, question, dots_per_person, voters, targets, several_on_one,"
            " per_constituency, kind, steps, low, high, cluster_id FROM dot_round"
            " WHERE NOT deleted AND (?1 OR forum_id IS ?2) AND (?3 IS NULL OR goal_id = ?3)"
            " ORDER BY position, id",
            scope.everything,
            scope.forum_id,
            goal_id,
        )
    ]


def measures(source: Reading, scope: Scope = EVERYTHING) -> list[MeasureRow]:
    """Return the measures of a scope in order."""
    came_from: dict[str, list[str]] = defaultdict(list)
    for measure_id, number in source.plain(
        "SELECT m.measure_id, p.laptop || '-' || p.running_number FROM measure_proposal m"
        " JOIN proposal p ON p.id = m.proposal_id WHERE NOT m.deleted AND NOT p.deleted ORDER BY p.id",
    ):
        came_from[measure_id].append(number)
    obstacles, offers = _tied_to_measures(source, "obstacle"), _tied_to_measures(source, "existing_offer")
    return [
        MeasureRow._make((*row, *(tuple(named[row[0]]) for named in (came_from, obstacles, offers)), cost))
        for *row, cost in source.plain(
            "SELECT m.id, m.forum_id, coalesce(g.number, ''), coalesce(c.title, ''), m.number, m.title, m.text, m.lead,"
            " m.partners, m.horizon, m.resources, m.indicator, m.quick_win, m.confirmed_at, c.id,"
            " m.action_field_id, g.id, m.cost FROM measure m"
            " LEFT JOIN goal g ON g.id = m.goal_id LEFT JOIN cluster c ON c.id = m.cluster_id"
            " WHERE NOT m.deleted AND (?1 OR m.forum_id IS ?2) ORDER BY m.position, m.id",
            scope.everything,
            scope.forum_id,
        )
    ]


def _tied_to_measures(source: Reading, table: str) -> dict[str, list[NamedRow]]:
    link = f"measure_{table.removeprefix('existing_')}"
    found: dict[str, list[NamedRow]] = defaultdict(list)
    for measure_id, *named in source.plain(
        f"SELECT l.measure_id, x.id, x.title FROM {link} l JOIN {table} x ON x.id = l.{table}_id"
        " WHERE NOT l.deleted AND NOT x.deleted ORDER BY l.id"
    ):
        found[measure_id].append(NamedRow(*named))
    return found


def photos(source: Reading, scope: Scope = EVERYTHING, goal_id: str | None = None) -> list[PhotoRow]:
    """Return the photographs of the pin boards of a scope and, if named, a goal, in order."""
    return source.rows(
        PhotoRow,
        "SELECT id, forum_id, goal_id, caption, content, media_type, width, height FROM board_photo"
        " WHERE NOT deleted AND (?1 OR forum_id IS ?2) AND (?3 IS NULL OR goal_id = ?3) ORDER BY position, id",
        scope.everything,
        scope.forum_id,
        goal_id,
    )


def parking_lot(source: Reading, scope: Scope = EVERYTHING) -> list[ParkingRow]:
    """Return what was set aside, in order."""
    return source.rows(
        ParkingRow,
        "SELECT id, forum_id, text, addressee FROM parking_lot_item"
        " WHERE NOT deleted AND (?1 OR forum_id IS ?2) ORDER BY position, id",
        scope.everything,
        scope.forum_id,
    )


def action_items(source: Reading, scope: Scope = EVERYTHING) -> list[ActionRow]:
    """Return who does what by when, in order."""
    return source.rows(
        ActionRow,
        "SELECT id, forum_id, text, responsible, due, done FROM action_item"
        " WHERE NOT deleted AND (?1 OR forum_id IS ?2) ORDER BY position, id",
        scope.everything,
        scope.forum_id,
    )


def decisions(source: Reading) -> list[DecisionRow]:
    """Return what was decided, in the order of the proposals."""
    return source.rows(
        DecisionRow,
        "SELECT d.id, d.proposal_id, coalesce(p.laptop || '-' || p.running_number, ''), d.verdict,"
        " coalesce(o.laptop || '-' || o.running_number, ''), d.reason, d.responsible, d.due, d.decided_on, d.votes_yes,"
        " d.votes_no, d.votes_abstained, d.measure_number, d.action_field_id FROM decision d"
        " LEFT JOIN proposal p ON p.id = d.proposal_id"
        " LEFT JOIN proposal o ON o.id = d.merged_with_id WHERE NOT d.deleted ORDER BY p.id, d.id",
    )
