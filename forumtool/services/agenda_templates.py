"""Beginning an agenda with one that is ready to use."""

from collections.abc import Mapping, Sequence

from forumtool.domain.agenda_template import Planned, Subject, Template
from forumtool.domain.ordering import places
from forumtool.domain.rows import AgendaRow, ForumRow
from forumtool.i18n import N_
from forumtool.paths import resource
from forumtool.services.lists import last_position
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import agenda, forum
from forumtool.storage.queries.process import goals, theme_fields
from forumtool.storage.reading import Reading

NAMES = ("half_day", "kickoff", "steering")


def templates(language: str, kind: str = "") -> list[Template]:
    """Return the shipped agendas in a language, those for a kind of event first."""
    found = [_read(name, language) for name in NAMES]
    return sorted(found, key=lambda template: template.kind != kind)


def proposed(source: Reading, forum_id: str, template: Template) -> list[Planned]:
    """Return the steps that a template would give a forum, with the goals of its theme field."""
    held = forum(source, forum_id)
    return template.filled(_subjects(source, held)) if held else []


def use_template(file: ForumFile, forum_id: str, template: Template) -> Step | None:
    """Put a ready agenda in place of one that has not begun, or behind one that has.

    The day begins when it did before, else when the template says.
    """
    with file.step(N_("Ablauf „{name}“ eingesetzt"), name=template.name) as edit:
        before = agenda(edit, forum_id)
        behind = any(item.started_at for item in before)
        start = "" if behind else next((item.planned_start for item in before), "") or template.start
        if not behind:
            _take_away(edit, before)
        _add(edit, forum_id, proposed(edit, forum_id, template), start)
    return edit.done


def _take_away(edit: Edit, items: Sequence[AgendaRow]) -> None:
    from forumtool.domain.models import AgendaItem

    edit.load(AgendaItem, [item.id for item in items])
    for item in items:
        edit.remove(AgendaItem, item.id)


def _add(edit: Edit, forum_id: str, steps: Sequence[Planned], start: str) -> None:
    from forumtool.domain.models import AgendaItem

    first = last_position(edit, "agenda_item", forum_id=forum_id)
    for position, step in zip([first, *places(len(steps) - 1, first)], steps, strict=True):
        planned = start if position == first else ""
        edit.add(AgendaItem(forum_id=forum_id, position=position, planned_start=planned, **step._asdict()))


def _subjects(source: Reading, held: ForumRow) -> Mapping[str, Sequence[Subject]]:
    mine = held.theme_field_id
    return {
        "goal": [Subject(goal.number, goal.id) for goal in goals(source) if goal.theme_field_id == mine],
        "field": [Subject(field.number) for field in theme_fields(source) if mine in (None, field.id)],
    }


def _read(name: str, language: str) -> Template:
    import tomllib

    told = tomllib.loads(resource("agendas", f"{name}.toml").read_text(encoding="utf-8"))
    name_said, people = told["name"][language], told["people"][language]
    return Template(name, told["kind"], name_said, people, told["start"], told["item"], language)
