"""New numbers for the measures when the fields of action have changed: field by field, without gaps."""

from typing import NamedTuple

from forumtool.exports.concept_parts import in_order
from forumtool.i18n import N_
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields
from forumtool.storage.reading import Reading


class Renumbered(NamedTuple):
    """A measure with the number that it has and the one that it would get."""

    measure_id: str
    before: str
    after: str


def renumbering(source: Reading) -> list[Renumbered]:
    """Return the measures whose number would change; their order in each field stays.

    A measure without a field of action, and those of a field without a number, keep theirs.
    """
    rows = measures(source)
    found = []
    for field in action_fields(source):
        own = in_order(row for row in rows if row.action_field_id == field.id) if field.number else []
        found += [Renumbered(row.id, row.number, f"{field.number}.{at}") for at, row in enumerate(own, 1)]
    return [one for one in found if one.before != one.after]


def renumber_measures(file: ForumFile) -> Step | None:
    """Give all measures the numbers of their fields, as one step; a decision that named the old number names the new.

    Returns None if every measure has its number already.
    """
    with file.step(N_("Maßnahmen neu nummeriert: {count}")) as edit:
        changes = renumbering(edit)
        edit.words["count"] = str(len(changes))
        for one in changes:
            _renumber(edit, one)
    return edit.done


def _renumber(edit: Edit, one: Renumbered) -> None:
    from forumtool.domain.models import Decision, Measure

    edit.change(Measure, one.measure_id, number=one.after)
    named = edit.plain(
        "SELECT id FROM decision WHERE measure_id = ? AND measure_number = ? AND measure_number <> '' AND NOT deleted",
        one.measure_id,
        one.before,
    )
    for (key,) in named:
        edit.change(Decision, key, measure_number=one.after)
