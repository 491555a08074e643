"""Signs that stand on the tables: one for each drawn group, large enough to be read across the room."""

from collections.abc import Sequence

from forumtool.domain.rows import ForumRow, ParticipantRow
from forumtool.exports.listed_people import on_paper
from forumtool.exports.papers import Label, Labels, Sheet, Words
from forumtool.exports.type_size import fitted
from forumtool.i18n import N_, Catalogue

SIGN = Sheet(2, 1, 7.5, 6, 97.5, 285, 97.5, 285)
_EDGE = 14.0
_FOLDED = (90, 270)


def signs(
    forum: ForumRow,
    people: Sequence[ParticipantRow],
    say: Catalogue,
    *,
    group_word: str = N_("Tisch"),
    names: bool = True,
) -> Labels:
    """Return a sign for each drawn group, one to a page, folded in its middle; with ``names`` who sits there."""
    room = (SIGN.height - 2 * _EDGE, SIGN.width - 2 * _EDGE)
    labels = []
    for number in sorted({row.drawn_group for row in people if row.drawn_group}):
        inside = on_paper([row for row in people if row.drawn_group == number])
        seated = " · ".join(row.name or row.organisation for row in inside) if names else ""
        words = fitted(
            (
                Words(forum.title, 14, quiet=True, after=8),
                Words(" ".join((say(group_word), str(number))), 96, strong=True, accent=True, after=10),
                Words(seated, 16),
            ),
            *room,
        )
        labels += [Label(words, _EDGE, turn) for turn in _FOLDED]
    return Labels(say("Tischschilder {title}", title=forum.title), SIGN, labels, fold=True)
