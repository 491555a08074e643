"""Aufbau: what is set before the first forum, on seven pages."""

from forumtool.i18n import N_
from forumtool.ui.places.paged import Paged

PAGES = (
    ("goals", "GoalsPage", N_("Ziele")),
    ("forums", "ForumsPage", N_("Foren")),
    ("tags", "TagsPage", N_("Merkmale")),
    ("frame", "FramePage", N_("Prozess")),
    ("steering", "SteeringPage", N_("Steuerungsgruppe")),
    ("action_fields", "ActionFieldsPage", N_("Handlungsfelder")),
    ("offers", "OffersPage", N_("Angebote & Hemmnisse")),
)


class Setup(Paged):
    """The organiser's place."""

    package = "forumtool.ui.places.setting_up"
    listed = PAGES
