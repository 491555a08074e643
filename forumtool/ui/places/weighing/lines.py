"""What the rows of a round show: its targets by rank, with the dots of each constituency."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from forumtool.domain.report import ranking
from forumtool.domain.rows import DotRoundRow, TargetRow
from forumtool.domain.tally import Tally, most_on_one
from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.places.weighing.count_cells import CountLine


def lines(row: DotRoundRow, targets: Sequence[TargetRow], benches: Sequence[BenchRow], voters: int) -> list[CountLine]:
    """Return the lines by rank; with one bench its field holds the dots of everybody."""
    counted = _counted(row)
    dots = {target.id: _dots(counted, target.id, benches) for target in targets}
    whole = {target.id: sum(counted.get(target.id, {}).values()) for target in targets}
    ranked = ranking([(target.id, target.title, whole[target.id]) for target in targets])
    found = {target.id: target for target in targets}
    limits = limits_of(row, benches, voters)
    is_weighed = row.total > 0
    return [
        CountLine(found[one.target_id], one.rank if is_weighed else None, dots[one.target_id], limits) for one in ranked
    ]


def limits_of(row: DotRoundRow, benches: Sequence[BenchRow], voters: int) -> tuple[int, ...]:
    """Return how many dots each field can hold at most; 0 where nobody knows."""
    people = [voters] if len(benches) == 1 else [bench.present for bench in benches]
    return tuple(most_on_one(count, row.dots_per_person, several=row.several_on_one) for count in people)


def column_tallies(row: DotRoundRow, benches: Sequence[BenchRow], sums: Sequence[int]) -> list[Tally]:
    """Return the sum of each column beside what its people have."""
    return [Tally(counted, bench.present, row.dots_per_person) for bench, counted in zip(benches, sums, strict=True)]


def _counted(row: DotRoundRow) -> dict[str, dict[str | None, int]]:
    """Return the dots by target and constituency."""
    found: dict[str, dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
    for count in row.counts:
        found[count.target_id][count.constituency_id] += count.dots
    return found


def _dots(
    counted: Mapping[str, Mapping[str | None, int]], target_id: str, benches: Sequence[BenchRow]
) -> tuple[int, ...]:
    own = counted.get(target_id, {})
    return (sum(own.values()),) if len(benches) == 1 else tuple(own.get(bench.id, 0) for bench in benches)
