"""Gewichten: one person enters the dots that the room has stuck on the groups."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.report import ranking
from forumtool.domain.rows import ClusterRow, DotRoundRow
from forumtool.i18n import _
from forumtool.services import weighing
from forumtool.storage.queries.outcomes import clusters, dot_rounds
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.goal_head import GoalHead, no_goal_yet
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across, scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.places.place import Place
from forumtool.ui.places.weighing.count_list import CountList
from forumtool.ui.places.weighing.question import Question
from forumtool.ui.places.weighing.total import Total
from forumtool.ui.projection import Projection


class Weigh(Place):
    """A question, the dots on each group, and the ranking. The first count or question makes the round."""

    concerns = ("dot_round", "dot_count", "cluster", "proposal", "attendance", "goal", "theme_field")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.round: DotRoundRow | None = None
        self._rounds: list[DotRoundRow] = []
        self._wanted: str | None = None
        self._about: tuple[str | None, ...] = (None, None, None)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head, self.question, self.counts, self.total = GoalHead(desk, self), Question(), CountList(), Total()
        self.rounds = button("", self.choose_round)
        self.new = button(_("Neue Runde"), self.ask_anew)
        self.remove = button(_("Runde löschen"), self.remove_round)
        self.send = button(_("Rangfolge auf die Leinwand"), self.show_ranking, role="primary")
        self.empty = words("", "quiet", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        layout.setSpacing(GAP - 2)
        layout.addLayout(across(self.head, self.rounds, self.new, self.remove, spacing=10))
        layout.addWidget(self.empty)
        layout.addWidget(self.question)
        layout.addWidget(self._sheet(), 1000)
        layout.addStretch(1)
        self.question.changed.connect(self._change)
        self.counts.counted.connect(self._count)
        self.counts.finished.connect(self.send.setFocus)
        self.counts.entered.connect(lambda row: self.area.ensureWidgetVisible(row, 0, 0))

    def _sheet(self) -> Panel:
        self.sheet = Panel(margin=20, spacing=12)
        self.sheet.inside.setContentsMargins(20, 8, 20, 16)
        self.area = scrolling(self.counts)
        self.sheet.inside.addWidget(self.area, 1)
        foot = across(self.total, self.send, spacing=12)
        foot.setStretch(0, 1)
        foot.setAlignment(self.total, Qt.AlignmentFlag.AlignVCenter)
        self.sheet.inside.addLayout(foot)
        return self.sheet

    def refresh(self) -> None:
        """Read the round and its counts."""
        desk = self.desk
        if self._about[:2] != (desk.forum_id, desk.goal_id):
            self._commit()
        self.head.refresh()
        goal = desk.goal()
        found = clusters(desk.file, desk.scope, goal.id) if goal else []
        self._read_round(goal.id if goal else None)
        about, before = (desk.forum_id, desk.goal_id, self.round.id if self.round else None), self._about
        first_count = about[:2] == before[:2] and before[2:] == (None,)
        self._show_buttons(goal is not None, found)
        voters, each = self._room()
        self.question.show_round(self.round, self.default_question(), voters if self._counts_present() else 0)
        self._show_counts(found, anew=about != before and not first_count)
        self._about = about
        self.total.show_total(self.round.total if self.round else 0, voters, each)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        if self.counts.rows:
            self.counts.take_focus()
        else:
            self.setFocus()

    def default_question(self) -> str:
        """Return the question that is asked if nobody words another one."""
        goal = self.desk.goal()
        return _("Welche Gruppe bringt uns bei Ziel {number} am meisten voran?", number=goal.number) if goal else ""

    def ask_anew(self) -> None:
        """Start another round on the same goal."""
        self._wanted = None
        step = self.desk.do(weighing.ask, **self._where(), question=self.default_question())
        if step is not None:
            self.question.field.setFocus()
            self.question.field.selectAll()

    def remove_round(self) -> None:
        """Delete the round that is shown."""
        if self.round is not None:
            self.desk.do(weighing.remove_round, self.round.id)

    def choose_round(self) -> None:
        """Show another round of this goal."""
        choices = [
            Choice(f"{at}  {row.question}", partial(self.show_round, row.id), str(row.total or ""))
            for at, row in enumerate(self._rounds, 1)
        ]
        Chooser(self, _("Welche Runde?"), choices).open_below(self.rounds)

    def show_round(self, round_id: str) -> None:
        """Show one of this goal's rounds."""
        self._commit()
        self._wanted = round_id
        self.refresh()

    def show_ranking(self) -> None:
        """Send the ranking to the projector."""
        desk = self.desk
        self.counts.sort()
        desk.project(Projection("ranking", desk.forum_id, desk.goal_id, self.round.id if self.round else None))

    # What was entered

    def _count(self, cluster_id: str, dots: int) -> None:
        if self.round is None:
            self.desk.do(weighing.ask_and_count, **self._where(), question=self.question.field.text(),
                         cluster_id=cluster_id, dots=dots)  # fmt: skip
        else:
            self.desk.do(weighing.count, self.round.id, cluster_id, dots)

    def _change(self, values: dict[str, object]) -> None:
        if self.round is not None:
            self.desk.do(weighing.change_round, self.round.id, **values)
            return
        asked = {"question": self.question.field.text(), **values}
        several = asked.pop("several_on_one", True)
        self.desk.do(weighing.ask, **self._where(), **asked)
        if not several and self.round is not None:
            self.desk.do(weighing.change_round, self.round.id, several_on_one=False)

    def _where(self) -> dict[str, str | None]:
        """The forum and goal that the fields are about; while the goal changes, still the one before."""
        return {"forum_id": self._about[0], "goal_id": self._about[1]}

    def _commit(self) -> None:
        """Take what is being typed before the fields are about something else."""
        for field in self.findChildren(LineField):
            if field.isModified():
                field.commit()

    # What is shown

    def _read_round(self, goal_id: str | None) -> None:
        desk = self.desk
        every = dot_rounds(desk.file, desk.scope, goal_id) if goal_id else []
        self._rounds = [row for row in every if row.targets == "clusters"]
        newest = self._rounds[-1] if self._rounds else None
        self.round = next((row for row in self._rounds if row.id == self._wanted), newest)

    def _room(self) -> tuple[int, int]:
        """How many people weigh, with how many dots each."""
        row = self.round or DotRoundRow("", self.desk.forum_id, None, "", 5, 0, "clusters", True, False)
        return weighing.voters(self.desk.file, row), row.dots_per_person

    def _counts_present(self) -> bool:
        return self.round is None or not self.round.voters

    def _show_counts(self, found: list[ClusterRow], *, anew: bool) -> None:
        row = self.round
        ranked = ranking([(group.id, group.title, row.dots_on(group.id) if row else 0) for group in found])
        self.counts.show_ranking(found, ranked, anew=anew)
        self._fit()

    def _fit(self) -> None:
        """Make the sheet as high as its rows; they scroll where the window is lower."""
        rows, edges = self.counts.content_height(), self.sheet.inside.contentsMargins()
        foot = max(self.send.sizeHint().height(), self.total.heightForWidth(self.total.width()))
        self.area.setMaximumHeight(rows)
        self.area.setMinimumHeight(min(rows, 140))
        self.sheet.setMaximumHeight(rows + foot + self.sheet.inside.spacing() + edges.top() + edges.bottom() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_buttons(self, is_goal: bool, found: list[ClusterRow]) -> None:
        several = len(self._rounds) > 1
        if self.round is not None:
            at = self._rounds.index(self.round) + 1
            self.rounds.setText(_("Runde {at} von {count}", at=at, count=len(self._rounds)) + "  ▾")
        self.rounds.setVisible(several)
        self.remove.setVisible(self.round is not None)
        self.new.setVisible(self.round is not None)
        for thing in (self.question, self.sheet):
            thing.setVisible(is_goal and bool(found))
        self.send.setEnabled(self.round is not None and self.round.total > 0)
        self.empty.setText(
            _(
                "Zu diesem Ziel gibt es noch keine Gruppen: Erst ordnen ({keys}), dann gewichten.",
                keys=key_text("Ctrl+6"),
            )
            if is_goal
            else no_goal_yet()
        )
        self.empty.setVisible(not is_goal or not found)
