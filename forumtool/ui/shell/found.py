"""Going to what the search has found: to its place, with its forum and goal, and to its row."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from forumtool.domain.findable import Findable
from forumtool.i18n import _
from forumtool.storage.queries import search
from forumtool.storage.queries.steering import cards_of_cluster
from forumtool.ui.parts.to_goal import choose_goal

if TYPE_CHECKING:
    from forumtool.ui.shell.window import MainWindow


def show_found(window: "MainWindow", found: Findable) -> None:
    """Show what was found where it is worked on; say so if it is gone meanwhile."""
    kind, key = found.kind, found.id
    if kind == "organisation":
        kind, key = search.bearer_of(window.desk.file, key) or ("", "")
    if kind not in _WAYS or not _WAYS[kind](window, key):
        window.desk.say(_("„{title}“ gibt es nicht mehr.", title=found.title))


def show_page(window: "MainWindow", key: str) -> None:
    """Show a page of Aufbau."""
    window.go_to("setup")
    window.places["setup"].open_page(key)  # type: ignore[attr-defined]


def _card(window: "MainWindow", key: str) -> bool:
    """A card that stands behind another is shown by the one that stands; one without a goal, where all of them are."""
    spot = search.standing_card(window.desk.file, key)
    return _at(window, spot, "capture" if spot and spot.goal_id else "decisions")


def _goal(window: "MainWindow", key: str) -> bool:
    choose_goal(window.desk, key)
    window.go_to("capture")
    return window.desk.goal_id == key


def _forum(window: "MainWindow", key: str) -> bool:
    window.desk.choose_forum(key)
    window.go_to("agenda")
    return window.desk.forum() is not None


def _person(window: "MainWindow", key: str) -> bool:
    """A person is shown on a forum's list, this one's if it has them."""
    spot = search.list_of_person(window.desk.file, key, window.desk.forum_id)
    if spot is None:
        window.go_to("arrive")
    return spot is None or _at(window, spot, "arrive")


def _group(window: "MainWindow", key: str) -> bool:
    """A group is shown by its first card; an empty one only by its board."""
    spot = search.spot_of(window.desk.file, "cluster", key)
    cards = cards_of_cluster(window.desk.file, key)
    return _at(window, spot._replace(id=cards[0].id) if spot and cards else spot, "order")


def _outcome(table: str, window: "MainWindow", key: str) -> bool:
    return _at(window, search.spot_of(window.desk.file, table, key), "deepen")


def _on_page(page: str, window: "MainWindow", key: str) -> bool:
    show_page(window, page)
    window.places["setup"].reveal(key)
    return True


def _at(window: "MainWindow", spot: search.Spot | None, place: str) -> bool:
    if spot is None:
        return False
    if place != "decisions":
        window.desk.choose_forum(spot.forum_id)
    if spot.goal_id is not None:
        window.desk.choose_goal(spot.goal_id)
    window.go_to(place)
    window.places[place].reveal(spot.id)
    return True


_WAYS: Mapping[str, Callable[["MainWindow", str], bool]] = {
    "card": _card, "goal": _goal, "forum": _forum, "person": _person, "group": _group,
    "measure": partial(_outcome, "measure"), "action": partial(_outcome, "action_item"),
    "parked": partial(_outcome, "parking_lot_item"), "tag": partial(_on_page, "tags"),
    "offer": partial(_on_page, "offers"), "obstacle": partial(_on_page, "offers"),
    "seat": partial(_on_page, "steering"),
}  # fmt: skip
