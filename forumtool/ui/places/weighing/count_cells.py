"""What a row of counts consists of: rank, wording, a field for each constituency, sum and bar."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from forumtool.domain.rows import TargetRow
from forumtool.i18n import _, ngettext
from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.parts.panel import down
from forumtool.ui.parts.words import words
from forumtool.ui.places.weighing.bar import Bar
from forumtool.ui.places.weighing.colours import dot_colour
from forumtool.ui.places.weighing.count_field import CountField
from forumtool.ui.theme.style import worn

RANK, GAP, SUM, FIELD = 32, 12, 44, 62
_BETWEEN, _ALONE = 2, 76


class CountLine(NamedTuple):
    """What a row shows: the target, its rank (None: nothing is counted yet), and dots and limit of each field."""

    target: TargetRow
    rank: int | None
    dots: tuple[int, ...]
    limits: tuple[int, ...]


class CountCells(QWidget):
    """The widgets of one row; ``counted`` carries the place of the field and its dots, ``told`` other words."""

    counted = Signal(int, int)
    told = Signal()

    def __init__(self, benches: Sequence[BenchRow], ground: QWidget) -> None:
        super().__init__(ground)
        self._benches, self._is_last = benches, False
        self._shown: tuple[CountLine, int] | None = None
        self._remark = ""
        self.rank, self.sum = words("", "heading"), words("", "heading")
        self.title, self.remark = words("", wrap=True), words("", "small", wrap=True)
        self.fields = [CountField() for _bench in benches]
        self.bar = Bar()
        self.rank.setFixedWidth(RANK)
        self.sum.setFixedWidth(SUM)
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.addWidget(self.rank, 0, 0)
        self._grid.addLayout(down(self.title, self.remark, spacing=_BETWEEN), 0, 1)
        for at, field in enumerate(self.fields):
            self._add_field(at, field)
        behind = 2 + len(self.fields)
        self._grid.addWidget(self.sum, 0, behind)
        self.sum.setVisible(len(self.fields) > 1)
        self._grid.addWidget(self.bar, 0, behind + 1)
        self._grid.setColumnStretch(behind + 1, 1)

    def _add_field(self, at: int, field: CountField) -> None:
        field.setFixedWidth(FIELD if len(self.fields) > 1 else _ALONE)
        field.committed.connect(lambda text: self.counted.emit(at, int(text or 0)))
        field.textEdited.connect(self._tell)
        self._grid.addWidget(field, 0, 2 + at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fit(self, title: int, columns: Sequence[int]) -> None:
        """Take these widths in pixels for the wording and for the column of each field."""
        for label in (self.title, self.remark):
            label.setFixedWidth(title)
        for at, width in enumerate(columns):
            self._grid.setColumnMinimumWidth(2 + at, width)
            self.fields[at].setFixedWidth(min(FIELD, width))

    def keep_apart(self, above: int) -> None:
        """Leave so many pixels above and below the words."""
        self._grid.setContentsMargins(0, above, 0, above + 1)

    def show_line(self, line: CountLine, most: int, *, last: bool) -> None:
        """Show a line; ``most`` is the longest bar's number of dots, below the ``last`` line there is no rule."""
        self._is_last = last
        if (line, most) == self._shown and all(field.text() == str(dots or "") for field, dots in
                                               zip(self.fields, line.dots, strict=True)):  # fmt: skip
            return
        self._shown = (line, most)
        target = line.target
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
        self._remark = remark_of(target)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_last:
            painter = QPainter(self)
            painter.setPen(QColor(worn().line))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def words_height(self) -> int:
        """Return the height in pixels that shows all words."""
        return _height(self.title, self.remark, self.title.width())

    def _tell(self) -> None:
        """Say below the wording what it is, or quietly that there are more dots than there can be."""
        over = next((field for field in self.fields if field.is_over), None)
        _wear(self.remark, "warning" if over else "small")
        self.remark.setText(_("höchstens {most} möglich", most=over.limit) if over else self._remark)
        self.told.emit()


class Ruler:
    """Tells how high the words of a row would be, so that a row needs no widgets before it is seen."""

    def __init__(self, parent: QWidget) -> None:
        self._plain, self._heading = words("", "", parent, wrap=True), words("", "heading", parent, wrap=True)
        self._remark = words("", "small", parent, wrap=True)
        self._known: dict[tuple[str, str, str, int], int] = {}
        for label in (self._plain, self._heading, self._remark):
            label.ensurePolished()
            label.hide()

    def words_height(self, target: TargetRow, width: int) -> int:
        """Return the height in pixels of wording and remark in this width."""
        about = (target.title, remark_of(target), target.number, width)
        if about not in self._known:
            title = self._plain if target.number else self._heading
            title.setText(target.title)
            self._remark.setText(about[1])
            self._known[about] = _height(title, self._remark, width)
        return self._known[about]


def _height(title: QLabel, remark: QLabel, width: int) -> int:
    return title.heightForWidth(width) + remark.heightForWidth(width) + _BETWEEN


def _wear(label: QLabel, role: str) -> None:
    if label.objectName() != role:
        label.setObjectName(role)
        label.style().polish(label)


def remark_of(target: TargetRow) -> str:
    """Return what stands quietly below the wording of a target."""
    if not target.number:
        goal = _("Ziel {number}", number=target.goal_number) if target.goal_number else ""
        return " · ".join(filter(None, (goal, ngettext("{count} Karte", "{count} Karten", target.cards))))
    return " · ".join(filter(None, (target.number, target.group)))


def _named(target: TargetRow, bench: BenchRow, *, several: bool) -> str:
    if not several:
        return _("Punkte für {title}", title=target.title)
    return _("Punkte für {title}, {bench}", title=target.title, bench=bench.title or _("ohne Bank"))
