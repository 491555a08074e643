"""The menu for what is not needed in the middle of a forum."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMenu

from forumtool.i18n import _, speak
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.theme.style import wear

if TYPE_CHECKING:
    from forumtool.ui.shell.window import MainWindow


def window_menu(window: "MainWindow") -> QMenu:
    """Return the menu: files, looks, language, help."""
    menu = QMenu(window)
    for title, keys, act in (
        (_("Neuer Prozess …"), "", window.new_dialog),
        (_("Öffnen …"), "Ctrl+O", window.open_dialog),
        (_("Vorschläge einlesen …"), "", lambda: import_list(window)),
        (_("Ausgeben …"), "Ctrl+E", window.export),
        (_("Zur Startseite"), "", window.show_start),
    ):
        menu.addAction(f"{title}\t{key_text(keys)}", act)
    menu.addSeparator()
    looks = menu.addMenu(_("Aussehen"))
    for title, scheme in ((_("wie das System"), ""), (_("hell"), "light"), (_("dunkel"), "dark")):
        looks.addAction(title, partial(dress, window, scheme))
    tongues = menu.addMenu(_("Sprache"))
    for title, language in (("Deutsch", "de"), ("English", "en")):
        tongues.addAction(title, partial(translate, window, language))
    menu.addSeparator()
    menu.addAction(_("Alle Tasten") + "\tF1", window.show_keys)
    menu.addAction(_("forumtool beenden") + f"\t{key_text('Ctrl+Q')}", window.close)
    return menu


def import_list(window: "MainWindow") -> None:
    """Read a list of goals and proposals."""
    from forumtool.ui.importing.asking import ask_for_proposals

    if window.desk.is_open:
        ask_for_proposals(window.desk, window)


def dress(window: "MainWindow", scheme: str) -> None:
    """Put on other colours and keep them."""
    window.settings.scheme = scheme
    app = QApplication.instance()
    if isinstance(app, QApplication):
        wear(app, scheme)
    window.rebuild()


def translate(window: "MainWindow", language: str) -> None:
    """Speak another language from now on."""
    window.settings.language = language
    speak(language)
    window.rebuild()
