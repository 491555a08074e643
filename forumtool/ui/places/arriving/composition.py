"""Zusammensetzung: who is in the room, bench by bench, and who is missing."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import _, ngettext
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.words import words
from forumtool.ui.places.arriving.dots import bench_dot
from forumtool.ui.theme.style import worn

_NUMBERS = 12


class BenchCount(NamedTuple):
    """A bench (an empty title: none) and how many of those on the list are present."""

    title: str
    present: int
    listed: int


class Bar(QWidget):
    """A bar filled by a share from 0 to 1."""

    def __init__(self, share: float, name: str) -> None:
        super().__init__()
        self._share = share
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().track))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self._share > 0:
            painter.setBrush(QColor(worn().accent))
            painter.drawRoundedRect(QRectF(0, 0, max(8.0, self.width() * self._share), self.height()), 4, 4)


class Composition(Panel):
    """A bar for each bench and one sentence."""

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(3)
        self.sentence = words("", "quiet", wrap=True)
        self.inside.addWidget(words(_("Zusammensetzung"), "heading"))
        self.inside.addLayout(self._bars)
        self.inside.addWidget(self.sentence)

    def show_people(
        self, rows: Sequence[ParticipantRow], order: Sequence[str], colours: Mapping[str, int] | None = None
    ) -> None:
        """Count the people of a list by bench; ``order`` are the titles of the benches, ``colours`` those of dots."""
        while (item := self._bars.takeAt(0)) is not None:
            discard(item)
        for bench in composed(rows, order):
            title = bench.title or _("ohne Bank")
            count = _("{present} von {listed}", present=bench.present, listed=bench.listed)
            name, number = words(title, wrap=True), words(count, "quiet")
            head = across(name, number, spacing=6)
            head.setAlignment(number, Qt.AlignmentFlag.AlignTop)
            head.setStretch(0, 1)
            if colours is not None:
                head.insertWidget(0, bench_dot(colours.get(bench.title, 0), title))
            self._bars.addLayout(head)
            self._bars.addWidget(Bar(bench.present / bench.listed, f"{title}: {count}"))
            self._bars.addSpacing(7)
        self.sentence.setText(told(composed(rows, order)))


def composed(rows: Sequence[ParticipantRow], order: Sequence[str]) -> list[BenchCount]:
    """Return the counts by bench, in the order of the benches, people without one last; empty benches are left out."""
    titles = [*order, *sorted({row.constituency for row in rows} - {*order, ""}), ""]
    counted = [
        BenchCount(title, sum(row.state == "present" for row in rows if row.constituency == title),
                   sum(row.constituency == title for row in rows))
        for title in titles
    ]  # fmt: skip
    return [bench for bench in counted if bench.listed]


def told(benches: Sequence[BenchCount]) -> str:
    """Return the counts as a sentence; it names the bench of which most are missing."""
    present, listed = sum(bench.present for bench in benches), sum(bench.listed for bench in benches)
    if not listed:
        return _("Noch steht niemand auf der Liste.")
    said = _("{present} von {listed} anwesend.", present=present, listed=listed)
    if present == listed:
        return _("Alle {listed} sind da.", listed=listed) if listed > 1 else said
    most = max((bench for bench in benches if bench.title), key=lambda one: one.listed - one.present, default=None)
    if present == 0 or most is None or most.listed == most.present:
        return said
    missing = most.listed - most.present
    return said + " " + ngettext(
        "Aus der Bank „{bench}“ fehlt eine Person.", "Aus der Bank „{bench}“ fehlen {how_many}.", missing,
        bench=most.title, how_many=_spoken(missing),
    )  # fmt: skip


def _spoken(count: int) -> str:
    spoken = ("", "", _("zwei"), _("drei"), _("vier"), _("fünf"), _("sechs"), _("sieben"),
              _("acht"), _("neun"), _("zehn"), _("elf"), _("zwölf"))  # fmt: skip
    return spoken[count] if count <= _NUMBERS else str(count)


def discard(item: QLayoutItem) -> None:
    """Take away what stood in a layout."""
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif layout is not None:
        while (inner := layout.takeAt(0)) is not None:
            discard(inner)
