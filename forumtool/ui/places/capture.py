"""Erfassen: one field, Enter saves; the list below, newest first; the chosen card at the right."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.services import proposals as cards
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import (
    counts_by_goal,
    newest_first,
    proposal,
    proposal_numbered,
    proposals_with_keys,
    vocabulary,
)
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import shortcut
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across
from forumtool.ui.parts.to_goal import change_goal_by_keys
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.capturing.below import Below
from forumtool.ui.places.capturing.card_line import DISSENT, LANGUAGE, NOTE, PERSON
from forumtool.ui.places.capturing.cards import CardsModel, cards_view
from forumtool.ui.places.capturing.catching import Catching
from forumtool.ui.places.capturing.chosen import Chosen
from forumtool.ui.places.capturing.deciding import Deciding
from forumtool.ui.places.capturing.entry import Entry
from forumtool.ui.places.capturing.goals import GoalList
from forumtool.ui.places.capturing.inspector import Inspector
from forumtool.ui.places.capturing.last_used import LastNames
from forumtool.ui.places.capturing.sheet import Sheet
from forumtool.ui.places.capturing.similar import Similar
from forumtool.ui.places.capturing.to_cards import ToCards
from forumtool.ui.places.capturing.while_typing import WhileTyping
from forumtool.ui.places.capturing.wished import Wished
from forumtool.ui.places.place import Place

_NARROW = 900  # pixels
_NAMES = ("tag", "tag_group", "participant", "steering_member", "obstacle", "existing_offer", "goal", "theme_field")


class Capture(Place):
    """The note-taker's place."""

    concerns = ("proposal", "proposal_tag", "proposal_obstacle", "proposal_offer", "cluster", "forum", *_NAMES)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.last_names = LastNames(desk)
        self.goals = GoalList()
        self.entry = Entry(self._toggle)
        self.field = self.entry.field
        self.below = Below(desk)
        self.model = CardsModel(self._reword, lambda keys: proposals_with_keys(desk.file, keys))
        self.list = cards_view(self.model)
        self.sheet = Sheet(self.list)
        self.empty = self.sheet.empty
        self.inspector = Inspector(desk)
        self.chosen = Chosen(desk, self.list, self.model, self.last_names.at)
        self.similar = Similar(desk, self)
        self.to_cards = ToCards(desk, self.field, self.below, self.chosen)
        self.deciding = Deciding(desk, self.field, self.below, self.sheet, self.chosen, self.to_cards)
        self.catching = Catching(desk, self.field, self.below, self.sheet, self.to_cards)
        self.typing = WhileTyping(self.entry, self.below, self.similar)
        self.wished = Wished(desk, self.field)
        self.question = words("", "heading", wrap=True)
        self._is_inspecting = False
        Narrow(self.list, self.model.columns, drop=(3, 2), least=210)
        self._build()
        self._bind()
        self.similar.prepare_later()

    def _build(self) -> None:
        left = self._left = Panel(margin=8, spacing=6)
        left.setFixedWidth(224)
        head = across(words(_("ZIELE"), "overline"), keycap("Alt ↑↓"), 1, spacing=8)
        head.setContentsMargins(8, 6, 8, 0)
        left.inside.addLayout(head)
        left.inside.addWidget(self.goals, 1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for part, space in ((self.question, 12), (self.entry, 8), (self.below, 8)):
            middle.addWidget(part)
            middle.addSpacing(space)
        middle.addWidget(self.sheet, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(left)
        outer.addLayout(middle, 1)
        outer.addWidget(self.inspector)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """On a small window the inspector stands in the place of the goals, and only while a card is looked at."""
        narrow = self.width() < _NARROW
        looking = not narrow or self._is_inspecting
        self.inspector.setVisible(looking)
        self._left.setVisible(not narrow or not looking)

    def inspect(self) -> None:
        """Put the keyboard into the chosen card's fields."""
        self._is_inspecting = True
        self._share_room()
        self.inspector.take_focus()

    def _leave_inspector(self) -> None:
        self.field.setFocus()
        self._is_inspecting = False
        self._share_room()

    def _bind(self) -> None:
        self.field.list_wanted.connect(self._enter_list)
        self.goals.wanted.connect(self.desk.choose_goal)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._tell_chosen(self.list.hasFocus()))
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.inspector.left.connect(self._leave_inspector)
        self.chosen.keyboard.connect(self._tell_chosen)
        self.chosen.field_wanted.connect(self.field.setFocus)
        self.chosen.inspection_wanted.connect(self.inspect)
        for keys, act in (
            ("Ctrl+I", self.inspect), ("Ctrl+N", lambda: self.to_cards.write(NOTE)),
            ("Ctrl+D", lambda: self.to_cards.write(DISSENT)), ("Ctrl+L", lambda: self.to_cards.write(LANGUAGE)),
            ("Ctrl+P", lambda: self.to_cards.write(PERSON)),
        ):  # fmt: skip
            shortcut(self, keys, act)
        change_goal_by_keys(self, self.desk)

    # Shown

    def take_focus(self) -> None:
        self.field.setFocus()

    def offer_tags(self, titles: Sequence[str]) -> None:
        self.wished.offer(titles)

    def refresh(self) -> None:
        desk = self.desk
        if self.list.state() == self.list.State.EditingState:
            self.list.setFocus()  # what is being written belongs to a card that may be shown no more
        had_keyboard = self.list.hasFocus()
        self.last_names.read()
        self._refresh_goals()
        self._refresh_names()
        chosen, at = self.chosen.keys, self.list.currentIndex().row()
        self.model.show_keys(newest_first(desk.file, desk.scope, desk.goal_id) if desk.goal_id else [])
        self.chosen.choose(chosen, at if had_keyboard else -1)
        self._show_chosen()
        self.to_cards.show_last()
        self._show_emptiness()
        self.typing.look_again()
        if had_keyboard and not self.model.rows:
            self.field.setFocus()

    def patch(self, step: Step) -> bool:
        """Show one captured or changed card without reading the others again."""
        touched = step.changes.get("proposal", frozenset())
        if len(touched) != 1 or step.undoes is not None or step.touches("cluster", "forum", "goal", "theme_field"):
            return False
        (key,) = touched
        card = proposal(self.desk.file, key)
        if card is None or not self._patch_list(card):
            return False
        self.last_names.hear(step)
        if step.touches(*_NAMES) or (card.contributor and card.contributor not in self.inspector.names):
            self._refresh_names()
        else:
            self.field.know(self.field.known, self.last_names.names)
            self._show_tags()
        self._refresh_goals()
        self._show_emptiness()
        self.to_cards.heard(card)
        if self.chosen.card is None or self.chosen.card.id == card.id or step.touches(*_NAMES):
            self._show_chosen()
        return True

    def _patch_list(self, card: ProposalRow) -> bool:
        """Show a card that is new or has changed; of one that came behind another, the other one."""
        if card.joined_to and self.model.row_of(card.id) < 0:
            lead = proposal_numbered(self.desk.file, card.joined_to)
            return lead is None or self.model.row_of(lead.id) < 0 or self.model.replace(lead)
        if (card.joined_to, card.forum_id, card.goal_id) != ("", self.desk.forum_id, self.desk.goal_id):
            return False
        if not self.model.is_newer(card):
            return self.model.replace(card)
        if self.model.has_behind(card.id):
            return False
        self.model.put_first(card)
        return True

    def reveal(self, key: str) -> None:
        """Choose a card and put the keyboard on it."""
        self.chosen.choose([key])
        self.list.setFocus()

    def _toggle(self, at: int) -> None:
        self.typing.toggle(self.last_names.at(at))

    # Chosen

    def _enter_list(self) -> None:
        if self.model.rows and not self.sheet.is_deciding:
            if not self.chosen.keys:
                self.chosen.choose(self.model.keys[:1])  # a list that gets the focus would choose one cell
            self.list.setFocus()

    def _reword(self, card: ProposalRow, text: str) -> None:
        self.desk.do(cards.reword, card.id, text)

    def _show_chosen(self) -> None:
        self.inspector.show_card(self.chosen.card)

    def _tell_chosen(self, in_list: bool) -> None:
        """While the list has the keyboard, digits and hints are for the chosen cards."""
        found = [{tag.title for tag in card.tags} for card in self.chosen.cards]
        if in_list:
            self.entry.tags.mark(set.intersection(*found) if found else ())
        elif self.below.is_in_list:
            self.typing.look()
        self.below.tell_chosen(len(found), in_list=in_list)

    def _refresh_goals(self) -> None:
        desk = self.desk
        self.goals.show_goals(desk.goals(), counts_by_goal(desk.file, desk.scope), desk.goal_id)
        goal = desk.goal()
        self.question.setText(goal.question if goal else "")
        self.question.setVisible(bool(goal and goal.question))

    def _refresh_names(self) -> None:
        known = vocabulary(self.desk.file)
        self.field.know(known, self.last_names.names)
        self.inspector.know(known)
        self.below.line.know(self.inspector.names)
        self._show_tags()

    def _show_tags(self) -> None:
        self.entry.tags.show_tags(self.last_names.names.tags)

    def _show_emptiness(self) -> None:
        if self.model.rows:
            self.sheet.show_cards("")
        elif self.desk.goal_id is None:
            self.sheet.show_cards(
                _("Noch gibt es kein Ziel. Unter Aufbau (Strg 2) legen Sie Themenfelder und Ziele an.")
            )
        else:
            self.sheet.show_cards(
                _("Noch kein Vorschlag zu diesem Ziel. Schreiben Sie den ersten oben hinein, Enter sichert ihn.")
            )
