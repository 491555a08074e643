"""Counted dots: how many stand side by side, and when there are too many to be shown one by one."""

from forumtool.ui.canvas.sizes import Sizes

STEP, SIZE = 24, 20  # units of width, from dot to dot and of a dot
_MOST_ROWS, _LOW = 3, 700  # pixels; a lower screen has room for a row less
_NUMBER = 4  # dots; so much room has the number of those that are too many


def across(width: float, sizes: Sizes) -> int:
    """Return how many dots stand in a row of a width."""
    return max(1, int(width // sizes.wide(STEP)))


def shown(count: int, width: float, sizes: Sizes) -> int:
    """Return how many dots are shown: all, or of too many so many that their number has room beside them."""
    in_row = across(width, sizes)
    return count if count <= in_row * most_rows(sizes) else max(1, in_row - _NUMBER)


def height(count: int, width: float, sizes: Sizes) -> float:
    """Return the height of counted dots."""
    return sizes.wide(STEP) * -(-shown(count, width, sizes) // across(width, sizes))


def most_rows(sizes: Sizes) -> int:
    """Return how many rows of dots there are at most; more are one row and their number."""
    return _MOST_ROWS if sizes.height >= _LOW else _MOST_ROWS - 1
