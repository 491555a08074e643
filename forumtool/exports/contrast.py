"""How well words can be told from their ground (WCAG 2.1, success criterion 1.4.3; EN 301 549, 10.1.4.3)."""

import re

ENOUGH = 4.5
"""The least contrast of text to its ground."""
ENOUGH_LARGE = 3.0
"""The least contrast of large text: 18 points, or 14 points bold."""
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_NEARLY_BLACK = 0.03928
_CHANNELS = (0.2126, 0.7152, 0.0722)


def contrast(text: str, ground: str) -> float:
    """Return the contrast of two colours such as "1D2529", 1 to 21 (WCAG 2.1, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_colour(value: str | None) -> bool:
    """Tell whether a value is six hexadecimal digits; "auto" is none: Word takes black or white, whichever is seen."""
    return value is not None and _HEX.fullmatch(value) is not None


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it for sRGB."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = (part / 12.92 if part <= _NEARLY_BLACK else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip(_CHANNELS, linear, strict=True))
