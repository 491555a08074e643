"""Tables of 20,000 proposals: opening, a keystroke in the filter, sorting, beside a bare QTableView with the same rows.

Run by hand: ``python -m tests.benchmarks.bench_tables [CARDS]``. Each figure ends with the picture; the real window is
drawn into memory. Zusammenschau's "Was wurde woraus" likewise, in milliseconds of the processor. Then the search over
everything, and Überblick and Zusammenschau with 2,000 proposals: first visit, and a step while they can be seen.
Medians in milliseconds.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROUNDS = 9
PROMISED = 60
TYPED = ("nachbarschaftscafé", "für eltern", "gewünscht", "a-1700")
READ = (
    "SELECT p.laptop || '-' || p.running_number, p.original_text, g.number, coalesce(c.title, ''), p.kind, p.note,"
    " p.contributor_name FROM card p JOIN goal g ON g.id = p.goal_id LEFT JOIN cluster c ON c.id = p.cluster_id"
)
_kept: list[Any] = []  # Qt's application must outlive the windows


def main() -> None:
    """Measure and print."""
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMTOOL_HOME"] = folder
        from tests.benchmarks.crowded import crowded_file

        print(f"{cards} proposals, milliseconds to the picture (promised {PROMISED} each)")
        window = window_on(crowded_file(Path(folder) / "full.forum", cards))
        decisions(window)
        became(window)
        bare(window)
        search(window)
        window.close()
        window = window_on(crowded_file(Path(folder) / "goal.forum", cards, one_goal=True))
        print(f"Erfassen with all of them in one goal: {timed(lambda: window.go_to('capture')):.0f}")
        window.close()
        print("2,000 proposals, from Erfassen")
        window = window_on(crowded_file(Path(folder) / "day.forum", 2_000), "capture")
        overviews(window)
        window.close()


def window_on(path: Path, place: str = "agenda") -> Any:
    """Open a file in the real window at a place, with everything loaded that writing needs."""
    from PySide6.QtWidgets import QApplication

    from forumtool.ui import warming
    from forumtool.ui.app import application
    from forumtool.ui.settings import Settings
    from forumtool.ui.shell.window import MainWindow

    _kept.append(QApplication.instance() or application())
    warming.warm()
    warming.wait()
    settings = Settings()
    settings.place = place
    window = MainWindow(settings)
    window.resize(1366, 768)
    window.show()
    window.open(path)
    settle()
    return window


def decisions(window: Any) -> None:
    """Time the table of all proposals."""
    times = []
    for _round in range(ROUNDS):
        forget(window, "decisions")
        times.append(timed(lambda: window.go_to("decisions")))
    tell("Entscheidungen opens", times)
    place = window.places["decisions"]
    window.desk.finding.finish()
    tell("a keystroke in its filter", typing(place.filter.setText))
    place.filter.clear()
    for at, column in enumerate(place.model.columns):
        tell(f"sorted by {column.head}", [timed(lambda at=at: place.sorting.turn(at)) for _turn in range(3)])


def became(window: Any) -> None:
    """Time the table of what became of what: opened anew, come back to, and put in the order of each column."""
    window.go_to("synthesis")
    place, made, back = window.places["synthesis"], [], []
    for _round in range(ROUNDS):
        place.open_page("gaps")
        if page := place.pages.pop("became", None):
            place.stack.removeWidget(page)
            page.deleteLater()
        settle()
        made.append(worked(lambda: place.open_page("became")))
        place.open_page("gaps")
        settle()
        back.append(worked(lambda: place.open_page("became")))
    tell("Was wurde woraus opens", made)
    tell("… is come back to", back)
    page = place.page
    for at, column in enumerate(page.model.columns[:-1]):
        times = []
        for _round in range(ROUNDS):
            page.rows.forget_orders()
            page.sorting.column = -1
            times.append(worked(lambda at=at: page.sorting.turn(at)))
        tell(f"sorted by {column.head}", times)


def bare(window: Any) -> None:
    """Time what Qt's own view and a plain model need for the same rows, in memory as a whole."""
    from PySide6.QtWidgets import QTableView

    view = QTableView()
    view.resize(1130, 360)
    view.show()
    model = bare_model()
    view.setModel(model)
    tell(
        "bare table: rows read and shown",
        [timed(lambda: model.take(window.desk.file.plain(READ))) for _ in "123456789"],
    )
    every = model.rows
    words = [" ".join(map(str, row)).casefold() for row in every]

    def filtered(typed: str) -> None:
        model.take([row for row, text in zip(every, words, strict=True) if typed in text])

    tell("bare table: a keystroke", typing(filtered))
    by_text = [timed(lambda: model.take(sorted(every, key=lambda row: row[1]))) for _ in "123456789"]
    tell("bare table: sorted by text", by_text)
    view.close()


