"""Putting colours, type and the style sheet on the application."""

from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from forumtool.drawing.palette import Colours, colours
from forumtool.drawing.typeface import SEMIBOLD, family, typeface
from forumtool.paths import resource

BODY_PIXELS = 14
_HALF = 128
_wearing: list[Colours] = []
_system: list[str] = []


def wear(app: QApplication, scheme: str = "") -> None:
    """Dress the application in "light" or "dark", or as the system wishes."""
    scheme = scheme or system_scheme(app)
    chosen = colours(scheme)
    _wearing[:] = [chosen]
    app.setStyle("Fusion")
    family(SEMIBOLD)
    app.setFont(body_font())
    app.setPalette(_palette(chosen))
    sheet = Template(resource("theme", "window.qss").read_text(encoding="utf-8"))
    named = {name: value for name, value in chosen._asdict().items() if name != "cards"}
    chevron = resource("theme", f"chevron-{scheme}.svg").as_posix()
    app.setStyleSheet(sheet.substitute(named, chevron=chevron))


def dress(scheme: str = "") -> None:
    """Put the colours on the running application, unless it wears them already."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        wanted = scheme or system_scheme(app)
        if not _wearing or _wearing[0] != colours(wanted):
            wear(app, wanted)


def system_scheme(app: QApplication) -> str:
    """Return "dark" if the system's own windows are dark, else "light".

    The lightness is asked, not ``styleHints``: its answer would load all enumerations of ``Qt`` before the first
    picture, 40 ms.
    """
    if not _system:
        _system.append("dark" if app.palette().window().color().lightness() < _HALF else "light")
    return _system[0]


def worn() -> Colours:
    """Return the colours that the application wears."""
    return _wearing[0] if _wearing else colours("light")


def body_font(pixels: int = BODY_PIXELS, *, strong: bool = False) -> QFont:
    """Return the window's typeface at a size in pixels, regular or semibold, with figures of equal width."""
    return typeface(pixels, strong=strong)


def _palette(chosen: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: chosen.ground, role.Base: chosen.panel, role.AlternateBase: chosen.ground,
        role.Button: chosen.panel, role.WindowText: chosen.text, role.Text: chosen.text,
        role.ButtonText: chosen.text, role.PlaceholderText: chosen.quiet, role.Highlight: chosen.accent,
        role.HighlightedText: chosen.accent_text, role.ToolTipBase: chosen.panel, role.ToolTipText: chosen.text,
        role.Link: chosen.accent, role.Mid: chosen.line, role.Dark: chosen.strong_line,
    }.items():  # fmt: skip
        palette.setColor(name, QColor(colour))
    return palette
