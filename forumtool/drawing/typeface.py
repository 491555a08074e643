"""The typeface that comes with the program, for the window and for paper."""

from PySide6.QtGui import QFont, QFontDatabase

from forumtool.paths import resource

REGULAR, SEMIBOLD = "Inter-Regular.otf", "Inter-SemiBold.otf"
_families: dict[str, str] = {}


def typeface(pixels: int, *, strong: bool = False) -> QFont:
    """Return the typeface at a size in pixels, regular or semibold, with figures of equal width."""
    name = family(SEMIBOLD if strong else REGULAR)
    font = QFont(name) if name else QFont()
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def family(file: str) -> str:
    """Load a font file when it is first used and return the name of its family, empty if it cannot be loaded."""
    if file not in _families:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", file)))
        _families[file] = next(iter(QFontDatabase.applicationFontFamilies(number)), "")
    return _families[file]
