"""Where ways are missing, goal by goal."""

from forumtool.domain.coverage import TagSet
from forumtool.domain.rows import GoalRow, TagGroupRow, TagRow
from forumtool.insight.coverage import cells_by_goal, coverage_by_goal, gaps


def goal(key: str) -> GoalRow:
    return GoalRow(key, key, "", "", "", None, "", "", False)


def group(axis: str, *titles: str) -> TagGroupRow:
    tags = tuple(TagRow(title, title, axis, axis, 0) for title in titles)
    return TagGroupRow(axis or "own", axis, 0, axis, tags)


def tagged(goal_id: str | None, cards: int, *tags: str) -> TagSet:
    return TagSet(goal_id, frozenset(tags), cards)


AXES = [group("phase", "Ankommen", "Bleiben"), group("age", "Jugend", "Alter")]


def told(found):
    return [(gap.goal.number, *(tag.title for tag in gap.tags)) for gap in found]


def test_phases_come_before_ages_and_other_vocabularies_are_left_out():
    found = coverage_by_goal([goal("1.1")], [group("age", "Alter"), group("", "Zoo"), group("phase", "Ankommen")], [])
    assert [tag.title for tag in found.tags] == ["Ankommen", "Alter"]


def test_cards_are_counted_by_goal_and_tag_with_and_without_tags():
    found = coverage_by_goal(
        [goal("1.1"), goal("1.2")],
        [group("phase", "Ankommen", "Bleiben"), group("age", "Alter")],
        [tagged("1.1", 2, "Ankommen"), tagged("1.1", 1), tagged(None, 1, "Alter")],
    )
    assert found.counts == ((2, 0, 0), (0, 0, 0))
    assert found.cards == (3, 0)


def test_a_card_with_two_phases_counts_in_both_rows_and_once_in_all():
    cells = cells_by_goal([goal("1.1")], AXES, [tagged("1.1", 3, "Ankommen", "Bleiben", "Jugend")])["1.1"]
    assert cells.counts == ((3, 0), (3, 0))
    assert (cells.phase_totals, cells.age_totals, cells.cards) == ((3, 3), (3, 0), 3)


def test_goals_without_a_card_are_named_first_then_tags_then_pairs_by_what_was_to_be_expected():
    sets = [
        tagged("1.1", 6, "Ankommen", "Jugend"), tagged("1.1", 5, "Ankommen"), tagged("1.1", 1, "Bleiben", "Jugend"),
        tagged("1.1", 2, "Alter"), tagged("1.3", 1, "Bleiben", "Jugend"),
    ]  # fmt: skip
    cells = cells_by_goal([goal("1.1"), goal("1.2"), goal("1.3")], AXES, sets)
    assert told(gaps(cells.values())) == [
        ("1.2",),
        ("1.3", "Ankommen"),
        ("1.3", "Alter"),
        ("1.1", "Ankommen", "Alter"),
        ("1.1", "Bleiben", "Alter"),
    ]


def test_goals_that_matter_now_go_before_the_others():
    cells = cells_by_goal([goal("1.1"), goal("1.2")], AXES, [])
    assert told(gaps(cells.values(), {"1.2"})) == [("1.2",), ("1.1",)]


def test_cards_without_tags_are_no_gap_of_tags():
    cells = cells_by_goal([goal("1.1")], AXES, [tagged("1.1", 4), tagged("1.1", 1, "Nord")])
    assert not cells["1.1"].is_tagged
    assert gaps(cells.values()) == []


def test_an_axis_that_nobody_uses_has_no_gaps():
    cells = cells_by_goal([goal("1.1")], AXES, [tagged("1.1", 4, "Ankommen")])
    assert told(gaps(cells.values())) == [("1.1", "Bleiben")]
