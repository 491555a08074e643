"""Where ways are missing, goal by goal."""

from forumtool.domain.rows import GoalRow, TagGroupRow, TagRow
from forumtool.insight.coverage import coverage_by_goal


def goal(key: str) -> GoalRow:
    return GoalRow(key, key, "", "", "", None, "", "", False)


def group(axis: str, *titles: str) -> TagGroupRow:
    tags = tuple(TagRow(title, title, axis, axis, 0) for title in titles)
    return TagGroupRow(axis or "own", axis, 0, axis, tags)


def test_phases_come_before_ages_and_other_vocabularies_are_left_out():
    found = coverage_by_goal(
        [goal("1.1")], [group("age", "Alter"), group("", "Zoo"), group("phase", "Ankommen")], {}, {}
    )
    assert [tag.title for tag in found.tags] == ["Ankommen", "Alter"]


def test_gaps_are_counted_only_where_a_goal_was_spoken_about():
    groups = [group("phase", "Ankommen", "Bleiben"), group("age", "Alter")]
    found = coverage_by_goal(
        [goal("1.1"), goal("1.2")], groups, {"1.1": 3, None: 1}, {("1.1", "Ankommen"): 2, (None, "Alter"): 1}
    )
    assert found.counts == ((2, 0, 0), (0, 0, 0))
    assert found.gaps == 2
