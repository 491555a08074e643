"""The first picture: the frame of the window, painted in a few milliseconds while the rest is loaded.

It asks for no enumeration of ``Qt`` and no widget: loading those takes longer than the whole picture.
"""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from forumtool.i18n import _
from forumtool.ui.shell.register import ENTRIES
from forumtool.ui.theme.palette import colours
from forumtool.ui.theme.style import body_font, system_scheme

BAR, STATUS, RAIL = 48, 26, 188
_FIRST, _ROW, _SECTION = 108, 33, 41


def paint_skeleton(window: QWidget, scheme: str) -> None:
    """Paint bar, rail with the names of the places, and status line where they will stand."""
    app = QApplication.instance()
    chosen = colours(scheme or (system_scheme(app) if isinstance(app, QApplication) else "light"))
    width, height = window.width(), window.height()
    painter = QPainter(window)
    painter.fillRect(0, 0, width, height, QColor(chosen.ground))
    for left, top, wide, high in ((0, 0, width, BAR), (0, BAR, RAIL, height), (0, height - STATUS, width, STATUS)):
        painter.fillRect(left, top, wide, high, QColor(chosen.panel))
    for left, top, wide, high in (
        (0, BAR - 1, width, 1), (RAIL - 1, BAR, 1, height - BAR - STATUS), (0, height - STATUS, width, 1),
    ):  # fmt: skip
        painter.fillRect(left, top, wide, high, QColor(chosen.line))
    painter.setFont(body_font())
    painter.setPen(QColor(chosen.text))
    y, section = _FIRST - _ROW, ENTRIES[0].section
    for entry in ENTRIES:
        y += _ROW if entry.section == section else _ROW + _SECTION - 9
        section = entry.section
        painter.drawText(QPoint(18, y), _(entry.title))
    painter.end()
