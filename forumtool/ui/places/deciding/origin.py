"""Where a proposal came from, and everything that is decided of it: verdict, vote, reason, who and until when."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from forumtool.domain.when import shown
from forumtool.i18n import _, ngettext, speaking
from forumtool.storage.queries.process import action_fields, steering_members
from forumtool.storage.queries.steering import DecisionLine, cards_of_cluster, rank_of_cluster
from forumtool.storage.reading import Reading
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.panel import MARGIN, Panel, across, scrolling
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.deciding.details import Details
from forumtool.ui.places.deciding.lines import VERDICTS
from forumtool.ui.places.deciding.votes import Counts, Votes, vote_told

_CARDS = 6
_NARROW = 8  # pixels


class Origin(Panel):
    """The way from forum over group to the original wording of one proposal, and what is decided of it.

    ``put`` is asked with the key of a proposal and fields of its decision, ``decide`` with a verdict; ``voted`` is
    called when Enter has confirmed a vote.
    """

    def __init__(
        self, put: Callable[..., object], decide: Callable[[str], object], voted: Callable[[], object]
    ) -> None:
        super().__init__()
        self._put = put
        self._line: DecisionLine | None = None
        self._seats = 0
        self.title, self.way = words("", "heading"), words("", "quiet", wrap=True)
        self.original, self.votes = words("", "", wrap=True), words("", "quiet")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Begründung"))
        self.reason.setPlaceholderText(_("Begründung, Enter hält sie fest"))
        self.reason.editingFinished.connect(self.keep_reason)
        self.counts = Votes(self._keep_votes, voted)
        self.details = Details(self._keep)
        self.verdicts = Flow(spacing=8)
        for key, verdict, title, _colour in VERDICTS:
            self._offer(key, _("zusammenführen mit …") if verdict == "merge" else _(title), partial(decide, verdict))
        text = QWidget()
        self._told = scrolling(text)
        self.verdicts.flow.addWidget(self.counts)
        self.inside.addWidget(self._told, 1)
        self.inside.addWidget(self.verdicts)
        self.inside.addLayout(across(self.reason, self.votes))
        self.inside.addWidget(self.details)
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for thing in (self.title, self.way, self.original):
            inside.addWidget(thing)
        inside.addStretch(1)
        self.be_brief(False)

    def be_brief(self, brief: bool) -> None:
        """On a low window leave the room to the table; what is decided can still be seen and done."""
        self._told.setVisible(not brief)
        edge = _NARROW if brief else MARGIN
        self.inside.setContentsMargins(MARGIN, edge, MARGIN, edge)
        self.setMinimumHeight(0 if brief else 190)

    def _offer(self, key: str, title: str, act: Callable[[], object]) -> None:
        one = QWidget(self.verdicts)
        layout = QHBoxLayout(one)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(keycap(key))
        layout.addWidget(button(title, act, role="plain"))
        self.verdicts.flow.addWidget(one)

    def show_line(self, source: Reading, line: DecisionLine | None) -> None:
        """Show a proposal; what is being written for the one before is kept with that first."""
        other = self._line is None or line is None or line.id != self._line.id
        if other:
            self.finish()
        elif self.reason.isModified():
            self.keep_reason()
        self._line = line
        self._seats = len(steering_members(source)) if line else 0
        self.details.show_line(line, action_fields(source) if line else [])
        self.counts.show_counts((line.votes_yes, line.votes_no, line.votes_abstained) if line else (0, 0, 0))
        self.verdicts.setEnabled(line is not None)
        self.reason.setEnabled(line is not None)
        if line is None:
            for label in (self.way, self.original, self.votes):
                label.setText("")
            self.title.setText(_("Kein Vorschlag gewählt"))
            self.reason.setText("")
            return
        self.title.setText(_("{number} · Herkunft", number=line.number))
        self.way.setText(" → ".join(part for part in _way(source, line) if part))
        self.original.setText(_("Originalton: {text}", text=line.original_text))
        if other or not self.reason.hasFocus():
            self.reason.setText(line.reason)
        self.votes.setText(vote_told((line.votes_yes, line.votes_no, line.votes_abstained), self._seats))

    def finish(self) -> None:
        """Keep everything that was written with the proposal that it was written for."""
        if self._line is not None:
            self.keep_reason()
            self.counts.finish()
            self.details.finish()

    def _keep(self, field: str, value: object) -> None:
        if self._line is not None:
            self._put(self._line.id, **{field: value})

    def _keep_votes(self, counts: Counts) -> None:
        if self._line is not None:
            self._put(self._line.id, votes_yes=counts[0], votes_no=counts[1], votes_abstained=counts[2])

    def keep_reason(self) -> None:
        """Keep the reason that was written with the proposal that it was written for."""
        line, text = self._line, self.reason.text().strip()
        self.reason.setModified(False)
        if line is not None and text != line.reason:
            self._line = line._replace(reason=text)
            self._put(line.id, reason=text)


def _way(source: Reading, line: DecisionLine) -> list[str]:
    when = shown(line.forum_when, speaking().language)
    forum = ", ".join(part for part in (line.forum_title, when) if part) or _("ohne Forum")
    if line.cluster_id is None:
        goal = _("Ziel {number}", number=line.goal_number) if line.goal_number else ""
        return [forum, goal, _("in keiner Gruppe")]
    cards = cards_of_cluster(source, line.cluster_id)
    told = ", ".join(
        _("{number} „{text}“", number=card.number, text=_short(card.original_text)) for card in cards[:_CARDS]
    )
    more = f" +{len(cards) - _CARDS}" if len(cards) > _CARDS else ""
    count = ngettext("{count} Karte", "{count} Karten", len(cards))
    return [forum, _group(source, line, line.cluster_id), f"{count}: {told}{more}"]


def _group(source: Reading, line: DecisionLine, cluster_id: str) -> str:
    if not line.dots:
        return _("Gruppe „{title}“", title=line.cluster_title)
    rank = rank_of_cluster(source, cluster_id)
    return _("Gruppe „{title}“ ({dots} Punkte, Rang {rank})", title=line.cluster_title, dots=line.dots, rank=rank)


def _short(text: str, most: int = 70) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
