"""The photographs of the pin boards, goal by goal."""

from collections.abc import Iterator
from itertools import groupby

from forumtool.domain.report import Photo, Report
from forumtool.exports.blocks import Block, Heading, Picture
from forumtool.i18n import Catalogue


def photos(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return each photograph with the words below it; in the order of goals, then as they lie beside the board."""
    labels = {part.goal.id: part.goal.label for part in report.goals if part.goal}
    rank = {key: at for at, key in enumerate(labels)}
    ordered = sorted(report.photos, key=lambda photo: (rank.get(photo.goal_id or "", len(rank)), photo.forum_id or ""))
    for (goal_id, forum_id), found in groupby(ordered, key=lambda photo: (photo.goal_id, photo.forum_id)):
        label = labels.get(goal_id or "", "")
        heading = say("Ziel {label}", label=label) if label else say("Ohne Ziel")
        if not report.one_forum and report.forum_title(forum_id):
            heading = f"{heading} · {report.forum_title(forum_id)}"
        yield Heading(2, heading)
        yield from _pictures(list(found), heading, say)


def _pictures(found: list[Photo], heading: str, say: Catalogue) -> Iterator[Block]:
    for at, photo in enumerate(found, start=1):
        told = say("Foto {at} von {count}", at=at, count=len(found)) if len(found) > 1 else say("Foto der Pinnwand")
        caption = f"{told}: {photo.caption}" if photo.caption else told
        description = say("{caption}. Pinnwand zu: {goal}", caption=caption, goal=heading)
        yield Picture(photo.data, photo.media_type, photo.width, photo.height, caption, description)
