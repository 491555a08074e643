"""Fractional keys: any list in any order, without touching the others."""

from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.ordering import place_after, place_between, places


@given(st.lists(st.integers(0, 10**6), max_size=80))
def test_rows_put_anywhere_stay_in_the_order_of_the_list(spots: list[int]) -> None:
    row: list[str] = []
    for spot in spots:
        at = spot % (len(row) + 1)
        key = place_between(row[at - 1] if at else "", row[at] if at < len(row) else "")
        row.insert(at, key)
    assert row == sorted(set(row))


@given(st.integers(0, 300))
def test_many_places_are_in_order_and_behind_the_last(count: int) -> None:
    last = place_after("")
    found = list(places(count, last))
    assert found == sorted(set(found))
    assert all(key > last for key in found)
    assert len(found) == count


def test_neighbours_in_the_wrong_order_do_not_stop_the_room() -> None:
    assert place_between("a2", "a1") > "a2"
    assert place_between("a1", "a1") > "a1"
