"""Cards that may say the same, side by side: a ranked list, and for each pair a person decides."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumtool.domain.board import Board
from forumtool.domain.rows import ProposalRow
from forumtool.i18n import N_, _
from forumtool.services.joining import join
from forumtool.services.refusals import not_refused, pairs_wanted, refuse_double
from forumtool.storage.queries.refusals import refused_doubles
from forumtool.ui.desk import Desk
from forumtool.ui.parts.beside import Beside
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.panel import GAP, Panel, across, scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.asking import Asking
from forumtool.ui.places.ordering.card_texts import corner
from forumtool.ui.places.ordering.pair_list import PairList
from forumtool.ui.places.ordering.wording import Spans, Wording

if TYPE_CHECKING:
    from forumtool.insight.grouping import Pair

_WHAT_JOINING_DOES = N_(
    "Zusammenlegen behält beide Wortlaute: Eine Karte bleibt stehen, die andere zählt als ihre Unterstützung."
)
_SIDES = ("first", "second")
_LIST, _NARROW = 300, 560
_NARROW_PAGE, _NARROW_LIST = 760, 230
_HINTS = (
    ("↑↓", N_("Paar")), ("1 2", N_("welche stehen bleibt")), ("Enter", N_("zusammenlegen")),
    ("→", N_("nicht dasselbe")), ("Esc", N_("zurück zur Tafel")),
)  # fmt: skip


class Found(NamedTuple):
    """Two cards, the words they share, and where these stand in each wording."""

    pair: "Pair"
    first: ProposalRow
    second: ProposalRow
    spans: tuple[Spans, Spans]


class Doubles(QWidget):
    """The page of pairs among the cards of a board. ``left`` tells that somebody goes back to it."""

    hints: Sequence[tuple[str, str]] = _HINTS
    nothing = N_("Unter den Karten dieses Ziels sind keine, die sich auffällig ähneln. Esc führt zurück zur Tafel.")
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asking = Asking(desk.suggesting, self)
        self._cards: Mapping[str, ProposalRow] = {}
        self._colours: Mapping[str | None, int] = {}
        self._found: list[tuple[Pair, Spans, Spans]] = []
        self._refused: set[frozenset[str]] = set()
        self._asked: object = None
        self._knows = False
        self.pairs = PairList()
        self.sides = (Wording(), Wording())
        self.common = words("", "quiet", wrap=True)
        self.empty = words("", "quiet", wrap=True)
        self.join = button(_("Zusammenlegen"), self._join, tip=_("Enter"))
        self.refuse = button(_("Nicht dasselbe"), self._refuse, tip="→")
        self.close_button = button(_("Zurück zur Tafel"), self.left.emit, tip="Esc")
        self._build()
        self._bind()

    def _build(self) -> None:
        ranked = Panel(margin=1, spacing=0)
        ranked.setFixedWidth(_LIST)
        ranked.inside.addWidget(self.pairs)
        self.beside = Beside(*((side, 1) for side in self.sides), least=_NARROW)
        column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        inside.addWidget(self.beside)
        inside.addWidget(self.common)
        inside.addWidget(words(_(_WHAT_JOINING_DOES), "small", wrap=True))
        inside.addStretch(1)
        self.detail = QWidget()
        right = QVBoxLayout(self.detail)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(scrolling(column), 1)
        right.addLayout(across(self.join, self.refuse, 1, self.close_button))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.ranked, row = ranked, QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(ranked)
        row.addWidget(self.detail, 1)
        self.none = Panel(margin=16, spacing=0)
        self.none.inside.addWidget(self.empty)
        self.keys = KeyHints([(key, _(what)) for key, what in self.hints])
        outer.addWidget(self.none)
        outer.addLayout(row, 1)
        outer.addWidget(self.keys)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _bind(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pairs.asked.connect(self.ask)
        self.pairs.moved.connect(self._show_pair)
        for at, side in enumerate(self.sides):
            side.clicked.connect(lambda at=at: self._stay(at))

    def show_board(self, board: Board) -> None:
        """Look for pairs among the cards of a board; until they are found, those known before are shown."""
        self._cards = {card.id: card for card in board.cards}
        self._colours = {group.cluster.id: group.cluster.colour for group in board.groups}
        self._refused = refused_doubles(self._desk.file)
        self._knows = self._knows and bool(self.shown)
        self._show()
        if self.isVisible() or not self._knows:
            self._compare({card.id: card.text for card in sorted(board.cards, key=lambda card: card.id)})

    def ask(self, word: str) -> None:
        """Do what a key asks for with the pair that the keyboard is on."""
        if word in _SIDES:
            self._stay(_SIDES.index(word))
        elif word == "leave":
            self.left.emit()
        elif word == "join":
            self._join()
        else:
            self._refuse()

    @property
    def shown(self) -> list[Found]:
        """The pairs that are still to be decided, the most alike first."""
        cards = self._cards
        there = {pair: spans for pair, *spans in self._found if pair.first in cards and pair.second in cards}
        return [
            Found(pair, cards[pair.first], cards[pair.second], (there[pair][0], there[pair][1]))
            for pair in not_refused(there, self._refused)
        ]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._hand_on_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW_PAGE
        self.ranked.setFixedWidth(_NARROW_LIST if is_narrow else _LIST)
        self.close_button.setVisible(not is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def about(self, card: ProposalRow) -> str:
        """Return what is said of a card below its wording."""
        return " · ".join(filter(None, (corner(card), card.cluster_title or _("noch nicht geordnet"), who(card))))

    def _compare(self, cards: Mapping[str, str], origins: Mapping[str, Hashable] = {}) -> None:
        """Look for pairs among texts by their keys, beside the window; with origins, for pairs of different ones.

        It asks only if that is another question than the last one.
        """
        most = pairs_wanted(self._refused)
        if self._asked != (cards, most):
            self._asked = (cards, most)
            self._asking.ask(lambda: _pairs(cards, most, origins), self._got)

    def _got(self, found: "list[tuple[Pair, Spans, Spans]]") -> None:
        self._found, self._knows = found, True
        self._show()

    def _show(self) -> None:
        shown, had_focus = self.shown, self.pairs.hasFocus()
        self.pairs.show_pairs(shown)
        for thing in (self.ranked, self.detail, self.keys):
            thing.setVisible(bool(shown))
        self.none.setVisible(not shown)
        self.empty.setText(_(self.nothing) if self._knows else _("Die Karten werden verglichen …"))
        self._show_pair()
        if had_focus or self.hasFocus():
            self._hand_on_focus()

    def _hand_on_focus(self) -> None:
        """Put the keyboard on the list, or on the page itself while there is none."""
        (self.pairs if self.shown else self).setFocus()

    def _show_pair(self) -> None:
        found = self.pairs.current
        if found is None:
            return
        for at, (side, card) in enumerate(zip(self.sides, (found.first, found.second), strict=True)):
            colour = self._colours.get(card.cluster_id)
            side.show_wording(card.text, self.about(card), colour, found.spans[at], stay=_("bleibt stehen"))
        self.common.setText(_("Gemeinsam: {words}", words=", ".join(found.pair.words)) if found.pair.words else "")
        self._stay(0)

    def _stay(self, at: int) -> None:
        for side, wording in enumerate(self.sides):
            wording.mark(side == at)

    def _join(self) -> None:
        found = self.pairs.current
        if found is None:
            return
        lead, other = (found.first, found.second) if self.sides[0].stands else (found.second, found.first)
        if self._desk.do(join, [other.id], lead.id) is not None:
            self._desk.say(_("{number} steht jetzt hinter {lead}.", number=other.number, lead=lead.number))

    def _refuse(self) -> None:
        found = self.pairs.current
        if found is not None:
            self._desk.do(refuse_double, found.first.id, found.second.id)


def who(card: ProposalRow) -> str:
    """Return the organisation or group that a card comes from; a person is not shown to the room."""
    return card.organisation or (card.contributor if card.contributor_kind in ("organisation", "group") else "")


def _pairs(cards: Mapping[str, str], most: int, origins: Mapping[str, Hashable]) -> "list[tuple[Pair, Spans, Spans]]":
    from forumtool.insight.emphasis import shared
    from forumtool.insight.grouping import doubles

    return [
        (pair, shared(cards[pair.first], cards[pair.second]), shared(cards[pair.second], cards[pair.first]))
        for pair in doubles(cards, most, origins)
    ]
