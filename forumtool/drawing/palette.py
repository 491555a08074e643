"""The colours of the window, light and dark, read from ``resources/theme/palettes.json``.

JSON, because its reader is loaded anyway before the first picture. Every pair of text and ground that the window uses
reaches a contrast of 4.5:1 (tests/ui/test_theme.py).
"""

import json
from functools import cache
from typing import NamedTuple

from forumtool.paths import resource


class Colours(NamedTuple):
    """One set of colours as ``#rrggbb``."""

    ground: str
    panel: str
    text: str
    quiet: str
    line: str
    strong_line: str
    accent: str
    accent_text: str
    accent_ground: str
    row_ground: str
    track: str
    warning: str
    safe: str
    chip: str
    canvas: str
    cards: tuple[str, ...]
    dots: tuple[str, ...]


@cache
def colours(scheme: str) -> Colours:
    """Return the colours of "light" or "dark"."""
    told = json.loads(resource("theme", "palettes.json").read_text(encoding="utf-8"))[scheme]
    return Colours(**{**told, "cards": tuple(told["cards"]), "dots": tuple(told["dots"])})
