"""From a letter to the similar cards painted below it, at 2,000 and 20,000 cards, beside the bare field.

Run by hand: ``python -m tests.benchmarks.bench_typing``. The real window is drawn into memory; lines are typed letter
by letter by key events. "letter" ends when the letter itself is painted, "similar" when the cards below are painted,
"search" is what the index alone takes. The bare field is a QPlainTextEdit of the same type.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

LINES = (
    "Nachbarschaftscafé mit Kinderbetreuung am Vormittag für Familien",
    "Sprachtandem im Begegnungszentrum ehrenamtlich begleiten",
    "Elternlotsen an Grundschulen für Neuzugewanderte dauerhaft finanzieren",
    "Stadtteilkonferenz mehrsprachig bewerben und an den Abend legen",
)
PROMISED = {2000: 16, 20000: 50}


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{sum(map(len, LINES))} letters, milliseconds")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMTOOL_HOME"] = folder
        from forumtool.ui.app import application

        app = application()
        tell("bare field, letter", bare(app))
        for cards, promised in PROMISED.items():
            letters, similar, searches = typing(app, Path(folder), cards)
            print(f"{cards} cards (promised: similar under {promised})")
            tell("letter", letters)
            tell("similar", similar)
            tell("search", searches)


def tell(name: str, times: list[float]) -> None:
    """Print median, 95th percentile and the longest."""
    ordered = [each * 1000 for each in sorted(times)]
    print(
        f"{name}: median {statistics.median(ordered):.1f}   95th percentile {ordered[int(len(ordered) * 0.95)]:.1f}"
        f"   longest {ordered[-1]:.1f}"
    )


def bare(app) -> list[float]:
    """Time letters in a field of Qt's own."""
    from PySide6.QtWidgets import QPlainTextEdit

    field = QPlainTextEdit()
    field.resize(600, 60)
    field.show()
    app.processEvents()
    found = []
    for line in LINES:
        field.clear()
        for sign in line:
            began = time.perf_counter()
            _press(app, field, sign)
            app.processEvents()
            found.append(time.perf_counter() - began)
    return found


def typing(app, folder: Path, cards: int) -> tuple[list[float], list[float], list[float]]:
    """Time letters in the real window, until each is painted, and until the similar cards are painted."""
    from forumtool.ui import warming
    from forumtool.ui.settings import Settings
    from forumtool.ui.shell.window import MainWindow
    from tests.benchmarks.crowded import crowded_file

    warming.warm()
    warming.wait()
    window = MainWindow(Settings())
    window.resize(1366, 768)
    window.show()
    window.open(crowded_file(folder / f"{cards}.forum", cards))
    window.go_to("capture")
    place = window.places["capture"]
    place.similar.prepare()
    while not place.similar.is_ready:
        app.processEvents()
        time.sleep(0.01)
    letters, similar, searches = [], [], []
    for line in ("Aufwärmen", *LINES):
        place.field.clear()
        app.processEvents()
        for sign in line:
            began = time.perf_counter()
            _press(app, place.field, sign)
            place.field.viewport().repaint()
            letters.append(time.perf_counter() - began)
            app.processEvents()
            similar.append(time.perf_counter() - began)
        began = time.perf_counter()
        place.similar.find(line, 3)
        searches.append(time.perf_counter() - began)
    window.desk.suggesting.wait()
    window.close()
    return letters[9:], similar[9:], searches[1:]


def _press(app, widget, sign: str) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    app.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


if __name__ == "__main__":
    main()
