"""What the cells of a decision list mean in this file, and how a decision is told in words."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from forumtool.domain.folding import folded
from forumtool.domain.names import POLICIES, Names
from forumtool.domain.rows import ActionFieldRow
from forumtool.domain.when import shown
from forumtool.exports.words import VERDICTS, word
from forumtool.i18n import _, speaking
from forumtool.imports.cells import cell_text
from forumtool.imports.decision_words import (
    NOT_CALCULATED,
    Said,
    is_error,
    read_count,
    read_day,
    read_number,
    read_verdict,
)
from forumtool.services.naming import names_by
from forumtool.storage.queries.decided import Decided
from forumtool.storage.queries.process import action_fields
from forumtool.storage.reading import Reading

KEYS = (
    "verdict", "reason", "responsible", "due", "votes_yes", "votes_no", "votes_abstained", "measure_number",
    "action_field",
)  # fmt: skip
"""What of a decision is compared; the proposal to merge with belongs to the verdict."""
Value = str | int | None | tuple[str, str | None]
"""Of a verdict its code and the key of the other proposal, of a field of action its key, else text or a count."""
_LONG = 32_000  # signs; what is longer than a cell was cut when it was written


class Read(NamedTuple):
    """What a cell says, or the fault that keeps it from saying anything; ``raw`` is its text."""

    raw: str
    value: Value = None
    fault: str = ""


def values_of(row: Decided) -> dict[str, Value]:
    """Return a decision by ``KEYS``."""
    verdict = (row.verdict, row.merged_with_id if row.verdict == "merge" else None)
    return {**{key: getattr(row, key) for key in KEYS[1:-1]}, "verdict": verdict, "action_field": row.action_field_id}


def fields_of(key: str, value: Value) -> dict[str, object]:
    """Return the fields of the model ``Decision`` that a value fills."""
    if isinstance(value, tuple):
        return {"verdict": value[0], "merged_with_id": value[1]}
    return {"action_field_id" if key == "action_field" else key: value}


class Values:
    """Reads and tells the values of decisions as one file knows them."""

    def __init__(self, source: Reading, today: date) -> None:
        self._source, self._today = source, today
        every = source.plain("SELECT id, laptop || '-' || running_number FROM proposal WHERE NOT deleted")
        self.number_of: dict[str, str] = dict(every)
        self.key_of = {number: key for key, number in every}
        self.standing = {key for (key,) in source.plain("SELECT id FROM card")}
        self.letters = {number.partition("-")[0] for number in self.key_of}
        self._fields = action_fields(source)

    def number(self, text: str) -> str:
        """Return the number of a card that a cell names, empty if it names none."""
        first = next(iter(text.split()), "")
        return read_number(text, self.letters) or read_number(first, self.letters)

    def read(self, cells: Mapping[str, str], own: str | None, before: Decided) -> dict[str, Read]:
        """Return what a row's cells say of the proposal ``own``, by those of ``KEYS`` that the row has."""
        found = {key: self._read(key, cells[key]) for key in KEYS[1:] if key in cells}
        if "verdict" in cells or cells.get("merged_with"):
            raw = " ".join(filter(None, (cells.get("verdict", ""), cells.get("merged_with", ""))))
            faulty = _faulty(cells.get("verdict", "")) or _faulty(cells.get("merged_with", ""))
            said = faulty or self._read_verdict(cells, own, before)
            found["verdict"] = said if isinstance(said, Read) else Read(raw, said)
        return {key: found[key] for key in KEYS if key in found}

    def _read(self, key: str, raw: str) -> Read:
        if (faulty := _faulty(raw)) is not None:
            return faulty
        if key == "action_field":
            return self._read_field(raw)
        if key.startswith("votes"):
            said = read_count(raw)
            return Read(raw, int(said.value or 0), said.fault)
        return Read(raw, (read_day(raw, self._today) if key == "due" else Said(raw)).value)

    def _read_verdict(self, cells: Mapping[str, str], own: str | None, before: Decided) -> Value | Read:
        said, behind = read_verdict(cells.get("verdict", ""))
        named = cells.get("merged_with", "") or behind
        if said.fault:
            return Read(cells["verdict"], fault=said.fault)
        other = self.key_of.get(self.number(named)) if named else None
        left_over = other is not None and before.verdict == "merge" and other == before.merged_with_id
        if not said.value and named and not (left_over and "verdict" in cells):
            said = Said("merge")
        if said.value != "merge":
            stale = before.verdict == "merge" and said.value != before.verdict
            known = left_over or not named or stale
            return (said.value, None) if known else Read(named, fault=_("zusammenführen mit, aber anders entschieden"))
        if not named and before.verdict == "merge" and "merged_with" not in cells:
            return "merge", before.merged_with_id
        return self._with(named, other, own, before)

    def _with(self, named: str, other: str | None, own: str | None, before: Decided) -> Value | Read:
        if not named:
            return Read(named, fault=_("zum Zusammenführen fehlt die Nummer des anderen Vorschlags"))
        if other is None or (other not in self.standing and other != before.merged_with_id):
            return Read(named, fault=_("zum Zusammenführen gibt es keinen Vorschlag „{number}“", number=named))
        if other == own:
            return Read(named, fault=_("ein Vorschlag lässt sich nicht mit sich selbst zusammenführen"))
        return "merge", other

    def _read_field(self, raw: str) -> Read:
        wanted = folded(raw)
        if not wanted:
            return Read(raw)
        fitting = self._fields_that(_exactly, wanted)
        if len(fitting) != 1 and self._several(wanted):
            return Read(raw, fault=_("mehr als ein Handlungsfeld"))
        fitting = fitting if len(fitting) == 1 else self._fields_that(_beginning, wanted)
        if len(fitting) == 1:
            return Read(raw, fitting[0])
        return Read(raw, fault=_("ein Handlungsfeld „{text}“ gibt es nicht", text=raw))

    def _fields_that(self, fits: Callable[[ActionFieldRow, str], bool], wanted: str) -> list[str]:
        return [row.id for row in self._fields if fits(row, wanted)]

    def _several(self, wanted: str) -> bool:
        """Tell whether a cell lists numbers of fields, as overviews do ("3, 4, 6")."""
        return len({row.number for row in self._fields} & set(wanted.split())) > 1

    def untouched(self, key: str, read: Read, before: Value) -> bool:
        """Tell whether a cell says what stood there when it was written, whatever the export let be seen of it."""
        if read.value == before:
            return True
        if not isinstance(before, str) or key == "action_field":
            return False
        stood = cell_text(before)
        cut = len(read.raw) > _LONG and stood.startswith(read.raw[:_LONG])
        return read.raw == stood or cut or (key == "responsible" and read.raw in self._seen(before))

    def _seen(self, responsible: str) -> set[str]:
        return {cell_text(policy.task(responsible)) for policy in self._policies}

    @cached_property
    def _policies(self) -> list[Names]:
        return names_by(self._source, *POLICIES)

    def told(self, key: str, value: Value) -> str:
        """Return a value in words, empty for nothing."""
        say = speaking()
        if isinstance(value, tuple):
            if value[0] == "merge":
                return _("zusammenführen mit {number}", number=self.number_of.get(value[1] or "", "?"))
            return word(VERDICTS, value[0], say)
        if key == "action_field":
            return next((f"{row.number} {row.title}".strip() for row in self._fields if row.id == value), "")
        if key == "due":
            return shown(str(value or ""), say.language)
        return str(value or "")


def _faulty(raw: str) -> Read | None:
    """What is read of a cell in which a formula has failed or was never calculated; None for any other cell."""
    if raw == NOT_CALCULATED:
        return Read("", fault=_("eine Formel ohne Ergebnis: bitte in Excel öffnen und speichern"))
    return Read(raw, fault=_("ein Fehlerwert statt eines Inhalts")) if is_error(raw) else None


def _exactly(row: ActionFieldRow, wanted: str) -> bool:
    return wanted in {folded(row.number), folded(row.title), folded(f"{row.number} {row.title}")}


def _beginning(row: ActionFieldRow, wanted: str) -> bool:
    return folded(row.title).startswith(wanted) or f"{folded(row.number)} " == f"{wanted.partition(' ')[0]} "
