"""Photographs of the real pin board, kept beside it: in the file, in order, with a caption."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.domain.ordering import place_after
from forumtool.domain.rows import Scope
from forumtool.i18n import N_
from forumtool.services.lists import last_position, shift
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries import outcomes


class NewPhoto(NamedTuple):
    """A photograph as it is kept: the bytes of a JPEG or PNG file, upright, and its size in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int
    caption: str = ""


def add_photos(
    file: ForumFile, photos: Sequence[NewPhoto], *, forum_id: str | None, goal_id: str | None
) -> Step | None:
    """Keep photographs behind those that there are, all of them as one step; one that is there already is left out.

    Undo takes them off the board again.
    """
    from forumtool.domain.models import BoardPhoto

    label = N_("Foto der Pinnwand dazugelegt") if len(photos) == 1 else N_("{count} Fotos der Pinnwand dazugelegt")
    with file.step(label, count=len(photos)) as edit:
        position = last_position(edit, "board_photo", forum_id=forum_id, goal_id=goal_id)
        known = {row.content for row in outcomes.photos(edit, Scope(forum_id), goal_id)}
        for photo in photos:
            content = edit.keep_content(photo.data)
            if content in known:
                continue
            known.add(content)
            edit.add(
                BoardPhoto(
                    forum_id=forum_id,
                    goal_id=goal_id,
                    caption=photo.caption,
                    content=content,
                    media_type=photo.media_type,
                    width=photo.width,
                    height=photo.height,
                    position=position,
                )
            )
            position = place_after(position)
    return edit.done


def caption_photo(file: ForumFile, photo_id: str, caption: str) -> Step | None:
    """Say below a photograph what it shows."""
    from forumtool.domain.models import BoardPhoto

    with file.step(N_("Foto der Pinnwand beschriftet")) as edit:
        edit.change(BoardPhoto, photo_id, caption=caption)
    return edit.done


def move_photo(file: ForumFile, photo_id: str, step: int) -> Step | None:
    """Move a photograph one place to the front (-1) or to the back (+1)."""
    from forumtool.domain.models import BoardPhoto

    with file.step(N_("Fotos der Pinnwand umgeordnet")) as edit:
        shift(edit, BoardPhoto, photo_id, step, "forum_id", "goal_id")
    return edit.done


def remove_photo(file: ForumFile, photo_id: str) -> Step | None:
    """Take a photograph off the board; undo brings it back."""
    from forumtool.domain.models import BoardPhoto

    with file.step(N_("Foto der Pinnwand entfernt")) as edit:
        edit.remove(BoardPhoto, photo_id)
    return edit.done
