"""The pin board with 300 cards, and 2,000 seen from afar, beside Qt's bare lists and its bare graphics view.

Run by hand: ``python -m tests.benchmarks.bench_board [RUNS]``. Everything is drawn into memory. First pictures are
measured in fresh processes that take turns, with the window open on another place; a step of a drag is one move of the
mouse with everything that is painted for it. Medians in milliseconds.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CARDS, GROUPS, MANY, MANY_GROUPS, STEPS = 300, 12, 2000, 40, 120


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMTOOL_HOME"] = folder
        board, many = board_file(Path(folder), CARDS, GROUPS), board_file(Path(folder), MANY, MANY_GROUPS)
        measured("near", board)
        turns = [(measured("near", board), measured("lists", board)) for _run in range(runs)]
        far, bare = measured("far", many), measured("graphics", many)
        crowded = measured("near", many)
    near, lists = (
        [statistics.median(column) for column in zip(*side, strict=True)] for side in zip(*turns, strict=True)
    )
    print(f"{CARDS} cards in {GROUPS} groups, medians of {runs} runs")
    tell("first picture", near[0], "bare lists", lists[0], 150)
    tell("step of a drag", near[1], "bare list", lists[1], 10)
    print(f"drop, to disk and shown again {near[2]:.1f}   picture of the whole place {near[3]:.1f}")
    print(f"{MANY} cards in {MANY_GROUPS} groups, near: drop, to disk and shown again {crowded[2]:.1f}   promised 100")
    print(f"{MANY} cards in {MANY_GROUPS} groups, all in view")
    tell("step of a drag", far[0], "bare graphics view", bare[0], 20)
    tell("painted anew", far[1], "bare graphics view", bare[1], 20)
    tell("first picture", far[2], "bare graphics view", bare[2])


def tell(name: str, ours: float, beside: str, bare: float, promised: float = 0) -> None:
    """Print a figure beside a bare widget's."""
    told = f"   promised {promised}" if promised else ""
    print(f"{name} {ours:.1f}   {beside} {bare:.1f}   ratio {ours / bare:.2f}{told}")


def measured(what: str, path: Path) -> list[float]:
    """Measure a copy in a fresh process, with the program's code compiled as it is where it is installed."""
    copy = shutil.copy(path, path.with_name("measured.forum"))
    words = [sys.executable, "-m", "tests.benchmarks.bench_board", "--measure", what, str(copy)]
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(path.parent / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True, env=compiled)
    return [float(word) for word in done.stdout.split()]


def board_file(folder: Path, cards: int, groups: int) -> Path:
    """Make a file with a board: nine cards of ten in groups."""
    from forumtool.domain.capture_line import Draft
    from forumtool.domain.models import Cluster, Proposal
    from forumtool.domain.ordering import places
    from forumtool.services.processes import new_process
    from forumtool.services.proposals import place
    from forumtool.storage.forum_file import ForumFile
    from forumtool.storage.queries.forums import forum_of_goal
    from forumtool.storage.queries.process import goals

    said = (
        "Nachbarschaftscafé mit Kinderbetreuung im Alten Schlachthof", "Schulhöfe nachmittags öffnen",
        "Lotsinnen und Lotsen gehen von Tür zu Tür und sprechen Ältere an", "Stadtteilzeitung in vier Sprachen",
    )  # fmt: skip
    path = folder / f"board-{cards}.forum"
    new_process(path, "aachen")
    with ForumFile.open(path) as file, file.step("Messung") as edit:
        goal = goals(file)[5]
        forum = forum_of_goal(file, goal.id)
        assert forum is not None
        made = [
            edit.add(Cluster(title=f"Gruppe {at}", forum_id=forum.id, goal_id=goal.id, colour=at % 5, position=key))
            for at, key in enumerate(places(groups))
        ]
        letter, first = edit.next_number()
        for at, position in enumerate(places(cards)):
            draft = Draft(f"{said[at % 4]} {at}")
            key, _number = place(edit, draft, forum_id=forum.id, goal_id=goal.id, number=(letter, first + at))
            edit.flush()
            if at % 10:
                edit.change(Proposal, key, cluster_id=made[at % groups].id, cluster_position=position)
    return path


# What is measured, each in its own process


def near(path: Path) -> list[float]:
    """The first picture of the columns, a step of a drag, a drop, and the whole place painted."""
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    app, window = opened(path)
    first = timed(lambda: (window.go_to("order"), app.processEvents(), app.processEvents()))
    place = window.places["order"]
    view = place.area.views[2]
    keys = [place.board.not_ordered[0].id]
    steps = dragged(app, view.viewport(), keys)
    drops = []
    for card in place.board.not_ordered[:8]:
        about = moving([card.id])
        app.sendEvent(view.viewport(), QDragEnterEvent(QPoint(30, 100), *about))
        event = QDropEvent(QPointF(30, 100), *about)
        drops.append(timed(lambda event=event: (app.sendEvent(view.viewport(), event), app.processEvents())))
    whole = statistics.median(timed(place.grab) for _time in range(10))
    window.close()
    return [first, steps, statistics.median(drops), whole]


