"""Arrays of numbers, and what all who reckon with them share."""

from typing import Any, TypeAlias

import numpy as np

Numbers: TypeAlias = np.ndarray[Any, np.dtype[Any]]  # what they hold, and in which shape, the docstrings say

DIGITS = 5  # in which two results must differ to count as different, whatever the machine's arithmetic


def long_enough(held: Numbers, length: int) -> Numbers:
    """Return the array, or a longer one that begins with it and has room to grow."""
    if length <= len(held):
        return held
    more = max(len(held) // 2, length - len(held))
    return np.concatenate([held, np.zeros((more, *held.shape[1:]), held.dtype)])
