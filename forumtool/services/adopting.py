"""What the steering group adopted becomes measures of the concept, each tied to the cards that it came from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from forumtool.domain.when import typed
from forumtool.i18n import N_, _
from forumtool.services.lists import last_position
from forumtool.services.measures import tie_cards
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.concept import AdoptedRow, adopted, measures_of_cards
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields
from forumtool.storage.reading import Reading

_LONGEST_TITLE = 90


class Adoption(NamedTuple):
    """What becomes of one or more adopted proposals: a measure, new or (``measure_id``) there as a sketch.

    ``cards`` are the keys of the proposals and of those merged into them, ``proposals`` their numbers; ``is_proposed``
    tells that nobody set the number yet. ``values`` are what the measure gets; where it has words of its own, none.
    """

    measure_id: str | None
    number: str
    is_proposed: bool
    title: str
    field: str
    lead: str
    horizon: str
    cards: tuple[str, ...]
    proposals: tuple[str, ...]
    decisions: tuple[str, ...]
    values: Mapping[str, Any]
    is_change: bool


class AdoptionPlan(NamedTuple):
    """What adopting would make, and a sentence for everything that somebody should look at."""

    adoptions: tuple[Adoption, ...]
    remarks: tuple[str, ...]

    @property
    def changes(self) -> tuple[Adoption, ...]:
        """Those that would make or change a measure."""
        return tuple(one for one in self.adoptions if one.is_change)


def plan_adoption(source: Reading) -> AdoptionPlan:
    """Return what ``adopt_measures`` would make of the decisions as they are; nothing is changed."""
    return _Planning(source).plan()


def adopt_measures(file: ForumFile) -> Step | None:
    """Make a measure of each adopted proposal and of those merged into it, as one step; None if nothing is new.

    A sketch that an adopted card is tied to takes number, field, lead and horizon of the decision where it has none,
    instead of a second measure.
    """
    with file.step(N_("Maßnahmen übernommen: {count}")) as edit:
        changes = plan_adoption(edit).changes
        edit.words["count"] = str(len(changes))
        for one in changes:
            _adopt(edit, one)
    return edit.done


def _adopt(edit: Edit, one: Adoption) -> None:
    from forumtool.domain.models import Decision, Measure

    key = one.measure_id
    if key is None:
        position = last_position(edit, "measure", forum_id=one.values["forum_id"])
        key = edit.add(Measure(position=position, **one.values)).id
        edit.flush()
    else:
        edit.change(Measure, key, **one.values)
    tie_cards(edit, key, one.cards)
    for decision in one.decisions:
        edit.change(Decision, decision, measure_id=key)


class _Planning:
    """The decisions beside the measures that there are."""

    def __init__(self, source: Reading) -> None:
        self._rows = adopted(source)
        self._measures = {row.id: row for row in measures(source)}
        self._fields = {row.id: row for row in action_fields(source)}
        self._of_card: dict[str, str] = {}
        for card, measure in measures_of_cards(source):
            self._of_card.setdefault(card, measure)
        self._tied = set(measures_of_cards(source))
        self._taken = [(row.action_field_id, row.number) for row in self._measures.values() if row.number]
        self._remarks: list[str] = []

    def plan(self) -> AdoptionPlan:
        merged = self._merged()
        of: dict[str, list[AdoptedRow]] = defaultdict(list)
        for row in self._rows:
            if row.verdict == "adopt":
                of[row.measure_id or self._of_card.get(row.id) or row.id].append(row)
        self._taken += [
            (self._field(rows), rows[0].measure_number)
            for key, rows in of.items()
            if rows[0].measure_number and not self._number_there(key)
        ]
        found = [self._adoption(key, rows, merged) for key, rows in of.items()]
        return AdoptionPlan(tuple(found), (*self._doubles(), *self._remarks))

    def _merged(self) -> dict[str, list[AdoptedRow]]:
        """The proposals merged into each adopted one, also by way of others."""
        rows = {row.id: row for row in self._rows}
        found: dict[str, list[AdoptedRow]] = defaultdict(list)
        for row in self._rows:
            target, seen = row, {row.id}
            while target.verdict == "merge" and target.merged_with_id in rows and target.merged_with_id not in seen:
                target = rows[target.merged_with_id]
                seen.add(target.id)
            if row.verdict == "merge" and target.verdict == "adopt":
                found[target.id].append(row)
        return found

    def _number_there(self, key: str) -> str:
        return self._measures[key].number if key in self._measures else ""

    def _field(self, rows: Sequence[AdoptedRow]) -> str | None:
        """The field of the measure, of the decision, or the only one that the theme field goes into."""
        there = self._measures.get(rows[0].measure_id or self._of_card.get(rows[0].id, ""))
        if there and there.action_field_id in self._fields:
            return there.action_field_id
        decided = next((row.action_field_id for row in rows if row.action_field_id), None)
        through = [key for key, field in self._fields.items() if rows[0].theme_field_id in field.theme_field_ids]
        return decided or (through[0] if len(through) == 1 else None)

    def _adoption(self, key: str, rows: list[AdoptedRow], merged: Mapping[str, list[AdoptedRow]]) -> Adoption:
        there, field = self._measures.get(key), self._field(rows)
        every = [*rows, *(one for row in rows for one in merged[row.id])]
        decided = next((row.measure_number for row in rows if row.measure_number), "")
        number = (there.number if there else "") or decided or self._next_number(field)
        first = rows[0]
        values: dict[str, Any] = {
            "number": number,
            "action_field_id": field,
            "lead": next((row.responsible for row in rows if row.responsible), ""),
            "horizon": next((typed(row.due) for row in rows if row.due), ""),
        }
        if there:
            values = {name: value for name, value in values.items() if value and not getattr(there, name)}
            self._tell_other_numbers(rows, number)
        else:
            title = _title(first.text)
            values |= {"forum_id": first.forum_id, "goal_id": first.goal_id, "cluster_id": first.cluster_id,
                       "title": title, "text": "" if title == first.text else first.text}  # fmt: skip
        lead, horizon = (values.get(name) or (getattr(there, name) if there else "") for name in ("lead", "horizon"))
        return Adoption(
            there.id if there else None, number, bool(number) and not (decided or (there and there.number)),
            there.title if there else values["title"], self._fields[field].label if field else "", lead, horizon,
            tuple(row.id for row in every), tuple(row.number for row in every), tuple(row.decision_id for row in every),
            values, self._is_change(key, every, values, is_new=there is None),
        )  # fmt: skip

    def _is_change(self, key: str, every: Sequence[AdoptedRow], values: Mapping[str, Any], *, is_new: bool) -> bool:
        tied = all((row.id, key) in self._tied and row.measure_id == key for row in every)
        return is_new or bool(values) or not tied

    def _next_number(self, field: str | None) -> str:
        """The number behind the highest one of a field (1.4), with the field's own in front; none without a field."""
        own = self._fields[field].number if field else ""
        if not own:
            return ""
        ends = [number.removeprefix(f"{own}.") for _field, number in self._taken if number.startswith(f"{own}.")]
        number = f"{own}.{max((int(end) for end in ends if end.isdecimal()), default=0) + 1}"
        self._taken.append((field, number))
        return number

    def _doubles(self) -> Iterable[str]:
        for number, count in Counter(number for _field, number in self._taken).items():
            if count > 1:
                yield _("Die Nummer {number} steht an {count} Maßnahmen.", number=number, count=count)

    def _tell_other_numbers(self, rows: Sequence[AdoptedRow], number: str) -> None:
        for row in rows:
            if row.measure_number not in {"", number}:
                self._remarks.append(
                    _(
                        "{proposal}: Beschlossen ist die Nummer {decided}, die Maßnahme hat {number}.",
                        proposal=row.number,
                        decided=row.measure_number,
                        number=number,
                    )
                )


def _title(text: str) -> str:
    """The wording as a title: its first line, cut between words where it is long."""
    line = " ".join(text.strip().partition("\n")[0].split())
    if len(line) <= _LONGEST_TITLE:
        return line
    return f"{line[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"
