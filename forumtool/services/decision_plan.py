"""What a list of decisions would change in a file, to be shown and chosen from before anything is changed."""

from collections.abc import Collection
from typing import NamedTuple

from forumtool.exports.decision_columns import DECISION_COLUMNS
from forumtool.i18n import _, ngettext
from forumtool.imports.plan import Line

CHANGE, CONFLICT, QUESTION, NEW = "change", "conflict", "question", "new"
_TITLES = {column.key: column.title for column in DECISION_COLUMNS}


class Change(NamedTuple):
    """One cell that says something else than the file, or a row that somebody has added.

    ``kind`` is CHANGE; CONFLICT, if it was also changed here since the list was written (then ``meanwhile`` is what
    stands here) or the list is of another file; QUESTION, if the list says two things, words the proposal as it never
    was or merges in a circle; NEW, a proposal that was added by hand. ``text`` is how a proposal is worded here.
    ``values`` are fields of ``Decision``, ``seen`` is what the file had in them. ``taken``: what is done unless the
    user says otherwise.
    """

    id: str
    line: int
    sheet: str
    number: str
    text: str
    field: str
    before: str
    now: str
    meanwhile: str
    kind: str
    remark: str
    taken: bool
    proposal_id: str | None
    values: tuple[tuple[str, object], ...]
    seen: tuple[tuple[str, object], ...] = ()
    goal_id: str | None = None
    forum_id: str | None = None


class DecisionPlan(NamedTuple):
    """What a list would change and which of its rows and cells say nothing that can be taken.

    ``remarks`` are sentences about the whole list. ``is_foreign``: it went out of a file that this one does not know.
    """

    changes: tuple[Change, ...]
    lines: tuple[Line, ...]
    remarks: tuple[str, ...]
    is_foreign: bool = False

    @property
    def summary(self) -> str:
        """The plan in a sentence or two."""
        return self.told()

    def told(self, chosen: Collection[str] = ()) -> str:
        """Return the plan in a sentence or two; the changes with the keys ``chosen`` need no choice any more."""
        conflicts = sum(change.kind in (CONFLICT, QUESTION) and change.id not in chosen for change in self.changes)
        said = [ngettext("{count} Änderung in der Liste.", "{count} Änderungen in der Liste.", len(self.changes))]
        if not self.changes:
            said = [_("Die Liste sagt nichts anderes als die Datei.")]
        if conflicts:
            said.append(ngettext("{count} davon braucht eine Wahl.", "{count} davon brauchen eine Wahl.", conflicts))
        if self.lines:
            said.append(ngettext("{count} Zeile bleibt weg.", "{count} Zeilen bleiben weg.", len(self.lines)))
        return " ".join((*said, *self.remarks))


def sentence(change: Change, *, taken: bool) -> str:
    """Return a change in a line of words, and what becomes of it."""
    where = _("Zeile {number}", number=change.line)
    if change.kind == NEW:
        what = _("neuer Vorschlag „{text}“ → {now}", text=change.text, now=change.now)
    else:
        before, now = change.before or _("leer"), change.now or _("leer")
        what = f"{change.number} · {field_title(change)}: {before} → {now}"
    if change.meanwhile:
        what += " · " + _("hier inzwischen: {meanwhile}", meanwhile=change.meanwhile)
    remark = change.remark if taken else ", ".join(filter(None, (change.remark, _("nicht übernommen"))))
    return " ".join(f"{where}: {what}".split()) + (f" ({remark})" if remark else "")


def field_title(change: Change) -> str:
    """Return what a change is about, as its column is called."""
    return _("Neuer Vorschlag") if change.kind == NEW else _(_TITLES[change.field])
