"""Proposals of different forums that may say the same, side by side with their origins; a person decides."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import N_, _, ngettext
from forumtool.services.synthesis import COMPARED
from forumtool.storage.queries.became import comparable
from forumtool.storage.queries.outcomes import clusters
from forumtool.storage.queries.proposals import proposals_with_keys
from forumtool.storage.queries.refusals import refused_doubles
from forumtool.storage.queries.steering import totals
from forumtool.ui.desk import Desk
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.card_texts import corner
from forumtool.ui.places.ordering.doubles import Doubles, who
from forumtool.ui.places.ordering.wording import Spans
from forumtool.ui.places.page import Page

if TYPE_CHECKING:
    from forumtool.insight.grouping import Pair


_NONE = N_("Unter den Karten verschiedener Foren sind keine, die sich auffällig ähneln.")
_FEW = N_("Sobald zwei Foren Vorschläge haben, stehen hier ähnliche nebeneinander.")
_FEWEST = 2


class AcrossForums(Doubles):
    """Pairs of cards of different forums. The one that stays keeps its forum and goal, the other its own behind it."""

    hints = (
        ("↑↓", N_("Paar")), ("1 2", N_("welche stehen bleibt")), ("Enter", N_("zusammenlegen")),
        ("→", N_("nicht dasselbe")),
    )  # fmt: skip
    nothing = _NONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.close_button.hide()
        self._compared: dict[str, str] = {}
        self._dots: dict[str, int] = {}

    def show_forums(self) -> None:
        """Look for pairs among the cards of all forums, unless no wording is other than when that was done last."""
        found = sorted(comparable(self._desk.file, COMPARED))
        texts = {key: text for key, text, _forum_id in found}
        origins = {key: forum_id for key, _text, forum_id in found}
        wanted = [key for pair, *_spans in self._found for key in pair[:2] if key in texts]
        self._read(wanted)
        self._refused = refused_doubles(self._desk.file)
        self.nothing = _NONE if len({*origins.values()}) >= _FEWEST else _FEW
        if self.nothing == _FEW:
            self._found, self._compared, self._knows = [], {}, True
        elif not texts.items() <= self._compared.items():
            self._compared = texts
            self._knows = False
            self._compare(texts, origins)
        self._show()

    def about(self, card: ProposalRow) -> str:
        goal = _("Ziel {number}", number=card.goal_number) if card.goal_number else ""
        dots = self._dots.get(card.cluster_id or "", 0)
        told = ngettext("{count} Punkt", "{count} Punkte", dots) if dots else ""
        where = card.forum_title or _("ohne Forum")
        group = card.cluster_title or _("noch nicht geordnet")
        return "\n".join((" · ".join(filter(None, (corner(card), goal, where))),
                          " · ".join(filter(None, (group, told, who(card))))))  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.close_button.hide()

    def _got(self, found: "list[tuple[Pair, Spans, Spans]]") -> None:
        if self._desk.is_open:
            self._read([key for pair, *_spans in found for key in pair[:2]])
            super()._got(found)

    def _read(self, keys: list[str]) -> None:
        file = self._desk.file
        self._cards = {card.id: card for card in proposals_with_keys(file, keys) if not card.joined_to}
        groups = clusters(file) if keys else []
        self._colours = {group.id: group.colour for group in groups}
        self._dots = {group.id: group.dots for group in groups}


class SimilarPage(Page):
    """The pairs, or a sentence while there are none."""

    concerns = ("proposal", "cluster", "dot_count", "dot_round", "goal", "forum", "participant", "refusal")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pairs = AcrossForums(desk)
        limited = _("Verglichen werden die {count} Karten aus den Gruppen mit den meisten Punkten.", count=COMPARED)
        self.limit = words(limited, "quiet", wrap=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.limit)
        outer.addWidget(self.pairs)

    def refresh(self) -> None:
        self.limit.setVisible(totals(self.desk.file).proposals > COMPARED)
        self.pairs.show_forums()

    def take_focus(self) -> None:
        self.pairs.setFocus()
