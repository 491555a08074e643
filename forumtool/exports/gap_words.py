"""Gaps in words: what a goal has no way for, and how many there are of each kind."""

from collections.abc import Iterable, Sequence

from forumtool.domain.coverage import Gap
from forumtool.i18n import Catalogue


def gaps_counted(found: Sequence[Gap], say: Catalogue) -> str:
    """Return how many goals have no way, how many tags and how many pairs of tags; "–" if nothing is missing."""
    goals, tags, pairs = (sum(len(gap.tags) == many for gap in found) for many in range(3))
    told = (
        say.plural("{count} Ziel ohne Weg", "{count} Ziele ohne Weg", goals) if goals else "",
        say.plural("{count} Merkmal", "{count} Merkmale", tags) if tags else "",
        say.plural("{count} Paar", "{count} Paare", pairs) if pairs else "",
    )
    return ", ".join(filter(None, told)) or "–"


def single_gaps(found: Iterable[Gap]) -> set[tuple[str, str]]:
    """Return the keys of goals and of tags that no way of theirs has."""
    return {(gap.goal.id, gap.tags[0].id) for gap in found if len(gap.tags) == 1}


def gap_kind(gap: Gap, say: Catalogue) -> str:
    """Return what kind of gap it is."""
    return (say("Ziel ohne Weg"), say("Merkmal"), say("Paar"))[len(gap.tags)]


def gap_told(gap: Gap, say: Catalogue) -> str:
    """Return what is missing."""
    return " × ".join(tag.title for tag in gap.tags) or say("noch kein Weg")


def gaps_of_goal(found: Sequence[Gap], say: Catalogue) -> str:
    """Return all that one goal lacks, in a line; pairs with the same phase together."""
    told = [gap_told(gap, say) for gap in found if len(gap.tags) < 2]  # noqa: PLR2004 - a pair
    ages: dict[str, list[str]] = {}
    for gap in found:
        if gap.tags[1:]:
            phase, age = gap.tags
            ages.setdefault(phase.title, []).append(age.title)
    told += [f"{phase} × {', '.join(titles)}" for phase, titles in ages.items()]
    return "; ".join(told)
