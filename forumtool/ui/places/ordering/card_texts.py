"""The words of cards laid out for their paper, once for each wording and for all columns of a board."""

from typing import NamedTuple

from PySide6.QtGui import QFontMetrics

from forumtool.domain.rows import ProposalRow
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.places.ordering.papers import PAPER
from forumtool.ui.theme.style import body_font

PAD = 10
NUMBER_PIXELS = 12
_MOST_LINES, _MOST = 9, 4_000


class Laid(NamedTuple):
    """The words of a card in lines, what stands small in its corner, and the height of its paper in pixels."""

    words: Wrapped
    corner: str
    height: int


class CardTexts:
    """Lays out what is asked for and keeps it."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int], Laid] = {}

    def of(self, card: ProposalRow) -> Laid:
        """Return the words of a card as they stand on its paper; a long text ends in "…"."""
        key = (card.number, card.text, card.support)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST:
                self._known.clear()
            found = self._known[key] = _laid(card)
        return found


def corner(card: ProposalRow) -> str:
    """Return what stands in the corner of a card: its number, and how many more people stand behind it."""
    return f"{card.number}  +{card.support}" if card.support else card.number


def _laid(card: ProposalRow) -> Laid:
    room = PAPER - 2 * PAD - 2
    words, small = Wrapped(card.text, body_font(), room, lines=_MOST_LINES), corner(card)
    width = QFontMetrics(body_font(NUMBER_PIXELS)).horizontalAdvance(small)
    below = 0 if words.last_width + width + 10 <= room else NUMBER_PIXELS + 4
    return Laid(words, small, int(words.height + 0.99) + below + 2 * PAD)
