"""Versions of the minutes: a draft is written as it was chosen, sent with a deadline for objections, and approved.

What was sent stays as it was sent. As soon as something is said differently, the version being worked on is the next
draft; its row is made with the first thing that is chosen for it.
"""

from typing import NamedTuple

from forumtool.domain.errors import UserError
from forumtool.domain.rows import MinutesRow
from forumtool.domain.versions import Changes, Said, compared, frozen, thawed
from forumtool.domain.when import now
from forumtool.i18n import N_, _
from forumtool.services.snapshots import said
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.forums import minutes_versions
from forumtool.storage.reading import Reading

CHOICES = ("audience", "wording", "language", "sections", "objections_until")
FIRST = MinutesRow(1, "draft", "")


class Standing(NamedTuple):
    """The version being worked on, and what is new in it against the one that was sent before."""

    version: MinutesRow
    changes: Changes | None = None


def standing(file: Reading, forum_id: str | None) -> Standing:
    """Return where the minutes of a forum stand, or (None) those of the process."""
    versions = minutes_versions(file, forum_id)
    newest = versions[0] if versions else FIRST
    sent = [row for row in versions if row.content]
    if newest.state == "draft":
        return Standing(newest, _since(file, sent[0], said(file, forum_id)) if sent else None)
    if not newest.content:  # sent by a program that kept nothing
        return Standing(newest)
    here = said(file, forum_id)
    kept = thawed(file.content(newest.content))
    if here != kept:
        return Standing(_next(newest), _since(file, newest, here))
    return Standing(newest, _since(file, sent[1], kept) if len(sent) > 1 else None)


def _next(row: MinutesRow) -> MinutesRow:
    """The draft after a version that was sent: written in the same way."""
    return row._replace(
        version=row.version + 1, state="draft", id="", objections_until="", sent_at="", approved_at="", content=""
    )


def _since(file: Reading, row: MinutesRow, here: Said) -> Changes:
    return Changes(row.version, row.sent_at, compared(thawed(file.content(row.content)), here))


def choose(file: ForumFile, forum_id: str | None, **choices: str) -> Step | None:
    """Keep how the version being worked on is written: any of ``CHOICES``, as the model ``Minutes`` keeps them."""
    if unknown := set(choices) - set(CHOICES):
        raise ValueError(f"no choice {', '.join(sorted(unknown))}")
    row = standing(file, forum_id).version
    with file.step(N_("Protokoll eingerichtet")) as edit:
        _write(edit, forum_id, row, choices)
    return edit.done


def send(file: ForumFile, forum_id: str | None) -> Step | None:
    """Note that the draft was sent, and keep what it says; a ``UserError`` if there is nothing new to be sent."""
    row = standing(file, forum_id).version
    if row.state != "draft":
        raise UserError(
            _("Version {version} ist schon versandt, und seither hat sich nichts geändert.", version=row.version)
        )
    with file.step(N_("Protokoll, Version {version}, versandt"), version=row.version) as edit:
        content = edit.keep_content(frozen(said(edit, forum_id)))
        _write(edit, forum_id, row, {"state": "sent", "sent_at": now(), "content": content})
    return edit.done


def approve(file: ForumFile, forum_id: str | None) -> Step | None:
    """Note that the version that was sent is approved; a ``UserError`` if it is a draft or approved already."""
    row = standing(file, forum_id).version
    if row.state == "draft":
        raise UserError(
            _("Version {version} ist ein Entwurf: Bitte zuerst versenden, dann genehmigen.", version=row.version)
        )
    if row.state == "approved":
        raise UserError(_("Version {version} ist schon genehmigt.", version=row.version))
    with file.step(N_("Protokoll, Version {version}, genehmigt"), version=row.version) as edit:
        _write(edit, forum_id, row, {"state": "approved", "approved_at": now()})
    return edit.done


def _write(edit: Edit, forum_id: str | None, row: MinutesRow, values: dict[str, str]) -> None:
    """Change a version, or make the row of one that has none yet, with what it took over."""
    from forumtool.domain.models import Minutes

    if row.id:
        edit.change(Minutes, row.id, **values)
        return
    taken = {name: getattr(row, name) for name in CHOICES}
    edit.add(Minutes(forum_id=forum_id, version=row.version, **{**taken, **values}))
