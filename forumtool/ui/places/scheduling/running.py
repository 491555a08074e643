"""Beginning and ending the items of an agenda, from Ablauf and from any other place."""

from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import following, running
from forumtool.i18n import _
from forumtool.services import agenda as verbs
from forumtool.storage.queries.forums import agenda
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import key_text


def begin(desk: Desk, item: AgendaRow) -> bool:
    """Begin an item: its goal is the one worked on from now on, and the timer follows. Tell whether it could be."""
    if desk.do(verbs.start_item, item.id) is None:
        return False
    if item.goal_id:
        desk.choose_goal(item.goal_id)
    return True


def begin_next(desk: Desk) -> None:
    """Begin the next item, or end the last one, and say what runs now: this may be asked for at any place."""
    if desk.forum_id is None:
        desk.say_warning(_("Ein Ablauf gehört zu einem Forum: Mit {keys} ein Forum wählen.", keys=key_text("Ctrl+F")))
        return
    items = agenda(desk.file, desk.forum_id)
    coming, runs = following(items), running(items)
    if coming is not None:
        if begin(desk, coming):
            desk.say(_now(coming))
    elif runs is not None:
        if desk.do(verbs.end_item, runs.id) is not None:
            desk.say(_("„{title}“ ist beendet: Das war der letzte Punkt.", title=runs.title))
    elif items:
        desk.say(_("Alle Punkte sind vorbei."))
    else:
        desk.say(_("Noch kein Ablauf: Unter Ablauf ({keys}) einen einsetzen.", keys=key_text("Ctrl+3")))


def _now(item: AgendaRow) -> str:
    if item.minutes:
        return _("Jetzt: {title}, {count} Minuten", title=item.title, count=item.minutes)
    return _("Jetzt: {title}", title=item.title)
