"""What was weighed with its counted dots. The order never changes while somebody is entering."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.places.weighing.count_cells import CountLine, Ruler
from forumtool.ui.places.weighing.count_field import CountField
from forumtool.ui.places.weighing.count_row import CountRow

ONE = (BenchRow(None, "", 0, 0),)
_STEPS = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}


class CountList(QWidget):
    """Shows lines by rank; it is sorted anew when the keyboard ``left`` it. ``finished``: Enter on the last field.

    It places the rows below each other itself: a layout of Qt needs more than a second for a thousand.
    Tab goes along a row. Enter goes to the row below, to the column where the row was begun; at the end of a column
    that was gone down, to the head of the next one.
    """

    counted = Signal(str, object, int)
    typed = Signal()
    finished = Signal()
    left = Signal()
    entered = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CountRow] = []
        self.benches: tuple[BenchRow, ...] = ONE
        self._lines: dict[str, CountLine] = {}
        self._widths: tuple[int, Sequence[int]] = (250, ())
        self._is_low = False
        self._has_place = False
        self._began = 0
        self._ruler = Ruler(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._place)

    @property
    def is_entering(self) -> bool:
        """Tell whether the keyboard is in one of the fields."""
        spot = self.spot
        return spot is not None and self.rows[spot[0]].fields[spot[1]].hasFocus()

    @property
    def spot(self) -> tuple[int, int] | None:
        """Row and column of the field that has the keyboard of the window."""
        focused = self.window().focusWidget()
        made = ((at, row.fields) for at, row in enumerate(self.rows) if row.is_made)
        return next(((at, fields.index(focused)) for at, fields in made if focused in fields), None)

    @property
    def total(self) -> int:
        """The dots in all fields, also those that are just being typed."""
        return sum(map(self.column_total, range(len(self.benches))))

    @property
    def last_field(self) -> CountField | None:
        """The last field that is made."""
        return next((row.fields[-1] for row in reversed(self.rows) if row.is_made), None)

    def column_total(self, at: int) -> int:
        """Return the dots in the fields of a column."""
        return sum(row.dots(at) for row in self.rows)

    def content_height(self) -> int:
        """Return how high all rows are together in pixels."""
        return sum(row.tall for row in self.rows)

    def show_lines(self, lines: Sequence[CountLine], benches: Sequence[BenchRow], *, anew: bool = False) -> None:
        """Show lines by rank with a field for each bench; ``anew`` sorts in any case, for another goal or round.

        They have no place before ``fit``.
        """
        if [bench[:3] for bench in benches] != [bench[:3] for bench in self.benches]:
            self._shrink(0)
            self._widths = (self._widths[0], ())
        self.benches = tuple(benches)
        self._has_place = False  # whatever moves meanwhile
        shown = [row.target_id for row in self.rows]
        self._lines = {line.target.id: line for line in lines}
        wanted = list(self._lines)
        if not anew and self.is_entering:
            stay = [key for key in shown if key in self._lines]
            wanted = stay + [key for key in wanted if key not in stay]
        self._fill(wanted)

    def sort(self) -> None:
        """Bring the lines into the order of their ranks."""
        self._fill(list(self._lines))
        self._place()

    def fit(self, title: int, columns: Sequence[int]) -> None:
        """Take these widths in pixels for wordings and for the column of each bench, if there are several."""
        self._widths = (title, columns)
        for row in self.rows:
            row.fit(title, columns)
        self._place()

    def be_low(self, *, on: bool) -> None:
        """Take little height for each row, or leave some air."""
        self._is_low = on
        for row in self.rows:
            row.be_low(on=on)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(0, self.content_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def take_focus(self, at: int = 0, column: int = 0) -> None:
        """Put the keyboard into a field, or the nearest that there is."""
        if self.rows:
            self._began = min(column, len(self.benches) - 1)
            self._enter(min(at, len(self.rows) - 1), self._began)

    def go_to(self, target_id: str) -> None:
        """Put the keyboard into the first field of a target."""
        at = next((at for at, row in enumerate(self.rows) if row.target_id == target_id), -1)
        if at >= 0:
            self.take_focus(at)

    def _enter(self, at: int, column: int) -> None:
        field = self.rows[at].fields[column]
        field.setFocus()
        field.selectAll()
        self.entered.emit(self.rows[at].cells)

    def _fill(self, order: Sequence[str]) -> None:
        self._shrink(len(order))
        for key in order[len(self.rows) :]:
            self._add(self._lines[key])
        most = max((sum(line.dots) for line in self._lines.values()), default=0)
        for row, key in zip(self.rows, order, strict=True):
            row.show_line(self._lines[key], most, last=row is self.rows[-1])

    def _place(self) -> None:
        """Put the rows below each other and make those that are seen."""
        self._has_place = True
        y, width = 0, self.width()
        for row in self.rows:
            row.place(y, width)
            y += row.tall
        self.updateGeometry()
        self._make_seen()

    def _shrink(self, count: int) -> None:
        while len(self.rows) > count:
            self.rows.pop().remove()

    def _add(self, line: CountLine) -> None:
        row = CountRow(self.benches, self._ruler, line, self)
        row.fit(*self._widths)
        row.be_low(on=self._is_low)
        row.counted.connect(lambda key, at, dots: self.counted.emit(key, self.benches[at].id, dots))
        row.made.connect(lambda: self._bind(row))
        row.stretched.connect(self._soon.start)
        self.rows.append(row)

    def _bind(self, row: CountRow) -> None:
        """Let fields that were just made take part: Tab comes to them from the row before."""
        for field in row.fields:
            field.went.connect(self._go)
            field.clicked.connect(self._begin_here)
            field.textEdited.connect(self.typed)
            field.blurred.connect(lambda: QTimer.singleShot(0, self, self._left))
        made = [one for one in self.rows if one.is_made]
        at = made.index(row)
        near = made[max(0, at - 1) : at + 2]
        for before, behind in pairwise(field for one in near for field in one.fields):
            QWidget.setTabOrder(before, behind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._make_seen()

    def event(self, event: QEvent) -> bool:
        view = self.parentWidget()
        if event.type() == QEvent.Type.ParentChange and view is not None:
            view.installEventFilter(self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._make_seen()
        return super().eventFilter(watched, event)

    def _make_seen(self) -> None:
        """Make the rows in view, and as many above and below them, so that Tab finds a field."""
        view = self.parentWidget()
        if not self._has_place:
            return
        room = view.height() if view is not None else 0
        above, y = -self.y() - room, 0
        for row in self.rows:
            if above < y + row.tall and y < above + 3 * room:
                row.make()
            y += row.tall

    def _begin_here(self) -> None:
        self._began = self.spot[1] if self.spot else 0

    def _go(self, way: str) -> None:
        if self.spot is None:
            return
        at, column = self.spot
        if way == "next":
            self._go_on(at, column)
            return
        down, right = _STEPS[way]
        if 0 <= at + down < len(self.rows) and 0 <= column + right < len(self.benches):
            self.take_focus(at + down, column + right)
        elif way == "down":
            self.finished.emit()

    def _go_on(self, at: int, column: int) -> None:
        along = column != self._began
        if at + 1 < len(self.rows):
            self._enter(at + 1, self._began if along else column)
        elif not along and column + 1 < len(self.benches):
            self.take_focus(0, column + 1)
        else:
            self.finished.emit()

    def _left(self) -> None:
        if not self.is_entering and self.window().isActiveWindow():
            self.sort()
            self.left.emit()
