"""When work goes on after a pause: the timer knows it, else the agenda."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import due, running
from forumtool.i18n import _
from forumtool.ui.stopwatch import Stopwatch

_LATE = timedelta(minutes=30)
_HALF = timedelta(seconds=0.5)  # ends fall on whole seconds: half of one beside them the minute never wavers


def resuming(watch: Stopwatch, agenda: Sequence[AgendaRow], now: datetime) -> str:
    """Return "Weiter um 14:30" in local time, a word for a pause that is just over, or an empty text."""
    end = _end(watch, agenda, now)
    if end is None or now - end > _LATE:
        return ""
    if end <= now:
        return _("Gleich geht es weiter")
    return _("Weiter um {time}", time=f"{end + _HALF:%H:%M}")


def _end(watch: Stopwatch, agenda: Sequence[AgendaRow], now: datetime) -> datetime | None:
    if watch.is_running:
        return now + timedelta(seconds=watch.left)
    if watch.is_set:
        return None
    item = running(agenda)
    moment = due(item) if item is not None else None
    return datetime.fromtimestamp(moment) if moment is not None else None
