"""Keys and clocks: in the order of their making, on every laptop."""

import time
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain import identity
from forumtool.domain.identity import HybridClock, fixed_id, ids_from, milliseconds_of, new_id


def test_keys_are_uuids_of_version_7_and_sort_as_they_were_made() -> None:
    keys = [new_id() for _ in range(5000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert {uuid.UUID(key).version for key in keys} == {7}
    assert {uuid.UUID(key).variant for key in keys} == {uuid.RFC_4122}


def test_a_key_carries_the_time_of_its_making(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_LastId", type("Fresh", (), {"milliseconds": 0, "random": 0}))
    before = time.time_ns() // 1_000_000
    assert before <= uuid.UUID(new_id()).int >> 80 <= time.time_ns() // 1_000_000


def test_keys_sort_behind_a_later_time_that_a_file_has_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_LastId", type("Fresh", (), {"milliseconds": 0, "random": 0}))
    tomorrow = time.time_ns() // 1_000_000 + 86_400_000
    monkeypatch.setattr(time, "time_ns", lambda: tomorrow * 1_000_000)
    seen = new_id()
    monkeypatch.undo()
    ids_from(tomorrow)
    assert new_id() > seen


def test_the_keys_of_an_example_depend_on_its_words_only() -> None:
    assert fixed_id("goal", "3.2") == fixed_id("goal", "3.2") != fixed_id("goal", "3.3")


@given(st.lists(st.integers(-(10**12), 10**12), max_size=60), st.integers(0, 2**47))
def test_the_clock_never_runs_backwards(jumps: list[int], start: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        clock = HybridClock("aaaaaaaa")
        readings = []
        for jump in jumps:
            start = max(0, min(start + jump, 2**47))
            patch.setattr(time, "time_ns", lambda now=start: now * 1_000_000)
            readings += [clock.tick(), clock.tick()]
        assert readings == sorted(readings)
        assert len(set(readings)) == len(readings)
        again = HybridClock("aaaaaaaa", readings[-1] if readings else "")
        patch.setattr(time, "time_ns", lambda: 0)
        assert not readings or again.tick() > readings[-1]


def test_a_full_counter_moves_the_clock_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 5_000_000)
    clock = HybridClock("aaaaaaaa", "000000000005ffff-aaaaaaaa")
    assert clock.tick() == "0000000000060000-aaaaaaaa"
    assert milliseconds_of("0000000000060000-aaaaaaaa") == 6
