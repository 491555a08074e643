"""Fields and goals while a list is read: those of the file, those the list brings, and those it only names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from forumtool.domain.rows import GoalRow, ThemeFieldRow
from forumtool.i18n import _
from forumtool.imports.plan import PlannedField, PlannedGoal

_SHAPE = r"[A-Z]{0,2}[.-]?\d[\w.\-/]*"
_NUMBER = re.compile(rf"(?:(?:Ziel|Goal)\s*)?({_SHAPE}[:)]?)", re.IGNORECASE)
# A number before a title needs a sign of being one: "3 neue Kitas" is a title.
_BOTH = re.compile(rf"(?:(?:Ziel|Goal)\s+({_SHAPE}?)[.:)]*|(\d+(?:\.\w+)+?)[.:)]*|(\d+)[.:)])\s+(\S.*)", re.I | re.S)


class Named(NamedTuple):
    """What a cell says of a goal: a number exactly as in the list, a title, both, or neither."""

    number: str = ""
    title: str = ""


class _Mention(NamedTuple):
    row: int
    goal: int


def named(cell: str) -> Named:
    """Take a cell such as "4.1.4", "Ziel 4.1.4", "4.1.4 Erwerbsleben" or "Erwerbsleben" apart."""
    alone = _NUMBER.fullmatch(cell)
    if alone:
        return Named(number=alone[1])
    both = _BOTH.fullmatch(cell)
    return Named(both[1] or both[2] or both[3], both[4]) if both else Named(title=cell)


def same(text: str) -> str:
    """Return a title as it is compared: whatever its case and its blanks."""
    return " ".join(text.split()).casefold()


class GoalBook:
    """All fields and goals that there will be. Numbers are unique: ``listed`` are those that the list itself gives."""

    def __init__(self, fields: Sequence[ThemeFieldRow], goals: Sequence[GoalRow], listed: Iterable[str]) -> None:
        self.fields = [PlannedField(field.title, field.number, field.id) for field in fields]
        self._field_at = {same(field.title): at for at, field in enumerate(self.fields)}
        keys = {field.id: at for at, field in enumerate(self.fields)}
        self._rows = [goal for goal in goals if goal.theme_field_id in keys]
        self.goals = [
            PlannedGoal(keys[goal.theme_field_id or ""], goal.number, goal.title, goal.id) for goal in self._rows
        ]
        self._taken = {goal.number.casefold() for goal in goals}
        self._listed = {number.casefold() for number in listed if number}
        self._claimed: set[int] = set()
        self._mentions: dict[str, list[_Mention]] = defaultdict(list)
        self._at: dict[tuple[str, int], list[int]] = defaultdict(list)
        for at in range(len(self.goals)):
            self._index(at)

    def field(self, title: str) -> int:
        """Return the place of a field, made if there is none with this title."""
        key = same(title)
        if key not in self._field_at:
            numbers = [int(field.number) for field in self.fields if field.number.isdigit()]
            self._field_at[key] = len(self.fields)
            self.fields.append(PlannedField(title, str(max(numbers, default=0) + 1)))
        return self._field_at[key]

    def indicators(self, goal: int) -> tuple[str, ...]:
        """Return the indicators that a goal has in the file."""
        return self._rows[goal].indicators if goal < len(self._rows) else ()

    def with_title(self, title: str, field: int | None) -> int | None:
        """Return the goal with a title in a field (None: in any), or None."""
        fields = range(len(self.fields)) if field is None else (field,)
        return next((at for one in fields for at in self._at.get(("title " + same(title), one), ())), None)

    def with_number_in_file(self, number: str, field: int | None, *, unclaimed: bool = False) -> int | None:
        """Return the file's goal with a number in a field (None: any), or None; ``unclaimed``: that no row is yet."""
        fields = range(len(self.fields)) if field is None else (field,)
        every = (at for one in fields for at in self._at.get(("number " + number.casefold(), one), ()))
        return next((at for at in every if at < len(self._rows) and not (unclaimed and at in self._claimed)), None)

    def claim(self, goal: int) -> None:
        """Note that a row of the list is this goal, so that no other row becomes it by its number."""
        self._claimed.add(goal)

    def make(self, number: str, title: str, field: int) -> int:
        """Add a goal and return its place; a taken number gets a letter, no number becomes the next free one."""
        distinct = self._distinct(number) if number else self._next(self.fields[field].number)
        self.goals.append(PlannedGoal(field, distinct, title or _("Ziel {number}", number=distinct)))
        self._taken.add(distinct.casefold())
        self._index(len(self.goals) - 1)
        return len(self.goals) - 1

    def mention(self, number: str, row: int, goal: int) -> None:
        """Note that a row of the list gives this number to a goal."""
        if number:
            self._mentions[number.casefold()].append(_Mention(row, goal))

    def mentioned(self, number: str, row: int, field: int | None) -> int | None:
        """Return the last goal above a row with a number of the list, in a field (None: any), else the next below."""
        every = [
            one
            for one in self._mentions.get(number.casefold(), ())
            if field is None or self.goals[one.goal].field == field
        ]
        above = [one for one in every if one.row <= row]
        if above:
            return max(above).goal
        return min(every).goal if every else None

    def _index(self, at: int) -> None:
        goal = self.goals[at]
        self._at["title " + same(goal.title), goal.field].append(at)
        self._at["number " + goal.number.casefold(), goal.field].append(at)

    def _distinct(self, number: str) -> str:
        if number.casefold() not in self._taken:
            return number
        others = (other for other in _variants(number) if other.casefold() not in self._taken | self._listed)
        return next(others)

    def _next(self, field_number: str) -> str:
        taken = self._taken | self._listed
        place = 1
        while f"{field_number}.{place}" in taken:
            place += 1
        return f"{field_number}.{place}"


def _variants(number: str) -> Iterator[str]:
    if number[-1:].isdigit():
        yield from (number + letter for letter in ascii_lowercase[1:])
    place = 2
    while True:
        yield f"{number}-{place}"
        place += 1
