"""What people write into the cells of a decision list, read tolerantly: verdicts, days, counts, numbers of cards."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from forumtool.domain.due import read_due
from forumtool.domain.folding import as_number, folded
from forumtool.i18n import _

# The first word of each row is the one that its beginnings stand for, too.
_VERDICTS = {
    "adopt": ("übernehmen", "adopt", "übernommen", "angenommen", "annehmen", "zugestimmt", "zustimmung", "ja", "yes",
              "adopted", "accept", "accepted", "approve", "approved", "beschlossen"),
    "merge": ("zusammenführen", "merge", "zusammengeführt", "zusammenlegen", "zusammengelegt", "merged"),
    "defer": ("zurückstellen", "defer", "zurückgestellt", "vertagen", "vertagt", "verschieben", "verschoben",
              "später", "deferred", "postpone", "postponed", "later"),
    "reject": ("ablehnen", "reject", "abgelehnt", "ablehnung", "nein", "no", "verworfen", "rejected", "decline",
               "declined"),
    "": ("offen", "open", "noch offen", "keine", "none", "undecided"),
}  # fmt: skip
_EXACT = {folded(word): verdict for verdict, words in _VERDICTS.items() for word in words}
_BEGINNINGS = {folded(word): verdict for verdict, words in _VERDICTS.items() for word in words[:2]}
_SHORTEST = 2
_WITH = re.compile(r"(.+?)\s+(?:mit|with|zu|into)\s+(.+)", re.IGNORECASE | re.DOTALL)
_TICKED = re.compile(r"(?:[☒☑✗✘✓✔]|[\[(][xX][\])])\s*([^☐☒☑✗✘✓✔\[(]+)")
_BOX = re.compile(r"[☐☒☑]")
_ERROR = re.compile(r"#(?:N/A|NV|REF!|BEZUG!|VALUE!|WERT!|DIV/0!|NAME\?|NUM!|ZAHL!|NULL!|SPILL!|GETTING_DATA)|Err:\d+")
NOT_CALCULATED = "#GETTING_DATA"
"""What stands for a formula without a result, as Excel itself writes where it is not done yet."""
_NOTHING = re.compile(r"[-–—−_./\s]*")
_COUNT = re.compile(r"(\d{1,4})(?:[.,]0+)?(?:\s*(?:x|stimmen?|votes?|personen))?", re.IGNORECASE)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}.*")
_SERIAL = re.compile(r"\d{5}")
_FIRST_DAY, _DECEMBER = date(1899, 12, 30), 12  # of Excel's calendar (ECMA-376 part 1, 18.17.4.1)


class Said(NamedTuple):
    """What a cell means, or the fault that keeps it from meaning anything, in words."""

    value: str = ""
    fault: str = ""


def is_error(text: str) -> bool:
    """Tell whether a cell holds a value by which Excel or LibreOffice say that a formula failed."""
    return _ERROR.fullmatch(text.strip()) is not None


def read_verdict(text: str) -> tuple[Said, str]:
    """Return a verdict ("adopt", "merge", "defer", "reject", empty for open) and what stands behind "mit"."""
    words = " ".join(text.split())
    if _BOX.search(words):
        ticked = [found.strip() for found in _TICKED.findall(words)]
        if len(ticked) > 1:
            return Said(fault=_("mehr als eine Entscheidung angekreuzt")), ""
        words = ticked[0] if ticked else ""
    if _NOTHING.fullmatch(words):
        return Said(), ""
    pair = _WITH.fullmatch(words)
    for said, other in ((words, ""), (pair[1], pair[2]) if pair else ("", "")):
        verdict = _verdict(folded(said)) if said else None
        if verdict is not None:
            return Said(verdict), other
    return Said(fault=_("„{text}“ ist keine Entscheidung", text=words)), ""


def _verdict(said: str) -> str | None:
    if said in _EXACT:
        return _EXACT[said]
    meant = {verdict for word, verdict in _BEGINNINGS.items() if len(said) >= _SHORTEST and word.startswith(said)}
    return meant.pop() if len(meant) == 1 else None


def read_day(text: str, today: date) -> Said:
    """Return a day as ISO 8601: kept by Excel as a date or its serial number, or typed; other text stays."""
    words = " ".join(text.split())
    if _NOTHING.fullmatch(words):
        return Said()
    if moment := _MOMENT.fullmatch(words):
        return Said(moment[1])
    if _SERIAL.fullmatch(words):
        return Said((_FIRST_DAY + timedelta(int(words))).isoformat())
    if slashes := _SLASHES.fullmatch(words):
        day, month = int(slashes[1]), int(slashes[2])
        day, month = (month, day) if month > _DECEMBER else (day, month)
        words = f"{day}.{month}.{slashes[3]}"
    return Said(read_due(words, today))


def read_count(text: str) -> Said:
    """Return a count of votes as digits; nothing is none."""
    if _NOTHING.fullmatch(text):
        return Said("0")
    found = _COUNT.fullmatch(text.strip())
    return Said(str(int(found[1]))) if found else Said(fault=_("„{text}“ ist keine Zahl", text=text.strip()))


_PREFIX = re.compile(r"^\s*(?:nr\.?|no\.?|#)\s*", re.IGNORECASE)


def read_number(text: str, letters: Collection[str] = ()) -> str:
    """Return the number of a card as it is spoken ("A-17"), empty if it is none.

    Read are "a17", "A – 17", "Nr. A-017", and "17" alone where one laptop only (of these ``letters``) has captured.
    """
    words = _PREFIX.sub("", text)
    found = as_number(words)
    if not found and len(letters) == 1 and words.strip().isdecimal():
        found = as_number(f"{next(iter(letters))}-{words.strip()}")
    letter, _blank, digits = found.partition(" ")
    return f"{letter.upper()}-{int(digits)}" if found else ""
