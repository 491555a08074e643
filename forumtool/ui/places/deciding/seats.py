"""Who decides: the seats of the steering group by bench."""

from forumtool.i18n import ngettext
from forumtool.storage.queries.process import steering_members
from forumtool.storage.reading import Reading


def seats_told(source: Reading) -> tuple[str, str]:
    """Return the seats in a line ("12 Sitze: 4 · 4 · 4") and bench by bench; nothing without a steering group."""
    seats: dict[str, int] = {}
    for member in steering_members(source):
        seats[member.constituency] = seats.get(member.constituency, 0) + 1
    if not seats:
        return "", ""
    total = ngettext("{count} Sitz", "{count} Sitze", sum(seats.values()))
    line = f"{total}: {' · '.join(str(count) for count in seats.values())}"
    return line, "\n".join(f"{title}: {count}" for title, count in seats.items())
