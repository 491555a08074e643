"""Groups and tables by lot: sizes and benches spread as evenly as they can be."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from forumtool.domain.errors import UserError
from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import N_, _
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import participants


def deal(benches: Mapping[str, str | None], groups: int, chance: random.Random | None = None) -> dict[str, int]:
    """Return a group from 1 to ``groups`` for each key; ``benches`` gives the bench that a key belongs to.

    The sizes of two groups differ by at most one, and so do the numbers of people of one bench in them. Everybody
    comes into every group with the same chance. Raises ``ValueError`` for less than one group.
    """
    if groups < 1:
        raise ValueError(f"{groups} groups")
    chance = chance or random.SystemRandom()
    by_bench: dict[str | None, list[str]] = defaultdict(list)
    for key, bench in benches.items():
        by_bench[bench].append(key)
    order = list(by_bench.values())
    chance.shuffle(order)
    sizes = dict.fromkeys(range(1, groups + 1), 0)
    dealt: dict[str, int] = {}
    for keys in order:
        chance.shuffle(keys)
        # Round after round, the smallest groups first: what is left of a bench falls into different groups.
        places = sorted(sizes, key=lambda group: (sizes[group], chance.random()))
        for at, key in enumerate(keys):
            dealt[key] = places[at % groups]
            sizes[dealt[key]] += 1
    return dealt


def group_count(people: int, *, groups: int = 0, size: int = 0) -> int:
    """Return how many groups a draw makes: as many as wished, or so many that none is larger than ``size``.

    Never more than there are people, and at least one.
    """
    wished = groups or -(-people // max(size, 1))
    return max(1, min(wished, people))


def to_draw(rows: Sequence[ParticipantRow], *, everybody: bool) -> list[ParticipantRow]:
    """Return who takes part in a draw: those present, or everybody on the list who is not excused."""
    return [row for row in rows if row.state == "present" or (everybody and row.state != "excused")]


def draw_groups(
    file: ForumFile, forum_id: str, *, groups: int = 0, size: int = 0, everybody: bool = False,
    chance: random.Random | None = None,
) -> Step | None:  # fmt: skip
    """Draw groups as one step: so many ``groups``, or groups of at most ``size`` people; an older draw is replaced.

    Raises a ``UserError`` if there is nobody to draw.
    """
    from forumtool.domain.models import Attendance

    with file.step(N_("Gruppen ausgelost")) as edit:
        rows = participants(edit, forum_id)
        drawn = [row for row in to_draw(rows, everybody=everybody) if row.attendance_id]
        if not drawn:
            raise UserError(_("Es ist noch niemand da: Bitte Ankünfte vermerken oder alle auf der Liste auslosen."))
        dealt = deal(_benches(drawn), group_count(len(drawn), groups=groups, size=size), chance)
        for row in rows:
            if row.attendance_id:
                edit.change(Attendance, row.attendance_id, drawn_group=dealt.get(row.attendance_id, 0))
    return edit.done


def put_in_smallest(file: ForumFile, forum_id: str, attendance_ids: Sequence[str]) -> Step | None:
    """Put late comers one after the other into the smallest group, as one step.

    Of equal ones it is the one with the fewest people of their bench, then the lowest number. Raises a ``UserError``
    if no groups were drawn.
    """
    from forumtool.domain.models import Attendance

    with file.step(N_("In die kleinste Gruppe")) as edit:
        rows = [row for row in participants(edit, forum_id) if row.attendance_id]
        if not any(row.drawn_group for row in rows):
            raise UserError(_("Es gibt noch keine Gruppen: Bitte erst auslosen."))
        late = set(attendance_ids)
        filled = _Filled(row.drawn_group for row in rows if row.drawn_group)
        for row in rows:
            if row.drawn_group and row.state != "excused" and row.attendance_id not in late:
                filled.add(row, row.drawn_group)
        for row in rows:
            if row.attendance_id in late:
                smallest = filled.smallest(row)
                filled.add(row, smallest)
                edit.change(Attendance, str(row.attendance_id), drawn_group=smallest)
    return edit.done


def put_in_group(file: ForumFile, attendance_ids: Sequence[str], group: int) -> Step | None:
    """Put people into a group by hand, 0 for none."""
    from forumtool.domain.models import Attendance

    with file.step(N_("Gruppe geändert")) as edit:
        for key in attendance_ids:
            edit.change(Attendance, key, drawn_group=max(group, 0))
    return edit.done


def dissolve_groups(file: ForumFile, forum_id: str) -> Step | None:
    """Take back the draw of a forum: nobody is in a group any more."""
    from forumtool.domain.models import Attendance

    with file.step(N_("Auslosung aufgehoben")) as edit:
        for row in participants(edit, forum_id):
            if row.attendance_id and row.drawn_group:
                edit.change(Attendance, row.attendance_id, drawn_group=0)
    return edit.done


def _benches(rows: Sequence[ParticipantRow]) -> dict[str, str | None]:
    return {str(row.attendance_id): row.constituency_id for row in rows}


class _Filled:
    """How many people each group has, and how many of each bench."""

    def __init__(self, groups: Iterable[int]) -> None:
        self._sizes = dict.fromkeys(sorted(set(groups)), 0)
        self._inside: Counter[tuple[int, str | None]] = Counter()

    def add(self, row: ParticipantRow, group: int) -> None:
        self._sizes[group] += 1
        self._inside[group, row.constituency_id] += 1

    def smallest(self, row: ParticipantRow) -> int:
        def room(group: int) -> tuple[int, int]:
            return self._sizes[group], self._inside[group, row.constituency_id]

        return min(self._sizes, key=room)
