"""A group and the dots counted on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumtool.domain.rows import ClusterRow
from forumtool.i18n import _, ngettext
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import down
from forumtool.ui.parts.words import words
from forumtool.ui.places.weighing.bar import Bar

MOST_DOTS = 9_999
_TITLE_WIDTH, _ABOVE = 250, 12


class CountField(LineField):
    """Takes digits. Enter and the arrows go to the neighbours; tells when the keyboard leaves it."""

    went = Signal(int)
    blurred = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, MOST_DOTS, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedSize(76, 38)
        self.setStyleSheet("font-size: 18px;")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}.get(
            Qt.Key(event.key())
        )
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.commit()
            self.went.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.blurred.emit()


class CountRow(QFrame):
    """Rank, heading, number of cards, the field and the bar of a group; tells dots that were counted."""

    counted = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.cluster_id = ""
        self.setObjectName("countRow")
        self.rank, self.title, self.cards = words("", "heading"), words("", "heading", wrap=True), words("", "small")
        self.field, self.bar = CountField(), Bar()
        self.rank.setFixedWidth(32)
        names = down(self.title, self.cards, spacing=2)
        self.title.setFixedWidth(_TITLE_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        layout.setSpacing(12)
        layout.addWidget(self.rank)
        layout.addLayout(names)
        layout.addWidget(self.field)
        layout.addWidget(self.bar, 1)
        self.field.committed.connect(self._committed)

    def show_group(self, cluster: ClusterRow) -> None:
        """Show which group this is."""
        self.cluster_id = cluster.id
        self.title.setText(cluster.title)
        self.cards.setText(ngettext("{count} Karte", "{count} Karten", cluster.cards))
        self.field.setAccessibleName(_("Punkte für {title}", title=cluster.title))

    def show_dots(self, dots: int, rank: int | None, most: int) -> None:
        """Show the dots counted, the rank among all (None: nothing is counted yet) and the bar."""
        self.field.show_text(str(dots) if dots else "")
        self.rank.setText("–" if rank is None else str(rank))
        self.rank.setAccessibleName("" if rank is None else _("Rang {rank}", rank=rank))
        self.bar.show_part(dots / most if most else 0.0)

    def wanted_height(self) -> int:
        """Return the height in pixels that shows the whole heading."""
        words = self.title.heightForWidth(_TITLE_WIDTH) + self.cards.sizeHint().height() + 2
        return max(words, self.field.height()) + 2 * _ABOVE + 1

    def _committed(self, typed: str) -> None:
        self.counted.emit(self.cluster_id, int(typed or 0))
