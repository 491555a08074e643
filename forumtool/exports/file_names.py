"""Names of files that every system takes."""

import re
import unicodedata

_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$", re.IGNORECASE)
_LONGEST_IN_BYTES = 150


def safe_name(title: str, suffix: str) -> str:
    """Return a file name from a title: without what Windows refuses, at most 150 bytes before the suffix."""
    name = unicodedata.normalize("NFC", title.encode("utf-8", "ignore").decode())
    name = " ".join(_REFUSED.sub(" ", name).split())
    name = name.encode()[:_LONGEST_IN_BYTES].decode("utf-8", "ignore").strip(" .")
    if not name or _DEVICES.match(name):
        name = f"_{name}"
    return name + suffix
