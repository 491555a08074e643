"""Which phases of migration and which ages the cards speak of, and which pairs nobody spoke of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from forumtool.domain.coverage import Coverage, Gap, GoalCells, GoalCoverage, TagSet
from forumtool.domain.rows import GoalRow, ProposalRow, TagGroupRow, TagRow
from forumtool.domain.stopping import breathing


def coverage(proposals: Iterable[ProposalRow], groups: Sequence[TagGroupRow]) -> Coverage:
    """Count the cards by the tags of the vocabularies whose ``axis`` is "phase" and "age"."""
    phases, ages = _on_axis(groups, "phase"), _on_axis(groups, "age")
    on_axis = {tag.id for tag in (*phases, *ages)}
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for proposal in breathing(proposals):
        carried = {tag.id for tag in proposal.tags} & on_axis
        single.update(carried)
        if len(carried) > 1:
            pairs.update(product(carried, carried))
    return Coverage(
        tuple(tag.title for tag in phases),
        tuple(tag.title for tag in ages),
        tuple(tuple(pairs[phase.id, age.id] for age in ages) for phase in phases),
        tuple(single[tag.id] for tag in phases),
        tuple(single[tag.id] for tag in ages),
    )


def coverage_by_goal(goals: Sequence[GoalRow], groups: Sequence[TagGroupRow], sets: Iterable[TagSet]) -> GoalCoverage:
    """Set out the cards of each goal by the tags of both axes, phases first; a card with two phases counts in both."""
    tags = (*_on_axis(groups, "phase"), *_on_axis(groups, "age"))
    cards: Counter[str | None] = Counter()
    tagged: Counter[tuple[str | None, str]] = Counter()
    for goal_id, carried, count in breathing(sets):
        cards[goal_id] += count
        for tag_id in carried:
            tagged[goal_id, tag_id] += count
    counts = tuple(tuple(tagged[goal.id, tag.id] for tag in tags) for goal in goals)
    return GoalCoverage(tuple(goals), tags, counts, tuple(cards[goal.id] for goal in goals))


def cells_by_goal(
    goals: Sequence[GoalRow], groups: Sequence[TagGroupRow], sets: Iterable[TagSet]
) -> dict[str, GoalCells]:
    """Set out the cards of each goal phase by age, by the keys of the goals."""
    own: dict[str | None, list[TagSet]] = defaultdict(list)
    for one in sets:
        own[one.goal_id].append(one)
    phases, ages = _on_axis(groups, "phase"), _on_axis(groups, "age")
    return {goal.id: _cells(goal, phases, ages, own[goal.id]) for goal in goals}


def gaps(cells: Iterable[GoalCells], first: Collection[str] = ()) -> list[Gap]:
    """Return what has no way yet: goals without any card, tags that no card of a goal names, then pairs.

    Pairs of a phase and an age are named where both are spoken of and never together; those that were most to be
    expected come first. Goals with their keys in ``first`` go before the others.
    """
    found: list[tuple[bool, int, float, int, Gap]] = []
    for at, one in enumerate(cells):
        for level, weight, tags in _missing(one):
            found.append((one.goal.id not in first, level, -weight, at, Gap(one.goal, tags)))
    return [gap for *_order, gap in sorted(found, key=lambda entry: entry[:-1])]


def _missing(cells: GoalCells) -> Iterator[tuple[int, float, tuple[TagRow, ...]]]:
    if not cells.cards:
        yield 0, 0, ()
        return
    for tags, totals in ((cells.phases, cells.phase_totals), (cells.ages, cells.age_totals)):
        if any(totals):
            yield from ((1, 0, (tag,)) for tag, total in zip(tags, totals, strict=True) if not total)
    for row, phase in enumerate(cells.phases):
        for column, age in enumerate(cells.ages):
            if not cells.counts[row][column] and cells.expected(row, column):
                yield 2, cells.expected(row, column), (phase, age)


def _cells(goal: GoalRow, phases: tuple[TagRow, ...], ages: tuple[TagRow, ...], sets: Sequence[TagSet]) -> GoalCells:
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for one in sets:
        for tag in one.tags:
            single[tag] += one.cards
        for pair in product(one.tags, one.tags):
            pairs[pair] += one.cards
    return GoalCells(
        goal,
        sum(one.cards for one in sets),
        phases,
        ages,
        tuple(tuple(pairs[phase.id, age.id] for age in ages) for phase in phases),
        tuple(single[phase.id] for phase in phases),
        tuple(single[age.id] for age in ages),
    )


def _on_axis(groups: Sequence[TagGroupRow], axis: str) -> tuple[TagRow, ...]:
    return tuple(tag for group in groups if group.axis == axis for tag in group.tags)
