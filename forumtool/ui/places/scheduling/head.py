"""What runs now, what comes, and whether the day is behind or ahead. What is left of the time stands in the top bar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from forumtool.domain.forecast import Forecast
from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import following, running
from forumtool.domain.when import local_time
from forumtool.i18n import _
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.panel import Panel, across, down
from forumtool.ui.parts.words import words
from forumtool.ui.places.scheduling.items import Item


class Head(Panel):
    """The panel above the agenda; ``go_on`` begins the next item, ``end`` ends the one that runs."""

    def __init__(self, go_on: Callable[[], object], end: Callable[[], object]) -> None:
        super().__init__()
        self.now = words("", "lead", wrap=True)
        self.remark = words("", "quiet", wrap=True)
        self.stop = button(_("Beenden"), end)
        tip = _("Beginnt jetzt, die Uhr läuft mit") + f"  ({key_text('Ctrl+Shift+Enter')})"
        self.next = button(_("Nächster Punkt"), go_on, role="primary", tip=tip)
        line = across(spacing=8)
        line.addLayout(down(self.now, self.remark, spacing=2), 1)
        line.addSpacing(16)
        for thing in (self.stop, self.next):
            line.addWidget(thing, 0, Qt.AlignmentFlag.AlignTop)
        self.inside.addLayout(line)

    def tell(self, items: Sequence[Item], outlook: Forecast | None) -> None:
        """Say what runs, what comes and how late it is."""
        rows = [item.row for item in items]
        runs, coming = running(rows), following(rows)
        if runs is not None:
            said = _("Jetzt: {title}", title=runs.title)
        elif coming is not None:
            said = _("Als Nächstes: {title}", title=coming.title)
        else:
            said = _("Alle Punkte sind vorbei.")
        self.now.setText(said)
        parts = _live(outlook, runs, coming) if outlook or runs else _plan(items)
        self.remark.setText(" · ".join(parts))
        self.stop.setVisible(runs is not None)
        self.next.setEnabled(coming is not None)


def _live(outlook: Forecast | None, runs: AgendaRow | None, coming: AgendaRow | None) -> list[str]:
    said = _outlook(outlook) if outlook else [_("seit {time}", time=local_time(runs.started_at))] if runs else []
    return [*said, _("danach {title}", title=coming.title)] if runs and coming else said


def _outlook(outlook: Forecast) -> list[str]:
    if outlook.late > 0:
        late = _("{count} Min. später als geplant", count=outlook.late)
    elif outlook.late < 0:
        late = _("{count} Min. früher als geplant", count=-outlook.late)
    else:
        late = _("im Plan")
    if outlook.is_over:
        return [_("Ende {time}", time=outlook.end), late]
    return [late, _("Ende voraussichtlich {time}", time=outlook.end)]


def _plan(items: Sequence[Item]) -> list[str]:
    """Say when the day is planned, and how long it is."""
    total = sum(item.row.minutes for item in items)
    first, last = items[0].slot, items[-1].slot
    if not first.start:
        said = [_("Noch ohne Beginn: In der ersten Zeile F2 drücken und eine Uhrzeit schreiben.")]
    else:
        said = [_("geplant {start} bis {end}", start=first.start, end=last.end)]
    if total:
        said.append(_("zusammen {hours} Std. {minutes} Min.", hours=total // 60, minutes=total % 60))
    return said
