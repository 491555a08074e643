"""The groups of a goal with their counted dots. The order never changes while somebody is entering."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.report import Ranked
from forumtool.domain.rows import ClusterRow
from forumtool.ui.places.weighing.count_row import CountRow
from forumtool.ui.theme.style import worn


class CountList(QWidget):
    """Shows groups by rank; it is sorted anew when the keyboard leaves it. ``finished``: Enter on the last field."""

    counted = Signal(str, int)
    finished = Signal()
    entered = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CountRow] = []
        self._ranked: Sequence[Ranked] = ()
        self._clusters: dict[str, ClusterRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    @property
    def is_entering(self) -> bool:
        """Tell whether the keyboard is in one of the fields."""
        return any(row.field.hasFocus() for row in self.rows)

    def content_height(self) -> int:
        """Return how high all rows are together in pixels."""
        return sum(row.wanted_height() for row in self.rows)

    def show_ranking(self, clusters: Sequence[ClusterRow], ranked: Sequence[Ranked], *, anew: bool = False) -> None:
        """Show groups and their rank; ``anew`` sorts in any case, for another goal or round."""
        self._clusters, self._ranked = {cluster.id: cluster for cluster in clusters}, ranked
        shown = [row.cluster_id for row in self.rows]
        wanted = [one.target_id for one in ranked]
        if not anew and self.is_entering:
            stay = [key for key in shown if key in wanted]
            wanted = stay + [key for key in wanted if key not in stay]
        self._fill(wanted)

    def sort(self) -> None:
        """Bring the groups into the order of their ranks."""
        self._fill([one.target_id for one in self._ranked])

    def take_focus(self, at: int = 0) -> None:
        """Put the keyboard into a field."""
        if self.rows:
            self.rows[at].field.setFocus()
            self.rows[at].field.selectAll()
            self.entered.emit(self.rows[at])

    def _fill(self, order: Sequence[str]) -> None:
        while len(self.rows) > len(order):
            gone = self.rows.pop()
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(order):
            self._add()
        found = {one.target_id: one for one in self._ranked}
        most = max((one.dots for one in self._ranked), default=0)
        for row, key in zip(self.rows, order, strict=True):
            row.show_group(self._clusters[key])
            row.show_dots(found[key].dots, found[key].rank if most else None, most)
            last = row is self.rows[-1]
            row.setStyleSheet("" if last else f"#countRow {{ border: 0; border-bottom: 1px solid {worn().line}; }}")

    def _add(self) -> None:
        row = CountRow()
        row.counted.connect(self.counted)
        row.field.went.connect(lambda step, row=row: self._go(self.rows.index(row) + step))
        row.field.blurred.connect(lambda: QTimer.singleShot(0, self, self._left))
        self._layout.addWidget(row)
        self.rows.append(row)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self.take_focus(at)
        elif at >= len(self.rows):
            self.finished.emit()

    def _left(self) -> None:
        if not self.is_entering and self.window().isActiveWindow():
            self.sort()
