"""Pictures: the sign of the house, and the pin boards, drawn or photographed, goal by goal."""

from collections.abc import Iterator
from itertools import groupby

from forumtool.domain.report import Photo, Report
from forumtool.exports.blocks import Block, Heading, Picture
from forumtool.i18n import N_, Catalogue

_LOGO_HEIGHT = 1.8  # centimetres


def logo(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return the sign of the house above everything else."""
    if found := report.logo:
        description = say("Zeichen: {host}", host=report.process.host or report.process.title)
        yield Picture(found.data, found.media_type, found.width, found.height, "", description, _LOGO_HEIGHT)


def photos(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return each photograph with the words below it; in the order of goals, then as they lie beside the board."""
    yield from _by_goal(report, report.photos, (N_("Foto der Pinnwand"), N_("Foto {at} von {count}")), say)


def boards(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return each board as it was drawn, in the order of goals."""
    yield from _by_goal(report, report.boards, (N_("Pinnwand"), N_("Pinnwand {at} von {count}")), say)


def _by_goal(report: Report, pictures: tuple[Photo, ...], kinds: tuple[str, str], say: Catalogue) -> Iterator[Block]:
    labels = {part.goal.id: part.goal.label for part in report.goals if part.goal}
    rank = {key: at for at, key in enumerate(labels)}
    ordered = sorted(pictures, key=lambda photo: (rank.get(photo.goal_id or "", len(rank)), photo.forum_id or ""))
    for (goal_id, forum_id), found in groupby(ordered, key=lambda photo: (photo.goal_id, photo.forum_id)):
        label = labels.get(goal_id or "", "")
        heading = say("Ziel {label}", label=label) if label else say("Ohne Ziel")
        if not report.one_forum and report.forum_title(forum_id):
            heading = f"{heading} · {report.forum_title(forum_id)}"
        yield Heading(2, heading)
        yield from _pictures(list(found), heading, kinds, say)


def _pictures(found: list[Photo], heading: str, kinds: tuple[str, str], say: Catalogue) -> Iterator[Block]:
    one, several = kinds
    for at, photo in enumerate(found, start=1):
        told = say(several, at=at, count=len(found)) if len(found) > 1 else say(one)
        caption = f"{told}: {photo.caption}" if photo.caption else told
        description = say("{caption}. Pinnwand zu: {goal}", caption=caption, goal=heading)
        yield Picture(photo.data, photo.media_type, photo.width, photo.height, caption, description)
