"""The Word templates of the house: taken into the file, one of them chosen, their styles mapped to the program's."""

import json
from collections.abc import Mapping

from forumtool.domain.report import WordTemplate
from forumtool.domain.rows import TemplateRow
from forumtool.i18n import N_
from forumtool.services.lists import last_position
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.process import templates
from forumtool.storage.reading import Reading


def chosen_template(source: Reading) -> WordTemplate | None:
    """Return the template that documents are written into, or None: the plain one."""
    row = next((row for row in templates(source) if row.is_chosen), None)
    return WordTemplate(row.title, source.content(row.content), mapping_of(row)) if row else None


def mapping_of(row: TemplateRow) -> dict[str, str]:
    """Return which style of a template stands for which of the program's; what cannot be read is none."""
    try:
        told = json.loads(row.mapping)
    except ValueError:
        return {}
    return {str(role): str(style) for role, style in told.items() if style} if isinstance(told, dict) else {}


def take_template(file: ForumFile, title: str, content: bytes) -> Step | None:
    """Keep a template, as ``imports.house_template`` returns it, and choose it.

    One with the same title is renewed and keeps its mapping; the same template once more is chosen.
    """
    from forumtool.domain.models import DocumentTemplate

    with file.step(N_("Vorlage „{title}“ eingelesen"), title=title) as edit:
        kept = edit.keep_content(content)
        there = next((row for row in templates(edit) if row.title == title), None)
        if there:
            edit.change(DocumentTemplate, there.id, content=kept)
            _choose(edit, there.id)
        else:
            position = last_position(edit, "document_template")
            _choose(edit, None)
            edit.add(DocumentTemplate(title=title, content=kept, position=position, is_chosen=True))
    return edit.done


def choose_template(file: ForumFile, template_id: str | None) -> Step | None:
    """Write documents into this template from now on, or (None) into the plain one."""
    with file.step(N_("Vorlage gewählt")) as edit:
        _choose(edit, template_id)
    return edit.done


def map_style(file: ForumFile, template_id: str, role: str, style: str) -> Step | None:
    """Let a style of the template, by its name, stand for one of the program's; empty leaves it to the names."""
    from forumtool.domain.models import DocumentTemplate

    with file.step(N_("Formatvorlage zugeordnet")) as edit:
        row = next((row for row in templates(edit) if row.id == template_id), None)
        if row is not None:
            mapping = _changed(mapping_of(row), role, style)
            edit.change(DocumentTemplate, template_id, mapping=json.dumps(mapping, ensure_ascii=False, sort_keys=True))
    return edit.done


def remove_template(file: ForumFile, template_id: str) -> Step | None:
    """Take a template out of the list; undo brings it back."""
    from forumtool.domain.models import DocumentTemplate

    with file.step(N_("Vorlage entfernt")) as edit:
        edit.remove(DocumentTemplate, template_id)
    return edit.done


def _choose(edit: Edit, template_id: str | None) -> None:
    from forumtool.domain.models import DocumentTemplate

    for row in templates(edit):
        edit.change(DocumentTemplate, row.id, is_chosen=row.id == template_id)


def _changed(mapping: Mapping[str, str], role: str, style: str) -> dict[str, str]:
    return {key: name for key, name in {**mapping, role: style}.items() if name}
