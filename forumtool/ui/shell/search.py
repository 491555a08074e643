"""Search over everything: places, goals, cards, people."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from forumtool.i18n import _
from forumtool.storage.queries.forums import people
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.shell.register import ENTRIES

if TYPE_CHECKING:
    from forumtool.ui.shell.window import MainWindow

_MOST = 40


def search(window: "MainWindow") -> Chooser:
    """Return the search field of the window."""
    every = _everything(window)
    index = [(f"{choice.title} {choice.remark}".casefold(), choice) for choice in every]

    def find(typed: str) -> Sequence[Choice]:
        parts = typed.casefold().split()
        if not parts:
            return every[: len(ENTRIES)]
        return [choice for text, choice in index if all(part in text for part in parts)][:_MOST]

    return Chooser(window, _("Suchen: Karten, Ziele, Personen, Arbeitsplätze"), every, find=find)


def _everything(window: "MainWindow") -> list[Choice]:
    desk = window.desk

    def go(key: str) -> None:
        window.go_to(key)

    def to_goal(goal_id: str) -> None:
        desk.choose_goal(goal_id)
        window.go_to("capture")

    def to_card(proposal_id: str, forum_id: str | None, goal_id: str | None) -> None:
        desk.choose_forum(forum_id)
        desk.choose_goal(goal_id)
        window.go_to("capture")
        window.places["capture"].reveal(proposal_id)

    found = [Choice(_(entry.title), partial(go, entry.key), key_text(entry.keys)) for entry in ENTRIES]
    found += [Choice(goal.label, partial(to_goal, goal.id), _("Ziel")) for goal in goals(desk.file)]
    found += [
        Choice(
            f"{card.number}  {card.text}",
            partial(to_card, card.id, card.forum_id, card.goal_id),
            _("Ziel {number}", number=card.goal_number) if card.goal_number else "",
        )
        for card in proposals(desk.file)
    ]
    found += [
        Choice(person.name or person.organisation, lambda: go("arrive"), person.organisation)
        for person in people(desk.file)
    ]
    return found
