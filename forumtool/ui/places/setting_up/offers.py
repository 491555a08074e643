"""Angebote & Hemmnisse: what already runs and what stands in the way, with how many cards name it."""

from forumtool.domain.rows import ObstacleRow, OfferRow
from forumtool.i18n import N_, _, ngettext
from forumtool.services import offers as verbs
from forumtool.storage.queries.proposals import obstacles, offers
from forumtool.ui.desk import Desk
from forumtool.ui.parts.beside import Beside
from forumtool.ui.parts.editable import EditableList, Verbs
from forumtool.ui.parts.table import Column
from forumtool.ui.places.page import Page
from forumtool.ui.places.setting_up.layouts import fill

STATES = {"exists": N_("vorhanden"), "extend": N_("ausbauen"), "new": N_("neu")}


class OffersPage(Page):
    """Offers at the left, obstacles at the right."""

    concerns = ("existing_offer", "obstacle", "proposal_offer", "proposal_obstacle", "proposal")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.offers = self._offers()
        self.obstacles = self._obstacles()
        fill(self, Beside((self.offers, 3), (self.obstacles, 2), least=900))

    def _offers(self) -> EditableList:
        do = self.desk.do
        return EditableList(
            _("Vorhandene Angebote"), _("Neues Angebot: Titel, Träger. Enter legt es an"),
            (Column(_("Angebot"), lambda row: row.title, 0,
                    lambda row, text: text and do(verbs.change_offer, row.id, title=text), look="wrap"),
             Column(_("Träger"), lambda row: row.provider, 170,
                    lambda row, text: do(verbs.change_offer, row.id, provider=text), look="wrap"),
             Column(_("Stand"), lambda row: state_name(row.state), 110,
                    lambda row, text: do(verbs.change_offer, row.id, state=state_key(text)), look="chip",
                    choices=lambda: tuple(_(name) for name in STATES.values())),
             Column(_("Karten"), lambda row: len(row.proposals) or "–", 80, align_right=True, look="quiet")),
            Verbs(self._add_offer, self._remove_offer),
            empty=_("Noch kein Angebot. Beim Erfassen entsteht es mit „+“, oder Sie schreiben es oben hinein."),
        )  # fmt: skip

    def _obstacles(self) -> EditableList:
        do = self.desk.do
        return EditableList(
            _("Hemmnisse"), _("Neues Hemmnis, Enter legt es an"),
            (Column(_("Hemmnis"), lambda row: row.title, 0,
                    lambda row, text: text and do(verbs.change_obstacle, row.id, title=text), look="wrap"),
             Column(_("Karten"), lambda row: len(row.proposals) or "–", 80, align_right=True, look="quiet")),
            Verbs(lambda title: do(verbs.add_obstacle, title), self._remove_obstacle),
            empty=_("Noch kein Hemmnis. Beim Erfassen entsteht es mit „!“, oder Sie schreiben es oben hinein."),
        )  # fmt: skip

    def refresh(self) -> None:
        self.offers.show_rows(offers(self.desk.file))
        self.obstacles.show_rows(obstacles(self.desk.file))

    def take_focus(self) -> None:
        self.offers.take_focus()

    def _add_offer(self, typed: str):  # type: ignore[no-untyped-def]
        title, _comma, provider = (part.strip() for part in typed.partition(","))
        return self.desk.do(verbs.add_offer, title, provider)

    def _remove_offer(self, row: OfferRow) -> None:
        if self.desk.do(verbs.remove_offer, row.id) is not None:
            self._say(row)

    def _remove_obstacle(self, row: ObstacleRow) -> None:
        if self.desk.do(verbs.remove_obstacle, row.id) is not None:
            self._say(row)

    def _say(self, row: OfferRow | ObstacleRow) -> None:
        if row.proposals:
            self.desk.say(ngettext(
                "„{title}“ ist von {count} Karte genommen. Strg Z bringt es zurück.",
                "„{title}“ ist von {count} Karten genommen. Strg Z bringt es zurück.", len(row.proposals),
                title=row.title,
            ))  # fmt: skip


def state_name(state: str) -> str:
    """Return what people call the state of an offer."""
    return _(STATES[state]) if state in STATES else state


def state_key(name: str) -> str:
    """Return the state that people call so."""
    return next((state for state, text in STATES.items() if _(text) == name), "exists")
