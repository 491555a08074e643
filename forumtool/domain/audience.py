"""For whom a document is written, and what they are shown: the office itself, the steering group, everybody."""

from typing import NamedTuple


class Audience(NamedTuple):
    """Readers by their key. ``names`` is a policy of ``domain.names``.

    ``notes``: what was noted beside cards, groups, obstacles and offers; ``photos``: pictures of the pin boards.
    ``originals``: how a card was worded first, also where somebody has put it in other words since, as to take a name
    out of it.
    """

    key: str
    names: str
    notes: bool
    photos: bool
    originals: bool = True


AUDIENCES = (
    Audience("internal", "full", notes=True, photos=True),
    Audience("steering", "organisations", notes=True, photos=True),
    Audience("public", "anonymous", notes=False, photos=False, originals=False),
)
KEYS = tuple(audience.key for audience in AUDIENCES)
DEFAULT_AUDIENCE = "steering"


def audience(key: str) -> Audience:
    """Return the readers with a key; raise ``ValueError`` for another one."""
    for one in AUDIENCES:
        if one.key == key:
            return one
    raise ValueError(f"no audience {key!r}")
