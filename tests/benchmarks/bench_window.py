"""How soon the window is there, beside an empty PySide6 window and the import of SQLModel, in one run.

Run by hand: ``python -m tests.benchmarks.bench_window [RUNS]``. Each figure is measured in a fresh process; the three
processes take turns. Medians in milliseconds, ratios of medians; peak memory in MiB (Linux and macOS).
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EMPTY = """
import time; began = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    painted = 0.0
    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted = self.painted or time.perf_counter() - began
window = Window(); window.resize(1366, 768); window.show()
while not window.painted: app.processEvents()
print(window.painted)
"""

SQLMODEL = """
import time; began = time.perf_counter()
import sqlmodel
print(time.perf_counter() - began)
"""

OURS = """
import sys, time; began = time.perf_counter()
from forumtool.ui.app import prepare
from forumtool.ui.shell import window as frame
painted, paint = [], frame.paint_skeleton
def timed(*words):
    paint(*words)
    painted.append(time.perf_counter() - began)
frame.paint_skeleton = timed
app, window = prepare([sys.argv[1]])
while not painted: app.processEvents()
while not hasattr(window, "places"): app.processEvents()
while "capture" not in window.places or not window.places["capture"].model.rows: app.processEvents()
app.processEvents()
typing = time.perf_counter() - began
from forumtool.ui import warming
while warming.loading(): app.processEvents(); time.sleep(0.001)
saving = time.perf_counter() - began
warming.wait()
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 2**20)
except ImportError:
    peak = 0
print(painted[0], typing, saving, peak)
window.close()
"""


def measured(code: str, *words: str) -> list[float]:
    """Run code in a fresh process and return the numbers that it prints."""
    done = subprocess.run([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def big_file(folder: Path, cards: int) -> Path:
    """Make a file with many cards in one forum."""
    from forumtool.domain.capture_line import Draft
    from forumtool.services.processes import new_process
    from forumtool.services.proposals import place
    from forumtool.storage.forum_file import ForumFile
    from forumtool.storage.queries.forums import forums
    from forumtool.storage.queries.process import goals

    path = folder / f"{cards}.forum"
    new_process(path, "aachen")
    with ForumFile.open(path) as file:
        forum, goal = forums(file)[2], goals(file)[5]
        with file.step("Messung") as edit:
            letter, first = edit.next_number()
            for at in range(cards):
                draft = Draft(
                    f"Nachbarschaftscafé Nummer {at} im Alten Schlachthof, einmal im Monat, mit Betreuung",
                    tags=("Ankommen", "Familien"),
                )
                place(edit, draft, forum_id=forum.id, goal_id=goal.id, number=(letter, first + at))
    return path


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMTOOL_HOME"] = folder
        path = big_file(Path(folder), 2000)
        measured(OURS, str(path))
        turns = [(measured(EMPTY)[0], measured(SQLMODEL)[0], *measured(OURS, str(path))) for _ in range(runs)]
    empty, sqlmodel, painted, typing, saving, peak = (statistics.median(column) for column in zip(*turns, strict=True))
    print(f"medians of {runs} runs, a file with 2,000 proposals, milliseconds")
    print(f"empty window {empty * 1000:.0f}   import of SQLModel {sqlmodel * 1000:.0f}")
    print(f"first picture {painted * 1000:.0f}   ratio to the empty window {painted / empty:.2f} (promised 1.6)")
    base = empty + sqlmodel
    print(f"usable: file shown, typing possible {typing * 1000:.0f}   ratio to window and SQLModel {typing / base:.2f}")
    print(f"writing loaded behind it {saving * 1000:.0f}   ratio to window and SQLModel {saving / base:.2f}")
    print("promised 1.4; an Enter before that waits for the rest")
    print(f"peak memory {peak:.0f} MiB (promised 150)")


if __name__ == "__main__":
    main()
