"""All keys on one page."""

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from forumtool.i18n import N_, _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.panel import across, scrolling
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.shell.register import ENTRIES

KEYS = (
    (N_("Überall"), (
        ("Ctrl+Z", N_("rückgängig")), ("Ctrl+Y", N_("wiederherstellen")), ("Ctrl+F", N_("Forum wählen")),
        ("Ctrl+K", N_("suchen")), ("F9", N_("Leinwand")), ("Ctrl+T", N_("Uhr anhalten oder stellen")),
        ("Ctrl+O", N_("öffnen")), ("F1", N_("diese Übersicht")),
    )),
    (N_("Erfassen"), (
        ("Enter", N_("sichern")), ("#", N_("Merkmal")), ("@", N_("Person oder Gruppe")), ("!", N_("Hemmnis")),
        ("+", N_("vorhandenes Angebot")), (">", N_("anderes Ziel")), ("Alt+↑↓", N_("Ziel wechseln")),
        ("↓", N_("in die Liste")), ("F2", N_("Fassung ändern")), ("Ctrl+I", N_("Karte im Einzelnen")),
        ("Esc", N_("zurück zum Eingabefeld")),
    )),
    (N_("Ordnen"), (
        ("G", N_("in Gruppe …")), ("N", N_("neue Gruppe")), ("←→", N_("Spalte wechseln")), ("F2", N_("Gruppe umbenennen")),
        ("M", N_("zusammenlegen mit …")), ("U", N_("aus der Gruppe nehmen")), ("L", N_("an die Leinwand")),
    )),
)  # fmt: skip


class KeysDialog(QDialog):
    """A page of keys, by place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Alle Tasten"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        at = 0
        places = (N_("Arbeitsplätze"), tuple((entry.keys, entry.title) for entry in ENTRIES))
        for title, keys in (*KEYS, places):
            grid.addWidget(words(_(title), "heading"), at, 0, 1, 2)
            at += 1
            for key, what in keys:
                grid.addLayout(across(keycap(key_text(key)), 1), at, 0)
                grid.addWidget(words(_(what)), at, 1)
                at += 1
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(scrolling(inside))
        self.resize(460, 620)
