"""Icons of buttons: SVG files in the colours that the window wears.

QtAwesome, which brings thousands of icons as a font, imports every class of Qt for it: 26 MiB and 0.3 s.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton

from forumtool.paths import resource
from forumtool.ui.theme.style import worn

NAMES = {"menu": "menu", "undo": "undo", "redo": "redo", "canvas": "projector-screen-outline", "search": "magnify"}
"""What the program calls an icon, and its file in ``resources/icons``."""

PIXELS = 16
_SCALES = (1, 2, 3)


def icon(name: str) -> QIcon:
    """Return an icon in the colours that the window wears now; an unknown name raises ``KeyError``."""
    drawing = resource("icons", f"{NAMES[name]}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for colour, mode in ((worn().text, QIcon.Mode.Normal), (worn().strong_line, QIcon.Mode.Disabled)):
        for scale in _SCALES:
            made.addPixmap(_drawn(drawing, colour, PIXELS * scale), mode)
    return made


def put_icon(button: QAbstractButton, name: str, *, instead: bool = False) -> None:
    """Put an icon on a button, beside its word or ``instead`` of its sign."""
    button.setIcon(icon(name))
    button.setIconSize(QSize(PIXELS, PIXELS))
    button.setText("" if instead else f" {button.text().strip()}")


def _drawn(drawing: str, colour: str, pixels: int) -> QPixmap:
    sized = drawing.replace("currentColor", colour).replace("<svg ", f'<svg width="{pixels}" height="{pixels}" ', 1)
    made = QPixmap()
    if not made.loadFromData(sized.encode(), "SVG"):
        raise ValueError("an icon cannot be drawn")
    return made
