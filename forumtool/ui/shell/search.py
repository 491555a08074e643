"""Search over everything: cards in any wording, people, goals, tags, agreements …, places and commands."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QMenu

from forumtool.domain.findable import Findable
from forumtool.domain.folding import folded, parts_of
from forumtool.domain.when import shown
from forumtool.i18n import N_, _, speaking
from forumtool.insight.finding import FoldedTexts
from forumtool.storage.queries.search import wordings
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.places.setup import PAGES
from forumtool.ui.shell.found import show_found, show_page
from forumtool.ui.shell.menu import window_menu
from forumtool.ui.shell.register import ENTRIES

if TYPE_CHECKING:
    from forumtool.ui.shell.window import MainWindow

_MOST = 60
_AROUND = 26  # signs of a note before its hit
_KINDS = {
    "place": N_("Arbeitsplatz"), "command": N_("Befehl"), "card": N_("Vorschlag"), "goal": N_("Ziel"),
    "forum": N_("Forum"), "group": N_("Gruppe"), "measure": N_("Maßnahme"), "person": N_("Person"),
    "organisation": N_("Organisation"), "seat": N_("Sitz"), "tag": N_("Merkmal"), "offer": N_("Angebot"),
    "obstacle": N_("Hemmnis"),
    "action": N_("Vereinbarung"), "parked": N_("Themenspeicher"),
}  # fmt: skip
_WORDINGS = {
    "original": N_("Originalton: {text}"), "other": N_("Andere Sprache: {text}"), "note": N_("Notiz: {text}"),
    "dissent": N_("Dissens: {text}"), "tags": N_("Merkmale: {text}"), "by": N_("Von: {text}"),
    "responsible": N_("Zuständig: {text}"),
}  # fmt: skip


class Command(NamedTuple):
    """Something that the window can do: "place" or "command", its title, its keys, and the act."""

    kind: str
    title: str
    keys: str
    act: Callable[[], object]


def search(window: "MainWindow") -> Chooser:
    """Return the search field of the window."""
    return Search(window)


class Search(Chooser):
    """Finds while it is being typed; Enter goes there. The index may still be growing: then it finds once more."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        menu = window_menu(window)
        self._commands = commands(window, menu)
        self._own = FoldedTexts()
        rows = [Findable(one.kind, str(at), "", one.title, one.keys) for at, one in enumerate(self._commands)]
        self._own.put([row.id for row in rows[::-1]], rows[::-1])
        prompt = _("Suchen: Vorschläge, Personen, Ziele, Merkmale, Befehle …")
        super().__init__(window, prompt, (), find=self._hits, finding=window.desk.finding)
        self.destroyed.connect(menu.deleteLater)

    def _hits(self, typed: str) -> Sequence[Choice]:
        parts = parts_of(typed)
        if not parts:
            self.tell("")
            return [self._own_choice(at) for at in range(len(self._commands))]
        finding = self._window.desk.finding
        found = finding.find(typed, _MOST, self._own)
        self._tell(len(found.hits), found.all, whole=finding.is_ready)
        others = self._other_words(found.hits, parts)
        return [self._choice(row, others.get(row.id, "")) for row in found.hits]

    def _tell(self, shown_: int, count: int, *, whole: bool) -> None:
        if not count:
            self.tell(_("Nichts enthält diese Worte.") if whole else _("Liest noch …"))
        elif count > shown_:
            self.tell(_("Die besten {shown} von {count} Treffern", shown=shown_, count=count))
        else:
            self.tell("")

    def _choice(self, row: Findable, other: str) -> Choice:
        if row.kind in ("place", "command"):
            return self._own_choice(int(row.id))
        act = partial(show_found, self._window, row)
        return Choice(row.title, act, other or _remark(row), _(_KINDS[row.kind]), row.number)

    def _own_choice(self, at: int) -> Choice:
        command = self._commands[at]
        return Choice(command.title, command.act, key_text(command.keys), _(_KINDS[command.kind]))

    def _other_words(self, rows: Sequence[Findable], parts: Sequence[str]) -> dict[str, str]:
        """Return for cards whose title does not hold all that was typed the first of their other words that does."""
        missing: dict[str, str] = {}
        for row in rows:
            seen = folded(f"{row.number} {row.title}") if row.kind == "card" else ""
            lacking = [part for part in parts if seen and part not in seen]
            if lacking:
                missing[row.id] = lacking[0]
        told: dict[str, str] = {}
        for key, every in wordings(self._window.desk.file, missing).items() if missing else ():
            for wording in every[::-1]:
                at = folded(wording.text).find(missing[key])
                if at >= 0:
                    told[key] = _(_WORDINGS[wording.kind], text=_around(wording.text, at))
        return told


def commands(window: "MainWindow", menu: QMenu) -> list[Command]:
    """Return the places, then what the window does from everywhere, then what stands in its menu."""
    found = [Command("place", _(one.title), one.keys, partial(window.go_to, one.key)) for one in ENTRIES]
    found += [
        Command("place", _("Aufbau: {page}", page=_(title)), "", partial(show_page, window, key))
        for key, _class, title in PAGES
    ]
    found += [
        Command("command", title, keys, act)
        for title, keys, act in (
            (_("Bild an die Leinwand"), "F8", window.choose_picture),
            (_("Leinwand zeigen oder schließen"), "F9", window.projector.toggle),
            (_("Forum wählen"), "Ctrl+F", window.choose_forum),
            (_("Nächster Programmpunkt"), "Ctrl+Shift+Enter", window.begin_next),
            (_("Uhr stellen"), "Ctrl+Shift+T", window.set_timer),
            (_("Rückgängig"), "Ctrl+Z", window.desk.undo),
            (_("Wiederherstellen"), "Ctrl+Y", window.desk.redo),
        )
    ]
    for action in menu.actions():
        below = action.menu()
        for one in below.actions() if below is not None else [action]:  # type: ignore[attr-defined]
            if not one.isSeparator():
                title, _tab, keys = one.text().partition("\t")
                title = f"{action.text()}: {title}" if below is not None else title
                found.append(Command("command", title, keys, one.trigger))
    return found


def _remark(row: Findable) -> str:
    if row.kind in ("card", "group", "measure"):
        return _("Ziel {number}", number=row.where) if row.where else ""
    return shown(row.where, speaking().language) if row.kind == "forum" else row.where


def _around(text: str, at: int) -> str:
    """Return a text from a little before a place on; folding moves places by a few signs only."""
    begin = text.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    return f"… {text[begin:]}" if begin else text
