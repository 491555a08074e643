"""Pictures of every place, the start page and the projector, from the demonstration file.

``python -m tests.screenshots FOLDER [--scheme light|dark] [--language de|en] [--scale 1.0] [--size 1366x768]
[--canvas 1920x1080]``
Nothing of the user's home is touched.
"""

import argparse
import os
import tempfile
from pathlib import Path

PROJECTIONS = ("board", "goal", "cards", "ranking", "measure", "readback", "timer", "pause")
_PREPARED_ELSEWHERE = ("minutes", "order", "capture")  # what they show comes from a thread


def main() -> None:
    """Make the pictures and print their names; a place that does not exist yet is named and left out."""
    asked = _asked()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["FORUMTOOL_HOME"] = home
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
        _take(asked, asked.file or _content(asked.content, Path(home)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Bilder aller Arbeitsplätze")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("de", "en"), default="de")
    parser.add_argument("--scale", type=float, default=1.0, help="1.0 oder 1.5; muss vor Qt feststehen")
    parser.add_argument("--size", default="1366x768", help="Breite x Höhe des Bildschirms in echten Pixeln")
    parser.add_argument("--canvas", default="1920x1080", help="Breite x Höhe der Leinwand in echten Pixeln")
    parser.add_argument("--content", choices=("demonstration", "aachen", "empty"), default="demonstration")
    parser.add_argument("--file", type=Path, help="eine eigene Datei statt der Vorführung")
    parser.add_argument("--only", default="", help="Schlüssel der Plätze, mit Komma; sonst alle")
    parser.add_argument("--without-forum", action="store_true", help="den Prozess ohne Forum zeigen")
    return parser.parse_args()


def _content(content: str, home: Path) -> Path:
    from forumtool.services.processes import new_process
    from tests.demonstration import demonstration

    path = home / "quartier.forum"
    if content == "demonstration":
        return demonstration(path)
    new_process(path, content)
    return path


def _take(asked: argparse.Namespace, path: Path) -> None:
    from forumtool.ui.app import application
    from forumtool.ui.settings import Settings

    settings = Settings()
    settings.scheme, settings.language = asked.scheme, asked.language
    app = application()
    from forumtool.ui.shell.window import MainWindow

    window = MainWindow(settings)
    width, height = (round(int(side) / asked.scale) for side in asked.size.split("x"))
    window.resize(width, height)
    settings.place = "overview"
    window.show()
    settings.remember_file(path)
    window.show_start()
    app.processEvents()
    _save(window, asked.folder / "start.png")
    window.open(path)
    if asked.without_forum:
        window.desk.choose_forum(None)
    else:
        _at_the_pin_board(window)
    wanted = set(asked.only.split(",")) - {""}
    _places(window, asked.folder, wanted)
    if not wanted or "canvas" in wanted:
        _projector(app, window, asked.folder, asked.canvas)
    window.close()


def _at_the_pin_board(window) -> None:
    from forumtool.storage.queries.outcomes import clusters

    desk = window.desk
    busy = next((row.goal_id for row in clusters(desk.file, desk.scope)), None)
    if busy:
        desk.choose_goal(busy)


def _places(window, folder: Path, wanted: set[str]) -> None:
    from forumtool.ui.shell.register import ENTRIES

    for entry in ENTRIES:
        if wanted and entry.key not in wanted:
            continue
        try:
            window.go_to(entry.key)
        except ModuleNotFoundError as missing:
            print(f"{entry.key}: noch nicht da ({missing.name})")
            continue
        _wait(1500 if entry.key in _PREPARED_ELSEWHERE else 250)
        _save(window, folder / f"{entry.key}.png")


def _wait(milliseconds: int) -> None:
    """Let the window work; unlike ``QTest.qWait`` an event loop lets the threads of Python run, too."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _projector(app, window, folder: Path, size: str) -> None:
    from forumtool.storage.queries.outcomes import measures
    from forumtool.ui.projection import Projection

    try:
        from forumtool.ui.canvas.window import CanvasWindow
    except ModuleNotFoundError as missing:
        print(f"canvas: noch nicht da ({missing.name})")
        return
    desk = window.desk
    canvas = CanvasWindow(desk)
    ratio = window.devicePixelRatio()
    canvas.resize(*(round(int(side) / ratio) for side in size.split("x")))
    canvas.show()
    sketched = next((row.id for row in measures(desk.file, desk.scope)), None)
    desk.stopwatch.start(7.7)
    for kind in PROJECTIONS:
        measure_id = sketched if kind == "measure" else None
        desk.project(Projection(kind, desk.forum_id, desk.goal_id, measure_id=measure_id))
        for _round in range(3):
            app.processEvents()
        _save(canvas, folder / f"leinwand-{kind}.png")
    desk.stopwatch.clear()
    canvas.close()


def _save(widget, path: Path) -> None:
    widget.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    main()
