"""Going where a goal is worked on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forumtool.i18n import _
from forumtool.storage.queries.forums import forum_of_goal
from forumtool.ui.desk import Desk
from forumtool.ui.parts.going import go_to


def choose_goal(desk: Desk, goal_id: str) -> None:
    """Work on a goal where it is spoken about: in the chosen forum if it is one of its goals, else in its own."""
    if goal_id not in {goal.id for goal in desk.goals()}:
        found = forum_of_goal(desk.file, goal_id)
        desk.choose_forum(found.id if found else None)
    desk.choose_goal(goal_id)


def catch_for(widget: QWidget, desk: Desk, goal_id: str, tags: Sequence[str] = ()) -> None:
    """Go to Erfassen with a goal. ``tags`` are what it has no way for: they are offered, and said."""
    choose_goal(desk, goal_id)
    go_to(widget, "capture")
    goal = desk.goal()
    if not tags or goal is None:
        return
    window = widget.window()
    if hasattr(window, "places"):
        window.places["capture"].offer_tags(tags)
    desk.say(_("Ziel {number}: Hier fehlt noch ein Weg zu {what}.", number=goal.number, what=" × ".join(tags)))
