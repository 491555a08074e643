"""The first page: the example, a new process, a file, and those opened lately."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumtool.domain.when import shown
from forumtool.i18n import _, speaking
from forumtool.ui.parts.buttons import Button, key_text
from forumtool.ui.parts.large_button import LargeButton
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.settings import Settings


class StartPage(QWidget):
    """Tells what was chosen; opens nothing itself."""

    example_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.first = LargeButton(
            _("Beispiel Aachen ansehen"), _("Vier Themenfelder, Ziele, Foren. In fünf Minuten durch den Tag.")
        )
        new = LargeButton(_("Neuer Prozess"), _("Leer oder nach Vorlage"))
        file = LargeButton(_("Öffnen …"), _("eine .forum-Datei, auch vom Stick"))
        self.first.clicked.connect(self.example_wanted)
        new.clicked.connect(self.new_wanted)
        file.clicked.connect(self.open_wanted)
        left = QVBoxLayout()
        left.setSpacing(10)
        for thing in (
            words("forumtool", "title"),
            words(_("Fachforen festhalten, ordnen, weitergeben. Ohne Netz."), "quiet"),
        ):
            left.addWidget(thing)
        left.addSpacing(24)
        for choice in (self.first, new, file):
            left.addWidget(choice)
        left.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(110, 90, 110, 60)
        outer.setSpacing(70)
        outer.addLayout(left, 1)
        outer.addLayout(self._recent(settings), 1)

    def take_focus(self) -> None:
        """Put the keyboard on the first choice."""
        self.first.setFocus()

    def _recent(self, settings: Settings) -> QVBoxLayout:
        column = down(spacing=0)
        column.addSpacing(64)
        found = settings.recent
        if found:
            column.addWidget(words(_("ZULETZT"), "overline"))
            column.addSpacing(12)
        for path, changed in found:
            column.addWidget(self._file(path, changed))
            line = QFrame()
            line.setFixedHeight(1)
            line.setObjectName("rule")
            column.addWidget(line)
        column.addSpacing(20)
        column.addLayout(
            across(
                keycap("F1"),
                words(_("alle Tasten"), "small"),
                keycap(key_text("Ctrl+O")),
                words(_("öffnen"), "small"),
                1,
            )
        )
        column.addStretch(1)
        return column

    def _file(self, path: Path, changed: datetime | None) -> QPushButton:
        row = Button()
        row.setObjectName("recent")
        row.setEnabled(changed is not None)
        row.setAccessibleName(path.stem)
        row.clicked.connect(lambda: self.file_wanted.emit(str(path)))
        title, place = words(path.stem, "heading"), words(f"{path.name} · {path.parent.name}", "small")
        when = words(_told(changed), "small")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(4, 9, 4, 9)
        layout.addLayout(down(title, place, spacing=3), 1)
        layout.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        for label in (title, place, when):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return row


def _told(changed: datetime | None) -> str:
    if changed is None:
        return _("nicht angesteckt")
    if changed.date() == date.today():
        return _("heute, {time}", time=changed.strftime("%H:%M"))
    return shown(changed.date().isoformat(), speaking().language)
