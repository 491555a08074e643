"""How long reports, minutes and workbooks take, for 500, 5,000 and 20,000 proposals and 25 participants.

Run by hand: ``python -m tests.benchmarks.bench_exports [RUNS]``. Medians in milliseconds, with the longest run. The
files go to a real folder, with fsync and rename; the import of python-docx and openpyxl is not counted. Beside the
minutes of 20,000 stands the time of zipping the same XML, the peak of memory and the whole command.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from forumtool.domain.capture_line import Draft
from forumtool.domain.rows import NewParticipant
from forumtool.exports import minutes_docx, workbook_xlsx  # noqa: F401 - loaded before the clock runs
from forumtool.exports.writing import export
from forumtool.services import clusters, people, proposals, reporting, weighing
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.process import goals
from tests.builders import example

_WORDS = "Begegnungsräume im Quartier gemeinsam mit Vereinen, Schulen und Nachbarschaften öffnen und dauerhaft fördern"
_MANY = 20_000
_TAGS = ("Ankommen", "Einleben", "Kinder", "Familien", "Alle")


def main(runs: int) -> None:
    """Print the medians for both sizes and the ratio between them."""
    found: dict[int, dict[str, float]] = {}
    for size in (500, 5_000, 20_000):
        with tempfile.TemporaryDirectory() as folder:
            found[size] = _measure(Path(folder), size, runs)
            if size == _MANY:
                _measure_whole(Path(folder), found[size]["minutes (docx)"], runs)
    for name in found[500]:
        print(f"{name:34} 5,000 take {found[5_000][name] / found[500][name]:.1f} times as long as 500")


def _measure(folder: Path, size: int, runs: int) -> dict[str, float]:
    with ForumFile.open(example(folder)) as file:
        fill(file, size)
        report = reporting.build(file, forum_id=None)
        tasks: dict[str, Callable[[], object]] = {
            "report": lambda: reporting.build(file, forum_id=None),
            "minutes (docx)": lambda: export(report, folder, ("docx",)),
            "minutes without annex": lambda: export(
                report, folder, ("docx",), sections=("head", "results", "weighing")
            ),
            "workbook (xlsx)": lambda: export(report, folder, ("xlsx",)),
        }
        return {name: median(f"{name}, {size:,} proposals", task, runs) for name, task in tasks.items()}


def _measure_whole(folder: Path, writing: float, runs: int) -> None:
    """Compare with zipping the same XML, and run the command in a process of its own."""
    (word,) = folder.glob("*.docx")
    with ZipFile(word) as made:
        parts = {name: made.read(name) for name in made.namelist()}

    def pack() -> None:
        with ZipFile(folder / "parts.zip", "w", ZIP_DEFLATED) as whole:
            for name, part in parts.items():
                whole.writestr(name, part)

    zipped = median("zipping the same XML", pack, runs)
    print(f"{'minutes beside zipping':44} {writing / zipped:.1f} times as long")
    command = [
        sys.executable,
        "-m",
        "forumtool",
        "export",
        str(folder / "aachen.forum"),
        "--to",
        str(folder),
        "--format",
    ]
    median("the whole command", lambda: subprocess.run([*command, "docx"], check=True, capture_output=True), 3)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'the whole command, peak memory':44} {peak:.0f} MiB")


def median(name: str, task: Callable[[], object], runs: int) -> float:
    """Print and return the median of some runs in milliseconds, with the longest."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        task()
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{name:44} median {statistics.median(taken):7.1f} ms   longest {max(taken):7.1f} ms")
    return statistics.median(taken)


def fill(file: ForumFile, size: int) -> None:
    """Put 25 people, so many proposals, groups and dots into the third forum."""
    forum = forums(file)[2]
    own = [goal for goal in goals(file) if goal.theme_field_id == forum.theme_field_id]
    people.add_participants(
        file,
        forum.id,
        [NewParticipant(f"Person {at}", f"Verein {at % 7}", constituency="Praxis") for at in range(25)],
        present=True,
    )
    cards: dict[str, list[str]] = {goal.id: [] for goal in own}
    with file.step("") as edit:
        letter, first = edit.next_number()
        for at in range(size):
            goal = own[at % len(own)]
            draft = Draft(f"{_WORDS} ({at})", tags=(_TAGS[at % 5],), contributor=f"Person {at % 25}" if at % 3 else "")
            key, _ = proposals.place(edit, draft, forum_id=forum.id, goal_id=goal.id, number=(letter, first + at))
            cards[goal.id].append(key)
    for goal in own:
        for at in range(6):
            clusters.add_cluster(file, f"Gruppe {at}", forum_id=forum.id, goal_id=goal.id, cards=cards[goal.id][at::8])
        step = weighing.ask(file, forum_id=forum.id, goal_id=goal.id, question="Was zuerst?")
        assert step is not None
        (round_id,) = step.changes["dot_round"]
        for at, cluster in enumerate(row for row in outcomes.clusters(file) if row.goal_id == goal.id):
            weighing.count(file, round_id, cluster.id, at * 3)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
