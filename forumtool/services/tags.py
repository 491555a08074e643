"""Looking after the vocabularies of tags."""

from forumtool.i18n import N_
from forumtool.services.lists import last_position, shift
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step

OWN_TAGS = N_("Weitere Merkmale")


def add_tag_group(file: ForumFile, title: str) -> Step | None:
    """Add a vocabulary."""
    from forumtool.domain.models import TagGroup

    with file.step(N_("Merkmalsgruppe „{title}“ angelegt"), title=title) as edit:
        edit.add(TagGroup(title=title, colour=_next_colour(edit), position=last_position(edit, "tag_group")))
    return edit.done


def rename_tag_group(file: ForumFile, group_id: str, title: str) -> Step | None:
    """Give a vocabulary another title."""
    from forumtool.domain.models import TagGroup

    with file.step(N_("Merkmalsgruppe umbenannt")) as edit:
        edit.change(TagGroup, group_id, title=title)
    return edit.done


def remove_tag_group(file: ForumFile, group_id: str) -> Step | None:
    """Delete a vocabulary; its tags leave the cards with it and come back with undo."""
    from forumtool.domain.models import TagGroup

    with file.step(N_("Merkmalsgruppe gelöscht")) as edit:
        edit.remove(TagGroup, group_id)
    return edit.done


def add_tag(file: ForumFile, group_id: str, title: str) -> Step | None:
    """Add a tag to a vocabulary."""
    from forumtool.domain.models import Tag

    with file.step(N_("Merkmal „{title}“ angelegt"), title=title) as edit:
        edit.add(Tag(tag_group_id=group_id, title=title, position=last_position(edit, "tag", tag_group_id=group_id)))
    return edit.done


def rename_tag(file: ForumFile, tag_id: str, title: str) -> Step | None:
    """Give a tag another title, on all cards."""
    from forumtool.domain.models import Tag

    with file.step(N_("Merkmal umbenannt")) as edit:
        edit.change(Tag, tag_id, title=title)
    return edit.done


def remove_tag(file: ForumFile, tag_id: str) -> Step | None:
    """Delete a tag from its vocabulary and from all cards."""
    from forumtool.domain.models import Tag

    with file.step(N_("Merkmal gelöscht")) as edit:
        edit.remove(Tag, tag_id)
    return edit.done


def move_tag_group(file: ForumFile, group_id: str, step: int) -> Step | None:
    """Move a vocabulary one place up (-1) or down (+1)."""
    from forumtool.domain.models import TagGroup

    with file.step(N_("Merkmalsgruppe verschoben")) as edit:
        shift(edit, TagGroup, group_id, step)
    return edit.done


def move_tag(file: ForumFile, tag_id: str, step: int) -> Step | None:
    """Move a tag one place up (-1) or down (+1) within its vocabulary."""
    from forumtool.domain.models import Tag

    with file.step(N_("Merkmal verschoben")) as edit:
        shift(edit, Tag, tag_id, step, "tag_group_id")
    return edit.done


def tag_named(edit: Edit, title: str) -> str:
    """Return the key of a tag, whatever its case and blanks; an unknown word becomes one of the file's own."""
    from forumtool.domain.models import Tag, TagGroup

    title = " ".join(title.split())
    wanted = title.casefold()
    groups: dict[str, str] = {}
    for key, group_id, group_title, found in edit.plain(
        "SELECT t.id, g.id, g.title, t.title FROM tag_group g"
        " LEFT JOIN tag t ON t.tag_group_id = g.id AND NOT t.deleted"
        " WHERE NOT g.deleted ORDER BY g.position, t.position"
    ):
        groups.setdefault(group_title, group_id)
        if found is not None and " ".join(found.split()).casefold() == wanted:
            return str(key)
    group_id = (
        groups.get(OWN_TAGS)
        or edit.add(TagGroup(title=OWN_TAGS, colour=_next_colour(edit), position=last_position(edit, "tag_group"))).id
    )
    return edit.add(
        Tag(tag_group_id=group_id, title=title, position=last_position(edit, "tag", tag_group_id=group_id))
    ).id


def _next_colour(edit: Edit) -> int:
    (count,) = edit.one("SELECT count(*) FROM tag_group WHERE NOT deleted")
    return int(count) % 5
