"""Gewichten: one person enters the dots that the room has stuck on groups, cards or a scale."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from forumtool.domain.rows import ClusterRow, DotRoundRow
from forumtool.i18n import N_, _
from forumtool.services import weighing
from forumtool.storage.queries.outcomes import clusters, dot_rounds
from forumtool.storage.queries.weighing import targets
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text, shortcut
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.goal_head import GoalHead, no_goal_yet
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.keyboard import has_keyboard
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import GAP, MARGIN, across
from forumtool.ui.parts.words import words
from forumtool.ui.places.place import Place
from forumtool.ui.places.weighing import rounds, wordings
from forumtool.ui.places.weighing.drafting import draft_with, first_draft
from forumtool.ui.places.weighing.question import Question
from forumtool.ui.places.weighing.sheet import Sheet
from forumtool.ui.projection import Projection

HINTS = (
    ("Enter", N_("weiter")), ("F", N_("Frage")), ("N", N_("neue Runde")), ("R", N_("Runde wählen")),
    ("S", N_("suchen")), ("P", N_("Punktfarben")), ("L", N_("Leinwand")),
)  # fmt: skip
_LOW = 500


class Weigh(Place):
    """A question, what was counted, and the ranking. The first count or question makes the round."""

    concerns = ("dot_round", "dot_count", "cluster", "proposal", "attendance", "participant", "constituency", "goal",
                "theme_field")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.row = DotRoundRow("", None, None, "", 5, 0, "clusters", True, False)
        self._rounds: list[DotRoundRow] = []
        self._groups: list[ClusterRow] = []
        self._wanted: str | None = None
        self._about: tuple[str | None, ...] = (None, None, None)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head, self.question, self.sheet = GoalHead(desk, self), Question(), Sheet()
        self.counts, self.scale, self.total, self.send = (
            self.sheet.counts, self.sheet.scale, self.sheet.total, self.sheet.send,
        )  # fmt: skip
        self.rounds = button("", self.choose_round, tip=_("Andere Runde") + ": R, " + key_text("Ctrl+PgDown"))
        self.new = button(_("Neue Runde") + "  N", self.ask_anew)
        self.remove = button(_("Runde löschen"), self.remove_round)
        self.empty = words("", "quiet", wrap=True)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a low window gets another look
        layout.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        layout.setSpacing(GAP - 2)
        layout.addLayout(across(self.head, self.rounds, self.new, self.remove, spacing=10))
        layout.addWidget(self.empty)
        layout.addWidget(self.question)
        layout.addWidget(self.sheet, 1000)
        layout.addStretch(1)
        self.hints = KeyHints([(key, _(what)) for key, what in HINTS])
        layout.addWidget(self.hints)
        self._bind()

    def _bind(self) -> None:
        self.question.changed.connect(self._change)
        self.question.done.connect(self.sheet.take_focus)
        self.question.wordings_wanted.connect(self.choose_wording)
        self.question.targets_wanted.connect(self.choose_targets)
        self.sheet.counted.connect(self._count)
        self.sheet.counted_on_step.connect(self._count_on_step)
        self.sheet.colour_wanted.connect(self.choose_colour)
        self.send.clicked.connect(lambda _on=False: self.show_ranking())
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._turn, by))

    @property
    def round(self) -> DotRoundRow | None:
        """The round that is shown; None while it is not asked yet."""
        return self.row if self.row.id else None

    def refresh(self) -> None:
        """Read the round and its counts."""
        desk = self.desk
        if self._about[:2] != (desk.forum_id, desk.goal_id):
            self._commit()
        self.head.refresh()
        hold = self.sheet.holding()
        self._read()
        about, before = (desk.forum_id, desk.goal_id, self.row.id or None), self._about
        first_count = about[:2] == before[:2] and before[2:] == (None,)
        self._about = about
        voters = weighing.voters(desk.file, self.row)
        found = targets(desk.file, self.row) if self.row.kind == "dots" else []
        self._show_buttons(can_weigh=self.row.kind == "scale" or bool(found))
        here = weighing.present(desk.file, desk.forum_id)
        self.question.show_round(self.row, rounds.targets_told(self.row, self._groups), here)
        self.sheet.show_round(desk.file, self.row, found, voters, anew=about != before and not first_count)
        hold()
        if about != before and before[2:] != (None,) and has_keyboard(self.question):
            self.take_focus()  # what is typed now would be written into another round's question

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        if self.sheet.isVisibleTo(self):
            self.sheet.take_focus()
        else:
            self.setFocus()

    def reveal(self, key: str) -> None:
        """Go to the group or card with this key."""
        self.counts.go_to(key)

    def ask_anew(self) -> None:
        """Choose what another round is about, and start it."""
        found = rounds.new_choices(self.desk.goal(), self._groups, self.start)
        Chooser(self, _("Neue Runde: worauf?"), found).open_below(self.new)

    def start(self, *, goal_id: str | None = None, **rules: Any) -> None:
        """Start another round with these rules; its question can be written at once."""
        desk = self.desk
        draft = draft_with(desk.file, desk.forum_id, goal_id, desk.goal(), **rules)
        step = desk.do(weighing.ask, **self._asked(draft))
        if step is not None:
            self.show_round(next(iter(step.changes["dot_round"])))
            self.question.take_focus()

    def remove_round(self) -> None:
        """Delete the round that is shown."""
        if self.round is not None:
            self.desk.do(weighing.remove_round, self.row.id)

    def choose_round(self) -> None:
        """Show another round of this goal."""
        choices = rounds.round_choices(self._rounds, self.show_round)
        self._choose(_("Welche Runde?"), choices, self.rounds, none=_("Noch keine Runde: N beginnt eine."))

    def show_round(self, round_id: str) -> None:
        """Show one of this goal's rounds."""
        self._commit()
        self._wanted = round_id
        self.refresh()
        self.take_focus()

    def choose_wording(self) -> None:
        """Take a question that was asked before, or one to begin with."""
        choices = [
            Choice(one.question, partial(self._take_wording, one), _("früher gestellt") if one.was_asked else "")
            for one in wordings.known(self.desk.file, self.row, self.desk.goal())
        ]
        Chooser(self, _("Welche Frage?"), choices).open_below(self.question.field)

    def choose_targets(self) -> None:
        """Choose what the dots go on."""
        Chooser(self, _("Worauf?"), rounds.target_choices(self._groups, self._aim)).open_below(self.question.targets)

    def choose_colour(self, bench_id: str) -> None:
        """Choose the colour of a constituency's dots, or (empty) of any."""
        choices = self.sheet.colour_choices(
            bench_id, lambda bench, colour: self.desk.do(weighing.colour_dots, bench, colour)
        )
        none = _("Farben haben die Punkte nur mit „farbige Punkte je Bank“.")
        self._choose(_("Farbe der Punkte"), choices, self.sheet.heads, none=none)

    def find_target(self) -> None:
        """Go to a group or card by typing its words."""
        choices = self.sheet.target_choices() if self.row.kind == "dots" else []
        none = _("Hier gibt es keine Gruppen oder Karten, zu denen man gehen kann.")
        self._choose(_("Wohin?"), choices, self.question.targets, none=none)

    def _choose(self, prompt: str, choices: list[Choice], below: QWidget, *, none: str) -> None:
        """Let something be chosen, or say why there is nothing to choose."""
        if choices:
            Chooser(self, prompt, choices).open_below(below)
        else:
            self.desk.say(none)

    def show_ranking(self) -> None:
        """Send the ranking, or how the points lie on the scale, to the projector."""
        shown = self.to_show()
        if shown is not None and self.row.total:
            self.counts.sort()
            self.desk.project(shown)
        else:
            self.desk.say(_("Noch sind keine Punkte gezählt: Erst zählen, dann zeigen."))

    def to_show(self) -> Projection | None:
        """Return the round that is shown here."""
        row = self.row
        return Projection("ranking", row.forum_id, row.goal_id, round_id=row.id) if row.id else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_N: self.ask_anew, Qt.Key.Key_R: self.choose_round, Qt.Key.Key_F: self.question.take_focus,
            Qt.Key.Key_S: self.find_target, Qt.Key.Key_P: lambda: self.choose_colour(""),
            Qt.Key.Key_L: self.show_ranking,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if act is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            act()

    # What was entered

    def _count(self, target_id: str, bench_id: str | None, dots: int) -> None:
        if self.round is None:
            self._ask_and_count(target_id=target_id, constituency_id=bench_id, dots=dots)
        else:
            self.desk.do(weighing.count, self.row.id, target_id, dots, constituency_id=bench_id)

    def _count_on_step(self, scale_step: int, dots: int) -> None:
        self.desk.do(weighing.count_on_step, self.row.id, scale_step, dots)

    def _ask_and_count(self, **counted: Any) -> None:
        self.desk.do(weighing.ask_and_count, **{**self._asked(self.row), **self._where()}, **counted)

    def _change(self, values: dict[str, object]) -> None:
        if self.round is not None:
            step = self.desk.do(weighing.change_round, self.row.id, **values)
        else:
            step = self.desk.do(weighing.ask, **{**self._asked(self.row), **self._where(), **values})
        if step is None:
            self.refresh()

    def _aim(self, aimed: str, cluster_id: str | None) -> None:
        if self.round is not None:
            self.desk.do(weighing.aim_round, self.row.id, aimed, cluster_id)
        else:
            self.start(goal_id=self.row.goal_id, targets=aimed, cluster_id=cluster_id)

    def _take_wording(self, one: wordings.Wording) -> None:
        values: dict[str, object] = {"question": one.question}
        if self.row.kind == "scale" and one.low:
            values |= {"low": one.low, "high": one.high}
        self._change(values)
        self.question.take_focus()

    def _asked(self, row: DotRoundRow) -> dict[str, Any]:
        return {"forum_id": row.forum_id, "goal_id": row.goal_id, "question": row.question, **weighing.rules(row)}

    def _where(self) -> dict[str, str | None]:
        """The forum and goal that the fields are about; while the goal changes, still the one before."""
        return {"forum_id": self._about[0], "goal_id": self._about[1]}

    def _commit(self) -> None:
        """Take what is being typed before the fields are about something else."""
        self.question.field.commit()
        for field in self.findChildren(LineField):
            if field.isModified():
                field.commit()

    # What is shown

    def _read(self) -> None:
        """Find the round that is wanted, else the goal's newest one, else one that nobody has asked yet."""
        desk = self.desk
        goal = desk.goal()
        self._groups = clusters(desk.file, desk.scope, goal.id) if goal else []
        every = dot_rounds(desk.file, desk.scope)
        self._rounds = [row for row in every if row.goal_id in {None, desk.goal_id}]
        newest = next((row for row in reversed(self._rounds) if row.goal_id is not None), None)
        shown = next((row for row in self._rounds if row.id == self._wanted), newest)
        self.row = shown or first_draft(desk.file, desk.forum_id, goal, has_groups=bool(self._groups))

    def _turn(self, by: int) -> None:
        at = next((at for at, row in enumerate(self._rounds) if row.id == self.row.id), -1)
        if at >= 0 and len(self._rounds) > 1:
            self.show_round(self._rounds[(at + by) % len(self._rounds)].id)

    def _show_buttons(self, *, can_weigh: bool) -> None:
        if self.round is not None:
            at = next(at for at, row in enumerate(self._rounds) if row.id == self.row.id) + 1
            self.rounds.setText(_("Runde {at} von {count}", at=at, count=len(self._rounds)) + "  ▾")
        self.rounds.setVisible(len(self._rounds) > (self.round is not None))
        self.remove.setVisible(self.round is not None)
        self.question.setVisible(can_weigh)
        self.sheet.setVisible(can_weigh)
        self.hints.setVisible(can_weigh and self.height() >= _LOW)
        self.empty.setVisible(not can_weigh)
        self.empty.setText(rounds.nothing_to_weigh() if self.desk.goal() else no_goal_yet())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < _LOW
        self.question.be_low(on=is_low)
        self.sheet.be_low(on=is_low)
        self.hints.setVisible(self.sheet.isVisibleTo(self) and not is_low)
        self.sheet.fit()
