"""Questions to the room: those that were asked before, and some to begin with."""

import re
from typing import NamedTuple

from forumtool.domain.rows import DotRoundRow, GoalRow
from forumtool.i18n import N_, _
from forumtool.storage.queries.weighing import wordings
from forumtool.storage.reading import Reading


class Wording(NamedTuple):
    """A question and, for a scale, the words at its ends."""

    question: str
    low: str = ""
    high: str = ""
    was_asked: bool = False


_SHIPPED = {
    "clusters": (
        Wording(N_("Welche Gruppe bringt uns bei Ziel {number} am meisten voran?")),
        Wording(N_("Woran sollte die Stadt in den nächsten drei Jahren zuerst arbeiten?")),
        Wording(N_("Was können wir in einem Jahr schaffen?")),
    ),
    "cards": (
        Wording(N_("Welcher Vorschlag bringt uns bei Ziel {number} am meisten voran?")),
        Wording(N_("Welche Vorschläge sollten bald beginnen?")),
    ),
    "scale": (
        Wording(N_("Wie zufrieden sind Sie mit dem Ergebnis dieses Forums?"), N_("gar nicht"), N_("sehr")),
        Wording(N_("Wie gut konnten Sie sich einbringen?"), N_("gar nicht"), N_("sehr gut")),
        Wording(N_("Wie zuversichtlich sind Sie, dass daraus etwas wird?"), N_("wenig"), N_("sehr")),
    ),
}


def known(source: Reading, row: DotRoundRow, goal: GoalRow | None) -> list[Wording]:
    """Return wordings for a round: those that were asked, the newest first, then those to begin with."""
    number = goal.number if goal else ""
    kind = "scale" if row.kind == "scale" else row.targets
    asked = [
        Wording(_for_goal(one.question, one.goal_number, number), one.low, one.high, was_asked=True)
        for one in wordings(source)
        if one.kind == row.kind and (one.kind == "scale" or one.targets == row.targets)
    ]
    shipped = [Wording(_(one.question, number=number), _(one.low), _(one.high)) for one in _SHIPPED[kind]]
    found: dict[str, Wording] = {}
    for one in (*asked, *shipped):
        found.setdefault(one.question, one)
    return list(found.values())


def first(source: Reading, row: DotRoundRow, goal: GoalRow | None) -> Wording:
    """Return what is asked if nobody words another question: as in the last round of its kind."""
    return known(source, row, goal)[0]


def _for_goal(question: str, before: str, now: str) -> str:
    """A question that names its goal by number names the goal in question."""
    return re.sub(rf"(?<![\w.]){re.escape(before)}(?![\w.])", now, question) if before and now else question
