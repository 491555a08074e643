"""Fractional keys: a place between two others without touching them, so that two laptops can order the same list."""

from collections.abc import Sequence

from fractional_indexing import generate_key_between, generate_n_keys_between


def place_after(before: str) -> str:
    """Return a key behind the last one; an empty text means: the list is empty."""
    return str(generate_key_between(before or None, None))


def place_between(before: str, after: str) -> str:
    """Return a key between two neighbours; an empty text means: no neighbour on that side."""
    if before and after and before >= after:
        after = ""
    return str(generate_key_between(before or None, after or None))


def places(count: int, after: str = "") -> Sequence[str]:
    """Return the keys of ``count`` rows in a row, behind ``after``."""
    return [str(key) for key in generate_n_keys_between(after or None, None, count)]
