"""Going where a goal is worked on, and from one goal to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from forumtool.i18n import _
from forumtool.storage.queries.forums import forum_of_goal
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import shortcut
from forumtool.ui.parts.going import go_to


def change_goal_by_keys(place: QWidget, desk: Desk) -> None:
    """Let Alt+Up and Alt+Down change the goal while the keyboard is in a place."""
    for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
        shortcut(place, keys, partial(step_goal, desk, by))


def step_goal(desk: Desk, by: int) -> None:
    """Work on the goal before (-1) or behind (+1), if there is one."""
    keys = [goal.id for goal in desk.goals()]
    at = keys.index(desk.goal_id) if desk.goal_id in keys else -by
    if 0 <= at + by < len(keys):
        desk.choose_goal(keys[at + by])


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
