"""Places in a text that something was found at."""

from collections.abc import Iterable

Span = tuple[str, int, int]
"""What was found, where it begins and where it ends."""


def longest(found: Iterable[Span], taken: Iterable[Span] = ()) -> list[Span]:
    """Return what is ``taken`` and what overlaps none of it, from left to right; of two that overlap the longer one."""
    kept = list(taken)
    for span in sorted(found, key=lambda one: one[1] - one[2]):
        if all(span[2] <= other[1] or span[1] >= other[2] for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda one: one[1])
