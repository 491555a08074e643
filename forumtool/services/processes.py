"""Starting a process: from the shipped example or with nothing but the usual vocabularies."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from forumtool.domain.identity import fixed_id
from forumtool.domain.ordering import places
from forumtool.i18n import N_
from forumtool.paths import resource
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step

SOURCES = ("aachen", "empty")


def new_process(path: Path, source: str, title: str = "") -> None:
    """Make a file from "aachen", the shipped example, or "empty". Its making is not undone.

    Raises a ``UserError`` if the file exists or cannot be written.
    """
    facts = tomllib.loads(resource(source, "process.toml").read_text(encoding="utf-8"))
    if title:
        facts["process"]["title"] = title
    ForumFile.create(path, lambda edit: _found(edit, source, facts))


def rename(file: ForumFile, process_id: str, **values: str | int) -> Step | None:
    """Change fields of the process, such as its title, host or validity_years."""
    from forumtool.domain.models import Process

    with file.step(N_("Angaben zum Prozess geändert")) as edit:
        edit.change(Process, process_id, **values)
    return edit.done


def choose_logo(file: ForumFile, process_id: str, data: bytes, media_type: str) -> Step | None:
    """Let the bytes of a JPEG or PNG file be the sign above the documents."""
    from forumtool.domain.models import Process

    with file.step(N_("Zeichen der Dokumente gewählt")) as edit:
        edit.change(Process, process_id, logo=edit.keep_content(data), logo_media_type=media_type)
    return edit.done


def remove_logo(file: ForumFile, process_id: str) -> Step | None:
    """Leave the documents without a sign."""
    from forumtool.domain.models import Process

    with file.step(N_("Zeichen der Dokumente entfernt")) as edit:
        edit.change(Process, process_id, logo="", logo_media_type="")
    return edit.done


def _found(edit: Edit, source: str, facts: Mapping[str, Any]) -> None:
    """Add the rows that a resource names. Their keys depend on the resource only: two laptops start with the same."""
    from forumtool.domain import models as m

    def key(*words: str) -> str:
        return fixed_id(source, *words)

    edit.add(m.Process(id=key("process"), **facts["process"]))
    for at, row in _placed(facts.get("milestone", ())):
        edit.add(m.Milestone(id=key("milestone", row["title"]), position=at, **row))
    for at, row in _placed(facts.get("principle", ())):
        edit.add(m.GuidingPrinciple(id=key("principle", row["title"]), position=at, **row))
    for at, row in _placed(facts.get("action_field", ())):
        edit.add(m.ActionField(id=key("action_field", row["title"]), position=at, **row))
    for scope in ("steering", "forum"):
        for at, row in _placed(facts.get(f"{scope}_constituency", ())):
            bench = edit.add(m.Constituency(id=key(scope, row["title"]), title=row["title"], scope=scope, position=at))
            for place, seat in _placed(row.get("seat", ())):
                edit.add(
                    m.SteeringMember(
                        id=key("seat", seat["organisation"], seat.get("office", "")),
                        constituency_id=bench.id,
                        position=place,
                        **seat,
                    )
                )
    for at, row in _placed(facts.get("tag_group", ())):
        titles = row.pop("tags")
        group = edit.add(m.TagGroup(id=key("tag_group", row["title"]), position=at, **row))
        for place, title in zip(places(len(titles)), titles, strict=True):
            edit.add(m.Tag(id=key("tag", row["title"], title), tag_group_id=group.id, title=title, position=place))
    for at, row in _placed(facts.get("theme_field", ())):
        goals, forum = row.pop("goal", ()), row.pop("forum", None)
        field = edit.add(m.ThemeField(id=key("theme_field", row["number"]), position=at, **row))
        for place, goal in _placed(goals):
            edit.add(m.Goal(id=key("goal", goal["number"]), theme_field_id=field.id, position=place, **goal))
        if forum:
            _add_forum(edit, key, forum, field.id, at)


def _add_forum(edit: Edit, key: Any, row: dict[str, Any], theme_field_id: str, position: str) -> None:
    from forumtool.domain import models as m

    agenda = row.pop("agenda", ())
    forum = edit.add(m.Forum(id=key("forum", row["title"]), theme_field_id=theme_field_id, position=position, **row))
    for place, item in _placed(agenda):
        goal = item.pop("goal", None)
        edit.add(
            m.AgendaItem(
                id=key("agenda", row["title"], place),
                forum_id=forum.id,
                position=place,
                goal_id=key("goal", goal) if goal else None,
                **item,
            )
        )


def _placed(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return [(place, dict(row)) for place, row in zip(places(len(rows)), rows, strict=True)]
