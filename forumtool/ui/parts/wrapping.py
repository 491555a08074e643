"""Wrapped text for places that paint their own words: cards, heads, the projector."""

from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LEADING = 1.12
_NO_LIMIT = 10_000
_ENOUGH = 4_000


class Wrapped:
    """A text broken into lines of a width, at most ``lines`` of them; what does not fit ends in "…".

    Lines stand ``leading`` line heights apart. Left-to-right and right-to-left text each start at their own side.
    ``height`` and ``last_width`` are in the units of the font; ``whole`` tells whether every word is there.
    """

    def __init__(
        self, text: str, font: QFont, width: float, *, lines: int = _NO_LIMIT, leading: float = LEADING
    ) -> None:
        self.whole = len(text) <= _ENOUGH
        text = text[:_ENOUGH].replace("\n", "\u2028")
        self.is_right_to_left = _starts_right_to_left(text)
        self._layout = _laid_out(text, font, width, leading)
        if self._layout.lineCount() > lines:
            self.whole = False
            start = self._layout.lineAt(lines - 1).textStart()  # in UTF-16 units, as Qt counts
            kept = text.encode("utf-16-le")[: 2 * start].decode("utf-16-le", "replace")
            rest = text[len(kept) :].replace("\u2028", " ")
            cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            self._layout = _laid_out(kept + cut, font, width, leading)
        count = min(self._layout.lineCount(), lines)
        self.count = count
        last = self._layout.lineAt(count - 1) if count else None
        self.height = last.y() + last.height() if last is not None else 0.0
        self.last_width = last.naturalTextWidth() if last is not None else 0.0
        self.line_height = last.height() if last is not None else 0.0

    def parts(self, height: float) -> list[str]:
        """Return the text in parts of at most this height, at least a line each, without blanks at their ends."""
        units = self._layout.text().encode("utf-16-le")  # Qt counts UTF-16 units
        starts, top = [0], 0.0
        for line in (self._layout.lineAt(at) for at in range(self.count)):
            if line.y() + line.height() - top > height and line.textStart() > starts[-1]:
                starts.append(line.textStart())
                top = line.y()
        cuts = zip(starts, [*starts[1:], len(units) // 2], strict=True)
        found = (units[2 * start : 2 * end].decode("utf-16-le", "replace") for start, end in cuts)
        return [part for part in (part.replace("\u2028", "\n").strip() for part in found) if part]

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the lines in the painter's pen, from their upper left corner."""
        for at in range(self.count):
            self._layout.lineAt(at).draw(painter, QPointF(x, y))

    def draw_centred(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw each line in the middle of a width."""
        for at in range(self.count):
            line = self._layout.lineAt(at)
            left = line.naturalTextRect().x()
            line.draw(painter, QPointF(x - left + (width - line.naturalTextWidth()) / 2, y))


def lines_within(font: QFont, height: float) -> int:
    """Return how many lines of a font fit into a height, at least one."""
    line = QFontMetricsF(font).height()
    return max(1, int((height - line + 0.5) // round(line * LEADING)) + 1)


def _starts_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    strong = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return strong != "L"


def _laid_out(text: str, font: QFont, width: float, leading: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    right = _starts_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += round(line.height() * leading)
    layout.endLayout()
    return layout
