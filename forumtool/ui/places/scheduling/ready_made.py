"""Agendas that are ready to use: large buttons on an empty page, a list to choose from later."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumtool.domain.agenda_template import Template
from forumtool.domain.schedule import clock, minutes_of
from forumtool.i18n import _, speaking
from forumtool.services.agenda_templates import proposed, templates
from forumtool.ui.desk import Desk
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.large_button import LargeButton
from forumtool.ui.parts.words import words

_WIDEST = 560  # pixels
Use = Callable[[Template], object]


class ReadyMade(QWidget):
    """The agendas that suit the forum, the most fitting one first; ``use`` is called with the one that was chosen."""

    def __init__(self, use: Use) -> None:
        super().__init__()
        self._use = use
        self.buttons: list[LargeButton] = []
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(10)
        self._column.addWidget(words(_("Noch kein Ablauf. Womit beginnen?"), "heading"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)

    def offer(self, desk: Desk) -> None:
        """Show the agendas as they would be for the chosen forum."""
        for old in self.buttons:
            self._column.removeWidget(old)
            old.deleteLater()
        self.buttons = []
        for template, line in _fitting(desk):
            made = LargeButton(template.name, line)
            made.clicked.connect(lambda _checked=False, chosen=template: self._use(chosen))
            self.buttons.append(made)
            self._column.addWidget(made)

    def take_focus(self) -> None:
        """Put the keyboard on the most fitting one."""
        if self.buttons:
            self.buttons[0].setFocus()


def template_chooser(desk: Desk, owner: QWidget, use: Use) -> Chooser:
    """Return the list of ready agendas."""
    choices = [Choice(template.name, partial(use, template), line) for template, line in _fitting(desk)]
    return Chooser(owner, _("Vorlage für den Ablauf"), choices)


def _fitting(desk: Desk) -> list[tuple[Template, str]]:
    held = desk.forum()
    if held is None:
        return []
    found = templates(speaking().language, held.kind)
    return [(template, _told(desk, held.id, template)) for template in found]


def _told(desk: Desk, forum_id: str, template: Template) -> str:
    steps = proposed(desk.file, forum_id, template)
    end = (minutes_of(template.start) or 0) + sum(step.minutes for step in steps)
    return _(
        "{start} bis {end} · {count} Programmpunkte · {people}",
        start=template.start, end=clock(end), count=len(steps), people=template.people,
    )  # fmt: skip
