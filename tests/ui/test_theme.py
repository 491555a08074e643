"""Colours that everybody can read, in both schemes."""

import re

import pytest

from forumtool.paths import resource
from forumtool.ui.theme.palette import Colours, colours

SCHEMES = ("light", "dark")
GROUNDS = ("ground", "panel", "accent_ground", "row_ground", "chip", "canvas")


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(chosen: Colours) -> list[tuple[str, str]]:
    texts = (chosen.text, chosen.quiet, chosen.accent)
    found = [(text, getattr(chosen, ground)) for text in texts for ground in GROUNDS]
    found += [(chosen.text, card) for card in chosen.cards]
    found += [(chosen.warning, chosen.panel), (chosen.warning, chosen.ground), (chosen.safe, chosen.panel)]
    return [*found, (chosen.accent_text, chosen.accent)]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_reaches_a_contrast_of_four_and_a_half(scheme):
    too_faint = [(text, ground, round(contrast(text, ground), 2)) for text, ground in pairs(colours(scheme))
                 if contrast(text, ground) < 4.5]  # fmt: skip
    assert not too_faint


def test_the_measure_of_contrast_is_the_known_one():
    assert round(contrast("#ffffff", "#000000"), 1) == 21
    assert round(contrast("#ffffff", "#767676"), 2) == 4.54


def test_the_style_sheet_asks_only_for_colours_that_there_are():
    asked = set(re.findall(r"\$\{(\w+)\}", resource("theme", "window.qss").read_text(encoding="utf-8")))
    assert asked <= {*Colours._fields, "chevron"}
    assert {"ground", "panel", "text", "accent"} <= asked
