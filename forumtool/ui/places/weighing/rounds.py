"""The rounds of a goal: which one is shown, and what a new one may be about."""

from collections.abc import Callable, Sequence
from functools import partial

from forumtool.domain.rows import ClusterRow, DotRoundRow, GoalRow
from forumtool.i18n import _, ngettext
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.chooser import Choice

Start = Callable[..., object]


def nothing_to_weigh() -> str:
    """Return what is said about a goal without cards."""
    return _(
        "Zu diesem Ziel gibt es noch keine Karten: Erst erfassen ({capture}) und ordnen ({order}), dann gewichten.",
        capture=key_text("Ctrl+5"), order=key_text("Ctrl+6"),
    )  # fmt: skip


def round_choices(rounds: Sequence[DotRoundRow], show: Callable[[str], object]) -> list[Choice]:
    """Return the rounds to choose from, in the order in which they were asked."""
    return [Choice(f"{at}  {row.question}", partial(show, row.id), _remark(row)) for at, row in enumerate(rounds, 1)]


def _remark(row: DotRoundRow) -> str:
    kind = _("Skala") if row.kind == "scale" else _("Karten") if row.targets == "cards" else _("Gruppen")
    whole = _("ganzes Forum") if row.goal_id is None else ""
    dots = ngettext("{count} Punkt", "{count} Punkte", row.total) if row.total else ""
    return " · ".join(filter(None, (kind, whole, dots)))


def new_choices(goal: GoalRow | None, groups: Sequence[ClusterRow], start: Start) -> list[Choice]:
    """Return what a new round may be about; ``start`` takes the rules, without a goal those of the whole forum."""
    found = []
    if goal is not None:
        found = [
            Choice(_("Klebepunkte auf Gruppen"), partial(start, goal_id=goal.id)),
            Choice(_("Klebepunkte auf einzelne Karten"), partial(start, goal_id=goal.id, targets="cards")),
            Choice(_("Ein-Punkt-Abfrage auf einer Skala"), partial(start, goal_id=goal.id, kind="scale")),
        ]
    found += [
        Choice(_("Abschlussrunde: Ein-Punkt-Abfrage zum ganzen Forum"), partial(start, kind="scale")),
        Choice(_("Klebepunkte auf Gruppen aller Ziele"), start),
    ]
    return found + [
        Choice(
            _("Klebepunkte auf die Karten der Gruppe „{title}“", title=group.title),
            partial(start, goal_id=group.goal_id, targets="cards", cluster_id=group.id),
        )
        for group in groups
        if group.cards
    ]


def target_choices(groups: Sequence[ClusterRow], aim: Callable[[str, str | None], object]) -> list[Choice]:
    """Return what the dots of a round can go on; ``aim`` takes the kind of targets and a group."""
    return [
        Choice(_("Gruppen"), partial(aim, "clusters", None)),
        Choice(_("alle Karten"), partial(aim, "cards", None)),
        *(
            Choice(_("Karten der Gruppe „{title}“", title=group.title), partial(aim, "cards", group.id))
            for group in groups
            if group.cards
        ),
    ]


def targets_told(row: DotRoundRow, groups: Sequence[ClusterRow]) -> str:
    """Return what the dots of a round go on, in words."""
    if row.targets != "cards":
        return _("Gruppen")
    title = next((group.title for group in groups if group.id == row.cluster_id), "")
    return _("Karten aus „{title}“", title=title) if title else _("alle Karten")
