"""Where measures come from and which there are: the weighed groups above, the sketches below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from forumtool.domain.rows import MeasureRow
from forumtool.i18n import _, ngettext
from forumtool.storage.queries.sketches import WeighedGroupRow
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.enter_button import EnterButton
from forumtool.ui.parts.panel import Panel
from forumtool.ui.parts.words import words
from forumtool.ui.places.deepening.entry_list import Entry, EntryList

WIDTH = 264


class LeftPane(Panel):
    """Two lists. ``sketch_wanted``: out of the chosen groups; ``written``: the title of a measure without a group."""

    sketch_wanted = Signal()
    written = Signal(str)

    def __init__(self) -> None:
        super().__init__(margin=12, spacing=6)
        self._is_low = False
        self._shown: tuple[Sequence[WeighedGroupRow], Sequence[MeasureRow]] = ((), ())
        self.groups = EntryList(_("Gruppen nach Punkten"), several=True)
        self.no_groups = words(
            _("Noch keine Gruppe: Im Ordnen (Strg 6) entstehen Gruppen, im Gewichten (Strg 7) ihre Punkte."),
            "quiet",
            wrap=True,
        )
        self.sketch = button(_("Maßnahme skizzieren"), self.sketch_wanted.emit, role="primary")
        self.sketch.setToolTip(_("Eine Maßnahme aus den gewählten Gruppen; sie behält deren Karten") + "  (Enter)")
        self.sketches = EntryList(_("Maßnahmenskizzen"))
        self.entry = QLineEdit()
        self.entry.setPlaceholderText(_("Neue ohne Gruppe …"))
        self.entry.setAccessibleName(_("Neue Maßnahme ohne Gruppe"))
        self.entry.returnPressed.connect(self._write)
        self.enter = EnterButton(self.entry, _("Anlegen"))
        self.title = words(_("MASSNAHMEN"), "overline")
        self.inside.addWidget(words(_("GRUPPEN NACH PUNKTEN"), "overline"))
        for thing in (self.no_groups, self.groups, self.sketch, self.title, self.sketches, self.entry):
            self.inside.addWidget(thing)
        self.groups.entered.connect(self.sketch_wanted)
        self.setMinimumWidth(WIDTH - 44)
        self.setMaximumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_rows(self, groups: Sequence[WeighedGroupRow], sketches: Sequence[MeasureRow]) -> None:
        """Show the groups, the weightiest first, and the measures in their order."""
        self._shown = (groups, sketches)
        several = len({row.goal_number for row in groups}) > 1
        self.groups.show_entries(self._in_room([_group(row, tell_goal=several) for row in groups]))
        self.sketches.show_entries(self._in_room([_sketch(row) for row in sketches]))
        self.no_groups.setVisible(not groups)
        for thing in (self.groups, self.sketch):
            thing.setVisible(bool(groups))
        self.sketches.setVisible(bool(sketches))
        for one in (self.groups, self.sketches):
            self.inside.setStretchFactor(one, max(2, one.count()))

    def be_low(self, *, on: bool) -> None:
        """Show headings only, or what belongs to them, too."""
        if on != self._is_low:
            self._is_low = on
            self.show_rows(*self._shown)

    def _in_room(self, entries: list[Entry]) -> list[Entry]:
        return [entry._replace(details=()) for entry in entries] if self._is_low else entries

    def _write(self) -> None:
        title = self.entry.text().strip()
        if title:
            self.entry.clear()
            self.written.emit(title)


def _group(row: WeighedGroupRow, *, tell_goal: bool) -> Entry:
    goal = _("Ziel {number}", number=row.goal_number) if tell_goal and row.goal_number else ""
    sketched = ngettext("{count} Maßnahme", "{count} Maßnahmen", row.measures) if row.measures else ""
    on_cards = _("● {count} auf Karten", count=row.dots_on_cards) if row.dots_on_cards else ""
    cards = ngettext("{count} Karte", "{count} Karten", row.cards)
    return Entry(
        row.id, row.title, (_joined(goal, cards, on_cards, sketched),), f"●\u00a0{row.dots}" if row.dots else ""
    )


def _sketch(row: MeasureRow) -> Entry:
    told = _joined(row.lead, row.horizon)
    mark = "✓" if row.confirmed_at else ""
    return Entry(row.id, row.title or _("ohne Titel"), (told,) if told else (), mark)


def _joined(*parts: str) -> str:
    """Parts with dots between them; a line breaks between parts rather than inside one."""
    return " · ".join(part.replace(" ", "\u00a0") for part in parts if part)