def bare_model() -> Any:
    """Return a plain model over tuples."""
    from PySide6.QtCore import QAbstractTableModel, Qt

    class Bare(QAbstractTableModel):
        rows: list[tuple[Any, ...]] = []

        def rowCount(self, _parent: Any = None) -> int:
            return len(self.rows)

        def columnCount(self, _parent: Any = None) -> int:
            return 7

        def data(self, index: Any, role: int = 0) -> Any:
            return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

        def take(self, rows: list[tuple[Any, ...]]) -> None:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    return Bare()


def search(window: Any) -> None:
    """Time Ctrl+K: the field, its keystrokes, and finding alone."""
    from PySide6.QtWidgets import QApplication

    from forumtool.ui.parts.chooser import Chooser

    window.desk.finding._forget()
    print(f"search opens for the first time: {timed(window.search):.0f}")
    began = time.perf_counter()
    while not window.desk.finding.is_ready:
        settle()
    print(f"… its index is whole after {(time.perf_counter() - began) * 1000:.0f}, in slices between pictures")
    field = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())
    tell("a keystroke in the search", typing(field.field.setText))
    found = []
    for text in TYPED:
        for end in range(1, len(text) + 1):
            began = time.perf_counter()
            window.desk.finding.find(text[:end], 60)
            found.append((time.perf_counter() - began) * 1000)
    tell("… finding alone (promised 15)", found)
    field.close()


def overviews(window: Any) -> None:
    """Time Überblick and Zusammenschau: the first visit with its imports, and a card that comes in."""
    from forumtool.services.proposals import capture

    desk = window.desk
    for key in ("overview", "synthesis"):
        print(f"{key}, first visit: {timed(lambda key=key: window.go_to(key)):.0f}   (promised {PROMISED})")
        settle()
        place, shown = window.places[key], []
        for at in range(ROUNDS):
            place._stale = False
            capture(desk.file, f"Weg {at} #Ankommen #Jugend", forum_id=desk.forum_id, goal_id=desk.goal_id)
            settle()
            shown.append(timed(place.refresh))
        tell("… a card comes in (promised 16)", shown)


def forget(window: Any, key: str) -> None:
    """Take a place out of the window, so that it is made anew."""
    place = window.places.pop(key, None)
    if place is not None:
        window.go_to("agenda")
        window.stack.removeWidget(place)
        place.deleteLater()
        settle()


def typing(type_: Callable[[str], object]) -> list[float]:
    """Type texts letter by letter and return how long each keystroke took to its picture."""
    times = []
    for text in TYPED:
        type_("")
        settle()
        times += [timed(lambda end=end, text=text: type_(text[:end])) for end in range(1, len(text) + 1)]
    return times


def timed(act: Callable[[], object]) -> float:
    """Return how long something takes to its picture; what is put off behind the picture is not in it."""
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    act()
    QApplication.sendPostedEvents()  # lays out and paints, but fires no timer
    taken = (time.perf_counter() - began) * 1000
    settle()
    return taken


def worked(act: Callable[[], object]) -> float:
    """Return how long the processor works for something to its picture."""
    from PySide6.QtWidgets import QApplication

    began = time.process_time()
    act()
    QApplication.sendPostedEvents()
    taken = (time.process_time() - began) * 1000
    settle()
    return taken


def settle() -> None:
    """Let everything happen that was put off."""
    from PySide6.QtWidgets import QApplication

    for _turn in range(4):
        QApplication.processEvents()


def tell(name: str, times: list[float]) -> None:
    """Print median and 95th percentile."""
    ordered = sorted(times)
    print(f"{name}: {statistics.median(ordered):.0f}   95th percentile {ordered[int(len(ordered) * 0.95)]:.0f}")


if __name__ == "__main__":
    main()
