"""Working out measures. A sketch keeps the cards that it came from."""

from collections.abc import Iterable, Sequence
from typing import Any

from forumtool.domain import when
from forumtool.i18n import N_
from forumtool.services.lists import last_position, shift
from forumtool.services.offers import obstacle_named, offer_named
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def sketch(
    file: ForumFile, title: str, *, forum_id: str | None, goal_id: str | None = None, **values: Any
) -> Step | None:
    """Add a measure that came from no group; ``values`` are other fields of the model ``Measure``."""
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme „{title}“ skizziert"), title=title) as edit:
        position = last_position(edit, "measure", forum_id=forum_id)
        edit.add(Measure(forum_id=forum_id, goal_id=goal_id, title=title, position=position, **values))
    return edit.done


def sketch_from_cluster(file: ForumFile, cluster_id: str, title: str = "", **values: Any) -> Step | None:
    """Add a measure out of a group, with its heading as title if none is given, tied to all cards of the group."""
    return sketch_from_clusters(file, [cluster_id], title, **values)


def sketch_from_clusters(file: ForumFile, cluster_ids: Sequence[str], title: str = "", **values: Any) -> Step | None:
    """Add one measure out of several groups, tied to all their cards; goal and title are those of the first group."""
    from forumtool.domain.models import Cluster, Measure

    with file.step(N_("Maßnahme „{title}“ skizziert")) as edit:
        groups = [group for key in cluster_ids if (group := edit.get(Cluster, key)) is not None]
        if not groups:
            return None
        first = groups[0]
        edit.words["title"] = title or first.title
        row = edit.add(
            Measure(
                forum_id=first.forum_id, goal_id=first.goal_id, cluster_id=first.id,
                title=title or first.title, position=last_position(edit, "measure", forum_id=first.forum_id),
                **values,
            )
        )  # fmt: skip
        edit.flush()
        for group in groups:
            tie_cards(edit, row.id, _cards_of(edit, group.id))
    return edit.done


def change_measure(file: ForumFile, measure_id: str, **values: object) -> Step | None:
    """Change what stands in a measure: fields of the model ``Measure``.

    Words other than those that the room confirmed are not confirmed; number, field of action and cost come later.
    """
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme geändert")) as edit:
        row = edit.get(Measure, measure_id)
        said = {name: value for name, value in values.items() if name not in _LATER}
        if row is not None and any(getattr(row, name) != value for name, value in said.items()):
            values = {"confirmed_at": "", **values}
        edit.change(Measure, measure_id, **values)
    return edit.done


def confirm_measure(file: ForumFile, measure_id: str, *, on: bool = True) -> Step | None:
    """Note that the room confirmed a measure as it was read back, or take that note away."""
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme im Forum bestätigt") if on else N_("Bestätigung zurückgenommen")) as edit:
        row = edit.get(Measure, measure_id)
        if row is not None and bool(row.confirmed_at) != on:
            edit.change(Measure, measure_id, confirmed_at=when.now() if on else "")
    return edit.done


def move_measure(file: ForumFile, measure_id: str, step: int) -> Step | None:
    """Move a measure one place up (-1) or down (+1)."""
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme verschoben")) as edit:
        shift(edit, Measure, measure_id, step, "forum_id")
    return edit.done


def remove_measure(file: ForumFile, measure_id: str) -> Step | None:
    """Delete a measure; its cards stay."""
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme gelöscht")) as edit:
        edit.remove(Measure, measure_id)
    return edit.done


def add_cards(file: ForumFile, measure_id: str, proposal_ids: Iterable[str]) -> Step | None:
    """Tie cards to a measure that came from them, too."""
    with file.step(N_("Karten zur Maßnahme genommen")) as edit:
        tie_cards(edit, measure_id, proposal_ids)
    return edit.done


def add_cluster(file: ForumFile, measure_id: str, cluster_id: str) -> Step | None:
    """Tie all cards of a group to a measure; a measure that came from no group comes from this one."""
    from forumtool.domain.models import Measure

    with file.step(N_("Gruppe zur Maßnahme genommen")) as edit:
        row = edit.get(Measure, measure_id)
        if row is not None and row.cluster_id is None:
            edit.change(Measure, measure_id, cluster_id=cluster_id)
        tie_cards(edit, measure_id, _cards_of(edit, cluster_id))
    return edit.done


def remove_cards(file: ForumFile, measure_id: str, proposal_ids: Iterable[str]) -> Step | None:
    """Untie cards from a measure; the cards stay on the board."""
    from forumtool.domain.models import MeasureProposal

    with file.step(N_("Karte aus der Maßnahme genommen")) as edit:
        for card in proposal_ids:
            for link in _links(edit, "proposal_id", measure_id, card):
                edit.remove(MeasureProposal, link)
    return edit.done


def tie(file: ForumFile, measure_id: str, *, obstacle: str = "", offer: str = "") -> Step | None:
    """Name an obstacle or an existing offer with a measure; an unknown one is added to the process's list.

    As with other words, the measure is not confirmed any more.
    """
    from forumtool.domain.models import Measure, MeasureObstacle, MeasureOffer

    with file.step(N_("Maßnahme geändert")) as edit:
        if obstacle.strip():
            key = obstacle_named(edit, obstacle)
            if not _links(edit, "obstacle_id", measure_id, key):
                edit.add(MeasureObstacle(measure_id=measure_id, obstacle_id=key))
                edit.change(Measure, measure_id, confirmed_at="")
        if offer.strip():
            key = offer_named(edit, offer)
            if not _links(edit, "existing_offer_id", measure_id, key):
                edit.add(MeasureOffer(measure_id=measure_id, existing_offer_id=key))
                edit.change(Measure, measure_id, confirmed_at="")
    return edit.done


def untie(file: ForumFile, measure_id: str, *, obstacle_id: str = "", offer_id: str = "") -> Step | None:
    """Take an obstacle or an existing offer off a measure; it stays in the process's list."""
    from forumtool.domain.models import Measure, MeasureObstacle, MeasureOffer

    with file.step(N_("Maßnahme geändert")) as edit:
        for link in _links(edit, "obstacle_id", measure_id, obstacle_id):
            edit.remove(MeasureObstacle, link)
            edit.change(Measure, measure_id, confirmed_at="")
        for link in _links(edit, "existing_offer_id", measure_id, offer_id):
            edit.remove(MeasureOffer, link)
            edit.change(Measure, measure_id, confirmed_at="")
    return edit.done


_LATER = {"number", "action_field_id", "cost"}
_LINK = {"proposal_id": "measure_proposal", "obstacle_id": "measure_obstacle", "existing_offer_id": "measure_offer"}


def _links(edit: Edit, column: str, measure_id: str, key: str) -> list[str]:
    found = edit.plain(
        f"SELECT id FROM {_LINK[column]} WHERE measure_id = ? AND {column} = ? AND NOT deleted",  # noqa: S608
        measure_id,
        key,
    )
    return [link for (link,) in found]


def tie_cards(edit: Edit, measure_id: str, proposal_ids: Iterable[str]) -> None:
    """Tie cards to a measure within a step; those that are tied already stay so."""
    from forumtool.domain.models import MeasureProposal

    for card in dict.fromkeys(proposal_ids):
        if not _links(edit, "proposal_id", measure_id, card):
            edit.add(MeasureProposal(measure_id=measure_id, proposal_id=card))


def _cards_of(edit: Edit, cluster_id: str) -> list[str]:
    return [
        key
        for (key,) in edit.plain("SELECT id FROM card WHERE cluster_id = ? ORDER BY cluster_position, id", cluster_id)
    ]
