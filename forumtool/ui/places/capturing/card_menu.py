"""The menu of the chosen cards: everything that the keys do, for the mouse."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from forumtool.i18n import _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.passing_menu import passing_menu


def card_menu(owner: QWidget, acts: Mapping[str, Callable[[], object]], *, parts: bool) -> QMenu:
    """Return the menu; ``acts`` are by their key, and ``parts`` tells that there is something to take apart."""
    menu = passing_menu(owner)
    for key, title in (
        ("F2", _("Wortlaut ändern")), ("#", _("Merkmal …")), ("", ""),
        ("M", _("Zusammenlegen mit …")), ("T", _("Aufteilen …")), ("U", _("Wieder trennen")), ("", ""),
        ("Enter", _("Karte öffnen")), ("Del", _("Löschen")),
    ):  # fmt: skip
        if not key:
            menu.addSeparator()
            continue
        action = menu.addAction(f"{title}\t{key_text(key)}", acts[key])
        action.setEnabled(key != "U" or parts)
    return menu
