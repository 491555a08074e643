"""What a list is made of: its columns, its rows and a chart of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from forumtool.domain.rows import GoalRow
from forumtool.domain.when import typed
from forumtool.i18n import N_

Value = str | int | date | None

NAMES_HINT = N_("Person, Organisation oder Gruppe, so weit die Ausgabe sie nennt.")


class Field(NamedTuple):
    """A column: its title, its meaning for the legend, and what it takes.

    ``choices`` are the only words it takes, if it has a drop-down list, and ``tones`` the colours of words, by their
    names in ``xlsx_rules``; the empty word is an open cell of a row. ``kind`` is that of a ``DecisionColumn``, and what
    may be typed. The reader fills in columns that are ``asked``. ``width`` in characters is by content if it is 0.
    ``tells`` is "names" or "notes" where a column holds nothing else, for readers who are not shown them.
    """

    title: str
    meaning: str = ""
    choices: tuple[str, ...] = ()
    kind: str = "text"
    asked: bool = False
    tones: tuple[tuple[str, str], ...] = ()
    width: float = 0
    tells: str = ""


class Series(NamedTuple):
    """A named line of values in a figure, one for each of its names."""

    title: str
    values: tuple[int, ...]


class Figure(NamedTuple):
    """A chart: bars that lie ("bars") or stand ("columns"), stacked if there are several series.

    ``about`` is what it belongs to. ``told`` is what the chart shows in words, for those who do not see it; ``across``
    and ``along`` are the titles of the axes of names and of values.
    """

    title: str
    about: str
    told: str
    kind: str
    across: str
    along: str
    names: tuple[str, ...]
    series: tuple[Series, ...]


class Chart(NamedTuple):
    """A figure of a list's own columns: ``names`` and ``values`` are their places, from 0."""

    figure: Figure
    names: int
    values: range


class Sheet(NamedTuple):
    """A list: ``name`` of its table, title of its tab, columns and rows; every row has a value for every column.

    The first column of a ``numbered`` list finds its row again and cannot be typed in. The colours of the columns
    ``shaded`` go with their numbers.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: Sequence[Sequence[Value]]
    numbered: bool = True
    shaded: tuple[range, ...] = ()
    chart: Chart | None = None


def titles(rows: Iterable[tuple[str, str]]) -> str:
    """Return the titles of named rows in one cell."""
    return ", ".join(title for _, title in rows)


def field_of(goal: GoalRow | None) -> tuple[str, str]:
    """Return number and title of a goal's theme field."""
    return (goal.theme_field_number, goal.theme_field_title) if goal else ("", "")


def dated(text: str) -> Value:
    """Return a whole ISO date as a date that Excel can sort, a month as people type it; any other text as it is."""
    month = len(text) == len("2016-05")
    if not month and len(text) != len("2016-05-12"):
        return text
    try:
        day = date.fromisoformat(f"{text}-01" if month else text)
    except ValueError:
        return text
    return typed(text) if month else day
