"""Vertiefen: out of the groups that the room found weighty come measures, agreements, and what is set aside."""

from functools import partial

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from forumtool.i18n import _
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.sketches import people_for_tasks
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text, shortcut
from forumtool.ui.parts.panel import MARGIN, Panel
from forumtool.ui.places.deepening.agreed import Agreements, Parked
from forumtool.ui.places.deepening.sketches import Sketches
from forumtool.ui.places.place import Place
from forumtool.ui.projection import Projection


class Deepen(Place):
    """Three pages: measure sketches, agreements, the parking lot."""

    concerns = ("cluster", "dot_count", "dot_round", "proposal", "measure", "measure_proposal", "measure_obstacle",
                "measure_offer", "existing_offer", "obstacle", "action_item", "parking_lot_item", "forum", "goal",
                "participant", "attendance")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sketches, self.agreements, self.parked = Sketches(desk), Agreements(desk), Parked(desk)
        self.pages = (self.sketches, self.agreements, self.parked)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in (self.sketches, _sheet(self.agreements), _sheet(self.parked)):
            self.tabs.addTab(page, "")
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._turn, by))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        layout.addWidget(self.tabs)

    def refresh(self) -> None:
        """Read groups and what came of them, and show it."""
        file, scope = self.desk.file, self.desk.scope
        people = people_for_tasks(file, self.desk.forum_id)
        self.sketches.refresh()
        self.agreements.know(people)
        self.agreements.show_agreements(outcomes.action_items(file, scope))
        self.parked.know((*(row.title for row in forums(file)), _("Steuerungsgruppe"), *people))
        self.parked.show_parked(outcomes.parking_lot(file, scope))
        counts = (len(self.sketches.list.keys), len(self.agreements.model.rows), len(self.parked.model.rows))
        titles = (_("Maßnahmen"), _("Vereinbarungen"), _("Themenspeicher"))
        for at, (title, count) in enumerate(zip(titles, counts, strict=True)):
            self.tabs.setTabText(at, f"{title}  {count}" if count else title)
            self.tabs.setTabToolTip(at, key_text("Ctrl+PgDown"))

    def take_focus(self) -> None:
        """Put the keyboard where the work of the open page starts."""
        self.show_page(self.tabs.currentIndex())

    def reveal(self, key: str) -> None:
        """Choose a measure, an agreement or a matter set aside by its key."""
        for at, page in enumerate((self.agreements, self.parked), 1):
            if page.model.row_of(key) >= 0:
                self.show_page(at)
                page.choose_key(key)
                return
        self.tabs.setCurrentIndex(0)
        self.sketches.reveal(key)

    def to_show(self) -> Projection | None:
        """Return the measure being worked on."""
        return self.sketches.to_show()

    def show_page(self, at: int) -> None:
        """Show a page and put the keyboard into it."""
        self.tabs.setCurrentIndex(at)
        self.pages[at].take_focus()

    def _turn(self, by: int) -> None:
        self.show_page((self.tabs.currentIndex() + by) % self.tabs.count())


def _sheet(inside: QWidget) -> QWidget:
    sheet = Panel(margin=12)
    sheet.inside.addWidget(inside)
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 10, 0, 0)
    layout.addWidget(sheet)
    return page
