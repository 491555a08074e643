"""The list that people sign when they come: names, organisations, room for a signature. Never an e-mail address."""

from collections.abc import Sequence

from forumtool.domain.rows import ForumRow, ParticipantRow
from forumtool.exports.listed_people import about, on_paper
from forumtool.exports.papers import PAGE_WIDTH, Column, SignatureList
from forumtool.i18n import Catalogue

BLANK_ROWS = 6
_MARGIN = 16.0


def compose(
    forum: ForumRow, process: str, people: Sequence[ParticipantRow], say: Catalogue, *, blank_rows: int = BLANK_ROWS
) -> SignatureList:
    """Return the list of these people by family name, with rows for guests who were not expected."""
    grouped = any(row.drawn_group for row in people)
    columns = [Column(say("Nr."), 10), Column(say("Name"), 50), Column(say("Organisation"), 54)]
    if grouped:
        columns.append(Column(say("Gruppe"), 18))
    rest = PAGE_WIDTH - 2 * _MARGIN - sum(column.width for column in columns)
    columns.append(Column(say("Unterschrift"), rest))
    rows = [_row(at, row, grouped=grouped) for at, row in enumerate(on_paper(people), 1)]
    rows += [tuple("" for _column in columns)] * blank_rows
    return SignatureList(
        say("Anwesenheitsliste"), process, about(forum, say), tuple(columns), tuple(rows), margin=_MARGIN
    )


def _row(number: int, row: ParticipantRow, *, grouped: bool) -> tuple[str, ...]:
    group = (str(row.drawn_group or ""),) if grouped else ()
    return (str(number), row.name, row.organisation, *group, "")
