"""Things used last keep their places."""

from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.recency import LastUsed

USES = st.lists(st.integers(0, 12), max_size=40)


def test_a_new_thing_takes_the_place_of_what_was_not_used_for_longest() -> None:
    last = LastUsed("abc", 3)
    last.use("ab")
    assert last.places == ("a", "b", "c")
    last.use("d")
    assert last.places == ("a", "b", "d")
    last.use("bde")
    assert last.places == ("e", "b", "d")


@given(USES)
def test_the_things_used_last_are_always_there_and_only_once(uses: list[int]) -> None:
    last = LastUsed([100, 101], 4)
    last.use(uses)
    assert len(set(last.places)) == len(last.places) <= 4
    newest = list(dict.fromkeys(reversed(uses)))[:4]
    assert set(newest) <= set(last.places)


@given(USES, st.integers(0, 12))
def test_one_use_moves_at_most_one_place(uses: list[int], one: int) -> None:
    last = LastUsed([], 4)
    last.use(uses)
    before = last.places
    last.use([one])
    assert sum(old != new for old, new in zip(before, last.places, strict=False)) <= 1
