"""Entscheidungen: what the steering group makes of each proposal, and where the proposal came from."""

from functools import partial
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from forumtool.domain.when import read, shown
from forumtool.i18n import N_, _, ngettext, speaking
from forumtool.services.decisions import decide
from forumtool.storage.queries.outcomes import clusters
from forumtool.storage.queries.process import steering_members
from forumtool.storage.queries.steering import DecisionLine, cards_of_cluster, decision_lines
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, shortcut
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.going import begin_at
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across, scrolling
from forumtool.ui.parts.table import Column, Index, RowsModel, table
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.place import Place
from forumtool.ui.theme.style import body_font, worn

VERDICTS = (
    ("1", "adopt", N_("übernehmen"), 2),
    ("2", "merge", N_("zusammenführen"), 1),
    ("3", "defer", N_("zurückstellen"), 3),
    ("4", "reject", N_("ablehnen"), 4),
    ("0", "", N_("offen"), -1),
)
_TITLE = {verdict: title for _key, verdict, title, _colour in VERDICTS}
_COLOUR = {verdict: colour for _key, verdict, _title, colour in VERDICTS}
_VERDICT_COLUMN = 4


class LinesModel(RowsModel[DecisionLine]):
    """Numbers in quiet colour, dots in the accent's."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (0, 3):
            return QColor(worn().quiet if index.column() == 0 else worn().accent)
        return super().data(index, role)


class VerdictDelegate(QStyledItemDelegate):
    """Paints a verdict as a chip."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = cast(LinesModel, index.model()).rows[index.row()]
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        widget = plain.widget
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, plain, painter, widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(body_font(13))
        area: QRect = option.rect.adjusted(10, 0, -8, 0)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 18)
        width = painter.fontMetrics().horizontalAdvance(text) + 18
        left = area.right() - width if plain.direction == Qt.LayoutDirection.RightToLeft else area.x()
        chip = QRect(left, area.center().y() - 10, width, 21)
        colour = _COLOUR.get(line.verdict, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().chip if colour < 0 else worn().cards[colour]))
        painter.drawRoundedRect(chip, 10, 10)
        painter.setPen(QColor(worn().text))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class Decisions(Place):
    """All proposals, the weightiest first; a key decides the chosen one. Below: its origin and the reason."""

    concerns = ("proposal", "decision", "cluster", "dot_count", "dot_round", "goal", "forum", "steering_member")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._every: list[DecisionLine] = []
        self.state = words("", "quiet")
        self.seats = words("", "small")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Suchen"))
        self.filter.setAccessibleName(_("Suchen"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(130)
        self.filter.setMaximumWidth(240)
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.open_only = button(_("nur offene"), self._filter, role="chip")
        self.open_only.setCheckable(True)
        self.model = LinesModel(self._columns())
        self.view = table(self.model, _("Vorschläge und Entscheidungen"))
        self.model.setParent(self.view)
        self.view.setWordWrap(False)
        Narrow(self.view, self.model.columns, (6, 5, 2), 240)
        self.view.setItemDelegateForColumn(_VERDICT_COLUMN, VerdictDelegate(self.view))
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._row_changed())
        for key, verdict, _title, _colour in VERDICTS:
            shortcut(self.view, key, partial(self.decide, verdict))
        shortcut(self, "Ctrl+L", self.filter.setFocus)
        shortcut(self.filter, "Down", self.view.setFocus)
        self._build()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addLayout(
            across(words(_("Entscheidungen"), "heading"), self.seats, 1, self.state,
                   self.open_only, self.filter)
        )  # fmt: skip
        sheet = Panel(margin=1, spacing=0)
        nothing = _("Noch kein Vorschlag: Im Erfassen (Strg 5) entstehen die Karten, über die entschieden wird.")
        self.empty = words(nothing, "quiet", wrap=True)
        self.empty.setContentsMargins(16, 16, 16, 16)
        sheet.inside.addWidget(self.view, 1)
        sheet.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        outer.addWidget(sheet, 3)
        self.below = self._origin_panel()
        outer.addWidget(self.below, 2)

    def _origin_panel(self) -> Panel:
        panel = Panel()
        self.title, self.origin = words("", "heading"), words("", "quiet", wrap=True)
        self.original, self.votes = words("", "", wrap=True), words("", "quiet")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Begründung"))
        self.reason.setPlaceholderText(_("Begründung, Enter hält sie fest"))
        self.reason.editingFinished.connect(self._give_reason)
        self.verdicts = Flow(spacing=8)
        for key, verdict, title, _colour in VERDICTS:
            shown_title = _("zusammenführen mit …") if verdict == "merge" else _(title)
            one = QWidget()
            layout = QHBoxLayout(one)
            layout.setContentsMargins(0, 0, 8, 0)
            layout.setSpacing(4)
            layout.addWidget(keycap(key))
            layout.addWidget(button(shown_title, partial(self.decide, verdict), role="plain"))
            self.verdicts.flow.addWidget(one)
        text = QWidget()
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for thing in (self.title, self.origin, self.original):
            inside.addWidget(thing)
        inside.addStretch(1)
        panel.inside.addWidget(scrolling(text), 1)
        panel.inside.addLayout(across(self.reason, self.votes))
        panel.inside.addWidget(self.verdicts)
        panel.setMinimumHeight(190)
        return panel

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(_("Nr."), lambda line: line.number, 68),
            Column(_("Vorschlag"), lambda line: line.text),
            Column(_("Ziel"), lambda line: line.goal_number, 58),
            Column(_("Punkte"), lambda line: f"● {line.dots}" if line.dots else "", 78),
            Column(_("Entscheidung"), _verdict, 206),
            Column(_("Zuständig"), lambda line: line.responsible, 170, self._put("responsible")),
            Column(_("Frist"), lambda line: shown(line.due, speaking().language), 138, self._put_due),
        )

    def refresh(self) -> None:
        """Read all cards with their decisions and show them."""
        self._every = decision_lines(self.desk.file)
        self._tell_seats()
        self._filter()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        begin_at(self.view, 0, 1)

    @property
    def chosen(self) -> DecisionLine | None:
        """The chosen card, or None."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def decide(self, verdict: str) -> None:
        """Decide the chosen card; for merging, ask with which one."""
        line = self.chosen
        if line is None:
            return
        if verdict == "merge":
            self._ask_with(line)
        else:
            self.desk.do(decide, line.id, verdict=verdict)

    def _ask_with(self, line: DecisionLine) -> None:
        choices = [
            Choice(f"{other.number}  {other.text[:90]}",
                   partial(self.desk.do, decide, line.id, verdict="merge", merged_with_id=other.id),
                   other.goal_number)
            for other in self._every
            if other.id != line.id
        ]  # fmt: skip
        chooser = Chooser(self, _("Zusammenführen mit: Nummer oder Worte"), choices)
        chooser.open_over(self.window())

    def _filter(self) -> None:
        parts = self.filter.text().casefold().split()
        only_open = self.open_only.isChecked()
        kept, place = self.chosen, self.view.currentIndex()
        rows = [
            line for line in self._every
            if not (only_open and line.verdict) and all(part in _searched(line) for part in parts)
        ]  # fmt: skip
        self.model.show(rows)
        at = self.model.row_of(kept.id) if kept else -1
        if rows and (at >= 0 or place.isValid() or kept is None):
            wanted = at if at >= 0 else min(max(place.row(), 0), len(rows) - 1)
            if self.view.currentIndex().row() != wanted:
                self.view.setCurrentIndex(self.model.index(wanted, max(place.column(), 1)))
        decided = sum(1 for line in self._every if line.verdict)
        self.state.setText(_("{some} von {all} entschieden", some=decided, all=len(self._every)))
        self.view.setVisible(bool(self._every))
        self.empty.setVisible(not self._every)
        self.below.setVisible(bool(self._every))
        self._show_origin()

    def _tell_seats(self) -> None:
        seats: dict[str, int] = {}
        for member in steering_members(self.desk.file):
            seats[member.constituency] = seats.get(member.constituency, 0) + 1
        total = ngettext("{count} Sitz", "{count} Sitze", sum(seats.values()))
        self.seats.setText(f"{total}: {' · '.join(str(count) for count in seats.values())}" if seats else "")
        self.seats.setToolTip("\n".join(f"{title}: {count}" for title, count in seats.items()))

    def _row_changed(self) -> None:
        """Keep a reason that is being written with its card before the next one is shown."""
        if self.reason.isModified():
            self._give_reason()
        self._show_origin()

    def _show_origin(self) -> None:
        line = self.chosen
        self.verdicts.setEnabled(line is not None)
        self.reason.setEnabled(line is not None)
        if line is None:
            for label in (self.title, self.origin, self.original, self.votes):
                label.setText("")
            self.title.setText(_("Kein Vorschlag gewählt"))
            return
        self.title.setText(_("{number} · Herkunft", number=line.number))
        self.origin.setText(" → ".join(part for part in self._way(line) if part))
        self.original.setText(_("Originalton: {text}", text=line.original_text))
        if not self.reason.hasFocus() or self.reason.property("line") != line.id:
            self.reason.setText(line.reason)
        self.reason.setProperty("line", line.id)
        votes = (line.votes_yes, line.votes_no, line.votes_abstained)
        self.votes.setText(
            _("Ja {yes} · Nein {no} · Enthaltung {abstained}", yes=votes[0], no=votes[1], abstained=votes[2])
            if any(votes) else ""
        )  # fmt: skip

    def _way(self, line: DecisionLine) -> list[str]:
        when = shown(line.forum_when, speaking().language)
        forum = ", ".join(part for part in (line.forum_title, when) if part) or _("ohne Forum")
        if line.cluster_id is None:
            return [
                forum,
                _("Ziel {number}", number=line.goal_number) if line.goal_number else "",
                _("in keiner Gruppe"),
            ]
        cards = cards_of_cluster(self.desk.file, line.cluster_id)
        told = ", ".join(
            _("{number} „{text}“", number=card.number, text=_short(card.original_text)) for card in cards[:6]
        )
        more = f" +{len(cards) - 6}" if len(cards) > 6 else ""
        count = ngettext("{count} Karte", "{count} Karten", len(cards))
        return [forum, self._group(line), f"{count}: {told}{more}"]

    def _group(self, line: DecisionLine) -> str:
        if not line.dots:
            return _("Gruppe „{title}“", title=line.cluster_title)
        every = clusters(self.desk.file)
        own = next((row for row in every if row.id == line.cluster_id), None)
        rivals = [row for row in every if own and (row.forum_id, row.goal_id) == (own.forum_id, own.goal_id)]
        rank = 1 + sum(row.dots > line.dots for row in rivals)
        return _("Gruppe „{title}“ ({dots} Punkte, Rang {rank})", title=line.cluster_title, dots=line.dots, rank=rank)

    def _give_reason(self) -> None:
        key = self.reason.property("line")
        line = next((line for line in self._every if line.id == key), None)
        text = self.reason.text().strip()
        self.reason.setModified(False)
        if line is not None and text != line.reason:
            self.desk.do(decide, line.id, reason=text)

    def _put(self, field: str) -> Any:
        return lambda line, text: self.desk.do(decide, line.id, **{field: text.strip()})

    def _put_due(self, line: DecisionLine, text: str) -> None:
        self.desk.do(decide, line.id, due=read(text))


def _verdict(line: DecisionLine) -> str:
    if line.verdict == "merge" and line.merged_with:
        return _("zusammenführen mit {number}", number=line.merged_with)
    return _(_TITLE.get(line.verdict, line.verdict))


def _searched(line: DecisionLine) -> str:
    return f"{line.number} {line.text} {line.goal_number} {line.responsible}".casefold()


def _short(text: str, most: int = 70) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