def lists(path: Path) -> list[float]:
    """As many of Qt's lists with the same texts."""
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QScrollArea, QWidget

    app, window = opened(path)
    texts = [text for (text,) in window.desk.file.plain("SELECT original_text FROM proposal")]
    area, inner = QScrollArea(), QWidget()
    row = QHBoxLayout(inner)
    every = []

    def show() -> None:
        for at in range(GROUPS + 1):
            view = QListView()
            view.setModel(QStringListModel(texts[at :: GROUPS + 1], view))
            view.setWordWrap(True)
            view.setFixedWidth(214)
            view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
            row.addWidget(view)
            every.append(view)
        area.setWidget(inner)
        area.resize(1150, 640)
        area.show()
        app.processEvents()
        app.processEvents()

    first = timed(show)
    data = every[0].model().mimeData([every[0].model().index(0, 0)])
    return [first, dragged(app, every[2].viewport(), [], data), 0, 0]


def far(path: Path) -> list[float]:
    """A step of a drag over the board from afar, the same painted anew, and its first picture."""
    app, window = opened(path)
    window.go_to("order")
    app.processEvents()
    place = window.places["order"]
    first = timed(lambda: (place.ask("whole"), app.processEvents()))
    board = place.pages.far
    assert len(board.lay.spots) == MANY
    assert board.lay.width <= board.viewport().width()
    steps = dragged(app, board.viewport(), [place.board.not_ordered[0].id])

    def anew() -> None:
        board.forget_picture()
        board.viewport().repaint()

    whole = statistics.median(timed(anew) for _time in range(20))
    window.close()
    return [steps, whole, first]


def graphics(path: Path) -> list[float]:
    """The same cards as items of Qt's graphics view with their words, all in view; a step moves one of them."""
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene, QGraphicsSimpleTextItem, QGraphicsView

    app, window = opened(path)
    texts = [text for (text,) in window.desk.file.plain("SELECT original_text FROM proposal")]
    scene, view = QGraphicsScene(), QGraphicsView()
    items = []

    def show() -> None:
        for at, text in enumerate(texts):
            item = QGraphicsRectItem(0, 0, 190, 60)
            item.setPos(at % 50 * 200, at // 50 * 70)
            item.setBrush(QColor("#fff3c4"))
            QGraphicsSimpleTextItem(text, item)
            scene.addItem(item)
            items.append(item)
        view.setScene(scene)
        view.resize(1150, 640)
        view.show()
        view.fitInView(scene.itemsBoundingRect())
        app.processEvents()

    first = timed(show)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)

    def move() -> None:
        items[0].moveBy(5, 0)
        app.processEvents()

    step = statistics.median(timed(move) for _time in range(30))
    return [step, statistics.median(timed(view.viewport().repaint) for _time in range(20)), first]


def opened(path: Path):  # type: ignore[no-untyped-def]
    """The real window on a file, at the place Erfassen, with everything loaded that a step needs."""
    from forumtool.ui import warming
    from forumtool.ui.app import application
    from forumtool.ui.settings import Settings
    from forumtool.ui.shell.window import MainWindow

    app = application()
    warming.warm()
    warming.wait()
    settings = Settings()
    settings.place = "capture"
    window = MainWindow(settings)
    window.resize(1366, 768)
    window.show()
    window.open(path)
    app.processEvents()
    return app, window


def timed(act: Callable[[], object]) -> float:
    """How long something takes, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def moving(keys: list[str], data=None):  # type: ignore[no-untyped-def]
    """What the events of a drag say of what is carried."""
    from PySide6.QtCore import Qt

    from forumtool.ui.places.ordering.column_model import mime_of

    carried = mime_of(keys) if data is None else data
    moving.kept = carried  # type: ignore[attr-defined]
    return Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dragged(app, viewport, keys: list[str], data=None) -> float:  # type: ignore[no-untyped-def]
    """Drag over a widget and return the median of a step, with its painting."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent

    about = moving(keys, data)
    app.sendEvent(viewport, QDragEnterEvent(QPoint(30, 10), *about))
    found = []
    for at in range(STEPS):
        where = QPoint(20 + at * 7 % max(40, viewport.width() - 20), 20 + at * 31 % max(40, viewport.height() - 20))
        event = QDragMoveEvent(where, *about)
        found.append(timed(lambda event=event: (app.sendEvent(viewport, event), app.processEvents())))
    return statistics.median(found[5:])


if __name__ == "__main__":
    if "--measure" in sys.argv:
        kind, file = sys.argv[-2:]
        print(*{"near": near, "lists": lists, "far": far, "graphics": graphics}[kind](Path(file)))
    else:
        main()
