"""What a list of decisions would change, cell by cell: compared with the day it was written, and with today."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from forumtool.domain.folding import folded
from forumtool.domain.rows import GoalRow
from forumtool.domain.stopping import breathing
from forumtool.exports.decision_columns import DECISION_COLUMNS, STAND
from forumtool.i18n import _, ngettext
from forumtool.imports.decision_list import DecisionList, Listed, no_decisions
from forumtool.imports.plan import Line, skipped
from forumtool.services.decision_values import KEYS, Read, Value, Values, fields_of, values_of
from forumtool.storage.queries.decided import UNDECIDED, Decided, decided_at, decided_now
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.process import goals
from forumtool.storage.reading import Reading

CHANGE, CONFLICT, QUESTION, NEW = "change", "conflict", "question", "new"
TITLES = {column.key: column.title for column in DECISION_COLUMNS}


class Change(NamedTuple):
    """One cell that says something else than the file, or a row that somebody has added.

    ``kind`` is CHANGE; CONFLICT, if it was also changed here since the list was written (then ``meanwhile`` is what
    stands here); QUESTION, if the list says two things; NEW, a proposal that was added by hand. ``values`` are fields
    of ``Decision``, ``seen`` is what the file had in them. ``taken``: what is done unless the user says otherwise.
    """

    id: str
    line: int
    sheet: str
    number: str
    text: str
    field: str
    before: str
    now: str
    meanwhile: str
    kind: str
    remark: str
    taken: bool
    proposal_id: str | None
    values: tuple[tuple[str, object], ...]
    seen: tuple[tuple[str, object], ...] = ()
    goal_id: str | None = None
    forum_id: str | None = None


class DecisionPlan(NamedTuple):
    """What a list would change and which of its rows and cells say nothing that can be taken.

    ``remarks`` are sentences about the whole list.
    """

    changes: tuple[Change, ...]
    lines: tuple[Line, ...]
    remarks: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The plan in a sentence or two."""
        conflicts = sum(change.kind in (CONFLICT, QUESTION) for change in self.changes)
        said = [ngettext("{count} Änderung in der Liste.", "{count} Änderungen in der Liste.", len(self.changes))]
        if not self.changes:
            said = [_("Die Liste sagt nichts anderes als die Datei.")]
        if conflicts:
            said.append(ngettext("{count} davon braucht eine Wahl.", "{count} davon brauchen eine Wahl.", conflicts))
        if self.lines:
            said.append(ngettext("{count} Zeile bleibt weg.", "{count} Zeilen bleiben weg.", len(self.lines)))
        return " ".join((*said, *self.remarks))


def sentence(change: Change, *, taken: bool) -> str:
    """Return a change in a line of words, and what becomes of it."""
    where = _("Zeile {number}", number=change.line)
    if change.kind == NEW:
        what = _("neuer Vorschlag „{text}“ → {now}", text=change.text, now=change.now)
    else:
        before, now = change.before or _("leer"), change.now or _("leer")
        what = f"{change.number} · {field_title(change)}: {before} → {now}"
    if change.meanwhile:
        what += " · " + _("hier inzwischen: {meanwhile}", meanwhile=change.meanwhile)
    remark = change.remark if taken else ", ".join(filter(None, (change.remark, _("nicht übernommen"))))
    return " ".join(f"{where}: {what}".split()) + (f" ({remark})" if remark else "")


def field_title(change: Change) -> str:
    """Return what a change is about, as its column is called."""
    return _("Neuer Vorschlag") if change.kind == NEW else _(TITLES[change.field])


def compare(source: Reading, listed: DecisionList, today: date) -> DecisionPlan:
    """Say what a list of decisions would change in this file; nothing is changed.

    A cell counts as changed if it differs from what stood there when the list was written (its stand); a list without
    a stand, or of another file, changes what it fills in and clears nothing. Raises a ``UserError`` for one that has
    neither a stand nor a column of decisions: overviews name numbers and fields, too.
    """
    found = _Comparison(source, listed, today)
    if not found.has_stand and listed.columns.isdisjoint(("verdict", "merged_with")):
        raise no_decisions(listed.name)
    return found.plan()


class _Said(NamedTuple):
    """What one row says of one field; ``new`` if that is not what the list was written with."""

    row: Listed
    read: Read
    new: bool


