"""Similar cards in a few quiet lines, with the words in common set off."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.domain.languages import starts_right_to_left
from forumtool.i18n import _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.places.capturing.field import utf16
from forumtool.ui.places.capturing.similar import Alike
from forumtool.ui.theme.style import body_font, worn

ROW = 22  # pixels
_GAP = 10
_EDGE = 14  # as far in as the text of the field above
_PIXELS = 13
_LONG = 2000  # signs
_BEFORE = 12
_KEPT = 12  # layouts
_BETWEEN = re.compile(r"\s*~\s*|\s+")


class SimilarRows(QWidget):
    """At most as many lines as fit. One is marked: it is what Ctrl+Enter counts the new card for. A click is the same.

    It never takes the keyboard and has one height, whether it has lines or not. Only lines that change are painted.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.alike: Sequence[Alike] = ()
        self.marked = 0
        self._laid_out: dict[tuple[object, ...], QTextLayout] = {}
        self.setAccessibleName(_("Ähnliche Karten"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def most(self) -> int:
        """How many lines there is room for."""
        return max(1, self.height() // ROW)

    def show_alike(self, alike: Sequence[Alike]) -> None:
        """Show these cards; the first one is marked, unless the marked card is still among them."""
        before, was, kept = tuple(self.alike), self.marked, self.card_id
        self.alike = after = tuple(alike)
        self.marked = next((at for at, one in enumerate(alike) if one.card.id == kept), 0)
        if [one.card for one in before] != [one.card for one in after]:
            self.setAccessibleDescription(" · ".join(f"{one.card.number} {one.card.text}" for one in alike))
        for at in range(max(len(before), len(after))):
            if before[at : at + 1] != after[at : at + 1] or (at == was) != (at == self.marked):
                self.update(0, at * ROW, self.width(), ROW)

    @property
    def card_id(self) -> str:
        """The card that is marked, empty without cards."""
        return self.alike[self.marked].card.id if self.marked < len(self.alike) else ""

    def step(self, by: int) -> None:
        """Mark the next card (1) or the one before (-1)."""
        if self.alike:
            self.marked = (self.marked + by) % len(self.alike)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 3 * ROW)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y()) // ROW
        if self.rect().contains(event.position().toPoint()) and at < len(self.alike):
            self.chosen.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, one in enumerate(self.alike[: self.most]):
            area = QRect(_EDGE, at * ROW, self.width() - 2 * _EDGE, ROW)
            if event.region().intersects(area):
                self._paint_row(painter, area, one, is_marked=at == self.marked)

    def _paint_row(self, painter: QPainter, area: QRect, one: Alike, *, is_marked: bool) -> None:
        colours = worn()
        painter.setFont(body_font(_PIXELS, strong=True))
        painter.setPen(QColor(colours.accent if is_marked else colours.quiet))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, one.card.number)
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(one.card.number) + _GAP)
        painter.setFont(body_font(_PIXELS))
        area.setRight(_paint_remark(painter, area, one, is_marked=is_marked))
        painter.setPen(QColor(colours.quiet))
        layout = self._layout_of(one, area.width())
        top = (ROW - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(area.left(), area.top() + top))

    def _layout_of(self, one: Alike, width: int) -> QTextLayout:
        """Return the text laid out in a width; between two letters it mostly stays as it is."""
        about = (one.card.text, one.words, width, worn().text)
        found = self._laid_out.pop(about, None) or _laid_out(one, width)
        self._laid_out[about] = found
        if len(self._laid_out) > _KEPT:
            del self._laid_out[next(iter(self._laid_out))]
        return found


def _paint_remark(painter: QPainter, area: QRect, one: Alike, *, is_marked: bool) -> int:
    """Write at the right where a card is from and what the key does; return where the text must end."""
    parts = [] if one.is_here or not one.card.goal_number else [_("Ziel {number}", number=one.card.goal_number)]
    if one.card.support:
        parts.append(f"+{one.card.support}")
    if is_marked:
        parts.append(_("{keys} unterstützt sie", keys=key_text("Ctrl+Enter")))
    remark = "  ·  ".join(parts)
    if not remark:
        return area.right()
    painter.setPen(QColor(worn().accent if is_marked else worn().quiet))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, remark)
    return area.right() - painter.fontMetrics().horizontalAdvance(remark) - _GAP


def _laid_out(one: Alike, width: int) -> QTextLayout:
    """Return the text in one line of a width, the words in common in the colour of text."""
    font = body_font(_PIXELS)
    metrics = QFontMetrics(body_font(_PIXELS, strong=True))
    text = _brought_forward(" ".join(one.card.text[:_LONG].split()), one.words, metrics, width)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    right = starts_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats([_set_off(utf16(text, start), utf16(text, end)) for start, end in spots(text, one.words)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout


def _set_off(start: int, end: int) -> QTextLayout.FormatRange:
    mark = QTextCharFormat()
    mark.setForeground(QColor(worn().text))
    mark.setFont(body_font(_PIXELS, strong=True))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, mark
    return found


def _brought_forward(text: str, words: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """Begin a long text shortly before the first word in common, if it could not be seen otherwise."""
    found = spots(text, words)
    if not found or metrics.horizontalAdvance(text[: found[0][1]]) < width - _GAP:
        return text
    start = text.rfind(" ", 0, max(0, found[0][0] - _BEFORE)) + 1
    return f"… {text[start:]}" if start else text


def spots(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the words in common stand in a text, from … up to before …, without overlaps.

    Two words that lie close together ("Kita ~ Kinderbetreuung") count where either of them stands.
    """
    wanted = {part for word in words for part in _BETWEEN.split(word) if part}
    if not wanted:
        return []
    pattern = "|".join(map(re.escape, sorted(wanted, key=len, reverse=True)))
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
