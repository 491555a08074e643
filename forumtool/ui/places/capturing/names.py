"""The names that a sign of a capture line can mean."""

from collections.abc import Collection
from typing import NamedTuple

from forumtool.domain.capture_line import Token, spelt, tokens
from forumtool.domain.rows import Vocabulary
from forumtool.ui.parts.offers import fitting

APART = "  "


class Recent(NamedTuple):
    """The names used last: tags by their digits, people with the last one first."""

    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def matching(known: Vocabulary, token: Token, recent: Recent = Recent()) -> list[str]:  # noqa: B008 - a frozen row
    """Return the names that what was typed may mean, those used last before those that were not."""
    listed = _listed(known)
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


def whole_names(begun: str, known: Vocabulary) -> list[str]:
    """Return who is on the lists with a name that begins so, or has a word that does; nobody for a whole name."""
    names = fitting(_listed(known), begun)
    return [] if begun.casefold() in {name.casefold() for name in names} else names


def with_whole_tags(line: str, known: Vocabulary, as_typed: Collection[str]) -> str:
    """Return a line in which half-typed tags are whole, where only one begins so; ``as_typed`` stay as they are."""
    there = {title.casefold() for title in known.tags}
    for token in reversed(tokens(line, known)):
        begun, quoted = token.name.casefold(), line[token.start + 1] in '"„“'
        whole = [title for title in known.tags if title.casefold().startswith(begun)]
        if token.sign == "#" and begun not in there and len(whole) == 1 and not quoted and token.name not in as_typed:
            line = f"{line[: token.start]}{spelt('#', whole[0], known)}{line[token.end :]}"
    return line


def _listed(known: Vocabulary) -> tuple[str, ...]:
    return (*known.people, *known.organisations, *known.groups)


def _finished(used: tuple[str, ...], listed: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what was only the beginning of a name when it was typed, as whom it meant was open."""
    known = frozenset(listed)
    return tuple(
        name for name in used if name in known or not any(one.casefold().startswith(name.casefold()) for one in listed)
    )
