"""Catching many lines at once."""

from collections.abc import Callable, Sequence

from forumtool.domain.capture_line import Draft, parse
from forumtool.domain.errors import UserError
from forumtool.domain.rows import Vocabulary
from forumtool.i18n import N_, _
from forumtool.services.goals import goal_numbered
from forumtool.services.proposals import place
from forumtool.services.tags import tag_named
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import vocabulary

Progress = Callable[[int, int], None]
"""Called with the cards done and all cards."""


def capture_lines(
    file: ForumFile, lines: Sequence[str], *, forum_id: str | None, goal_id: str, progress: Progress | None = None
) -> Step:
    """Put each line with words on disk as a card, all in one step; signs count as in a typed line.

    Raises a ``UserError`` if no line has words or one names a goal that does not exist; nothing is written then.
    """
    known = vocabulary(file)
    drafts = [draft for line in lines if (draft := parse(line, known)).text]
    if not drafts:
        raise UserError(_("In den Zeilen steht kein Text: Bitte etwas anderes einfügen."))
    goals = {
        number: goal_numbered(file, number).id for number in dict.fromkeys(draft.goal for draft in drafts) if number
    }
    with file.step(N_("{count} Vorschläge erfasst"), count=len(drafts)) as edit:
        _place(edit, drafts, known, forum_id, lambda draft: goals.get(draft.goal, goal_id), progress)
    if edit.done is None:
        raise RuntimeError("new cards are always a change")
    return edit.done


def _place(
    edit: Edit,
    drafts: Sequence[Draft],
    known: Vocabulary,
    forum_id: str | None,
    goal_of: Callable[[Draft], str],
    progress: Progress | None,
) -> None:
    """Add the cards with running numbers; tags and the next number are looked up once, not for each card."""
    from forumtool.domain.models import ProposalTag

    letter, first = edit.next_number()
    tags: dict[str, str] = {}
    for done, draft in enumerate(drafts):
        key, _number = place(
            edit,
            draft._replace(tags=()),
            forum_id=forum_id,
            goal_id=goal_of(draft),
            number=(letter, first + done),
            known=known,
        )
        for title in draft.tags:
            wanted = title.casefold()
            if wanted not in tags:
                tags[wanted] = tag_named(edit, title)
            edit.add(ProposalTag(proposal_id=key, tag_id=tags[wanted]))
        if progress is not None:
            progress(done + 1, len(drafts))
