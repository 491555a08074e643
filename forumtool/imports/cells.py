"""What a cell of a list holds, whatever it was written with: text."""

import math
import re
import unicodedata
from datetime import date, datetime, time

from forumtool.domain.capture_line import clean

# Blanks that do not break become plain ones; what is not seen at all goes (a soft hyphen, a blank without width). The
# joiners of Arabic and Indian scripts stay: they change how a name is written.
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\ufeff": None, "\u00ad": None, "\u200b": None})
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MIDNIGHT = time()


def cell_text(value: object) -> str:
    """Return a cell as people read it: no blanks at its ends, plain blanks, line ends as ``\\n``; nothing is empty.

    Letters with marks are one sign each (NFC), however they were written.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return _written(value)
    text = value.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    return clean(unicodedata.normalize("NFC", _CONTROLS.sub("", text)))


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
