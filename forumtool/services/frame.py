"""The frame that the steering group has given the process: its milestones and guiding principles."""

from forumtool.domain.when import read
from forumtool.i18n import N_
from forumtool.services.lists import last_position, shift
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def add_milestone(file: ForumFile, title: str, when: str = "", note: str = "") -> Step | None:
    """Add a milestone behind the others; ``when`` may be typed ("05.2016") or ISO 8601."""
    from forumtool.domain.models import Milestone

    with file.step(N_("Meilenstein „{title}“ angelegt"), title=title) as edit:
        edit.add(Milestone(title=title, when=read(when), note=note, position=last_position(edit, "milestone")))
    return edit.done


def change_milestone(file: ForumFile, milestone_id: str, **values: str) -> Step | None:
    """Change title, when or note of a milestone; ``when`` may be typed ("05.2016") or ISO 8601."""
    from forumtool.domain.models import Milestone

    if "when" in values:
        values["when"] = read(values["when"])
    with file.step(N_("Meilenstein geändert")) as edit:
        edit.change(Milestone, milestone_id, **values)
    return edit.done


def move_milestone(file: ForumFile, milestone_id: str, step: int) -> Step | None:
    """Move a milestone one place up (-1) or down (+1)."""
    from forumtool.domain.models import Milestone

    with file.step(N_("Meilenstein verschoben")) as edit:
        shift(edit, Milestone, milestone_id, step)
    return edit.done


def remove_milestone(file: ForumFile, milestone_id: str) -> Step | None:
    """Delete a milestone."""
    from forumtool.domain.models import Milestone

    with file.step(N_("Meilenstein gelöscht")) as edit:
        edit.remove(Milestone, milestone_id)
    return edit.done


def add_principle(file: ForumFile, title: str, text: str = "") -> Step | None:
    """Add a guiding principle behind the others."""
    from forumtool.domain.models import GuidingPrinciple

    with file.step(N_("Leitlinie „{title}“ angelegt"), title=title) as edit:
        edit.add(GuidingPrinciple(title=title, text=text, position=last_position(edit, "guiding_principle")))
    return edit.done


def change_principle(file: ForumFile, principle_id: str, **values: str) -> Step | None:
    """Change title or text of a guiding principle."""
    from forumtool.domain.models import GuidingPrinciple

    with file.step(N_("Leitlinie geändert")) as edit:
        edit.change(GuidingPrinciple, principle_id, **values)
    return edit.done


def move_principle(file: ForumFile, principle_id: str, step: int) -> Step | None:
    """Move a guiding principle one place up (-1) or down (+1)."""
    from forumtool.domain.models import GuidingPrinciple

    with file.step(N_("Leitlinie verschoben")) as edit:
        shift(edit, GuidingPrinciple, principle_id, step)
    return edit.done


def remove_principle(file: ForumFile, principle_id: str) -> Step | None:
    """Delete a guiding principle."""
    from forumtool.domain.models import GuidingPrinciple

    with file.step(N_("Leitlinie gelöscht")) as edit:
        edit.remove(GuidingPrinciple, principle_id)
    return edit.done
