"""Menus of a column and of a card: everything that the keys do, for the mouse."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from forumtool.domain.rows import ClusterRow
from forumtool.i18n import N_, _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.theme.style import worn

COLOURS = (N_("Gelb"), N_("Blau"), N_("Grün"), N_("Lachs"), N_("Flieder"))


def column_menu(
    owner: QWidget, cluster: ClusterRow, ask: Callable[[str], None], colour: Callable[[int], object],
    shift: Callable[[int], object],
) -> QMenu:  # fmt: skip
    """Return the menu of a group; ``ask`` takes the same words as a column's keys."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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


def card_menu(owner: QWidget, ask: Callable[[str], None], *, in_group: bool) -> QMenu:
    """Return the menu of the chosen cards."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_("In Gruppe …") + "\tG", lambda: ask("into"))
    menu.addAction(_("Neue Gruppe daraus") + "\tN", lambda: ask("new"))
    menu.addAction(_("Aus der Gruppe nehmen") + "\tU", lambda: ask("back")).setEnabled(in_group)
    menu.addSeparator()
    menu.addAction(_("Karte öffnen") + "\tE", lambda: ask("open"))
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
