"""Erfassen: one field, Enter saves; the list below, newest first; the chosen card at the right."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.services import proposals as cards
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import counts_by_goal, proposal, proposals, vocabulary
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import shortcut
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.capturing.cards import CardsModel, cards_view
from forumtool.ui.places.capturing.field import CaptureField
from forumtool.ui.places.capturing.goals import GoalList
from forumtool.ui.places.capturing.inspector import Inspector
from forumtool.ui.places.place import Place

_NARROW = 900  # pixels
_NAMES = ("tag", "tag_group", "participant", "steering_member", "obstacle", "existing_offer", "goal", "theme_field")


class Capture(Place):
    """The note-taker's place."""

    concerns = ("proposal", "proposal_tag", "proposal_obstacle", "proposal_offer", "cluster", "forum", *_NAMES)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.goals = GoalList()
        self.field = CaptureField()
        self.model = CardsModel(self._reword)
        self.list = cards_view(self.model)
        self.inspector = Inspector(desk)
        self.question = words("", "heading", wrap=True)
        self.empty = words("", "quiet", wrap=True)
        self._is_inspecting = False
        Narrow(self.list, self.model.columns, drop=(3, 2), least=210)
        self._build()
        self._bind()

    def _build(self) -> None:
        left = self._left = Panel(margin=8, spacing=6)
        left.setFixedWidth(224)
        head = across(words(_("ZIELE"), "overline"), keycap("Alt ↑↓"), 1, spacing=8)
        head.setContentsMargins(8, 6, 8, 0)
        left.inside.addLayout(head)
        left.inside.addWidget(self.goals, 1)
        entry = self._entry = QFrame()
        entry.setObjectName("entryFrame")
        inside = QVBoxLayout(entry)
        inside.setContentsMargins(16, 12, 16, 10)
        inside.setSpacing(8)
        inside.addWidget(self.field)
        inside.addWidget(
            KeyHints(
                (
                    ("Enter", _("sichern")), ("#", _("Merkmal")), ("@", _("Person/Gruppe")), ("!", _("Hemmnis")),
                    ("+", _("Angebot")), (">", _("Ziel")),
                )
            )
        )  # fmt: skip
        sheet = Panel(margin=1)
        sheet.inside.addWidget(self.list, 1)
        self.empty.setContentsMargins(16, 12, 16, 16)
        sheet.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.question)
        middle.addWidget(entry)
        middle.addWidget(sheet, 1)
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
        self.field.confirmed.connect(self._confirm)
        self.field.lit.connect(self._light_entry)
        self.field.list_wanted.connect(self._enter_list)
        self.goals.wanted.connect(self.desk.choose_goal)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.inspector.left.connect(self._leave_inspector)
        self.list.installEventFilter(self)
        for keys, act in (
            ("Alt+Up", lambda: self.goals.step(-1)), ("Alt+Down", lambda: self.goals.step(1)),
            ("Ctrl+I", self.inspect),
        ):  # fmt: skip
            shortcut(self, keys, act)

    def take_focus(self) -> None:
        self.field.setFocus()

    def refresh(self) -> None:
        desk = self.desk
        self._refresh_goals()
        self._refresh_names()
        chosen = self._chosen()
        found = proposals(desk.file, desk.scope, desk.goal_id) if desk.goal_id else []
        self.model.show(found[::-1])
        if chosen is not None:
            self._choose(chosen.id)
        self._show_chosen()
        self._show_emptiness()

    def patch(self, step: Step) -> bool:
        """Show one captured or changed card without reading the others again."""
        touched = step.changes.get("proposal", frozenset())
        if len(touched) != 1 or step.undoes is not None or step.touches("cluster", "forum", "goal", "theme_field"):
            return False
        (key,) = touched
        card = proposal(self.desk.file, key)
        if card is None or card.forum_id != self.desk.forum_id or card.goal_id != self.desk.goal_id:
            return False
        if self.model.is_newer(card):
            self.model.put_first(card)
        elif not self.model.replace(card):
            return False
        if step.touches(*_NAMES) or (card.contributor and card.contributor not in self.inspector.names):
            self._refresh_names()
        self._refresh_goals()
        self._show_emptiness()
        self._show_chosen()
        return True

    def reveal(self, key: str) -> None:
        """Choose a card and put the keyboard on it."""
        self._choose(key)
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_list(event)
        return super().eventFilter(watched, event)

    def _key_in_list(self, event: QKeyEvent) -> bool:
        chosen = self._chosen()
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() == 0):
            self.field.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.inspect()
        elif event.key() == Qt.Key.Key_F2:
            self.list.edit(self.model.index(self.list.currentIndex().row(), 1))
        elif event.key() == Qt.Key.Key_Delete and chosen is not None:
            self.desk.do(cards.remove, [chosen.id])
        else:
            return False
        return True

    def _confirm(self, line: str) -> None:
        if not line.strip():
            return
        if self.desk.goal_id is None:
            self.desk.say_warning(_("Es gibt noch kein Ziel: Bitte unter Aufbau (Strg 2) eines anlegen."))
            return
        done = self.desk.do(cards.capture, line, forum_id=self.desk.forum_id, goal_id=self.desk.goal_id)
        if done is not None:
            self.field.clear()
            self.list.scrollToTop()

    def _light_entry(self, on: bool) -> None:
        """Frame the entry in the accent colour only while it has the keyboard."""
        self._entry.setProperty("lit", on)
        self._entry.style().polish(self._entry)

    def _enter_list(self) -> None:
        if self.model.rows:
            if not self.list.currentIndex().isValid():
                self.list.selectRow(0)  # first, because a list that gets the focus makes one cell current by itself
            self.list.setFocus()

    def _reword(self, card: ProposalRow, text: str) -> None:
        self.desk.do(cards.reword, card.id, text)

    def _chosen(self) -> ProposalRow | None:
        at = self.list.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _choose(self, proposal_id: str) -> None:
        at = self.model.row_of(proposal_id)
        if at >= 0 and at != self.list.currentIndex().row():
            self.list.selectRow(at)
            self.list.scrollTo(self.model.index(at, 0))

    def _show_chosen(self) -> None:
        self.inspector.show_card(self._chosen())

    def _refresh_goals(self) -> None:
        desk = self.desk
        self.goals.show_goals(desk.goals(), counts_by_goal(desk.file, desk.scope), desk.goal_id)
        goal = desk.goal()
        self.question.setText(goal.question if goal else "")
        self.question.setVisible(bool(goal and goal.question))

    def _refresh_names(self) -> None:
        known = vocabulary(self.desk.file)
        self.field.know(known)
        self.inspector.know(known)

    def _show_emptiness(self) -> None:
        self.list.setVisible(bool(self.model.rows))
        self.empty.setVisible(not self.model.rows)
        if self.desk.goal_id is None:
            self.empty.setText(_("Noch gibt es kein Ziel. Unter Aufbau (Strg 2) legen Sie Themenfelder und Ziele an."))
        else:
            self.empty.setText(
                _("Noch kein Vorschlag zu diesem Ziel. Schreiben Sie den ersten oben hinein, Enter sichert ihn.")
            )
