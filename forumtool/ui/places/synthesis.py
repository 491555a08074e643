"""Zusammenschau: all forums side by side, on five pages, and as a document."""

from forumtool.i18n import N_
from forumtool.ui.desk import Desk
from forumtool.ui.places.paged import Paged
from forumtool.ui.places.synthesizing.documents import Documents

PAGES = (
    ("gaps", "GapsPage", N_("Lücken")),
    ("similar", "SimilarPage", N_("Ähnliche")),
    ("named", "NamedPage", N_("Hemmnisse & Angebote")),
    ("rooms", "RoomsPage", N_("Foren")),
    ("became", "BecamePage", N_("Was wurde woraus")),
)


class Synthesis(Paged):
    """What the steering group looks at before it decides; its files are written at any moment."""

    package = "forumtool.ui.places.synthesizing"
    listed = PAGES

    def __init__(self, desk: Desk) -> None:
        self.documents = Documents(desk)
        super().__init__(desk, self.documents)
