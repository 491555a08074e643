"""What the room is shown, as frozen rows: words of cards and groups, never a person's name."""

from typing import NamedTuple

from forumtool.domain.board import Board, arranged
from forumtool.domain.report import Ranked, ranking
from forumtool.domain.rows import GoalRow, Scope
from forumtool.i18n import _
from forumtool.storage.queries.outcomes import clusters, dot_rounds
from forumtool.storage.queries.process import goals, process
from forumtool.storage.queries.proposals import board, proposals
from forumtool.storage.reading import Reading
from forumtool.ui.projection import Projection


class Heap(NamedTuple):
    """Cards under a heading; ``colour`` is 0 to 4, or None for cards in no group."""

    title: str
    colour: int | None
    dots: int
    cards: tuple[str, ...]


class Picture(NamedTuple):
    """One picture: its kind, the head, a text in large type, and cards or a ranking."""

    kind: str = "pause"
    label: str = ""
    title: str = ""
    text: str = ""
    heaps: tuple[Heap, ...] = ()
    ranked: tuple[Ranked, ...] = ()


def picture_of(source: Reading, sent: Projection) -> Picture:
    """Read what was sent; a goal that is gone leaves the quiet picture."""
    goal = next((goal for goal in goals(source) if goal.id == sent.goal_id), None)
    if sent.kind == "pause" or goal is None:
        told = process(source)
        return Picture("pause", title=told.title, text=told.motto)
    head = Picture(sent.kind, _("Ziel {number}", number=goal.number), goal.title, goal.question)
    scope = Scope(sent.forum_id)
    if sent.kind == "ranking":
        return _ranking(source, scope, goal, sent.round_id, head)
    if sent.kind == "cards":
        return head._replace(heaps=_heap([card.text for card in proposals(source, scope, goal.id)]))
    if sent.kind == "board":
        return _board(arranged(clusters(source, scope, goal.id), board(source, scope, goal.id)), head)
    return head


def _board(found: Board, head: Picture) -> Picture:
    """The groups with their cards; while there is no group, all cards."""
    if not found.groups:
        return head._replace(kind="cards", heaps=_heap([card.text for card in found.cards]))
    return head._replace(
        heaps=tuple(
            Heap(
                group.cluster.title,
                group.cluster.colour,
                group.cluster.dots,
                tuple(card.text for card in group.proposals),
            )
            for group in found.groups
        )
    )


def _ranking(source: Reading, scope: Scope, goal: GoalRow, round_id: str | None, head: Picture) -> Picture:
    rounds = [row for row in dot_rounds(source, scope, goal.id) if row.targets == "clusters"]
    row = next((row for row in rounds if row.id == round_id), rounds[-1] if rounds else None)
    if row is None:
        return head._replace(kind="goal")
    counted = [(group.id, group.title, row.dots_on(group.id)) for group in clusters(source, scope, goal.id)]
    return head._replace(title=row.question or goal.title, ranked=ranking(counted))


def _heap(cards: list[str]) -> tuple[Heap, ...]:
    return (Heap("", None, 0, tuple(cards)),) if cards else ()
