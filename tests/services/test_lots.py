"""Groups by lot: fair, balanced, one step, and room for those who come late."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.domain.rows import NewParticipant
from forumtool.services.lots import (
    deal,
    dissolve_groups,
    draw_groups,
    group_count,
    put_in_group,
    put_in_smallest,
)
from forumtool.services.people import add_participants, set_attendance
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forums, participants
from tests.builders import example

BENCHES = ("Praxis", "Praxis", "Praxis", "Praxis", "Ehrenamt", "Ehrenamt", "Verwaltung", "")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as opened:
        people = [NewParticipant(f"TN {at:02d}", "", "", "", bench) for at, bench in enumerate(BENCHES)]
        add_participants(opened, forums(opened)[0].id, people, present=True)
        yield opened


def forum_id(file: ForumFile) -> str:
    return forums(file)[0].id


def groups(file: ForumFile) -> dict[str, int]:
    return {row.name: row.drawn_group for row in participants(file, forum_id(file))}


def spread(numbers: list[int]) -> int:
    return max(numbers) - min(numbers)


@given(
    st.dictionaries(st.text(max_size=4), st.sampled_from([None, "a", "b", "c", "d", "e"]), min_size=1, max_size=60),
    st.integers(1, 12), st.integers(),
)  # fmt: skip
def test_sizes_and_benches_differ_by_at_most_one_between_groups(
    benches: dict[str, str | None], count: int, seed: int
) -> None:
    dealt = deal(benches, count, random.Random(seed))
    assert set(dealt) == set(benches)
    assert set(dealt.values()) <= set(range(1, count + 1))
    sizes: Counter[int] = Counter(dealt.values())
    assert spread([sizes[group] for group in range(1, count + 1)]) <= 1
    inside: dict[str | None, Counter[int]] = defaultdict(Counter)
    for key, group in dealt.items():
        inside[benches[key]][group] += 1
    for counted in inside.values():
        assert spread([counted[group] for group in range(1, count + 1)]) <= 1


def test_everybody_comes_into_every_group_and_beside_those_of_one_bench_equally_often() -> None:
    chance = random.Random(7)
    benches = dict(zip("abcdefgh", ("x", "x", "x", "y", "y", "z", None, None), strict=True))
    drawn = [deal(benches, 3, chance) for _time in range(3_000)]
    for key in benches:
        for group in (1, 2, 3):
            assert 850 < sum(one[key] == group for one in drawn) < 1_150
    together = [sum(one["d"] == one[other] for one in drawn) for other in "gh"]
    assert spread(together) < 0.15 * max(together)


@pytest.mark.parametrize(
    ("people", "groups", "size", "wanted"),
    [(23, 4, 0, 4), (23, 0, 5, 5), (24, 0, 6, 4), (25, 0, 6, 5), (3, 8, 0, 3), (1, 0, 5, 1), (0, 4, 0, 1)],
)
def test_groups_are_as_many_as_wished_or_none_is_larger_than_the_size(
    people: int, groups: int, size: int, wanted: int
) -> None:
    assert group_count(people, groups=groups, size=size) == wanted


def test_a_draw_is_one_step_and_another_one_replaces_it(file: ForumFile) -> None:
    assert draw_groups(file, forum_id(file), groups=3) is not None
    first = groups(file)
    assert sorted(Counter(first.values()).values()) == [2, 3, 3]
    draw_groups(file, forum_id(file), size=4)
    assert sorted(Counter(groups(file).values()).values()) == [4, 4]
    file.undo()
    assert groups(file) == first
    file.undo()
    assert set(groups(file).values()) == {0}


def test_only_those_present_are_drawn_unless_everybody_is_wished_who_is_not_excused(file: ForumFile) -> None:
    keys = [str(row.attendance_id) for row in participants(file, forum_id(file))]
    set_attendance(file, keys[:2], "expected")
    set_attendance(file, keys[2:3], "excused")
    draw_groups(file, forum_id(file), groups=2)
    assert list(groups(file).values()).count(0) == 3
    draw_groups(file, forum_id(file), groups=2, everybody=True)
    assert list(groups(file).values()).count(0) == 1


def test_nobody_to_draw_is_told(file: ForumFile) -> None:
    set_attendance(file, [str(row.attendance_id) for row in participants(file, forum_id(file))], "expected")
    with pytest.raises(UserError, match="niemand da"):
        draw_groups(file, forum_id(file), groups=2)
    with pytest.raises(UserError, match="erst auslosen"):
        put_in_smallest(file, forum_id(file), [])


def test_late_comers_go_where_there_are_fewest_and_then_fewest_of_their_bench(file: ForumFile) -> None:
    rows = participants(file, forum_id(file))
    for group, practice in ((1, True), (2, False)):
        keys = [str(row.attendance_id) for row in rows if (row.constituency == "Praxis") is practice]
        put_in_group(file, keys, group)
    for at in range(3):
        add_participants(file, forum_id(file), [NewParticipant(f"Spät {at}", "", "", "", "Praxis")], present=True)
    late = [row for row in participants(file, forum_id(file)) if row.name.startswith("Spät")]
    put_in_smallest(file, forum_id(file), [str(row.attendance_id) for row in late])
    assert [groups(file)[f"Spät {at}"] for at in range(3)] == [2, 1, 2]
    file.undo()
    assert [groups(file)[f"Spät {at}"] for at in range(3)] == [0, 0, 0]


def test_people_may_be_put_into_a_group_by_hand_and_a_draw_be_taken_back(file: ForumFile) -> None:
    draw_groups(file, forum_id(file), groups=2)
    row = participants(file, forum_id(file))[0]
    put_in_group(file, [str(row.attendance_id)], 7)
    assert participants(file, forum_id(file))[0].drawn_group == 7
    dissolve_groups(file, forum_id(file))
    assert set(groups(file).values()) == {0}
    assert dissolve_groups(file, forum_id(file)) is None
