"""What a cell of a list holds, whatever it was written with: text."""

import math
from datetime import date, datetime, time

from forumtool.domain.capture_line import clean

_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\ufeff": None})
_MIDNIGHT = time()


def cell_text(value: object) -> str:
    """Return a cell as people read it: no blanks at its ends, plain blanks, line ends as ``\\n``; nothing is empty."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return _written(value)
    return clean(value.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS))


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, float):
        whole = math.isfinite(value) and value.is_integer() and abs(value) < 1e15  # noqa: PLR2004 - as Excel shows it
        return str(int(value)) if whole else format(value, ".15g")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
