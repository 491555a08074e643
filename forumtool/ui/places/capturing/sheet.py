"""The white sheet under the field: the cards, or what would become of pasted lines or of a card that is being split."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTableView, QVBoxLayout, QWidget

from forumtool.ui.parts.panel import Panel
from forumtool.ui.parts.words import words
from forumtool.ui.places.capturing.previews import Pasted, Splitting


class Sheet(Panel):
    """One face at a time."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(margin=1)
        self.view = view
        self.empty = words("", "quiet", wrap=True)
        self.empty.setContentsMargins(16, 12, 16, 16)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.pasted, self.splitting = Pasted(), Splitting()
        self._cards = QWidget()
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view, 1)
        column.addWidget(self.empty, 1)
        self._faces = QStackedWidget()
        for face in (self._cards, self.pasted, self.splitting):
            self._faces.addWidget(face)
        self.inside.addWidget(self._faces)

    @property
    def is_deciding(self) -> bool:
        """Tell whether something other than the cards is shown."""
        return self._faces.currentWidget() is not self._cards

    def face(self, widget: QWidget) -> None:
        """Show one of the previews."""
        self._faces.setCurrentWidget(widget)

    def show_cards(self, why_empty: str) -> None:
        """Show the cards; without any, why there are none."""
        self.view.setVisible(not why_empty)
        self.empty.setVisible(bool(why_empty))
        self.empty.setText(why_empty)

    def back(self) -> None:
        """Show the cards again."""
        self._faces.setCurrentWidget(self._cards)
