"""E-mail addresses in what people wrote: recognised in one way, whether a list is read or paper is printed.

An address has a dot behind its @ sign ("jugend@aachen.de"); a name like "Jugend@Aachen" is none. What else RFC 5322
allows, such as quoted words, is in no list of a forum.
"""

import re

_ADDRESS = r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+"
_WHOLE = re.compile(_ADDRESS)
_WITH_BRACKETS = re.compile(rf"<\s*{_ADDRESS}\s*>|{_ADDRESS}")


def is_address(text: str) -> bool:
    """Tell whether a text is an e-mail address and nothing else."""
    return _WHOLE.fullmatch(text.strip()) is not None


def without_addresses(text: str) -> str:
    """Return a text without its e-mail addresses, each with the angle brackets around it; none is left, or made."""
    rest = _WITH_BRACKETS.sub("", text)
    return rest if rest == text else without_addresses(rest)
