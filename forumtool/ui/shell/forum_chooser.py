"""Choosing the forum to work on, or making a new one."""

from functools import partial

from PySide6.QtWidgets import QWidget

from forumtool.domain.when import shown
from forumtool.i18n import _, ngettext, speaking
from forumtool.services.forums import add_forum
from forumtool.storage.queries.forums import forums
from forumtool.ui.desk import Desk
from forumtool.ui.parts.chooser import Choice, Chooser


def forum_chooser(desk: Desk, owner: QWidget) -> Chooser:
    """Return the list of forums, with the process itself last and a new one for a title that is not there."""
    counts = dict(desk.file.plain("SELECT forum_id, count(*) FROM card GROUP BY forum_id"))

    def remark(forum_id: str | None, when: str) -> str:
        said = [shown(when, speaking().language)] if when else []
        if counts.get(forum_id):
            said.append(ngettext("{count} Vorschlag", "{count} Vorschläge", counts[forum_id]))
        return " · ".join(said)

    choices = [
        Choice(row.title, partial(desk.choose_forum, row.id), remark(row.id, row.when)) for row in forums(desk.file)
    ]
    choices.append(Choice(_("Ohne Forum (Prozess)"), lambda: desk.choose_forum(None), remark(None, "")))

    def make(title: str) -> None:
        step = desk.do(add_forum, title)
        if step is not None:
            desk.choose_forum(next(iter(step.changes["forum"])))

    return Chooser(
        owner, _("Forum wählen oder neuen Titel schreiben"), choices, make=make, make_title=_("Neues Forum „{title}“")
    )
