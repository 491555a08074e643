"""A group or a card and the dots counted on it, in one field or in one for each constituency."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from forumtool.domain.rows import TargetRow
from forumtool.i18n import _, ngettext
from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.parts.panel import down
from forumtool.ui.parts.words import words
from forumtool.ui.places.weighing.bar import Bar
from forumtool.ui.places.weighing.colours import dot_colour
from forumtool.ui.places.weighing.count_field import HEIGHT, CountField
from forumtool.ui.theme.style import worn

RANK, GAP, SUM, FIELD = 32, 12, 44, 62
_ABOVE, _LITTLE, _ALONE = 10, 4, 76


class CountLine(NamedTuple):
    """What a row shows: the target, its rank (None: nothing is counted yet), and dots and limit of each field."""

    target: TargetRow
    rank: int | None
    dots: tuple[int, ...]
    limits: tuple[int, ...]


class CountRow(QFrame):
    """Rank, wording, fields, sum and bar; tells dots that were counted with the place of their field."""

    counted = Signal(str, int, int)

    def __init__(self, benches: Sequence[BenchRow]) -> None:
        super().__init__()
        self.target_id = self.number = ""
        self._benches = benches
        self._shown: tuple[CountLine, int, bool] | None = None
        self._measured: tuple[object, int] = (None, 0)
        self.rank, self.sum = words("", "heading"), words("", "heading")
        self.title, self.remark = words("", wrap=True), words("", "small", wrap=True)
        self.fields = [CountField() for _bench in benches]
        self.bar = Bar()
        self.rank.setFixedWidth(RANK)
        self.sum.setFixedWidth(SUM)
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.addWidget(self.rank, 0, 0)
        self._grid.addLayout(down(self.title, self.remark, spacing=2), 0, 1)
        for at, field in enumerate(self.fields):
            self._add_field(at, field)
        behind = 2 + len(self.fields)
        self._grid.addWidget(self.sum, 0, behind)
        self.sum.setVisible(len(self.fields) > 1)
        self._grid.addWidget(self.bar, 0, behind + 1)
        self._grid.setColumnStretch(behind + 1, 1)

    def _add_field(self, at: int, field: CountField) -> None:
        field.setFixedWidth(FIELD if len(self.fields) > 1 else _ALONE)
        field.committed.connect(lambda text: self.counted.emit(self.target_id, at, int(text or 0)))
        field.textEdited.connect(self._tell)
        self._grid.addWidget(field, 0, 2 + at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def field(self) -> CountField:
        """The first field; the only one where dots have no colours."""
        return self.fields[0]

    def fit(self, title: int, columns: Sequence[int]) -> None:
        """Take these widths in pixels for the wording and for the column of each field."""
        for label in (self.title, self.remark):
            label.setFixedWidth(title)
        for at, width in enumerate(columns):
            self._grid.setColumnMinimumWidth(2 + at, width)
            self.fields[at].setFixedWidth(min(FIELD, width))

    def be_low(self, *, on: bool) -> None:
        """Take little height, or leave some air."""
        above = _LITTLE if on else _ABOVE
        self._grid.setContentsMargins(0, above, 0, above)

    def show_line(self, line: CountLine, most: int, *, last: bool) -> None:
        """Show a line; ``most`` is the longest bar's number of dots, below the ``last`` line there is no rule."""
        if (line, most, last) == self._shown and all(field.text() == str(dots or "") for field, dots in
                                                     zip(self.fields, line.dots, strict=True)):  # fmt: skip
            return
        self._shown = (line, most, last)
        target = line.target
        self.target_id, self.number = target.id, target.number
        _wear(self.title, "" if target.number else "heading")
        self.title.setText(target.title)
        for field, bench, dots, limit in zip(self.fields, self._benches, line.dots, line.limits, strict=True):
            field.setAccessibleName(_named(target, bench, several=len(self._benches) > 1))
            field.show_dots(dots, limit)
        self.rank.setText("–" if line.rank is None else str(line.rank))
        self.rank.setAccessibleName("" if line.rank is None else _("Rang {rank}", rank=line.rank))
        self.sum.setText(str(sum(line.dots) or ""))
        colours = [dot_colour(bench.colour) for bench in self._benches] if len(self._benches) > 1 else [""]
        shares = [dots / most if most else 0.0 for dots in line.dots]
        self.bar.show_parts(list(zip(shares, colours, strict=True)))
        self._remark = _told(target)
        self._tell()

    def wanted_height(self) -> int:
        """Return the height in pixels that shows all words."""
        about = (self.title.text(), self.remark.text(), self.title.width())
        if about != self._measured[0]:
            words = self.title.heightForWidth(about[2]) + self.remark.heightForWidth(about[2]) + 2
            self._measured = (about, words)
        return max(self._measured[1], HEIGHT) + 2 * self._grid.contentsMargins().top() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._shown is not None and not self._shown[2]:
            painter = QPainter(self)
            painter.setPen(QColor(worn().line))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _tell(self) -> None:
        """Say below the wording what it is, or quietly that there are more dots than there can be."""
        over = next((field for field in self.fields if field.is_over), None)
        _wear(self.remark, "warning" if over else "small")
        self.remark.setText(_("höchstens {most} möglich", most=over.limit) if over else self._remark)


def _wear(label: QLabel, role: str) -> None:
    if label.objectName() != role:
        label.setObjectName(role)
        label.style().polish(label)


def _told(target: TargetRow) -> str:
    if not target.number:
        goal = _("Ziel {number}", number=target.goal_number) if target.goal_number else ""
        return " · ".join(filter(None, (goal, ngettext("{count} Karte", "{count} Karten", target.cards))))
    return " · ".join(filter(None, (target.number, target.group)))


def _named(target: TargetRow, bench: BenchRow, *, several: bool) -> str:
    if not several:
        return _("Punkte für {title}", title=target.title)
    return _("Punkte für {title}, {bench}", title=target.title, bench=bench.title or _("ohne Bank"))
