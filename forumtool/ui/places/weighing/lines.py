"""What the rows of a round show: its targets by rank, with the dots of each constituency."""

from collections.abc import Sequence

from forumtool.domain.report import ranking
from forumtool.domain.rows import DotRoundRow, TargetRow
from forumtool.domain.tally import Tally, most_on_one
from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.places.weighing.count_row import CountLine


def lines(row: DotRoundRow, targets: Sequence[TargetRow], benches: Sequence[BenchRow], voters: int) -> list[CountLine]:
    """Return the lines by rank; with one bench its field holds the dots of everybody."""
    ranked = ranking([(target.id, target.title, row.dots_on(target.id)) for target in targets])
    found = {target.id: target for target in targets}
    limits = limits_of(row, benches, voters)
    return [
        CountLine(found[one.target_id], one.rank if row.total else None, _dots(row, one.target_id, benches), limits)
        for one in ranked
    ]


def limits_of(row: DotRoundRow, benches: Sequence[BenchRow], voters: int) -> tuple[int, ...]:
    """Return how many dots each field can hold at most; 0 where nobody knows."""
    people = [voters] if len(benches) == 1 else [bench.present for bench in benches]
    return tuple(most_on_one(count, row.dots_per_person, several=row.several_on_one) for count in people)


def column_tallies(row: DotRoundRow, benches: Sequence[BenchRow], sums: Sequence[int]) -> list[Tally]:
    """Return the sum of each column beside what its people have."""
    return [Tally(counted, bench.present, row.dots_per_person) for bench, counted in zip(benches, sums, strict=True)]


def _dots(row: DotRoundRow, target_id: str, benches: Sequence[BenchRow]) -> tuple[int, ...]:
    if len(benches) == 1:
        return (row.dots_on(target_id),)
    return tuple(
        sum(count.dots for count in row.counts if count.target_id == target_id and count.constituency_id == bench.id)
        for bench in benches
    )
