"""Words of a document in lines, thousands of them in a moment.

Most texts are Latin and short: one measurement tells that they fit their line. What is longer is broken by Qt, and the
broken lines are kept as words. Only scripts that join or turn their letters keep to Qt's layout when they are painted.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine

from forumtool.drawing.ink import Ink
from forumtool.drawing.look import CALIBRI_LINE, TO_INTER, Style
from forumtool.drawing.text import PER_POINT, laid_out, paper_type

_BREAK = "\u2028"
# Letters that stand beside each other as they are: Latin with its accents, and signs of punctuation and money; two that
# the typeface draws as two signs are left out.
_SIGNS = "\x20-\x7e\xa0-\xac\xae-\u0148\u014a-\u01c3\u01c5-\u02af\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf"
_SIMPLE = re.compile(f"[{_SIGNS}]*")
# Hebrew, and the letters of Arabic whose joined forms have numbers of their own (Unicode, Arabic Presentation Forms).
_JOINED = {unicodedata.normalize("NFKC", chr(form)) for form in (*range(0xFB50, 0xFDFC), *range(0xFE80, 0xFEF5))}
_HEBREW, _SIGNS_OF_ARABIC, _TURNING = "\u0590-\u05f4", "\u060c\u061b\u061f\u0660-\u0669", "\u200e\u200f\u2066-\u2069"
_BESIDE = " 0-9A-Za-z.,;!?\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0148"  # not @ and the like: the typeface varies them
_TURNED = re.compile(f"[{_BESIDE}{_HEBREW}{_SIGNS_OF_ARABIC}{_TURNING}{''.join(filter(str.isalpha, _JOINED))}]*")


class Face:
    """A style as Qt's type, on the thread that lays out with it.

    ``plain`` skips the shaping of scripts that need none, which takes most of the time; with it goes the kerning, as
    in Word.
    """

    def __init__(self, style: Style) -> None:
        self.colour = style.colour
        self.shaped = paper_type(style.size * TO_INTER, strong=style.strong)
        self.plain = QFont(self.shaped)
        self.plain.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
        self.line = style.size * CALIBRI_LINE * style.line * PER_POINT
        metrics = QFontMetricsF(self.plain)
        self.width_of = metrics.horizontalAdvance
        self.rise = (self.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self._metrics = metrics

    def shortened(self, text: str, width: float) -> str:
        """Return the text, or what of it fits into a width, with dots behind."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class Lines:
    """A text in lines of a width: ``count`` of them, each as high as the face's.

    ``missing`` are the signs that no typeface of this computer has; they are boxes on the page.
    """

    __slots__ = ("_face", "_pieces", "_right", "_width", "count", "missing", "text")

    def __init__(self, text: str, face: Face, width: float, *, right: bool = False) -> None:
        self.text, self._face, self._width, self._right = text, face, width, right
        self._pieces: Sequence[str] | None = None
        self.missing = ""
        if _SIMPLE.fullmatch(text) and face.width_of(text) <= width:
            self._pieces = (text,)
            self.count = 1
        else:
            self._break(text)

    def _break(self, text: str) -> None:
        if _SIMPLE.fullmatch(text.replace("\n", "")):
            layout = self._laid(self._face.plain)
            lines = [layout.lineAt(at) for at in range(layout.lineCount())]
            self._pieces = [
                text[line.textStart() : line.textStart() + line.textLength()].rstrip(" \n") for line in lines
            ]
            self.count = len(lines)
        else:
            layout = self._laid(self._face.shaped)
            self.count = layout.lineCount()
            self.missing = _missing(layout)

    def _laid(self, font: QFont) -> QTextLayout:
        side = "right" if self._right else "left"
        return laid_out(self.text.replace("\n", _BREAK), font, self._width, self._face.line, side)

    @property
    def line(self) -> float:
        """The height of a line."""
        return self._face.line

    @property
    def widest(self) -> float:
        """The width of the widest line; of joined and turned scripts that of the whole."""
        if self._pieces is None:
            return self._width
        return max(map(self._face.width_of, self._pieces))

    def draw(self, ink: Ink, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Draw the lines from ``first`` to before ``last`` below a place."""
        if not self.text:
            return
        if self._pieces is None:
            self._draw_shaped(ink, x, y, first, self.count if last is None else last)
            return
        face = self._face
        ink.take(face.plain, face.colour)
        y += face.rise
        for piece in self._pieces[first:last]:
            if piece:
                left = x + self._width - face.width_of(piece) if self._right else x
                ink.painter.drawText(QPointF(left, y), piece)
            y += face.line

    def _draw_shaped(self, ink: Ink, x: float, y: float, first: int, last: int) -> None:
        ink.take(self._face.shaped, self._face.colour)
        layout = self._laid(self._face.shaped)
        for at in range(first, last):
            line = layout.lineAt(at)
            said = _part(layout.text(), line)
            place = QPointF(x, y - first * self._face.line)
            is_known = not self.missing and reads_as_painted(said)
            ink.speak("" if is_known else said, partial(line.draw, ink.painter, place))


def _part(text: str, line: QTextLine) -> str:
    """What a line says of a text; Qt counts in units of UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
    return units[start:end].decode("utf-16-le", "replace").rstrip(_BREAK)


def reads_as_painted(text: str) -> bool:
    """Tell whether readers of a PDF turn a line from right to left around by themselves, and know all its letters."""
    turns = any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
    return turns and bool(_TURNED.fullmatch(text))


def _missing(layout: QTextLayout) -> str:
    """The signs of a text for which no typeface has a picture: number 0 of each is the box (OpenType, ``glyf``)."""
    units = layout.text().encode("utf-16-le", "surrogatepass")
    found = dict.fromkeys(
        at
        for run in layout.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
                                    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes)
        for glyph, at in zip(run.glyphIndexes(), run.stringIndexes(), strict=False)
        if glyph == 0
    )  # fmt: skip
    pairs = (units[at * 2 : at * 2 + 4].decode("utf-16-le", "ignore")[:1] for at in sorted(found))
    return "".join(dict.fromkeys(sign for sign in pairs if sign.isprintable()))
