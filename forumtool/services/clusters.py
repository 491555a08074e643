"""Ordering the pin board: cards into groups. A card keeps its number, its wording and its origin wherever it goes."""

from collections.abc import Sequence

from forumtool.domain.ordering import place_after, place_between, places
from forumtool.domain.rows import CARD_COLOURS
from forumtool.i18n import N_
from forumtool.services.lists import last_position, shift
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def add_cluster(
    file: ForumFile, title: str, *, forum_id: str | None, goal_id: str | None, cards: Sequence[str] = ()
) -> Step | None:
    """Make a group with a heading, in the colour worn least here, and put cards into it if there are any."""
    from forumtool.domain.models import Cluster

    with file.step(N_("Gruppe „{title}“ angelegt"), title=title) as edit:
        cluster = edit.add(
            Cluster(
                title=title,
                forum_id=forum_id,
                goal_id=goal_id,
                colour=_rarest_colour(edit, forum_id, goal_id),
                position=last_position(edit, "cluster", goal_id=goal_id, forum_id=forum_id),
            )
        )
        edit.flush()
        _put(edit, cards, cluster.id)
    return edit.done


def put_into(
    file: ForumFile,
    cards: Sequence[str],
    cluster_id: str | None,
    *,
    before: str | None = None,
    among: Sequence[str] = (),
) -> Step | None:
    """Put cards into a group, or back to those not ordered yet (None); before a card, or behind the last one.

    Those not ordered stand as they were captured. With ``among``, the keys of them all as they are shown, the cards
    stay where they were put.
    """
    title = file.one("SELECT title FROM cluster WHERE id = ?", cluster_id) if cluster_id else ()
    label = N_("In Gruppe „{title}“ gelegt") if title else N_("Aus der Gruppe genommen")
    if cluster_id is None and set(cards) <= set(among):
        label = N_("Karten umgeordnet")
    with file.step(label, **({"title": title[0]} if title else {})) as edit:
        if cluster_id is None and among:
            _put_among(edit, cards, before, among)
        else:
            _put(edit, cards, cluster_id, before)
    return edit.done


def _put(edit: Edit, cards: Sequence[str], cluster_id: str | None, before: str | None = None) -> None:
    from forumtool.domain.models import Proposal

    if cluster_id is None:
        for key in cards:
            edit.change(Proposal, key, cluster_id=None, cluster_position="")
        return
    rest = [
        (key, position)
        for key, position in edit.plain(
            "SELECT id, cluster_position FROM proposal WHERE cluster_id = ? AND NOT deleted"
            " ORDER BY cluster_position, id",
            cluster_id,
        )
        if key not in cards
    ]
    at = next((index for index, (key, _) in enumerate(rest) if key == before), len(rest))
    lower = rest[at - 1][1] if at else ""
    upper = rest[at][1] if at < len(rest) else ""
    for key, position in zip(cards, _positions(len(cards), lower, upper), strict=True):
        edit.change(Proposal, key, cluster_id=cluster_id, cluster_position=position)


def _put_among(edit: Edit, cards: Sequence[str], before: str | None, among: Sequence[str]) -> None:
    """Give the cards a position among those not ordered, and one to each that stands above and has none yet."""
    from forumtool.domain.models import Proposal

    known = dict(edit.plain("SELECT id, cluster_position FROM proposal WHERE cluster_id IS NULL AND NOT deleted"))
    rest = [key for key in among if key not in cards]
    at = rest.index(before) if before in rest else len(rest)
    lower = ""
    for key in rest[:at]:
        if known.get(key, "") <= lower:
            known[key] = place_after(lower)
            edit.change(Proposal, key, cluster_position=known[key])
        lower = known[key]
    upper = known.get(rest[at], "") if at < len(rest) else ""
    for key, position in zip(cards, _positions(len(cards), lower, upper), strict=True):
        edit.change(Proposal, key, cluster_id=None, cluster_position=position)


def _positions(count: int, lower: str, upper: str) -> Sequence[str]:
    """Return positions one after the other between two neighbours; an empty text means: none on that side."""
    if not upper:
        return places(count, lower)
    found = []
    for _place in range(count):
        lower = place_between(lower, upper)
        found.append(lower)
    return found


def rename_cluster(file: ForumFile, cluster_id: str, title: str) -> Step | None:
    """Give a group another heading."""
    from forumtool.domain.models import Cluster

    with file.step(N_("Gruppe umbenannt in „{title}“"), title=title) as edit:
        edit.change(Cluster, cluster_id, title=title)
    return edit.done


def colour_cluster(file: ForumFile, cluster_id: str, colour: int) -> Step | None:
    """Give a group's cards another colour, 0 to 4."""
    from forumtool.domain.models import Cluster

    with file.step(N_("Farbe der Gruppe geändert")) as edit:
        edit.change(Cluster, cluster_id, colour=colour % CARD_COLOURS)
    return edit.done


def move_cluster(file: ForumFile, cluster_id: str, step: int) -> Step | None:
    """Move a group one place to the left (-1) or right (+1)."""
    from forumtool.domain.models import Cluster

    with file.step(N_("Gruppe verschoben")) as edit:
        shift(edit, Cluster, cluster_id, step, "goal_id", "forum_id")
    return edit.done


def merge_clusters(file: ForumFile, cluster_id: str, into_id: str) -> Step | None:
    """Put all cards and dots of a group into another one; the merged group keeps where it went."""
    from forumtool.domain.models import Cluster, DotCount

    with file.step(N_("Gruppen zusammengelegt")) as edit:
        cards = [
            key
            for (key,) in edit.plain(
                "SELECT id FROM proposal WHERE cluster_id = ? AND NOT deleted ORDER BY cluster_position, id", cluster_id
            )
        ]
        _put(edit, cards, into_id)
        for key, round_id, constituency_id, dots in edit.plain(
            "SELECT id, dot_round_id, constituency_id, dots FROM dot_count WHERE cluster_id = ? AND NOT deleted",
            cluster_id,
        ):
            there = edit.one(
                "SELECT id, dots FROM dot_count WHERE dot_round_id IS ? AND cluster_id = ? AND NOT deleted"
                " AND constituency_id IS ?",
                round_id,
                into_id,
                constituency_id,
            )
            if there:
                edit.change(DotCount, there[0], dots=there[1] + dots)
                edit.remove(DotCount, key)
            else:
                edit.change(DotCount, key, cluster_id=into_id)
        edit.change(Cluster, cluster_id, deleted=True, merged_into_id=into_id)
    return edit.done


def dissolve_cluster(file: ForumFile, cluster_id: str) -> Step | None:
    """Take a group away; its cards are not ordered any more."""
    from forumtool.domain.models import Cluster

    with file.step(N_("Gruppe aufgelöst")) as edit:
        cards = [
            key for (key,) in edit.plain("SELECT id FROM proposal WHERE cluster_id = ? AND NOT deleted", cluster_id)
        ]
        _put(edit, cards, None)
        edit.remove(Cluster, cluster_id)
    return edit.done


def _rarest_colour(edit: Edit, forum_id: str | None, goal_id: str | None) -> int:
    """Return the first of the colours that the fewest groups of this board wear, so that neighbours differ."""
    worn = [
        colour
        for (colour,) in edit.plain(
            "SELECT colour FROM cluster WHERE NOT deleted AND goal_id IS ? AND forum_id IS ?", goal_id, forum_id
        )
    ]
    return min(range(CARD_COLOURS), key=worn.count)