class _Comparison:
    def __init__(self, source: Reading, listed: DecisionList, today: date) -> None:
        self._source, self._listed = source, listed
        self._values = Values(source, today)
        self._now = decided_now(source)
        self._stood = decided_at(source, listed.properties.get(STAND, ""))
        self._changes: list[Change] = []
        self._lines: list[Line] = list(listed.asides)

    @property
    def has_stand(self) -> bool:
        return self._stood is not None

    def plan(self) -> DecisionPlan:
        by_key: dict[str, list[Listed]] = defaultdict(list)
        by_hand: list[Listed] = []
        for row in breathing(self._listed.rows):
            key = self._values.key_of.get(self._values.number(row.number))
            if key is None:
                by_hand.append(row)
            elif key in self._values.standing:
                by_key[key].append(row)
            else:
                self._leave(row, _("dieser Vorschlag steht hier nicht mehr für sich"))
        for key, rows in breathing(by_key.items()):
            self._compare(key, rows)
        self._take_added(by_hand)
        order = sorted(self._changes, key=lambda change: (change.line, change.sheet))
        return DecisionPlan(tuple(order), tuple(sorted(self._lines)), tuple(self._remarks()))

    def _leave(self, row: Listed, reason: str, raw: str = "") -> None:
        self._lines.append(skipped(row.line, " · ".join(filter(None, (row.number, raw or row.text))), reason))

    def _leave_cell(self, row: Listed, field: str, read: Read) -> None:
        self._leave(row, ": ".join((_(TITLES[field]), read.fault)), read.raw)

    def _remarks(self) -> Iterator[str]:
        if self._stood is None:
            yield _("Wann die Liste ausgegeben wurde, ist nicht zu erkennen: Leere Zellen ändern nichts.")
        missing = [_(TITLES[key]) for key in KEYS if key not in self._listed.columns]
        if missing:
            yield _(
                "Diese Spalten fehlen und bleiben, wie sie sind: {columns}.", columns=", ".join(missing).rstrip(".")
            )

    # A row of a proposal that is there

    def _compare(self, key: str, rows: Sequence[Listed]) -> None:
        now = self._now.get(key, UNDECIDED)
        before = now if self._stood is None else self._stood.get(key, UNDECIDED)
        said: dict[str, list[_Said]] = defaultdict(list)
        for row in rows:
            for field, read in self._values.read(row.cells, key, before).items():
                if read.fault:
                    self._leave_cell(row, field, read)
                else:
                    said[field].append(_Said(row, read, self._is_new(field, read, values_of(before)[field])))
        for field, every in said.items():
            self._decide(key, field, every, values_of(before)[field], values_of(now)[field])

    def _is_new(self, field: str, read: Read, before: Value) -> bool:
        if self._stood is None and not read.raw:
            return False
        return not self._values.untouched(field, read, before)

    def _decide(self, key: str, field: str, every: Sequence[_Said], before: Value, now: Value) -> None:
        fresh = {one.read.value: one for one in reversed(every) if one.new}
        contradicted = len(fresh) > 1 or any(
            one.row.sheet == other.row.sheet and other.read.value not in fresh
            for one in fresh.values()
            for other in every
        )
        for value, one in fresh.items():
            if value != now:
                self._changes.append(self._change(key, field, one, before, now, contradicted=contradicted))

    def _change(self, key: str, field: str, one: _Said, before: Value, now: Value, *, contradicted: bool) -> Change:
        unknown = self._stood is None and now not in ("", 0, None, ("", None))
        kind = QUESTION if contradicted else CONFLICT if now != before or unknown else CHANGE
        told = self._values.told
        return Change(
            id=f"{one.row.sheet}/{one.row.line}/{field}",
            line=one.row.line,
            sheet=one.row.sheet,
            number=self._values.number_of[key],
            text=one.row.text,
            field=field,
            before="" if unknown else told(field, before),
            now=told(field, one.read.value),
            meanwhile=told(field, now) or _("nichts") if kind == CONFLICT or now != before else "",
            kind=kind,
            remark=_remark(kind, unknown=unknown),
            taken=kind == CHANGE,
            proposal_id=key,
            values=tuple(fields_of(field, one.read.value).items()),
            seen=tuple(fields_of(field, now).items()),
        )

    # Rows added by hand

    def _take_added(self, rows: Iterable[Listed]) -> None:
        added: set[tuple[str, str]] = set()
        every = list(rows)
        known = self._known_texts() if every else {}
        titles = {folded(row.title): row.id for row in forums(self._source)}
        for row in every:
            goal = self._goal(row.goal)
            words = folded(row.text)
            if not words and row.number:
                self._leave(row, _("eine Nummer, die es hier nicht gibt"))
            elif not words:
                self._leave(row, _("weder Nummer noch Text"))
            elif goal is None:
                self._leave(row, _("ein neuer Vorschlag, aber ohne Ziel, das es hier gibt"))
            elif (goal.id, words) in known:
                self._leave(row, _("steht schon da als {number}", number=known[goal.id, words]))
            elif (goal.id, words) not in added:
                added.add((goal.id, words))
                self._changes.append(self._added(row, goal, titles.get(folded(row.forum)) if row.forum else None))

    def _known_texts(self) -> dict[tuple[str, str], str]:
        found = self._source.plain("SELECT id, goal_id, original_text, edited_text FROM card")
        return {
            (goal_id, folded(text)): self._values.number_of[key]
            for key, goal_id, original, edited in found
            for text in (original, edited)
            if text
        }

    def _goal(self, said: str) -> GoalRow | None:
        wanted, first = folded(said), next(iter(said.split()), "").rstrip(".:")
        every = goals(self._source)
        fitting = [goal for goal in every if wanted in (folded(goal.title), folded(goal.label))] if wanted else []
        return next(iter(fitting), next((goal for goal in every if first and goal.number == first), None))

    def _added(self, row: Listed, goal: GoalRow, forum_id: str | None) -> Change:
        read = self._values.read(row.cells, None, Decided())
        values: dict[str, object] = {}
        told = []
        for field, one in read.items():
            if one.fault:
                self._leave_cell(row, field, one)
            elif one.value not in ("", 0, None, ("", None)):
                values |= fields_of(field, one.value)
                told.append(self._values.told(field, one.value))
        number = self._values.number(row.number)
        remark = _("von Hand ergänzt; die Nummer {number} gibt es hier nicht", number=number) if number else ""
        return Change(
            id=f"{row.sheet}/{row.line}/new", line=row.line, sheet=row.sheet, number="", text=row.text, field="",
            before="", now=" · ".join((goal.label, *told)), meanwhile="", kind=NEW,
            remark=remark or _("von Hand ergänzt"), taken=not number, proposal_id=None,
            values=tuple(values.items()), goal_id=goal.id, forum_id=forum_id,
        )  # fmt: skip


def _remark(kind: str, *, unknown: bool) -> str:
    if kind == QUESTION:
        return _("Die Nummer steht mehrmals in der Liste, mit Verschiedenem")
    if kind == CONFLICT:
        return _("Hier steht schon etwas anderes") if unknown else _("Inzwischen auch hier geändert")
    return ""
