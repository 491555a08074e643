"""A list of goals, indicators and proposals becomes a plan: each row with what it will be."""

import re
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from forumtool.domain.rows import GoalRow, ThemeFieldRow
from forumtool.i18n import _
from forumtool.imports.columns import proposal_columns
from forumtool.imports.goal_book import GoalBook, Named, named, same
from forumtool.imports.plan import (
    Line,
    PlannedIndicator,
    PlannedProposal,
    ProposalPlan,
    blank_lines,
    skipped,
)
from forumtool.imports.table import Table

_KINDS = {
    "ziel": "goal", "ziele": "goal", "goal": "goal", "goals": "goal",
    "indikator": "indicator", "indikatoren": "indicator", "indicator": "indicator", "indicators": "indicator",
    "hemmnis": "obstacle", "hemmnisse": "obstacle", "hindernis": "obstacle", "obstacle": "obstacle",
    "angebot": "offer", "angebote": "offer", "vorhandenes angebot": "offer", "offer": "offer",
    "existing offer": "offer",
    "frage": "question", "fragen": "question", "question": "question",
}  # fmt: skip
_TAG_ENDS = re.compile(r"[;,|\n]")


class Known(NamedTuple):
    """What the file has already. ``cards`` are (key of the goal, reference, text) of the forum that the list is for."""

    fields: Sequence[ThemeFieldRow] = ()
    goals: Sequence[GoalRow] = ()
    cards: Set[tuple[str, str, str]] = frozenset()
    forum_id: str | None = None
    forum_field: str = ""


class Entry(NamedTuple):
    """A row of the list, by the meaning of its cells; ``row`` is its place, ``line`` its line in the file."""

    row: int
    line: int
    kind: str
    field: str
    goal: Named
    text: str
    note: str
    tags: tuple[str, ...]
    reference: str


def plan_list(table: Table, mapping: Mapping[str, str] | None, known: Known) -> ProposalPlan:
    """Say what each row will become. Goals and fields that the file has are used, not made again.

    Raises a ``UserError`` if the mapping names a column that is not there, or no column is the text.
    """
    entries = read_entries(table, mapping)
    planning = _Planning(entries, known)
    lines = [planning.line(entry) for entry in entries] + blank_lines(table)
    return ProposalPlan(
        table=table,
        mapping=mapping,
        forum_id=known.forum_id,
        fields=tuple(planning.book.fields),
        goals=tuple(planning.book.goals),
        indicators=tuple(planning.indicators),
        proposals=tuple(planning.proposals),
        lines=tuple(sorted(lines)),
    )


def read_entries(table: Table, mapping: Mapping[str, str] | None = None) -> list[Entry]:
    """Return the rows by the meaning of their cells; a row without a field is of the field above it."""
    columns = proposal_columns(table.heads, mapping)
    entries: list[Entry] = []
    field = ""
    for at, (line, row) in enumerate(zip(table.line_numbers, table.rows, strict=True)):
        cells = {meaning: row[place] for meaning, place in columns.items()}
        field = " ".join(cells.get("field", "").split()) or field
        kind = _KINDS.get(same(cells.get("kind", "")).rstrip(".:"), "way")
        tags = tuple(dict.fromkeys(tag.strip() for tag in _TAG_ENDS.split(cells.get("tags", "")) if tag.strip()))
        entries.append(
            Entry(
                at,
                line,
                kind,
                field,
                named(cells.get("goal", "")),
                cells["text"],
                cells.get("note", ""),
                tags,
                cells.get("id", ""),
            )
        )
    return entries


