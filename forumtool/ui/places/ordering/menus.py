"""Menus of a column and of a card: everything that the keys do, for the mouse."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from forumtool.domain.rows import ClusterRow
from forumtool.i18n import N_, _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.passing_menu import passing_menu
from forumtool.ui.theme.style import worn

Ask = Callable[[str], object]
COLOURS = (N_("Gelb"), N_("Blau"), N_("Grün"), N_("Lachs"), N_("Flieder"))


def column_menu(
    owner: QWidget, cluster: ClusterRow, ask: Ask, colour: Callable[[int], object],
    shift: Callable[[int], object],
) -> QMenu:  # fmt: skip
    """Return the menu of a group; ``ask`` takes the same words as a column's keys."""
    menu = passing_menu(owner)
    menu.addAction(_("Umbenennen") + "\tF2", lambda: ask("rename"))
    menu.addAction(_("Zusammenlegen mit …") + "\tM", lambda: ask("merge"))
    colours = menu.addMenu(_("Farbe"))
    for at, name in enumerate(COLOURS):
        action = QAction(_paper(at), _(name), colours)
        action.triggered.connect(partial(_take, colour, at))
        colours.addAction(action)
        action.setCheckable(True)
        action.setChecked(at == cluster.colour)
    menu.addAction(_("Nach links") + f"\t{key_text('Shift')} ←", lambda: shift(-1))
    menu.addAction(_("Nach rechts") + f"\t{key_text('Shift')} →", lambda: shift(1))
    menu.addSeparator()
    menu.addAction(_("An Leinwand zeigen") + "\tL", lambda: ask("canvas"))
    menu.addAction(_("Auflösen") + "\tD", lambda: ask("dissolve"))
    return menu


def card_menu(owner: QWidget, ask: Ask, *, in_group: bool) -> QMenu:
    """Return the menu of the chosen cards."""
    menu = passing_menu(owner)
    menu.addAction(_("In Gruppe …") + "\tG", lambda: ask("into"))
    menu.addAction(_("Neue Gruppe daraus") + "\tN", lambda: ask("new"))
    menu.addAction(_("Aus der Gruppe nehmen") + "\tU", lambda: ask("back")).setEnabled(in_group)
    menu.addSeparator()
    menu.addAction(_("Ähnliche Karten nebeneinander") + "\tA", lambda: ask("doubles"))
    menu.addAction(_("Karte öffnen") + "\tE", lambda: ask("open"))
    return menu


def draft_menu(owner: QWidget, ask: Ask) -> QMenu:
    """Return the menu of cards in a group of the draft."""
    menu = passing_menu(owner)
    menu.addAction(_("Gruppe übernehmen") + "\t" + _("Enter"), lambda: ask("take"))
    menu.addAction(_("Überschrift ändern") + "\tF2", lambda: ask("rename"))
    menu.addAction(_("Karten weglassen") + "\tU", lambda: ask("back"))
    menu.addAction(_("Gruppe verwerfen") + "\tX", lambda: ask("drop"))
    menu.addSeparator()
    menu.addAction(_("Entwurf schließen") + "\tV", lambda: ask("draft"))
    return menu


def board_menu(owner: QWidget, ask: Ask, *, has_draft: bool, is_whispering: bool, is_far: bool) -> QMenu:
    """Return the menu of the whole board."""
    menu = passing_menu(owner)
    draft = _("Entwurf schließen") if has_draft else _("Gruppen vorschlagen")
    menu.addAction(draft + "\tV", lambda: ask("draft"))
    menu.addAction(_("Ähnliche Karten nebeneinander") + "\tA", lambda: ask("doubles"))
    whisper = menu.addAction(_("Passende Gruppe vorschlagen") + "\tP", lambda: ask("whisper"))
    whisper.setCheckable(True)
    whisper.setChecked(is_whispering)
    menu.addSeparator()
    menu.addAction((_("Wieder nah heran") if is_far else _("Ganze Tafel")) + "\tZ", lambda: ask("whole"))
    menu.addAction(_("Fotos der Pinnwand") + "\tF", lambda: ask("photos"))
    menu.addAction(_("Foto dazulegen …"), lambda: ask("add photo"))
    menu.addSeparator()
    menu.addAction(_("An Leinwand zeigen") + "\tL", lambda: ask("canvas"))
    return menu


def _take(colour: Callable[[int], object], at: int, _checked: bool = False) -> None:
    colour(at)


def _paper(colour: int) -> QIcon:
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(worn().strong_line))
    painter.setBrush(QColor(worn().cards[colour]))
    painter.drawRoundedRect(3, 3, 26, 26, 6, 6)
    painter.end()
    return QIcon(picture)
