"""What the room is shown, as frozen rows: words of cards, groups and measures, never who said something."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.domain.report import Ranked, ranking
from forumtool.domain.rows import ClusterRow, DotRoundRow, GoalRow, MeasureRow, Scope
from forumtool.domain.tally import spread
from forumtool.i18n import _, ngettext, speaking
from forumtool.storage.queries.outcomes import clusters, dot_rounds, measures
from forumtool.storage.queries.process import goals, process
from forumtool.storage.queries.projected import CardWords, card_words, dots_of_split_cards
from forumtool.storage.queries.weighing import targets
from forumtool.storage.reading import Reading
from forumtool.ui.projection import Projection


class Heap(NamedTuple):
    """Cards under a heading; ``colour`` is 0 to 4, or None for cards in no group."""

    title: str
    colour: int | None
    dots: int
    cards: tuple[CardWords, ...]


class Scale(NamedTuple):
    """The points on the steps of a scale between the words at its ends."""

    points: tuple[int, ...]
    low: str
    high: str
    mean: float | None


class Fact(NamedTuple):
    """Something that a measure says, under its name; what it is about has none."""

    name: str
    text: str


class Picture(NamedTuple):
    """One picture: its kind, the head, a text beside it, and what fills the page; ``foot`` stands below."""

    kind: str = "pause"
    label: str = ""
    title: str = ""
    text: str = ""
    heaps: tuple[Heap, ...] = ()
    ranked: tuple[Ranked, ...] = ()
    scale: Scale | None = None
    facts: tuple[Fact, ...] = ()
    foot: str = ""
    measure_id: str = ""
    is_confirmed: bool = False

    @property
    def cards(self) -> tuple[CardWords, ...]:
        """All cards, heap by heap."""
        if len(self.heaps) == 1:
            return self.heaps[0].cards
        return tuple(card for heap in self.heaps for card in heap.cards)


def picture_of(source: Reading, sent: Projection) -> Picture:
    """Read what was sent; what is gone leaves the quiet picture."""
    if sent.kind == "timer":
        return Picture("timer")
    goal = next((goal for goal in goals(source) if goal.id == sent.goal_id), None)
    found: Picture | None = None
    if sent.measure_id and sent.kind in ("measure", "readback"):
        found = _measure(source, sent)
    elif sent.kind == "ranking":
        found = _ranking(source, sent, goal)
    elif sent.kind != "pause" and goal is not None:
        found = _of_goal(source, sent, goal)
    return found or _pause(source)


def _of_goal(source: Reading, sent: Projection, goal: GoalRow) -> Picture:
    head = Picture(sent.kind, _("Ziel {number}", number=goal.number), goal.title, goal.question)
    scope = Scope(sent.forum_id)
    if sent.kind == "cards":
        return _cards(head, card_words(source, scope, goal.id))
    if sent.kind == "board":
        return _board(source, scope, goal, head)
    if sent.kind == "readback":
        return _readback(_board(source, scope, goal, head))
    return head._replace(kind="goal")


def _pause(source: Reading) -> Picture:
    told = process(source)
    return Picture("pause", title=told.title, text=told.motto)


def _cards(head: Picture, cards: Sequence[CardWords]) -> Picture:
    """Cards as they came; while there is none, goal and question fill the page."""
    if not cards:
        return head._replace(kind="goal")
    return head._replace(kind="cards", heaps=(Heap("", None, 0, tuple(cards)),))


def _board(source: Reading, scope: Scope, goal: GoalRow, head: Picture) -> Picture:
    """The groups with their cards, last those in no group; while there is no group, all cards as they came."""
    found = clusters(source, scope, goal.id)
    if not found:
        return _cards(head, card_words(source, scope, goal.id))
    cards = card_words(source, scope, goal.id, by_board=True)
    split = dots_of_split_cards(source, scope, goal.id)
    groups = [group._replace(dots=group.dots + split.get(group.id, 0)) for group in found]
    return head._replace(kind="board", text="", heaps=_heaps(groups, cards))


def _heaps(groups: Sequence[ClusterRow], cards: Sequence[CardWords]) -> tuple[Heap, ...]:
    inside: dict[str | None, list[CardWords]] = {group.id: [] for group in groups}
    rest: list[CardWords] = []
    for card in cards:
        inside.get(card.cluster_id, rest).append(card)
    found = [Heap(group.title, group.colour, group.dots, tuple(inside[group.id])) for group in groups]
    return (*found, Heap(_("Noch nicht geordnet"), None, 0, tuple(rest))) if rest else tuple(found)


def _readback(board: Picture) -> Picture:
    """What was noted for a goal, and how much of it the room has confirmed."""
    if not board.cards:
        return board
    cards = board.cards
    confirmed = sum(card.is_confirmed for card in cards)
    return board._replace(
        kind="readback",
        title=_("So notiert. Stimmt das?"),
        text=board.title,
        heaps=tuple(_without_dots(heap) for heap in board.heaps),
        foot=_("{confirmed} von {count} im Forum bestätigt", confirmed=confirmed, count=len(cards)),
        is_confirmed=confirmed == len(cards),
    )


def _without_dots(heap: Heap) -> Heap:
    """Dots tell nothing of the wording."""
    if any(card.dots for card in heap.cards):
        heap = heap._replace(cards=tuple(card._replace(dots=0) for card in heap.cards))
    return heap._replace(dots=0)


def _ranking(source: Reading, sent: Projection, goal: GoalRow | None) -> Picture | None:
    """A round by its key, else the newest one of the goal; a goal that was never weighed is shown itself."""
    scope = Scope(sent.forum_id)
    rounds = dot_rounds(source, scope)
    row = next((row for row in rounds if row.id == sent.round_id), None)
    if row is None and goal is not None:
        row = next((row for row in reversed(rounds) if row.goal_id == goal.id), None)
    if row is None:
        return Picture("goal", _("Ziel {number}", number=goal.number), goal.title, goal.question) if goal else None
    about = next((one for one in goals(source) if one.id == row.goal_id), None)
    label = _("Ziel {number}", number=about.number) if about else _("Abfrage")
    head = Picture("ranking", label, row.question or (about.title if about else _("Rangfolge")))
    return _scale(row, head) if row.kind == "scale" else _ranked(source, row, head)


def _ranked(source: Reading, row: DotRoundRow, head: Picture) -> Picture:
    """What was weighed, the most dots first; of cards only those with dots, as soon as there is one."""
    counted = [(target.id, target.title, row.dots_on(target.id)) for target in targets(source, row)]
    if row.targets == "cards" and row.total:
        counted = [one for one in counted if one[2]]
    foot = ngettext("{count} Punkt", "{count} Punkte", row.total) if row.total else ""
    return head._replace(ranked=ranking(counted), foot=foot)


def _scale(row: DotRoundRow, head: Picture) -> Picture:
    points = row.on_steps
    found = spread(points)
    scale = Scale(points, row.low, row.high, found.mean if found else None)
    if found is None:
        return head._replace(scale=scale)
    count = ngettext("{count} Punkt", "{count} Punkte", found.points)
    mean = f"{found.mean:.1f}".replace(".", "," if speaking().language == "de" else ".")
    return head._replace(scale=scale, foot=_("{count} · im Mittel {mean}", count=count, mean=mean))


def _measure(source: Reading, sent: Projection) -> Picture | None:
    row = next((row for row in measures(source) if row.id == sent.measure_id), None)
    if row is None:
        return None
    label = _("Ziel {number}", number=row.goal_number) if row.goal_number else _("Maßnahme")
    found = Picture(sent.kind, label, row.title, facts=_facts(_without_persons(source, row)), measure_id=row.id)
    if sent.kind == "measure":
        return found
    return found._replace(
        title=_("So notiert. Stimmt das?"),
        text=row.title,
        foot=_("im Forum bestätigt") if row.confirmed_at else "",
        is_confirmed=bool(row.confirmed_at),
    )


def _without_persons(source: Reading, row: MeasureRow) -> MeasureRow:
    """On the wall a person appears as their organisation, whatever a document may say."""
    if not (row.lead or row.partners):
        return row
    from forumtool.domain.names import Names
    from forumtool.services.naming import persons

    names = Names("organisations", persons(source))
    return row._replace(lead=names.task(row.lead), partners=names.task(row.partners))


def _facts(row: MeasureRow) -> tuple[Fact, ...]:
    soon = _("schnell umsetzbar") if row.quick_win else ""
    told = (
        Fact("", row.text),
        Fact(_("Federführung"), row.lead),
        Fact(_("Partner"), row.partners),
        Fact(_("Zeithorizont"), _together(row.horizon, soon)),
        Fact(_("Ressourcen"), row.resources),
        Fact(_("Indikator"), row.indicator),
        Fact(_("Vorhandene Angebote"), ", ".join(offer.title for offer in row.offers)),
        Fact(_("Hemmnisse"), ", ".join(obstacle.title for obstacle in row.obstacles)),
        Fact(_("Entstanden aus"), _origin(row)),
    )
    return tuple(fact for fact in told if fact.text)


def _origin(row: MeasureRow) -> str:
    cards = ngettext("{count} Karte", "{count} Karten", len(row.proposals)) if row.proposals else ""
    cards = cards.replace(" ", "\u00a0")  # the number stays with its noun
    group = _("Gruppe {title}", title=row.cluster_title) if row.cluster_title else ""
    return _together(group, cards)


def _together(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