class _Planning:
    """Goals first, so that a proposal finds the goal it names also below itself; then the rows from top to bottom."""

    def __init__(self, entries: Sequence[Entry], known: Known) -> None:
        self._known = known
        self.book = GoalBook(known.fields, known.goals, (entry.goal.number for entry in entries))
        self.indicators: list[PlannedIndicator] = []
        self.proposals: list[PlannedProposal] = []
        self._above: dict[int | None, int] = {}
        self._goal_lines: dict[int, Line] = {}
        for entry in entries:
            self._field(entry)  # so that new fields are numbered in the order of the list
        goals = [entry for entry in entries if entry.kind == "goal" and entry.text]
        self._goal_of = self._claim_by_title(goals)
        for entry in goals:
            self._settle(entry)

    def line(self, entry: Entry) -> Line:
        """Take one row into the plan and say what it becomes."""
        if not entry.text:
            return skipped(entry.line, entry.text, _("ohne Text"), entry.goal.number or entry.goal.title)
        if entry.kind == "goal":
            self._remember(self._goal_of[entry.row])
            return self._goal_lines[entry.row]
        goal, remark = self._goal_for(entry)
        self._remember(goal)
        if entry.kind == "indicator":
            return self._indicator(entry, goal, remark)
        return self._proposal(entry, goal, remark)

    def _claim_by_title(self, goals: Sequence[Entry]) -> dict[int, int]:
        found: dict[int, int] = {}
        for entry in goals:
            goal = self.book.with_title(entry.text, self._field(entry))
            if goal is not None:
                found[entry.row] = goal
                self.book.claim(goal)
        return found

    def _settle(self, entry: Entry) -> None:
        goal, becomes, remark = self._settled(entry)
        self._goal_of[entry.row] = goal
        self.book.claim(goal)
        self.book.mention(entry.goal.number, entry.row, goal)
        self._goal_lines[entry.row] = Line(entry.line, becomes, entry.text, self.book.goals[goal].label, remark)

    def _settled(self, entry: Entry) -> tuple[int, str, str]:
        field, number = self._field(entry), entry.goal.number
        titled = self._goal_of.get(entry.row, self.book.with_title(entry.text, field))
        if titled is not None:
            return titled, _("vorhandenes Ziel"), ""
        there = self._unclaimed(number, field) if number and field is not None else None
        if there is not None:
            return there, _("vorhandenes Ziel"), _("Der Wortlaut in der Datei bleibt.")
        goal = self.book.make(number, entry.text, self._field_or_default(entry))
        made = self.book.goals[goal].number
        changed = bool(number) and made != number
        return (
            goal,
            _("Ziel"),
            _("Die Nummer {number} ist vergeben, dieses Ziel heißt {other}.", number=number, other=made)
            if changed
            else "",
        )

    def _unclaimed(self, number: str, field: int) -> int | None:
        return self.book.with_number_in_file(number, field, unclaimed=True)

    def _goal_for(self, entry: Entry) -> tuple[int, str]:
        if not any(entry.goal):
            above = self._above.get(self._field(entry) if entry.field else None)
            return (above, "") if above is not None else self._of_no_goal(entry)
        found = self._named(entry, self._field(entry))
        if found is not None:
            return found, ""
        goal = self.book.make(entry.goal.number, entry.goal.title, self._field_or_default(entry))
        self.book.mention(entry.goal.number, entry.row, goal)
        return goal, _("Das Ziel {number} wird angelegt.", number=self.book.goals[goal].number)

    def _named(self, entry: Entry, field: int | None) -> int | None:
        """The goal of a row that names one; a row that says no field may mean a goal of any, its forum's first."""
        number, title = entry.goal
        fields = (field,) if entry.field else (field, None)
        if number:
            for found in (
                self.book.mentioned(number, entry.row, field),
                *(self.book.with_number_in_file(number, one) for one in fields),
                self.book.mentioned(number, entry.row, None),
            ):
                if found is not None:
                    return found
        if not title:
            return None
        return next((at for one in fields if (at := self.book.with_title(title, one)) is not None), None)

    def _of_no_goal(self, entry: Entry) -> tuple[int, str]:
        """A list without goals: one goal for each field, with the field's title."""
        field = self._field_or_default(entry)
        title = self.book.fields[field].title
        there = self.book.with_title(title, field)
        if there is not None:
            return there, ""
        goal = self.book.make("", title, field)
        return goal, _("Das Ziel {number} wird angelegt.", number=self.book.goals[goal].number)

    def _field(self, entry: Entry) -> int | None:
        title = entry.field or self._known.forum_field
        return self.book.field(title) if title else None

    def _field_or_default(self, entry: Entry) -> int:
        field = self._field(entry)
        return self.book.field(_("Ohne Themenfeld")) if field is None else field

    def _remember(self, goal: int) -> None:
        self._above[None] = self._above[self.book.goals[goal].field] = goal

    def _indicator(self, entry: Entry, goal: int, remark: str) -> Line:
        label = self.book.goals[goal].label
        if entry.text in self.book.indicators(goal):
            return skipped(entry.line, entry.text, _("steht schon beim Ziel"), label)
        self.indicators.append(PlannedIndicator(goal, entry.text, entry.reference))
        return Line(entry.line, _("Indikator"), entry.text, label, remark)

    def _proposal(self, entry: Entry, goal: int, remark: str) -> Line:
        planned = self.book.goals[goal]
        if entry.reference and (planned.id, entry.reference, entry.text) in self._known.cards:
            return skipped(entry.line, entry.text, _("ist schon eingelesen"), planned.label)
        self.proposals.append(PlannedProposal(goal, entry.kind, entry.text, entry.note, entry.tags, entry.reference))
        return Line(entry.line, _kind_words(entry.kind), entry.text, planned.label, remark)


def _kind_words(kind: str) -> str:
    words = {"way": _("Vorschlag"), "obstacle": _("Hemmnis"), "offer": _("Angebot"), "question": _("Frage")}
    return words[kind]
