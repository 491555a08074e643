"""The names that a sign of a capture line can mean."""

from typing import NamedTuple

from forumtool.domain.capture_line import Token
from forumtool.domain.rows import Vocabulary
from forumtool.ui.parts.offers import fitting

APART = "  "


class Recent(NamedTuple):
    """The names used last: tags by their digits, people with the last one first."""

    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def matching(known: Vocabulary, token: Token, recent: Recent = Recent()) -> list[str]:  # noqa: B008 - a frozen row
    """Return the names that what was typed may mean, those used last before those that were not."""
    listed = (*known.people, *known.organisations, *known.groups)
    names: tuple[str, ...] = {
        "#": (*recent.tags, *known.tags),
        "@": (*_finished(recent.people, listed), *listed),
        "!": known.obstacles,
        "+": known.offers,
        ">": tuple(f"{number}{APART}{title}" for number, title in known.goals),
    }[token.sign]
    return fitting(names, token.name)


def is_whole(name: str, token: Token) -> bool:
    """Tell whether a name is just what was typed; of a goal its number is enough."""
    return name.split(APART, maxsplit=1)[0].casefold() == token.name.casefold()


def _finished(used: tuple[str, ...], listed: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what was only the beginning of a name when it was typed, as whom it meant was open."""
    known = frozenset(listed)
    return tuple(
        name for name in used if name in known or not any(one.casefold().startswith(name.casefold()) for one in listed)
    )
