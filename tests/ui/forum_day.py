"""The window on the demonstration file, for tests of places that need a forum that has been held."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from forumtool.ui.shell.window import MainWindow
from tests.demonstration import demonstration
from tests.ui.desks import window_on

_made: list[bytes] = []


@contextmanager
def forum_day(folder: Path, qtbot: Any, place: str) -> Iterator[MainWindow]:
    """Open a copy of the demonstration at a place; it is made once for all tests."""
    path = folder / "quartier.forum"
    if _made:
        path.write_bytes(_made[0])
    else:
        _made.append(demonstration(path).read_bytes())
    with window_on(folder, qtbot) as window:
        window.go_to(place)
        yield window
