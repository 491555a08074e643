"""Pasted lines and cards to be split: shown in the sheet until somebody decides, then done as one step."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.services import joining, pasting
from forumtool.ui.desk import Desk, told
from forumtool.ui.places.capturing.below import Below
from forumtool.ui.places.capturing.catching import has_goal
from forumtool.ui.places.capturing.chosen import Chosen
from forumtool.ui.places.capturing.field import CaptureField
from forumtool.ui.places.capturing.sheet import Sheet
from forumtool.ui.places.capturing.to_cards import ToCards


class Deciding(QObject):
    """The keyboard comes back to where it was: lines are pasted into the field, cards are split from the list."""

    def __init__(
        self, desk: Desk, field: CaptureField, below: Below, sheet: Sheet, chosen: Chosen, to_cards: ToCards
    ) -> None:
        super().__init__(sheet)
        self._desk, self._field, self._below, self._sheet, self._chosen = desk, field, below, sheet, chosen
        self._to_cards = to_cards
        field.lines_pasted.connect(self._preview_lines)
        sheet.pasted.taken.connect(self._take_lines)
        sheet.pasted.joined.connect(self._take_as_one)
        sheet.pasted.left.connect(self._leave_lines)
        chosen.split_wanted.connect(self._preview_parts)
        sheet.splitting.taken.connect(self._split)
        sheet.splitting.left.connect(self._leave_parts)

    def _preview(self, face: QWidget) -> None:
        self._below.hide()  # the preview needs the room more
        self._sheet.face(face)

    def _back_to_cards(self) -> None:
        self._below.show()
        self._sheet.back()

    def _preview_lines(self, lines: list[str]) -> None:
        self._preview(self._sheet.pasted)
        self._sheet.pasted.open(lines)

    def _take_lines(self, lines: list[str]) -> None:
        desk = self._desk
        if not has_goal(desk):
            return
        where = {"forum_id": desk.forum_id, "goal_id": desk.goal_id}
        with self._sheet.pasted.working() as tell:
            step = desk.do(pasting.capture_lines, lines, progress=tell, **where)
        if step is not None:
            self._leave_lines()
            self._to_cards.caught(*step.changes["proposal"])
            desk.say(_("{what}. Strg Z nimmt alles zurück.", what=told(step)))

    def _take_as_one(self, text: str) -> None:
        self._leave_lines()
        self._field.insertPlainText(text)

    def _leave_lines(self) -> None:
        self._back_to_cards()
        self._field.setFocus()

    def _preview_parts(self, card: ProposalRow) -> None:
        self._preview(self._sheet.splitting)
        self._sheet.splitting.open(card)

    def _split(self, parts: list[str]) -> None:
        step = self._desk.do(joining.split, self._sheet.splitting.card_id, parts)
        if step is not None:
            self._chosen.choose_among(step.changes["proposal"])
            self._leave_parts()

    def _leave_parts(self) -> None:
        self._back_to_cards()
        if self._sheet.view.isVisibleTo(self._sheet):
            self._sheet.view.setFocus()
        else:
            self._field.setFocus()
