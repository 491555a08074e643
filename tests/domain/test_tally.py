"""Sums, ranks and the mean of a scale: what holds for all counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.report import ranking
from forumtool.domain.rows import CountRow, DotRoundRow
from forumtool.domain.tally import Tally, most_on_one, spread

COUNTS = st.lists(st.integers(0, 60), min_size=3, max_size=10)
SPOTS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["p", "q", None]), st.integers(0, 40)), max_size=12
)  # fmt: skip


def a_round(counts=(), steps=5):
    return DotRoundRow("r", None, None, "", 5, 0, "clusters", True, True, steps=steps, counts=tuple(counts))


def test_twenty_five_people_with_five_dots_have_a_hundred_and_twenty_five():
    assert Tally(121, 25, 5).expected == 125
    assert [Tally(count, 25, 5).state for count in (0, 121, 125, 126)] == ["open", "under", "fits", "over"]
    assert Tally(7, 0, 5).state == "open"


def test_without_several_on_one_nobody_can_put_two():
    assert most_on_one(25, 5, several=True) == 125
    assert most_on_one(25, 5, several=False) == 25


@given(SPOTS)
def test_the_dots_on_all_targets_are_the_dots_of_the_round(spots):
    row = a_round(CountRow(key, None, bench, dots) for key, bench, dots in spots)
    assert sum(row.dots_on(key) for key in "abc") == row.total == sum(dots for _key, _bench, dots in spots)


@given(st.lists(st.integers(0, 30), max_size=20))
def test_ranks_begin_with_one_fall_with_the_dots_and_are_shared_by_equals(dots):
    ranked = ranking([(str(at), "", count) for at, count in enumerate(dots)])
    assert sorted(row.dots for row in ranked) == sorted(dots)
    assert [row.dots for row in ranked] == sorted(dots, reverse=True)
    for row in ranked:
        assert row.rank == 1 + sum(other > row.dots for other in dots)


@given(COUNTS)
def test_the_mean_lies_between_the_outer_points(points):
    found = spread(points)
    used = [step for step, count in enumerate(points, 1) if count]
    if not used:
        assert found is None
    else:
        assert found is not None and found.points == sum(points)
        assert used[0] - 1e-9 <= found.mean <= used[-1] + 1e-9
        assert 0 <= found.deviation <= (used[-1] - used[0]) / 2 + 1e-9


@given(COUNTS)
def test_turning_a_scale_round_mirrors_its_mean_and_keeps_its_spread(points):
    one, other = spread(points), spread(points[::-1])
    if one is not None and other is not None:
        assert one.mean + other.mean == pytest.approx(len(points) + 1)
        assert one.deviation == pytest.approx(other.deviation)


@given(COUNTS, st.integers(2, 5))
def test_more_people_of_the_same_opinion_change_nothing_but_their_number(points, times):
    one, other = spread(points), spread([count * times for count in points])
    if one is not None and other is not None:
        assert other.points == one.points * times
        assert (other.mean, other.deviation) == pytest.approx((one.mean, one.deviation))


@given(COUNTS, st.integers(3, 10))
def test_no_point_is_lost_when_a_scale_gets_fewer_steps(points, steps):
    row = a_round([CountRow(None, None, None, dots, at) for at, dots in enumerate(points, 1) if dots], steps)
    assert sum(row.on_steps) == sum(points)
    assert len(row.on_steps) >= steps
