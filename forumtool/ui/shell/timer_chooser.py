"""Setting the timer of the room by typing minutes, or the time at which it goes on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from forumtool.domain.schedule import minutes_of, near
from forumtool.i18n import _, ngettext
from forumtool.storage.queries.forums import running_item
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.chooser import Choice, Chooser

_MINUTES = (2, 5, 10, 15, 20, 30, 45)
_MOST = 600  # minutes
_MORE = 5


def timer_chooser(desk: Desk, owner: QWidget) -> Chooser:
    """Return the list: more time, hold, minutes, away; typed minutes ("12") or a time of day ("11:30") set it, too."""
    return Chooser(owner, _("Minuten oder Uhrzeit, wie 12 oder 11:30"), (), find=partial(_find, desk))


def _find(desk: Desk, typed: str) -> Sequence[Choice]:
    if not typed.strip():
        return [*_for_running(desk), *(_minutes(desk, count) for count in _MINUTES), *_away(desk)]
    number = typed.strip().removesuffix("'")
    if number.isdecimal() and 0 < int(number) <= _MOST:
        return [_minutes(desk, int(number))]
    until = minutes_of(typed)
    return [_until(desk, until)] if until is not None and not number.isdecimal() else []


def _for_running(desk: Desk) -> list[Choice]:
    watch = desk.stopwatch
    if not watch.is_set:
        return []
    more = ngettext("{count} Minute mehr", "{count} Minuten mehr", _MORE)
    found = [Choice(more, lambda: watch.add(_MORE), watch.title)]
    if not watch.is_over:
        hold = _("Anhalten") if watch.is_running else _("Weiter")
        found.append(Choice(hold, watch.toggle, key_text("Ctrl+T")))
    return found


def _away(desk: Desk) -> list[Choice]:
    return [Choice(_("Uhr wegnehmen"), desk.stopwatch.clear)] if desk.stopwatch.is_set else []


def _minutes(desk: Desk, count: int) -> Choice:
    title = ngettext("{count} Minute", "{count} Minuten", count)
    return Choice(title, lambda: desk.stopwatch.start(count, _about(desk)))


def _until(desk: Desk, minute: int) -> Choice:
    """Return the choice to count down to a time of day, the next one that comes."""
    here = desk.stopwatch.now.astimezone()
    left = near(minute, here.hour * 60 + here.minute, 0) - (here.hour * 60 + here.minute) - here.second / 60
    clock = f"{minute // 60:02d}:{minute % 60:02d}"
    remark = ngettext("{count} Minute", "{count} Minuten", round(left))
    return Choice(_("bis {time}", time=clock), lambda: desk.stopwatch.start(left, _("bis {time}", time=clock)), remark)


def _about(desk: Desk) -> str:
    """What the time is for: the step of the agenda that runs, else the goal."""
    running = running_item(desk.file) if desk.is_open else None
    if running is not None:
        return running.title
    goal = desk.goal() if desk.is_open else None
    return _("Ziel {number}", number=goal.number) if goal else ""
