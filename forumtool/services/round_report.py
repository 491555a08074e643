"""What a document says of one round: its rules, and what was counted, ranked or read off a scale."""

from forumtool.domain.report import Ranked, Round, ranking
from forumtool.domain.rows import DotRoundRow
from forumtool.services import weighing
from forumtool.storage.queries.weighing import BenchRow, benches, targets
from forumtool.storage.reading import Reading


def report_round(file: Reading, row: DotRoundRow) -> Round:
    """Return the report of a round. Of single cards only those with dots are ranked; groups are ranked all."""
    shown = _benches(file, row)
    return Round(
        row.forum_id,
        row.goal_id,
        row.question,
        weighing.each(row),
        weighing.voters(file, row),
        weighing.expected_dots(file, row),
        row.total,
        () if row.kind == "scale" else _ranking(file, row, shown),
        kind=row.kind,
        several_on_one=bool(row.several_on_one),
        benches=tuple(bench.title for bench in shown),
        points=row.on_steps if row.kind == "scale" else (),
        low=row.low,
        high=row.high,
    )


def _benches(file: Reading, row: DotRoundRow) -> list[BenchRow]:
    """Whose dots are told apart: nobody's, unless dots of a constituency were counted."""
    if not any(count.constituency_id for count in row.counts):
        return []
    return [bench for bench in benches(file, row) if any(count.constituency_id == bench.id for count in row.counts)]


def _ranking(file: Reading, row: DotRoundRow, shown: list[BenchRow]) -> tuple[Ranked, ...]:
    found = [
        (target.id, f"{target.number} {target.title}".strip(), row.dots_on(target.id))
        for target in targets(file, row)
        if not target.number or row.dots_on(target.id)
    ]
    return tuple(one._replace(shares=_shares(row, one.target_id, shown)) for one in ranking(found))


def _shares(row: DotRoundRow, target_id: str, shown: list[BenchRow]) -> tuple[int, ...]:
    return tuple(
        sum(count.dots for count in row.counts
            if count.target_id == target_id and count.constituency_id == bench.id)
        for bench in shown
    )  # fmt: skip
