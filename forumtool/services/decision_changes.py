"""What a list of decisions would change, cell by cell: compared with the day it was written, and with today."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from forumtool.domain.folding import folded
from forumtool.domain.rows import GoalRow
from forumtool.domain.stopping import breathing
from forumtool.exports.decision_columns import DECISION_COLUMNS, STAND
from forumtool.i18n import _
from forumtool.imports.decision_list import DecisionList, Listed, no_decisions
from forumtool.imports.plan import Line, skipped
from forumtool.services.decision_circles import asked_about_circles
from forumtool.services.decision_plan import CHANGE, CONFLICT, NEW, QUESTION, Change, DecisionPlan
from forumtool.services.decision_texts import Texts
from forumtool.services.decision_values import KEYS, Read, Value, Values, fields_of, values_of
from forumtool.services.decisions import votes_remark
from forumtool.storage.queries.decided import UNDECIDED, Decided, decided_at, decided_now, knows
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.process import goals, steering_members
from forumtool.storage.reading import Reading

VOTES = ("votes_yes", "votes_no", "votes_abstained")
_TITLES = {column.key: column.title for column in DECISION_COLUMNS}


def compare(source: Reading, listed: DecisionList, today: date, *, of_any_file: bool = False) -> DecisionPlan:
    """Say what a list of decisions would change in this file; nothing is changed.

    A cell counts as changed if it differs from what stood there when the list was written (its stand); a list without
    a stand, or of another file, changes what it fills in and clears nothing. Nothing of another file's list is taken
    unless the user says so, be it for the whole list (``of_any_file``). Raises a ``UserError`` for one that has neither
    a stand nor a column of decisions: overviews name numbers and fields, too.
    """
    found = _Comparison(source, listed, today, of_any_file=of_any_file)
    if not found.has_stand and listed.columns.isdisjoint(("verdict", "merged_with")):
        raise no_decisions(listed.name)
    return found.plan()


class _Said(NamedTuple):
    """What one row says of one field; ``new`` if that is not what the list was written with."""

    row: Listed
    read: Read
    new: bool


class _Comparison:
    def __init__(self, source: Reading, listed: DecisionList, today: date, *, of_any_file: bool) -> None:
        self._source, self._listed = source, listed
        self._values = Values(source, today)
        self._now = decided_now(source)
        then = listed.properties.get(STAND, "")
        self._stood = decided_at(source, then)
        self._is_foreign = bool(then) and not knows(source, then)
        self._is_trusted = of_any_file or not self._is_foreign
        self._texts = Texts(source)
        self._seats = len(steering_members(source))
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
        changes = asked_about_circles(order, self._now, self._values.number_of)
        return DecisionPlan(tuple(changes), tuple(sorted(self._lines)), tuple(self._remarks()), self._is_foreign)

    def _leave(self, row: Listed, reason: str, raw: str = "") -> None:
        self._lines.append(skipped(row.line, " · ".join(filter(None, (row.number, raw or row.text))), reason))

    def _leave_cell(self, row: Listed, field: str, read: Read) -> None:
        self._leave(row, ": ".join((_(_TITLES[field]), read.fault)), read.raw)

    def _remarks(self) -> Iterator[str]:
        if self._is_foreign:
            yield _(
                "Die Liste stammt aus einer anderen Datei oder einer neueren Fassung dieser Datei: Ihre Nummern können"
                " hier andere Vorschläge meinen, leere Zellen ändern nichts."
            )
        elif self._stood is None:
            yield _("Wann die Liste ausgegeben wurde, ist nicht zu erkennen: Leere Zellen ändern nichts.")
        missing = [_(_TITLES[key]) for key in KEYS if key not in self._listed.columns]
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
        voted = self._voted(said, now)
        for field, every in said.items():
            remark = voted if field in VOTES else ""
            self._decide(key, field, every, values_of(before)[field], values_of(now)[field], remark)

    def _voted(self, said: Mapping[str, Sequence[_Said]], now: Decided) -> str:
        """What there is to remark on the vote as it would be."""
        counts = values_of(now) | {field: one.read.value for field, every in said.items() for one in every if one.new}
        return votes_remark([count for field in VOTES if isinstance(count := counts[field], int)], self._seats)

    def _is_new(self, field: str, read: Read, before: Value) -> bool:
        if self._stood is None and not read.raw:
            return False
        return not self._values.untouched(field, read, before)

    def _decide(self, key: str, field: str, every: Sequence[_Said], before: Value, now: Value, remark: str) -> None:
        fresh = {one.read.value: one for one in reversed(every) if one.new}
        contradicted = len(fresh) > 1 or any(
            one.row.sheet == other.row.sheet and other.read.value not in fresh
            for one in fresh.values()
            for other in every
        )
        for value, one in fresh.items():
            if value != now:
                change = self._change(key, field, one, before, now, contradicted=contradicted)
                self._changes.append(change._replace(remark=" · ".join(filter(None, (change.remark, remark)))))

    def _change(self, key: str, field: str, one: _Said, before: Value, now: Value, *, contradicted: bool) -> Change:
        unknown = self._stood is None and now not in ("", 0, None, ("", None))
        doubt = self._doubt(key, one.row)
        kind = QUESTION if contradicted or doubt else CONFLICT if now != before or unknown else CHANGE
        remark = doubt or _remark(kind, unknown=unknown)
        if kind == CHANGE and not self._is_trusted:
            kind, remark = CONFLICT, _("Aus einer anderen Datei")
        told = self._values.told
        return Change(
            id=f"{one.row.sheet}/{one.row.line}/{field}",
            line=one.row.line,
            sheet=one.row.sheet,
            number=self._values.number_of[key],
            text=self._texts.now(key),
            field=field,
            before="" if unknown else told(field, before),
            now=told(field, one.read.value),
            meanwhile=told(field, now) or _("nichts") if unknown or now != before else "",
            kind=kind,
            remark=remark,
            taken=kind == CHANGE,
            proposal_id=key,
            values=tuple(fields_of(field, one.read.value).items()),
            seen=tuple(fields_of(field, now).items()),
        )

    def _doubt(self, key: str, row: Listed) -> str:
        """Why a row may mean another proposal than the one with its number.

        A list that is known to be this file's may word it as the reader liked, but not like another card.
        """
        if self._texts.fits(key, row.text) or (self._stood is not None and not self._texts.is_another(row.text)):
            return ""
        here, there = (" ".join(text.split()) for text in (self._texts.now(key), row.text))
        return _("Anderer Wortlaut: hier „{here}“, in der Liste „{there}“", here=here, there=there)

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
        votes = votes_remark([count for key in VOTES if isinstance(count := values.get(key), int)], self._seats)
        remark = " · ".join(filter(None, (remark or _("von Hand ergänzt"), votes)))
        return Change(
            id=f"{row.sheet}/{row.line}/new", line=row.line, sheet=row.sheet, number="", text=row.text, field="",
            before="", now=" · ".join((goal.label, *told)), meanwhile="", kind=NEW,
            remark=remark, taken=not number and self._is_trusted, proposal_id=None,
            values=tuple(values.items()), goal_id=goal.id, forum_id=forum_id,
        )  # fmt: skip


def _remark(kind: str, *, unknown: bool) -> str:
    if kind == QUESTION:
        return _("Die Nummer steht mehrmals in der Liste, mit Verschiedenem")
    if kind == CONFLICT:
        return _("Hier steht schon etwas anderes") if unknown else _("Inzwischen auch hier geändert")
    return ""
