"""Aufbau: what is set before the first forum, on seven pages."""

from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from forumtool.i18n import N_, _
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text, shortcut
from forumtool.ui.parts.panel import MARGIN
from forumtool.ui.places.place import Place
from forumtool.ui.places.setting_up.page import Page

PAGES = (
    ("goals", "GoalsPage", N_("Ziele")),
    ("forums", "ForumsPage", N_("Foren")),
    ("tags", "TagsPage", N_("Merkmale")),
    ("frame", "FramePage", N_("Prozess")),
    ("steering", "SteeringPage", N_("Steuerungsgruppe")),
    ("action_fields", "ActionFieldsPage", N_("Handlungsfelder")),
    ("offers", "OffersPage", N_("Angebote & Hemmnisse")),
)
_ROOMY = 780


class Setup(Place):
    """The organiser's place. A page is loaded when it is first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Seiten"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setToolTip(_("Seite wechseln: {keys}", keys=key_text("Ctrl+Tab")))
        for _module, _name, title in PAGES:
            self.tabs.addTab(_(title).replace("&", "&&"))
        self.stack = QStackedWidget()
        self.pages: dict[str, Page] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        layout.setSpacing(10)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._show_page)
        shortcut(self, "Ctrl+Tab", lambda: self._turn(1))
        shortcut(self, "Ctrl+Shift+Tab", lambda: self._turn(-1))
        self._load("goals")

    @property
    def page(self) -> Page:
        """The page that can be seen."""
        return self.pages[PAGES[self.tabs.currentIndex()][0]]

    def open_page(self, key: str) -> None:
        """Show a page by its key, such as "forums"."""
        self.tabs.setCurrentIndex([page[0] for page in PAGES].index(key))

    def refresh(self) -> None:
        self.page.refresh()

    def take_focus(self) -> None:
        self.page.take_focus()

    def reveal(self, key: str) -> None:
        self.page.reveal(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = "QTabBar::tab { margin-right: 9px; }" if event.size().width() < _ROOMY else ""
        if self.tabs.styleSheet() != tight:
            self.tabs.setStyleSheet(tight)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(PAGES))

    def _show_page(self, at: int) -> None:
        on_tabs = self.tabs.hasFocus()
        self._load(PAGES[at][0])
        if self.desk.is_open:
            self.page.refresh()
        if not on_tabs:
            self.page.take_focus()

    def _load(self, key: str) -> None:
        if key not in self.pages:
            name = next(name for module, name, _title in PAGES if module == key)
            made: Page = getattr(import_module(f"forumtool.ui.places.setting_up.{key}"), name)(self.desk)
            self.pages[key] = made
            self.stack.addWidget(made)
        self.stack.setCurrentWidget(self.pages[key])
        self.concerns = self.pages[key].concerns
