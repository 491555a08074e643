"""All keys on one page, place by place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from forumtool.i18n import N_, _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.panel import across, scrolling
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.shell.register import ENTRIES

Page = tuple[str, tuple[tuple[str, str], ...]]

KEYS: tuple[Page, ...] = (
    (N_("Überall"), (
        ("Ctrl+Z", N_("rückgängig")), ("Ctrl+Y", N_("wiederherstellen")), ("Ctrl+F", N_("Forum wählen")),
        ("Ctrl+K", N_("suchen")), ("F9", N_("Leinwand")), ("Ctrl+T", N_("Uhr anhalten oder stellen")),
        ("Ctrl+O", N_("öffnen")), ("F1", N_("diese Übersicht")),
    )),
    (N_("In Tabellen"), (
        ("F2", N_("Feld ändern")), ("Enter", N_("Geschriebenes festhalten")), ("Esc", N_("doch nicht")),
        ("Del", N_("Zeile löschen")), ("Alt+↑↓", N_("Zeile verschieben")),
        ("Tab", N_("weiter, aus der Tabelle hinaus")),
    )),
    (N_("Ankommen"), (
        ("Space", N_("anwesend oder doch nicht")), ("E", N_("entschuldigt")), ("B", N_("Bank wählen")),
        ("Esc", N_("zurück zum Eingabefeld")),
    )),
    (N_("Ablauf"), (("Enter", N_("Punkt beginnen oder beenden")),)),
    (N_("Erfassen"), (
        ("Enter", N_("sichern")), ("#", N_("Merkmal")), ("@", N_("Person oder Gruppe")), ("!", N_("Hemmnis")),
        ("+", N_("vorhandenes Angebot")), (">", N_("anderes Ziel")), ("Alt+↑↓", N_("Ziel wechseln")),
        ("↓", N_("in die Liste")), ("F2", N_("Fassung ändern")), ("Ctrl+I", N_("Karte im Einzelnen")),
        ("Esc", N_("zurück zum Eingabefeld")),
    )),
    (N_("Ordnen"), (
        ("G", N_("in Gruppe …")), ("N", N_("neue Gruppe")), ("←→", N_("Spalte wechseln")),
        ("Shift+←→", N_("Gruppe verschieben")),
        ("F2", N_("Gruppe umbenennen")), ("D", N_("Gruppe auflösen")), ("E", N_("Karte öffnen")),
        ("M", N_("zusammenlegen mit …")), ("U", N_("aus der Gruppe nehmen")), ("L", N_("an die Leinwand")),
    )),
    (N_("Gewichten"), (("Enter", N_("Punkte festhalten, weiter zur nächsten Gruppe")),)),
    (N_("Vertiefen"), (
        ("→", N_("Karten der Gruppe zeigen")), ("Enter", N_("Maßnahme aus der Gruppe skizzieren")),
        ("Ctrl+PgDown", N_("Maßnahmen, Vereinbarungen, Themenspeicher")),
    )),
    (N_("Leinwand"), (
        ("←→", N_("blättern")), ("B", N_("dunkel und wieder hell")), ("F11", N_("ganzer Bildschirm")),
        ("Esc", N_("schließen")),
        ("Ctrl+Shift+PgDown", N_("blättern, vom Fenster aus")), ("Ctrl+B", N_("dunkel, vom Fenster aus")),
    )),
    (N_("Überblick und Zusammenschau"), (("Enter", N_("zum Ziel ins Erfassen")),)),
    (N_("Entscheidungen"), (
        ("1", N_("übernehmen")), ("2", N_("zusammenführen mit …")), ("3", N_("zurückstellen")), ("4", N_("ablehnen")),
        ("0", N_("offen")), ("F2", N_("Zuständige und Frist ändern")), ("Ctrl+L", N_("suchen")),
    )),
)  # fmt: skip


def pages() -> tuple[Page, ...]:
    """Return all pages: everywhere, the places with their own keys, and the keys that lead to the places."""
    places = (N_("Arbeitsplätze"), tuple((entry.keys, entry.title) for entry in ENTRIES))
    return (KEYS[0], places, *KEYS[1:])


class KeysDialog(QDialog):
    """Pages of keys in columns, as even as they come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Alle Tasten"))
        room = parent.window().size()
        count = 3 if room.width() >= 1000 else 2
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(32)
        for found in _columns(count):
            column = QVBoxLayout()
            column.setSpacing(18)
            for page in found:
                column.addLayout(_page(page))
            column.addStretch(1)
            columns.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        area = scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        layout.addWidget(area)
        self.resize(min(980, room.width() - 80), min(720, room.height() - 40))


def _columns(count: int) -> list[list[Page]]:
    """Fill the columns one after the other, each up to its share of all lines."""
    every = pages()
    share = sum(len(keys) + 2 for _title, keys in every) / count
    columns: list[list[Page]] = [[] for _column in range(count)]
    filled = 0.0
    for page in every:
        height = len(page[1]) + 2
        columns[min(count - 1, int((filled + height / 2) / share))].append(page)
        filled += height
    return columns


def _spelt(key: str) -> str:
    """How a key is named on the keyboard; a sign stays what it is."""
    return key if len(key) == 1 else key_text(key).replace("PgDown", _("Bild ↓")).replace("Space", _("Leertaste"))


def _page(page: Page) -> QGridLayout:
    title, keys = page
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.addWidget(words(_(title), "heading"), 0, 0, 1, 2)
    for row, (key, what) in enumerate(keys, start=1):
        grid.addLayout(across(keycap(_spelt(key)), 1), row, 0)
        grid.addWidget(words(_(what), wrap=True), row, 1)
    grid.setColumnMinimumWidth(0, 84)
    grid.setColumnStretch(1, 1)
    return grid
