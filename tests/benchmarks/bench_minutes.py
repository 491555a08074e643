"""How long writing the minutes takes beside zipping the same parts, for 500, 5,000 and 20,000 proposals.

Run by hand: ``python -m tests.benchmarks.bench_minutes [RUNS]``. Medians of processor time in milliseconds, because
the ratio is what to compare; every card has words of its own, as people's have. The peak of memory is what the writing
adds, by tracemalloc.
"""

import io
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

from forumtool.domain.report import Report
from forumtool.domain.rows import ProposalRow
from forumtool.exports import minutes_docx
from forumtool.exports.accessibility import missing_in
from forumtool.exports.shipped_templates import MUNICIPAL, shipped
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from tests.benchmarks.bench_exports import fill
from tests.builders import example

_SYLLABLES = ("ba", "chen", "der", "förd", "ge", "haus", "in", "kin", "lich", "mit", "nach", "quar", "schul", "tier")


def main(runs: int) -> None:
    """Print times, ratio and peak for each size."""
    for size in (500, 5_000, 20_000):
        report = _report(size)
        content = _written(report)
        writing = _median(lambda report=report: _written(report), runs)
        zipping = _median(lambda content=content: _zipped(content), runs)
        checking = _median(lambda content=content: missing_in(content, "minutes.docx"), 1)
        municipal = _median(lambda report=report: _municipal(report), 1)
        print(
            f"{size:6,} proposals: writing {writing:5.0f} ms, {writing / zipping:.1f} times zipping ({zipping:.0f} ms),"
            f" peak {_peak(report):.0f} MiB; municipal {municipal:.0f} ms; check for access {checking:.0f} ms"
        )


def _report(size: int) -> Report:
    with tempfile.TemporaryDirectory() as folder, ForumFile.open(example(Path(folder))) as file:
        fill(file, size)
        report = reporting.build(file, forum_id=None)
    draw = random.Random(1)
    words = ["".join(draw.choices(_SYLLABLES, k=draw.randint(1, 4))) for _ in range(8_000)]
    said = {card.id: " ".join(draw.choices(words, k=draw.randint(6, 14))).capitalize() for card in report.proposals}

    def reworded(cards: tuple[ProposalRow, ...]) -> tuple[ProposalRow, ...]:
        return tuple(card._replace(text=said[card.id], original_text=said[card.id]) for card in cards)

    goals = tuple(
        part._replace(
            groups=tuple(group._replace(proposals=reworded(group.proposals)) for group in part.groups),
            not_ordered=reworded(part.not_ordered),
        )
        for part in report.goals
    )
    return report._replace(proposals=reworded(report.proposals), goals=goals)


def _written(report: Report) -> bytes:
    stream = io.BytesIO()
    minutes_docx.write(report, stream, catalogue("de"))
    return stream.getvalue()


def _municipal(report: Report) -> None:
    minutes_docx.write(report, io.BytesIO(), catalogue("de"), template=shipped(MUNICIPAL))


def _zipped(content: bytes) -> float:
    """Return how long it takes to zip the parts of a package again, at the same level; unzipping does not count."""
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    began = time.process_time()
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as again:
        for name, part in parts.items():
            again.writestr(name, part)
    return (time.process_time() - began) * 1000


def _median(task: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs):
        began = time.process_time()
        told = task()
        taken.append(told if isinstance(told, float) else (time.process_time() - began) * 1000)
    return statistics.median(taken)


def _peak(report: Report) -> float:
    tracemalloc.start()
    _written(report)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
