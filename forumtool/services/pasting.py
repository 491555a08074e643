"""Catching many lines at once."""

from collections.abc import Sequence

from forumtool.domain.capture_line import parse
from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _
from forumtool.services.goals import goal_numbered
from forumtool.services.many_cards import NewCard, place_many
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Progress, Step
from forumtool.storage.queries.proposals import vocabulary


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
    cards = [NewCard(draft, goals.get(draft.goal, goal_id)) for draft in drafts]
    with file.step(N_("{count} Vorschläge erfasst"), count=len(cards)) as edit:
        place_many(edit, cards, forum_id=forum_id, known=known, progress=progress)
    if edit.done is None:
        raise RuntimeError("new cards are always a change")
    return edit.done
