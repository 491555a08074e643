"""The places of the rail in the order of the day, and where their code is; a place is loaded when it is first shown."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from forumtool.i18n import N_

if TYPE_CHECKING:
    from forumtool.ui.desk import Desk
    from forumtool.ui.places.place import Place


class Entry(NamedTuple):
    """A place: its key, its section and title in German, the module and class, and its shortcut."""

    key: str
    section: str
    title: str
    module: str
    name: str
    keys: str

    def make(self, desk: "Desk") -> "Place":
        """Load the place."""
        made: Place = getattr(import_module(f"forumtool.ui.places.{self.module}"), self.name)(desk)
        return made


PROCESS, FORUM, STEERING = N_("PROZESS"), N_("FORUM"), N_("STEUERUNGSGRUPPE")

ENTRIES = (
    Entry("overview", PROCESS, N_("Überblick"), "overview", "Overview", "Ctrl+1"),
    Entry("setup", PROCESS, N_("Aufbau"), "setup", "Setup", "Ctrl+2"),
    Entry("agenda", FORUM, N_("Ablauf"), "agenda", "Agenda", "Ctrl+3"),
    Entry("arrive", FORUM, N_("Ankommen"), "arrive", "Arrive", "Ctrl+4"),
    Entry("capture", FORUM, N_("Erfassen"), "capture", "Capture", "Ctrl+5"),
    Entry("order", FORUM, N_("Ordnen"), "order", "Order", "Ctrl+6"),
    Entry("weigh", FORUM, N_("Gewichten"), "weigh", "Weigh", "Ctrl+7"),
    Entry("deepen", FORUM, N_("Vertiefen"), "deepen", "Deepen", "Ctrl+8"),
    Entry("minutes", FORUM, N_("Protokoll"), "minutes", "MinutesPlace", "Ctrl+9"),
    Entry("synthesis", STEERING, N_("Zusammenschau"), "synthesis", "Synthesis", "Alt+1"),
    Entry("decisions", STEERING, N_("Entscheidungen"), "decisions", "Decisions", "Alt+2"),
    Entry("concept", STEERING, N_("Konzept"), "concept", "Concept", "Alt+3"),
)

EXPORTS = {"synthesis": "synthesis", "decisions": "sheet", "concept": "concept"}
"""The document that is offered first in a place; else the minutes."""
