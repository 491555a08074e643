"""A list of people becomes a plan: each row with whom it will put on the forum's list. Names are never keys."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from forumtool.domain.rows import NewParticipant
from forumtool.i18n import _
from forumtool.imports.asides import Asides
from forumtool.imports.columns import names_family_first, participant_columns
from forumtool.imports.person_names import apart, compared, in_order
from forumtool.imports.plan import Line, ParticipantPlan, blank_lines, skipped
from forumtool.imports.table import Table

Identity = tuple[str, str]

_ONE_LINE = (
    "salutation", "title", "given", "family", "name", "organisation", "function", "email", "constituency",
)  # fmt: skip
_YES = frozenset({"x", "ja", "j", "yes", "y", "1", "wahr", "true", "ok", "✓", "✔", "☒", "erteilt", "einverstanden"})


class Acquaintance(NamedTuple):
    """A person whom the file knows: on this forum's list (no key), or from another one, named in ``where``.

    ``bench`` is the title of the one that the person sits on already.
    """

    name: str
    organisation: str
    key: str | None = None
    where: str = ""
    bench: str = ""


def plan_people(
    table: Table,
    mapping: Mapping[str, str] | None,
    *,
    forum_id: str,
    known: Sequence[Acquaintance] = (),
    benches: Sequence[str] = (),
    doubles: bool = False,
    decided: Mapping[int, bool] | None = None,
) -> ParticipantPlan:
    """Say whom each row is, and which benches they bring that are not among those there are.

    The same name with the same organisation comes once, unless ``doubles``; whoever is on another forum's list comes
    as the person that the file knows. ``decided`` is what the user has said of single lines, stronger than all this.
    Raises a ``UserError`` if the mapping names a column that is not there, or no column has names.
    """
    columns = participant_columns(table.heads, mapping, table.rows)
    family_first = "name" in columns and _is_family_first(table, columns["name"])
    planning = _Planning(table, known, benches, doubles, decided or {})
    for number, row in zip(table.line_numbers, table.rows, strict=True):
        cells = {meaning: row[place] for meaning, place in columns.items()}
        planning.take(number, row, person_of(cells, family_first=family_first))
    return ParticipantPlan(
        table, mapping, forum_id, doubles, tuple(planning.people), tuple(sorted(planning.lines + blank_lines(table))),
        tuple(planning.keys), dict(decided or {}), tuple(planning.benches.values()),
    )  # fmt: skip


def _is_family_first(table: Table, place: int) -> bool:
    """Tell whether "Müller Max" is Max Müller: where others write the comma, a name without is as people are called."""
    return names_family_first(table.heads[place]) and not any("," in row[place] for row in table.rows)


def identity(name: str, organisation: str) -> Identity:
    """Return name and organisation as they are compared: whatever their case, their blanks and titles."""
    return compared(name), compared(organisation)


def person_of(cells: Mapping[str, str], *, family_first: bool = False) -> NewParticipant:
    """Return the person of a row by the meaning of its cells; only notes keep their line breaks."""
    plain = {meaning: " ".join(cells.get(meaning, "").split()) for meaning in _ONE_LINE}
    organisation = plain["organisation"]
    if not organisation:
        plain["name"], organisation = apart(plain["name"])
    return NewParticipant(
        name=in_order(plain, family_first=family_first),
        organisation=organisation,
        function=plain["function"],
        email=plain["email"],
        constituency=plain["constituency"],
        note=cells.get("note", ""),
        consent_attribution=_is_yes(cells.get("attribution", "")),
        consent_photo=_is_yes(cells.get("photo", "")),
        consent_email=_is_yes(cells.get("mailing", "")),
    )


class _Planning:
    """Takes the rows from top to bottom and remembers who they were."""

    def __init__(
        self,
        table: Table,
        known: Sequence[Acquaintance],
        benches: Sequence[str],
        doubles: bool,
        decided: Mapping[int, bool],
    ) -> None:
        self.people: list[NewParticipant] = []
        self.benches: dict[str, str] = {}
        self._there = {title.strip().casefold() for title in benches}
        self.keys: list[str | None] = []
        self.lines: list[Line] = []
        self._asides = Asides(table.heads, table.rows)
        self._doubles, self._decided = doubles, decided
        self._listed = Counter(identity(one.name, one.organisation) for one in known if one.key is None)
        self._bodies = {compared(one.name): one.organisation for one in known if one.key is None and one.name}
        self._elsewhere: dict[Identity, list[Acquaintance]] = defaultdict(list)
        for one in known:
            if one.key is not None and one.name and one.organisation:  # a name alone is nobody in particular
                self._elsewhere[identity(one.name, one.organisation)].append(one)
        self._seen: dict[Identity, int] = {}
        self._names: dict[str, int] = {}

    def take(self, number: int, row: Sequence[str], person: NewParticipant) -> None:
        """Add the line of a row, and its person if it is taken."""
        shown = ", ".join(part for part in (person.name, person.organisation) if part)
        if not shown:
            self.lines.append(skipped(number, next(filter(None, row), ""), _("ohne Name und Organisation")))
            return
        who = identity(person.name, person.organisation)
        against = self._asides.reason(row) or self._double(who)
        if self._decided.get(number, not against):
            self._add(number, shown, who, person, against)
        else:
            self.lines.append(skipped(number, shown, against or _("abgewählt"))._replace(optional=True))

    def _double(self, who: Identity) -> str:
        """Why a person would come twice; those without a name are counted, they are as many people as rows."""
        if self._doubles:
            return ""
        if who[0] and who in self._seen:
            return _("steht schon in Zeile {number}", number=self._seen[who])
        if self._listed[who]:
            self._listed[who] -= not who[0]
            return _("steht schon auf der Liste")
        return ""

    def _add(self, number: int, shown: str, who: Identity, person: NewParticipant, against: str) -> None:
        known = self._elsewhere.get(who, []) if not against else []
        key = known[0].key if len(known) == 1 and who not in self._seen else None
        becomes = _("Person") if key is None else _("bekannte Person")
        bench = "" if key is not None and known[0].bench else self._new_bench(person.constituency)
        remark = " · ".join(filter(None, (against or self._remark(who, person, known), bench)))
        self.lines.append(Line(number, becomes, shown, "", remark, optional=True))
        self._seen.setdefault(who, number)
        self._names.setdefault(who[0], number)
        self.people.append(person)
        self.keys.append(key)

    def _new_bench(self, title: str) -> str:
        """Remember a bench that there is not yet, and say so; a slip of the pen in a list is seen by it."""
        wanted = title.strip().casefold()
        if not wanted or wanted in self._there:
            return ""
        return _("neue Bank „{title}“", title=self.benches.setdefault(wanted, title))

    def _remark(self, who: Identity, person: NewParticipant, known: Sequence[Acquaintance]) -> str:
        if not person.name:
            return _("ohne Name")
        if who in self._seen:
            return _("steht auch in Zeile {number}", number=self._seen[who])
        if known:
            return _("bekannt aus „{forum}“", forum=known[0].where)
        if who[0] in self._names:
            return _("gleicher Name wie in Zeile {number}", number=self._names[who[0]])
        if who[0] in self._bodies:
            other = self._bodies[who[0]]
            return _("gleicher Name auf der Liste, {organisation}", organisation=other or _("ohne Organisation"))
        return ""


def _is_yes(cell: str) -> bool:
    return cell.strip().casefold().rstrip(".!") in _YES
