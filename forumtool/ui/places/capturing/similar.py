"""The cards that are like what is being typed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from forumtool.domain.rows import CardBrief
from forumtool.storage.journal import Step
from forumtool.storage.queries.recent import cards_for, wordings
from forumtool.ui.desk import Desk
from forumtool.ui.warming import loading

if TYPE_CHECKING:
    from forumtool.insight.similar import SimilarCards

_AFTER_THE_START = 2_000  # milliseconds
_LOOKED_AT = 12
_MANY = 200  # rows of one step; more of them are read with all others again


class Alike(NamedTuple):
    """A card like the text, the words that they share, and whether it is of the goal and forum being worked on."""

    card: CardBrief
    words: tuple[str, ...]
    is_here: bool


class Similar(QObject):
    """Keeps the wordings of the open file for comparing. Before they are there nothing is found, and nobody waits.

    A wording behind a card leads to the card.
    """

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._index: SimilarCards | None = None
        self._is_building = False
        self._late: set[str] = set()
        self._briefs: dict[str, CardBrief | None] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        desk.step_done.connect(self._heard)

    @property
    def is_ready(self) -> bool:
        """Tell whether there is something to compare with."""
        return self._index is not None

    def prepare_later(self) -> None:
        """Begin to read the wordings when the start is over; the first letter typed begins at once."""
        QTimer.singleShot(_AFTER_THE_START, self, self._prepare_unless_starting)

    def _prepare_unless_starting(self) -> None:
        if loading():
            self.prepare_later()
        elif self._desk.is_open:
            self.prepare()

    def prepare(self) -> None:
        """Begin to read the wordings, beside the window, unless that is done or under way."""
        if self._index is None and not self._is_building:
            self._is_building = True
            self._desk.suggesting.index(wordings(self._desk.file), self._built)

    def find(self, text: str, most: int) -> list[Alike]:
        """Return the cards like a text, those of the goal and forum being worked on first."""
        if self._index is None:
            return []
        found = [key for key, _score in self._index.nearest(text, _LOOKED_AT)]
        first: dict[str, tuple[str, CardBrief]] = {}
        for key, card in self._cards_for(found):
            first.setdefault(card.id, (key, card))
        shown = sorted(first.values(), key=lambda one: not self._is_here(one[1]))[:most]
        return [Alike(card, self._index.reason(key, text), self._is_here(card)) for key, card in shown]

    def _cards_for(self, keys: Sequence[str]) -> list[tuple[str, CardBrief]]:
        """Return the card that stands for each wording; who types on mostly sees the same ones again."""
        missing = [key for key in keys if key not in self._briefs]
        if missing:
            found = cards_for(self._desk.file, missing)
            self._briefs |= {key: found.get(key) for key in missing}
        return [(key, card) for key in keys if (card := self._briefs[key]) is not None]

    def _is_here(self, card: CardBrief) -> bool:
        return (card.forum_id, card.goal_id) == (self._desk.forum_id, self._desk.goal_id)

    def _built(self, index: "SimilarCards") -> None:
        if not isValid(self):  # another file has been opened since
            return
        self._index = index
        self._is_building = False
        late, self._late = self._late, set()
        if late and self._desk.is_open:
            self._take_up(late)
        self.ready.emit()

    def _heard(self, step: Step) -> None:
        touched = step.changes.get("proposal", frozenset())
        self._briefs.clear()
        if self._is_building:
            self._late |= touched
        elif len(touched) > _MANY:
            self._index = None
            self.prepare()
        elif self._index is not None:
            self._take_up(touched)

    def _take_up(self, keys: Iterable[str]) -> None:
        """Read some wordings again."""
        index = self._index
        if index is None:
            return
        texts = dict(wordings(self._desk.file, list(keys)))
        for key in keys:
            if key in texts:
                index.put(key, texts[key])
            else:
                index.drop(key)
        self._soon.start()

    def _settle(self) -> None:
        """Weigh the words anew before the next letter comes, which would have to wait for it."""
        if self._index is not None:
            self._index.settle()
