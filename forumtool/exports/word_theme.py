"""The colours of a Word document's theme (DrawingML, ECMA-376 part 1, 20.1.6.2) and how words and grounds name them."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Any

from docx.oxml.ns import qn

from forumtool.exports.contrast import is_colour

# ST_ThemeColor (17.18.97) by the names of the scheme; text and background go through the document's own mapping.
_SCHEME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", **{f"accent{at}": f"accent{at}" for at in range(1, 7)},
}  # fmt: skip
_MAPPED = {"background1": "bg1", "text1": "t1", "background2": "bg2", "text2": "t2",
           "bg1": "bg1", "tx1": "t1", "bg2": "bg2", "tx2": "t2"}  # fmt: skip
_USUAL = {"bg1": "lt1", "t1": "dk1", "bg2": "lt2", "t2": "dk2"}
_PERCENT = 100_000
_PATTERN = "pct"


class Theme:
    """Resolves colours by an ``a:clrScheme`` and a document's ``w:clrSchemeMapping``; either may be None."""

    def __init__(self, scheme: Any = None, mapping: Any = None) -> None:
        self._scheme = {} if scheme is None else {child.tag.rpartition("}")[2]: _told(child) for child in scheme}
        said = {} if mapping is None else {name.rpartition("}")[2]: str(value) for name, value in mapping.items()}
        self._mapping = {name: _SCHEME.get(said.get(name, ""), usual) for name, usual in _USUAL.items()}

    def named(self, name: str) -> str:
        """Return the colour that the theme has under a name ("accent1", "text1", "tx1"), empty if it has none."""
        key = self._mapping[_MAPPED[name]] if name in _MAPPED else _SCHEME.get(name, name)
        return self._scheme.get(key, "")

    def colour(self, node: Any, value: str = "val", theme: str = "themeColor", prefix: str = "theme") -> str:
        """Return the colour that a node names by its attributes, empty for one that Word chooses so that it is seen.

        The attributes are ``value``, ``theme``, and ``prefix`` with "Tint" and "Shade".
        """
        if node is None:
            return ""
        found = self.named(node.get(qn(f"w:{theme}"), ""))
        if not is_colour(found):
            own = node.get(qn(f"w:{value}"), "")
            return own if is_colour(own) else ""
        tint, shade = (node.get(qn(f"w:{prefix}{end}"), "") for end in ("Tint", "Shade"))
        return _lightness(found, _darker(shade), _lighter(tint))

    def ground(self, node: Any) -> str:
        """Return the colour of a ``w:shd`` (17.3.5), of a pattern the mixture of its two, empty for none."""
        if node is None:
            return ""
        pattern, fill = node.get(qn("w:val"), ""), self.colour(node, "fill", "themeFill", "themeFill")
        front = self.colour(node, "color")
        if pattern == "solid":
            return front or fill
        if pattern.startswith(_PATTERN) and pattern[3:].isdigit():
            return _mixed(front or "000000", fill or "FFFFFF", int(pattern[3:]) / 100)
        return fill

    def drawn(self, node: Any) -> str:
        """Return the colour in a fill of DrawingML (``a:srgbClr``, ``a:schemeClr``) as changed there, or nothing."""
        for child in () if node is None else node:
            kind, value = child.tag.rpartition("}")[2], child.get("val", "")
            found = (
                value if kind == "srgbClr" else self.named(value) if kind == "schemeClr" else child.get("lastClr", "")
            )
            if is_colour(found):
                return _changed(found, child)
        return ""


def _told(entry: Any) -> str:
    child = next(iter(entry), None)
    return "" if child is None else child.get("lastClr") or child.get("val", "")


def _darker(hex_share: str) -> float:
    return int(hex_share, 16) / 255 if hex_share else 1.0


def _lighter(hex_share: str) -> float:
    return 1 - int(hex_share, 16) / 255 if hex_share else 0.0


def _lightness(colour: str, times: float = 1.0, towards_white: float = 0.0) -> str:
    """A colour with its lightness changed (17.3.2.6): multiplied, and moved towards white by a share of the rest."""
    hue, light, rich = rgb_to_hls(*_parts(colour))
    light = light * times
    light += (1 - light) * towards_white
    return _hex(hls_to_rgb(hue, min(max(light, 0.0), 1.0), rich))


def _changed(colour: str, node: Any) -> str:
    changes: Mapping[str, float] = {
        child.tag.rpartition("}")[2]: int(child.get("val", "0")) / _PERCENT
        for child in node
        if child.get("val", "").lstrip("-").isdigit()
    }
    hue, light, rich = rgb_to_hls(*_parts(colour))
    light = light * changes.get("lumMod", 1.0) + changes.get("lumOff", 0.0)
    light *= changes.get("shade", 1.0)
    light = 1 - (1 - light) * changes.get("tint", 1.0)
    return _hex(hls_to_rgb(hue, min(max(light, 0.0), 1.0), rich))


def _mixed(front: str, ground: str, share: float) -> str:
    pairs = zip(_parts(front), _parts(ground), strict=True)
    return _hex(tuple(one * share + other * (1 - share) for one, other in pairs))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(parts: tuple[float, ...]) -> str:
    return "".join(f"{round(part * 255):02X}" for part in parts)
