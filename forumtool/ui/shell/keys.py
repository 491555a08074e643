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
        ("Ctrl+K", N_("suchen")), ("Ctrl+E", N_("ausgeben: jedes Dokument")), ("F8", N_("Bild an die Leinwand")),
        ("F9", N_("Leinwand öffnen, schließen")), ("Ctrl+T", N_("Uhr anhalten, weiter")),
        ("Ctrl+Shift+T", N_("Uhr stellen")), ("Ctrl+Shift+Enter", N_("nächster Programmpunkt")),
        ("Ctrl+O", N_("öffnen")), ("F1", N_("diese Übersicht")),
    )),
    (N_("In Tabellen"), (
        ("F2", N_("Feld ändern")), ("Enter", N_("Geschriebenes festhalten")), ("Esc", N_("doch nicht")),
        ("Del", N_("Zeile löschen")), ("Alt+↑↓", N_("Zeile verschieben")),
        ("Tab", N_("weiter, aus der Tabelle hinaus")),
    )),
    (N_("Ankommen"), (
        ("Ctrl+Enter", N_("neu hinzufügen")),
        ("Space", N_("anwesend oder doch nicht")), ("E", N_("entschuldigt")), ("B", N_("Bank wählen")),
        ("1 2 3", N_("Einwilligung: Name, Foto, E-Mail")), ("G", N_("Gruppe wählen")),
        ("F4", N_("in die kleinste Gruppe")), ("Ctrl+G", N_("Gruppen auslosen")), ("Ctrl+P", N_("drucken")),
        ("Esc", N_("zurück zum Eingabefeld")),
    )),
    (N_("Ablauf"), (("Enter", N_("Punkt beginnen oder beenden, der Zeiger geht mit")), ("V", N_("Vorlage einsetzen")))),
    (N_("Erfassen"), (
        ("Enter", N_("sichern, auch hinter einem halben Namen, der nur auf einen passt")),
        ("#", N_("Merkmal")), ("@", N_("Person oder Gruppe")), ("!", N_("Hemmnis")),
        ("+", N_("vorhandenes Angebot")), (">", N_("anderes Ziel")),
        ("1…9", N_("nach # oder @: der Name mit dieser Ziffer")),
        ("Tab", N_("# beginnen, danach @; Namen ergänzen, ohne zu sichern")),
        ("Ctrl+Enter", N_("als Unterstützung der ähnlichen Karte zählen")),
        ("Ctrl+↑↓", N_("andere ähnliche Karte")), ("Ctrl+N", N_("Notiz zur letzten oder gewählten Karte")),
        ("Ctrl+D", N_("Dissens dazu")), ("Ctrl+P", N_("wer es gesagt hat")), ("Ctrl+L", N_("zweite Sprache dazu")),
        ("Ctrl+V", N_("mehrere Zeilen: mehrere Karten")), ("Alt+↑↓", N_("Ziel wechseln")), ("↓", N_("in die Liste")),
    )),
    (N_("Erfassen: Liste"), (
        ("Shift+↑↓", N_("mehrere wählen")), ("Ctrl+A", N_("alle wählen")), ("1…9", N_("Merkmal setzen oder abnehmen")),
        ("#", N_("anderes Merkmal")), ("M", N_("zusammenlegen")), ("T", N_("aufteilen")), ("U", N_("wieder trennen")),
        ("F2", N_("Fassung ändern")), ("Ctrl+I", N_("Karte im Einzelnen")), ("Del", N_("löschen")),
        ("Esc", N_("zurück zum Eingabefeld")),
    )),
    (N_("Ordnen"), (
        ("G", N_("in Gruppe …")), ("N", N_("neue Gruppe")), ("←→", N_("Spalte wechseln")),
        ("Shift+←→", N_("Gruppe verschieben")),
        ("F2", N_("Gruppe umbenennen")), ("D", N_("Gruppe auflösen")), ("E", N_("Karte öffnen")),
        ("M", N_("zusammenlegen mit …")), ("U", N_("aus der Gruppe nehmen")), ("L", N_("an die Leinwand")),
        ("Enter", N_("vorgeschlagene Gruppe nehmen")), ("2", N_("die zweite, mit 3 die dritte nehmen")),
        ("Esc", N_("keine davon, nächste Karte")), ("P", N_("passende Gruppen vorschlagen oder nicht")),
        ("V", N_("Entwurf aller Gruppen: Enter nimmt eine, X verwirft sie")),
        ("A", N_("ähnliche Karten nebeneinander")), ("Z", N_("ganze Tafel und wieder nah")),
        ("Ctrl+−", N_("weiter weg, mit Strg + näher, mit Strg 0 ganz nah")),
        ("F", N_("Fotos der Pinnwand: Enter groß, N neues, Entf weg")), ("Ctrl+V", N_("kopiertes Foto dazulegen")),
    )),
    (N_("Ähnliche Karten"), (
        ("1", N_("die erste bleibt stehen, mit 2 die zweite")), ("Enter", N_("zusammenlegen")),
        ("→", N_("nicht dasselbe")), ("Esc", N_("zurück zur Tafel")),
    )),
    (N_("Gewichten"), (
        ("Enter", N_("Punkte festhalten, weiter nach unten")), ("Tab", N_("weiter zur nächsten Bank")),
        ("F", N_("Frage schreiben, dort ↓: frühere Fragen")), ("N", N_("neue Runde …")), ("R", N_("Runde wählen")),
        ("Ctrl+PgDown", N_("nächste Runde")), ("S", N_("Gruppe oder Karte suchen")), ("P", N_("Farben der Punkte")),
        ("L", N_("an die Leinwand")),
    )),
    (N_("Vertiefen"), (
        ("Enter", N_("aus den gewählten Gruppen skizzieren; Maßnahme schreiben")),
        ("Shift+↑↓", N_("mehrere Gruppen wählen")), ("A", N_("Gruppe zur gewählten Maßnahme nehmen")),
        ("K", N_("Karte oder Gruppe hinzufügen")), ("N", N_("neue Maßnahme ohne Gruppe")),
        ("1", N_("Stand eines Angebots: 1 besteht, 2 ausbauen, 3 neu")), ("F6", N_("nächster Bereich")),
        ("Esc", N_("zurück zur Liste")), ("L", N_("an die Leinwand")),
        ("Ctrl+PgDown", N_("Maßnahmen, Vereinbarungen, Themenspeicher")),
    )),
    (N_("Leinwand, vom Fenster aus"), (
        ("Ctrl+Shift+PgDown", N_("blättern")), ("Ctrl+B", N_("dunkel und wieder hell")),
        ("Ctrl+Enter", N_("Gegenlesen: bestätigt, weiter")),
        ("Shift+F9", N_("Tasten oder Presenter an die Leinwand, und zurück")),
    )),
    (N_("An der Leinwand"), (
        ("←→", N_("blättern")), ("Space", N_("weiter")), ("B", N_("dunkel und wieder hell")),
        ("Enter", N_("Gegenlesen: bestätigt, weiter")), ("F11", N_("ganzer Bildschirm")), ("Esc", N_("schließen")),
    )),
    (N_("Überblick und Zusammenschau"), (("Enter", N_("zum Ziel oder zur Lücke ins Erfassen")),)),
    (N_("Entscheidungen"), (
        ("1", N_("übernehmen")), ("2", N_("zusammenführen mit …")), ("3", N_("zurückstellen")), ("4", N_("ablehnen")),
        ("0", N_("offen")), ("A", N_("abstimmen: Ja, Nein, Enthaltung")), ("N", N_("zum nächsten offenen")),
        ("F2", N_("Zuständige und Frist ändern")), ("Ctrl+L", N_("suchen")), ("S", N_("nach der Spalte sortieren")),
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
