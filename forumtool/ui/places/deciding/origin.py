"""Where a proposal came from, the reason for what was decided, and the keys that decide."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from forumtool.domain.when import shown
from forumtool.i18n import _, ngettext, speaking
from forumtool.storage.queries.steering import DecisionLine, cards_of_cluster, rank_of_cluster
from forumtool.storage.reading import Reading
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.panel import Panel, across, scrolling
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.deciding.lines import VERDICTS

_CARDS = 6


class Origin(Panel):
    """The way from forum over group to the original wording of one proposal, and what is decided of it.

    ``give_reason`` is asked with the key of a proposal and its new reason, ``decide`` with a verdict.
    """

    def __init__(self, give_reason: Callable[[str, str], object], decide: Callable[[str], object]) -> None:
        super().__init__()
        self._give_reason = give_reason
        self._line: DecisionLine | None = None
        self.title, self.way = words("", "heading"), words("", "quiet", wrap=True)
        self.original, self.votes = words("", "", wrap=True), words("", "quiet")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Begründung"))
        self.reason.setPlaceholderText(_("Begründung, Enter hält sie fest"))
        self.reason.editingFinished.connect(self.keep_reason)
        self.verdicts = Flow(spacing=8)
        for key, verdict, title, _colour in VERDICTS:
            self._offer(key, _("zusammenführen mit …") if verdict == "merge" else _(title), partial(decide, verdict))
        text = QWidget()
        self._told = scrolling(text)
        self.inside.addWidget(self._told, 1)
        self.inside.addLayout(across(self.reason, self.votes))
        self.inside.addWidget(self.verdicts)
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
        """Show a proposal; a reason that is being written for the one before is kept with that first."""
        if self.reason.isModified():
            self.keep_reason()
        other = self._line is None or line is None or line.id != self._line.id
        self._line = line
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
        votes = (line.votes_yes, line.votes_no, line.votes_abstained)
        self.votes.setText(
            _("Ja {yes} · Nein {no} · Enthaltung {abstained}", yes=votes[0], no=votes[1], abstained=votes[2])
            if any(votes) else ""
        )  # fmt: skip

    def keep_reason(self) -> None:
        """Keep the reason that was written with the proposal that it was written for."""
        line, text = self._line, self.reason.text().strip()
        self.reason.setModified(False)
        if line is not None and text != line.reason:
            self._line = line._replace(reason=text)
            self._give_reason(line.id, text)


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
