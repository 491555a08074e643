"""What the keys do with groups: each verb is one step, and the keyboard goes on with the next card."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from forumtool.domain.board import Board
from forumtool.i18n import _, ngettext
from forumtool.services import clusters as verbs
from forumtool.ui.desk import Desk
from forumtool.ui.parts.chooser import Choice, Chooser


class Surface(Protocol):
    """The board as it is seen just now, in columns or from afar."""

    @property
    def chosen(self) -> list[str]:
        """The keys of the chosen cards, else of the current one."""

    @property
    def picked(self) -> list[str]:
        """The keys of the cards that somebody chose."""

    @property
    def current(self) -> str | None:
        """The key of the card that the keyboard is on."""

    @property
    def cluster_id(self) -> str | None:
        """The group that the keyboard is in, or None."""

    def going_on(self) -> Callable[[], None]:
        """Return what puts the keyboard on the next card when the chosen ones have gone."""

    def choose_cards(self, keys: list[str]) -> None:
        """Put the keyboard on cards that lie together."""


class Sorting:
    """Does with a board what was asked for; ``owner`` is over what the lists to choose from open."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner
        self.board = Board()

    def into(self, surface: Surface) -> None:
        """Ask for a group and put the chosen cards into it; another name makes a new one."""
        cards, here = surface.chosen, surface.cluster_id
        if cards:
            prompt = _("In welche Gruppe? Ein neuer Name legt eine an")
            choices = self._groups(lambda key: self.put(surface, cards, key), but=here)
            self._choose(prompt, choices, make=lambda title: self._make(surface, title, cards))
        else:
            self._desk.say(_("Hier ist keine Karte: Mit ←→ zu einer gehen.") if self.board.cards else no_card_yet())

    def put(self, surface: Surface, cards: list[str], cluster_id: str | None) -> None:
        """Put cards into a group, or back to those not ordered, and go on with the next card."""
        go_on = surface.going_on()
        if self._desk.do(verbs.put_into, cards, cluster_id) is not None:
            go_on()

    def new(self, surface: Surface) -> None:
        """Ask for a heading and make a group of the chosen cards."""
        cards = surface.picked
        self._choose(_("Überschrift der neuen Gruppe"), [], make=lambda title: self._make(surface, title, cards))

    def back(self, surface: Surface) -> None:
        """Take the chosen cards out of their group."""
        if surface.chosen and self.is_in_group(surface):
            self.put(surface, surface.chosen, None)

    def merge(self, surface: Surface, done: Callable[[str], object]) -> None:
        """Ask for another group and put all of this one into it; ``done`` is called with the one that stays."""
        here = surface.cluster_id
        title = next((group.cluster.title for group in self.board.groups if group.cluster.id == here), "")
        if not self.is_in_group(surface) or here is None:
            return

        def merge(into: str) -> None:
            if self._desk.do(verbs.merge_clusters, here, into) is not None:
                done(into)

        self._choose(_("„{title}“ zusammenlegen mit …", title=title), self._groups(merge, but=here))

    def dissolve(self, surface: Surface) -> None:
        """Take the group away in which the keyboard is."""
        if self.is_in_group(surface):
            self._desk.do(verbs.dissolve_cluster, surface.cluster_id)

    def is_in_group(self, surface: Surface) -> bool:
        """Tell whether the keyboard is in a group; if not, say how to go into one."""
        if surface.cluster_id is None:
            self._desk.say(_("Das geht in einer Gruppe: Mit ←→ in eine gehen."))
        return surface.cluster_id is not None

    def rename(self, cluster_id: str, title: str) -> bool:
        """Give a group another heading; return False if it keeps its own."""
        return bool(title) and self._desk.do(verbs.rename_cluster, cluster_id, title) is not None

    def colour(self, cluster_id: str, colour: int) -> None:
        """Give a group's cards another colour."""
        self._desk.do(verbs.colour_cluster, cluster_id, colour)

    def shift(self, cluster_id: str, step: int) -> bool:
        """Move a group to the left (-1) or right (+1); return False where there is no such place."""
        return self._desk.do(verbs.move_cluster, cluster_id, step) is not None

    def drop(self, surface: Surface, cards: list[str], cluster_id: str | None, before: str | None) -> None:
        """Put cards where they were dropped: before another card, or behind the last one (None).

        Cards that are not on this board, as those of another goal that was left while they were being dragged, stay
        where they are.
        """
        groups = {group.cluster.id: group.proposals for group in self.board.groups}
        here = [card.id for card in (groups.get(cluster_id, ()) if cluster_id else self.board.not_ordered)]
        known = {card.id for card in self.board.cards}
        moving = [key for key in cards if key in known]
        rest = [key for key in here if key not in moving]
        at = rest.index(before) if before in rest else len(rest)
        if not moving or rest[:at] + moving + rest[at:] == here:
            return
        if self._desk.do(verbs.put_into, moving, cluster_id, before=before, among=here) is not None:
            surface.choose_cards(moving)

    def _make(self, surface: Surface, title: str, cards: list[str]) -> None:
        desk, go_on = self._desk, surface.going_on()
        step = desk.do(verbs.add_cluster, title, forum_id=desk.forum_id, goal_id=desk.goal_id, cards=cards)
        if step is not None:
            go_on()

    def _groups(self, act: Callable[[str], None], *, but: str | None) -> list[Choice]:
        return [
            Choice(group.cluster.title, partial(act, group.cluster.id), _counted(len(group.proposals)))
            for group in self.board.groups
            if group.cluster.id != but
        ]

    def _choose(self, prompt: str, choices: list[Choice], *, make: Callable[[str], object] | None = None) -> None:
        title = _("Neue Gruppe „{title}“") if make else ""
        Chooser(self._owner, prompt, choices, make=make, make_title=title).open_over(self._owner.window())


def no_card_yet() -> str:
    """Return what is said about a board without cards."""
    return _("Zu diesem Ziel gibt es noch keine Karten: Unter Erfassen kommen sie dazu.")


def _counted(cards: int) -> str:
    return ngettext("{count} Karte", "{count} Karten", cards)
