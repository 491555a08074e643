"""The cards of the board as they are read: after a step, again only those that it may have changed."""

from forumtool.domain.board import Board, arranged
from forumtool.domain.rows import ProposalRow
from forumtool.storage.journal import Step
from forumtool.storage.queries.outcomes import clusters
from forumtool.storage.queries.proposals import board_keys, proposals_with_keys
from forumtool.ui.desk import Desk

_LOOKED_THROUGH = {"proposal", "cluster", "dot_count", "dot_round", "refusal"}


class BoardRows:
    """Reads the board of the goal being worked on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, ProposalRow] = {}

    def forget(self, step: Step | None = None) -> None:
        """Read the rows again that a step may have changed, or all: also those that name what was changed."""
        if step is None or not step.changes.keys() <= _LOOKED_THROUGH:
            self._known.clear()
            return
        cards, groups = step.changes.get("proposal", frozenset()), step.changes.get("cluster", frozenset())
        leads = {row.joined_to for row in proposals_with_keys(self._desk.file, cards)} - {""}
        for key, row in list(self._known.items()):
            names = {row.cluster_id} & groups or row.number in leads or any(one.id in cards for one in row.wordings)
            if key in cards or names:
                del self._known[key]

    def read(self) -> Board:
        """Return the board of the goal that is being worked on; empty without one."""
        desk, goal_id = self._desk, self._desk.goal_id
        if goal_id is None:
            return Board()
        keys = board_keys(desk.file, desk.scope, goal_id)
        missing = [key for key in keys if key not in self._known]
        found = {row.id: row for row in proposals_with_keys(desk.file, missing)} if missing else {}
        self._known = {key: found.get(key) or self._known[key] for key in keys}
        return arranged(clusters(desk.file, desk.scope, goal_id), self._known.values())
