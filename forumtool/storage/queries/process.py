"""What the steering group has set: process, fields, goals, seats."""

from collections import defaultdict

from forumtool.domain.rows import (
    ActionFieldRow,
    ConstituencyRow,
    GoalRow,
    IndicatorRow,
    MilestoneRow,
    PrincipleRow,
    ProcessRow,
    SteeringMemberRow,
    TemplateRow,
    ThemeFieldRow,
)
from forumtool.storage.reading import Reading


def process(source: Reading) -> ProcessRow:
    """Return the process of the file."""
    return source.rows(
        ProcessRow,
        "SELECT id, title, motto, occasion, host, accompanied_by, validity_years, note, is_example,"
        " adopted_on, logo, logo_media_type FROM process WHERE NOT deleted ORDER BY id LIMIT 1",
    )[0]


def templates(source: Reading) -> list[TemplateRow]:
    """Return the Word templates of the house in order."""
    return source.rows(
        TemplateRow,
        "SELECT id, title, content, mapping, is_chosen FROM document_template WHERE NOT deleted ORDER BY position, id",
    )


def milestones(source: Reading) -> list[MilestoneRow]:
    """Return the milestones in order."""
    return source.rows(
        MilestoneRow, 'SELECT id, title, "when", note FROM milestone WHERE NOT deleted ORDER BY position, id'
    )


def principles(source: Reading) -> list[PrincipleRow]:
    """Return the guiding principles in order."""
    return source.rows(
        PrincipleRow, "SELECT id, title, text FROM guiding_principle WHERE NOT deleted ORDER BY position, id"
    )


def theme_fields(source: Reading) -> list[ThemeFieldRow]:
    """Return the theme fields in order."""
    return source.rows(
        ThemeFieldRow, "SELECT id, number, title, aim FROM theme_field WHERE NOT deleted ORDER BY position, id"
    )


def action_fields(source: Reading) -> list[ActionFieldRow]:
    """Return the fields of action in order, each with the titles of its theme fields."""
    mapped: dict[str, dict[str, str]] = defaultdict(dict)
    for action, key, theme in source.plain(
        "SELECT m.action_field_id, t.id, t.title FROM field_mapping m JOIN theme_field t ON t.id = m.theme_field_id"
        " WHERE NOT m.deleted AND NOT t.deleted ORDER BY t.position",
    ):
        mapped[action][key] = theme
    return [
        ActionFieldRow(id_, number, title, tuple(mapped[id_].values()), tuple(mapped[id_]))
        for id_, number, title in source.plain(
            "SELECT id, number, title FROM action_field WHERE NOT deleted ORDER BY position, id"
        )
    ]


def mappings(source: Reading) -> set[tuple[str, str]]:
    """Return which theme field (second) goes into which field of action (first), by their keys."""
    return {
        (action, theme)
        for action, theme in source.plain("SELECT action_field_id, theme_field_id FROM field_mapping WHERE NOT deleted")
    }


def indicators(source: Reading) -> list[IndicatorRow]:
    """Return the indicators of all goals, in order within their goal."""
    return source.rows(IndicatorRow, "SELECT id, goal_id, text FROM indicator WHERE NOT deleted ORDER BY position, id")


def goals(source: Reading) -> list[GoalRow]:
    """Return all goals in the order of their fields."""
    indicators: dict[str, list[str]] = defaultdict(list)
    for goal_id, text in source.plain("SELECT goal_id, text FROM indicator WHERE NOT deleted ORDER BY position, id"):
        indicators[goal_id].append(text)
    return [
        GoalRow._make((*row, tuple(indicators[row[0]])))
        for row in source.plain(
            "SELECT g.id, g.number, g.title, g.question, g.note, g.theme_field_id, coalesce(t.number, ''),"
            " coalesce(t.title, ''), g.is_example FROM goal g LEFT JOIN theme_field t ON t.id = g.theme_field_id"
            " WHERE NOT g.deleted ORDER BY t.position, t.id, g.position, g.id",
        )
    ]


def constituencies(source: Reading, scope: str) -> list[ConstituencyRow]:
    """Return the benches of the steering group ("steering") or of forums ("forum") in order."""
    return source.rows(
        ConstituencyRow,
        "SELECT id, title, scope, colour FROM constituency WHERE NOT deleted AND scope = ? ORDER BY position, id",
        scope,
    )


def steering_members(source: Reading) -> list[SteeringMemberRow]:
    """Return the seats of the steering group, by constituency."""
    return source.rows(
        SteeringMemberRow,
        "SELECT s.id, coalesce(c.title, ''), s.organisation, s.office, s.name FROM steering_member s"
        " LEFT JOIN constituency c ON c.id = s.constituency_id WHERE NOT s.deleted"
        " ORDER BY c.position, s.position, s.id",
    )
