"""What can be printed for a forum: the kinds of papers, and what has been chosen about them."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.domain.rows import ForumRow, ParticipantRow
from forumtool.exports import attendance_list, name_badges, table_signs
from forumtool.exports.papers import Paper
from forumtool.i18n import N_, Catalogue

LIST, BADGES, TENTS, SIGNS = "list", "badges", "tents", "signs"
TITLES = {
    LIST: N_("Anwesenheitsliste"), BADGES: N_("Namensschilder"), TENTS: N_("Namenszelte"), SIGNS: N_("Tischschilder"),
}  # fmt: skip
GROUP_WORDS = (N_("Gruppe"), N_("Tisch"))


class Choice(NamedTuple):
    """A kind of paper and how it is wished; what a kind does not know is not asked."""

    kind: str = LIST
    only_present: bool = False
    sheet: str = "85x54"
    cut: bool = True
    blank_rows: int = attendance_list.BLANK_ROWS
    group_word: str = GROUP_WORDS[0]
    names: bool = True


def meant(rows: Sequence[ParticipantRow], choice: Choice) -> list[ParticipantRow]:
    """Return the people of a list who are printed: those present, or all but the excused."""
    if choice.only_present:
        return [row for row in rows if row.state == "present"]
    return [row for row in rows if row.state != "excused"]


def compose(
    choice: Choice, forum: ForumRow, process: str, rows: Sequence[ParticipantRow], say: Catalogue
) -> Paper | None:
    """Return the paper, or None if there is nothing to print: nobody, or no groups for table signs."""
    people = meant(rows, choice)
    if not people or (choice.kind == SIGNS and not any(row.drawn_group for row in people)):
        return None
    if choice.kind == LIST:
        return attendance_list.compose(forum, process, people, say, blank_rows=choice.blank_rows)
    if choice.kind == TENTS:
        return name_badges.tents(forum, people, say, cut=choice.cut)
    if choice.kind == SIGNS:
        return table_signs.signs(forum, people, say, group_word=choice.group_word, names=choice.names)
    return name_badges.badges(forum, people, say, sheet=choice.sheet, cut=choice.cut, group_word=choice.group_word)
