"""What a measure builds on: existing offers with their state."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal

from forumtool.domain.rows import NamedRow, OfferRow
from forumtool.i18n import N_, _
from forumtool.services.offers import OFFER_STATES
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.ties import Chip, Ties

STATE_NAMES = {"exists": N_("besteht"), "extend": N_("ausbauen"), "new": N_("neu")}


class OfferTies(Ties):
    """A chip opens the choice of states, the digits 1 to 3 choose at once."""

    turned = Signal(str, str)

    def __init__(self, prompt: str) -> None:
        super().__init__(prompt, _("1 besteht, 2 ausbauen, 3 neu, Entf nimmt es weg"))

    def show_offers(self, ties: Sequence[NamedRow], offers: Sequence[OfferRow]) -> None:
        """Show the offers that are named, with the states they have in the process's list."""
        states = {offer.id: offer.state for offer in offers}
        self.fill([self._offer_chip(tie, states.get(tie.id, "exists")) for tie in ties])

    def _offer_chip(self, tie: NamedRow, state: str) -> Chip:
        told = _(STATE_NAMES.get(state, state))
        chip = Chip(f"{tie.title} · {told}  ▾", f"{tie.title}, {told}", self._tip)
        chip.clicked.connect(lambda _on=False: self._choose(chip, tie))
        chip.removed.connect(lambda: self.left.emit(tie.id))
        chip.digit.connect(lambda at: self.turned.emit(tie.id, OFFER_STATES[at]))
        return chip

    def _choose(self, chip: Chip, tie: NamedRow) -> None:
        turn: Callable[[str], object] = partial(self.turned.emit, tie.id)
        choices = [Choice(_(STATE_NAMES[state]), partial(turn, state)) for state in OFFER_STATES]
        choices.append(Choice(_("Von der Maßnahme nehmen"), partial(self.left.emit, tie.id)))
        Chooser(self, tie.title, choices).open_below(chip)
