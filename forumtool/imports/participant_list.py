"""A list of people becomes a plan: each row with whom it will put on the forum's list. Names are never keys."""

from collections.abc import Mapping, Set

from forumtool.domain.rows import NewParticipant
from forumtool.i18n import _
from forumtool.imports.columns import participant_columns
from forumtool.imports.goal_book import same
from forumtool.imports.plan import Line, ParticipantPlan, blank_lines, skipped
from forumtool.imports.table import Table

_ONE_LINE = ("title", "given", "family", "name", "organisation", "function", "email", "constituency")


def plan_people(
    table: Table,
    mapping: Mapping[str, str] | None,
    *,
    forum_id: str,
    there: Set[tuple[str, str]],
    doubles: bool = False,
) -> ParticipantPlan:
    """Say whom each row is. ``there`` are the names and organisations, as ``identity`` gives them, already on the list.

    Who is there already is left out unless ``doubles``. Raises a ``UserError`` if the mapping names a column that is
    not there, or no column has names.
    """
    columns = participant_columns(table.heads, mapping)
    people: list[NewParticipant] = []
    seen: dict[tuple[str, str], int] = {}
    lines = blank_lines(table)
    for number, row in zip(table.line_numbers, table.rows, strict=True):
        person = person_of({meaning: row[place] for meaning, place in columns.items()})
        line = _line(number, person, there, doubles)
        who = identity(person.name, person.organisation)
        if line.taken and who in seen:
            line = line._replace(remark=_("steht auch in Zeile {number}", number=seen[who]))
        seen.setdefault(who, number)
        lines.append(line)
        if line.taken:
            people.append(person)
    return ParticipantPlan(table, mapping, forum_id, doubles, tuple(people), tuple(sorted(lines)))


def identity(name: str, organisation: str) -> tuple[str, str]:
    """Return name and organisation as they are compared: whatever their case and their blanks."""
    return same(name), same(organisation)


def person_of(cells: Mapping[str, str]) -> NewParticipant:
    """Return the person of a row by the meaning of its cells; only notes keep their line breaks."""
    plain = {meaning: " ".join(cells.get(meaning, "").split()) for meaning in _ONE_LINE}
    family, name = plain["family"], plain["name"]
    if plain["given"] and not family:  # "Name" beside "Vorname" is the family name
        family, name = name, ""
    parts = (plain["title"], plain["given"], family) if plain["given"] or family else (plain["title"], _turned(name))
    return NewParticipant(
        name=" ".join(part for part in parts if part),
        organisation=plain["organisation"],
        function=plain["function"],
        email=plain["email"],
        constituency=plain["constituency"],
        note=cells.get("note", ""),
    )


def _turned(name: str) -> str:
    """Return "Vorname Name" for "Name, Vorname"."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and family and given and "," not in given else name.strip(" ,")


def _line(number: int, person: NewParticipant, there: Set[tuple[str, str]], doubles: bool) -> Line:
    shown = ", ".join(part for part in (person.name, person.organisation) if part)
    if not shown:
        return skipped(number, "", _("ohne Name und Organisation"))
    if identity(person.name, person.organisation) not in there:
        return Line(number, _("Person"), shown, "", "" if person.name else _("ohne Name"))
    remark = _("steht schon auf der Liste")
    return Line(number, _("Person"), shown, "", remark) if doubles else skipped(number, shown, remark)
