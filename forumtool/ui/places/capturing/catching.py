"""Enter: a line becomes a card, or the support of one, and is on disk before the field is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from forumtool.domain.rows import Vocabulary
from forumtool.i18n import _
from forumtool.services import joining
from forumtool.services import proposals as cards
from forumtool.storage.queries.proposals import proposal
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.places.capturing.below import Below
from forumtool.ui.places.capturing.field import CaptureField
from forumtool.ui.places.capturing.names import whole_names
from forumtool.ui.places.capturing.sheet import Sheet
from forumtool.ui.places.capturing.to_cards import ToCards

_BRIEF, _ROOM = 22, 50  # signs of a name, and of all names that are told


class Catching(QObject):
    """Writes what the field hands over for the goal and forum being worked on."""

    def __init__(self, desk: Desk, field: CaptureField, below: Below, sheet: Sheet, to_cards: ToCards) -> None:
        super().__init__(field)
        self._desk, self._field, self._below, self._sheet, self._to_cards = desk, field, below, sheet, to_cards
        field.confirmed.connect(self._catch)
        field.supported.connect(self._support)
        below.similar.chosen.connect(self._support_row)

    def _catch(self, line: str) -> None:
        if line.strip() and has_goal(self._desk):
            known = self._field.known
            done = self._desk.do(cards.capture, line, **self._where())
            if done is not None:
                self._caught(done.id)
                self._tell_what_is_new(done, known)

    def _support(self, line: str) -> None:
        if not line.strip() or not has_goal(self._desk):
            return
        lead = self._below.similar.card_id
        if not lead:
            self._desk.say(_("Hier ist keine ähnliche Karte: Enter sichert den Vorschlag für sich."))
            return
        known = self._field.known
        done = self._desk.do(joining.capture_as_support, line, lead, **self._where())
        if done is not None:
            self._caught(lead)
            self._tell_what_is_new(done, known)

    def _support_row(self, at: int) -> None:
        self._below.similar.marked = at
        self._support(self._field.finished())

    def _caught(self, key: str) -> None:
        self._to_cards.caught(key)
        self._field.clear()
        self._sheet.view.scrollToTop()
        self._field.setFocus()

    def _tell_what_is_new(self, done: cards.Captured, known: Vocabulary) -> None:
        """Say of a card that somebody is named only half, as nobody is named by guess, or that it brought a tag."""
        card = proposal(self._desk.file, done.id)
        if card is None:
            return
        said = []
        is_listed = card.contributor_id is not None or card.contributor_kind != "person"
        names = [] if is_listed else whole_names(card.contributor, known)
        if names:
            values = {"typed": card.contributor, "names": _told(names)}
            said.append(_("{number}: Offen bleibt, wer „{typed}“ ist ({names}).", number=card.number, **values))
            if not card.joined_to:
                said.append(_("{keys} nennt die Person.", keys=key_text("Ctrl+P")))
        fresh = ", ".join(_("„{text}“", text=tag.title) for tag in card.tags if tag.title not in known.tags)
        if fresh:
            said.append(_("{number}: Neues Merkmal {titles}.", number=card.number, titles=fresh))
        if said:
            sentence = " ".join(said)
            self._desk.say(sentence)

    def _where(self) -> dict[str, str | None]:
        return {"forum_id": self._desk.forum_id, "goal_id": self._desk.goal_id}


def has_goal(desk: Desk) -> bool:
    """Tell whether there is a goal to catch cards for, and say what to do where there is none."""
    if desk.goal_id is None:
        desk.say_warning(_("Es gibt noch kein Ziel: Bitte unter Aufbau (Strg 2) eines anlegen."))
    return desk.goal_id is not None


def _told(names: Sequence[str]) -> str:
    """Return as many names as one line of a narrow window has room for."""
    said: list[str] = []
    left = _ROOM
    for name in names:
        brief = name if len(name) <= _BRIEF else f"{name[: _BRIEF - 1].rstrip()}…"
        left -= len(brief)
        if left < 0:
            return ", ".join([*said, "…"])
        said.append(brief)
    return ", ".join(said)
