"""Colours that everybody can read, in both schemes."""

import re

import pytest
from PySide6.QtWidgets import QCheckBox, QRadioButton

from forumtool.drawing.palette import Colours, colours
from forumtool.paths import resource
from forumtool.ui.parts.icons import NAMES, PIXELS, icon
from forumtool.ui.theme.style import wear, worn

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


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colours_of_the_window(qtbot, name):
    picture = icon(name).pixmap(PIXELS, PIXELS).toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(PIXELS) for y in range(PIXELS)
             if picture.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert drawn == {worn().text}


def test_every_icon_file_is_used_and_there():
    files = {path.stem for path in resource("icons").glob("*.svg")}
    assert files == set(NAMES.values())


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_is_seen_by_its_frame(qapp, qtbot, kind, scheme):
    wear(qapp, scheme)
    box = kind("anonym")
    qtbot.addWidget(box)
    picture = box.grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(16) for y in range(picture.height())}
    wear(qapp, "light")
    assert max(contrast(one, colours(scheme).ground) for one in drawn) > 2.2
