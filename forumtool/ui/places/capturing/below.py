"""The room under the field: similar cards while something is typed, else the card caught last and what its keys are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _, ngettext
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.panel import down
from forumtool.ui.places.capturing.card_line import CardLine
from forumtool.ui.places.capturing.similar_rows import ROW, SimilarRows

_LINES = 3
_EDGE = 14
_SHOWN = 300  # signs


class _OneLine(QLabel):
    """A quiet line that ends in "…" where it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def tell(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class Below(QStackedWidget):
    """Three faces of one height, so that the list under them never moves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.similar = SimilarRows()
        self.line = CardLine(desk)
        self.last = _OneLine()
        self._keys = KeyHints(
            (
                (key_text("Ctrl+N"), _("Notiz")), (key_text("Ctrl+D"), _("Dissens")),
                (key_text("Ctrl+P"), _("Person")), (key_text("Ctrl+L"), _("zweite Sprache")), ("↓", _("in die Liste")),
            )
        )  # fmt: skip
        self._keys_of_list = KeyHints(
            (
                ("1…9", _("Merkmal")), ("#", _("weitere")), ("M", _("zusammenlegen")), ("T", _("aufteilen")),
                ("U", _("trennen")), ("F2", _("ändern")), (key_text("Del"), _("löschen")),
            )
        )  # fmt: skip
        self._in_list, self._last, self._chosen = False, "", ""
        self._rest = QWidget()
        column = down(self.last, self._keys, self._keys_of_list, 1, spacing=6)
        column.setContentsMargins(_EDGE, 3, _EDGE, 0)
        self._rest.setLayout(column)
        for face in (self._rest, self.similar, self.line):
            self.addWidget(face)
        self.setFixedHeight(_LINES * ROW)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def is_in_list(self) -> bool:
        """Tell whether it was told that the list has the keyboard."""
        return self._in_list

    def tell(self, card: ProposalRow | None, first: ProposalRow | None = None) -> None:
        """Name the card caught last, which the keys are for while the field has the keyboard.

        ``first`` is the first one of those that were caught together with it.
        """
        text = " ".join(card.text.split())[:_SHOWN] if card else ""
        if card and first:
            self._last = _(
                "Zuletzt {first} bis {number}, als letzte: {text}", first=first.number, number=card.number, text=text
            )
        else:
            self._last = _("Zuletzt {number}: {text}", number=card.number, text=text) if card else ""
        self._show_rest()

    def tell_chosen(self, count: int, *, in_list: bool) -> None:
        """While the list has the keyboard, tell how many cards are chosen there and what its keys do."""
        self._in_list = in_list
        self._chosen = ngettext("{count} Karte gewählt", "{count} Karten gewählt", count)
        self._show_rest()
        self.settle()

    def _show_rest(self) -> None:
        self._keys.setVisible(bool(self._last) and not self._in_list)
        self._keys_of_list.setVisible(self._in_list)
        self.last.tell(self._chosen if self._in_list else self._last)

    def settle(self) -> None:
        """Show what there is to show: an open line first, then similar cards."""
        if self.line.is_open:
            self.setCurrentWidget(self.line)
        else:
            self.setCurrentWidget(self.similar if self.similar.alike and not self._in_list else self._rest)
