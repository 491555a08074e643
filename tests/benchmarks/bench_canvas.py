"""How soon the Leinwand shows something else, with 2,000 cards of one goal, beside a bare widget of the same size.

Run by hand: ``python -m tests.benchmarks.bench_canvas [CARDS]``. Milliseconds until a picture of 1920×1080 is painted
into memory; medians, with the longest. A frame has 16.7 ms. At the end all pages of smaller screens are laid out.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

ROUNDS, FEWER = 25, 7
SCREENS = ((1024, 768), (1920, 1080))


def main(cards: int) -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMTOOL_HOME"] = folder
        from forumtool.services.measures import sketch  # noqa: F401 - loaded before the clock runs
        from forumtool.ui.app import application
        from forumtool.ui.theme.style import wear
        from tests.benchmarks.crowded import crowded_file

        app = application()
        wear(app, "light")
        bare(app)
        canvas(app, crowded_file(Path(folder) / "voll.forum", cards, one_goal=True))
        for fewer in (300, cards):
            layouts(crowded_file(Path(folder) / f"{fewer}.forum", fewer, one_goal=True))


def bare(app) -> None:
    """Paint a widget that fills itself with one colour."""
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QWidget

    class Bare(QWidget):
        def paintEvent(self, _event) -> None:
            QPainter(self).fillRect(self.rect(), QColor("white"))

    widget = Bare()
    widget.resize(1920, 1080)
    widget.show()
    app.processEvents()
    tell("bare widget, one colour", [timed(app, widget.update) for _round in range(ROUNDS)])


def canvas(app, path: Path) -> None:
    """Paint pictures of the goal that has all cards."""
    from forumtool.services.proposals import capture
    from forumtool.ui.canvas.window import CanvasWindow
    from forumtool.ui.desk import Desk
    from forumtool.ui.projection import Projection

    desk = Desk()
    assert desk.open(path)
    ((goal_id, forum_id),) = desk.file.plain("SELECT DISTINCT goal_id, forum_id FROM proposal")
    window = CanvasWindow(desk)
    window.resize(1920, 1080)
    window.show()
    app.processEvents()

    def send(kind: str) -> Callable[[], object]:
        return lambda: desk.project(Projection(kind, forum_id, goal_id))

    def cold(kind: str) -> float:
        forget()
        send("pause")()
        app.processEvents()
        return timed(app, send(kind))

    def whole() -> None:
        while not window.pages.is_whole:
            app.processEvents()

    for kind in ("cards", "board", "readback", "ranking", "goal"):
        tell(f"{kind}, first picture, nothing measured yet", [cold(kind) for _round in range(ROUNDS)])
    began = time.perf_counter()
    cold("cards")
    whole()
    took = (time.perf_counter() - began) * 1000
    print(f"cards, all {len(window.pages)} pages known and the newest shown: {took:.0f}")
    new, warm, turned = [], [], []
    for at in range(ROUNDS):
        desk.blockSignals(True)  # the canvas hears of the card when the clock runs
        capture(desk.file, f"Nachbarschaftsradio in vielen Sprachen {at}", forum_id=forum_id, goal_id=goal_id)
        desk.blockSignals(False)
        new.append(timed(app, window.refresh))
        whole()
        assert window.fresh <= {card.id for card in window.shown.cards}
    for _round in range(ROUNDS):
        window.turn(-1)
        turned.append(timed(app, lambda: window.turn(-1)))
        send("pause")()
        app.processEvents()
        warm.append(timed(app, send("cards")))
        whole()
    tell("cards, one more card, newest page", new)
    tell("cards, picture again, all measured", warm)
    tell("page turned", turned)
    desk.stopwatch.start(5)
    tell("a second of the timer", [timed(app, window._tick) for _round in range(ROUNDS)])
    desk.stopwatch.clear()
    window.close()
    desk.close()


def layouts(path: Path) -> None:
    """Lay out all pages of the goal, nothing measured yet."""
    from forumtool.storage.forum_file import ForumFile
    from forumtool.ui.canvas.layout import pages
    from forumtool.ui.canvas.measuring import QtMeasure
    from forumtool.ui.canvas.picture import picture_of
    from forumtool.ui.canvas.sizes import Sizes
    from forumtool.ui.projection import Projection

    with ForumFile.open(path) as file:
        ((goal_id, forum_id),) = file.plain("SELECT DISTINCT goal_id, forum_id FROM proposal")
        pictures = {kind: picture_of(file, Projection(kind, forum_id, goal_id)) for kind in ("cards", "board")}
    for (kind, picture), size in product(pictures.items(), SCREENS):
        times = []
        for _round in range(FEWER):
            forget()
            began = time.perf_counter()
            found = pages(picture, Sizes(*size), QtMeasure()).all()
            times.append(time.perf_counter() - began)
        where = f"{size[0]}×{size[1]}"
        tell(f"{kind}, all {len(picture.cards)} cards laid out on {len(found)} pages of {where}", times)


def forget() -> None:
    """Forget all that was measured."""
    from forumtool.ui.canvas import measuring

    measuring._measured.cache_clear()
    measuring._wide.cache_clear()
    measuring.wrapped.cache_clear()


def timed(app, act: Callable[[], object]) -> float:
    """Return the seconds until something is done and painted, without what is laid out for later."""
    from PySide6.QtWidgets import QWidget

    began = time.perf_counter()
    act()
    for widget in app.topLevelWidgets():
        if isinstance(widget, QWidget) and widget.isVisible():
            widget.repaint()
    return time.perf_counter() - began


def tell(name: str, times: list[float]) -> None:
    """Print median and longest."""
    print(f"{name}: median {statistics.median(times) * 1000:.1f}   longest {max(times) * 1000:.1f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
