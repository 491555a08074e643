"""The first picture: the frame of the window, painted in a few milliseconds while the rest is loaded.

It asks for no widget and no enumeration of ``Qt``: loading those takes longer than the whole picture. For the same
reason areas are drawn as filled pixmaps and the pen comes from the palette: the first call of ``fillRect`` or of
``setPen`` loads them all, 40 ms.
"""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from forumtool.drawing.palette import Colours, colours
from forumtool.i18n import _
from forumtool.ui.shell.register import ENTRIES
from forumtool.ui.shell.sizes import BAR, RAIL, STATUS
from forumtool.ui.theme.style import body_font, system_scheme

_FIRST, _ROW, _SECTION = 108, 33, 65


def ink(window: QWidget, scheme: str) -> None:
    """Give the window the colour in which the skeleton's words are written."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(_chosen(scheme).text))
    window.setPalette(palette)


def _chosen(scheme: str) -> Colours:
    app = QApplication.instance()
    return colours(scheme or (system_scheme(app) if isinstance(app, QApplication) else "light"))


def paint_skeleton(window: QWidget, scheme: str) -> None:
    """Paint bar, rail with the names of the places, and status line where they will stand."""
    chosen = _chosen(scheme)
    width, height = window.width(), window.height()
    foot = height - STATUS
    painter = QPainter(window)
    for colour, left, top, wide, high in (
        (chosen.ground, RAIL, BAR, width - RAIL, foot - BAR),
        (chosen.panel, 0, 0, width, BAR),
        (chosen.panel, 0, BAR, RAIL, foot - BAR),
        (chosen.panel, 0, foot, width, STATUS),
        (chosen.line, 0, BAR - 1, width, 1),
        (chosen.line, RAIL - 1, BAR, 1, foot - BAR),
        (chosen.line, 0, foot, width, 1),
    ):  # fmt: skip
        area = QPixmap(max(1, wide), max(1, high))
        area.fill(QColor(colour))
        painter.drawPixmap(QPoint(left, top), area)
    painter.setFont(body_font())
    y, section = _FIRST - _ROW, ENTRIES[0].section
    for entry in ENTRIES:
        y += _ROW if entry.section == section else _SECTION
        section = entry.section
        painter.drawText(QPoint(18, y), _(entry.title))
    painter.end()
