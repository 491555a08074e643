"""The index of words of the open file: built in slices between two pictures, kept, and brought up to date by steps."""

from collections.abc import Collection
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forumtool.storage.journal import Step

if TYPE_CHECKING:
    from forumtool.domain.findable import Findable
    from forumtool.insight.finding import FindIndex, FoldedTexts, Found
    from forumtool.ui.desk import Desk

_SLICE = 200  # cards; about five milliseconds
_AT_ONCE = 0.012  # seconds that may pass before the first picture of who asks; enough for a file of usual size
_MANY = 2_000  # cards changed at once: building anew is quicker than putting them in their places
_CARDS = frozenset(
    ("proposal", "proposal_tag", "proposal_obstacle", "proposal_offer", "tag", "obstacle", "existing_offer",
     "participant", "goal", "decision")
)  # fmt: skip


class Finding(QObject):
    """Finds cards and everything else by words. Nothing is read before ``prepare`` or the first question.

    While the index is being built the questions are answered from what is there; ``ready`` tells when it is whole.
    """

    ready = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._index: FindIndex | None = None
        self._last: str | None = None
        self._changed: set[str] = set()
        self._things_are_old = False
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take_slice)
        desk.file_changed.connect(self._forget)
        desk.step_done.connect(self._heard)

    @property
    def is_ready(self) -> bool:
        """Tell whether all cards are in the index."""
        return self._index is not None and self._last is None

    def prepare(self) -> None:
        """Begin to build the index, unless it is there."""
        self._begun()

    def finish(self) -> None:
        """Build the rest of the index at once, before something is taken from it unseen."""
        self.prepare()
        while not self.is_ready:
            self._take_slice()

    def find(self, typed: str, most: int, also: "FoldedTexts | None" = None) -> "Found":
        """Return the best hits for what was typed, ``also`` among texts of the caller's own."""
        return self._current().find(typed, most, also)

    def find_cards(self, typed: str, most: int) -> "list[Findable]":
        """Return the best cards for what was typed, also such as stand behind others."""
        return self._current().find_cards(typed, most)

    def cards(self, typed: str) -> set[str]:
        """Return the keys of all cards, also of those that stand behind others, that hold what was typed."""
        return self._current().cards(typed)

    def _begun(self) -> "FindIndex":
        if self._index is not None:
            return self._index
        from forumtool.insight.finding import FindIndex

        index = self._index = FindIndex()
        self._last = ""
        self._changed.clear()
        self._things_are_old = True
        self._soon.start()
        end = perf_counter() + _AT_ONCE
        while not self.is_ready and perf_counter() < end:
            self._take_slice()
        return index

    def _current(self) -> "FindIndex":
        """Return the index with everything that steps have changed since it was asked last."""
        index, touched = self._begun(), self._touched()
        if len(touched) > _MANY:
            self._forget()
            index, touched = self._begun(), []
        if touched:
            self._put(index, touched)
        if self._things_are_old:
            self._read_things(index)
        return index

    def _touched(self) -> list[str]:
        if not self._changed:
            return []
        from forumtool.storage.queries.search import cards_touched

        changed, self._changed = self._changed, set()
        return cards_touched(self._desk.file, changed)

    def _put(self, index: "FindIndex", keys: Collection[str]) -> None:
        from forumtool.storage.queries.search import cards_with_keys

        found = cards_with_keys(self._desk.file, keys)
        index.put_cards(found)
        for key in {*keys} - {card.id for card in found}:
            index.drop_card(key)

    def _read_things(self, index: "FindIndex") -> None:
        from forumtool.storage.queries.search import things

        index.set_things(things(self._desk.file))
        self._things_are_old = False

    def _take_slice(self) -> None:
        if self._index is None or self._last is None or not self._desk.is_open:
            self._soon.stop()
            return
        from forumtool.storage.queries.search import cards_after

        found = cards_after(self._desk.file, self._last, _SLICE)
        self._index.put_cards(found)
        self._last = found[-1].id if len(found) == _SLICE else None
        if self._last is None:
            self._soon.stop()
            self.ready.emit()

    def _heard(self, step: Step) -> None:
        if self._index is not None:
            self._things_are_old = True
            self._changed.update(key for table, keys in step.changes.items() if table in _CARDS for key in keys)

    def _forget(self) -> None:
        self._index, self._last = None, None
        self._soon.stop()
