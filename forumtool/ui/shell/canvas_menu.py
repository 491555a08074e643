"""What the room is shown next: a letter sends it. Marked first is what fits the place that is open."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction

from forumtool.i18n import N_, _
from forumtool.storage.queries.outcomes import dot_rounds, measures
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.places.place import Place
from forumtool.ui.projection import Projection

if TYPE_CHECKING:
    from forumtool.ui.shell.window import MainWindow

TITLES = {
    "goal": N_("&Ziel und Frage"),
    "cards": N_("&Karten, wie sie kommen"),
    "board": N_("&Pinnwand mit Punkten"),
    "ranking": N_("&Rangfolge oder Skala"),
    "measure": N_("&Maßnahme"),
    "readback": N_("&Gegenlesen: So notiert?"),
    "timer": N_("&Uhr"),
    "pause": N_("P&ause"),
}
_FITS = {
    "overview": "goal", "setup": "goal", "agenda": "timer", "arrive": "pause", "capture": "cards", "order": "board",
    "weigh": "ranking", "deepen": "measure", "minutes": "readback",
}  # fmt: skip
_MINIATURE = QSize(288, 162)
_MOST, _LONG = 9, 48


def canvas_menu(window: "MainWindow") -> QMenu:
    """Return the menu: the pictures of the chosen goal, other rounds and measures, and what the canvas itself does."""
    menu = QMenu(window)
    if window.projector.is_seen:
        _show_miniature(menu, window)
    goal = window.desk.goal()
    if goal is not None:
        menu.addAction(_short(_("Ziel {label}", label=goal.label))).setEnabled(False)
    entries = {kind: _picture(menu, window, kind, _(title)) for kind, title in TITLES.items()}
    _others(menu, window)
    menu.addSeparator()
    _acts(menu, window)
    fitting = entries.get(_FITS.get(window.settings.place, ""))
    if fitting is not None and fitting.isEnabled():
        menu.setActiveAction(fitting)
    return menu


def offered(window: "MainWindow", kind: str) -> Projection | None:
    """Return what a picture would show now, or None if there is nothing for it."""
    desk, here = window.desk, window.stack.currentWidget()
    shown = here.to_show() if isinstance(here, Place) else None
    if shown is not None and shown.kind == kind:
        return shown
    sent = Projection(kind, desk.forum_id, desk.goal_id)
    if kind == "measure":
        found = [row for row in measures(desk.file, desk.scope) if row.goal_id in (desk.goal_id, None)]
        return sent._replace(measure_id=found[-1].id) if found else None
    if kind == "ranking":
        rounds = dot_rounds(desk.file, desk.scope)
        fits = [row for row in rounds if row.goal_id == desk.goal_id] or [row for row in rounds if row.goal_id is None]
        return sent._replace(round_id=fits[-1].id) if fits else None
    return sent if kind in ("pause", "timer") or desk.goal() is not None else None


def _picture(menu: QMenu, window: "MainWindow", kind: str, title: str) -> QAction:
    sent = offered(window, kind)
    entry = _entry(menu, title, partial(window.desk.project, sent or Projection()))
    entry.setEnabled(sent is not None)
    return entry


def _entry(menu: QMenu, title: str, act: Callable[[], object], keys: str = "") -> QAction:
    """An entry with its letter beside it, or the keys that do the same without the menu."""
    letter = title.partition("&")[2][:1].upper()
    return menu.addAction(f"{title}\t{key_text(keys) if keys else letter}", act)


def _others(menu: QMenu, window: "MainWindow") -> None:
    """Other rounds and measures of the forum, the newest first, each with a number; and a measure read back."""
    desk = window.desk
    rounds = [
        (row.question, Projection("ranking", row.forum_id, row.goal_id, round_id=row.id))
        for row in dot_rounds(desk.file, desk.scope)
    ]
    sketches = [
        (row.title, Projection("measure", row.forum_id, row.goal_id, measure_id=row.id))
        for row in measures(desk.file, desk.scope)
    ]
    _choices(menu, window, _("Andere &Frage"), rounds)
    _choices(menu, window, _("Andere Maßnahme au&ssuchen"), sketches)
    chosen = offered(window, "measure")
    if chosen is not None:
        _entry(menu, _("Maßnahme gegen&lesen"), partial(desk.project, chosen._replace(kind="readback")))


def _choices(menu: QMenu, window: "MainWindow", title: str, found: Sequence[tuple[str, Projection]]) -> None:
    if len(found) > 1:
        inside = menu.addMenu(title)
        for at, (name, sent) in enumerate(reversed(found[-_MOST:]), 1):
            inside.addAction(f"&{at}  {_short(name)}", partial(window.desk.project, sent))


def _acts(menu: QMenu, window: "MainWindow") -> None:
    projector = window.projector
    if projector.is_reading_back:
        _entry(menu, _("&Bestätigen und weiter"), projector.confirm, "Ctrl+Enter")
    if projector.is_seen:
        _entry(menu, _("&Dunkel oder wieder hell"), projector.blank, "Ctrl+B")
        _entry(menu, _("&Tasten an die Leinwand"), projector.give_keys, "Shift+F9")
    _entry(menu, _("Leinwand s&chließen") if projector.is_seen else _("Leinwand &öffnen"), projector.toggle, "F9")


def _show_miniature(menu: QMenu, window: "MainWindow") -> None:
    """Show small what the room sees, for whoever stands with their back to it."""
    canvas = window.projector.canvas
    if canvas is None:
        return
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setContentsMargins(8, 8, 8, 8)
    label.setAccessibleName(window.projector.told())
    ratio = window.devicePixelRatio()
    small = canvas.grab().scaled(
        _MINIATURE * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    small.setDevicePixelRatio(ratio)
    label.setPixmap(small)
    action = QWidgetAction(menu)
    action.setDefaultWidget(label)
    action.setEnabled(False)
    menu.addAction(action)
    label.setEnabled(True)  # what cannot be chosen is grey otherwise


def _short(name: str) -> str:
    """A name on one line of a menu, in which "&" marks no letter."""
    plain = name.replace("\t", " ").replace("\n", " ")
    return (plain if len(plain) <= _LONG else f"{plain[:_LONG].rstrip()} …").replace("&", "&&")
