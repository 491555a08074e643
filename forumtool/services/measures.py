"""Working out measures. A sketch keeps the cards that it came from."""

from typing import Any

from forumtool.i18n import N_
from forumtool.services.lists import last_position
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def sketch(file: ForumFile, title: str, *, forum_id: str | None, goal_id: str | None = None) -> Step | None:
    """Add a measure that came from no group."""
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme „{title}“ skizziert"), title=title) as edit:
        position = last_position(edit, "measure", forum_id=forum_id)
        edit.add(Measure(forum_id=forum_id, goal_id=goal_id, title=title, position=position))
    return edit.done


def sketch_from_cluster(file: ForumFile, cluster_id: str, title: str = "", **values: Any) -> Step | None:
    """Add a measure out of a group, with its heading as title if none is given, tied to all cards of the group."""
    from forumtool.domain.models import Cluster, Measure, MeasureProposal

    with file.step(N_("Maßnahme „{title}“ skizziert")) as edit:
        cluster = edit.get(Cluster, cluster_id)
        if cluster is None:
            return None
        edit.words["title"] = title or cluster.title
        row = edit.add(
            Measure(
                forum_id=cluster.forum_id, goal_id=cluster.goal_id, cluster_id=cluster_id,
                title=title or cluster.title, position=last_position(edit, "measure", forum_id=cluster.forum_id),
                **values,
            )
        )  # fmt: skip
        edit.flush()
        for (card,) in edit.plain("SELECT id FROM card WHERE cluster_id = ? ORDER BY cluster_position, id", cluster_id):
            edit.add(MeasureProposal(measure_id=row.id, proposal_id=card))
    return edit.done


def change_measure(file: ForumFile, measure_id: str, **values: object) -> Step | None:
    """Change title, text, lead, partners, horizon, resources, indicator, quick_win or action_field_id of a measure."""
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme geändert")) as edit:
        edit.change(Measure, measure_id, **values)
    return edit.done


def remove_measure(file: ForumFile, measure_id: str) -> Step | None:
    """Delete a measure; its cards stay."""
    from forumtool.domain.models import Measure

    with file.step(N_("Maßnahme gelöscht")) as edit:
        edit.remove(Measure, measure_id)
    return edit.done
