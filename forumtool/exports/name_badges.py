"""Name badges on sheets of labels, and name tents for the tables."""

from collections.abc import Sequence

from forumtool.domain.rows import ForumRow, ParticipantRow
from forumtool.exports.listed_people import on_paper
from forumtool.exports.papers import Label, Labels, Sheet, Words
from forumtool.exports.type_size import fitted
from forumtool.i18n import N_, Catalogue

# Measures of sheets that are sold, as their makers and the templates of gLabels give them.
SHEETS: dict[str, tuple[str, Sheet]] = {
    "85x54": (N_("85 × 54 mm · 10 (Zweckform 32010)"), Sheet(2, 5, 15, 13.5, 85, 54, 95, 54)),
    "85x54-8": (N_("85 × 54 mm · 8 (Zweckform 32015)"), Sheet(2, 4, 17, 31.5, 85, 54, 91, 60)),
    "80x50": (N_("80 × 50 mm · 10 (Avery L4785)"), Sheet(2, 5, 17.5, 13.5, 80, 50, 95, 55)),
    "90x54": (N_("90 × 54 mm · 10 (zum Einstecken)"), Sheet(2, 5, 15, 13.5, 90, 54, 90, 54)),
}
TENTS = Sheet(2, 3, 7.5, 6, 97.5, 95, 97.5, 95)
_EDGE, _TENT_EDGE = 5.0, 12.0
_FOLDED = (90, 270)  # with the fold between them, both sides can be read


def badges(
    forum: ForumRow,
    people: Sequence[ParticipantRow],
    say: Catalogue,
    *,
    sheet: str = "85x54",
    cut: bool = True,
    group_word: str = N_("Gruppe"),
) -> Labels:
    """Return a badge for each person; ``group_word`` is what a drawn group is called. Raises ``KeyError`` for a sheet.

    The type is as large as a name allows, wraps, and is never cut.
    """
    _title, fields = SHEETS[sheet]
    room = (fields.width - 2 * _EDGE, fields.height - 2 * _EDGE)
    labels = [Label(fitted(_badge(forum, row, say, group_word), *room), _EDGE) for row in on_paper(people)]
    return Labels(say("Namensschilder {title}", title=forum.title), fields, labels, cut=cut)


def tents(forum: ForumRow, people: Sequence[ParticipantRow], say: Catalogue, *, cut: bool = True) -> Labels:
    """Return a tent for each person: two turned fields with the fold between them, three people to a page."""
    room = (TENTS.height - 2 * _TENT_EDGE, TENTS.width - 2 * _TENT_EDGE)
    labels = []
    for row in on_paper(people):
        words = fitted((Words(_name(row), 44, strong=True, after=6), Words(_body(row), 20, quiet=True)), *room)
        labels += [Label(words, _TENT_EDGE, turn) for turn in _FOLDED]
    return Labels(say("Namenszelte {title}", title=forum.title), TENTS, labels, cut=cut, fold=True)


def _badge(forum: ForumRow, row: ParticipantRow, say: Catalogue, group_word: str) -> tuple[Words, ...]:
    group = " ".join((say(group_word), str(row.drawn_group))) if row.drawn_group else ""
    return (
        Words(forum.title, 9, quiet=True, after=6),
        Words(_name(row), 24, strong=True, after=4),
        Words(_body(row), 12, after=2),
        Words(row.function, 10, quiet=True, after=3),
        Words(group, 13, strong=True, accent=True),
    )


def _name(row: ParticipantRow) -> str:
    return row.name or row.organisation


def _body(row: ParticipantRow) -> str:
    return row.organisation if row.name else ""
