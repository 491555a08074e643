"""A place of several pages under a quiet bar of tabs; a page is loaded when it is first shown."""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from forumtool.i18n import _
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text, shortcut
from forumtool.ui.parts.panel import MARGIN, across
from forumtool.ui.places.page import Page
from forumtool.ui.places.place import Place

_MARGINS = (560, 3), (780, 9)  # pixels: in less room than the first, the second between two tabs


class Paged(Place):
    """Shows one of ``listed``: module in ``package``, class and German title of each page.

    ``beside`` are widgets at the end of the bar.
    """

    package = ""
    listed: Sequence[tuple[str, str, str]] = ()

    def __init__(self, desk: Desk, *beside: QWidget) -> None:
        super().__init__(desk)
        self._beside = beside
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Seiten"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setToolTip(_("Seite wechseln: {keys}", keys=key_text("Ctrl+Tab")))
        for _module, _name, title in self.listed:
            self.tabs.addTab(_(title).replace("&", "&&"))
        self.stack = QStackedWidget()
        self.pages: dict[str, Page] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        layout.setSpacing(10)
        head = across(self.tabs, *beside)
        head.setStretch(0, 1)  # all the room: the open page's title is bold and wider
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._show_page)
        shortcut(self, "Ctrl+Tab", lambda: self._turn(1))
        shortcut(self, "Ctrl+Shift+Tab", lambda: self._turn(-1))
        self._load(self.listed[0][0])

    @property
    def page(self) -> Page:
        """The page that can be seen."""
        return self.pages[self.listed[self.tabs.currentIndex()][0]]

    def open_page(self, key: str) -> None:
        """Show a page by its key, such as "forums"."""
        self.tabs.setCurrentIndex([page[0] for page in self.listed].index(key))

    def refresh(self) -> None:
        self.page.refresh()

    def take_focus(self) -> None:
        self.page.take_focus()

    def reveal(self, key: str) -> None:
        self.page.reveal(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - sum(widget.sizeHint().width() for widget in self._beside)
        margin = next((margin for least, margin in _MARGINS if room < least), 0)
        tight = f"QTabBar::tab {{ margin-right: {margin}px; }}" if margin else ""
        if self.tabs.styleSheet() != tight:
            self.tabs.setStyleSheet(tight)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(self.listed))

    def _show_page(self, at: int) -> None:
        on_tabs = self.tabs.hasFocus()
        self._load(self.listed[at][0])
        if self.desk.is_open:
            self.page.refresh()
        if not on_tabs:
            self.page.take_focus()

    def _load(self, key: str) -> None:
        if key not in self.pages:
            name = next(name for module, name, _title in self.listed if module == key)
            made: Page = getattr(import_module(f"{self.package}.{key}"), name)(self.desk)
            self.pages[key] = made
            self.stack.addWidget(made)
        self.stack.setCurrentWidget(self.pages[key])
        self.concerns = self.pages[key].concerns
