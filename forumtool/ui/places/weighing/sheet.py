"""The sheet of a round: fields and bars, or a scale; below them the sum and the way to the projector."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from forumtool.domain.rows import DOT_COLOURS, DotRoundRow, TargetRow
from forumtool.domain.tally import Tally, spread
from forumtool.i18n import _
from forumtool.storage.queries.weighing import BenchRow, benches
from forumtool.storage.reading import Reading
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.chooser import Choice
from forumtool.ui.parts.keyboard import has_keyboard
from forumtool.ui.parts.panel import Panel, across, scrolling
from forumtool.ui.places.weighing.colours import colour_name
from forumtool.ui.places.weighing.column_heads import ColumnHeads
from forumtool.ui.places.weighing.count_list import ONE, CountList
from forumtool.ui.places.weighing.lines import column_tallies, lines
from forumtool.ui.places.weighing.scale import Scale
from forumtool.ui.places.weighing.total import Total

_EDGE, _GROUP, _SCALE_HEIGHT, _LEAST = 20, 250, 340, 96
_CARD_SHARE, _CARD = 0.42, 460


class Sheet(Panel):
    """Shows a round and tells what is counted; the sum follows every key."""

    counted = Signal(str, object, int)
    counted_on_step = Signal(int, int)
    colour_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(margin=_EDGE, spacing=12)
        self.inside.setContentsMargins(_EDGE, 8, _EDGE, 16)
        self.heads, self.counts, self.scale, self.total = ColumnHeads(), CountList(), Scale(), Total()
        self.send = button(_("An die Leinwand"), lambda: None, role="primary", tip="L")
        self.area = scrolling(self.counts)
        self._row: DotRoundRow | None = None
        self._voters = 0
        self.inside.addWidget(self.heads)
        self.inside.addWidget(self.area, 1)
        self.inside.addWidget(self.scale, 1)
        foot = across(self.total, self.send, spacing=12)
        foot.setStretch(0, 1)
        foot.setAlignment(self.total, Qt.AlignmentFlag.AlignVCenter)
        self.inside.addLayout(foot)
        self._bind()

    def _bind(self) -> None:
        self.counts.counted.connect(self.counted)
        self.scale.counted.connect(self.counted_on_step)
        self.heads.clicked.connect(lambda at: self.colour_wanted.emit(self.counts.benches[at].id or ""))
        self.counts.entered.connect(self._entered)
        self.counts.left.connect(self._show_sums)
        for part in (self.counts, self.scale):
            part.finished.connect(self.send.setFocus)
            part.typed.connect(self._show_sums)

    def show_round(
        self, source: Reading, row: DotRoundRow, found: Sequence[TargetRow], voters: int, *, anew: bool
    ) -> None:
        """Show the counts of a round on its targets; ``anew`` sorts them in any case."""
        self._row, self._voters = row, voters
        is_scale = row.kind == "scale"
        shown = tuple(benches(source, row)) if row.per_constituency and not is_scale else ONE
        self.area.setVisible(not is_scale)
        self.scale.setVisible(is_scale)
        self.heads.setVisible(len(shown) > 1)
        if is_scale:
            self.scale.show_points(row.on_steps, row.low, row.high, voters)
        else:
            self.heads.show_benches(shown)
            self.counts.show_lines(lines(row, found, shown, voters), shown, anew=anew)
        self._order_tabs()
        self.send.setEnabled(bool(row.id) and row.total > 0)
        self._show_sums()
        self.fit()

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        if self._row is not None and self._row.kind == "scale":
            self.scale.take_focus()
        else:
            self.counts.take_focus()

    def holding(self) -> Callable[[], None]:
        """Return what puts the keyboard, when its field has gone with another round, into the one in its place."""
        at, column = self.counts.spot or (0, 0)
        had = has_keyboard(self.counts) or has_keyboard(self.scale)

        def hold() -> None:
            is_scale = self._row is not None and self._row.kind == "scale"
            if not had or has_keyboard(self.scale if is_scale else self.counts):
                return
            if is_scale:
                self.scale.take_focus()
            else:
                self.counts.take_focus(at, column)

        return hold

    def target_choices(self) -> list[Choice]:
        """Return what dots go on, to go to one of them."""
        return [
            Choice(f"{target.number}  {target.title}".strip(), partial(self.counts.go_to, target.id))
            for target in (row.line.target for row in self.counts.rows)
        ]

    def colour_choices(self, bench_id: str, take: Callable[[str, int], object]) -> list[Choice]:
        """Return the colours for the dots of a constituency, or (empty) of each one."""
        return [
            Choice(f"{bench.title}: {colour_name(colour)}", partial(take, bench.id, colour), _now(bench, colour))
            for bench in self.counts.benches
            if bench.id is not None and bench_id in {"", bench.id}
            for colour in range(1, DOT_COLOURS + 1)
        ]

    def be_low(self, *, on: bool) -> None:
        """Take little height for each row, or leave some air."""
        self.inside.setSpacing(6 if on else 12)
        self.inside.setContentsMargins(_EDGE, 4 if on else 8, _EDGE, 10 if on else 16)
        self.counts.be_low(on=on)

    def fit(self) -> None:
        """Be as high as the rows; they scroll where the window is lower."""
        if self._row is None:
            return
        edges = self.inside.contentsMargins()
        foot = max(self.send.sizeHint().height(), self.total.heightForWidth(self.total.width()))
        around = foot + self.inside.spacing() + edges.top() + edges.bottom() + 2
        if self._row.kind == "scale":
            self.setMaximumHeight(_SCALE_HEIGHT + around)
            return
        several = len(self.counts.benches) > 1
        room = self.width() - 2 * _EDGE
        self.counts.fit(*(self.heads.fit(room) if several else (self._title_width(room), ())))
        rows = self.counts.content_height()
        self.area.setMaximumHeight(rows)
        self.area.setMinimumHeight(min(rows, _LEAST))
        self.setMaximumHeight(rows + around + (self.heads.sizeHint().height() + self.inside.spacing()) * several)

    def _order_tabs(self) -> None:
        """Let Tab come from the last field to the button; fields made anew would come behind it."""
        last = self.counts.last_field if self.area.isVisibleTo(self) else None
        for field in [last] if last is not None else self.scale.fields[-1:]:
            QWidget.setTabOrder(field, self.send)

    def _title_width(self, room: int) -> int:
        """The wording of a card is longer than a heading, and its bar may be shorter."""
        on_cards = self._row is not None and self._row.targets == "cards"
        return min(_CARD, int(room * _CARD_SHARE)) if on_cards else min(_GROUP, room // 3)

    def _entered(self, row: QWidget) -> None:
        self._show_sums()
        QTimer.singleShot(0, row, lambda: self.area.ensureWidgetVisible(row, 0, 0))  # new rows have no place yet

    def _show_sums(self) -> None:
        row = self._row
        if row is None:
            return
        if row.kind == "scale":
            points = self.scale.on_steps
            self.scale.diagram.show_points(points)
            self.total.show_scale(Tally(sum(points), self._voters, 1), spread(points))
            return
        sums = [self.counts.column_total(at) for at in range(len(self.counts.benches))]
        self.heads.show_sums(column_tallies(row, self.counts.benches, sums))
        tally = Tally(self.counts.total, self._voters, row.dots_per_person)
        self.total.show_total(tally, entering=self.counts.is_entering)


def _now(bench: BenchRow, colour: int) -> str:
    return _("jetzt") if bench.colour == colour else ""
