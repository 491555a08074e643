"""The line below the board that suggests a group for the next card, and says why. It does nothing unasked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.ordering.column_model import plain_tip
from forumtool.ui.places.ordering.cut import Cut

if TYPE_CHECKING:
    from forumtool.insight.grouping import Fit

SHOWN = 3
_GAP, _LONGEST, _READABLE = 10, 30, 250


class Whisper(QFrame):
    """Shows a card and the groups that fit it. ``taken`` carries the group that was clicked."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("whisper")
        self.card = Cut(strong=True)
        self.fits_to = words(_("passt zu"))
        self.sure = words(_("sicher"), "sure")
        self.reason = Cut()
        self.offers = [Offer(key, self.taken) for key in (_("Enter"), "2", "3")]
        self.skip = QWidget()
        self.skip.setLayout(across(keycap("Esc"), words(_("keine davon"), "small"), spacing=5))
        first, *others = self.offers
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 10, 5)
        layout.setSpacing(_GAP)
        for thing in (self.card, self.fits_to, first, self.sure, self.reason, *others):
            layout.addWidget(thing)
        layout.addStretch(1)
        layout.addWidget(self.skip)

    def show_fits(self, card: ProposalRow, fits: "Sequence[tuple[Fit, str]]", *, keys: bool) -> None:
        """Show the groups with their titles, the best first; ``keys`` tells whether the keyboard is on the card."""
        self.card.show_text(card.text)
        for offer, found in zip(self.offers, [*fits, *[None] * SHOWN], strict=False):
            offer.show_group(found, keys=keys)
        self.fits_to.setVisible(bool(fits))
        self.sure.setVisible(bool(fits) and fits[0][0].confident)
        common = fits[0][0].words if fits else ()
        self.reason.show_text(_("gemeinsam: {words}", words=", ".join(common)) if common else "")
        if not fits:
            self.reason.show_text(_("Dazu passt keine Gruppe besonders."))
        self.skip.setVisible(bool(fits) and keys)
        self._tell(card, fits)
        self._fit()

    def _tell(self, card: ProposalRow, fits: "Sequence[tuple[Fit, str]]") -> None:
        titles = ", ".join(title for _fit, title in fits[:SHOWN])
        self.setAccessibleName(_("Vorschlag: {card} passt zu {groups}", card=card.text, groups=titles) if fits else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for: the third group, then the second, the reason shrinks by itself."""
        first, *others = self.offers
        fixed = [thing for thing in (self.fits_to, first, self.sure, self.skip) if not thing.isHidden()]
        whole = sum(min(thing.sizeHint().width(), _READABLE) + _GAP for thing in (self.card, self.reason) if thing.text)
        room = self.width() - 22 - whole - sum(thing.sizeHint().width() + _GAP for thing in fixed)
        for offer in others:
            room -= offer.sizeHint().width() + _GAP
            offer.setVisible(offer.is_there and room >= 0)


class Offer(QWidget):
    """A group to click on, and its key."""

    def __init__(self, key: str, taken) -> None:  # type: ignore[no-untyped-def] # PySide6 has no type for a bound signal
        super().__init__()
        self.group = ""
        self.is_there = False
        self.key = keycap(key)
        self.title: QPushButton = button("", lambda: taken.emit(self.group), role="offer")
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(across(self.key, self.title, spacing=5))

    def show_group(self, found: "tuple[Fit, str] | None", *, keys: bool) -> None:
        """Show a group, or nothing."""
        self.is_there = found is not None
        self.setVisible(self.is_there)
        self.key.setVisible(keys)
        if found is not None:
            fit, title = found
            self.group = fit.group
            self.title.setText((title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…").replace("&", "&&"))
            common = _("gemeinsam: {words}", words=", ".join(fit.words)) if fit.words else ""
            self.title.setToolTip(plain_tip("\n".join(filter(None, (title, common)))))
