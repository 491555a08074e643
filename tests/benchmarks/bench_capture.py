"""From Enter to "on disk and in the list", with 2,000 proposals in the file and all of them in the list.

Run by hand: ``python -m tests.benchmarks.bench_capture``. The real window is drawn into memory; a line is typed and
confirmed by key events, then its row is painted. Beside it the bare disk: the same number of one-row commits by SQLite
with the same settings.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

CARDS, ROUNDS = 2000, 200


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMTOOL_HOME"] = folder
        whole, bare = captures(Path(folder)), commits(Path(folder))
    print(f"{ROUNDS} captures with a tag and an organisation, {CARDS} proposals in the list, milliseconds")
    tell("Enter to disk and list", whole)
    tell("bare commit of one row", bare)
    ratio = statistics.median(whole) / statistics.median(bare)
    print(f"ratio of medians {ratio:.1f}   (promised: 95th percentile under 30)")


def tell(name: str, times: list[float]) -> None:
    """Print median and 95th percentile."""
    ordered = sorted(times)
    print(
        f"{name}: median {statistics.median(ordered) * 1000:.1f}   95th percentile "
        f"{ordered[int(len(ordered) * 0.95)] * 1000:.1f}"
    )


def captures(folder: Path) -> list[float]:
    """Time Enter in the real window."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    from forumtool.ui import warming
    from forumtool.ui.app import application
    from forumtool.ui.settings import Settings
    from forumtool.ui.shell.window import MainWindow
    from tests.benchmarks.bench_window import big_file

    app = application()
    warming.warm()
    warming.wait()
    window = MainWindow(Settings())
    window.resize(1366, 768)
    window.show()
    window.open(big_file(folder, CARDS))
    window.go_to("capture")
    place = window.places["capture"]
    found = []
    for at in range(ROUNDS + 5):
        app.processEvents()
        place.field.setPlainText(f"Mehrsprachige Willkommensmappe Nummer {at} #Ankommen @Birhan e. V.")
        app.processEvents()
        began = time.perf_counter()
        enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        app.sendEvent(place.field, enter)
        app.processEvents()
        found.append(time.perf_counter() - began)
        assert place.model.rows[0].text.endswith(f"Nummer {at}")
    window.close()
    return found[5:]


def commits(folder: Path) -> list[float]:
    """Time commits of one row with the file's settings."""
    from sqlcipher3 import dbapi2

    from forumtool.storage.connection import connect

    path = folder / "bare.db"
    with dbapi2.connect(str(path)) as made:
        made.execute("CREATE TABLE row (text TEXT)")
    made.close()
    link = connect(path, read_only=False)
    found = []
    for at in range(ROUNDS):
        began = time.perf_counter()
        link.execute("INSERT INTO row VALUES (?)", (f"Nummer {at}",))
        found.append(time.perf_counter() - began)
    link.close()
    return found


if __name__ == "__main__":
    main()
