"""The keys of the page in the middle, in one line below it."""

from PySide6.QtWidgets import QStackedWidget

from forumtool.i18n import _
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.places.ordering.commands import DRAFT_HINTS, FAR_HINTS, HINTS


class HintLines(QStackedWidget):
    """Shows the keys of "near", "draft" or "far", or hides."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = {"near": HINTS, "draft": DRAFT_HINTS, "far": FAR_HINTS}
        for pairs in self._lines.values():
            self.addWidget(KeyHints([(key if len(key) == 1 else _(key), _(what)) for key, what in pairs]))
        self.setFixedHeight(self.sizeHint().height())

    def show_for(self, page: str) -> None:
        """Show the keys of a page; empty for none."""
        self.setVisible(bool(page))
        if page:
            self.setCurrentIndex(list(self._lines).index(page))
