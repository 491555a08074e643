"""What a list from people will become, before anything is changed: frozen, and easy to show as a table."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from forumtool.domain.rows import NewParticipant
from forumtool.i18n import _, ngettext
from forumtool.imports.table import Table

_NAMED = 6


class Line(NamedTuple):
    """One row of the list: its line in the file, what it becomes, in words, and why it is left out, if it is.

    ``optional``: the user may say of this line whether it is taken.
    """

    number: int
    becomes: str
    text: str
    goal: str = ""
    remark: str = ""
    taken: bool = True
    optional: bool = False


class PlannedField(NamedTuple):
    """A theme field of the file, or a new one (no key)."""

    title: str
    number: str
    id: str | None = None


class PlannedGoal(NamedTuple):
    """A goal of the file, or a new one (no key); ``field`` is a place in the plan's fields."""

    field: int
    number: str
    title: str
    id: str | None = None

    @property
    def label(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".strip()


class PlannedIndicator(NamedTuple):
    """A new indicator; ``goal`` is a place in the plan's goals."""

    goal: int
    text: str
    reference: str


class PlannedProposal(NamedTuple):
    """A new card; ``goal`` is a place in the plan's goals, ``kind`` one of ``KINDS``."""

    goal: int
    kind: str
    text: str
    note: str
    tags: tuple[str, ...]
    reference: str


class ProposalPlan(NamedTuple):
    """What a list of proposals will become in one file, for one forum or, without a key, for the process."""

    table: Table
    mapping: Mapping[str, str] | None
    forum_id: str | None
    fields: tuple[PlannedField, ...]
    goals: tuple[PlannedGoal, ...]
    indicators: tuple[PlannedIndicator, ...]
    proposals: tuple[PlannedProposal, ...]
    lines: tuple[Line, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many new fields, goals, indicators and proposals there will be, and how many rows are left out."""
        return {
            "fields": sum(field.id is None for field in self.fields),
            "goals": sum(goal.id is None for goal in self.goals),
            "indicators": len(self.indicators),
            "proposals": len(self.proposals),
            "left_out": left_out(self.lines),
        }

    @property
    def summary(self) -> str:
        """The plan in a sentence or two."""
        counts = self.counts
        things = [
            ngettext("{count} Vorschlag", "{count} Vorschläge", counts["proposals"]),
            ngettext("{count} neues Ziel", "{count} neue Ziele", counts["goals"]),
            ngettext("{count} Indikator", "{count} Indikatoren", counts["indicators"]),
            ngettext("{count} neues Themenfeld", "{count} neue Themenfelder", counts["fields"]),
        ]
        return summary(things, counts["left_out"])


class ParticipantPlan(NamedTuple):
    """Whom a list will put on a forum's list; ``doubles``: also those who are on it already.

    ``keys`` has for each of the people the key of a person whom the file knows from another forum, or None.
    ``decided`` is what the user has said of single lines. ``benches`` are the titles of those that there are not yet.
    """

    table: Table
    mapping: Mapping[str, str] | None
    forum_id: str
    doubles: bool
    people: tuple[NewParticipant, ...]
    lines: tuple[Line, ...]
    keys: tuple[str | None, ...] = ()
    decided: Mapping[int, bool] = {}
    benches: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many people there will be more, and how many rows are left out."""
        return {"people": len(self.people), "left_out": left_out(self.lines)}

    @property
    def summary(self) -> str:
        """The plan in a sentence or two."""
        things = [ngettext("{count} Person", "{count} Personen", len(self.people))]
        return summary([*things, *filter(None, [self.new_benches])], left_out(self.lines))

    @property
    def new_benches(self) -> str:
        """How many benches will be made and how they will be called, in words; empty for none."""
        count, names = len(self.benches), ", ".join(_("„{text}“", text=title) for title in self.benches[:_NAMED])
        if not count:
            return ""
        more = " …" if count > _NAMED else ""
        return ngettext("{count} neue Bank ({names})", "{count} neue Bänke ({names})", count, names=names + more)


Plan = ProposalPlan | ParticipantPlan


def left_out(lines: Sequence[Line]) -> int:
    """Return how many rows become nothing."""
    return sum(not line.taken for line in lines)


def report(name: str, plan: Plan) -> str:
    """Return what of a file is not taken and why, one line for each row, as people file it with the list."""
    return report_on(name, plan.summary, plan.lines)


def report_on(name: str, whole: str, lines: Sequence[Line]) -> str:
    """Return the same for any plan, by its summary and lines."""
    said = [_("Bericht zu „{name}“", name=name), whole, ""]
    for line in lines:
        if not line.taken:
            words = " ".join(line.text.split())
            said.append(
                _("Zeile {number}: {reason} · {text}", number=line.number, reason=line.remark, text=words)
                if words
                else _("Zeile {number}: {reason}", number=line.number, reason=line.remark)
            )
    return "\n".join(said).rstrip() + "\n"


def summary(things: Sequence[str], omitted: int) -> str:
    """Say what comes into the file and how many rows do not."""
    sentence = _("Das kommt in die Datei: {things}.", things=", ".join(things))
    if omitted:
        sentence += " " + ngettext("{count} Zeile bleibt weg.", "{count} Zeilen bleiben weg.", omitted)
    return sentence


def skipped(number: int, text: str, reason: str, goal: str = "") -> Line:
    """Return the line of a row that becomes nothing."""
    return Line(number, _("bleibt weg"), text, goal, reason, taken=False)


def blank_lines(table: Table) -> list[Line]:
    """Return a line for each blank row between the others."""
    return [skipped(number, "", _("leere Zeile")) for number in table.blank_lines]
