"""What the keys of the board ask for, on the columns and on the board from afar alike, and what is told of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forumtool.i18n import N_
from forumtool.ui.parts.keyboard import ENTER, held

HINTS = (
    ("G", N_("in Gruppe …")), ("N", N_("neue Gruppe")), ("U", N_("zurück")), ("←→", N_("Spalte")),
    ("V", N_("Gruppen vorschlagen")), ("A", N_("ähnliche Karten")), ("Z", N_("ganze Tafel")), ("F", N_("Fotos")),
    ("F2", N_("umbenennen")), ("M", N_("zusammenlegen")), ("E", N_("Karte öffnen")), ("L", N_("Leinwand")),
)  # fmt: skip
DRAFT_HINTS = (
    (N_("Enter"), N_("als Gruppe übernehmen")), ("X", N_("verwerfen")), ("U", N_("Karte weglassen")),
    ("F2", N_("Überschrift ändern")), ("G", N_("Karte in Gruppe …")), ("←→", N_("Spalte")),
    ("V", N_("Entwurf schließen")),
)  # fmt: skip
FAR_HINTS = (
    ("↑↓←→", N_("Karte")), (N_("Leertaste"), N_("dazu wählen")), ("G", N_("in Gruppe …")), ("N", N_("neue Gruppe")),
    ("U", N_("zurück")), ("Z", N_("wieder nah")), (N_("Strg +"), N_("näher")), (N_("Strg −"), N_("weiter weg")),
)  # fmt: skip
_KEYS = {
    Qt.Key.Key_G: "into", Qt.Key.Key_N: "new", Qt.Key.Key_M: "merge", Qt.Key.Key_U: "back", Qt.Key.Key_D: "dissolve",
    Qt.Key.Key_E: "open", Qt.Key.Key_L: "canvas", Qt.Key.Key_F2: "rename", Qt.Key.Key_1: "first",
    Qt.Key.Key_2: "second", Qt.Key.Key_3: "third", Qt.Key.Key_P: "whisper", Qt.Key.Key_V: "draft",
    Qt.Key.Key_A: "doubles", Qt.Key.Key_F: "photos", Qt.Key.Key_Z: "whole", Qt.Key.Key_X: "drop",
    Qt.Key.Key_Delete: "drop", Qt.Key.Key_Escape: "skip", **dict.fromkeys(ENTER, "take"),
}  # fmt: skip


def command(event: QKeyEvent) -> str:
    """Return the word for what a key asks of the place Ordnen, empty for a key that asks nothing."""
    return "" if held(event) else _KEYS.get(Qt.Key(event.key()), "")
