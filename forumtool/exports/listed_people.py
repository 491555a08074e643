"""People of a list as paper shows them: in the order of their family names, and never with an e-mail address."""

from collections.abc import Sequence

from forumtool.domain.folding import folded
from forumtool.domain.mail_addresses import without_addresses
from forumtool.domain.rows import ForumRow, ParticipantRow
from forumtool.exports.words import day
from forumtool.i18n import Catalogue


def on_paper(people: Sequence[ParticipantRow]) -> list[ParticipantRow]:
    """Return people by the last word of their name, whatever its accents; those without a name by organisation.

    What looks like an e-mail address is left out of everything that is printed, wherever it stands.
    """
    plain = [
        row._replace(
            name=_plain(row.name),
            organisation=_plain(row.organisation),
            function=_plain(row.function),
            email="",
            note="",
        )
        for row in people
    ]
    return sorted(plain, key=_place)


def about(forum: ForumRow, say: Catalogue) -> str:
    """Return a forum's title with its day and place in one line."""
    return " · ".join(part for part in (forum.title, day(forum.when, say), forum.place) if part)


def _place(row: ParticipantRow) -> tuple[str, str, str]:
    words = folded(row.name, plain=True).split() or [""]
    organisation = folded(row.organisation, plain=True)
    return words[-1] or organisation, " ".join(words), organisation


def _plain(text: str) -> str:
    return " ".join(without_addresses(text).split())
